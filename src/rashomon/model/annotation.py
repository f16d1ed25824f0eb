"""Reads a text window by window and puts together what the network says of it."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from rashomon.model.attributions import linked
from rashomon.model.labels import SEQUENCES
from rashomon.model.pieces import GAPS, Ids, PieceReader
from rashomon.model.reader import Marks, Reader, Scores
from rashomon.model.sequences import allowed_steps, best_tags, spans
from rashomon.model.trees import NEVER, best_tree
from rashomon.model.windows import Window, inputs, owners, windows

BLANK, LINE = GAPS.index("blank"), GAPS.index("line")
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
    executor: Executor | None = None,
) -> Annotation:
    """Annotate a text of at least one word; ``starts`` are the first words of its sentences where they are known."""
    pieces = piece_reader.read(words, gaps)
    found = windows(words, pieces)
    given = [inputs(window, pieces, piece_reader.vocabulary) for window in found]
    run = executor.map if executor else map
    marks = list(run(lambda one: reader.marks(*one), given))
    owner = owners(found, pieces)
    joined = Joined(found, marks, owner)
    gap = np.array(gaps)
    if starts is None:
        begins = (joined.column("sentence") > 0) | (gap == BLANK)
        begins[0] = True
        first = np.flatnonzero(begins)
    else:
        first = np.array(starts, np.int64)
    joined = Joined(found, marks, _by_sentence(found, owner, first))
    heads, relations = _parsed(joined, first, reader)
    paragraphs = np.flatnonzero((gap == BLANK) | ((gap == LINE) & np.isin(np.arange(len(words)), first)))
    paragraphs = paragraphs if len(paragraphs) and paragraphs[0] == 0 else np.append([0], paragraphs)
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


@dataclass(frozen=True, slots=True)
class Joined:
    """The marks of all windows; each word takes those of the window that owns it."""

    windows: Sequence[Window]
    marks: Sequence[Marks]
    owner: Ids

    def column(self, name: str) -> np.ndarray:
        """Return one row of the mark ``name`` per word."""
        if len(self.windows) == 1:
            return getattr(self.marks[0], name)  # type: ignore[no-any-return]
        edges = [0, *(np.flatnonzero(np.diff(self.owner)) + 1), len(self.owner)]
        parts = []
        for start, end in pairwise(edges):
            number = self.owner[start]
            offset = self.windows[number].start
            parts.append(getattr(self.marks[number], name)[start - offset : end - offset])
        return np.concatenate(parts)


def _spans(joined: Joined, name: str, starts: Ids, reader: Reader) -> list[tuple[int, int, str]]:
    """Return the likeliest spans of one kind, none of which goes beyond the stretches that begin at ``starts``."""
    tags = SEQUENCES[name]
    return spans(best_tags(joined.column(name), starts, reader.steps[name] + ALLOWED[name], tags), tags)


def _by_sentence(found: Sequence[Window], owner: Ids, first: Ids) -> Ids:
    """Return owners such that a sentence has one wherever some window holds all of it."""
    if len(found) == 1:
        return owner
    owner = owner.copy()
    for start, end in zip(first, [*first[1:], len(owner)], strict=True):
        low, high = owner[start], owner[end - 1]
        if low != high:
            whole = [
                number for number in range(low, high + 1) if found[number].start <= start and end <= found[number].end
            ]
            if whole:
                owner[start:end] = max(whole, key=lambda number: (owner[start:end] == number).sum())
    return owner


def _parsed(joined: Joined, first: Ids, reader: Reader) -> tuple[Ids, Ids]:
    """Return head and relation of each word, each sentence a tree."""
    count = len(joined.owner)
    heads = np.arange(count)
    for start, end in zip(first, [*first[1:], count], strict=True):
        tree = best_tree(_arcs(joined, int(start), int(end)))
        heads[start:end] = np.where(tree == 0, np.arange(start, end), start + tree - 1)
    place = np.arange(count)
    offset = np.array([window.start for window in joined.windows])[joined.owner]
    row = np.where(heads == place, 0, heads - offset + 1)
    if len(joined.windows) == 1:
        vectors = joined.marks[0].heads[row]
    else:
        vectors = np.stack([joined.marks[number].heads[at] for number, at in zip(joined.owner, row, strict=True)])
    return heads, reader.relations(joined.column("dependents"), vectors)


def _arcs(joined: Joined, start: int, end: int) -> Scores:
    """Return the scores of the heads of a sentence's words: its own words, 1 on, and the root, 0."""
    number = joined.owner[start]
    if joined.owner[end - 1] == number:
        low = start - joined.windows[number].start
        scores = joined.marks[number].arcs[low : low + end - start]
        return np.concatenate([scores[:, :1], scores[:, low + 1 : low + 1 + end - start]], axis=1)
    arcs = np.full((end - start, end - start + 1), NEVER / 10, np.float32)
    for word in range(start, end):
        window, marks = joined.windows[joined.owner[word]], joined.marks[joined.owner[word]]
        low, high = max(start, window.start), min(end, window.end)
        scores = marks.arcs[word - window.start]
        arcs[word - start, 0] = scores[0]
        arcs[word - start, 1 + low - start : 1 + high - start] = scores[
            1 + low - window.start : 1 + high - window.start
        ]
    return arcs
