"""Windows of a text, which the encoder reads one by one: they overlap, so that each word stands well inside of one."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rashomon.model.pieces import END_SHAPE, GAPS, LINE, Ids, Pieces, Vocabulary

ROOM = 254
"""Pieces of a window, without the marks at its two ends."""
OVERLAP = 40
"""Pieces that a window shares with the one before it, at least."""
SEARCHED = 20
"""Pieces within which a window's edge is moved to where a sentence seems to begin."""
ENDS_SENTENCES = frozenset([".", "!", "?", "…", "”", '"', "''"])
TITLE, UPPER = 1, 2


@dataclass(frozen=True, slots=True)
class Window:
    """The words ``start`` to ``end`` of a text."""

    start: int
    end: int


def likely_breaks(words: Sequence[str], pieces: Pieces) -> npt.NDArray[np.bool_]:
    """Return for each word whether a sentence may well begin with it: after the end of one, or on a new line."""
    first = pieces.shapes[pieces.starts[:-1]]
    return after_sentences(words, pieces) | (first % len(GAPS) >= LINE)


def after_sentences(words: Sequence[str], pieces: Pieces) -> npt.NDArray[np.bool_]:
    """Return for each word whether it is capitalised and the one before it ends sentences."""
    after = np.array([False, *(word in ENDS_SENTENCES for word in words[:-1])], dtype=bool)[: len(words)]
    return after & np.isin(pieces.shapes[pieces.starts[:-1]] // len(GAPS), (TITLE, UPPER))


def windows(words: Sequence[str], pieces: Pieces) -> list[Window]:
    """Return the windows of a text in order; each but the first begins before the one ahead of it ends."""
    count = len(words)
    breaks = np.append(likely_breaks(words, pieces), True)
    found: list[Window] = []
    start = 0
    while True:
        end = _fit(pieces, start, ROOM)
        if end >= count:
            found.append(Window(start, count))
            return found
        end = _moved(breaks, end, max(start + 1, _back(pieces, end, SEARCHED)))
        found.append(Window(start, end))
        begin = _back(pieces, end, OVERLAP)
        start = max(start + 1, _moved(breaks, begin, _back(pieces, begin, SEARCHED)))


def _fit(pieces: Pieces, start: int, room: int) -> int:
    """Return the word after the last of those from ``start`` on that have room, at least one."""
    after = int(np.searchsorted(pieces.starts, pieces.starts[start] + room, side="right")) - 1
    return max(after, start + 1)


def _back(pieces: Pieces, place: int, count: int) -> int:
    """Return the last word that begins at least ``count`` pieces before ``place``, or the first word."""
    return max(0, int(np.searchsorted(pieces.starts, pieces.starts[place] - count, side="right")) - 1)


def _moved(breaks: npt.NDArray[np.bool_], place: int, lowest: int) -> int:
    """Return the last likely break from ``lowest`` to ``place``, or ``place``."""
    inside = np.flatnonzero(breaks[lowest : place + 1])
    return lowest + int(inside[-1]) if len(inside) else place


def owners(found: Sequence[Window], pieces: Pieces) -> Ids:
    """Return for each word the number of the window in which it stands farthest from an edge of the window.

    The beginning and the end of the text are no edges.
    """
    count = len(pieces.starts) - 1
    owner = np.zeros(count, np.int64)
    for number in range(1, len(found)):
        before, after = found[number - 1], found[number]
        middle = (pieces.starts[after.start] + pieces.starts[before.end]) / 2
        owner[max(after.start, int(np.searchsorted(pieces.starts[:-1], middle))) :] = number
    return owner


def inputs(window: Window, pieces: Pieces, vocabulary: Vocabulary) -> tuple[Ids, Ids, Ids]:
    """Return the piece numbers and shapes of a window, ends included, and where in it each word begins."""
    begin, finish = pieces.starts[window.start], pieces.starts[window.end]
    ids = np.concatenate([[vocabulary.ends[0]], pieces.ids[begin:finish], [vocabulary.ends[1]]])
    shapes = np.concatenate([[END_SHAPE], pieces.shapes[begin:finish], [END_SHAPE]])
    return ids, shapes, pieces.starts[window.start : window.end] - begin + 1
