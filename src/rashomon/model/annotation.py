"""Reads a text window by window and puts together what the network says of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from rashomon.model.attributions import linked
from rashomon.model.labels import SEQUENCES
from rashomon.model.pieces import GAPS, Ids, PieceReader
from rashomon.model.reader import Marks, Reader, Scores
from rashomon.model.sequences import allowed_steps, best_tags, spans
from rashomon.model.trees import best_tree
from rashomon.model.windows import Window, inputs, owners, windows

BLANK, LINE = GAPS.index("blank"), GAPS.index("line")
OUT_OF_SIGHT = -1e8
"""Score of a head that stands outside the window of its word."""
LONGEST_SENTENCE = 200
"""Words of a sentence at most."""
ALLOWED = {name: allowed_steps(tags) for name, tags in SEQUENCES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """All marks of the ``n`` words of a text. Spans are (first word, word after the last, label)."""

    upos: Ids
    tag: Ids
    lemma: Ids
    heads: Ids
    """(n,): the place of each word's head, its own for the root of a sentence."""
    relations: Ids
    sentences: Ids
    """The first word of each sentence."""
    entities: list[tuple[int, int, str]]
    times: list[tuple[int, int, str]]
    events: Ids
    statuses: Ids
    roles: list[tuple[int, int, str]]
    belongs: tuple[tuple[int, ...], ...]
    """For each of ``roles`` the numbers of its attributions."""
    meaning: Scores


def annotate(
    words: Sequence[str],
    gaps: Sequence[int],
    *,
    reader: Reader,
    piece_reader: PieceReader,
    starts: Sequence[int] | None = None,
) -> Annotation:
    """Annotate a text of at least one word; ``starts`` are the first words of its sentences where they are known."""
    pieces = piece_reader.read(words, gaps)
    found = windows(words, pieces)
    marks = [reader.marks(*inputs(window, pieces, piece_reader.vocabulary)) for window in found]
    joined = Joined(found, marks, owners(found, pieces))
    gap = np.array(gaps)
    first = sentence_starts(joined.column("sentence"), gap) if starts is None else np.array(starts, np.int64)
    joined = joined.by_sentence(first)
    heads, relations = _parsed(joined, first, reader)
    new_line = np.zeros(len(words), bool)
    new_line[first] = gap[first] == LINE
    paragraphs = np.flatnonzero((gap == BLANK) | new_line)
    if not len(paragraphs) or paragraphs[0]:
        paragraphs = np.append([0], paragraphs)
    roles = _spans(joined, "attribution", paragraphs, reader)
    return Annotation(
        upos=joined.column("upos"),
        tag=joined.column("tag"),
        lemma=joined.column("lemma"),
        heads=heads,
        relations=relations,
        sentences=first,
        entities=_spans(joined, "entity", first, reader),
        times=_spans(joined, "time", first, reader),
        events=joined.column("event"),
        statuses=joined.column("status"),
        roles=roles,
        belongs=linked(roles, found, marks, joined.owner),
        meaning=joined.column("meaning"),
    )


def sentence_starts(scores: Scores, gaps: Ids) -> Ids:
    """Return the first word of each sentence: where the score is positive or an empty line stands before the word.

    A sentence longer than any sentence is cut where a new one is likeliest, so that its tree stays small.
    """
    begins = (scores > 0) | (gaps == BLANK)
    begins[0] = True
    first: list[int] = []
    for start, end in pairwise([*np.flatnonzero(begins).tolist(), len(scores)]):
        at = start
        while end - at > LONGEST_SENTENCE:
            first.append(at)
            half = LONGEST_SENTENCE // 2
            at += half + int(scores[at + half : at + LONGEST_SENTENCE].argmax())
        first.append(at)
    return np.array(first, np.int64)


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


def _spans(joined: Joined, name: str, starts: Ids, reader: Reader) -> list[tuple[int, int, str]]:
    """Return the likeliest spans of one kind, none of which goes beyond the stretches that begin at ``starts``."""
    tags = SEQUENCES[name]
    return spans(best_tags(joined.column(name), starts, reader.steps[name] + ALLOWED[name], tags), tags)


def _parsed(joined: Joined, first: Ids, reader: Reader) -> tuple[Ids, Ids]:
    """Return head and relation of each word, each sentence a tree."""
    count = len(joined.owner)
    heads = np.arange(count)
    for start, end in zip(first, [*first[1:], count], strict=True):
        tree = best_tree(_arcs(joined, int(start), int(end)))
        heads[start:end] = np.where(tree == 0, np.arange(start, end), start + tree - 1)
    vectors = []
    for start, end, number in joined.runs():
        offset = joined.windows[number].start
        own = heads[start:end] == np.arange(start, end)
        vectors.append(joined.marks[number].heads[np.where(own, 0, heads[start:end] - offset + 1)])
    return heads, reader.relations(joined.column("dependents"), np.concatenate(vectors))


def _arcs(joined: Joined, start: int, end: int) -> Scores:
    """Return the scores of the heads of a sentence's words: its own words, 1 on, and the root, 0."""
    number = joined.owner[start]
    if joined.owner[end - 1] == number:
        low = start - joined.windows[number].start
        scores = joined.marks[number].arcs[low : low + end - start]
        return np.concatenate([scores[:, :1], scores[:, low + 1 : low + 1 + end - start]], axis=1)
    arcs = np.full((end - start, end - start + 1), OUT_OF_SIGHT, np.float32)
    for word in range(start, end):
        window, marks = joined.windows[joined.owner[word]], joined.marks[joined.owner[word]]
        low, high = max(start, window.start), min(end, window.end)
        row, scores = arcs[word - start], marks.arcs[word - window.start]
        row[0] = scores[0]
        row[1 + low - start : 1 + high - start] = scores[1 + low - window.start : 1 + high - window.start]
    return arcs
