"""What one article tells of one entity, as far as it helps to say which entities of other articles are the same."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from rashomon.languages.chambers import Chamber, House, houses
from rashomon.languages.name_words import name_words
from rashomon.languages.people import Gender, gender_of, gender_of_noun, given_names, people_nouns
from rashomon.languages.states import State, states
from rashomon.link.entities.bodies import Body, body_of, says_its_state
from rashomon.link.entities.offices import Office, office_of
from rashomon.link.entities.people import PersonName, person_name
from rashomon.link.entities.words import letters
from rashomon.records import Article, Entity, Span
from rashomon.records.annotation import Annotation

LOOKED_AT = 6
"""Mentions of an entity before which the text is read."""
BEFORE = 60
"""Characters before a mention that are read."""
OWNER = re.compile(r"((?:[\w.]+ ){0,3}[\w.]+?)(?:['’]s?)?\s+$")
WORD_BEFORE = re.compile(r"([\w.]+)\s+$")
AHEAD = 1.5
"""How many times as often as the next a state must be named before a chamber is its."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Named:
    """One entity of one article."""

    entity: Entity
    article: str
    names: tuple[PersonName, ...]
    """For people, the distinct names of two words or more."""
    bare: frozenset[str]
    """For people, the names of one word."""
    gender: Gender | None
    is_person: bool
    """Whether the article takes it for a person, by its mark or its office."""
    offices: frozenset[Office]
    bodies: tuple[Body, ...]
    """For all others, what each distinct form tells, the fullest first."""
    state: State | None
    """The state, capital or people that it is."""
    owner: str | None
    """Code of the state whose body it is, or in which it lies."""
    chamber: Chamber | None
    year: int | None
    """When the article was published."""
    around: frozenset[str]
    """Codes of the states that the article names."""

    @property
    def is_doubtful(self) -> bool:
        """Whether nothing but the mark says that it is a person: no title, role, given name or second form."""
        return self.is_person and _says_little(self.entity, self.names, self.gender, self.offices)

    @property
    def order(self) -> tuple[str, int, int]:
        """A place in the story that does not depend on the order in which articles came."""
        first = self.entity.mentions[0]
        return self.article, first.start, first.end


def all_named(annotations: Sequence[Annotation], articles: Mapping[str, Article]) -> list[Named]:
    """Return what each article tells of each of its entities, in the order of the articles."""
    found: list[Named] = []
    for annotation in annotations:
        article = articles.get(annotation.reading.article)
        of_article = [_told(entity, annotation.reading.article, article) for entity in annotation.entities]
        counts = states_named(of_article)
        around = frozenset(counts)
        found += [replace(_with_chamber(one, counts), around=around) for one in of_article]
    return found


def states_named(found: Sequence[Named]) -> Counter[str]:
    """Return how often each state is named, by itself or by what is its own."""
    counts: Counter[str] = Counter()
    for one in found:
        code = one.state.code if one.state else one.owner
        if code is not None:
            counts[code] += len(one.entity.mentions)
    return counts


def identities(one: Named) -> list[tuple[Key, str]]:
    """Return what entities share that are the same for certain, each with the name of the reason."""
    if one.is_person:
        return [(("person", letters(name.words), name.ending or ""), "same name") for name in one.names]
    known = _known(one)
    if known is not None:
        return [known]
    full = one.bodies[0]
    found: list[tuple[Key, str]] = []
    kind = full.kind
    if full.seat is not None:
        found.append((("seat", full.seat.state, full.seat.name), "same body under its names"))
        kind = full.seat.stands_for
    if kind is not None and one.owner is not None and (full.seat is None or kind.endswith("ministry")):
        found.append((("body", kind, one.owner), "same kind of body of one state"))
    return found if found or kind is not None else _by_name(one)


def _known(one: Named) -> tuple[Key, str] | None:
    """Return the state, region, chamber or publisher that something is."""
    full = one.bodies[0]
    if one.state is not None:
        return ("state", one.state.by, one.state.code), "same state"
    if full.region is not None:
        return ("region", full.region.name), "same region"
    if one.chamber is not None:
        return ("chamber", one.chamber.state, one.chamber.house), "same chamber"
    return (("publisher", full.publisher), "same publisher") if full.publisher is not None else None


def _by_name(one: Named) -> list[tuple[Key, str]]:
    full = one.bodies[0]
    if full.owner is not None:
        return [(("name", full.owner, letters(full.rest)), "same name and state")]
    called = _mostly_called(one)
    names = dict.fromkeys([name_letters(one, full), *([name_letters(one, called)] if called is not None else [])])
    return [(("name", name), "same name") for name in names if name]


def _mostly_called(one: Named) -> Body | None:
    """Return the form by which something is called most, when it begins the full name and is no noun for a body."""
    most = max(one.entity.aliases, key=lambda alias: (alias.count, len(alias.text)), default=None)
    called = body_of(most.text) if most is not None and most.count > 1 else None
    if called is None or not called.words or called.words == one.bodies[0].words[-len(called.words) :]:
        return None
    return None if called.words[0] in people_nouns("bodies") or called.state or called.region else called


def name_letters(one: Named, body: Body) -> str:
    """Return the letters of a name; of a people or party those of one of its members."""
    written = letters(body.words)
    plural = one.entity.type == "group" and len(written) > LOOKED_AT and written.endswith("s")
    singular = written[:-1] if plural and not written.endswith("ss") else written
    return singular.removesuffix("ic") if one.entity.type == "group" and singular.endswith("cratic") else singular


def _told(entity: Entity, article: str, read: Article | None) -> Named:
    forms = [alias.text for alias in entity.aliases] or [entity.name]
    offices = frozenset(office for role in entity.roles if (office := office_of(role.text)) is not None)
    bodies = tuple(sorted({body_of(form): None for form in forms}, key=_widest))
    state = next((body.state for body in bodies if body.state), None) if entity.type != "person" else None
    capital = [form for form in forms if not form.islower()]
    names = tuple(dict.fromkeys(name for form in capital if (name := person_name(form)) is not None))
    gender = _gender(entity, read) if entity.type == "person" else None
    day = read.published.earliest if read is not None else None
    is_person = bool(names) and (entity.type == "person" or (bool(offices) and state is None))
    if is_person and any(body.region or body.publisher for body in bodies):
        is_person = not _says_little(entity, names, gender, offices)
    return Named(
        entity=entity,
        article=article,
        names=tuple(sorted((name for name in names if name.is_full), key=_fullest)) if is_person else (),
        bare=frozenset(name.words[0] for name in names if not name.is_full) if is_person else frozenset(),
        gender=gender,
        is_person=is_person,
        offices=offices,
        bodies=bodies,
        state=state,
        owner=_owner(entity, bodies, read) if state is None and not is_person else None,
        chamber=None,
        year=day.year if day is not None else None,
        around=frozenset(),
    )


def _says_little(
    entity: Entity, names: Sequence[PersonName], gender: Gender | None, offices: Collection[Office]
) -> bool:
    """Return whether nothing but the mark says that someone is a person."""
    if gender or offices or not all(_calls_a_body(role.text) for role in entity.roles):
        return False
    return not any(word in given_names() for name in names for word in name.words[:-1])


def _calls_a_body(role: str) -> bool:
    words = role.lower().split()
    return bool(words) and words[-1] in people_nouns("bodies")


def _fullest(name: PersonName) -> tuple[int, tuple[str, ...]]:
    return -len(letters(name.words)), name.words


def _widest(body: Body) -> tuple[bool, int, tuple[str, ...]]:
    return body.state is None, -len(letters(body.words)), body.words


def _owner(entity: Entity, bodies: Sequence[Body], read: Article | None) -> str | None:
    for body in bodies:
        code = body.owner or (body.seat.state if body.seat else None) or (body.region.state if body.region else None)
        if code is None and says_its_state(body):
            code = body.chambers[0].state
        if code is not None:
            return code
    if read is None or not any(body.kind or body.chambers for body in bodies):
        return None
    return _owner_before(entity.mentions, read)


def _owner_before(mentions: Sequence[Span], read: Article) -> str | None:
    """Return the state that the text names right before a mention: "South Korea's", "the Russian"."""
    for mention in mentions[:LOOKED_AT]:
        before = OWNER.search(read.text[max(0, mention.start - BEFORE) : mention.start])
        words = before[1].split() if before is not None else []
        for size in range(len(words)):
            state = states().get(" ".join(words[size:]))
            if state is not None and state.by != "capital":
                return state.code
    return None


def _gender(entity: Entity, read: Article | None) -> Gender | None:
    before = [] if read is None else [_word_before(mention, read) for mention in entity.mentions[:LOOKED_AT]]
    title = next((found for word in before if word in name_words("titles") and (found := gender_of([word, ""]))), None)
    by_noun = (gender_of_noun(word) for role in entity.roles for word in role.text.lower().split()[:LOOKED_AT])
    name = max((alias.text for alias in entity.aliases), key=lambda text: len(text.split()), default=entity.name)
    return title or gender_of(name.split()) or next((found for found in by_noun if found), None)


def _word_before(mention: Span, read: Article) -> str:
    found = WORD_BEFORE.search(read.text[max(0, mention.start - BEFORE) : mention.start])
    return found[1].lower() if found is not None else ""


def _with_chamber(one: Named, states_around: Counter[str]) -> Named:
    """Return what is told with the chamber that a name means, where the article lets one see whose it is."""
    if one.is_person or one.state is not None:
        return one
    for body in one.bodies:
        if body.chambers:
            chamber = _chamber(body, one.owner, states_around)
            return replace(one, chamber=chamber, owner=chamber.state) if chamber is not None else one
    house = one.bodies[0].kind
    known = houses(one.owner) if one.owner is not None else {}
    meant: House | None = next((found for found in get_args(House) if found == house), None)
    if meant == "parliament" and "single" in known:
        meant = "single"
    if one.owner is not None and meant in known:
        return replace(one, chamber=Chamber(one.owner, meant))
    return one


def _chamber(body: Body, owner: str | None, states_around: Counter[str]) -> Chamber | None:
    if owner is not None:
        return next((chamber for chamber in body.chambers if chamber.state == owner), None)
    ranked = sorted(body.chambers, key=lambda chamber: (-states_around[chamber.state], chamber.state, chamber.house))
    counts = [states_around[chamber.state] for chamber in ranked]
    others = max((states_around[chamber.state] for chamber in ranked if chamber.state != ranked[0].state), default=0)
    return ranked[0] if counts[0] > AHEAD * others else None
