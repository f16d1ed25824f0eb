"""The states of a story, by all the words that stand for them: whose procedure it is."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from rashomon.languages.houses import house_words
from rashomon.languages.offices import office_words
from rashomon.languages.states import states
from rashomon.reconcile.differences.story import Story
from rashomon.records import Entity, Span, Time
from rashomon.text import alternatives, words

HEADS_OF_STATE = frozenset({"president", "king", "queen", "emperor", "governor"})
REGIONAL = "governor"
OFFICES = {
    words_[0]: rank for words_, rank in office_words("ranks").items() if len(words_) == 1 and rank in HEADS_OF_STATE
}
"""The offices whose holders sign laws, by the words for them."""
REGIONAL_OFFICE = re.compile(
    rf"\b(?:{alternatives(word for word, rank in OFFICES.items() if rank == REGIONAL)})\b", re.IGNORECASE
)
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


class Parties:
    """Tells the states of a story."""

    def __init__(self, story: Story) -> None:
        """Take the story; linear in what it names."""
        self.entities: Mapping[str, Entity] = {entity.id: entity for entity in story.entities}
        self.texts: Mapping[str, str] = {article.id: article.text for article in story.articles}
        self.mentions = _by_place(story.entities)
        """Where entities are named, by article: start, end, entity."""
        self._published = {article.id: article.published for article in story.articles}
        self._owners = {entity.part_of for entity in story.entities if entity.part_of is not None}
        lines = [article.dateline.text for article in story.articles if article.dateline is not None]
        self._towns = frozenset(word for line in lines for word in line.title().split())
        self.by_code = self._states_named()
        """The entity that stands for each known state, by its code."""
        self._polities = frozenset(self._governed())
        self._words = self._state_words()
        self._offices = {
            (self.party_of(entity.id), OFFICES[word])
            for entity in story.entities
            if entity.type == "person"
            for role in entity.roles
            for word in words(role.text)[-2:]
            if word in OFFICES
        }
        self._has_region = any(REGIONAL_OFFICE.search(text) for text in self.texts.values())

    def party_in(self, text: str) -> str | None:
        """Return the state that a phrase names, if it names one: "the Russian parliament"."""
        found = dict.fromkeys(self._parties(text))
        return next(iter(found)) if len(found) == 1 else None

    def party_before(self, article: str, place: int) -> str | None:
        """Return the state named last before a place of an article: "Orland, whose king"."""
        found = list(self._parties(self.texts[article][max(0, place - BEFORE) : place]))
        return found[-1] if found else None

    def party_of(self, entity: str) -> str | None:
        """Return the state that an entity is or is a part of, or that its roles name: a president's."""
        known = self.entities[entity]
        if self.is_regional("", entity):
            return None
        top = self.top(known)
        if top is not None:
            return top
        named = [party for role in known.roles if (party := self.party_in(role.text))]
        return named[0] if named else self.party_in(known.name)

    def inside(self, span: Span) -> list[Entity]:
        """Return the entities named inside a span."""
        places = self.mentions[span.article]
        first = bisect_left(places, span.start, key=lambda place: place[0])
        found = []
        for start, end, entity in islice(places, first, None):
            if start >= span.end:
                break
            if end <= span.end:
                found.append(self.entities[entity])
        return found

    def has_office(self, party: str | None, office: str) -> bool:
        """Return whether the accounts name someone who holds an office of a state."""
        if any(one == party for one, _ in self._offices):
            return (party, office) in self._offices
        return not self._has_region and {word for one, word in self._offices if one is None} == {office}

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

    def of_code(self, code: str) -> str:
        """Return the party that is a known state: its entity, else its code."""
        return self.by_code.get(code, code)

    def top(self, entity: Entity) -> str | None:
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
            return self.by_code[state.code]
        if here.id in self._polities or (here.id in self._owners and here.type == "place"):
            return here.id
        return None

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
            top = self.top(entity) if named else None
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
        return None if state is None else self.of_code(state.code)


def _by_place(entities: Sequence[Entity]) -> dict[str, list[tuple[int, int, str]]]:
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in entities:
        for span in entity.mentions:
            found[span.article].append((span.start, span.end, entity.id))
    for places in found.values():
        places.sort()
    return defaultdict(list, found)
