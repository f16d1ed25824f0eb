"""What is marked in the text of an article: who speaks and says what, times, numbers, events."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from rashomon.publish.citing import line
from rashomon.publish.voices import SAYS
from rashomon.records import Claim, Procedure, Record, Span, Value
from rashomon.records.annotation import Reading, TimeMention
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


def marks(record: Record) -> dict[str, list[Mark]]:
    """Return the marks of each article by their start, the longer before the shorter.

    The places of lines that only link to an article have no kind: its best sentences, the sides of differences, what
    the stages and the provisions of a procedure rest on.
    """
    found: dict[str, list[Mark]] = {article.id: [] for article in record.articles}
    for mark in _marks(record):
        found[mark.span.article].append(mark)
    return {
        article: sorted(set(own), key=lambda mark: (mark.span.start, -mark.span.end, mark.kind, mark.note))
        for article, own in found.items()
    }


def _marks(record: Record) -> Iterator[Mark]:
    names = {entity.id: entity.name for entity in record.entities}
    for claim in record.claims:
        yield from _of_claim(claim, names)
    read = list(_of_readings(record.readings))
    yield from read
    yield from _of_lines(record, {mark.span for mark in read})
    yield from _of_procedures(record.procedures)


def _of_readings(readings: Iterable[Reading]) -> Iterator[Mark]:
    for reading in readings:
        for time in reading.times:
            yield Mark(time.expression.span, "time", _time_in_words(time))
        for quantity in reading.quantities:
            yield Mark(quantity.span, "number", quantity_in_words(quantity))
        for event in reading.events:
            yield Mark(event.trigger, "event", line(f"{event.kind}: {event.status}"))


def _of_lines(record: Record, read: Set[Span]) -> Iterator[Mark]:
    """Yield the places of events, figures and differences; ``read`` are marked by what they were read as."""
    for event in record.events:
        yield Mark(event.best, "", "")
        for account in event.accounts:
            if account.trigger not in read:
                yield Mark(account.trigger, "event", line(f"{event.kind}: {account.status}"))
    for figure in record.figures:
        for point in figure.points:
            if point.span not in read:
                yield Mark(point.span, "number", numbers_in_words(point.value))
    for difference in record.differences:
        for side in difference.sides:
            for span in side.accounts:
                yield Mark(span, "", "")


def _of_procedures(procedures: Iterable[Procedure]) -> Iterator[Mark]:
    """Yield the places of what the stages and the provisions of procedures rest on."""
    for procedure in procedures:
        for stage in procedure.stages:
            for span in (*stage.evidence, *((stage.vote.span,) if stage.vote is not None else ())):
                yield Mark(span, "", "")
        for provision in procedure.provisions:
            yield Mark(provision.obligation, "", "")


def _of_claim(claim: Claim, names: Mapping[str, str]) -> Iterator[Mark]:
    speaker = claim.speaker
    who = line(names.get(speaker.entity or "") or (speaker.span.text if speaker.span else "an unknown speaker"))
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
    parts = [
        numbers_in_words(quantity.value),
        quantity.unit or "",
        quantity.counted.head if quantity.counted else "",
    ]
    return " ".join(part for part in parts if part)


def numbers_in_words(value: Value) -> str:
    """Return the ends of a value, one where they are one; its text when neither is known."""
    low = "" if value.low is None else f"{value.low:,.10g}"
    high = "" if value.high is None else f"{value.high:,.10g}"
    number = low if low == high else f"{low or '…'} to {high or '…'}"
    return number if low or high else value.text
