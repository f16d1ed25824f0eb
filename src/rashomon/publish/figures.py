"""The figures of a record as they are listed: every value with who states it, of when, and how it relates."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.publish.charts import GLYPHS, Chart, Dot, chart, drawable, number_of
from rashomon.publish.citing import Names, Telling, anchor, line, support_in_words
from rashomon.publish.differences import GRAVE, KINDS
from rashomon.publish.timeline import IS
from rashomon.publish.times import time_in_words
from rashomon.records import Figure, Point, Record, Value
from rashomon.records.findings import Status

RELATES = {
    **KINDS,
    "status": "disputed",
    "update": "changed since",
    "overlap": "both can be true",
    "scope": "another part",
}
"""How a value relates to the one before it, in a word of the page."""
UNKNOWN = "not clear who"
"""Who states a value that a claim without a known speaker tells."""
TELLING: frozenset[Status] = frozenset({"planned", "possible", "denied"})
"""What is told of a value beside who states it."""
CHARTED = 12
"""Figures that are shown with a chart: those with most support. Others are folded away, with their values."""


@dataclass(frozen=True, slots=True)
class Row:
    """One value as one speaker states it, in however many accounts."""

    style: int
    glyph: str
    value: str
    is_vague: bool
    scope: str
    status: Status
    is_: str
    when: str
    who: str
    """The speaker; empty where the outlets say it in their own voice."""
    tellings: tuple[Telling, ...]
    relation: str
    is_grave: bool
    why: str


@dataclass(frozen=True, slots=True)
class Listed:
    """One figure as it is listed."""

    figure: Figure
    label: str
    support: str
    rows: tuple[Row, ...]
    chart: Chart | None
    undrawn: int
    """Rows that have no number or no day, where there is a chart."""
    parts: tuple["Listed", ...]
    """The figures that are given as parts of this one."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures, those first that have most support."""

    several: tuple[Listed, ...]
    """Those with several values, or one for several scopes."""
    others: tuple[Listed, ...]
    """Those with several values for which there is no room."""
    single: tuple[Listed, ...]
    """Those with one value."""


def figures(record: Record, names: Names) -> Figures:
    """Return the figures of a record as they are listed; ``CHARTED`` of them have a chart."""
    inside = _parts(record.figures)
    heads = [
        figure for figure in record.figures if figure.id not in {part.id for own in inside.values() for part in own}
    ]
    grouped = {figure.id: _groups(figure, names) for figure in record.figures}
    heads.sort(key=lambda figure: (-figure.support.independent, -figure.support.articles, -len(figure.points)))
    several = [figure for figure in heads if _values(figure) > 1]
    single = [figure for figure in heads if _values(figure) <= 1]

    def listed(figure: Figure, *, drawn: bool) -> Listed:
        groups = grouped[figure.id]
        rows = tuple(_rows(groups, names))
        dots = list(_dots(groups, rows)) if drawn else []
        return Listed(
            figure=figure,
            label=line(figure.label),
            support=support_in_words(figure.support),
            rows=rows,
            chart=chart(dots) if _is_worth_drawing(dots) else None,
            undrawn=len(rows) - len({dot.place for dot in dots}),
            parts=tuple(listed(part, drawn=False) for part in inside.get(figure.id, ())),
        )

    return Figures(
        several=tuple(listed(figure, drawn=True) for figure in several[:CHARTED]),
        others=tuple(listed(figure, drawn=False) for figure in several[CHARTED:]),
        single=tuple(listed(figure, drawn=False) for figure in single),
    )


def _parts(found: Sequence[Figure]) -> dict[str, list[Figure]]:
    """Return by id the figures that are given as parts of one, straight or through others."""
    wholes = {figure.id: figure.part_of for figure in found}
    parts: dict[str, list[Figure]] = {}
    for figure in found:
        passed = [figure.id]
        while (whole := wholes[passed[-1]]) is not None and whole in wholes and whole not in passed:
            passed.append(whole)
        if len(passed) > 1 and whole is None:
            parts.setdefault(passed[-1], []).append(figure)
    return parts


def _groups(figure: Figure, names: Names) -> list[list[Point]]:
    """Return the points of a figure, those together that give one value of one scope by one speaker."""
    groups: dict[tuple[object, ...], list[Point]] = {}
    for point in figure.points:
        value = point.value
        key = (_set(value), value.bound, point.scope, point.status, names.origin(point.stated_by))
        groups.setdefault(key, []).append(point)
    return list(groups.values())


def _values(figure: Figure) -> int:
    """Return how many values a figure has, each scope for itself."""
    return len({(_set(point.value), point.scope, point.status == "denied") for point in figure.points})


def _set(value: Value) -> tuple[float | None, float | None] | str:
    """Return the ends of a value, its text where it has none."""
    return value.text if value.low is None and value.high is None else (value.low, value.high)


def _rows(groups: Iterable[Sequence[Point]], names: Names) -> Iterator[Row]:
    styles: dict[tuple[str, ...], int] = {}
    for points in groups:
        first = points[0]
        style = styles.setdefault(names.origin(first.stated_by), len(styles))
        telling = next((point for point in points if point.relation not in (None, "same")), first)
        who = names.speaker(first.stated_by.claim) or (UNKNOWN if first.stated_by.claim else "")
        days = dict.fromkeys(time_in_words(point.as_of) for point in points if point.as_of is not None)
        yield Row(
            style=style,
            glyph=GLYPHS[style] if style < len(GLYPHS) else "·",
            value=line(first.span.text),
            is_vague=first.value.bound == "vague",
            scope=line(first.scope or ""),
            status=first.status,
            is_=IS[first.status] if first.status in TELLING and first.scope != IS[first.status] else "",
            when="; ".join(day for day in days if day),
            who=who,
            tellings=names.tellings(point.span for point in points),
            relation="" if telling.relation is None else RELATES[telling.relation],
            is_grave=telling.relation in GRAVE,
            why="" if telling.relation == "same" else line(telling.why or ""),
        )


def _dots(groups: Iterable[Sequence[Point]], rows: Iterable[Row]) -> Iterator[Dot]:
    """Yield one mark for each row that has a number and a day, and denies neither."""
    for points, row in zip(groups, rows, strict=True):
        drawn = next((point for point in points if drawable(point.value, point.as_of)), None)
        if drawn is not None and drawn.as_of is not None and drawn.status != "denied":
            yield Dot(drawn.value, drawn.as_of, row.style, anchor(drawn.span))


def _is_worth_drawing(dots: Sequence[Dot]) -> bool:
    """Return whether a picture would show more than two rows of a table do: other numbers, and a course or a spread."""
    days = {(dot.time.earliest, dot.time.latest) for dot in dots}
    return len({number_of(dot.value) for dot in dots}) > 1 and (len(days) > 1 or len(dots) > 2)
