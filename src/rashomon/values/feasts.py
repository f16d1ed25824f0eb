"""Feasts that fall on another day each year."""

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta

WEEKDAY_OF_MONTH = re.compile(r"-(\d\d)-([0-4])W([1-7])(?:\+(\d))?", re.ASCII)
FROM_EASTER = re.compile(r"-EASTER([+-]\d\d?)?", re.ASCII)


def movable_feast(year: int, rule: str) -> date | None:
    """Return the day of a feast in a year by its rule (see ``records.times.Pick``), None when there is none."""
    if not MINYEAR <= year < MAXYEAR:
        return None
    from_easter = FROM_EASTER.fullmatch(rule)
    if from_easter:
        return easter(year) + timedelta(days=int(from_easter[1] or 0))
    named = WEEKDAY_OF_MONTH.fullmatch(rule)
    if named is None or not 1 <= int(named[1]) <= 12:
        return None
    month, count, weekday, later = (int(part or 0) for part in named.groups())
    first = date(year, month, 1) if count else date(year + month // 12, month % 12 + 1, 1)
    first += timedelta(days=(weekday - first.isoweekday()) % 7)
    return first + timedelta(days=(count - 1) * 7 + later)


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus 1991)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
