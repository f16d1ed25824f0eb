"""The state of a story in one paragraph: lines of the record, each with the characters that it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rashomon.publish.boards import Board
from rashomon.publish.describe import in_words
from rashomon.publish.differences import Differences, Differing
from rashomon.publish.figures import TELLING, Figures, Listed, Row
from rashomon.publish.timeline import Entry, Timeline
from rashomon.publish.times import in_time
from rashomon.records import Record
from rashomon.values.days import days_in_words

EVENTS = 3
"""Events in the paragraph: those of the first ranks."""
BOARDS = 2
"""Procedures in the paragraph: the first of which a stage is told."""
LAST = 2
"""Stages of a procedure in the paragraph: the last that are told."""
VALUES = 2
"""Values of the figure in the paragraph: the latest ones of which it is not told that they are none yet, or denied."""


@dataclass(frozen=True, slots=True)
class State:
    """The paragraph in its parts; any of them may be missing."""

    as_of: str
    events: tuple[Entry, ...]
    boards: tuple[Board, ...]
    figure: Listed | None
    values: tuple[Row, ...]
    disputed: Differing | None

    def __bool__(self) -> bool:
        return bool(self.events or self.boards or self.values or self.disputed)


def state(
    record: Record, happened: Timeline, moving: Iterable[Board], counted: Figures, differing: Differences
) -> State:
    """Return the state of a story as its timeline, its procedures, its figures and its differences have it."""
    ranked = sorted((*happened.news, *happened.open_), key=lambda one: one.event.rank or 0)[:EVENTS]
    figure = next((one for one in _figures(counted) if one.figure.support.independent > 1), None)
    values = () if figure is None else _latest(figure.rows)
    return State(
        as_of=_as_of(record),
        events=tuple(sorted(ranked, key=lambda one: in_time(one.event.time))),
        boards=tuple(one for one in moving if one.told)[:BOARDS],
        figure=figure if values else None,
        values=values,
        disputed=next((one for one in (*differing.first, *differing.others) if one.is_grave), None),
    )


def _latest(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the last rows of which each gives another value; of the whole and in numbers, where there are such."""
    apart: dict[tuple[str, str], Row] = {}
    for row in rows:
        if row.status not in TELLING:
            apart.pop((row.value.casefold(), row.scope), None)
            apart[row.value.casefold(), row.scope] = row
    whole = [row for row in apart.values() if not row.scope and not row.is_vague]
    return tuple(whole or apart.values())[-VALUES:]


def _figures(counted: Figures) -> Iterator[Listed]:
    yield from sorted(
        (*counted.several, *counted.single), key=lambda one: (-one.figure.support.independent, -len(one.rows))
    )


def _as_of(record: Record) -> str:
    """Return the day up to which the accounts tell: the one that was asked for, else that of the latest account."""
    if record.as_of is not None:
        return f"As of {in_words(str(record.as_of))}"
    dated = [article.published for article in record.articles if article.related and article.published.latest]
    if not dated:
        return ""
    last = max(dated, key=lambda published: (published.latest or date.min, published.earliest or date.min))
    first, until = last.earliest or last.latest, last.latest
    return "" if first is None or until is None else f"As of the latest account, {days_in_words(first, until)}"
