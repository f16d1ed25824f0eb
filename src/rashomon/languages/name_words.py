"""Words inside and beside proper names."""

import re
from functools import cache

from rashomon.languages.tables import table

TABLE = "english/names.toml"


@cache
def name_words(kind: str) -> frozenset[str]:
    """Return the words of one kind (``"titles"``, ``"inside"``, ``"laws"``, ``"events"``), lower case."""
    return frozenset(table(TABLE)[kind].split())


@cache
def people_pattern() -> re.Pattern[str]:
    """Return the pattern that a word naming a people matches whole."""
    return re.compile("".join(table(TABLE)["peoples"].split()), re.IGNORECASE)
