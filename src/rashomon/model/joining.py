"""Joins what the network says of overlapping windows into one row of marks per word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from rashomon.model.pieces import Ids
from rashomon.model.reader import Marks, Scores
from rashomon.model.windows import Window

OUT_OF_SIGHT = -1e8
"""Score of a head that stands outside the window of its word."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The marks of all windows; each word takes those of the window that owns it."""

    windows: Sequence[Window]
    marks: Sequence[Marks]
    owner: Ids

    def runs(self) -> Iterator[tuple[int, int, int]]:
        """Yield first word, word after the last and window of each stretch of words that one window owns."""
        edges = [0, *(np.flatnonzero(np.diff(self.owner)) + 1).tolist(), len(self.owner)]
        for start, end in pairwise(edges):
            yield start, end, int(self.owner[start])

    def column(self, name: str) -> np.ndarray:
        """Return one row of the mark ``name`` per word."""
        parts = []
        for start, end, number in self.runs():
            offset = self.windows[number].start
            parts.append(getattr(self.marks[number], name)[start - offset : end - offset])
        return np.concatenate(parts)

    def by_sentence(self, first: Ids) -> "Joined":
        """Return the same with sentences, which begin at ``first``, in one window wherever some window holds all."""
        owner = self.owner.copy()
        for start, end in zip(first, [*first[1:], len(owner)], strict=True):
            low, high = owner[start], owner[end - 1]
            whole = [
                number
                for number in range(low, high + 1)
                if self.windows[number].start <= start and end <= self.windows[number].end
            ]
            if low != high and whole:
                owner[start:end] = max(whole, key=lambda number: (owner[start:end] == number).sum())
        return Joined(self.windows, self.marks, owner)

    def arcs(self, start: int, end: int) -> Scores:
        """Return the scores of the heads of a sentence's words: its own words, 1 on, and the root, 0."""
        number = self.owner[start]
        if self.owner[end - 1] == number:
            low = start - self.windows[number].start
            scores = self.marks[number].arcs[low : low + end - start]
            return np.concatenate([scores[:, :1], scores[:, low + 1 : low + 1 + end - start]], axis=1)
        arcs = np.full((end - start, end - start + 1), OUT_OF_SIGHT, np.float32)
        for word in range(start, end):
            window, marks = self.windows[self.owner[word]], self.marks[self.owner[word]]
            low, high = max(start, window.start), min(end, window.end)
            row, scores = arcs[word - start], marks.arcs[word - window.start]
            row[0] = scores[0]
            row[1 + low - start : 1 + high - start] = scores[1 + low - window.start : 1 + high - window.start]
        return arcs
