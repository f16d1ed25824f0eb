"""The numbers of an article as counts: what is counted, whose it is, what is told of it, where, by whom and when."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from rashomon.languages.figure_words import (
    is_act,
    is_told,
    is_trivial,
    leads_there,
    says_further,
    says_no_owner,
    says_where,
    told_of,
)
from rashomon.languages.thing_words import kind_of_thing
from rashomon.records import Article, Claim, Entity, Event, Quantity, Span, Time
from rashomon.records.annotation import EventMention, Reading, Role
from rashomon.records.findings import Status
from rashomon.values.intervals import ALWAYS, Interval
from rashomon.values.relations import is_known
from rashomon.values.timex import happening

KINDS = frozenset({"count", "money", "percentage", "measure"})
OWNING = frozenset({"place", "organization", "group"})
PARTS = frozenset({"agent", "patient", "recipient"})

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
class Count:
    """One number of an article, and what it measures."""

    article: Article
    number: int
    """Its place among the quantities of the article."""
    quantity: Quantity
    dimension: str
    """The unit, ``count`` for things that are counted."""
    head: str
    """The noun that is counted."""
    thing: str
    """What stands for all nouns of that kind."""
    told: str
    """What is told of the things: a relation of the table of figures, else the verb, nothing where none is told."""
    verb: str
    clause: Span | None
    """The clause that tells it."""
    role: Role | None
    """What the things are in it."""
    event: str | None
    """The event of the record that the number is told with."""
    owner: str | None
    """Whose the things are: the state, or the body that is no part of another."""
    is_owned: bool
    """The noun itself says whose they are."""
    where: Where | None
    days: Interval
    """When it happened, as far as the account says."""
    narrowed: tuple[Span, ...]
    """Words that say which: "special", "border"."""
    state: str | None
    """How it is not yet, or not all: prepared, planned, further."""
    status: Status
    as_of: Time | None
    claim: Claim | None

    @property
    def span(self) -> Span:
        """The number."""
        return self.quantity.span

    @property
    def speaker(self) -> str | None:
        """Who states it; None is the article in its own voice."""
        if self.claim is None:
            return None
        speaker = self.claim.speaker
        return speaker.entity or (speaker.span.text if speaker.span is not None else "")


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

    def behind(self, span: Span) -> tuple[Entity, int] | None:
        """Return the place that is named within a few words behind a span, and where its name ends."""
        mentions = self._mentions[span.article]
        for start, end, entity in mentions[bisect_left(mentions, (span.end, 0, "")) :]:
            if start >= span.end + NEAR:
                break
            if self.entities[entity].type == "place":
                return self.entities[entity], end
        return None

    def whole(self, entity: str) -> str:
        """Return what an entity is a part of, at the far end; itself where it is no part."""
        seen = {entity}
        while (above := self.entities[entity].part_of) is not None and above not in seen:
            seen.add(above)
            entity = above
        return entity


class Counting:
    """Reads the quantities of articles as counts."""

    def __init__(self, named: Named, claims: Sequence[Claim], events: Sequence[Event]) -> None:
        """Take who is named, the claims and the events of the story."""
        self.named = named
        self._claims: dict[str, list[Claim]] = {}
        for claim in claims:
            self._claims.setdefault(claim.article, []).append(claim)
        self._events = {
            (account.article, account.trigger.start): event for event in events for account in event.accounts
        }

    def of(self, article: Article, reading: Reading) -> Iterator[Count]:
        """Return the counts of one article in text order."""
        read: dict[int, Count] = {}
        for number, quantity in enumerate(reading.quantities):
            if not _may_count(quantity):
                continue
            count = self._count(article, reading, number)
            count = _after(count, read.get(number - 1))
            count = _of(count, read.get(-1 if quantity.part_of is None else quantity.part_of))
            read[number] = count
            yield count

    def _count(self, article: Article, reading: Reading, number: int) -> Count:
        quantity = reading.quantities[number]
        mention = _mention(quantity, reading)
        if mention is not None and _told(mention, quantity) is None and _is_somewhere(quantity):
            mention = None
        event = None if mention is None else self._events.get((article.id, mention.trigger.start))
        verb = "" if mention is None else mention.kind
        counted = quantity.counted
        head = "" if counted is None else counted.head
        told = "" if mention is None else _told(mention, quantity) or verb
        claim = self._claim(quantity.span)
        whose, narrowed, places = self._modifiers(quantity)
        is_owned = whose is not None
        if mention is not None:
            places += self._places(mention, quantity.span, article)
        if is_act(told):
            places = [where for where in places if not leads_there(where.text)]
        if quantity.part_of is not None and (behind := self._behind(quantity.span, article)) is not None:
            places = [behind]
        if not told and (places or _is_somewhere(quantity)):
            told = "there"
        if whose is None and mention is not None and told in {"there", "prepared"}:
            whose = self._sender(mention, quantity.span)
        return Count(
            article=article,
            number=number,
            quantity=quantity,
            dimension="count" if quantity.kind == "count" else quantity.unit or quantity.kind,
            head=head,
            thing=kind_of_thing(head),
            told=told,
            verb=verb,
            clause=None if mention is None else mention.clause,
            role=None if mention is None else _role(mention, quantity.span),
            event=None if event is None else event.id,
            owner=whose,
            is_owned=is_owned,
            where=next(iter(places), None) if told != "prepared" else None,
            days=_days(mention, event, reading),
            narrowed=narrowed,
            state=_state(told, mention),
            status="happened" if mention is None else mention.status,
            as_of=_as_of(claim, article),
            claim=claim,
        )

    def _modifiers(self, quantity: Quantity) -> tuple[str | None, tuple[Span, ...], list[Where]]:
        """Return whose the things are, which of them, and where they are, by the words that go with their noun."""
        owner: str | None = None
        narrowed: list[Span] = []
        places: list[Where] = []
        for words in () if quantity.counted is None else quantity.counted.modifiers:
            found = [entity for entity in self.named.within(words) if entity.type in OWNING]
            first = words.text.split()[0].lower()
            if not found:
                if " " not in words.text and not (says_further(words.text) or says_no_owner(words.text)):
                    narrowed.append(words)
            elif says_where(first):
                places.append(self._where(found[-1], words.text))
            elif first in {"of", "from"} or " " not in words.text or found[0].name in words.text:
                owner = owner or self.named.whole(found[0].id)
        return owner, tuple(narrowed), places

    def _places(self, mention: EventMention, number: Span, article: Article) -> list[Where]:
        """Return where the event is that the number is told with."""
        found = []
        if mention.place is not None and mention.place.entity is not None:
            found.append(
                self._where(self.named.entities[mention.place.entity], _with_preposition(mention.place.span, article))
            )
        for actor in mention.actors:
            if actor.entity is None or actor.span.start <= number.start < actor.span.end or actor.role == "agent":
                continue
            entity = self.named.entities[actor.entity]
            words = _with_preposition(actor.span, article)
            if entity.type == "place" and (actor.role == "patient" or says_where(words.split()[0])):
                found.append(self._where(entity, words))
        return found

    def _behind(self, number: Span, article: Article) -> Where | None:
        """Return the place of a part: "some 700 of them in the border province of ..."."""
        found = self.named.behind(number)
        if found is None:
            return None
        entity, end = found
        words = article.text[number.end : end]
        start = next((match.start() for match in WORD.finditer(words) if says_where(match.group())), None)
        return None if start is None or STOP.search(words) else self._where(entity, words[start:])

    def _where(self, entity: Entity, words: str) -> Where:
        whole = self.named.whole(entity.id)
        return Where(whole if entity.type == "group" else entity.id, whole, words)

    def _sender(self, mention: EventMention, number: Span) -> str | None:
        """Return who sends or prepares them, where the noun does not say whose they are."""
        agents = {
            self.named.whole(actor.entity)
            for actor in mention.actors
            if actor.role == "agent"
            and actor.entity is not None
            and not actor.span.start <= number.start < actor.span.end
        }
        agents = {agent for agent in agents if self.named.entities[agent].type in OWNING}
        return agents.pop() if len(agents) == 1 else None

    def _claim(self, number: Span) -> Claim | None:
        """Return the innermost claim that states a number."""
        holding = [
            (part.end - part.start, order, claim)
            for order, claim in enumerate(self._claims.get(number.article, ()))
            for part in claim.content
            if part.start <= number.start and number.end <= part.end
        ]
        return min(holding, key=lambda one: one[:2])[2] if holding else None


def _may_count(quantity: Quantity) -> bool:
    """Return whether a quantity can be a point of a figure."""
    value = quantity.value
    if quantity.kind not in KINDS or not is_known(value) or quantity.vote is not None:
        return False
    if quantity.counted is None:
        return quantity.kind in {"money", "count"}
    return value.number != 0 and not is_trivial(quantity.counted.head)


def _is_somewhere(quantity: Quantity) -> bool:
    """Return whether words with the noun say where the things are, even of a place that is not named."""
    counted = quantity.counted
    return counted is not None and any(says_where(words.text.split()[0]) for words in counted.modifiers)


def _with_preposition(words: Span, article: Article) -> str:
    before = article.text[max(0, words.start - LONGEST_PREPOSITION) : words.start].split()
    return f"{before[-1]} {words.text}" if before and says_where(before[-1]) else words.text


def _after(count: Count, before: Count | None) -> Count:
    """Return a count as it is told after one of the same things: "a further 3,000", "put the number at 1,200"."""
    if before is None or before.thing != count.thing:
        return count
    if any(says_further(word) for word in count.span.text.split()):
        return replace(count, owner=count.owner or before.owner, state=count.state or "further")
    counted = count.quantity.counted
    if not count.told and counted is not None and counted.span.end < count.span.start:
        return replace(count, told=before.told, verb=before.verb, role=before.role, event=before.event)
    return count


def _of(count: Count, whole: Count | None) -> Count:
    """Return a part as it is told: what is told of the whole is told of its parts."""
    if whole is None:
        return count
    if count.thing == whole.thing:
        where = (
            count.where if count.where is None or whole.where is None else replace(count.where, whole=whole.where.whole)
        )
        count = replace(count, owner=count.owner or whole.owner, where=where)
    if is_act(count.told) or (is_told(count.told) and not is_act(whole.told)):
        return count
    return replace(count, told=whole.told, verb=whole.verb, role=whole.role, event=whole.event, days=whole.days)


def _mention(quantity: Quantity, reading: Reading) -> EventMention | None:
    """Return what is told of the things: the event in which they take part, of several the one with fewest words."""
    counted = quantity.counted
    inside = () if counted is None else counted.modifiers
    found = [
        (
            any(words.start <= event.trigger.start < words.end for words in inside),
            _told(event, quantity) is None,
            event.clause.end - event.clause.start,
            order,
            event,
        )
        for order, event in enumerate(reading.events)
        if any(
            actor.role in PARTS and actor.span.start <= quantity.span.start < actor.span.end for actor in event.actors
        )
        or any(words.start <= event.trigger.start < words.end for words in inside)
    ]
    return min(found, key=lambda one: one[:4])[4] if found else None


def _told(mention: EventMention, quantity: Quantity) -> str | None:
    """Return the relation of the table that an event tells of the things, None where there is none."""
    return told_of(mention.kind, as_agent=_role(mention, quantity.span) == "agent")


def _role(mention: EventMention, number: Span) -> Role | None:
    return next((one.role for one in mention.actors if one.span.start <= number.start < one.span.end), None)


def _days(mention: EventMention | None, event: Event | None, reading: Reading) -> Interval:
    """Return when it happened by its account, failing that by the others of the event."""
    if mention is not None and mention.time is not None:
        return happening(reading.times[mention.time], mention.trigger)
    if event is None or event.time is None:
        return ALWAYS
    return Interval(event.time.earliest, event.time.latest)


def _state(told: str, mention: EventMention | None) -> str | None:
    if told == "prepared":
        return "being prepared"
    return mention.status if mention is not None and mention.status in {"planned", "possible"} else None


def _as_of(claim: Claim | None, article: Article) -> Time | None:
    """Return when a number was said; failing that the day of its article, the last that it can hold for."""
    published = article.published
    said = None if claim is None else claim.said
    if said is not None and said.earliest is not None:
        ends = [day for day in (said.latest, published.latest) if day is not None]
        return msgspec.structs.replace(said, latest=max(said.earliest, min(ends)) if ends else None)
    if published.earliest is None and published.latest is None:
        return None
    day = published.earliest if published.earliest == published.latest else None
    return Time(
        timex=None if day is None else day.isoformat(),
        earliest=published.earliest,
        latest=published.latest,
        evidence=published.evidence,
    )
