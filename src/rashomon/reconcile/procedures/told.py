"""What accounts tell of the stages of one measure: in which house, of which state, and when."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from rashomon.languages.act_words import any_of
from rashomon.languages.chambers import houses as usual_houses
from rashomon.languages.procedures import Definition
from rashomon.reconcile.procedures.acts import Act
from rashomon.reconcile.procedures.bodies import HOUSES, Bodies
from rashomon.reconcile.procedures.measures import Measure, Measures
from rashomon.reconcile.procedures.telling import Known, Step, is_halfway, steps
from rashomon.records import Span, Time, Vote

DECIDERS = HOUSES - {"committee"}
REAL = frozenset({"done", "planned", "refused"})
NEAR = 250
"""Characters after a sentence in which an article says how the vote ended that it has told of."""
STOPS = (". ", "\n")
NEXT = 400
"""Characters after a sentence in which an article says of which house it speaks."""
NEWS = timedelta(days=31)
"""What was over so long before an article is not what it reports."""
DECIDING = frozenset({"lower", "upper", "single", "parliament"})


class Told:
    """What accounts tell of the stages of one measure."""

    def __init__(self, measure: Measure, definition: Definition, bodies: Bodies) -> None:
        self.definition = definition
        self.bodies = bodies
        self.shared = {rule.id for rule in definition.stage if rule.shared}
        self.has_own = any(not rule.shared for rule in definition.stage)
        """Whether each party goes through stages of its own."""
        self.acts = sorted(measure.acts, key=lambda act: (act.order, act.start))
        self._of = {(act.article, act.start): self._family(act, definition) for act in self.acts}
        self._parties = self._known_parties()
        self._by_article = self._article_parties()
        self._houses = self._event_houses()
        self._mixed = self._mixed_events()
        known = [act for act in self.acts if act.status == "done" and act.body is not None]
        self._tallies = _by_key((_tally(act), act) for act in known)
        self._days = _by_key((_day(self._time(act)), act) for act in known)
        self.steps = [
            (
                act,
                self._party(act),
                steps(definition, act, self._known(act)),
            )
            for act in self.acts
        ]
        self.parties = frozenset(party for _, party, _ in self.steps if party is not None)

    def _known(self, act: Act) -> Known:
        of = self._of[act.article, act.start]
        return Known(house=self.house(act), of=of, time=self._time(act), vote=self._vote(act))

    def _vote(self, act: Act) -> Vote | None:
        """Return how the vote of an act ended; by its event where that is of one house and state."""
        if (
            act.vote is not None
            or act.event is None
            or act.event.id in self._mixed
            or any_of("again").search(act.words)
        ):
            return act.vote
        vote = act.event.slots.vote
        if vote is None or vote.span.article != act.article or self._is_of_another(vote, act):
            return None
        return vote if 0 <= vote.span.start - act.sentence.end <= NEAR else None

    def _is_of_another(self, vote: Vote, act: Act) -> bool:
        """Return whether the sentence of the result of a vote names another house."""
        text, span = self.bodies.parties.texts[vote.span.article], vote.span
        start = max(text.rfind(stop, 0, span.start) for stop in STOPS)
        end = min((place for stop in STOPS if (place := text.find(stop, span.end)) >= 0), default=len(text))
        named = {house for _, house in self.bodies.houses_in(span.article, max(start, 0), end)}
        return bool(named - {self.house(act)})

    def is_news(self) -> bool:
        """Return whether a stage is told at the head of an article, and as news."""
        needed = set(self.definition.needs) | {ending.id for ending in self.definition.ending}
        needed |= {reopening.id for reopening in self.definition.reopening}
        real = [
            (act, told) for act, _, told in self.steps if act.status in REAL and (told or self._is_before_house(act))
        ]
        if needed and not any(
            self._is_before_house(act) or any(step.stage in needed for step in told) for act, told in real
        ):
            return False
        return any(act.lead and self._is_recent(act) for act, _ in real)

    def _is_before_house(self, act: Act) -> bool:
        """Return whether a house has the measure: it was brought to it, is to vote on it, or has voted once."""
        if act.to is not None and act.to.house in DECIDERS and act.status == "done":
            return True
        is_house = act.body is not None and act.body.house in DECIDERS
        return is_house and (act.status == "planned" or is_halfway(self.definition, act.words))

    def by_party(self) -> Iterator[tuple[str | None, list[Step]]]:
        """Yield the states of whose own procedure something is told as done, with what is, and what all share."""
        own: Counter[str | None] = Counter()
        planned: Counter[str | None] = Counter()
        plain: set[str | None] = set()
        for act, party, told in self.steps:
            before_house = self.has_own and act.body is not None and self._is_before_house(act)
            if before_house or any(step.stage not in self.shared for step in told):
                (own if act.status in {"done", "refused"} else planned)[party] += 1
                if not act.owned:
                    plain.add(party)
        parties = [party for party in own if party is not None]
        if not parties:
            named = [party for party in planned if party is not None]
            parties = named if len(named) == 1 else []
        if len(parties) == 1 and parties[0] not in plain and None in plain:
            yield None, [step for _, of, told in self.steps for step in told if step.stage in self.shared or of is None]
            yield (
                parties[0],
                [step for _, of, told in self.steps for step in told if step.stage in self.shared or of == parties[0]],
            )
            return
        each: list[str | None] = [*parties] or [None]
        for party in each:
            yield (
                party,
                [
                    step
                    for _, of, told in self.steps
                    for step in told
                    if step.stage in self.shared or of == party or (of is None and len(parties) < 2)
                ],
            )

    def brought(self, party: str | None) -> frozenset[str]:
        """Return the houses to which accounts say that the measure goes, or that are to vote on it."""
        verbs = set(self.definition.bringing)
        found = {
            act.to.house
            for act, of, _ in self.steps
            if act.to is not None and act.verbs & verbs and self._is_of(of, party)
        }
        return frozenset(found) | {
            act.body.house
            for act, of, _ in self.steps
            if act.body is not None and act.status == "planned" and self._is_of(of, party)
        }

    def halfway(self, party: str | None) -> Span | None:
        """Return the sentence of a vote that was not yet the completion of a stage: "in first reading"."""
        return next(
            (
                act.sentence
                for act, of, _ in self.steps
                if act.body is not None
                and act.status == "done"
                and is_halfway(self.definition, act.words)
                and self._is_of(of, party)
            ),
            None,
        )

    def _is_of(self, of: str | None, party: str | None) -> bool:
        """Return whether what is told of a state, or of none that is named, is of a party."""
        return of == party or (of is None and len(self.parties) < 2)

    def has_two(self, party: str | None, own: Sequence[Step]) -> bool:
        """Return whether two houses decide: the accounts name one of them, or the state is known to have them."""
        known = usual_houses(self.bodies.parties.code(party)) if party is not None else {}
        named = {step.house for step in own} | {
            act.body.house for act, of, _ in self.steps if act.body is not None and self._is_of(of, party)
        }
        named |= {act.to.house for act, of, _ in self.steps if act.to is not None and self._is_of(of, party)}
        if named & {"lower", "upper"}:
            return True
        return bool({"lower", "upper"} & set(known)) and "parliament" not in named

    def house(self, act: Act) -> str | None:
        """Return the house that decides: of lawmakers of whom no more is said, the house that others name."""
        if act.body is None:
            return "members" if "ratify" in act.verbs and not act.has_doer else None
        if act.body.house != "members":
            return act.body.house
        known = None if act.event is None else self._houses.get(act.event.id)
        return known or self._of_tally(act) or self._of_day(act) or self._named_after(act) or "members"

    def _of_tally(self, act: Act) -> str | None:
        """Return the house whose vote ended as the one of an act did."""
        tally = _tally(act)
        found = self._tallies.get(tally, frozenset()) if tally is not None else frozenset()
        return next(iter(found)) if len(found) == 1 else None

    def _of_day(self, act: Act) -> str | None:
        """Return the one house that is told to have acted on the day of an act."""
        day = _day(act.time)
        found = self._days.get(day, frozenset()) if day is not None else frozenset()
        return next(iter(found)) if len(found) == 1 else None

    def _named_after(self, act: Act) -> str | None:
        """Return the house that an article names right after it has told of "lawmakers", if it is of no other act."""
        others = {
            one.body.entity
            for one in self.acts
            if one.body is not None and one.body.entity is not None and one.start != act.start
        }
        others |= {one.body.house for one in self.acts if one.body is not None and one.article == act.article}
        end = act.sentence.end
        named = self.bodies.houses_in(act.article, end, end + NEXT)
        if any_of("coming").search(self.bodies.parties.texts[act.article][end : end + NEXT]):
            return None
        found = {house for entity, house in named if entity not in others and house not in others}
        return found.pop() if len(found) == 1 and found <= {"lower", "upper"} else None

    def _family(self, act: Act, definition: Definition) -> str:
        thing = Measures(definition).thing_of(act)
        if thing is None or not thing.noun:
            return "measure"
        return "law" if thing.noun in definition.laws else "measure"

    def _event_houses(self) -> dict[str, str]:
        found: dict[str, set[str]] = {}
        for act in self.acts:
            known = act.body is not None and act.status in {"done", "refused"}
            if known and act.event is not None and act.body is not None and act.body.house != "members":
                found.setdefault(act.event.id, set()).add(act.body.house)
        return {event: houses.pop() for event, houses in found.items() if len(houses) == 1}

    def _known_parties(self) -> dict[str, str]:
        """Return the state of each event and each house that some account tells."""
        found: dict[str, set[str]] = {}
        for act in self.acts:
            if act.party is not None:
                for key in _keys(act):
                    found.setdefault(key, set()).add(act.party)
        return {key: parties.pop() for key, parties in found.items() if len(parties) == 1}

    def _article_parties(self) -> dict[str, str]:
        """Return the state of which each article tells at its head, where it is one."""
        heads: dict[str, set[str]] = {}
        for act in self.acts:
            if act.party is not None and act.body is not None and act.lead and not act.owned:
                heads.setdefault(act.article, set()).add(act.party)
        return {article: parties.pop() for article, parties in heads.items() if len(parties) == 1}

    def _party(self, act: Act) -> str | None:
        if act.party is not None:
            return act.party
        known = next((party for key in _keys(act) if (party := self._parties.get(key))), None)
        return known or self._by_article.get(act.article)

    def _time(self, act: Act) -> Time | None:
        """Return when an act was: as it says itself, else as its event does, if that is of one house and state."""
        time = act.time
        if (
            time is None
            and act.event is not None
            and act.event.id not in self._mixed
            and not any_of("again").search(act.words)
        ):
            time = act.event.time
        if time is None or self._is_impossible(act, time):
            return self.bodies.parties.by_then(act.article) if act.status in {"done", "refused"} else None
        return time

    def _is_impossible(self, act: Act, time: Time) -> bool:
        """Return whether what is told as done would be after the article that tells it."""
        then = self.bodies.parties.by_then(act.article)
        if act.status != "done" or then is None or then.latest is None or time.earliest is None:
            return False
        return time.earliest > then.latest

    def _mixed_events(self) -> frozenset[str]:
        """Return the events whose accounts name several houses or states, so that one says nothing of another."""
        found: dict[str, set[tuple[str, str | None]]] = {}
        for act in self.acts:
            if act.event is not None:
                known = found.setdefault(act.event.id, set())
                if act.status not in {"done", "refused"}:
                    continue
                if act.body is not None and act.body.house != "members":
                    known.add(("house", act.body.house))
                if act.party is not None:
                    known.add(("party", act.party))
                if any_of("again").search(act.words):
                    known |= {("time", "first"), ("time", "again")}
        several = {event: Counter(kind for kind, _ in known) for event, known in found.items()}
        return frozenset(event for event, counts in several.items() if max(counts.values(), default=0) > 1)

    def _is_recent(self, act: Act) -> bool:
        own = act.time or (act.event.time if act.event is not None else None)
        if own is not None and self._is_impossible(act, own):
            return False
        time = self._time(act)
        published = self.bodies.parties.published(act.article)
        if time is None or time.latest is None or published is None:
            return True
        return time.latest >= published - NEWS


def _tally(act: Act) -> tuple[int, int] | None:
    vote = act.vote
    return None if vote is None or vote.for_ is None or vote.against is None else (vote.for_, vote.against)


def _keys(act: Act) -> Iterator[str]:
    if act.event is not None:
        yield act.event.id
    if act.body is not None and act.body.entity is not None:
        yield act.body.entity


def _day(time: Time | None) -> date | None:
    """Return the day of a time that is one day."""
    return None if time is None or time.earliest != time.latest else time.earliest


def _by_key(acts: Iterable[tuple[Hashable, Act]]) -> dict[Hashable, frozenset[str]]:
    """Return which houses acted, by what is known of their acts."""
    found: dict[Hashable, set[str]] = {}
    for key, act in acts:
        if act.body is not None and act.body.house in DECIDING:
            found.setdefault(key, set()).add(act.body.house)
    return {key: frozenset(houses) for key, houses in found.items()}
