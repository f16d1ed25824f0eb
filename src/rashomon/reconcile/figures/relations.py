"""How a point of a figure relates to the one before it, and why (``record.md``: the order of tests)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.languages.figure_words import is_act
from rashomon.reconcile.figures.counts import Count
from rashomon.records import Event, Value
from rashomon.records.findings import Relation
from rashomon.values.days import days_in_words
from rashomon.values.intervals import ALWAYS, Interval
from rashomon.values.relations import SetRelation, values_relation

COUNTED = frozenset({"=", "~", "range"})
"""Bounds of numbers that someone counted or estimated: only these can stand against each other."""
STILL_COUNTING = 3
"""Numbers of one day."""
WHY: Mapping[SetRelation, str] = {
    "same": "the same number as {other}",
    "finer": "one lies inside the other: {this}, {other}",
    "rounding": "{this} and {other} are one number, rounded",
    "overlap": "both can be true: {this}, {other}",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """A count with the part of the figure that it measures; no scope is all of it."""

    count: Count
    scope: str | None

    @property
    def said(self) -> Interval:
        """The days of which it is said to hold."""
        as_of = self.count.as_of
        return ALWAYS if as_of is None else Interval(as_of.earliest, as_of.latest)


def before(point: Measured, earlier: Sequence[Measured]) -> Measured | None:
    """Return what a point is compared with: the nearest earlier one of its scope, else the nearest earlier one.

    Of several that are said of the same days, that of the same number where there is one.
    """
    alike = [one for one in earlier if one.scope == point.scope] or list(earlier)
    if not alike:
        return None
    nearest = [one for one in alike if one.said == alike[-1].said]
    same = [one for one in nearest if values_relation(one.count.quantity.value, point.count.quantity.value) == "same"]
    return (same or nearest)[-1]


def is_counting(values: Sequence[Value]) -> bool:
    """Return whether those who count are still at it: three numbers, all apart, are given of one day."""
    apart: list[Value] = []
    for value in values:
        if value.bound in COUNTED and all(values_relation(value, other) is None for other in apart):
            apart.append(value)
    return len(apart) >= STILL_COUNTING


def relation(point: Measured, other: Measured, events: Mapping[str, Event], *, counting: bool) -> tuple[Relation, str]:
    """Return how a point relates to an earlier one, and why; ``counting`` says that the number is not yet final."""
    this, that = f"“{point.count.span.text}”", f"“{other.count.span.text}”"
    if point.scope != other.scope:
        return "scope", _scopes(point, other)
    found = values_relation(point.count.quantity.value, other.count.quantity.value)
    if found is not None:
        return found, WHY[found].format(this=this, other=that)
    if not point.said.meets(other.said):
        if _can_become(point, other):
            return "update", f"said of a later day: {_days(other.said)}, then {_days(point.said)}"
        return "unclear", f"{this} is less than {that} and said later: a correction or another count"
    if _is_one_moment(point, other, events) and not counting:
        return "conflict", f"{this} and {that} of one moment ({_days(point.said)}): both cannot be right"
    return "unclear", f"{this} and {that} are apart, and it does not show whether they are of one moment"


def _scopes(point: Measured, other: Measured) -> str:
    if point.scope is None:
        return f"counts more than {other.scope}"
    if other.scope is None:
        return f"counts only a part or a stage: {point.scope}"
    return f"counts another part or stage: {point.scope}, not {other.scope}"


def _can_become(point: Measured, other: Measured) -> bool:
    """Return whether the one number can have become the other: what was done can only turn out to be more."""
    if not is_act(point.count.relation):
        return True
    new, old = point.count.quantity.value, other.count.quantity.value
    return new.low is not None and (old.high is not None and new.low > old.high)


def _is_one_moment(point: Measured, other: Measured, events: Mapping[str, Event]) -> bool:
    """Return whether two numbers are provably of one moment: of an event that was over, both told on one later day.

    Only numbers that were counted, of things of the same kind and owner, by two voices, can be in conflict.
    """
    this, that = point.count, other.count
    if not {this.quantity.value.bound, that.quantity.value.bound} <= COUNTED or this.thing != that.thing:
        return False
    if this.owner != that.owner or this.event is None or this.event != that.event or not is_act(this.relation):
        return False
    if this.article.id == that.article.id and this.speaker == that.speaker:
        return False
    event = events[this.event]
    over = None if event.time is None else event.time.latest
    day = _day(point.said)
    is_over = over is not None and day is not None and over < day
    return is_over and day == _day(other.said) and event.status in {"happened", "claimed"}


def _day(days: Interval) -> date | None:
    return days.earliest if days.earliest == days.latest else None


def _days(days: Interval) -> str:
    first, last = days.earliest, days.latest
    if first is None or last is None:
        return "a day that is not known"
    return days_in_words(first, last)
