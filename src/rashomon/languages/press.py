"""What the press itself does, which is no news."""

from functools import cache

from rashomon.languages.tables import table

QUOTES = "“”„«»\"‘'`"
"""Marks with which a quotation may begin."""


@cache
def _press() -> frozenset[str]:
    return frozenset(table("english/timeline.toml")["words"]["press"].split())


def is_of_the_press(verb: str) -> bool:
    """Return whether a verb tells of how news came about, not of news: "gave an interview", "the page was updated"."""
    return verb in _press()


def opens_with_quote(sentence: str) -> bool:
    """Return whether a sentence begins with another's words."""
    return sentence.lstrip()[:1] in tuple(QUOTES)
