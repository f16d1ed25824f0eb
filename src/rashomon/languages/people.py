"""What the words for people and bodies tell of them."""

from functools import cache
from typing import Literal

from rashomon.languages.tables import table

TABLE = "english/people.toml"
SHORTEST_FORM = 3
"""Letters of a short form that begins like the full name: Dan, Daniel."""
Gender = Literal["he", "she"]


@cache
def _genders(kind: str) -> dict[str, Gender]:
    rows = table(TABLE)[kind]
    return {word: gender for gender in ("he", "she") for word in rows[gender].split()}


def gender_of(words: list[str]) -> Gender | None:
    """Return whether "he" or "she" may stand for the person named by these words (title, given name, family name).

    A title tells it first, then the given name; None when neither does.
    """
    lower = [word.lower() for word in words]
    for kind, known in (("titles", lower), ("given", lower[:-1] if len(lower) > 1 else [])):
        for word in known:
            gender = _genders(kind).get(word)
            if gender:
                return gender
    return None


def gender_of_noun(lemma: str) -> Gender | None:
    """Return whether a noun for a person is one for men or for women only."""
    return _genders("nouns").get(lemma)


@cache
def people_nouns(kind: str) -> frozenset[str]:
    """Return the nouns of one kind: ``"persons"`` (any sex), ``"bodies"``, ``"withheld"``."""
    rows = table(TABLE)["nouns"]
    kinds = ("either", "he", "she") if kind == "persons" else (kind,)
    return frozenset(word for name in kinds for word in rows[name].split())


@cache
def _offices() -> dict[str, frozenset[str]]:
    groups = [frozenset(words.split()) for words in table(TABLE)["offices"].values()]
    return {
        word: frozenset().union(*(group for group in groups if word in group)) for group in groups for word in group
    }


def offices(noun: str) -> frozenset[str]:
    """Return the nouns by which the holder of an office is called, given one of them; the noun is among them."""
    return _offices().get(noun, frozenset()) | {noun}


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    rows = table(TABLE)["short"]
    return {full: frozenset(forms.split()) for full, forms in rows.items()}


def same_given(one: str, other: str) -> bool:
    """Return whether two given names (case folded) can be one person's: the same, an initial, a short form."""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    if short == long or (len(short) == 1 and long.startswith(short)):
        return True
    if len(short) >= SHORTEST_FORM and long.startswith(short):
        return True
    forms = _short_forms()
    return short in forms.get(long, ()) or long in forms.get(short, ())


@cache
def given_names() -> frozenset[str]:
    """Return the given names that are known for men's or women's, in lower case."""
    return frozenset(_genders("given"))


@cache
def families_first() -> frozenset[str]:
    """Return the family names that stand before the given name, in lower case."""
    return frozenset(table(TABLE)["families"]["first"].split())
