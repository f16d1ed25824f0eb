"""A labelled document: words, the gaps before them, and for each word what a corpus says of it."""

import json
import random
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rashomon.model.labels import SEQUENCES
from rashomon.model.pieces import BLANK, LINE, NONE, SPACE, words_and_gaps

Labels = npt.NDArray[np.int64]

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


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a JSONL file; only line feeds end one, as texts may hold other breaks."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def document_of_text(name: str, text: str, spans: Sequence[tuple[int, int]]) -> Document:
    """Return the document with the words at ``spans`` of ``text``, its lines as breaks."""
    words, gaps = words_and_gaps(text, spans)
    return Document(name, words, gaps, [place for place, gap in enumerate(gaps) if gap in {LINE, BLANK}])


def words_at(spans: Sequence[tuple[int, int]]) -> Callable[[int, int], range]:
    """Return a function from a start and an end in the text to the words at ``spans`` that stand there."""
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    return lambda start, end: range(bisect_right(ends, start), bisect_left(starts, end))


def mark_span(labels: Labels, name: str, places: range, kinds: Sequence[str]) -> None:
    """Label the words at ``places`` as one span of the sequence ``name``, of any one of these kinds."""
    tags = SEQUENCES[name]
    for number, place in enumerate(places):
        labels[place] = bits([tags.index(f"{'I' if number else 'B'}-{kind}") for kind in kinds])


def numbering(labels: Sequence[str]) -> Mapping[str, int]:
    """Return the place of each label."""
    return {label: place for place, label in enumerate(labels)}


def bits(places: Sequence[int]) -> int:
    """Return the set of these tags as bits."""
    return sum(1 << place for place in set(places))
