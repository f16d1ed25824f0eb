"""A difference before it has its rank, and the words in which it is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.reconcile.events import LEADING
from rashomon.records import Side, Span
from rashomon.records.findings import Relation
from rashomon.text import cut
from rashomon.values.days import days_in_words
from rashomon.values.intervals import Interval

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MARKS = frozenset('“”"')
LONGEST = 200
"""Characters of a value in an account's own words."""
JOINING = LEADING | {"because", "although", "but", "since"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A difference between the accounts of one thing."""

    kind: Relation
    slot: str
    about: str
    sides: tuple[Side, ...]
    note: str
    reports: int
    """Reports, prints folded, that take one of its sides."""
    once: str | None = None
    """What it says, where another may say the same: that the visit and the signing were on one day in June."""


def side(value: str, spans: Iterable[Span]) -> Side:
    """Return a side by its value and the places where accounts take it."""
    spans = tuple(dict.fromkeys(spans))
    return Side(value=plain(value), accounts=spans, articles=tuple(dict.fromkeys(one.article for one in spans)))


def counted(number: int, noun: str = "account") -> str:
    """Return a number of things in words: "two accounts"."""
    written = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return f"{written} {noun}" if number == 1 else f"{written} {noun}s"


def said_by(sides: Sequence[tuple[str, int]], verb: str = "say") -> str:
    """Return how many say what, by the words of each side and its number of reports: "two accounts say “June”"."""
    (words, number), *others = sides
    rest = "".join(f", {counted(count).split()[0]} {quoted(text)}" for text, count in others)
    return f"{counted(number)} {verb}{'s' if number == 1 else ''} {quoted(words)}{rest}"


def listed(items: Sequence[str]) -> str:
    """Return items as a list in a sentence."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def quoted(text: str) -> str:
    """Return the words of an account in quotation marks."""
    inner = "".join(character for character in plain(text) if character not in MARKS)
    return f"“{inner}”"


def in_words(days: Interval) -> str:
    """Return days with both ends as they are read."""
    if days.earliest is None or days.latest is None:
        raise ValueError(f"{days} has no end; only closed stretches are told in words")
    return days_in_words(days.earliest, days.latest)


def plain(text: str) -> str:
    """Return the words of an account with single spaces, cut at a word, and without half a pair of quotation marks."""
    said = " ".join(text.split()).strip(" ,;:.")
    if said.count("“") != said.count("”") or said.count('"') % 2:
        said = "".join(character for character in said if character not in MARKS)
    return cut(said, LONGEST)


def clause(text: str) -> str:
    """Return the words of a clause without those that join it to what stands before: "that she left"."""
    said = text.split()
    while len(said) > 1 and said[0].lower() in JOINING:
        said = said[1:]
    return " ".join(said)
