"""How two values of one thing relate as sets: the tests of ``record.md`` that need no more than the values.

Each returns None when the two are apart: whether that is an update, a conflict or unclear, the accounts decide.
"""

from math import isclose
from typing import Literal

from rashomon.records import Value
from rashomon.values.intervals import Interval
from rashomon.values.quantities import SHARE, grain

SetRelation = Literal["same", "finer", "rounding", "overlap"]
ROUNDED = frozenset({"=", "~"})
"""The bounds of numbers that may have been rounded."""


def days_relation(one: Interval, other: Interval) -> SetRelation | None:
    """Return how two stretches of days relate."""
    if one == other:
        return "same"
    if one in other or other in one:
        return "finer"
    return "overlap" if one.meets(other) else None


def is_known(value: Value) -> bool:
    """Return whether a number is known to lie anywhere, so that it can be compared."""
    return value.low is not None or value.high is not None


def values_relation(one: Value, other: Value) -> SetRelation | None:
    """Return how two numbers of one unit relate; both must be known."""
    if (one.low, one.high) == (other.low, other.high):
        return "same"
    if holds(one, other) or holds(other, one):
        return "finer"
    if _is_rounded(one, other) or _is_rounded(other, one):
        return "rounding"
    return "overlap" if _meet(one, other) else None


def holds(whole: Value, part: Value) -> bool:
    """Return whether all that a number may be lies inside what another may be."""
    from_below = whole.low is None or (part.low is not None and whole.low <= part.low)
    return from_below and (whole.high is None or (part.high is not None and part.high <= whole.high))


def _meet(one: Value, other: Value) -> bool:
    starts_in_time = one.low is None or other.high is None or one.low <= other.high
    return starts_in_time and (other.low is None or one.high is None or other.low <= one.high)


def _is_rounded(exact: Value, coarse: Value) -> bool:
    """Return whether the one number, rounded to the last place of the other, is the other.

    As for approximate numbers, what is off by more than a tenth was not rounded: 1,400 is not 1,000. A round number may
    be what "more than" it was rounded to.
    """
    if exact.number is None or coarse.number is None or coarse.bound not in ROUNDED:
        return False
    place = grain(coarse.number)
    if exact.bound not in ROUNDED:
        return exact.number == coarse.number and coarse.bound == "=" and place > 1
    if grain(exact.number) >= place or abs(exact.number - coarse.number) > SHARE * abs(coarse.number):
        return False
    off = abs(exact.number - coarse.number)
    return off < place / 2 or isclose(off, place / 2)
