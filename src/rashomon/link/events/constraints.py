"""What keeps two mentions of events apart, however alike their words are."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from rashomon.values.intervals import ALWAYS, Interval

REAL = frozenset({"happened", "ongoing", "denied"})
NOTHING: frozenset[str] = frozenset()
PLANNED_AND_REAL = "what is told as real against what is not"
SHORT = 31
"""Days; two tellings of one month or less that have days in common are of one time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a mention that words cannot outweigh; empty and None where nothing is."""

    days: Interval = ALWAYS
    """When it was, by its own words or by the day of its article."""
    dated: bool = False
    """Whether its own words say when."""
    status: str = ""
    to_come: bool = False
    """Of a plan, whether its day was not over when it was told."""
    limited: bool = False
    """Of a denial, whether it is of less than that it happened: "will not run", "has not run yet"."""
    voice: str | None = None
    """Id of who tells it: the speaker, or the article that does in its own voice."""
    count: int | None = None
    """The number of a repeated act: 3 in "the third test"."""
    chamber: str | None = None
    """The house of parliament that acts."""
    tally: tuple[int, int] | None = None
    """Votes for and against."""
    towns: frozenset[str] = NOTHING
    states: frozenset[str] = NOTHING
    """Where it was: ids of places, and codes of states."""
    agents: frozenset[str] = NOTHING
    actors: frozenset[str] = NOTHING
    """Ids of the entities that act, and of all that take part."""
    things: frozenset[str] = NOTHING
    """Those who take part and what is done to, by id, by state and in words."""
    objects: frozenset[str] = NOTHING
    """What is done to, by words that stand for a kind of things."""
    doers: frozenset[str] = NOTHING
    """Who acts, by id and in words."""
    nouns: frozenset[str] = NOTHING
    """What is done to, by nouns that stand for a kind of things, without what narrows them."""
    besides: frozenset[str] = NOTHING
    """What else is named, by id and in words: to whom, for what, where."""
    definite: bool = False
    """Whether that to which it happens is known."""
    verbs: frozenset[str] = NOTHING
    """The verb and its stem."""
    meanings: frozenset[str] = NOTHING
    """The families of meaning that the verb may stand in."""
    several: bool | None = None
    """Whether a noun tells of several events ("the attacks"); None of a verb."""
    light: bool = False
    """Whether its verb by itself does not say what happened."""

    def with_(self, other: "Facts") -> "Facts":
        """Return these facts, where they leave something open as another mention of the event has it."""
        return replace(
            self,
            days=self.days.within(other.days) or self.days,
            dated=self.dated or other.dated,
            count=other.count if self.count is None else self.count,
            chamber=self.chamber or other.chamber,
            tally=self.tally or other.tally,
            towns=self.towns or other.towns,
            states=self.states or other.states,
            actors=self.actors | other.actors,
            things=self.things | other.things,
            objects=self.objects or other.objects,
            doers=self.doers | other.doers,
            nouns=self.nouns | other.nouns,
            besides=self.besides | other.besides,
            limited=self.limited or other.limited,
            agents=self.agents or other.agents,
        )


UNKNOWN = Facts()


def contradict(one: Facts, other: Facts) -> str | None:
    """Return why two mentions cannot be of one event whatever ties them, None when they can."""
    return next((reason for keeps, reason in CONTRADICTIONS if keeps(one, other)), None)


def apart(one: Facts, other: Facts) -> str | None:
    """Return why two mentions that their words alone bring together are not taken for one event, None when they are."""
    return contradict(one, other) or next((reason for keeps, reason in DIFFERENCES if keeps(one, other)), None)


def _other_days(one: Facts, other: Facts) -> bool:
    return not one.days.meets(other.days)


def _other_count(one: Facts, other: Facts) -> bool:
    return one.count is not None and other.count is not None and one.count != other.count


def _other_chamber(one: Facts, other: Facts) -> bool:
    return one.chamber is not None and other.chamber is not None and one.chamber != other.chamber


def _other_tally(one: Facts, other: Facts) -> bool:
    return one.tally is not None and other.tally is not None and one.tally != other.tally


def _other_place(one: Facts, other: Facts) -> bool:
    """Return whether both were somewhere, and not in one town or state; which town is in which state is not known."""
    if one.towns and other.towns:
        return not one.towns & other.towns
    return bool(one.states and other.states) and not one.states & other.states


def _only_one_is_real(one: Facts, other: Facts) -> bool:
    """Return whether one is told as real and the other is not, and their days do not tie them."""
    if not one.status or not other.status or (one.status in REAL) == (other.status in REAL):
        return False
    days = one.days.within(other.days) if one.dated and other.dated else None
    return days is None or not all(_is_short(facts.days) for facts in (one, other))


def _is_short(days: Interval) -> bool:
    return days.earliest is not None and days.latest is not None and (days.latest - days.earliest).days <= SHORT


def _one_and_several(one: Facts, other: Facts) -> bool:
    return one.several is not None and other.several is not None and one.several != other.several


def _other_agents(one: Facts, other: Facts) -> bool:
    """Return whether others act, and neither tells of the other's as "A met B" and "B met A" do."""
    if not one.agents or not other.agents or one.agents & other.agents:
        return False
    return not (one.agents & other.actors and other.agents & one.actors)


def are_opposed(one: Facts, other: Facts) -> bool:
    """Return whether one is told as denied and the other is not."""
    return bool(one.status and other.status) and (one.status == "denied") != (other.status == "denied")


def denies_another(one: Facts, other: Facts) -> bool:
    """Return whether one is denied, and the other is another's act or says nothing of what is denied.

    A denial is of what it says: who "did not apologize for his remarks" may have apologized, and who "will not resign"
    says nothing of what others told or asked. Nobody contradicts himself.
    """
    if not are_opposed(one, other):
        return False
    denied, told = (one, other) if one.status == "denied" else (other, one)
    if denied.limited or (one.voice is not None and one.voice == other.voice):
        return True
    if denied.doers and told.doers and not denied.doers & told.doers:
        return True
    is_bare_noun = told.several is not None and not (told.objects or told.besides)
    return not is_bare_noun and not _is_of_the_same(denied, told)


def denies(one: Facts, other: Facts) -> bool:
    """Return whether one denies what the other tells: of the same actor, or, where none is named, of a known thing."""
    denied, told = (one, other) if one.status == "denied" else (other, one)
    actor = bool(denied.doers & told.doers) if denied.doers else denied.definite and told.definite
    return are_opposed(one, other) and actor and _is_of_the_same(denied, told)


def _is_of_the_same(denied: Facts, told: Facts) -> bool:
    """Return whether a thing to which it is denied to have happened is one to which it is told to have happened.

    What else both name must agree as well, but where the thing is told with a word that narrows it.
    """
    shared = denied.objects & told.objects
    who = shared & denied.actors
    besides = denied.besides & told.besides
    if denied.nouns:
        agree = besides or len(shared) > 1 or not (denied.besides and told.besides)
        return bool(agree and (who or denied.nouns & told.nouns))
    return bool(besides or (who and not denied.besides))


def strangers(one: Facts, other: Facts) -> bool:
    """Return whether two mentions share neither a thing nor a time that is told and not long, but the verb at most."""
    if are_opposed(one, other):
        return not denies(one, other)
    return bool(one.status and other.status) and not one.things & other.things and not _share_time(one, other)


def _share_time(one: Facts, other: Facts) -> bool:
    return one.dated and other.dated and _is_short(one.days) and _is_short(other.days)


def _other_objects(one: Facts, other: Facts) -> bool:
    """Return whether something else is done to, and nothing says that it was at one time."""
    return bool(one.objects and other.objects) and not one.objects & other.objects and not _share_time(one, other)


def _other_meaning(one: Facts, other: Facts) -> bool:
    """Return whether the verbs differ, and are not of one family with one time or one object."""
    if not one.verbs or not other.verbs or one.verbs & other.verbs:
        return False
    return not one.meanings & other.meanings or not (one.objects & other.objects or _share_time(one, other))


def _says_little(one: Facts, other: Facts) -> bool:
    if one.objects & other.objects:
        return False
    return (one.light or other.light) and not (one.dated and other.dated and one.actors & other.actors)


Keeps = Callable[[Facts, Facts], bool]
CONTRADICTIONS: tuple[tuple[Keeps, str], ...] = (
    (_other_days, "disjoint days"),
    (_other_count, "different counts of a repeated act"),
    (_other_chamber, "different houses of parliament"),
    (_other_tally, "different results of a vote"),
    (_other_place, "different places"),
    (_only_one_is_real, PLANNED_AND_REAL),
)
DIFFERENCES: tuple[tuple[Keeps, str], ...] = (
    (_one_and_several, "one against several"),
    (_other_agents, "different actors"),
    (_other_objects, "different objects"),
    (denies_another, "what is denied is something else"),
    (_other_meaning, "verbs that mean something else"),
    (_says_little, "a verb that says little, and neither an object nor a day with its actor in common"),
)
