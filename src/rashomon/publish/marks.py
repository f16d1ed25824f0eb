"""What is marked in the text of an article: who speaks and says what, times, numbers, events."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon.publish.voices import SAYS
from rashomon.records import Article, Claim, Record, Span
from rashomon.records.annotation import TimeMention
from rashomon.records.quantities import Quantity

LEGEND = {
    "who": "speaker",
    "cue": "saying",
    "said": "what is said",
    "time": "time",
    "number": "number",
    "event": "event",
}
"""The kinds of marks, by the class that the page gives them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: where, of which kind, and what it was read as."""

    span: Span
    kind: str
    note: str


def marks(article: Article, record: Record) -> list[Mark]:
    """Return the marks of an article by their start, the longer before the shorter."""
    return sorted(_marks(article, record), key=lambda mark: (mark.span.start, -mark.span.end, mark.kind))


def _marks(article: Article, record: Record) -> Iterator[Mark]:
    names = {entity.id: entity.name for entity in record.entities}
    for claim in record.claims:
        if claim.article == article.id:
            yield from _of_claim(claim, names)
    told = set()
    for reading in record.readings:
        if reading.article == article.id:
            for time in reading.times:
                yield Mark(time.expression.span, "time", _time_in_words(time))
            for quantity in reading.quantities:
                yield Mark(quantity.span, "number", quantity_in_words(quantity))
            for event in reading.events:
                told.add(event.trigger)
                yield Mark(event.trigger, "event", f"{event.kind}: {event.status}")
    for happening in record.events:
        for account in happening.accounts:
            if account.article == article.id and account.trigger not in told:
                yield Mark(account.trigger, "event", f"{happening.kind}: {account.status}")


def _of_claim(claim: Claim, names: Mapping[str, str]) -> Iterator[Mark]:
    speaker = claim.speaker
    who = names.get(speaker.entity or "") or (speaker.span.text if speaker.span else "an unknown speaker")
    if speaker.span is not None:
        yield Mark(speaker.span, "who", who if speaker.kind != "unknown" else "not known who")
    yield Mark(claim.cue, "cue", claim.stance)
    for content in claim.content:
        yield Mark(content, "said", f"{who} {SAYS[claim.stance]}")


def _time_in_words(mention: TimeMention) -> str:
    kind, time = mention.expression.type.lower(), mention.time
    if time.timex is not None:
        return f"{kind} {time.timex}"
    if time.earliest is not None and time.latest is not None:
        return f"{kind}, {time.earliest} to {time.latest}"
    return f"{kind}, not placed"


def quantity_in_words(quantity: Quantity) -> str:
    """Return what a number was read as."""
    value = quantity.value
    low = "" if value.low is None else f"{value.low:,.10g}"
    high = "" if value.high is None else f"{value.high:,.10g}"
    number = low if low == high else f"{low or '…'} to {high or '…'}"
    parts = [
        number if low or high else value.text,
        quantity.unit or "",
        quantity.counted.head if quantity.counted else "",
    ]
    return " ".join(part for part in parts if part)
