"""How rare a word is in English: by its place in the language model's vocabulary, which is ordered by frequency.

A word at rank r of N is met about 1 / (r ln N) times among all words (Zipf 1935), so the logarithm of the rank says how
much a word tells of what a text is about.
"""

import math
from functools import cache, lru_cache

from rashomon.model.pieces import VOCABULARY
from rashomon.model.weights import verified

COMMONEST = "the"
"""The first word; signs and letters stand before it."""
BEYOND = 2
"""How many times as rare as the last word of the vocabulary one is that is not in it."""


@cache
def _ranks() -> dict[str, int]:
    pieces = verified(VOCABULARY).decode("utf-8").splitlines()
    first = pieces.index(COMMONEST)
    return {piece: rank for rank, piece in enumerate(pieces[first:], 1) if piece.isalpha()}


@cache
def _least() -> float:
    return math.log(BEYOND * max(_ranks().values()))


@lru_cache(maxsize=50_000)
def rarity(word: str) -> float:
    """Return how rare a word is, from 0 ("the") to 1 (names and words that few texts have); numbers are rare."""
    rank = _ranks().get(word.lower())
    return 1.0 if rank is None else math.log(rank) / _least()
