"""The numbers of an article as counts: what is counted, whose it is, what is told of it, where, by whom and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from rashomon.languages.figure_words import is_act, is_told, is_trivial, leads_there, says_further
from rashomon.languages.thing_words import kind_of_thing
from rashomon.reconcile.figures.named import Named, Where
from rashomon.reconcile.figures.told import THERE, Told, told
from rashomon.records import Article, Claim, Event, Quantity, Span, Time
from rashomon.records.annotation import Reading
from rashomon.records.findings import Status
from rashomon.values.intervals import ALWAYS, Interval
from rashomon.values.relations import is_known
from rashomon.values.timex import happening

KINDS = frozenset({"count", "money", "percentage", "measure"})
PREPARED = "prepared"


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
    told: Told
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
    def relation(self) -> str:
        """What is told of the things."""
        return self.told.relation

    @property
    def speaker(self) -> str | None:
        """Who states it; None is the article in its own voice."""
        if self.claim is None:
            return None
        speaker = self.claim.speaker
        return speaker.entity or (speaker.span.text if speaker.span is not None else "")


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
        saying = told(quantity, article, reading)
        mention = saying.mention
        modifiers = self.named.modifiers(quantity)
        places = self._places(quantity, article, saying, modifiers.places)
        if not saying.relation and places:
            saying = replace(saying, relation=THERE)
        owner = modifiers.owner
        if owner is None and mention is not None and saying.relation in {THERE, PREPARED}:
            owner = self.named.sender(mention, quantity.span)
        event = None if mention is None else self._events.get((article.id, mention.trigger.start))
        head = "" if quantity.counted is None else quantity.counted.head
        claim = self._claim(quantity.span)
        return Count(
            article=article,
            number=number,
            quantity=quantity,
            dimension="count" if quantity.kind == "count" else quantity.unit or quantity.kind,
            head=head,
            thing=kind_of_thing(head),
            told=saying,
            event=None if event is None else event.id,
            owner=owner,
            is_owned=modifiers.owner is not None,
            where=next(iter(places), None) if saying.relation != PREPARED else None,
            days=_days(saying, event, reading),
            narrowed=modifiers.narrowed,
            state=_state(saying),
            status="happened" if mention is None else mention.status,
            as_of=_as_of(claim, article),
            claim=claim,
        )

    def _places(self, quantity: Quantity, article: Article, saying: Told, beside: Sequence[Where]) -> list[Where]:
        """Return where the things are: of a part by the words behind it, else by its noun, else by what is told."""
        behind = None if quantity.part_of is None else self.named.place_behind(quantity.span, article)
        if behind is not None:
            return [behind]
        places = list(beside)
        if saying.mention is not None:
            places += self.named.places(saying.mention, quantity.span, article)
        return [where for where in places if not (is_act(saying.relation) and leads_there(where.text))]

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


def _after(count: Count, before: Count | None) -> Count:
    """Return a count as it is told after one of the same things: "a further 3,000", "put the number at 1,200"."""
    if before is None or before.thing != count.thing:
        return count
    if any(says_further(word) for word in count.span.text.split()):
        return replace(count, owner=count.owner or before.owner, state=count.state or "further")
    counted = count.quantity.counted
    if not count.relation and counted is not None and counted.span.end < count.span.start:
        return replace(count, told=before.told, event=before.event)
    return count


def _of(count: Count, whole: Count | None) -> Count:
    """Return a part as it is told: what is told of the whole is told of its parts."""
    if whole is None:
        return count
    if count.thing == whole.thing:
        where = count.where
        if where is not None and whole.where is not None:
            where = replace(where, whole=whole.where.whole)
        count = replace(count, owner=count.owner or whole.owner, where=where)
    if is_act(count.relation) or (is_told(count.relation) and not is_act(whole.relation)):
        return count
    return replace(count, told=whole.told, event=whole.event, days=whole.days)


def _days(saying: Told, event: Event | None, reading: Reading) -> Interval:
    """Return when it happened by its account, failing that by the others of the event."""
    mention = saying.mention
    if mention is not None and mention.time is not None:
        return happening(reading.times[mention.time], mention.trigger)
    if event is None or event.time is None:
        return ALWAYS
    return Interval(event.time.earliest, event.time.latest)


def _state(saying: Told) -> str | None:
    """Return the stage that the things are in, where what is told of them is a state that they may still come to."""
    if saying.relation == PREPARED:
        return "being prepared"
    is_plan = saying.mention is not None and saying.mention.status == "planned"
    return "planned" if is_plan and is_told(saying.relation) else None


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
