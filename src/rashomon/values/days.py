"""Days and stretches of days as they are read in English."""

from calendar import monthrange
from datetime import date

LAST_DAY_OF_YEAR = (12, 31)


def days_in_words(first: date, last: date) -> str:
    """Return a stretch of days, both ends in it: "19 June 2024", "6 or 7 June 2024", "June 2024", "2019 to 2021"."""
    if first == last:
        return f"{first.day} {first:%B} {first.year}"
    if (first.month, first.day) == (1, 1) and (last.month, last.day) == LAST_DAY_OF_YEAR:
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    if first.day == 1 and last == first.replace(day=monthrange(first.year, first.month)[1]):
        return f"{first:%B} {first.year}"
    between = "or" if (last - first).days == 1 else "to"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} {between} {last.day} {last:%B} {last.year}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day} {first:%B}{year} {between} {last.day} {last:%B} {last.year}"
