"""Words by which a clause says what became of a measure, and of which measure it speaks."""

import re
from functools import cache
from typing import Literal

from rashomon.languages.tables import table
from rashomon.text import alternatives

Kind = Literal[
    "favour",
    "against",
    "refused",
    "owned",
    "before",
    "joining",
    "between",
    "again",
    "coming",
    "other",
    "empty",
    "passing",
    "definite",
    "articles",
    "pronouns",
]


@cache
def act_words(kind: Kind) -> frozenset[str]:
    """Return the words and phrases of one kind, in lower case."""
    return frozenset(table("english/acts.toml")["words"][kind])


@cache
def any_of(kind: Kind) -> re.Pattern[str]:
    """Return the pattern that finds a word or phrase of one kind, in whatever case."""
    return re.compile(rf"\b(?:{alternatives(act_words(kind))})\b", re.IGNORECASE)
