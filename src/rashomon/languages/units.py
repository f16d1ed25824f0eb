"""The names of units and currencies: Unicode CLDR through Babel, and what ``world/units.toml`` adds and leaves out."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.units import format_unit

from rashomon.languages.tables import table

LOCALES = ("en", "en_GB")
"""The spellings of unit names that are read."""
DURATIONS = "duration"
PERCENT = "concentr-percent"
SHORT = 3
"""Forms of up to so many letters are read in the case in which they are written."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its CLDR identifier or its ISO 4217 code, and what it measures."""

    name: str
    kind: str
    """``measure``, ``duration``, ``percentage`` or ``money``."""


@dataclass(frozen=True, slots=True)
class Units:
    """Every known form."""

    behind: dict[str, Unit]
    """Forms behind a number: words with one space between, lower case, short ones as they are written."""
    glued: dict[str, Unit]
    """Forms that are units only right behind the last digit."""
    before: dict[str, Unit]
    """Signs and letters of currencies before a number."""
    words: int
    """Words of the longest form."""


def form(text: str) -> str:
    """Return ``text`` as the keys of the tables are written."""
    return text if len(text) <= SHORT else text.lower()


@cache
def units() -> Units:
    """Return the compiled tables."""
    rows = table("world/units.toml")
    skipped, glued = frozenset(rows["no_forms"].split()), frozenset(rows["glued"]["forms"].split())
    found: dict[str, Unit] = {}
    for name, kind, written in _cldr(frozenset(rows["left_out"].split())):
        found.setdefault(form(written), Unit(name, kind))
    for text in skipped:
        found.pop(text, None)
    for name, (kind, *forms) in rows["units"].items():
        for written in forms:
            found[form(written)] = Unit(name, kind)
    only_glued = {text: found.pop(text) for text in glued if text in found}
    money = _currency_names()
    for written, unit in money.items():
        found.setdefault(written, unit)
    letters = table("world/currencies.toml")
    before = {written: Unit(code, "money") for written, code in (letters["signs"] | letters["letters"]).items()}
    words = frozenset(letters["no_codes"].split())
    for code in (code for code in map(str, Locale.parse("en").currencies) if code not in words):
        before.setdefault(code, Unit(code, "money"))
        found.setdefault(code, Unit(code, "money"))
    for written, code in letters["signs"].items():
        found.setdefault(written, Unit(code, "money"))
    for written in [written for written in found if len(written) <= SHORT and written not in before]:
        found.setdefault(written.lower(), found[written])
    return Units(found, only_glued, before, max(text.count(" ") for text in found) + 1)


def _cldr(left_out: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """Yield identifier, kind and form of every CLDR unit, in the singular and the plural, long and short."""
    for locale in map(Locale.parse, LOCALES):
        for identifier in map(str, locale.unit_display_names):
            category, _, name = identifier.partition("-")
            if identifier in left_out:
                continue
            kind = "percentage" if identifier == PERCENT else DURATIONS if category == DURATIONS else "measure"
            for length in ("long", "short"):
                for number in (1, 2):
                    written = format_unit(number, identifier, length, locale=locale)
                    yield name, kind, written.replace(str(number), "").strip()


def _currency_names() -> dict[str, Unit]:
    english = Locale.parse("en")
    names: dict[str, Unit] = {}
    metals = frozenset(table("world/currencies.toml")["metals"].split())
    for code, name in english.currencies.items():
        if "(" not in name and code not in metals:
            names.setdefault(form(name), Unit(code, "money"))
            names.setdefault(form(plural(name)), Unit(code, "money"))
    for name, code in table("world/currencies.toml")["words"].items():
        names[form(name)] = names[form(plural(name))] = Unit(code, "money")
    return names


def plural(name: str) -> str:
    """Return the regular plural of the name of a currency; letters have none."""
    if len(name) < SHORT:
        return name
    return f"{name[:-1]}ies" if name.endswith("y") and name[-2:-1] not in "aeiou" else f"{name}s"
