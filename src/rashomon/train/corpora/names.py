"""Named entities: CoNLL-2003 (Tjong Kim Sang and De Meulder 2003) and CrossNER (Liu et al. 2021)."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from rashomon.languages.name_words import name_words, people_pattern
from rashomon.model.labels import ENTITIES, sequence_tags
from rashomon.model.pieces import BLANK, NONE, SPACE
from rashomon.train.corpora.attribution import Tokenise
from rashomon.train.corpora.documents import Document, bits, guessed_gaps, mark_span, numbering

TAGS = numbering(sequence_tags(ENTITIES))
TYPES = {
    "person": "person",
    "politician": "person",
    "organisation": "organization",
    "organization": "organization",
    "politicalparty": "organization",
    "location": "place",
    "country": "place",
    "event": "event",
    "election": "event",
}
MIXED = "misc"
"""What no type of theirs fits: our group, law and event, told apart by the name, and other."""


def kinds_of(kind: str, words: Sequence[str]) -> tuple[str, ...]:
    """Return our types that a name of this corpus type can have."""
    if kind.lower() != MIXED:
        return (TYPES[kind.lower()],)
    lower = {word.lower() for word in words}
    if len(words) <= 2 and people_pattern().fullmatch(words[-1]) and not lower & {"democratic", "republican"}:
        return ("group",)
    if lower & name_words("laws"):
        return ("law",)
    if lower & name_words("events"):
        return ("event",)
    return ("other",)


def sentences(path: Path) -> list[tuple[list[str], list[str]]]:
    """Return words and tags of each sentence of a ``word<TAB>tag`` file."""
    found: list[tuple[list[str], list[str]]] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line.strip()]
        if rows:
            found.append(([row[0] for row in rows], [row[-1] for row in rows]))
    return found


def read(path: Path, *, together: int) -> list[Document]:
    """Return the sentences of ``path`` in documents of so many, as neither corpus keeps where its articles begin."""
    rows = sentences(path)
    return [
        _document(f"{path.parent.name}-{start}", rows[start : start + together])
        for start in range(0, len(rows), together)
    ]


def cut_again(document: Document, tokenise: Tokenise) -> Document:
    """Return the document with its words cut as ``tokenise`` cuts them: a part inside a name goes on with it."""
    words: list[str] = []
    gaps: list[int] = []
    labels: list[int] = []
    breaks = []
    starts = set(document.breaks)
    inside = {1 << TAGS[f"B-{kind}"]: 1 << TAGS[f"I-{kind}"] for kind in ENTITIES}
    for place, (word, gap) in enumerate(zip(document.words, document.gaps, strict=True)):
        if place in starts:
            breaks.append(len(words))
        label = int(document.labels["entity"][place])
        for number, (start, end) in enumerate(tokenise(word)):
            words.append(word[start:end])
            gaps.append(NONE if number else gap)
            labels.append(inside.get(label, label) if number else label)
    again = Document(f"{document.name}-again", words, gaps, breaks)
    again.label("entity")[:] = labels
    return again


Gold = set[tuple[int, int, str]]
"""First word, word after the last, type."""


def gold_spans(start: int, tags: Sequence[str], types: Mapping[str, str]) -> Gold:
    """Return the names of a sentence that begins at word ``start``, their types mapped."""
    found: Gold = set()
    current: tuple[int, str] | None = None
    for place, tag in enumerate([*tags, "O"]):
        kind = tag[2:]
        if current and (tag[0] != "I" or kind != current[1]):
            found.add((start + current[0], start + place, types.get(current[1].lower(), current[1])))
            current = None
        if tag != "O" and current is None:
            current = (place, kind)
    return found


def read_gold(path: Path, *, together: int) -> list[tuple[Document, Gold]]:
    """Return documents as ``read`` does, each with its names in our types, or ``misc``."""
    rows = sentences(path)
    found = []
    for first in range(0, len(rows), together):
        group = rows[first : first + together]
        document = _document(f"{path.parent.name}-{first}", group)
        gold = (gold_spans(start, tags, TYPES) for start, (_, tags) in zip(document.breaks, group, strict=True))
        found.append((document, set().union(*gold)))
    return found


def read_iob2(path: Path) -> list[tuple[Document, Gold]]:
    """Return the documents of Universal NER (Mayhew et al. 2024), their gaps from the sentences' text."""
    found: list[tuple[Document, Gold]] = []
    text, place = "", 0
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc") or (not found and line.startswith("#")):
            found.append((Document(line.rpartition("=")[2].strip(), [], [], []), set()))
        if line.startswith("# text"):
            text, place = line.partition("= ")[2], 0
        document, gold = found[-1]
        columns = line.split("\t")
        if len(columns) > 2 and not line.startswith("#"):
            if not tags:
                document.breaks.append(len(document.words))
            at = text.find(columns[1], place)
            glued = at == place and bool(tags)
            place = at + len(columns[1]) if at >= 0 else place
            document.gaps.append(BLANK if not document.words else NONE if glued else SPACE)
            document.words.append(columns[1])
            tags.append(columns[2])
        elif not line and tags:
            gold |= gold_spans(document.breaks[-1], tags, {})
            tags = []
    return found


def _document(name: str, rows: Sequence[tuple[list[str], list[str]]]) -> Document:
    words = [word for forms, _ in rows for word in forms]
    breaks = [sum(len(forms) for forms, _ in rows[:number]) for number in range(len(rows))]
    document = Document(name, words, guessed_gaps([forms for forms, _ in rows], name), breaks)
    labels = document.label("entity")
    for start, (forms, tags) in zip(breaks, rows, strict=True):
        labels[start : start + len(tags)] = bits([0])
        for first, after, kind in gold_spans(0, tags, {}):
            mark_span(labels, "entity", range(start + first, start + after), kinds_of(kind, forms[first:after]))
    return document
