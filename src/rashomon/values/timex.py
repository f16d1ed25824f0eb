"""Anchoring time expressions: from what is said and a day or a stretch of days to a TIMEX3 value and its days.

Everything here grows with its anchor: what a wider anchor gives holds all that a narrower one inside it gives. So an
anchor that is one unknown day of several is settled by its first and its last day.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rashomon.records import Published, Span, Time
from rashomon.records.annotation import TimeMention
from rashomon.records.times import (
    Calendar,
    Direction,
    Fixed,
    Grain,
    Length,
    Meaning,
    Mod,
    Pick,
    Reference,
    Shift,
    Step,
    TimeExpression,
)
from rashomon.values.feasts import movable_feast
from rashomon.values.intervals import ALWAYS, NEVER_SAID, Interval, When, on
from rashomon.values.timex_periods import DAYS_OF, MONTHS_OF, containing, days_of, grain_of, moved

FINENESS: tuple[Grain, ...] = ("second", "minute", "hour", "day", "weekend", "week", "month")
FINENESS += ("season", "quarter", "half", "year", "decade", "century")
REFERENCES = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
NEAR = 20
"""Characters between a time and the noun that it tells apart."""
RATHER = 91
"""Days by which one side is given preference."""
LEAP_YEAR = date(2000, 1, 1)
LENGTH = re.compile(r"P(T?)([0-9]{1,6})([YMWDHS])", re.ASCII)
MOVABLE = re.compile(r"\dW\d|EASTER")
UNITS: dict[str, Grain] = {"Y": "year", "M": "month", "W": "week", "D": "day"}
CYCLES: dict[str, tuple[Grain, int]] = {"XXXX-WXX": ("week", 1), "XXXX-XX": ("month", 2), "XXXX": ("year", 8)}
"""Beginnings of recurring dates: the period in which they come once, and how many of those to look through for one
that is there (the thirty-first, the leap day)."""


def finer(one: Grain, other: Grain) -> bool:
    """Return whether ``one`` is finer than ``other``."""
    return FINENESS.index(one) < FINENESS.index(other)


def resolve(meaning: Meaning | None, anchor: When, mod: Mod | None = None) -> When:
    """Return when something is that is said with this meaning from this anchor.

    An ``anchor`` with a value is that period; one without is some day of its interval, which may be open.
    The value is null when what is said, or the anchor, does not give one; lengths and sets keep theirs.
    """
    if isinstance(meaning, Calendar):
        found = _placed(meaning, anchor)
        if meaning.fiscal:
            found = When(found.value, _fiscal(found.days))
        return When(found.value, _loosened(found, anchor.days, mod))
    if isinstance(meaning, Length):
        return When(meaning.value, _reach(meaning, anchor.days))
    if isinstance(meaning, Reference):
        first, last = anchor.days.earliest, anchor.days.latest
        reach = {"PAST_REF": Interval(None, last), "PRESENT_REF": anchor.days, "FUTURE_REF": Interval(first, None)}
        return When(meaning.value, reach[meaning.value])
    return NEVER_SAID if meaning is None else When(meaning.value, ALWAYS)


def _placed(meaning: Calendar, anchor: When) -> When:
    if meaning.steps and isinstance(meaning.steps[0], Fixed):
        anchor = NEVER_SAID
    elif anchor.value is None:
        first, last = (_from_end(meaning, end) for end in (anchor.days.earliest, anchor.days.latest))
        return first.or_(last)
    return _walked(meaning, anchor)


def _from_end(meaning: Calendar, end: date | None) -> When:
    if end is None:
        return NEVER_SAID if len(meaning.steps) != 1 else When(_unsaid(meaning), ALWAYS)
    return _walked(meaning, on(end))


def _unsaid(meaning: Calendar) -> str | None:
    """Return the value of a recurring date when nothing says which one."""
    step = meaning.steps[0]
    if not isinstance(step, Pick) or _picked(step, Interval(LEAP_YEAR, LEAP_YEAR)).value is None:
        return None
    return None if MOVABLE.search(step.value) else step.value + _time_of(meaning, step.value)


def _time_of(meaning: Calendar, value: str) -> str:
    is_day = grain_of(value) == "day" or (value.startswith("XXXX-") and len(value) == 10)
    return meaning.clock if meaning.clock is not None and is_day else ""


def _walked(meaning: Calendar, anchor: When) -> When:
    here = anchor
    for step in meaning.steps:
        here = _stepped(step, here)
    return here if here.value is None else When(here.value + _time_of(meaning, here.value), here.days)


def _stepped(step: Step, here: When) -> When:
    if isinstance(step, Fixed):
        return _named(step.value)
    grain = grain_of(here.value) if here.value is not None else None
    around = days_of(here.value) if here.value is not None and grain is not None else here.days
    if around is None or around.earliest is None or around.latest is None:
        return NEVER_SAID
    first, last = around.earliest, around.latest
    if grain is None or (isinstance(step, Shift) and not step.keep and finer(step.unit, grain)):
        return _stepped(step, on(first)).or_(_stepped(step, on(last))) if first != last or grain is None else NEVER_SAID
    return _shifted(step, first, grain) if isinstance(step, Shift) else _picked(step, around)


def _named(value: str) -> When:
    """Return a date that says all. The winter of a year may be the one that begins or the one that ends in it."""
    if value.startswith("BC"):
        return When(value, ALWAYS)
    days = days_of(value)
    if days is not None and value.endswith("WI"):
        days = Interval(_near(days.earliest, -1, "year"), days.latest)
    return NEVER_SAID if days is None else When(value, days)


def _shifted(step: Shift, start: date, grain: Grain) -> When:
    if step.keep and finer(grain, step.unit):
        day = moved(start, step.count, step.unit)
        value = None if day is None else containing(day, grain)
    else:
        unit: Grain = "day" if finer(step.unit, "day") else step.unit
        value = containing(start, unit, step.count if unit == step.unit else 0)
    days = days_of(value) if value is not None else None
    return NEVER_SAID if days is None else When(value, days)


def _picked(step: Pick, near: Interval) -> When:
    """Return the recurrence that lies in the direction of the step from the days ``near``, which have both ends."""
    first, last = near.earliest, near.latest
    assert first is not None  # noqa: S101 - said above, for the type checker
    assert last is not None  # noqa: S101
    beginning = next((start for start in CYCLES if step.value.startswith(start)), None)
    if beginning is None:
        return NEVER_SAID
    cycle, reach = CYCLES[beginning]
    found = list(_recurrences(step.value.removeprefix(beginning), first, last, cycle, reach))
    if step.weekday is not None:
        found = [one for one in found if one[1].earliest is not None and one[1].earliest.isoweekday() == step.weekday]
    chosen = _chosen(found, step.direction, first, last, cycle)
    return NEVER_SAID if chosen is None else When(*chosen)


def _recurrences(tail: str, first: date, last: date, cycle: Grain, reach: int) -> Iterator[tuple[str, Interval]]:
    """Yield the recurrences in the periods around, with their days, in order."""
    for count in range(-reach, reach + 1):
        for day in dict.fromkeys((first, last)):
            period = containing(day, cycle, count)
            value = None if period is None else _filled(period, tail, cycle)
            days = days_of(value) if value is not None else None
            if value is not None and days is not None:
                yield value, days


def _filled(period: str, tail: str, cycle: Grain) -> str | None:
    if cycle == "year" and MOVABLE.search(tail):
        feast = movable_feast(int(period), tail)
        return None if feast is None else feast.isoformat()
    if cycle != "week" or tail == "-WE":
        return period + tail
    try:
        return date.fromisocalendar(int(period[:4]), int(period[6:8]), int(tail[1:])).isoformat()
    except ValueError:
        return None


def _chosen(
    found: Sequence[tuple[str, Interval]], direction: Direction, first: date, last: date, cycle: Grain
) -> tuple[str, Interval] | None:
    days = [(one.earliest or first, one.latest or last, (value, one)) for value, one in found]
    if direction == "within":
        around = days_of(containing(first, cycle) or "")
        inside = sorted({(start, value) for start, _, (value, one) in days if around and _belongs(one, around)})
        return next(((value, days_of(value) or ALWAYS) for _, value in inside), None) if len(inside) == 1 else None
    if direction in {"past", "past_or_now"}:
        before = [one for one in days if (one[1] < first if direction == "past" else one[0] <= first)]
        return max(before, key=lambda one: one[0])[2] if before else None
    if direction in {"future", "future_or_now"}:
        after = [one for one in days if (one[0] > last if direction == "future" else one[1] >= last)]
        return min(after, key=lambda one: one[0])[2] if after else None
    bias = timedelta(days={"past_rather": -RATHER, "future_rather": RATHER}.get(direction, 0))
    return (
        min(days, key=lambda one: (max(one[0] - last - bias, first - one[1] + bias, timedelta()), one[0]))[2]
        if days
        else None
    )


def _belongs(days: Interval, around: Interval) -> bool:
    """Return whether a period is one of the year, month or week ``around``: the middle of a season is."""
    if days.earliest is None or days.latest is None:
        return False
    return days.earliest + (days.latest - days.earliest) / 2 in around


def _fiscal(days: Interval) -> Interval:
    """Widen a business year or its quarter: it may begin up to half a year before or after the calendar's."""
    return Interval(_near(days.earliest, -6, "month"), _near(days.latest, 6, "month"))


def _near(day: date | None, count: int, unit: Grain) -> date | None:
    return None if day is None else moved(day, count, unit)


def _loosened(found: When, anchor: Interval, mod: Mod | None) -> Interval:
    """Return the days of a date that is said with a modifier: "about" is a unit either way, "more than" has no end."""
    days = found.days
    if mod == "APPROX":
        grain = (grain_of(found.value) if found.value else None) or "day"
        unit: Grain = grain if grain in MONTHS_OF or grain in DAYS_OF else "month"
        return Interval(_near(days.earliest, -1, unit), _near(days.latest, 1, unit))
    if mod in {"BEFORE", "ON_OR_BEFORE", "MORE_THAN", "EQUAL_OR_MORE"}:
        return Interval(None, days.latest)
    if mod in {"AFTER", "ON_OR_AFTER"}:
        return Interval(days.earliest, None)
    if mod in {"LESS_THAN", "EQUAL_OR_LESS"} and anchor.latest is not None and days.earliest is not None:
        return days.with_(Interval(min(days.earliest, anchor.latest), anchor.latest))
    return days


def _reach(meaning: Length, anchor: Interval) -> Interval:
    """Return the days of a stretch that ends or begins at its anchor."""
    found = LENGTH.fullmatch(meaning.value)
    if meaning.direction is None or found is None:
        return ALWAYS
    count, unit = int(found[2]), UNITS.get(found[3]) if not found[1] else "day"
    if found[1]:
        count = 1
    if unit is None:
        return ALWAYS
    if meaning.direction == "past":
        return Interval(_near(anchor.earliest, -count, unit), anchor.latest)
    return Interval(anchor.earliest, _near(anchor.latest, count, unit))


def resolve_all(expressions: Sequence[TimeExpression], published: Interval) -> tuple[When, ...]:
    """Return when each expression of an article is that was published on one day of an interval; open ends are unknown.

    What hangs on another expression is settled from there. The article's first and last possible day are gone through
    each for itself, so that what hangs together moves together.
    """
    ends = (published.earliest, published.latest)
    first, last = (_from_day(expressions, NEVER_SAID if end is None else on(end)) for end in ends)
    return tuple(one.or_(other) for one, other in zip(first, last, strict=True))


def placed(expressions: Sequence[TimeExpression], published: Published) -> tuple[TimeMention, ...]:
    """Return the time expressions of an article with what they denote, by what is known of its day of publication."""
    found = resolve_all(expressions, Interval(published.earliest, published.latest))
    return tuple(
        TimeMention(
            expression=one,
            time=Time(timex=when.value, earliest=when.days.earliest, latest=when.days.latest, evidence=(one.span,)),
        )
        for one, when in zip(expressions, found, strict=True)
    )


def _from_day(expressions: Sequence[TimeExpression], article: When) -> list[When]:
    found: dict[int, When] = {}
    for place in range(len(expressions)):
        waiting = [place]
        while waiting:
            one = expressions[waiting[-1]]
            if one.on is not None and one.on not in found and one.on not in waiting:
                waiting.append(one.on)
                continue
            anchor = found.get(one.on, NEVER_SAID) if one.on is not None else article
            found[waiting.pop()] = resolve(one.meaning, NEVER_SAID if one.anchor == "event" else anchor, one.mod)
    return [found[place] for place in range(len(expressions))]


def happening(mention: TimeMention, trigger: Span) -> Interval:
    """Return the days of what a trigger tells of, by its time: "since June" leaves its end open, "after" too.

    A time that stands right before its noun tells it apart ("since the 2019 war"). What says no more than past, present
    or future leaves all days open.
    """
    time, expression = mention.time, mention.expression
    if time.timex in REFERENCES:
        return ALWAYS
    tells_apart = 0 <= trigger.start - expression.span.end <= NEAR
    if expression.bound in {"since", "after"} and not tells_apart:
        return Interval(time.earliest, None)
    return Interval(time.earliest, time.latest)
