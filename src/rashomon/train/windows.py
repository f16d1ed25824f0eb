"""Cuts labelled documents into windows and stacks these into batches of tensors."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from rashomon.model.pieces import BLANK, END_SHAPE, GAPS, LINE, SPACE, PieceReader, Pieces
from rashomon.train.corpora.documents import CHOICES, POINTERS, SENTENCE, SETS, Document

WINDOW = 256
"""Pieces of a window, its two ends included."""
SHAPED_ALIKE = 0.03
"""Share of windows all of whose words are shown as if in capitals, or in lower case, as in headlines and posts."""
SILVER = 0.4
"""Share of windows that are shown with the labels that were not given by hand."""
SHORT = 0.15
"""Share of passes over a document in which it is cut into windows of a sentence or two."""
WRAPPED = 0.04
"""Share of windows whose lines are broken every so many words, as in mails and old wires."""


@dataclass(frozen=True, slots=True)
class Window:
    """The words ``start`` to ``end`` of a document, with its pieces."""

    document: Document
    pieces: Pieces
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side, filled up to the longest."""

    ids: Tensor
    shapes: Tensor
    first: Tensor
    mask: Tensor
    """(batch, pieces): which pieces are there."""
    present: Tensor
    """(batch, words): which words are there."""
    labels: dict[str, Tensor]


class Corpus:
    """The windows of some documents, again and again in another order and cut at other places."""

    def __init__(self, documents: Sequence[Document], reader: PieceReader, chance: random.Random) -> None:
        self.items = [
            (document, reader.read(document.words, document.gaps)) for document in documents if document.words
        ]
        self.chance = chance
        self._queue: list[Window] = []

    def next(self) -> Window:
        """Return the next window."""
        if not self._queue:
            self._queue = [window for item in self.items for window in self._cut(*item)]
            self.chance.shuffle(self._queue)
        return self._queue.pop()

    def _cut(self, document: Document, pieces: Pieces) -> Iterator[Window]:
        breaks = np.array(document.breaks)
        start, count = 0, len(document.words)
        usual = self.chance.randint(WINDOW // 10, WINDOW // 4) if self.chance.random() < SHORT else WINDOW - 2
        room = self.chance.randint(usual // 3, usual)
        while start < count:
            limit = int(np.searchsorted(pieces.starts, pieces.starts[start] + room, side="right")) - 1
            end = min(count, max(limit, start + 1))
            if end < count:
                inside = breaks[(breaks > start) & (breaks <= end)]
                strict = SENTENCE in document.labels.keys() - document.silver
                if len(inside) and (strict or pieces.starts[inside[-1]] - pieces.starts[start] > room * 0.6):
                    end = int(inside[-1])
            yield Window(document, pieces, start, end)
            start = end
            room = usual


def stacked(windows: Sequence[Window], reader: PieceReader, chance: random.Random) -> Batch:
    """Return the windows as one batch, some of them with other capitals or line breaks."""
    ends = reader.vocabulary.ends
    rows = [_row(window, chance) for window in windows]
    size, width = len(rows), max(len(ids) for ids, _, _ in rows) + 2
    words = max(len(first) for _, _, first in rows)
    ids = np.zeros((size, width), np.int64)
    shapes = np.full((size, width), END_SHAPE, np.int64)
    first_pieces = np.zeros((size, words), np.int64)
    mask = np.zeros((size, width), bool)
    present = np.zeros((size, words), bool)
    labels = {name: np.zeros((size, words), np.int64) for name in SETS}
    labels |= {name: np.full((size, words), -1, np.int64) for name in (*CHOICES, *POINTERS, SENTENCE)}
    for number, (window, (row, forms, first)) in enumerate(zip(windows, rows, strict=True)):
        length = len(row)
        ids[number, : length + 2] = [ends[0], *row, ends[1]]
        shapes[number, 1 : length + 1] = forms
        first_pieces[number, : len(first)] = first + 1
        mask[number, : length + 2] = True
        present[number, : len(first)] = True
        left_out = window.document.silver if chance.random() >= SILVER else frozenset()
        for name, values in window.document.labels.items():
            if name in left_out:
                continue
            part = values[window.start : window.end]
            if name in POINTERS:
                inside = (part >= window.start) & (part < window.end)
                part = np.where(inside, part - window.start, -1)
            labels[name][number, : len(part)] = part
    return Batch(
        ids=torch.from_numpy(ids),
        shapes=torch.from_numpy(shapes),
        first=torch.from_numpy(first_pieces),
        mask=torch.from_numpy(mask),
        present=torch.from_numpy(present),
        labels={name: torch.from_numpy(values) for name, values in labels.items()},
    )


def _row(window: Window, chance: random.Random) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    pieces = window.pieces
    begin, finish = pieces.starts[window.start], pieces.starts[window.end]
    forms = pieces.shapes[begin:finish]
    first = pieces.starts[window.start : window.end] - begin
    draw = chance.random()
    if draw < SHAPED_ALIKE:
        shape = chance.choice((0, 2))
        letters = forms // len(GAPS) < 4
        forms = np.where(letters, shape * len(GAPS) + forms % len(GAPS), forms)
    elif draw < SHAPED_ALIKE + WRAPPED:
        forms = forms.copy()
        every = chance.randint(8, 14)
        for place in range(every, len(first), every):
            if forms[first[place]] % len(GAPS) == SPACE:
                forms[first[place]] += LINE - SPACE
    if chance.random() < 0.5 and len(forms):
        forms = forms.copy()
        forms[0] += BLANK - forms[0] % len(GAPS)
    return pieces.ids[begin:finish], forms, first
