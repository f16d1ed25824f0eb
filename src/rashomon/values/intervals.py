"""Intervals of days: both ends inclusive, null = open."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from ``earliest`` to ``latest``."""

    earliest: date | None
    latest: date | None

    def __contains__(self, other: "Interval | date") -> bool:
        """Return whether all days of ``other`` lie inside."""
        first, last = (other, other) if isinstance(other, date) else (other.earliest, other.latest)
        after_start = self.earliest is None or (first is not None and self.earliest <= first)
        return after_start and (self.latest is None or (last is not None and last <= self.latest))

    def meets(self, other: "Interval") -> bool:
        """Return whether there is a day that lies in both."""
        starts_in_time = self.earliest is None or other.latest is None or self.earliest <= other.latest
        return starts_in_time and (other.earliest is None or self.latest is None or other.earliest <= self.latest)

    def within(self, other: "Interval") -> "Interval | None":
        """Return the days that lie in both, None when there are none."""
        if not self.meets(other):
            return None
        starts = [start for start in (self.earliest, other.earliest) if start is not None]
        ends = [end for end in (self.latest, other.latest) if end is not None]
        return Interval(max(starts, default=None), min(ends, default=None))

    def with_(self, other: "Interval") -> "Interval":
        """Return the smallest interval that holds both."""
        starts = (self.earliest, other.earliest)
        ends = (self.latest, other.latest)
        return Interval(
            min((start for start in starts if start is not None), default=None) if None not in starts else None,
            max((end for end in ends if end is not None), default=None) if None not in ends else None,
        )


ALWAYS = Interval(None, None)
"""Any day."""


@dataclass(frozen=True, slots=True)
class When:
    """A TIMEX3 value, null where the days are not those of one value, and the days that it denotes."""

    value: str | None
    days: Interval

    def or_(self, other: "When") -> "When":
        """Return what is known when it is this or the other."""
        return (
            self
            if self == other
            else When(self.value if self.value == other.value else None, self.days.with_(other.days))
        )


NEVER_SAID = When(None, ALWAYS)
"""Nothing is known of when it is."""


def on(day: date) -> When:
    """Return one day."""
    return When(day.isoformat(), Interval(day, day))
