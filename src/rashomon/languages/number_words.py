"""Number words and the words around numbers, compiled from ``english/numbers.toml``."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rashomon.languages.tables import table

TABLE = "english/numbers.toml"
Phrases = dict[str, str]
"""What each phrase says; its words, lower case, with one space between."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What the table holds."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, int]
    letter_scales: dict[str, int]
    vague: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, int]
    signs: dict[str, float]
    multiples: dict[str, int]
    before: Phrases
    """The bound that a phrase right before a number says."""
    behind: Phrases
    parts_before: frozenset[str]
    """Phrases before a number that make it a part of one before."""
    parts_behind: frozenset[str]
    moves: dict[str, str]
    """``up`` or ``down`` by every form of a word of movement."""
    starts: frozenset[str]
    """Every word with which a number written in words can begin."""


@cache
def number_words() -> NumberWords:
    """Return the compiled table."""
    rows = table(TABLE)
    numbers = [rows[kind] for kind in ("cardinals", "scales", "vague", "ordinals", "fractions", "signs", "multiples")]
    return NumberWords(
        cardinals=rows["cardinals"],
        scales=rows["scales"],
        short_scales=rows["short_scales"],
        letter_scales=rows["letter_scales"],
        vague=rows["vague"],
        ordinals=rows["ordinals"],
        fractions=rows["fractions"],
        signs=rows["signs"],
        multiples=rows["multiples"],
        before=_phrases(rows["before"]),
        behind=_phrases(rows["behind"]),
        parts_before=frozenset(rows["parts"]["before"]),
        parts_behind=frozenset(rows["parts"]["behind"]),
        moves={word: way for way in ("up", "down") for word in rows["moves"][way].split()},
        starts=frozenset(("no", *(word for kind in numbers for word in kind))),
    )


@cache
def words_near(section: str, kind: str) -> frozenset[str]:
    """Return a list of words of the table, such as ``("votes", "against")``."""
    return frozenset(table(TABLE)[section][kind].split())


def _phrases(rows: dict[str, Iterable[str]]) -> Phrases:
    return {phrase: meaning for meaning, phrases in rows.items() for phrase in phrases}
