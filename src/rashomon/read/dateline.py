"""Datelines: the place, and often the day and the agency, at the start of a report: "SEOUL, Oct. 24 (Yonhap) --"."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from rashomon.languages.calendar import months
from rashomon.languages.publishers import agencies, outlets
from rashomon.text import Range, alternatives
from rashomon.values.dates import Moment, day, day_of_some_year

LABELS = frozenset(
    "UPDATE UPDATED BREAKING EXCLUSIVE WATCH FILE PHOTO PHOTOS VIDEO LIVE NEW ANALYSIS OPINION COMMENT CORRECTION ALERT"
    " READ MORE RELATED NOTE EDITOR EDITORS FACT CHECK EXPLAINER FACTBOX TIMELINE HIGHLIGHTS SPECIAL REPORT INTERVIEW"
    " EDITOR'S EDITOR’S EDITORS'"
    " Q A QUOTE QUOTES JUST IN WARNING ADVERTISEMENT REVIEW PODCAST LETTER TOPLINE SUMMARY DISCLAIMER IMPORTANT".split()
)
"""Words in capitals that open a line without being a place."""
UPPER = r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-ZÀ-ÖØ-Þ’'.]+"
TITLE = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.]+"
SEPARATOR = r"\s*(?:—|–|--|-|―)\s*"
LONGEST = 90
"""Characters of the longest dateline."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dateline:
    """A dateline: where it stands, and the parts of it that name an agency or a day."""

    at: Range
    credit: Range | None
    """What stands in brackets: an agency, or the outlet itself."""
    moment: Moment | None
    day: Range | None
    is_alone: bool
    """Whether it is all of the line that it stands in."""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = alternatives(name for name in months() if len(name) > 2)
    year = r"(?:17|18|19|20|21)\d\d(?!\d)"
    month_first = rf"(?P<month>{names})\.?\s+(?P<number>\d{{1,2}})(?:,?\s+(?P<year>{year}))?"
    number_first = rf"(?P<number_first>\d{{1,2}})\s+(?P<month_last>{names})\.?(?:,?\s+(?P<year_last>{year}))?"
    on = rf"(?:,?\s+(?P<day>(?i:{month_first}|{number_first})))?"
    credit = r"\((?P<credit>[A-Za-zÀ-ž][\w&.’' /-]{1,40})\)"
    upper = rf"{UPPER}(?:[ /-]{UPPER})*(?:,\s(?:{TITLE}|{UPPER})(?:[ -]{TITLE})*)?"
    title = rf"{TITLE}(?:[ /-](?:{TITLE}|of|de|el|la))*(?:,\s{TITLE}(?:[ -]{TITLE})*)?"
    follows = r"(?=[“”\"‘'(\[]?[A-ZÀ-ÖØ-ÞĀ-Ž0-9])"
    return (
        re.compile(
            rf"(?P<line>(?:{upper}|{title}){on}\s+{credit})(?:(?:{SEPARATOR}|\s*:\s*){follows}|(?P<alone>\s*$))"
        ),
        re.compile(rf"(?P<line>{upper}{on})(?:(?:\s*(?:—|–|--|―)\s*|\s+-\s+){follows}|(?P<alone>\s*$))"),
        re.compile(rf"(?P<line>{credit}){SEPARATOR}{follows}"),
        re.compile(rf"(?P<line>(?P<day>(?i:{month_first}|{number_first}))\s+{credit}){SEPARATOR}{follows}"),
    )


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """Return the dateline that opens ``text[start:end]``, or is all of it, or None.

    It ends before the dash or colon: "MOSCOW (AFP)", "CORVENHOLT", "SEOUL, Oct. 24 (Yonhap)". What stands in its
    brackets begins with a capital or is an agency; a line of its own has brackets or a day.
    """
    for pattern in _patterns():
        match = pattern.match(text, start, min(end, start + LONGEST))
        if match is None:
            continue
        place = re.split(r"[,(]", match["line"].strip("()"))[0]
        if all(word.strip(".").upper() in LABELS for word in re.split(r"[\s/-]+", place.strip())):
            return None
        parts = match.groupdict()
        credit = parts.get("credit")
        is_alone = parts.get("alone") is not None
        if is_alone and not credit and not parts.get("day"):
            continue
        if credit and not _may_credit(credit, match["line"]):
            continue
        return Dateline(
            at=Range(*match.span("line")),
            credit=Range(*match.span("credit")) if credit else None,
            moment=_moment(parts),
            day=Range(*match.span("day")) if parts.get("day") else None,
            is_alone=is_alone,
        )
    return None


def _may_credit(credit: str, line: str) -> bool:
    """Whether what stands in brackets may be an agency: a known one, or after a place in capitals any name."""
    if credit.casefold() in agencies().by_form or credit.casefold() in outlets().by_form:
        return True
    place = re.split(r"[,(]", line)[0].strip()
    return credit[0].isupper() and (place.isupper() or credit.isupper())


def _moment(parts: dict[str, str | None]) -> Moment | None:
    name, number = parts.get("month") or parts.get("month_last"), parts.get("number") or parts.get("number_first")
    month = months().get(name.lower().rstrip(".")) if name else None
    year = parts.get("year") or parts.get("year_last")
    if month is None or not number:
        return None
    if year is None:
        return day_of_some_year(month, int(number))
    try:
        return day(date(int(year), month, int(number)))
    except ValueError:
        return None
