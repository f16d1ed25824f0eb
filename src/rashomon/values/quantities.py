"""Numbers as sets: what a number denotes together with its bound.

``low`` and ``high`` are inclusive; for what is measured, not counted, the bound says whether the end itself belongs to
the set. Definitions: ``record.md``, section Values.
"""

from decimal import Decimal
from math import ceil, floor

from rashomon.records.findings import Value

LARGEST = 1e15
"""Numbers beyond are text without a value: no account counts that far, and a float can't."""
FINEST = 1e-9
"""A number with digits below is a fraction such as a third, which was never written with digits."""
SHARE = 0.1
"""An approximate number is off by at most this part of itself."""


def grain(number: float) -> float:
    """Return the place value of the last digit of ``number`` that is not zero: 1,500 has 100, 2.5 has 0.1, 0 has 1."""
    if not number:
        return 1.0
    _, digits, exponent = Decimal(repr(float(number))).normalize().as_tuple()
    return float(Decimal(10) ** exponent) if digits and isinstance(exponent, int) else 1.0


def unknown(text: str) -> Value:
    """Return a number that only its text is known of."""
    return Value(low=None, high=None, number=None, bound="vague", text=text)


def exact(number: float, text: str) -> Value:
    """Return exactly ``number``."""
    if abs(number) > LARGEST:
        return unknown(text)
    return Value(low=number, high=number, number=number, bound="=", text=text)


def about(number: float, text: str, *, whole: bool) -> Value:
    """Return ``number`` give or take half of its grain, at most a tenth of itself; ``whole``: things are counted."""
    if abs(number) > LARGEST:
        return unknown(text)
    share = abs(number) * SHARE
    spread = share if grain(number) < FINEST else min(grain(number) / 2, share)
    low, high = _tidy(number - spread), _tidy(number + spread)
    if whole:
        low, high = min(float(ceil(low)), number), max(float(floor(high)), number)
    return Value(low=low, high=high, number=number, bound="~", text=text)


def nearly(number: float, text: str, *, whole: bool) -> Value:
    """Return the lower half of what ``about`` gives: nearly 300 is not 310."""
    near = about(number, text, whole=whole)
    return near if near.number is None else Value(low=near.low, high=number, number=number, bound="~", text=text)


def above(number: float, text: str, *, whole: bool, inclusive: bool) -> Value:
    """Return ``number`` and up, or what is more than ``number``."""
    if abs(number) > LARGEST:
        return unknown(text)
    low = floor(number) + 1.0 if whole and not inclusive else number
    return Value(low=low, high=None, number=number, bound=">=" if inclusive else ">", text=text)


def below(number: float, text: str, *, whole: bool, inclusive: bool) -> Value:
    """Return what is at most, or less than, ``number``: from 0, which what is below zero already has left behind."""
    if abs(number) > LARGEST:
        return unknown(text)
    high = ceil(number) - 1.0 if whole and not inclusive else number
    low = 0.0 if high >= 0 else None
    return Value(low=low, high=high, number=number, bound="<=" if inclusive else "<", text=text)


def between(low: float, high: float, text: str) -> Value:
    """Return ``low`` to ``high``; where they are not in this order, only the text is known."""
    if not -LARGEST <= low <= high <= LARGEST:
        return unknown(text)
    return Value(low=low, high=high, number=None, bound="range", text=text)


def vague(unit: float, text: str) -> Value:
    """Return at least two of ``unit``, without an upper bound: dozens, tens of thousands."""
    return Value(low=2 * unit, high=None, number=None, bound="vague", text=text)


def untold(text: str) -> Value:
    """Return the value of what is several numbers at once, such as a score: only its text."""
    return Value(low=None, high=None, number=None, bound="=", text=text)


def bounded(number: float, bound: str, text: str, *, whole: bool) -> Value:
    """Return ``number`` under a bound as the tables write it: ``= ~ -~ > >= < <=`` (``-~``: nearly)."""
    match bound:
        case "~":
            return about(number, text, whole=whole)
        case "-~":
            return nearly(number, text, whole=whole)
        case ">" | ">=":
            return above(number, text, whole=whole, inclusive=bound == ">=")
        case "<" | "<=":
            return below(number, text, whole=whole, inclusive=bound == "<=")
        case _:
            return exact(number, text)


def _tidy(number: float) -> float:
    return float(f"{number:.12g}")
