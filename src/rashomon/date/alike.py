"""Which articles open with the same news: their first paragraphs share most of the words that say what happened."""

import re

from rashomon.languages.prose import function_words
from rashomon.languages.states import states
from rashomon.records import BODY_KINDS, Article

OPENING = 2
"""Paragraphs of the body that tell the main event."""
OF_SHORTER, OF_BOTH = 0.4, 0.2
"""Shares of the words of the shorter opening, and of both together, that two openings of one news have in common."""
APART = (frozenset({"lower", "upper"}), frozenset({"first", "secon", "third", "final"}), frozenset({"house", "senat"}))
"""Words (their stems) of which one opening having one and the other another tells two acts of one kind apart."""
SHORTEST = 2
LONGEST = 90
"""Words of an opening that are looked at."""
WORD = re.compile(r"[^\W\d_][\w’'.-]*[^\W_]|\w")
STEM = 5
"""Letters by which words are told alike: ratified, ratify, ratification."""


def opening_words(article: Article) -> frozenset[str]:
    """Return the stems of the first paragraphs."""
    body = [paragraph for paragraph in article.paragraphs if paragraph.kind in BODY_KINDS][:OPENING]
    return words_of(" ".join(article.text[paragraph.start : paragraph.end] for paragraph in body))


def words_of(text: str) -> frozenset[str]:
    """Return the stems of a text's first words, states in place of their names, capitals and peoples."""
    found = set()
    for word in WORD.findall(text)[:LONGEST]:
        name = word.removesuffix("’s").removesuffix("'s")
        state = states().get(name)
        if state is not None:
            found.add(state.code)
        elif name.lower() not in function_words() and len(name) > SHORTEST:
            found.add(name.lower()[:STEM])
    return frozenset(found)


def same_news(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two openings tell the same event."""
    if not one or not other:
        return False
    if any(one & words and other & words and not one & other & words for words in APART):
        return False
    shared = len(one & other)
    return shared >= OF_SHORTER * min(len(one), len(other)) and shared >= OF_BOTH * len(one | other)
