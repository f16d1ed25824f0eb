"""Time expressions: what they say before they are anchored, and what they hang on (TimeML 1.2.1, ISO 24617-1)."""

from typing import Literal

from rashomon.records.evidence import Frozen, Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Grain = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
]
"""How fine a calendar period is."""
Direction = Literal[
    "past",
    "past_or_now",
    "past_rather",
    "future",
    "future_or_now",
    "future_rather",
    "nearest",
    "within",
]
"""Where from its anchor a recurring date is looked for. ``_or_now`` counts the one that the anchor lies in; ``nearest``
may lie on either side, ``_rather`` too, but a quarter of a year is given to the one side; ``within`` is the one inside
the anchor's own year (of weekdays its week, of days of a month its month)."""
Mod = Literal[
    "BEFORE",
    "AFTER",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
    "LESS_THAN",
    "MORE_THAN",
    "EQUAL_OR_LESS",
    "EQUAL_OR_MORE",
    "START",
    "MID",
    "END",
    "APPROX",
]
Bound = Literal["since", "until", "by", "before", "after"]
Anchoring = Literal["article", "text", "event"]
"""What an expression hangs on: the article's own date, another expression, or something that happened."""


class Fixed(Frozen, frozen=True, kw_only=True, gc=False, tag="fixed"):
    """A date that says all: ``2014``, ``1989-Q3``, ``2024-10-24``; whatever the anchor is."""

    value: str


class Shift(Frozen, frozen=True, kw_only=True, gc=False, tag="shift"):
    """The period so many units after (below zero: before) the one that the anchor lies in."""

    count: int
    unit: Grain
    keep: bool = False
    """The result is as fine as the anchor: a year before the third quarter is a quarter."""


class Pick(Frozen, frozen=True, kw_only=True, gc=False, tag="pick"):
    """A date that recurs, ``X`` for what is unsaid (``XXXX-10-24``, ``XXXX-WXX-3``, ``XXXX-SU``), and which one.

    Feasts that move are written ``XXXX-11-4W4`` (of November the fourth Thursday; ``0W1`` the last Monday; ``+1``
    behind it the day after) and ``XXXX-EASTER-2`` (two days before Easter Sunday).
    """

    value: str
    direction: Direction
    weekday: int | None = None
    """The weekday that is said with a day of the year, Monday = 1."""


Step = Fixed | Shift | Pick


class Calendar(Frozen, frozen=True, kw_only=True, gc=False, tag="calendar"):
    """A place in the calendar: steps that lead there from the anchor, each from where the one before it ended."""

    steps: tuple[Step, ...]
    clock: str | None = None
    """The time of the day as TIMEX3 has it: ``T09:30``, ``TMO``."""
    zone: str | None = None
    """The time zone as it is written."""
    fiscal: bool = False
    """A business year, which need not be the calendar's."""


class Length(Frozen, frozen=True, kw_only=True, gc=False, tag="length"):
    """A stretch of time (``P3M``), where it is said up to its anchor (``past``) or from it on (``future``)."""

    value: str
    direction: Literal["past", "future"] | None = None


class Recurring(Frozen, frozen=True, kw_only=True, gc=False, tag="recurring"):
    """A time that comes again and again: ``P1D``, ``XXXX-WXX-2``."""

    value: str


class Reference(Frozen, frozen=True, kw_only=True, gc=False, tag="reference"):
    """The past, the present or the future without saying how far."""

    value: Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]


Meaning = Calendar | Length | Recurring | Reference


class TimeExpression(Frozen, frozen=True, kw_only=True):
    """One time expression of an article, not yet anchored."""

    span: Span
    type: TimeType
    meaning: Meaning | None
    """Null when the expression is seen but not understood."""
    mod: Mod | None
    quant: str | None
    freq: str | None
    anchor: Anchoring | None
    """Null when it needs none."""
    on: int | None
    """For ``text`` the place of the expression that it hangs on, among those of the article; it may stand later."""
    bound: Bound | None
    """The preposition that makes it an end of a stretch: "since 2014" reaches from it, "until May" up to it."""
