"""Words by which a clause says that something was not done."""

from functools import cache
from typing import Literal

from rashomon.languages.tables import table

Kind = Literal["negations", "modal", "past", "until_now", "present", "empty", "partly", "placing", "definite", "told"]


@cache
def denial_words(kind: Kind) -> frozenset[str]:
    """Return the words of one kind, lower case."""
    return frozenset(table("english/denials.toml")["words"][kind].split())
