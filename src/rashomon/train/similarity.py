"""Sentence embeddings: close to the base model's, and closer still for sentences that tell of one event."""

import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from rashomon.model.pieces import PieceReader
from rashomon.train.corpora.documents import Document
from rashomon.train.network import Encoder, Network
from rashomon.train.windows import Batch, Window, stacked

TEMPERATURE = 0.1
TOGETHER = 16
"""Sentences of one topic, and as many from elsewhere, in a batch."""
LONGEST_SENTENCE = 48
"""Words of a sentence that are compared: with all their pieces fewer than the encoder has places for."""


class Teacher:
    """The base model: the mean of the vectors of a sentence's pieces, as all-MiniLM-L6-v2 is meant to be read."""

    def __init__(self, base: Path) -> None:
        self.encoder = Encoder(dropout=0.0)
        self.encoder.load_base(base)
        self.encoder.eval()

    @torch.no_grad()
    def vectors(self, batch: Batch) -> Tensor:
        """Return one vector of length 1 per window."""
        there = batch.mask[:, :, None].float()
        states = self.encoder(batch.ids, batch.shapes, batch.mask).float()
        return functional.normalize((states * there).sum(dim=1) / there.sum(dim=1), dim=1)


def pooled(meaning: Tensor, present: Tensor) -> Tensor:
    """Return one vector of length 1 per window: the mean over its words."""
    there = present[..., None].float()
    return functional.normalize((meaning.float() * there).sum(dim=1) / there.sum(dim=1), dim=1)


class Sentences:
    """Draws batches of single sentences: half of one topic of ECB+, half of other texts."""

    def __init__(
        self, topics: Mapping[str, Sequence[Document]], others: Sequence[Document], reader: PieceReader, seed: int
    ) -> None:
        self.chance = random.Random(seed)
        self.reader = reader
        self.topics = [
            [(window_of(document, reader), document.alike[0]) for document in topics[name]] for name in sorted(topics)
        ]
        self.others = _sentences(others, reader, self.chance)

    def draw(self) -> tuple[Batch, Tensor]:
        """Return a batch, and for its first sentences which pairs tell of one event."""
        topic = self.chance.choice(self.topics)
        chosen = self.chance.sample(topic, min(TOGETHER, len(topic)))
        windows = [window for window, _ in chosen]
        alike = torch.tensor([[bool(one & other) for _, other in chosen] for _, one in chosen])
        windows += self.chance.sample(self.others, min(TOGETHER, len(self.others)))
        return stacked(windows, self.reader, self.chance), alike


def window_of(document: Document, reader: PieceReader) -> Window:
    """Return the sentence as a window by itself."""
    pieces = reader.read(document.words, document.gaps)
    return Window(document, pieces, 0, min(len(document.words), LONGEST_SENTENCE))


def _sentences(documents: Sequence[Document], reader: PieceReader, chance: random.Random) -> list[Window]:
    windows = []
    for document in documents:
        pieces = reader.read(document.words, document.gaps)
        for start, end in zip(document.breaks, [*document.breaks[1:], len(document.words)], strict=True):
            if end - start >= 6 and chance.random() < 0.4:
                windows.append(Window(document, pieces, start, min(end, start + LONGEST_SENTENCE)))
    return windows


def similarity_loss(network: Network, teacher: Teacher, batch: Batch, alike: Tensor) -> Tensor:
    """Return the distance from the base model's vectors, and the supervised contrastive loss (Khosla et al. 2020)."""
    scores = network(batch.ids, batch.shapes, batch.first, batch.mask)
    vectors = pooled(scores.meaning, batch.present)
    distance = (1 - (vectors * teacher.vectors(batch)).sum(dim=1)).mean()
    count = len(alike)
    own = torch.eye(count, dtype=torch.bool)
    pairs = alike & ~own
    if not pairs.any():
        return distance
    cosines = (vectors[:count] @ vectors[:count].T / TEMPERATURE).masked_fill(own, -1e4)
    likely = cosines - cosines.logsumexp(dim=1, keepdim=True)
    rows = pairs.any(dim=1)
    contrast = -(likely * pairs).sum(dim=1)[rows] / pairs.sum(dim=1)[rows]
    return distance + 0.3 * contrast.mean()
