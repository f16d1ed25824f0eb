"""Days and intervals as they are read."""

import re
from datetime import date

from rashomon.publish.describe import in_words
from rashomon.records import Time
from rashomon.values.days import days_in_words

SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
MONTH, YEAR = re.compile(r"(?!0000)\d{4}-(0[1-9]|1[0-2])"), re.compile(r"[1-9]\d{3}")
SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")

DAY_END, MONTH_END, YEAR_END = len("2024-10-24"), len("2024-10"), len("2024")


def time_in_words(time: Time) -> str:
    """Return when it was as it is read: "24 October 2024", "June 2024", "since summer 2024", "13 to 19 May 2030"."""
    first, last = time.earliest, time.latest
    said = _said(time.timex or "")
    if first is None and last is None:
        return ""
    if first is None or last is None:
        day = in_words(str(first or last))
        if last is not None:
            return f"by {day}"
        return f"since {said or day}" if time.timex is not None else f"not before {day}"
    return said if SEASON.fullmatch(time.timex or "") else days_in_words(first, last)


def _said(timex: str) -> str:
    """Return a season, a month or a year as it is read, nothing for all else."""
    season = SEASON.fullmatch(timex)
    if season is not None:
        return f"{SEASONS[season[2]]} {season[1]}"
    if MONTH.fullmatch(timex):
        return f"{date.fromisoformat(timex + '-01'):%B %Y}"
    return timex if YEAR.fullmatch(timex) else ""


def in_time(time: Time | None) -> tuple[date, date]:
    """Return the key that sorts lines by when they were: by the start, by the end where only that is known."""
    first = None if time is None else time.earliest or time.latest
    last = None if time is None else time.latest
    return first or date.max, last or date.max


def calendar_date(time: Time | None) -> str:
    """Return the day, else the month, else the year that a time lies in, as ISO 8601 has it; empty when in none."""
    if time is None or time.earliest is None or time.latest is None:
        return ""
    first, last = time.earliest.isoformat(), time.latest.isoformat()
    return next((first[:end] for end in (DAY_END, MONTH_END, YEAR_END) if first[:end] == last[:end]), "")
