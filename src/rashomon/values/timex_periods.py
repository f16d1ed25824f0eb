"""Calendar periods by their TIMEX3 values: ``1989-10-26``, ``1989-W43``, ``1989-Q3``, ``198``, ``19`` (a century).

A week begins on Monday (ISO 8601). A season is read as any of its usual reckonings in the north, so its days are more
than three months; the winter of a year begins in it.
"""

import re
from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

from rashomon.records.times import Grain
from rashomon.values.intervals import Interval

SEASONS = ("SP", "SU", "FA", "WI")
SEASON_DAYS = {
    "SP": ((3, 1), (0, 6, 20)),
    "SU": ((6, 1), (0, 9, 22)),
    "FA": ((9, 1), (0, 12, 21)),
    "WI": ((12, 1), (1, 3, 20)),
}
"""First day, and the years after, month and day of the last."""
VALUE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)|(?P<weekend>\d{4}-W\d\d-WE)|(?P<week>\d{4}-W\d\d)|(?P<quarter>\d{4}-Q[1-4])"
    r"|(?P<half>\d{4}-H[12])|(?P<season>\d{4}-(?:SP|SU|FA|WI))|(?P<month>\d{4}-\d\d)|(?P<year>\d{4})"
    r"|(?P<decade>\d{3})|(?P<century>\d\d)",
    re.ASCII,
)
MONTHS_OF: dict[Grain, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_OF: dict[Grain, int] = {"day": 1, "week": 7, "weekend": 7}


def grain_of(value: str) -> Grain | None:
    """Return how fine a value is, None when it is no period of the calendar; a time of day counts as its day."""
    found = VALUE.fullmatch(value.split("T", maxsplit=1)[0])
    return found.lastgroup if found else None  # type: ignore[return-value]


def days_of(value: str) -> Interval | None:
    """Return the days of a value, or of two with "/" between; None when there are no such days."""
    first, slash, last = value.partition("/")
    if slash:
        begins, ends = days_of(first), days_of(last)
        ordered = begins and ends and begins.earliest and ends.latest and begins.earliest <= ends.latest
        return begins.with_(ends) if begins and ends and ordered else None
    grain = grain_of(value)
    try:
        return None if grain is None else _days(value.split("T", maxsplit=1)[0], grain)
    except (ValueError, OverflowError):
        return None


def _days(value: str, grain: Grain) -> Interval:
    if grain == "day":
        day = date.fromisoformat(value)
        return Interval(day, day)
    if grain in {"week", "weekend"}:
        monday = date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
        return Interval(monday + timedelta(days=5 if grain == "weekend" else 0), monday + timedelta(days=6))
    if grain == "season":
        (month, begins), (after, last_month, ends) = SEASON_DAYS[value[5:]]
        year = int(value[:4])
        return Interval(date(year, month, begins), date(year + after, last_month, ends))
    if grain in {"quarter", "half"}:
        return _months(int(value[:4]) * 12 + (int(value[6]) - 1) * MONTHS_OF[grain], MONTHS_OF[grain])
    if grain == "month":
        month = int(value[5:])
        if not 1 <= month <= 12:
            raise ValueError(value)
        return _months(int(value[:4]) * 12 + month - 1, 1)
    return _months(int(value) * MONTHS_OF[grain], MONTHS_OF[grain])


def _months(first: int, count: int) -> Interval:
    """Return the days of ``count`` months from the ``first`` on, counted from the beginning of the year 0.

    There is no year 0, so that the first decade and the first century begin with the year 1.
    """
    first, last = max(first, 12), first + count - 1
    if last < first:
        raise ValueError(first)
    end = date(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1])
    return Interval(date(first // 12, first % 12 + 1, 1), end)


def containing(day: date, grain: Grain, count: int = 0) -> str | None:
    """Return the period ``count`` periods after the one that ``day`` lies in; None outside the calendar."""
    try:
        if grain in DAYS_OF:
            return _by_days(day + timedelta(days=count * DAYS_OF[grain]), grain)
        if grain == "season":
            year, season = divmod((day.year * 12 + day.month - 3) // 3 + count, 4)
            return f"{_year(year):04}-{SEASONS[season]}"
        return _by_months((day.year * 12 + day.month - 1) // MONTHS_OF[grain] + count, grain)
    except (ValueError, OverflowError):
        return None


def _by_days(day: date, grain: Grain) -> str:
    if grain == "day":
        return day.isoformat()
    year, week, _ = day.isocalendar()
    return f"{_year(year):04}-W{week:02}" + ("-WE" if grain == "weekend" else "")


def _by_months(number: int, grain: Grain) -> str:
    if grain == "century":
        return f"{_year(number * 100 + 99) // 100:02}"
    if grain == "decade":
        return f"{_year(number * 10 + 9) // 10:03}"
    year, part = divmod(number, 12 // MONTHS_OF[grain])
    tails = {"year": "", "half": f"-H{part + 1}", "quarter": f"-Q{part + 1}", "month": f"-{part + 1:02}"}
    return f"{_year(year):04}{tails[grain]}"


def _year(year: int) -> int:
    if not 1 <= year <= MAXYEAR:
        raise ValueError(year)
    return year


def moved(day: date, count: int, unit: Grain) -> date | None:
    """Return the day ``count`` units later, or the last of its month before it; None outside the calendar."""
    try:
        if unit in DAYS_OF:
            return day + timedelta(days=count * DAYS_OF[unit])
        if unit not in MONTHS_OF:
            return day
        year, month = divmod(day.year * 12 + day.month - 1 + count * MONTHS_OF[unit], 12)
        return date(_year(year), month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None
