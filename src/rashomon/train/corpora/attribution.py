"""PolNeAR: who says what (Newell, Margolin and Ruths 2018). One article per line, character offsets."""

import json
from bisect import bisect_right
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rashomon.model.labels import ROLES, sequence_tags
from rashomon.train.corpora.documents import BLANK, LINE, Document, bits, lines, numbering, words_of

Tokenise = Callable[[str], list[tuple[int, int]]]
TAGS = numbering(sequence_tags(ROLES))


def read(path: Path, tokenise: Tokenise, *, given_words: bool = False) -> list[Document]:
    """Return the articles of ``path``, cut into words by ``tokenise`` or, where asked and there, as the corpus cuts."""
    documents = []
    for line in lines(path):
        row = json.loads(line)
        spans = tokenise(row["text"])
        if given_words and row["sents"]:
            spans = [(start, end) for sentence in row["sents"] for start, end in sentence]
        documents.append(_document(row, spans))
    return documents


def _document(row: dict[str, Any], spans: Sequence[tuple[int, int]]) -> Document:
    words, gaps = words_of(row["text"], spans)
    breaks = [place for place, gap in enumerate(gaps) if gap in {LINE, BLANK}]
    document = Document(row["id"], words, gaps, breaks)
    tags, cues, sources = document.label("attribution"), document.label("cue"), document.label("source")
    tags[:] = bits([0])
    starts = [start for start, _ in spans]

    def places(fragment: Sequence[int]) -> range:
        first = max(0, bisect_right(starts, fragment[0]) - 1)
        if spans[first][1] <= fragment[0]:
            first += 1
        return range(first, max(first, bisect_right(starts, fragment[1] - 1)))

    for attribution in row["attributions"]:
        cue = [place for fragment in attribution["cue"] for place in places(fragment)]
        source = [place for fragment in attribution["source"] for place in places(fragment)]
        for role in ROLES:
            for fragment in attribution[role]:
                for number, place in enumerate(places(fragment)):
                    tags[place] = bits([TAGS[f"{'I' if number else 'B'}-{role}"]])
                    if role == "content" and cue:
                        cues[place] = cue[0]
        if cue:
            sources[cue[0]] = source[0] if source else cue[0]
    return document
