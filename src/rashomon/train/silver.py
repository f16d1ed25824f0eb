"""Labels what a corpus is silent about, by a network that was trained before (self-training).

Each corpus is labelled for a few heads only. A network that sees articles with many quotes only when it is asked for
attributions learns to tell such texts and forgets how to parse them: on news that it had not seen, half of its trees
fell apart. So every text is labelled for every head, by hand where it was and else by a network that was trained
without the articles of quotes.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from rashomon.languages.name_words import name_words
from rashomon.model.annotation import Annotation, annotate
from rashomon.model.pieces import PieceReader
from rashomon.model.reader import Reader
from rashomon.train.corpora.documents import SENTENCE, Document, Labels, bits, mark_span

THREADS = 2


def add_silver(documents: Iterable[Document], reader: Reader, pieces: PieceReader) -> None:
    """Label the documents in place, each for the heads that it has no labels for; attributions are left alone."""
    with ThreadPoolExecutor(THREADS) as executor:
        for document, found in executor.map(lambda one: (one, _annotated(one, reader, pieces)), documents):
            silver = _labels(found, document.words)
            added = {name: labels for name, labels in silver.items() if name not in document.labels}
            document.labels |= added
            document.silver = frozenset(added)


def _annotated(document: Document, reader: Reader, pieces: PieceReader) -> Annotation:
    return annotate(document.words, document.gaps, reader=reader, piece_reader=pieces)


def _labels(found: Annotation, words: Sequence[str]) -> dict[str, Labels]:
    count = len(words)
    sentence = np.zeros(count, np.int64)
    sentence[found.sentences[1:]] = 1
    return {
        "upos": found.upos,
        "tag": found.tag,
        "lemma": found.lemma,
        "head": found.heads,
        "relation": found.relations,
        SENTENCE: np.cumsum(sentence),
        "entity": _tags(_without_titles(found.entities, words), "entity", count),
        "time": _tags(found.times, "time", count),
        "event": found.events,
        "status": np.where(found.events > 0, 1 << found.statuses, 0),
    }


def _without_titles(names: Iterable[tuple[int, int, str]], words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the names of persons without the titles before them; a title alone is no name."""
    for start, end, kind in names:
        first = start
        while kind == "person" and first < end and words[first].lower() in name_words("titles"):
            first += 1
        if first < end:
            yield first, end, kind


def _tags(spans: Iterable[tuple[int, int, str]], name: str, count: int) -> Labels:
    """Return the tags of spans as sets of one."""
    labels = np.full(count, bits([0]), np.int64)
    for start, end, label in spans:
        mark_span(labels, name, range(start, end), [label])
    return labels
