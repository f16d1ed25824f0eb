"""Parliaments and their chambers, as they are named in the news."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from rashomon.languages.tables import table

House = Literal["parliament", "lower", "upper", "single"]


@dataclass(frozen=True, slots=True)
class Chamber:
    """A chamber of a state's parliament, or the parliament as a whole."""

    state: str
    """ISO 3166 code."""
    house: House


@cache
def chambers() -> dict[str, tuple[Chamber, ...]]:
    """Return the chambers that a name may mean, by the name in lower case; one name may be used in many states."""
    found: dict[str, list[Chamber]] = defaultdict(list)
    for state, row in table("world/chambers.toml").items():
        for house in get_args(House):
            for name in row.get(house, ()):
                found[name.lower()].append(Chamber(state, house))
    return {name: tuple(known) for name, known in found.items()}


@cache
def houses(state: str) -> dict[House, str]:
    """Return the usual names of a state's parliament and chambers, as far as they are known."""
    row = table("world/chambers.toml").get(state, {})
    return {house: row[house][0] for house in get_args(House) if house in row}
