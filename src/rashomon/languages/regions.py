"""Parts of states that the news names without the state."""

from dataclasses import dataclass
from functools import cache

from rashomon.languages.tables import table


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a state."""

    state: str
    """ISO 3166 code."""
    name: str


@cache
def regions() -> dict[str, Region]:
    """Return the regions of the table ``world/regions.toml`` by each of their forms, as they are printed."""
    return {
        form: Region(state, forms[0])
        for state, rows in table("world/regions.toml").items()
        for forms in rows
        for form in forms
    }
