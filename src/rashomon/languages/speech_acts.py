"""Verbs of saying that tell of an act, and what must stand with them for that."""

from functools import cache
from typing import Literal, cast

from rashomon.languages.tables import table

TABLE = "english/speech_acts.toml"
Need = Literal["anything", "infinitive", "order", "someone", "towards", "clause", "day"]
"""What must stand with a verb: something, what is to be done, also who is to do it, to whom, "for" or "on", a clause,
when it was."""


@cache
def _verbs() -> dict[str, Need]:
    rows = table(TABLE)["verbs"]
    return {verb: cast("Need", need) for need, verbs in rows.items() for verb in verbs.split()}


@cache
def _adverbs() -> frozenset[str]:
    return frozenset(table(TABLE)["words"]["again_and_again"].split())


def needs(verb: str) -> Need | None:
    """Return what must stand with a verb of saying (its lemma) for it to tell of an act, None where it never does."""
    return _verbs().get(verb)


def keeps_happening(word: str) -> bool:
    """Return whether a word says that something is done again and again: "has long denied", "hundreds of times"."""
    return word in _adverbs()
