"""Words by which running text is told from the furniture of a page."""

import re
from functools import cache

from rashomon.languages.tables import table
from rashomon.text import words

CUES_TABLE = "english/paragraph_cues.toml"


@cache
def function_words() -> frozenset[str]:
    """Return the commonest function words of all languages in the table, lower case."""
    return frozenset(word for words in table("function_words.toml").values() for word in words.split())


def content_words(text: str) -> list[str]:
    """Return the words of ``text`` that say what it is about, in order: three letters or more, no function words."""
    return [word for word in words(text) if len(word) > 2 and word not in function_words()]


@cache
def cue_patterns(section: str) -> dict[str, re.Pattern[str]]:
    """Return the patterns of one section (``"words"`` or ``"openers"``) of the paragraph cues, by name."""
    cues = table(CUES_TABLE)[section]
    return {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for name, words in cues.items()}


@cache
def cue_words(name: str) -> frozenset[str]:
    """Return one set of words of the paragraph cues, lower case."""
    return frozenset(table(CUES_TABLE)["sets"][name].split())
