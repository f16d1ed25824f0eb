"""PolNeAR: who says what (Newell, Margolin and Ruths 2018). One article per line, character offsets."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rashomon.model.labels import ROLES
from rashomon.train.corpora.documents import Document, bits, document_of_text, mark_span, rows, words_at

Tokenise = Callable[[str], list[tuple[int, int]]]


def read(path: Path, tokenise: Tokenise, *, given_words: bool = False) -> list[Document]:
    """Return the articles of ``path``, cut into words by ``tokenise`` or, where asked and there, as the corpus cuts."""
    documents = []
    for row in rows(path):
        spans = tokenise(row["text"])
        if given_words and row["sents"]:
            spans = [(start, end) for sentence in row["sents"] for start, end in sentence]
        documents.append(_document(row, spans))
    return documents


def _document(row: dict[str, Any], spans: Sequence[tuple[int, int]]) -> Document:
    document = document_of_text(row["id"], row["text"], spans)
    tags, cues, sources = document.label("attribution"), document.label("cue"), document.label("source")
    tags[:] = bits([0])
    places = words_at(spans)
    for attribution in row["attributions"]:
        cue = [place for fragment in attribution["cue"] for place in places(*fragment)]
        source = [place for fragment in attribution["source"] for place in places(*fragment)]
        for role in ROLES:
            for fragment in attribution[role]:
                mark_span(tags, "attribution", places(*fragment), [role])
        for fragment in attribution["content"] if cue else ():
            for place in places(*fragment):
                cues[place] = cue[0]
        if cue:
            sources[cue[0]] = source[0] if source else cue[0]
    return document
