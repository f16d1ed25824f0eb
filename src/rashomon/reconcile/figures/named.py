"""Whose the things are that are counted, and where: the entities that the words of an article name."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.languages.figure_words import says_further, says_no_owner, says_where
from rashomon.records import Article, Entity, Quantity, Span
from rashomon.records.annotation import EventMention

OWNING = frozenset({"place", "organization", "group"})
NEAR = 50
"""Characters within which a place stands behind a part."""
WORD, STOP = re.compile(r"\w+"), re.compile(r"[.,;:()]")
LONGEST_PREPOSITION = 12
"""Characters, with the spaces around it."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place that a count is told of: the place itself, what it lies in, and the words."""

    place: str
    whole: str
    text: str


@dataclass(frozen=True, slots=True)
class Modifiers:
    """What the words that go with a noun say of the things: whose they are, which of them, where they are."""

    owner: str | None
    narrowed: tuple[Span, ...]
    places: tuple[Where, ...]


class Named:
    """Which entities the words of an article name, and what they are parts of."""

    def __init__(self, articles: Sequence[Article], entities: Sequence[Entity]) -> None:
        """Take the articles and the entities of a story."""
        self.entities = {entity.id: entity for entity in entities}
        self._mentions: dict[str, list[tuple[int, int, str]]] = {article.id: [] for article in articles}
        for entity in entities:
            for span in entity.mentions:
                self._mentions[span.article].append((span.start, span.end, entity.id))
        for mentions in self._mentions.values():
            mentions.sort()

    def within(self, span: Span) -> Iterator[Entity]:
        """Return the entities that the words of a span name, in text order."""
        mentions = self._mentions[span.article]
        for start, end, entity in mentions[bisect_left(mentions, (span.start, 0, "")) :]:
            if start >= span.end:
                return
            if end <= span.end:
                yield self.entities[entity]

    def _next_place(self, span: Span) -> tuple[Entity, int] | None:
        """Return the place that is named within a few words behind a span, and where its name ends."""
        mentions = self._mentions[span.article]
        for start, end, entity in mentions[bisect_left(mentions, (span.end, 0, "")) :]:
            if start >= span.end + NEAR:
                break
            if self.entities[entity].type == "place":
                return self.entities[entity], end
        return None

    def modifiers(self, quantity: Quantity) -> Modifiers:
        """Return what the words that go with a counted noun say of the things."""
        owner: str | None = None
        narrowed: list[Span] = []
        places: list[Where] = []
        for words in () if quantity.counted is None else quantity.counted.modifiers:
            found = [entity for entity in self.within(words) if entity.type in OWNING]
            first = words.text.split()[0].lower()
            if not found:
                if " " not in words.text and not (says_further(words.text) or says_no_owner(words.text)):
                    narrowed.append(words)
            elif says_where(first):
                places.append(self._where(found[0], words.text))
            elif first in {"of", "from"} or " " not in words.text or found[0].name in words.text:
                owner = owner or self.whole(found[0].id)
        return Modifiers(owner, tuple(narrowed), tuple(places))

    def places(self, mention: EventMention, number: Span, article: Article) -> Iterator[Where]:
        """Return where the event is that a number is told with."""
        if mention.place is not None and mention.place.entity is not None:
            words = _with_preposition(mention.place.span, article)
            yield self._where(self.entities[mention.place.entity], words)
        for actor in mention.actors:
            if actor.entity is None or actor.span.start <= number.start < actor.span.end or actor.role == "agent":
                continue
            entity = self.entities[actor.entity]
            words = _with_preposition(actor.span, article)
            if entity.type == "place" and (actor.role == "patient" or says_where(words.split()[0])):
                yield self._where(entity, words)

    def place_behind(self, number: Span, article: Article) -> Where | None:
        """Return the place of a part: "some 700 of them in the border province of ..."."""
        found = self._next_place(number)
        if found is None:
            return None
        entity, end = found
        words = article.text[number.end : end]
        start = next((match.start() for match in WORD.finditer(words) if says_where(match.group())), None)
        return None if start is None or STOP.search(words) else self._where(entity, words[start:])

    def sender(self, mention: EventMention, number: Span) -> str | None:
        """Return who sends or prepares the things, where their noun does not say whose they are."""
        agents = {
            self.whole(actor.entity)
            for actor in mention.actors
            if actor.role == "agent"
            and actor.entity is not None
            and not actor.span.start <= number.start < actor.span.end
        }
        agents = {agent for agent in agents if self.entities[agent].type in OWNING}
        return agents.pop() if len(agents) == 1 else None

    def _where(self, entity: Entity, words: str) -> Where:
        whole = self.whole(entity.id)
        return Where(whole if entity.type == "group" else entity.id, whole, words)

    def whole(self, entity: str) -> str:
        """Return what an entity is a part of, at the far end; itself where it is no part."""
        seen = {entity}
        while (above := self.entities[entity].part_of) is not None and above not in seen:
            seen.add(above)
            entity = above
        return entity


def _with_preposition(words: Span, article: Article) -> str:
    before = article.text[max(0, words.start - LONGEST_PREPOSITION) : words.start].split()
    return f"{before[-1]} {words.text}" if before and says_where(before[-1]) else words.text
