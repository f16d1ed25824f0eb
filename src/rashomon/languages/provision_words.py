"""Words by which accounts tell what a treaty or a bill provides: measures, verbs, conditions, legal bases."""

import re
from functools import cache
from typing import Literal

from rashomon.languages.tables import table
from rashomon.text import alternatives

TABLE = "english/provisions.toml"
MeasureKind = Literal["treaty", "bill"]
Form = Literal["base", "present", "participle", "past"]
KINDS: tuple[MeasureKind, ...] = ("treaty", "bill")
VERBS = ("binding", "ruling", "doing", "keeping", "setting", "stating")
NUMBERED = r"(?:articles?|sections?|chapters?|paragraphs?|title)\s+\d+"


@cache
def measure_kind(noun: str) -> MeasureKind | None:
    """Return the kind of measure that a noun, lower case and singular, names."""
    return next((kind for kind in KINDS if noun in words_of("measures", kind)), None)


@cache
def kind_through(procedure: str) -> MeasureKind | None:
    """Return the kind of measure that goes through a procedure, by the kind of that; None where it is not known."""
    return next((kind for kind in KINDS if procedure in words_of("procedures", kind)), None)


@cache
def words_of(part: str, kind: str) -> frozenset[str]:
    """Return the words of one kind, a key of a part of the table, lower case."""
    return frozenset(table(TABLE)[part][kind].split())


@cache
def verb_forms() -> dict[str, tuple[tuple[str, Form], ...]]:
    """Return the verbs that a written form may be of, each by its lemma, with which of its forms that is."""
    found: dict[str, dict[tuple[str, Form], None]] = {}
    irregular = table(TABLE)["irregular"]
    for lemma in sorted(frozenset().union(*(words_of("verbs", kind) for kind in VERBS))):
        participle, past = irregular.get(lemma, f"{lemma.removesuffix('e')}ing {lemma.removesuffix('e')}ed").split()
        forms: dict[Form, str] = {"base": lemma, "present": _present(lemma), "participle": participle, "past": past}
        for form, written in forms.items():
            found.setdefault(written, {})[lemma, form] = None
    return {written: tuple(lemmas) for written, lemmas in found.items()}


def _present(lemma: str) -> str:
    if lemma.endswith(("sh", "ss", "x")):
        return f"{lemma}es"
    return f"{lemma[:-1]}ies" if lemma.endswith("fy") else f"{lemma}s"


@cache
def into_force() -> re.Pattern[str]:
    """Return the pattern of how a measure comes into force, with the word behind it that says when or how long."""
    words = table(TABLE)["force"]
    pattern = rf"\b(?:{_any(words['phrases'])})\s+{_after_a_while()}(?:{_any(words['openers'])})\b"
    return re.compile(pattern, re.IGNORECASE)


def _after_a_while() -> str:
    return rf"(?:[\w-]+\s+(?:{alternatives(words_of('force', 'lengths'))})\s+(?=after\b))?"


@cache
def condition_openers(*, of_force: bool) -> re.Pattern[str]:
    """Return the pattern of the words that begin a condition, of a duty or of coming into force."""
    openers = _any(table(TABLE)["force"]["conditions"] if of_force else table(TABLE)["conditions"]["openers"])
    before = _after_a_while() if of_force else ""
    return re.compile(rf"(?<![\w’'-]){before}(?:{openers})(?![\w’'-])", re.IGNORECASE)


@cache
def basis_openers() -> re.Pattern[str]:
    """Return the pattern of the words that bring in a legal basis."""
    return re.compile(rf"(?<![\w’'-])(?:{_any(table(TABLE)['bases']['openers'])})\s", re.IGNORECASE)


@cache
def numbered_part() -> re.Pattern[str]:
    """Return the pattern of a part of a law by its number: "Article 51"."""
    return re.compile(rf"\b{NUMBERED}", re.IGNORECASE)


@cache
def meaning_of(word: str) -> str:
    """Return what stands for all the words of one meaning, the word itself where none is known."""
    return _meanings().get(word, word)


@cache
def is_duty(meaning: str) -> bool:
    """Return whether a meaning is that of words that name a duty by themselves."""
    return meaning in table(TABLE)["duties"]


@cache
def _meanings() -> dict[str, str]:
    rows = {**table(TABLE)["duties"], **table(TABLE)["meanings"]}
    return {word: meaning for meaning, words in rows.items() for word in words.split()}


def _any(phrases: str) -> str:
    return alternatives(phrase.strip() for phrase in phrases.split("|"))
