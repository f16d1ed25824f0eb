"""Reads a text window by window and puts together what the network says of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from rashomon.model.attributions import linked
from rashomon.model.joining import Joined
from rashomon.model.labels import SEQUENCES
from rashomon.model.pieces import BLANK, LINE, Ids, PieceReader
from rashomon.model.reader import Reader, Scores
from rashomon.model.sequences import allowed_steps, best_tags, spans
from rashomon.model.trees import best_tree
from rashomon.model.windows import after_sentences, inputs, owners, windows

LIKELIER = np.float32(2)
"""What is added to the score of a sentence where the words before and after speak for one."""
SECTION = 10_000
"""Words of a text that are joined at once."""
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
    """Annotate a text of at least one word; ``starts`` are the first words of its sentences where they are known.

    A long text is read in sections, so that what is kept for joining windows stays small.
    """
    cuts = [*_sections(gaps), len(words)]
    parts = []
    for start, end in pairwise(cuts):
        inside = None if starts is None else [0, *(place - start for place in starts if start < place < end)]
        parts.append(_section(words[start:end], gaps[start:end], inside, reader, piece_reader))
    return parts[0] if len(parts) == 1 else _together(parts, cuts)


def meanings(words: Sequence[str], gaps: Sequence[int], *, reader: Reader, piece_reader: PieceReader) -> Scores:
    """Return the embeddings of words alone, (n, width): those of ``annotate``, in less time."""
    if not words:
        return np.zeros((0, 0), np.float32)
    pieces = piece_reader.read(words, gaps)
    found = windows(words, pieces)
    rows = [reader.meaning(*inputs(window, pieces, piece_reader.vocabulary)) for window in found]
    parts = [
        rows[number][start - found[number].start : end - found[number].start]
        for start, end, number in Joined(found, (), owners(found, pieces)).runs()
    ]
    return np.concatenate(parts)


def _sections(gaps: Sequence[int]) -> list[int]:
    """Return the first words of the sections of a text: after empty lines, or failing these where the room ends."""
    starts = [0]
    while len(gaps) - starts[-1] > SECTION:
        latest = starts[-1] + SECTION
        earliest = starts[-1] + SECTION // 2
        starts.append(next((place for place in range(latest, earliest, -1) if gaps[place] == BLANK), latest))
    return starts


def _together(parts: Sequence[Annotation], cuts: Sequence[int]) -> Annotation:
    """Return one annotation of all sections."""

    def joined(name: str, *, moved: bool = False) -> np.ndarray:
        return np.concatenate(
            [getattr(part, name) + (start if moved else 0) for part, start in zip(parts, cuts, strict=False)]
        )

    def moved(name: str) -> list[tuple[int, int, str]]:
        return [
            (first + start, after + start, label)
            for part, start in zip(parts, cuts, strict=False)
            for first, after, label in getattr(part, name)
        ]

    counts = [0, *np.cumsum([max((max(own) for own in part.belongs if own), default=0) for part in parts]).tolist()]
    return Annotation(
        **{name: joined(name) for name in ("upos", "tag", "lemma", "relations", "events", "statuses", "meaning")},
        heads=joined("heads", moved=True),
        sentences=joined("sentences", moved=True),
        entities=moved("entities"),
        times=moved("times"),
        roles=moved("roles"),
        belongs=tuple(
            tuple(number + before for number in own)
            for part, before in zip(parts, counts, strict=False)
            for own in part.belongs
        ),
    )


def _section(
    words: Sequence[str], gaps: Sequence[int], starts: Sequence[int] | None, reader: Reader, piece_reader: PieceReader
) -> Annotation:
    pieces = piece_reader.read(words, gaps)
    found = windows(words, pieces)
    marks = [reader.marks(*inputs(window, pieces, piece_reader.vocabulary)) for window in found]
    joined = Joined(found, marks, owners(found, pieces))
    gap = np.array(gaps)
    scores = joined.column("sentence") + LIKELIER * after_sentences(words, pieces)
    first = sentence_starts(
        scores, (scores > 0) | (gap == BLANK) if starts is None else np.isin(np.arange(len(gap)), starts)
    )
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


def sentence_starts(scores: Scores, begins: npt.NDArray[np.bool_]) -> Ids:
    """Return the first word of each sentence: the first of all, and those where one ``begins``.

    A sentence longer than any sentence is cut where a new one is likeliest, so that its tree stays small.
    """
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


def _spans(joined: Joined, name: str, starts: Ids, reader: Reader) -> list[tuple[int, int, str]]:
    """Return the likeliest spans of one kind, none of which goes beyond the stretches that begin at ``starts``."""
    tags = SEQUENCES[name]
    return spans(best_tags(joined.column(name), starts, reader.steps[name] + ALLOWED[name], tags), tags)


def _parsed(joined: Joined, first: Ids, reader: Reader) -> tuple[Ids, Ids]:
    """Return head and relation of each word, each sentence a tree."""
    count = len(joined.owner)
    heads = np.arange(count)
    for start, end in zip(first, [*first[1:], count], strict=True):
        tree = best_tree(joined.arcs(int(start), int(end)))
        heads[start:end] = np.where(tree == 0, np.arange(start, end), start + tree - 1)
    vectors = []
    for start, end, number in joined.runs():
        offset = joined.windows[number].start
        own = heads[start:end] == np.arange(start, end)
        vectors.append(joined.marks[number].heads[np.where(own, 0, heads[start:end] - offset + 1)])
    relations = reader.relations(joined.column("dependents"), np.concatenate(vectors))
    root = reader.inventory.relations.index("root")
    relations[relations == root] = reader.inventory.relations.index("dep")
    relations[heads == np.arange(count)] = root
    return heads, relations
