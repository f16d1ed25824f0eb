"""What happened, as it is listed: the events of a record, when each was, and the accounts that tell it."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from rashomon.publish.describe import in_words, names_apart
from rashomon.records import Event, Record, Span, Support, Time

IS = {
    "happened": "",
    "ongoing": "going on",
    "planned": "planned",
    "possible": "possible",
    "denied": "denied",
    "claimed": "claimed",
}
"""How real an event is told to be, in a word of the page."""


OPEN = frozenset({"planned", "possible"})
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
MONTH, YEAR = re.compile(r"\d{4}-(0[1-9]|1[0-2])"), re.compile(r"[1-9]\d{3}")
SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's tellings of an event."""

    by: str
    spans: tuple[Span, ...]
    """The triggers."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event as it is listed."""

    event: Event
    when: str
    is_: str
    label: str
    tellings: tuple[Telling, ...]
    support: str


@dataclass(frozen=True, slots=True)
class Happenings:
    """The events in record order: what several accounts tell, what they tell as to come or possible, what one tells."""

    several: tuple[Happening, ...]
    open_: tuple[Happening, ...]
    single: tuple[Happening, ...]


def happenings(record: Record) -> Happenings:
    """Return the events of a record as they are listed."""
    names = names_apart(record)
    listed = [_happening(event, names) for event in record.events]
    several = [one for one in listed if one.event.support.articles > 1]
    return Happenings(
        several=tuple(one for one in several if one.event.status not in OPEN),
        open_=tuple(one for one in several if one.event.status in OPEN),
        single=tuple(one for one in listed if one.event.support.articles == 1),
    )


def _happening(event: Event, names: dict[str, str]) -> Happening:
    told: dict[str, list[Span]] = {}
    for account in event.accounts:
        told.setdefault(account.article, []).append(account.trigger)
    return Happening(
        event=event,
        when="" if event.time is None else time_in_words(event.time),
        is_=IS[event.status],
        label=event.label,
        tellings=tuple(Telling(names[article], tuple(spans)) for article, spans in told.items()),
        support=_support(event.support),
    )


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
    return said if SEASON.fullmatch(time.timex or "") else _days_in_words(first, last)


def _said(timex: str) -> str:
    """Return a season, a month or a year as it is read, nothing for all else."""
    season = SEASON.fullmatch(timex)
    if season is not None:
        return f"{SEASONS[season[2]]} {season[1]}"
    if MONTH.fullmatch(timex):
        return f"{date.fromisoformat(timex + '-01'):%B %Y}"
    return timex if YEAR.fullmatch(timex) else ""


def _days_in_words(first: date, last: date) -> str:
    if first == last:
        return in_words(str(first))
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    if first.day == 1 and last == _end_of_month(first):
        return f"{first:%B %Y}"
    return in_words(f"{first}/{last}")


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _support(support: Support) -> str:
    """Return what stands behind an event that several articles tell."""
    if support.articles == 1:
        return ""
    origins = "one origin" if support.origins == 1 else f"{support.origins} origins"
    return f"{support.articles} accounts · independent at most {support.independent} · {origins}"
