"""Offices of states: the words by which they are called, and who is known to have held the highest."""

from collections import defaultdict
from functools import cache
from typing import Literal

from rashomon.languages.tables import table

TABLE = "english/offices.toml"
Terms = tuple[tuple[int, int | None], ...]
"""First and last years; None is an end that is not known."""
Kind = Literal["ranks", "fields", "before", "empty"]


@cache
def office_words(kind: Kind) -> dict[tuple[str, ...], str]:
    """Return what each word (or several, as a tuple of words in lower case) of one kind means."""
    return {tuple(word.split("_")): meaning for meaning, words in table(TABLE)[kind].items() for word in words.split()}


@cache
def holders(state: str, office: str) -> tuple[tuple[str, Terms], ...]:
    """Return who held an office of a state (``"president"``, ``"defence minister"``), and in which years.

    Years are pairs of the first and the last; None is an end that is not known.
    """
    rows: dict[str, list[int]] = table("world/offices.toml").get(state, {}).get(office, {})
    return tuple((name, _terms(years)) for name, years in rows.items())


def _terms(years: list[int]) -> Terms:
    ends: list[int | None] = [*years[1::2], None] if len(years) % 2 else [*years[1::2]]
    return tuple(zip(years[::2], ends, strict=True))


@cache
def held() -> dict[str, tuple[tuple[str, str, Terms], ...]]:
    """Return the offices, as state, office and years, by the full names of those who held them."""
    found: dict[str, list[tuple[str, str, Terms]]] = defaultdict(list)
    for state, rows in table("world/offices.toml").items():
        for office in rows:
            for name, terms in holders(state, office):
                found[name].append((state, office, terms))
    return {name: tuple(offices) for name, offices in found.items()}


def in_office(terms: Terms, year: int) -> bool:
    """Return whether a year lies in one of the terms, first and last year included."""
    return any(first <= year and (last is None or year <= last) for first, last in terms)
