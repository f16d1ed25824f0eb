"""One figure as a picture: its values against the days of which they are told.

The drawing is Vega-Lite's (Satyanarayan et al. 2017), as SVG, made without network, script or fonts of the machine.
Nothing of an account's text stands in it, only numbers, days and places in the page.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any

from rashomon.publish.times import time_in_words
from rashomon.records import Time, Value

WIDTH, HEIGHT = 330, 210
PADDING = {"left": 58, "right": 16, "top": 12, "bottom": 26}
FONT = 12
MARK = 85
"""Area of a mark, in square pixels."""
SHAPES = ("circle", "square", "triangle-up", "diamond", "triangle-down", "cross")
GLYPHS = ("●", "■", "▲", "◆", "▼", "✚", "○", "□", "△", "◇", "▽", "✛")
"""The marks of the speakers as letters, in the order of the styles: those of ``SHAPES`` filled, then open."""
STYLES = len(GLYPHS)
INKS = len(SHAPES)
EPOCH, DAY = date(1970, 1, 1), 86_400_000
FLAT = 0.8
"""Values of which the smallest is above this part of the largest are drawn without zero."""
MARGIN = 0.08
"""Part of the width that is left free at both ends."""
TAIL = 0.07
"""Part of the width that a bar without a known start or end reaches back or on."""
ASIDE = 0.028
"""Part of the width by which marks at one place are moved apart."""
PREFIX = "https://page.invalid/"
"""Stands before the places in the page while they are drawn: Vega would put an address of its own there."""
TICKS = 4
LONG = 400
"""Days from which on the axis tells months, and four times as many from which on it tells years."""
LOOK = {
    "labelColor": "var(--faint)",
    "gridColor": "var(--line)",
    "tickColor": "var(--faint)",
    "labelFont": "sans-serif",
    "tickSize": 4,
    "domain": False,
}
"""How an axis looks: in the colours of the page."""
BOUNDS = {
    "=": "",
    "~": "about ",
    ">": "more than ",
    ">=": "at least ",
    "<": "less than ",
    "<=": "up to ",
    "range": "",
    "vague": "at least ",
}
SCALES = ((1e12, "trillions"), (1e9, "billions"), (1e6, "millions"))


@dataclass(frozen=True, slots=True)
class Dot:
    """One value: what it is, when it held, the style of its speaker, and the place in the page that it links to."""

    value: Value
    time: Time
    style: int
    place: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture, and what its numbers are counted in (empty for ones)."""

    svg: str
    scale: str


def drawable(value: Value, time: Time | None) -> bool:
    """Return whether a value has a number and a day."""
    return number_of(value) is not None and time is not None and (time.earliest or time.latest) is not None


def number_of(value: Value) -> float | None:
    """Return the number at which a value is drawn: the one that is told, the middle of a range, else its known end."""
    if value.number is not None:
        return value.number
    if value.low is not None and value.high is not None:
        return (value.low + value.high) / 2
    return value.low if value.low is not None else value.high


def chart(dots: Sequence[Dot]) -> Chart:
    """Return the picture of values that are all ``drawable``; equal input gives equal bytes."""
    import altair as alt  # noqa: PLC0415 - a second, for those stories only that have a figure to draw
    import vl_convert  # noqa: PLC0415

    ends = [number for dot in dots for number in _ends(dot.value)]
    smallest, largest = min(ends), max(map(abs, ends))
    unit, scale = next(((unit, name) for unit, name in SCALES if largest >= unit), (1.0, ""))
    days = [day for dot in dots for day in (dot.time.earliest, dot.time.latest) if day is not None]
    first, last = min(days), max(days)
    room = round(max((last - first).days, 2) * MARGIN * DAY) + (DAY if first == last else 0)
    start, end = _moment(first) - room, _moment(last) + room

    base = alt.Chart(alt.InlineData(values=list(_rows(dots, start, end, unit))))
    look: dict[str, Any] = {"title": None, "labelFontSize": FONT, "labelOverlap": False, "labelFlush": False, **LOOK}
    time = alt.Scale(type="utc", domain=[start, end], nice=False)
    x = alt.X("x:T", scale=time, axis=alt.Axis(**look, **_ticks(first, last)))
    height = alt.Scale(zero=smallest <= FLAT * largest, nice=TICKS + 1)
    y = alt.Y("y:Q", scale=height, axis=alt.Axis(**look, tickCount=TICKS + 1))
    ink, since = alt.Color("ink:N", scale=None), alt.X("since:T", scale=time)
    bar: dict[str, Any] = {"strokeWidth": 5, "opacity": 0.3, "aria": False}
    line: dict[str, Any] = {"strokeWidth": 1.5, "opacity": 0.8, "aria": False}
    dotted: dict[str, Any] = {**line, "strokeDash": [2, 3]}
    layers = (
        base.transform_filter("!datum.endless").mark_rule(**bar).encode(x=since, x2="x:T", y=y, color=ink),
        base.transform_filter("datum.endless").mark_rule(**dotted).encode(x=since, x2="x:T", y=y, color=ink),
        base.mark_rule(**line).encode(x=x, y=alt.Y("low:Q"), y2="high:Q", color=ink),
        base.transform_filter("datum.open")
        .mark_rule(**dotted)
        .encode(x=x, y=alt.Y("low:Q"), y2=alt.value(0), color=ink),
        base.mark_point(size=MARK, strokeWidth=1.8, opacity=1).encode(
            x=x,
            y=y,
            stroke=alt.Stroke("ink:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            shape=alt.Shape("shape:N", scale=None),
            href="href:N",
            description="words:N",
        ),
    )
    picture = alt.layer(*layers).properties(
        width=WIDTH,
        height=HEIGHT,
        padding=PADDING,
        background="transparent",
        autosize=alt.AutoSizeParams(type="none"),
    )
    svg = vl_convert.vegalite_to_svg(picture.configure_view(stroke=None).to_dict())
    return Chart(svg.replace(f'xlink:href="{PREFIX}', 'href="'), scale)


def _rows(dots: Iterable[Dot], start: int, end: int, unit: float) -> Iterator[dict[str, Any]]:
    """Yield what is drawn of each value: times in milliseconds, numbers in the scale's unit."""
    taken: Counter[tuple[int, float]] = Counter()
    tail = round(TAIL * (end - start))
    for dot in dots:
        since, until = dot.time.earliest, dot.time.latest
        at, number = _moment(until or since or EPOCH), number_of(dot.value) or 0.0
        x = at - round(taken[at, number] * ASIDE * (end - start))
        taken[at, number] += 1
        low = number if dot.value.low is None else dot.value.low
        high = number if dot.value.high is None else dot.value.high
        ink = f"var(--ink-{dot.style % INKS})" if dot.style < STYLES else "var(--faint)"
        yield {
            "x": x,
            "since": min(x, _moment(since)) if since and until else x - tail if until else x + tail,
            "endless": since is None or until is None,
            "y": number / unit,
            "low": low / unit,
            "high": max(low, high) / unit,
            "open": dot.value.high is None,
            "ink": ink,
            "fill": ink if dot.style < INKS else "var(--paper)",
            "shape": SHAPES[dot.style % INKS] if dot.style < STYLES else "circle",
            "href": f"{PREFIX}#{dot.place}",
            "words": f"{_in_words(dot.value)}, {time_in_words(dot.time)}",
        }


def _in_words(value: Value) -> str:
    """Return a value in words of ours: "about 1,500", "1,000 to 1,200"."""
    if value.number is not None:
        return f"{BOUNDS[value.bound]}{value.number:,.10g}"
    low, high = ("" if end is None else f"{end:,.10g}" for end in (value.low, value.high))
    return f"{low} to {high}" if low and high else f"at least {low}" if low else f"up to {high}"


def _ends(value: Value) -> list[float]:
    """Return the numbers of a value that have to be in the picture."""
    return [number for number in (value.low, value.high, number_of(value)) if number is not None]


def _moment(day: date) -> int:
    return (day - EPOCH).days * DAY


def _ticks(first: date, last: date) -> dict[str, Any]:
    """Return which days stand at the axis and how: so fine that no two of them read alike."""
    days = (last - first).days
    if days < LONG:
        step = max(1, ceil(days / TICKS))
        return {"values": [_moment(first) + DAY * past for past in range(0, days + 1, step)], "format": "%-d %b"}
    return {"tickCount": TICKS, "format": "%b %Y" if days < 4 * LONG else "%Y"}
