"""The model as a spaCy pipeline: one component that marks everything, where users of spaCy look for it.

Besides what spaCy has a place for (``token.pos_``, ``tag_``, ``lemma_``, ``dep_``, ``head``, ``doc.sents``,
``doc.ents``, and ``vector`` of spans and docs):

* ``doc.spans["times"]``: time expressions, ``span.label_`` is their TIMEX3 type;
* ``doc.spans["events"]``: event triggers, ``span.label_`` their TimeML class, ``span._.status`` how real they are told
  to be;
* ``doc.spans["attribution"]``: ``source``, ``cue`` and ``content`` spans; those with the same ``span.id`` belong
  together, 0 belongs to none; a source of two attributions stands there twice;
* ``doc._.attributions``: the same, gathered: a list of ``Attribution``.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np
import spacy
from spacy.attrs import DEP, HEAD, LEMMA, POS, TAG
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from rashomon.model.annotation import Annotation, annotate
from rashomon.model.labels import EVENTS, STATUSES
from rashomon.model.lemmas import lemma_of
from rashomon.model.pieces import GAPS, PieceReader, shipped_pieces
from rashomon.model.reader import Reader, shipped_reader
from rashomon.model.weights import version

COMPONENT = "rashomon"
NONE, SPACE, LINE, BLANK = range(len(GAPS))
AHEAD = 8
"""Documents that are read ahead of the one that is asked for, for each thread."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (``source``, possibly unnamed) says (``cue``) what (``contents``, in their order)."""

    source: Span | None
    cue: Span
    contents: tuple[Span, ...]


class Annotator:
    """The component. It keeps nothing of a document, so the same text always gets the same marks."""

    def __init__(self, vocab: Vocab, reader: Reader, pieces: PieceReader, threads: int = 1) -> None:
        self.reader = reader
        self.pieces = pieces
        self.threads = threads
        strings, inventory = vocab.strings, reader.inventory
        self._pos = np.array([IDS[label] for label in inventory.upos], np.uint64)
        self._tags = np.array([strings.add(label) for label in inventory.tags], np.uint64)
        self._relations = np.array(
            [strings.add("ROOT" if label == "root" else label) for label in inventory.relations], np.uint64
        )
        self._space = (IDS["SPACE"], strings.add("_SP"))
        self._lemma = lru_cache(maxsize=100_000)(lambda form, rule: strings.add(lemma_of(form, inventory.lemmas[rule])))

    def __call__(self, doc: Doc) -> Doc:
        """Mark one document in place and return it."""
        return self._marked(doc)

    def pipe(self, stream: Iterable[Doc], batch_size: int = 0) -> Iterator[Doc]:
        """Mark documents in order, as many at a time as there are threads; ``batch_size`` is of no use here."""
        del batch_size
        if self.threads == 1:
            yield from map(self._marked, stream)
            return
        with ThreadPoolExecutor(self.threads) as executor:
            docs = iter(stream)
            waiting = deque(executor.submit(self._marked, doc) for doc in islice(docs, AHEAD * self.threads))
            while waiting:
                done = waiting.popleft().result()
                waiting.extend(executor.submit(self._marked, doc) for doc in islice(docs, 1))
                yield done

    def _marked(self, doc: Doc) -> Doc:
        kept, words, gaps = words_of(doc)
        if not words:
            return doc
        starts = None
        if doc.has_annotation("SENT_START"):
            starts = [place for place, token in enumerate(kept) if place == 0 or doc[token].is_sent_start]
        found = annotate(words, gaps, reader=self.reader, piece_reader=self.pieces, starts=starts)
        self._write(doc, kept, words, found)
        return doc

    def _write(self, doc: Doc, kept: list[int], words: list[str], found: Annotation) -> None:
        tokens = np.array(kept)
        count = len(doc)
        values = np.zeros((count, 5), np.uint64)
        values[:, 0], values[:, 1] = self._space
        values[tokens, 0] = self._pos[found.upos]
        values[tokens, 1] = self._tags[found.tag]
        values[:, 2] = [0] * count
        values[tokens, 2] = [self._lemma(word, rule) for word, rule in zip(words, found.lemma.tolist(), strict=True)]
        values[tokens, 3] = self._relations[found.relations]
        heads = np.maximum(np.searchsorted(tokens, np.arange(count), side="right") - 1, 0)
        heads = tokens[heads]
        heads[tokens] = tokens[found.heads]
        values[:, 4] = (heads - np.arange(count)).astype(np.int64).view(np.uint64)
        doc.from_array([POS, TAG, LEMMA, DEP, HEAD], values)
        ends = tokens + 1

        def span(start: int, end: int, label: str, number: int = 0) -> Span:
            return Span(doc, int(tokens[start]), int(ends[end - 1]), label=label, span_id=number)

        doc.set_ents([span(*entity) for entity in found.entities])
        doc.spans["times"] = [span(*time) for time in found.times]
        events = np.flatnonzero(found.events).tolist()
        doc.spans["events"] = [span(place, place + 1, EVENTS[found.events[place]]) for place in events]
        for trigger, status in zip(doc.spans["events"], found.statuses[events], strict=True):
            trigger._.status = STATUSES[status]
        doc.spans["attribution"] = [
            span(*role, number=number)
            for role, numbers in zip(found.roles, found.belongs, strict=True)
            for number in numbers or (0,)
        ]
        doc.user_data["meaning"] = (tokens, found.meaning)
        doc.user_hooks["vector"] = lambda whole: vector_of(whole[:])
        doc.user_span_hooks["vector"] = vector_of
        doc.user_token_hooks["vector"] = lambda token: vector_of(token.doc[token.i : token.i + 1])
        for hooks in (doc.user_hooks, doc.user_span_hooks, doc.user_token_hooks):
            hooks["similarity"] = similarity


def words_of(doc: Doc) -> tuple[list[int], list[str], list[int]]:
    """Return the tokens that are no white space, their texts and the gaps before them."""
    kept: list[int] = []
    words: list[str] = []
    gaps: list[int] = []
    gap = BLANK
    lines = 0
    for token in doc:
        text = token.text
        if token.is_space:
            lines += text.count("\n")
            gap = max(gap, SPACE if lines == 0 else LINE if lines == 1 else BLANK)
            continue
        kept.append(token.i)
        words.append(text)
        gaps.append(gap)
        gap = SPACE if token.whitespace_ else NONE
        lines = 0
    return kept, words, gaps


def vector_of(span: Span) -> np.ndarray:
    """Return the embedding of a span: the mean of its words' vectors, of length 1; zeros where it has no words."""
    tokens, meaning = span.doc.user_data["meaning"]
    low, high = np.searchsorted(tokens, (span.start, span.end))
    if low == high:
        return np.zeros(meaning.shape[1], np.float32)
    mean = meaning[low:high].mean(axis=0)
    return mean / np.linalg.norm(mean)  # type: ignore[no-any-return]


def similarity(one: Doc | Span | Token, other: Doc | Span | Token) -> float:
    """Return the cosine of two embeddings, -1 to 1."""
    return float(one.vector @ other.vector)


def attributions_of(doc: Doc) -> list[Attribution]:
    """Return the attributions of a document in the order of their cues."""
    members: dict[int, dict[str, list[Span]]] = {}
    for span in doc.spans.get("attribution", ()):
        if span.id:
            members.setdefault(span.id, {}).setdefault(span.label_, []).append(span)
    return [
        Attribution(next(iter(roles.get("source", ())), None), roles["cue"][0], tuple(roles["content"]))
        for _, roles in sorted(members.items())
    ]


@spacy.registry.misc("rashomon.shipped_reader.v1")
def _reader() -> Reader:
    return shipped_reader()


@spacy.registry.misc("rashomon.shipped_pieces.v1")
def _pieces() -> PieceReader:
    return shipped_pieces()


@Language.factory(
    COMPONENT,
    default_config={
        "threads": 1,
        "reader": {"@misc": "rashomon.shipped_reader.v1"},
        "pieces": {"@misc": "rashomon.shipped_pieces.v1"},
    },
)
def make_annotator(nlp: Language, name: str, threads: int, reader: Reader, pieces: PieceReader) -> Annotator:
    """Return the component; the weights that ship unless the configuration names others."""
    del name
    Span.set_extension("status", default=None, force=True)
    Doc.set_extension("attributions", getter=attributions_of, force=True)
    return Annotator(nlp.vocab, reader, pieces, threads)


def language(threads: int) -> Language:
    """Return the pipeline over the shipped weights."""
    nlp = spacy.blank("en")
    nlp.add_pipe(COMPONENT, config={"threads": threads})
    nlp.meta.update(name="rashomon", version=version())
    return nlp
