"""Words by which accounts name one thing, and whose choice a reader notices."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from rashomon.languages.tables import table

TABLE = "english/wordings.toml"
WordClass = Literal["nouns", "verbs"]
ENDINGS = (("ies", "y"), ("es", ""), ("s", ""))


@cache
def _sets(word_class: WordClass) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, members in table(TABLE)[word_class].items():
        for word in dict.fromkeys(members.split()):
            found[word] = (*found.get(word, ()), name)
    return found


def noticeable(said: Sequence[str], word_class: WordClass) -> tuple[str, tuple[str, ...]] | None:
    """Return the last word, or the last two, of a phrase as a set of the class has it, with the names of such sets.

    ``said``: the words of the phrase, lower case. None when they stand in none.
    """
    known = _sets(word_class)
    for joined in ("_".join(said[-2:]), *said[-1:]):
        forms = [joined, *(joined.removesuffix(end) + instead for end, instead in ENDINGS if joined.endswith(end))]
        form = next((form for form in forms if form in known), None)
        if form is not None:
            return form.replace("_", " "), known[form]
    return None


@cache
def holds_between_parties(name: str) -> bool:
    """Return whether what a set names is one between two given parties."""
    return name in table(TABLE)["between"]["parties"].split()


@cache
def brings_in_the_other(word: str) -> bool:
    """Return whether a preposition brings in the party that something is done to: "the war on Drevany"."""
    return word in table(TABLE)["between"]["against"].split()


@cache
def hangs_on_a_noun(word: str) -> bool:
    """Return whether a word begins what hangs on the noun before it."""
    return word in table(TABLE)["phrases"]["hanging"].split()


@cache
def _names() -> dict[str, int]:
    lines = table(TABLE)["names"]["sets"].strip().splitlines()
    return {name.replace("_", " ").lower(): number for number, line in enumerate(lines) for name in line.split()}


def names_one_thing(one: str, other: str) -> bool:
    """Return whether two names are of one place or body, and a reader notices which is used."""
    names = _names()
    number = names.get(one.lower())
    return one.lower() != other.lower() and number is not None and number == names.get(other.lower())
