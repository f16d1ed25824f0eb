"""Sets of words of many mentions as numbers, and how much of their weight two of them share."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int64]

CHUNK = 20_000
"""Pairs that are compared at once."""


class Bags:
    """Sets of words of ``n`` mentions, the ``width`` heaviest of each; two are compared by the weight they share."""

    def __init__(self, sets: Sequence[Iterable[str]], width: int, weight: Callable[[str], float] | None = None) -> None:
        """Take the sets; without ``weight`` all words weigh 1."""
        numbers: dict[str, int] = {}
        self.numbers = np.full((len(sets), width), -1, np.int32)
        self.weights = np.zeros((len(sets), width), np.float32)
        for row, words in enumerate(sets):
            rated = sorted((-weight(word) if weight else -1.0, word) for word in words)[:width]
            for column, (rated_weight, word) in enumerate(rated):
                self.numbers[row, column] = numbers.setdefault(word, len(numbers))
                self.weights[row, column] = rated_weight * rated_weight
        self.norms = np.sqrt(self.weights.sum(axis=1))
        self.there = self.numbers[:, 0] >= 0

    def part(self, rows: slice, width: int) -> "Bags":
        """Return some of the sets, the ``width`` heaviest words of each; words keep their numbers."""
        part = Bags([], width)
        part.numbers = self.numbers[rows, :width]
        part.weights = self.weights[rows, :width]
        part.norms = np.sqrt(part.weights.sum(axis=1))
        part.there = self.there[rows]
        return part

    def both(self, first: Ids, second: Ids) -> npt.NDArray[np.bool_]:
        """Return of which pairs neither is empty."""
        return np.asarray(self.there[first] & self.there[second], np.bool_)


def shared(one: Bags, other: Bags, first: Ids, second: Ids) -> Floats:
    """Return for each pair the weight of the words in both, over the geometric mean of their weights: 0 to 1.

    ``one`` and ``other`` must number words alike, that is, be the same or parts of the same.
    """
    found = np.zeros(len(first), np.float32)
    live = np.flatnonzero(one.there[first] & other.there[second])
    for start in range(0, len(live), CHUNK):
        rows = live[start : start + CHUNK]
        left, right = one.numbers[first[rows]], other.numbers[second[rows]]
        inside = ((left[:, :, None] == right[:, None, :]) & (left >= 0)[:, :, None]).any(axis=2)
        weight = (one.weights[first[rows]] * inside).sum(axis=1)
        norms = one.norms[first[rows]] * other.norms[second[rows]]
        found[rows] = weight / np.maximum(norms, np.float32(1e-6))
    return found
