"""How alike the articles are whose mentions of events are compared: by their words, their names and their meaning."""

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from rashomon.link.events.bags import Floats, Ids
from rashomon.link.events.mentions import Telling

Rarity = Callable[[str], float]
"""How rare a word is in the news: the logarithm of articles per article with the word."""

NEAR = 0.07
"""Likeness of two articles below which nothing in them is compared."""
NEIGHBOURS = 12
"""The articles most like one, by which it is judged how alike to it another is."""
FEATURES = (
    "articles' words",
    "articles' meaning",
    "articles' names",
    "articles' words for such articles",
    "articles' meaning for such articles",
    "articles like the same articles",
)


class Articles:
    """The likenesses of ``n`` articles, each matrix (n, n)."""

    def __init__(self, tellings: Sequence[Telling], rarity: Rarity) -> None:
        words = _likeness([telling.words for telling in tellings], rarity)
        meaning = _stacked([telling.meaning for telling in tellings])
        meanings = meaning @ meaning.T
        ordinary = _nearest(words)
        self.near = words >= NEAR
        linked = np.where(self.near, words, np.float32(0))
        linked /= np.maximum(np.linalg.norm(linked, axis=1, keepdims=True), np.float32(1e-9))
        close = _nearest(meanings)
        self._matrices = (
            words,
            meanings,
            _likeness([telling.names for telling in tellings], rarity),
            words / np.maximum(np.sqrt(ordinary[:, None] * ordinary[None, :]), np.float32(1e-3)),
            2 * meanings - close[:, None] - close[None, :],
            linked @ linked.T,
        )

    def features(self, one: Ids, other: Ids) -> list[Floats]:
        """Return for pairs of articles one column for each of ``FEATURES``."""
        return [matrix[one, other] for matrix in self._matrices]


def _likeness(rows: Sequence[Mapping[str, int]], rarity: Rarity) -> Floats:
    """Return the cosines of tf-idf, 0 to 1; a word of one article alone counts in its length only."""
    seen: dict[str, int] = {}
    for row in rows:
        for word in row:
            seen[word] = seen.get(word, 0) + 1
    numbers = {word: number for number, word in enumerate(sorted(word for word, count in seen.items() if count > 1))}
    table = np.zeros((len(rows), max(1, len(numbers))), np.float32)
    for place, row in enumerate(rows):
        weights = {word: (1 + math.log(count)) * rarity(word) for word, count in row.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        for word, weight in weights.items():
            if word in numbers:
                table[place, numbers[word]] = weight / length
    likeness = np.asarray(table @ table.T, np.float32)
    np.fill_diagonal(likeness, 1)
    return likeness


def _nearest(likeness: Floats) -> Floats:
    """Return how alike to each article the others that are most like it are in the mean."""
    kept = min(NEIGHBOURS, len(likeness) - 1)
    if kept < 1:
        return np.ones(len(likeness), np.float32)
    others = likeness.copy()
    np.fill_diagonal(others, -np.inf)
    return np.asarray(np.sort(others, axis=1)[:, -kept:].mean(axis=1), np.float32)


def _stacked(vectors: Sequence[Floats]) -> Floats:
    return np.stack(vectors).astype(np.float32) if vectors else np.zeros((0, 1), np.float32)
