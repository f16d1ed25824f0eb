"""Houses and streets that stand for who sits in them, and bodies of states with names of their own."""

from dataclasses import dataclass
from functools import cache

from rashomon.languages.tables import table

GOVERNMENT = "government"


@dataclass(frozen=True, slots=True)
class Seat:
    """A name that stands for a body of a state."""

    state: str
    """ISO 3166 code."""
    name: str
    """Its usual name."""
    stands_for: str
    """``"government"`` when it means the government as a whole, otherwise what the body is: ``"defence ministry"``."""


@cache
def seats() -> dict[str, Seat]:
    """Return the seats of the table ``world/seats.toml`` by each of their names in lower case."""
    return {
        form.lower(): Seat(row["state"], row["names"][0], row["stands_for"])
        for row in table("world/seats.toml")["seat"]
        for form in row["names"]
    }
