"""The words by which bodies of states are called, and spellings of words in names."""

from functools import cache

from rashomon.languages.tables import table

TABLE = "english/bodies.toml"


@cache
def body_kinds() -> dict[tuple[str, ...], str]:
    """Return the kind of body that a word (or several, as a tuple of words in lower case) means."""
    return {tuple(word.split("_")): kind for kind, words in table(TABLE)["kinds"].items() for word in words.split()}


@cache
def company_endings() -> frozenset[str]:
    """Return the words that end the names of companies, in lower case."""
    return frozenset(table(TABLE)["endings"]["company"].split())


@cache
def spellings() -> dict[str, str]:
    """Return the usual spelling of a word (lower case) that is written in several ways."""
    return {word: usual for usual, words in table(TABLE)["spellings"].items() for word in words.split()}


@cache
def state_heads() -> frozenset[str]:
    """Return the nouns that the name of a body of a state is built on, in lower case."""
    return frozenset(table(TABLE)["heads"]["state"].split())


@cache
def narrowing() -> frozenset[str]:
    """Return the words that make a name that of a part of what bears it without them, in lower case."""
    return frozenset(table(TABLE)["heads"]["narrowing"].split())


@cache
def shortened() -> dict[tuple[str, ...], str]:
    """Return the short form of names that stand inside longer ones, by their words in lower case."""
    return {tuple(words.split("_")): short for short, words in table(TABLE)["shortened"].items()}
