"""Names of months and weekdays (Unicode CLDR, through Babel) and of time zones."""

from datetime import datetime, time, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale

from rashomon.languages.tables import table

LOCALES = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "pl")
"""Languages whose month and weekday names are known in date lines."""


@cache
def months() -> dict[str, int]:
    """Return the number of each month by its names and abbreviations, lower case, without full stops."""
    numbers = {"sept": 9}
    for locale in LOCALES:
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in Locale.parse(locale).months[context][width].items():
                    numbers.setdefault(name.lower().rstrip("."), number)
    return numbers


@cache
def weekdays() -> dict[str, int]:
    """Return the number of each weekday (Monday = 0) by its names and abbreviations, lower case, without full stops."""
    numbers = {"tues": 1, "thur": 3, "thurs": 3}
    for locale in LOCALES:
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in Locale.parse(locale).days[context][width].items():
                    numbers.setdefault(name.lower().rstrip("."), number)
    return numbers


@cache
def zone_names() -> frozenset[str]:
    """Return the abbreviations that name one time zone."""
    zones = table("world/zones.toml")
    return frozenset(zones["zones"]) | frozenset(zones["local"])


def zone(name: str) -> tzinfo | None:
    """Return the time zone of an abbreviation, or None when it is unknown or could be several."""
    zones = table("world/zones.toml")
    if name in zones["zones"]:
        return timezone(_offset(zones["zones"][name]))
    if name in zones["local"]:
        try:
            return ZoneInfo(zones["local"][name])
        except ZoneInfoNotFoundError:
            return None
    return None


def _offset(written: str) -> timedelta:
    sign = -1 if written[0] == "-" else 1
    clock = time.fromisoformat(written[1:])
    return sign * timedelta(hours=clock.hour, minutes=clock.minute)


def at_zone(moment: datetime, name: str | None) -> datetime:
    """Return ``moment`` with its zone when ``name`` is one that is known, else as it is."""
    found = zone(name) if name else None
    return moment if found is None else moment.replace(tzinfo=found)
