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
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np
import spacy
from spacy.attrs import DEP, HEAD, LEMMA, POS, SENT_START, TAG
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from rashomon.model.annotation import Annotation, annotate, meanings
from rashomon.model.labels import EVENTS, STATUSES
from rashomon.model.lemmas import in_dictionary, lemma_of
from rashomon.model.pieces import LONGEST_SPELLING, PieceReader, shipped_pieces, words_and_gaps
from rashomon.model.reader import Reader, Scores, shipped_reader
from rashomon.model.weights import version

COMPONENT = "rashomon"
GROUPS = ("times", "events", "attribution")
LONGEST_TEXT = 100_000_000
"""Characters of a text that is read; spaCy refuses longer ones."""
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
        self._hangs = strings.add("dep")
        self._space = (IDS["SPACE"], strings.add("_SP"))
        self._lemma = lru_cache(maxsize=100_000)(
            lambda form, rule, pos: in_dictionary(form, inventory.upos[pos], lemma_of(form, inventory.lemmas[rule]))
        )

    def __call__(self, doc: Doc) -> Doc:
        """Mark one document in place and return it."""
        kept, words, gaps = words_of(doc)
        if words:
            starts = None
            if doc.has_annotation("SENT_START", require_complete=True):
                starts = first_words(doc, kept)
            found = annotate(words, gaps, reader=self.reader, piece_reader=self.pieces, starts=starts)
            self._write_words(doc, kept, words, found)
            self._write_spans(doc, kept, found)
        elif len(doc):
            pos, tag = self._space
            starts = [1, *([-1] * (len(doc) - 1))]
            doc.from_array([SENT_START], np.array(starts, np.int64).view(np.uint64))
            doc.from_array([POS, TAG], np.array([(pos, tag)] * len(doc), np.uint64))
        for group in GROUPS:
            doc.spans.setdefault(group, [])
        for hooks in (doc.user_hooks, doc.user_span_hooks, doc.user_token_hooks):
            hooks["similarity"] = similarity
        return doc

    def meanings(self, doc: Doc) -> Scores:
        """Return the embeddings of a document's words, (n, 384), white space left out, without marking it."""
        _, words, gaps = words_of(doc)
        return meanings(words, gaps, reader=self.reader, piece_reader=self.pieces)

    def pipe(self, stream: Iterable[Doc], batch_size: int = 0) -> Iterator[Doc]:
        """Mark documents in order, as many at a time as there are threads; ``batch_size`` is of no use here."""
        del batch_size
        if self.threads == 1:
            yield from map(self, stream)
            return
        executor = ThreadPoolExecutor(self.threads)
        try:
            docs = iter(stream)
            waiting = deque(executor.submit(self, doc) for doc in islice(docs, AHEAD * self.threads))
            while waiting:
                done = waiting.popleft().result()
                waiting.extend(executor.submit(self, doc) for doc in islice(docs, 1))
                yield done
        finally:
            executor.shutdown(cancel_futures=True)

    def _write_words(self, doc: Doc, kept: list[int], words: list[str], found: Annotation) -> None:
        tokens, count = np.array(kept), len(doc)
        strings = doc.vocab.strings
        lemmas = [
            strings.add(self._lemma(word, rule, pos) if len(word) < LONGEST_SPELLING else word)
            for word, rule, pos in zip(words, found.lemma.tolist(), found.upos.tolist(), strict=True)
        ]
        values = np.zeros((count, 5), np.uint64)
        values[:, 0], values[:, 1], values[:, 3] = (*self._space, self._hangs)
        values[tokens, 0] = self._pos[found.upos]
        values[tokens, 1] = self._tags[found.tag]
        values[tokens, 2] = lemmas
        values[tokens, 3] = self._relations[found.relations]
        # white space hangs on the word before it
        before = np.maximum(np.searchsorted(tokens, np.arange(count), side="right") - 1, 0)
        heads = tokens[before]
        heads[tokens] = tokens[found.heads]
        values[:, 4] = (heads - np.arange(count)).astype(np.int64).view(np.uint64)
        doc.from_array([POS, TAG, LEMMA, DEP, HEAD], values)
        doc.tensor = np.zeros((count, found.meaning.shape[1]), np.float32)
        doc.tensor[tokens] = found.meaning

    def _write_spans(self, doc: Doc, kept: list[int], found: Annotation) -> None:
        def span(start: int, end: int, label: str, number: int = 0) -> Span:
            return Span(doc, kept[start], kept[end - 1] + 1, label=label, span_id=number)

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


def first_words(doc: Doc, kept: Sequence[int]) -> list[int]:
    """Return which of the words begin the sentences that are given; a start on white space is the next word's."""
    starts = np.cumsum([bool(token.is_sent_start) for token in doc])[kept]
    return [0, *(np.flatnonzero(np.diff(starts)) + 1).tolist()]


def words_of(doc: Doc) -> tuple[list[int], list[str], list[int]]:
    """Return the tokens that are no white space, their texts and the gaps before them."""
    kept = [token for token in doc if not token.is_space]
    words, gaps = words_and_gaps(doc.text, [(token.idx, token.idx + len(token)) for token in kept])
    return [token.i for token in kept], words, gaps


def similarity(one: Doc | Span | Token, other: Doc | Span | Token) -> float:
    """Return the cosine of two embeddings, -1 to 1; 0 where one of them has no words."""
    norms = float(np.linalg.norm(one.vector) * np.linalg.norm(other.vector))
    return float(one.vector @ other.vector) / norms if norms else 0.0


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
    nlp.max_length = LONGEST_TEXT
    nlp.add_pipe(COMPONENT, config={"threads": threads})
    nlp.meta.update(name="rashomon", version=version())
    return nlp
