"""Who acts in a procedure: which house of which state's parliament, or someone else."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.languages.bodies import body_kinds
from rashomon.languages.chambers import chambers
from rashomon.languages.chambers import houses as usual_names
from rashomon.languages.houses import house_in, house_words, houses, members
from rashomon.languages.offices import office_words
from rashomon.languages.seats import seats
from rashomon.languages.states import states
from rashomon.reconcile.differences.story import Story
from rashomon.records import Entity, Span, Time
from rashomon.text import alternatives, words

OWNER = re.compile(r"^.*[’']s?\s")
OF = re.compile(r"\sof\s[\w ]+$")
CUT = re.compile(r",|\s(?:of|in|from|on|for|to|at|by|with|who|which|that|after|during)\s", re.IGNORECASE)
HOUSES = frozenset({"lower", "upper", "single", "parliament", "members", "committee"})
HEADS_OF_STATE = frozenset({"president", "king", "queen", "emperor", "governor"})
REGIONAL = "governor"
OFFICES = {
    words_[0]: rank for words_, rank in office_words("ranks").items() if len(words_) == 1 and rank in HEADS_OF_STATE
}
"""The offices whose holders sign laws, by the words for them."""
HEADS = alternatives(house_words("governed"))
GOVERNED = re.compile(
    rf"(?P<owner>[A-Z]\w+(?: [A-Z]\w+)?)[’']s? (?:[\w-]+ ){{0,2}}?(?:{HEADS})\b"
    rf"|\b(?:{HEADS})(?: [A-Z][\w-]+){{0,3}} (?:of|in) (?P<of>[A-Z]\w+(?: [A-Z]\w+)?)",
)
PEOPLE = re.compile(rf"\b([A-Z]\w{{3,}}(?:n|sh|ese|i|ic|ch|te))\s(?:[a-z-]+ )?(?:{HEADS})\b")
BEFORE = 200
"""Characters before a possessive in which its owner is named."""
SHORTEST_ROOT = 4
"""Letters that the name of a state and of its people have in common: Brenn, Brennish."""
NAME = "⟦{}⟧"
MARKED = re.compile(r"⟦(\d+)⟧")
BOTH = re.compile(
    r"\bboth (?:houses|chambers)\b|\b(?:house|assembly|bundestag|chamber) and (?:the )?senate\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A house that acts."""

    house: str
    """lower, upper, single, parliament, committee; members where it is left open."""
    entity: str | None
    party: str | None


class Bodies:
    """Tells the houses of parliaments and the states of a story."""

    def __init__(self, story: Story) -> None:
        """Take the story; linear in what it names."""
        self.entities: Mapping[str, Entity] = {entity.id: entity for entity in story.entities}
        self.texts: Mapping[str, str] = {article.id: article.text for article in story.articles}
        self._mentions = _by_place(story.entities)
        self._owners = {entity.part_of for entity in story.entities if entity.part_of is not None}
        lines = [article.dateline.text for article in story.articles if article.dateline is not None]
        self._towns = frozenset(word for line in lines for word in line.title().split())
        self._by_code = self._states_named()
        self._polities = frozenset(self._governed())
        self._words = self._state_words()
        self.houses = self._houses(story)
        self._names = {name.lower(): entity for entity, name in self._house_names()}
        self._known = self._chamber_names()
        every = alternatives({*self._names, *self._known})
        self._published = {article.id: article.published for article in story.articles}
        self._offices = {
            (self.party_of(entity.id), OFFICES[word])
            for entity in story.entities
            if entity.type == "person"
            for role in entity.roles
            for word in words(role.text)[-2:]
            if word in OFFICES
        }
        self._pattern = re.compile(rf"\b(?:{every})\b", re.IGNORECASE) if every else None

    def party_in(self, text: str) -> str | None:
        """Return the state that a phrase names, if it names one: "the Russian parliament"."""
        found = dict.fromkeys(self._parties(text))
        return next(iter(found)) if len(found) == 1 else None

    def party_before(self, article: str, place: int) -> str | None:
        """Return the state named last before a place of an article: "Calidor, whose Congress", "Orland and its king"."""
        found = list(self._parties(self.texts[article][max(0, place - BEFORE) : place]))
        return found[-1] if found else None

    def party_of(self, entity: str) -> str | None:
        """Return the state that an entity is or is a part of, or that its roles name: a president's."""
        known = self.entities[entity]
        if self.is_regional("", entity):
            return None
        top = self._top(known)
        if top is not None:
            return top
        named = [party for role in known.roles if (party := self.party_in(role.text))]
        return named[0] if named else self.party_in(known.name)

    def inside(self, span: Span) -> list[Entity]:
        """Return the entities named inside a span."""
        places = self._mentions[span.article]
        first = bisect_left(places, span.start, key=lambda place: place[0])
        found = []
        for start, end, entity in places[first:]:
            if start >= span.end:
                break
            if end <= span.end:
                found.append(self.entities[entity])
        return found

    def houses_in(self, article: str, start: int, end: int) -> list[tuple[str, str]]:
        """Return the houses named in a stretch of an article, each with what house it is."""
        places = self._mentions[article]
        first = bisect_left(places, start, key=lambda place: place[0])
        named = (entity for begin, _, entity in places[first:] if begin < end)
        return [(entity, self.houses[entity]) for entity in dict.fromkeys(named) if entity in self.houses]

    def acting(self, span: Span, entity: str | None) -> list[Body]:
        """Return the houses that a phrase for who acts means, none when it means someone else."""
        known = self.entities.get(entity or "")
        if known is not None and known.type == "person":
            return []
        if BOTH.search(span.text):
            party = self.party_in(span.text)
            return [Body(house=house, entity=None, party=party) for house in ("lower", "upper")]
        is_name = known is not None and (
            (len(words(span.text)) == 1 and span.text[:1].islower()) or known.name.split()[-1] in span.text
        )
        if known is not None and is_name and known.id in self.houses:
            return [Body(house=self.houses[known.id], entity=known.id, party=self.party_of(known.id))]
        found = self.in_phrase(span)
        return [] if found is None else [found]

    def in_phrase(self, span: Span) -> Body | None:
        """Return the house that a noun phrase means as a whole, not one of its members or groups."""
        text = span.text
        names: list[str] = []

        def marked(match: re.Match[str]) -> str:
            if not match.group()[0].isupper():
                return match.group()
            names.append(match.group())
            return NAME.format(len(names) - 1)

        text = self._pattern.sub(marked, text) if self._pattern is not None else text
        called = house_in(text)
        cut = CUT.search(text)
        core = (text if cut is None else text[: cut.start()]).split()
        head = core[-1].strip("’'\"“”.").lower() if core else ""
        mark = MARKED.match(head)
        party = self.party_in(span.text)
        if mark is not None:
            return self._named(names[int(mark[1])], party)
        if called == "committee" or head in {"committee", "panel"}:
            return Body(house="committee", entity=None, party=party)
        if head in members() or head == "members":
            beside = [word for word in words(" ".join(core[:-1])) if word not in house_words("all")]
            if any(self.party_in(word.title()) is None for word in beside):
                return None
            inner = [self._named(name, party) for name in names]
            if len(inner) == 1 and inner[0] is not None and inner[0].house != "committee":
                return inner[0]
            house = called or {"open": "members"}.get(members().get(head, "open"), members().get(head, "members"))
            return Body(house=house, entity=None, party=party)
        if head not in house_words("house"):
            return None
        single = any(word in span.text.lower() for word in house_words("single"))
        kind = "single" if single else called or ("parliament" if (head,) in body_kinds() else None)
        entity = None
        if kind is None and len(names) == 1:
            return self._named(names[0], party)
        if len(names) == 1 and (inner_body := self._named(names[0], party)) is not None:
            entity = inner_body.entity if inner_body.house == kind else None
        return None if kind is None else Body(house=kind, entity=entity, party=party)

    def name(self, party: str | None, house: str) -> str | None:
        """Return the name of a party's house: as the accounts name it, else the usual one."""
        for entity, known in self.houses.items():
            if known == house and party is not None and self.party_of(entity) == party:
                return self.entities[entity].name
        return usual_names(self.code(party)).get(house) if self.code(party) else None  # type: ignore[call-overload]

    def has_one(self, party: str | None) -> bool:
        """Return whether a state is known to have one chamber only."""
        return "single" in usual_names(self.code(party))

    def has_office(self, party: str | None, office: str) -> bool:
        """Return whether the accounts name someone who holds an office of a state."""
        if any(one == party for one, _ in self._offices):
            return (party, office) in self._offices
        return {word for one, word in self._offices if one is None} == {office}

    def is_regional(self, text: str, entity: str | None) -> bool:
        """Return whether someone acts for a part of a state: a governor."""
        known = self.entities.get(entity or "")
        roles = () if known is None else (role.text for role in known.roles)
        return any(OFFICES.get(word) == REGIONAL for phrase in (text, *roles) for word in words(phrase))

    def published(self, article: str) -> date | None:
        """Return the first day on which an article can have been published."""
        return self._published[article].earliest

    def by_then(self, article: str) -> Time | None:
        """Return what the date of an article says of when something that it tells was: by then."""
        latest = self._published[article].latest
        return None if latest is None else Time(timex=None, earliest=None, latest=latest, evidence=())

    def code(self, party: str | None) -> str:
        """Return the code of a party that is a known state, "" where it is not."""
        if party is None:
            return ""
        known = self.entities.get(party)
        state = states().get(known.name) if known is not None else None
        return state.code if state is not None else "" if known is not None else party

    def _named(self, name: str, party: str | None) -> Body | None:
        entity = self._names.get(name.lower())
        house = self.houses.get(entity) if entity is not None else self._known.get(name.lower())
        if house is None:
            return None
        if party is None and entity is not None:
            party = self.party_of(entity)
        if party is None and len(owners := {one.state for one in chambers().get(name.lower(), ())}) == 1:
            party = self._of_code(owners.pop())
        return Body(house=house, entity=entity, party=party)

    def _of_code(self, code: str) -> str | None:
        return self._by_code.get(code, code)

    def _houses(self, story: Story) -> dict[str, str]:
        """Return which entities are a house: by what the accounts call them, by their names, else beside the others.

        Where there is a senate, the other house is the lower one; alone, a house of which no more is known is parliament.
        """
        found = dict(houses(story.articles, story.entities))
        left: list[Entity] = []
        for entity in story.entities:
            if entity.id in found or entity.type == "person":
                continue
            known = self._chambers(entity)
            if len(known) == 1:
                found[entity.id] = known.pop()
            elif known or self._is_like_house(entity):
                left.append(entity)
        for entity in left:
            beside = {house for one, house in found.items() if self._shares_state(self.entities[one], entity)}
            found[entity.id] = "lower" if "upper" in beside else "parliament"
        return found

    def _chambers(self, entity: Entity) -> set[str]:
        """Return what houses an entity may be by its name: those of its state, else of the states of the story."""
        name = OWNER.sub("", entity.name).lower()
        forms = (name, OF.sub("", name), " ".join(name.split()[1:]))
        known = next((chambers()[form] for form in forms if form in chambers()), ())
        code = self.code(self._top(entity))
        own: set[str] = {one.house for one in known if one.state == code}
        return own or {one.house for one in known if one.state in self._by_code} or {one.house for one in known}

    def _is_like_house(self, entity: Entity) -> bool:
        """Return whether an entity is called as houses are: "House of Delegates", "State Assembly"."""
        if entity.name.lower() in seats() or entity.type != "organization":
            return False
        parts = set(words(entity.name))
        return bool(parts & house_words("names")) and not parts & house_words("others")

    def _shares_state(self, one: Entity, other: Entity) -> bool:
        first, second = self._top(one), self._top(other)
        return first is None or second is None or first == second or one.id == first or other.id == second

    def _house_names(self) -> Iterator[tuple[str, str]]:
        for entity in self.houses:
            known = self.entities[entity]
            yield from ((entity, alias.text) for alias in known.aliases)
            yield entity, known.name

    def _chamber_names(self) -> dict[str, str]:
        """Return the names of chambers that mean one kind of house in all states of the story."""
        found: dict[str, str] = {}
        for name, known in chambers().items():
            here: set[str] = {one.house for one in known if one.state in self._by_code} or {one.house for one in known}
            if len(here) == 1:
                found[name] = here.pop()
        return found

    def _governed(self) -> Iterator[str]:
        """Yield the entities of which the accounts name a government, a parliament or a head: "the king of Orland"."""
        by_form = {
            alias.text: entity.id
            for entity in self.entities.values()
            for alias in entity.aliases
            if (entity.type != "person" or " " not in entity.name)
            and not set(words(entity.name)) & house_words("names")
        }
        for text in self.texts.values():
            for match in GOVERNED.finditer(text):
                form = match["owner"] or match["of"]
                for name in (form, form.split()[-1]):
                    if name in by_form and name not in self._towns:
                        yield by_form[name]
                        break

    def _top(self, entity: Entity) -> str | None:
        """Return the state that an entity is or is a part of."""
        seen: set[str] = set()
        here: Entity | None = entity
        while here is not None and here.id not in seen:
            seen.add(here.id)
            if here.id in self._polities and here.type != "person":
                break
            if here.part_of is None or here.part_of not in self.entities:
                break
            here = self.entities[here.part_of]
        if here is None:
            return None
        state = states().get(here.name)
        if state is not None and here.type in {"place", "group"}:
            return self._by_code[state.code]
        if here.id in self._polities or (here.id in self._owners and here.type == "place"):
            return here.id
        return None

    def _states_named(self) -> dict[str, str]:
        """Return the entity that stands for each known state of the story: the state itself before its people."""
        found: dict[str, str] = {}
        for entity in sorted(self.entities.values(), key=lambda one: (one.part_of is not None, one.type != "place")):
            state = states().get(entity.name)
            if state is not None and entity.type in {"place", "group"}:
                found.setdefault(state.code, entity.id)
        return found

    def _state_words(self) -> dict[str, str]:
        """Return the state by each word or name that stands for it."""
        found: dict[str, str] = {}
        for entity in self.entities.values():
            named = entity.type in {"place", "group"} or entity.id in self._polities
            top = self._top(entity) if named else None
            if top is not None:
                for form in (entity.name, *(alias.text for alias in entity.aliases)):
                    found.setdefault(form, top)
        roots = {root: party for name, party in found.items() if len(root := name.rstrip("aeiouy")) >= SHORTEST_ROOT}
        for text in self.texts.values():
            for match in PEOPLE.finditer(text):
                ending = next((root for root in roots if match[1].startswith(root)), None)
                if ending is not None and match[1] not in states():
                    found.setdefault(match[1], roots[ending])
        return found

    def _parties(self, text: str) -> Iterator[str]:
        parts = [part.strip(',.;:()"“”').removesuffix("’s").removesuffix("'s").strip("’'") for part in text.split()]
        number = 0
        while number < len(parts):
            pair = self._party(" ".join(parts[number : number + 2])) if number + 1 < len(parts) else None
            party = pair or (self._party(parts[number]) if parts[number][:1].isupper() else None)
            if party is not None:
                yield party
            number += 2 if pair is not None else 1

    def _party(self, form: str) -> str | None:
        known = self._words.get(form)
        if known is not None:
            return known
        state = states().get(form)
        return None if state is None else self._of_code(state.code)


def _by_place(entities: Sequence[Entity]) -> dict[str, list[tuple[int, int, str]]]:
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in entities:
        for span in entity.mentions:
            found[span.article].append((span.start, span.end, entity.id))
    for places in found.values():
        places.sort()
    return defaultdict(list, found)
