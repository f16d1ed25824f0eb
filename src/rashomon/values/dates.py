"""Dates as they are written in data, and the days that they denote."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

DATA_DATE = re.compile(r"\d{4}-?\d\d-?\d\d(?![\d-])")
MAIL_DATE = re.compile(r"(?:[A-Za-z]{3},? )?\d{1,2} [A-Za-z]{3} \d{4}")
LONGEST = 40
LAST = "~"
"""Behind every instant of its day."""
YEARS = range(1700, 2200)
"""Years in which an article can have been published."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """A date, a date-time, or a date without its year, with the days it denotes (both inclusive, null = open).

    ``value`` is ISO 8601, or TIMEX3 style (``XXXX-10-24``) where the year is not said. A date-time keeps the offset
    that it was written with, and its day is that of its own zone.
    """

    value: str
    earliest: date | None
    latest: date | None


def day(value: date) -> Moment:
    """Return the moment of one day."""
    return Moment(value=value.isoformat(), earliest=value, latest=value)


def instant(value: datetime) -> Moment:
    """Return the moment of a date-time, to the second."""
    return Moment(value=value.replace(microsecond=0).isoformat(), earliest=value.date(), latest=value.date())


def day_of_some_year(month: int, number: int) -> Moment | None:
    """Return the moment of a day whose year is not said, or None when no year has that day."""
    try:
        date(2000, month, number)
    except ValueError:
        return None
    return Moment(value=f"XXXX-{month:02}-{number:02}", earliest=None, latest=None)


def parse(text: str) -> Moment | None:
    """Read a date or date-time written for machines: ISO 8601, or RFC 5322 as in mail headers; None for all else."""
    written = text.strip()
    if len(written) > LONGEST or (not DATA_DATE.match(written) and not MAIL_DATE.match(written)):
        return None
    try:
        return _plausible(day(date.fromisoformat(written)))
    except ValueError:
        pass
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return _plausible(instant(read(written)))
        except (ValueError, OverflowError):
            continue
    return None


def precedence(earliest: date | None, value: str | None) -> tuple[date, str]:
    """Return what moments are ordered by: the day, within it the instant where a zone tells it; unknown ones last."""
    if earliest is None:
        return date.max, LAST
    try:
        moment = datetime.fromisoformat(value or "")
    except ValueError:
        return earliest, LAST
    return earliest, LAST if moment.tzinfo is None else moment.astimezone(UTC).isoformat()


def _plausible(moment: Moment) -> Moment | None:
    """Leave out what stands for no date at all, such as the year 1."""
    return moment if moment.earliest is not None and moment.earliest.year in YEARS else None
