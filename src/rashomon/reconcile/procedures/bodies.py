"""Who acts in a procedure: which house of which state's parliament, or someone else."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from rashomon.languages.bodies import body_kinds
from rashomon.languages.chambers import chambers
from rashomon.languages.chambers import houses as usual_names
from rashomon.languages.houses import house_in, house_words, houses, members
from rashomon.languages.seats import seats
from rashomon.reconcile.differences.story import Story
from rashomon.reconcile.procedures.parties import Parties
from rashomon.records import Entity, Span
from rashomon.text import alternatives, words

OWNER = re.compile(r"^.*[’']s?\s")
OF = re.compile(r"\sof\s[\w ]+$")
CUT = re.compile(r",|\s(?:of|in|from|on|for|to|at|by|with|who|which|that|after|during)\s", re.IGNORECASE)
HOUSES = frozenset({"lower", "upper", "single", "parliament", "members", "committee"})
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
    """Tells the houses of the parliaments of a story."""

    def __init__(self, story: Story) -> None:
        """Take the story; linear in what it names."""
        self.parties = Parties(story)
        self.entities = self.parties.entities
        self.houses = self._houses(story)
        self._names = {name.lower(): entity for entity, name in self._house_names()}
        self._known = self._chamber_names()
        every = alternatives({*self._names, *self._known})
        self._pattern = re.compile(rf"\b(?:{every})\b", re.IGNORECASE) if every else None

    def houses_in(self, article: str, start: int, end: int) -> list[tuple[str, str]]:
        """Return the houses named in a stretch of an article, each with what house it is."""
        places = self.parties.mentions[article]
        first = bisect_left(places, start, key=lambda place: place[0])
        named = (entity for begin, _, entity in islice(places, first, None) if begin < end)
        return [(entity, self.houses[entity]) for entity in dict.fromkeys(named) if entity in self.houses]

    def acting(self, span: Span, entity: str | None) -> list[Body]:
        """Return the houses that a phrase for who acts means, none when it means someone else."""
        known = self.entities.get(entity or "")
        if known is not None and known.type == "person":
            return []
        if BOTH.search(span.text):
            party = self.parties.party_in(span.text)
            return [Body(house=house, entity=None, party=party) for house in ("lower", "upper")]
        is_name = known is not None and (
            (len(words(span.text)) == 1 and span.text[:1].islower()) or known.name.split()[-1] in span.text
        )
        if known is not None and is_name and known.id in self.houses:
            return [Body(house=self.houses[known.id], entity=known.id, party=self.parties.party_of(known.id))]
        found = self.in_phrase(span)
        return [] if found is None else [found]

    def in_phrase(self, span: Span) -> Body | None:
        """Return the house that a noun phrase means as a whole, not one of its members or groups."""
        text, names = self._marked(span.text)
        cut = CUT.search(text)
        core = (text if cut is None else text[: cut.start()]).split()
        head = core[-1].strip("’'\"“”.").lower() if core else ""
        mark = MARKED.match(head)
        called = house_in(text)
        party = self.parties.party_in(span.text)
        named = [self._named(name, party) for name in names]
        if mark is not None:
            return named[int(mark[1])]
        if called == "committee" or head in house_words("committees"):
            if set(words(span.text)) & house_words("partisan"):
                return None
            return Body(house="committee", entity=None, party=party)
        if head in members():
            return self._of_members(head, core, called, named, party)
        return self._of_house(head, span.text, called, named, party) if head in house_words("house") else None

    def _marked(self, text: str) -> tuple[str, list[str]]:
        """Return a phrase with a mark for each name of a house, and the names."""
        names: list[str] = []

        def marked(match: re.Match[str]) -> str:
            if not match.group()[0].isupper():
                return match.group()
            names.append(match.group())
            return NAME.format(len(names) - 1)

        return (text if self._pattern is None else self._pattern.sub(marked, text)), names

    def _of_members(
        self, head: str, core: Sequence[str], called: str | None, named: Sequence[Body | None], party: str | None
    ) -> Body | None:
        """Return the house of those who sit in it, None for some of them: "opposition lawmakers"."""
        beside = [word for word in words(" ".join(core[:-1])) if word not in house_words("all")]
        if any(self.parties.party_in(word.title()) is None for word in beside):
            return None
        if len(named) == 1 and named[0] is not None and named[0].house != "committee":
            return named[0]
        house = members()[head]
        return Body(house=called or ("members" if house == "open" else house), entity=None, party=party)

    def _of_house(
        self, head: str, text: str, called: str | None, named: Sequence[Body | None], party: str | None
    ) -> Body | None:
        """Return the house that a noun for one means with the words beside it: "its single-chamber parliament"."""
        single = any(word in text.lower() for word in house_words("single"))
        kind = "single" if single else called or ("parliament" if (head,) in body_kinds() else None)
        beside = named[0] if len(named) == 1 else None
        if kind is None:
            return beside
        entity = beside.entity if beside is not None and beside.house == kind else None
        return Body(house=kind, entity=entity, party=party)

    def name(self, party: str | None, house: str) -> str | None:
        """Return the name of a party's house: as the accounts name it, else the usual one."""
        for entity, known in self.houses.items():
            if known == house and party is not None and self.parties.party_of(entity) == party:
                return self.entities[entity].name
        return usual_names(self.parties.code(party)).get(house) if self.parties.code(party) else None  # type: ignore[call-overload]

    def has_one(self, party: str | None) -> bool:
        """Return whether a state is known to have one chamber only."""
        return "single" in usual_names(self.parties.code(party))

    def _named(self, name: str, party: str | None) -> Body | None:
        entity = self._names.get(name.lower())
        house = self.houses.get(entity) if entity is not None else self._known.get(name.lower())
        if house is None:
            return None
        if party is None and entity is not None:
            party = self.parties.party_of(entity)
        if party is None and len(owners := {one.state for one in chambers().get(name.lower(), ())}) == 1:
            party = self.parties.of_code(owners.pop())
        return Body(house=house, entity=entity, party=party)

    def _houses(self, story: Story) -> dict[str, str]:
        """Return which entities are a house: by what the accounts call them, by their names, else beside the others.

        Where there is a senate, the other house is the lower one; alone, a house of which no more is known is the
        parliament.
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
        code = self.parties.code(self.parties.top(entity))
        own: set[str] = {one.house for one in known if one.state == code}
        return own or {one.house for one in known if one.state in self.parties.by_code} or {one.house for one in known}

    def _is_like_house(self, entity: Entity) -> bool:
        """Return whether an entity is called as houses are: "House of Delegates", "State Assembly"."""
        if entity.name.lower() in seats() or entity.type != "organization":
            return False
        head = words(OF.sub("", entity.name))[-1:]
        return set(head) <= house_words("names") and not set(words(entity.name)) & house_words("others")

    def _shares_state(self, one: Entity, other: Entity) -> bool:
        first, second = self.parties.top(one), self.parties.top(other)
        return None in {first, second} or first in {second, one.id} or other.id == second

    def _house_names(self) -> Iterator[tuple[str, str]]:
        for entity in self.houses:
            known = self.entities[entity]
            yield from ((entity, alias.text) for alias in known.aliases)
            yield entity, known.name

    def _chamber_names(self) -> dict[str, str]:
        """Return the names of chambers that mean one kind of house in all states of the story."""
        found: dict[str, str] = {}
        for name, known in chambers().items():
            here: set[str] = {one.house for one in known if one.state in self.parties.by_code} or {
                one.house for one in known
            }
            if len(here) == 1:
                found[name] = here.pop()
        return found
