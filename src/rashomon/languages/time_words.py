"""Words of which time expressions are made."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from babel import Locale

from rashomon.languages.tables import table

TABLE = "english/times.toml"
SECTIONS = {
    "units": "unit",
    "numbers": "number",
    "ordinals": "ordinal",
    "months": "month",
    "weekdays": "weekday",
    "decades": "decade",
    "seasons": "season",
    "parts": "part",
    "which": "which",
    "from": "from",
    "vague": "vague",
    "edges": "edge",
    "modifiers": "modifier",
    "counts": "count",
    "references": "reference",
}
"""Sections of the table that name their words by what they mean, and the roles of these words."""


PARTS = re.compile(r"['’]s(?!\w)|[^\W\d_]+(?:\.[^\W\d_]+)*\.?|[^\w\s]")
"""The words and signs of a phrase, as they are told apart in a text."""


class TimeWord(NamedTuple):
    """The part that a word plays in a time expression (``"month"``), and what it means (``"6"``)."""

    role: str
    value: str


@cache
def time_words() -> Mapping[str, TimeWord]:
    """Return the part that each word or phrase plays, by its lower-case form."""
    found: dict[str, TimeWord] = {}
    for form, word in (*_names(), *_table()):
        found.setdefault(form, word)
    return MappingProxyType(found)


@cache
def time_phrases() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the words of all phrases by the first of them, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in time_words():
        words = tuple(form.split())
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return MappingProxyType({first: tuple(sorted(rest, key=len, reverse=True)) for first, rest in found.items()})


@cache
def tense_words(kind: str) -> frozenset[str]:
    """Return the words of one kind by which a clause looks back or ahead (``"auxiliaries"``, ``"due"``)."""
    return frozenset(table(TABLE)["tense"][kind].split())


@cache
def words_around(kind: str) -> frozenset[str]:
    """Return the small words of one kind around a time (``"ending"``, ``"own"``, ``"placing"``)."""
    return frozenset(table(TABLE)["around"][kind].split())


@cache
def bounds() -> Mapping[str, str]:
    """Return which end of a stretch of time each preposition makes."""
    read = table(TABLE)["bounds"]
    return MappingProxyType({word: bound for bound, words in read.items() for word in words.split()})


@cache
def named_day(day: str, behind: str) -> str | None:
    """Return the date that a day of the year (``"09-11"``) means before a word: "the Sept. 11 attacks"."""
    for date, named in table(TABLE)["named_days"].items():
        if day == named["day"] and behind in named["words"].split():
            return str(date)
    return None


@cache
def time_hints() -> frozenset[str]:
    """Return words without one of which, or a mark of the model, a sentence need not be looked at."""
    roles = set("month weekday weekdays unit deictic deictic_part frequency season holiday weekend time".split())
    words = {form.split()[0] for form, word in time_words().items() if word.role in roles}
    return frozenset(words) | {form.split()[0] for form in sure_references()} | {f"{month}." for month in words}


@cache
def sure_references() -> frozenset[str]:
    """Return the words that are a time wherever they stand."""
    return frozenset(_forms(table(TABLE)["sure"]["references"]))


def _forms(written: str) -> list[str]:
    """Return the forms of an entry: words, or phrases where semicolons stand between them."""
    if ";" not in written:
        return written.split()
    return [" ".join(PARTS.findall(form)) for form in written.split(";") if form.strip()]


def _names() -> Iterator[tuple[str, TimeWord]]:
    """Yield the names of months and weekdays."""
    locale = Locale.parse("en")
    names: Iterable[tuple[str, Mapping[str, Mapping[int, str]]]]
    names = (("month", locale.months["format"]), ("weekday", locale.days["format"]))
    for role, widths in names:
        for width in ("wide", "abbreviated"):
            for number, name in widths[width].items():
                shown = number if role == "month" else number + 1
                yield name.lower(), TimeWord(role, str(shown))
                if role == "weekday" and width == "wide":
                    yield name.lower() + "s", TimeWord("weekdays", str(shown))


def _table() -> Iterator[tuple[str, TimeWord]]:
    read = table(TABLE)
    for section, role in SECTIONS.items():
        for value, written in read[section].items():
            shown = str(int(value) + 1) if section == "weekdays" else value
            for form in _forms(written):
                yield form, TimeWord(role, shown)
    for role, written in read["words"].items():
        for form in _forms(written):
            yield form, TimeWord(role, form)
    for section, role in (("deictic", "deictic"), ("deictic_parts", "deictic_part"), ("frequencies", "frequency")):
        for form, value in read[section].items():
            yield form, TimeWord(role, value)
    for form, value in read["holidays"].items():
        curled = form.replace("'", "’")
        for shown in _forms(f"{form};{curled}"):
            yield shown, TimeWord("holiday", value)
