"""A labelled document: words, the gaps before them, and for each word what a corpus says of it."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rashomon.model.pieces import GAPS

Labels = npt.NDArray[np.int64]

NONE, SPACE, LINE, BLANK = range(len(GAPS))
NO_GAP_BEFORE = frozenset(", . ; : ? ! ) ] } % ... '' ” ’ 's 're 've 'll 'd 'm n't 'S ’s -RRB-".split())
NO_GAP_AFTER = frozenset("( [ { $ `` “ ‘ # £ € -LRB-".split())

CHOICES = ("upos", "tag", "lemma", "relation", "event")
"""Labels that are a number, -1 where the corpus is silent."""
SETS = ("entity", "time", "attribution", "status")
"""Labels that are a set of tags one of which is right, as bits; 0 where the corpus is silent."""
POINTERS = ("head", "cue", "source")
"""Labels that are the place of another word of the document, or the own place where there is none; -1 when silent."""
SENTENCE = "sentence"
"""The number of the word's sentence, -1 where the corpus does not say."""


@dataclass(slots=True)
class Document:
    """Words with their labels. ``breaks`` are places where a window may well begin: sentences or paragraphs."""

    name: str
    words: list[str]
    gaps: list[int]
    breaks: list[int]
    labels: dict[str, Labels] = field(default_factory=dict)
    silver: frozenset[str] = frozenset()
    """Names of the labels that were not given by hand."""
    texts: dict[str, list[str]] = field(default_factory=dict)
    """For treebanks: tags, lemmas and relations as they are written, those that are not learnt too."""
    alike: list[frozenset[str]] = field(default_factory=list)
    """For the sentences of event coreference: the events that each tells of."""

    def label(self, name: str) -> Labels:
        """Return the labels of this name, made silent when first asked for."""
        if name not in self.labels:
            self.labels[name] = np.full(len(self.words), 0 if name in SETS else -1, dtype=np.int64)
        return self.labels[name]


def guessed_gaps(sentences: Sequence[Sequence[str]], seed: str) -> list[int]:
    """Return the gaps before the words of tokenised sentences whose spacing is lost.

    An empty line stands before every third sentence or so, and always after one that ends without a full stop.
    """
    chance = random.Random(seed)
    gaps: list[int] = []
    ended = False
    for sentence in sentences:
        inside = False
        before = ""
        for place, word in enumerate(sentence):
            if place == 0:
                gap = SPACE if ended and chance.random() < 0.7 else BLANK
            elif word == '"':
                gap = NONE if inside else SPACE
            elif word in NO_GAP_BEFORE or before in NO_GAP_AFTER or (before == '"' and inside):
                gap = NONE
            else:
                gap = SPACE
            inside ^= word == '"'
            gaps.append(gap)
            before = word
        ended = bool(sentence) and sentence[-1] in {".", "!", "?", '"', "''", "”"}
    return gaps


def lines(path: Path) -> list[str]:
    """Return the lines of a file that are not empty; only line feeds end one, as texts may hold other breaks."""
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def gap_of(between: str) -> int:
    """Return the gap that this text between two words is."""
    if not between:
        return NONE
    lines = between.count("\n")
    return SPACE if lines == 0 else LINE if lines == 1 else BLANK


def words_of(text: str, spans: Sequence[tuple[int, int]]) -> tuple[list[str], list[int]]:
    """Return the words at ``spans`` of ``text`` and the gaps before them."""
    words = [text[start:end] for start, end in spans]
    ends = [0, *(end for _, end in spans)]
    gaps = [gap_of(text[end:start]) for end, (start, _) in zip(ends, spans, strict=False)]
    if gaps:
        gaps[0] = BLANK
    return words, gaps


def numbering(labels: Sequence[str]) -> Mapping[str, int]:
    """Return the place of each label."""
    return {label: place for place, label in enumerate(labels)}


def bits(places: Sequence[int]) -> int:
    """Return the set of these tags as bits."""
    return sum(1 << place for place in set(places))
