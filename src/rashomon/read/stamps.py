"""Dates written out in a text: "Thursday 24 October 2024 08:37 EDT", "Oct. 24, 2024, 8:37 a.m. ET", "2024-10-24"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache

from rashomon.languages.calendar import at_zone, months, weekdays, zone_names
from rashomon.text import Range, alternatives
from rashomon.values.dates import Moment, day, instant

SLASHED = 6
"""The form 3/4/2024, which is a date only where its order can be told."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stamp:
    """A date in a text and the characters that say it."""

    moment: Moment
    at: Range
    modified: bool
    """Whether words before it say that it is the date of a change."""


@cache
def _pattern() -> re.Pattern[str]:
    weekday = rf"(?:(?P<weekday>{alternatives(weekdays())})\.?,?\s+(?:den\s+|le\s+)?)?"
    month = rf"(?P<month{{0}}>{alternatives(months())})\.?"
    number = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th|\.|er|º)?"
    year = r"(?P<year{0}>(?:19|20|21)\d\d)"
    written = "|".join(
        (
            rf"{number}\s+(?:de\s+|of\s+)?{month},?\s+(?:de\s+)?{year}".format(1),
            rf"{month}\s+{number},?\s+{year}".format(2),
            rf"{year}-(?P<month{{0}}>\d\d)-(?P<day{{0}}>\d\d)".format(3),
            rf"{year}/(?P<month{{0}}>\d\d)/(?P<day{{0}}>\d\d)".format(4),
            rf"(?P<day{{0}}>\d\d?)\.(?P<month{{0}}>\d\d?)\.{year}".format(5),
            rf"(?P<day{{0}}>\d\d?)/(?P<month{{0}}>\d\d?)/{year}".format(SLASHED),
        )
    )
    clock = (
        r"(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?:[:.]\d\d)?(?:\s*(?P<half>[ap])\.?m\.?)?(?:\s*(?:Uhr|h|hrs))?"
        rf"(?:\s*\(?(?P<zone>(?:GMT|UTC)?[+-]\d\d?:?\d\d|(?:GMT|UTC)[+-]\d\d?|{alternatives(zone_names())})\b\)?)?"
    )
    between = r"(?:\s*[,|·•–-]\s*|\s+(?:at|um|à|a las)\s+|T|\s+)"
    return re.compile(
        rf"(?<![\w/.-])(?:{clock.replace('<', '<early_')}{between})?{weekday}(?:{written})"
        rf"(?:{between}{clock})?(?![\w/]|-\d)",
        re.IGNORECASE,
    )


LABEL = re.compile(
    r"\b(?:(?:first |last |originally )?(?:published|posted|updated|modified|changed|edited)|date|created|on|at)\b\W*",
    re.IGNORECASE,
)
MODIFIED = re.compile(
    r"(?:updated|modified|last (?:changed|edited|updated)|geändert|aktualisiert|mis à jour|actualizado)\W*"
    r"(?:on|at|am|le)?\W*$",
    re.IGNORECASE,
)
DATE_LINE = 16
"""Words; a date in a longer line is told, not stated."""
SENTENCE_END = (".", "!", "?", "”", '"')
BEFORE = 40
"""Characters before a stamp in which its label is looked for."""


def stamps(text: str, start: int, end: int) -> Iterator[Stamp]:
    """Yield the full dates (with a year) written in ``text[start:end]``.

    A date that does not exist (31 February), or whose weekday is another day's, is none.
    """
    for match in _pattern().finditer(text, start, end):
        moment = _moment({name: value for name, value in match.groupdict().items() if value is not None})
        if moment is not None:
            label = text[max(start, match.start() - BEFORE) : match.start()]
            yield Stamp(
                moment=moment, at=Range(match.start(), match.end()), modified=MODIFIED.search(label) is not None
            )


def has_date_line(text: str) -> bool:
    """Whether a line is short and has a full date in it."""
    return len(text.split()) <= DATE_LINE and any(True for _ in stamps(text, 0, len(text)))


def is_date_line(text: str) -> bool:
    """Whether a line holds next to nothing but full dates and their labels."""
    found = list(stamps(text, 0, len(text))) if len(text.split()) <= DATE_LINE else []
    dates = sum(stamp.at.end - stamp.at.start for stamp in found)
    rest = len(LABEL.sub("", text))
    return bool(found) and text[:1].isalnum() and 3 * dates >= 2 * rest and not text.endswith(SENTENCE_END)


def _moment(parts: dict[str, str]) -> Moment | None:
    form = next(number for number in range(1, SLASHED + 1) if f"year{number}" in parts)
    name = parts[f"month{form}"].lower().rstrip(".")
    month, number = months().get(name, int(name) if name.isdecimal() else 0), int(parts[f"day{form}"])
    if form == SLASHED and month != number:
        if max(month, number) <= 12:
            return None
        month, number = min(month, number), max(month, number)
    try:
        found = date(int(parts[f"year{form}"]), month, number)
    except ValueError:
        return None
    weekday = parts.get("weekday")
    if weekday is not None and weekdays().get(weekday.lower().rstrip(".")) != found.weekday():
        return None
    for prefix in ("", "early_"):
        clock = _clock(parts, prefix)
        if clock is not None:
            return instant(_at(found, clock, parts.get(f"{prefix}zone")))
    return day(found)


def _clock(parts: dict[str, str], prefix: str) -> time | None:
    if f"{prefix}hour" not in parts:
        return None
    hour, minute = int(parts[f"{prefix}hour"]), int(parts[f"{prefix}minute"])
    half = parts.get(f"{prefix}half", "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None


def _at(found: date, clock: time, zone: str | None) -> datetime:
    moment = datetime.combine(found, clock)
    offset = re.fullmatch(r"(?:GMT|UTC)?([+-]\d\d?):?(\d\d)?", zone or "", re.IGNORECASE)
    if offset:
        try:
            return datetime.fromisoformat(f"{moment.isoformat()}{int(offset[1]):+03d}:{offset[2] or '00'}")
        except ValueError:
            return moment
    return at_zone(moment, zone.upper() if zone else None)
