"""States, as they are named in the news: by name, capital and people."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from babel import Locale

from rashomon.languages.tables import table

By = Literal["name", "capital", "people"]


@dataclass(frozen=True, slots=True)
class State:
    """A state that a word stands for, and what the word names: the state, its capital or its people."""

    code: str
    """ISO 3166 code."""
    by: By


@cache
def states() -> dict[str, State]:
    """Return the state by each word that stands for it, as it is printed; names of Unicode CLDR and of our table."""
    found: dict[str, State] = {}
    territories = Locale("en").territories
    for code, row in table("world/states.toml").items():
        name = territories[code]
        for form in (name, name.replace(" & ", " and "), *row["names"]):
            found.setdefault(form.removeprefix("the "), State(code, "name"))
        for form in row["capitals"]:
            found.setdefault(form, State(code, "capital"))
        for form in row["people"]:
            found.setdefault(form, State(code, "people"))
            found.setdefault(f"{form}s", State(code, "people"))
    return found


@cache
def state_name(code: str) -> str:
    """Return the English name of a state."""
    return str(Locale("en").territories[code])
