"""Universal Dependencies: English Web Treebank and GUM, whose entity mentions give names as well."""

import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rashomon.languages.name_words import name_words
from rashomon.model.labels import ENTITIES, Inventory, sequence_tags
from rashomon.model.lemmas import rule_of
from rashomon.train.corpora.documents import BLANK, LINE, NONE, SENTENCE, SPACE, Document, bits, numbering

NON_COMMERCIAL = frozenset({"essay", "fiction", "letter", "podcast", "whow"})
"""Genres of GUM whose texts may not be used for weights that ship."""
RARE = 3
"""Lemma rules met less often are not learnt."""

TAGS = numbering(sequence_tags(ENTITIES))
NAMED = {"person": ("person",), "place": ("place",), "organization": ("organization",), "event": ("event",)}
OTHER_NAMES = ("other", "law", "event", "group")
OPENED = re.compile(r"\((\d+)-([a-z]+)-([^()]*)")
CLOSED = re.compile(r"(\d+)\)")


@dataclass(slots=True)
class Word:
    """One line of CoNLL-U."""

    form: str
    lemma: str
    upos: str
    tag: str
    head: int
    relation: str
    space: bool
    entity: str


@dataclass(slots=True)
class Sentence:
    """The words of a sentence; ``paragraph`` when one begins with it."""

    words: list[Word] = field(default_factory=list)
    document: str = ""
    genre: str = ""
    paragraph: bool = False


def sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file, gzipped or not; words of multi-word tokens count, the tokens do not."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    name = genre = ""
    current = Sentence()
    glued_until = 0
    glued_space = True
    for line in content.decode("utf-8").splitlines():
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            if key.strip() == "newdoc id":
                name, genre = value.strip(), ""
            elif key.strip() == "meta::genre":
                genre = value.strip()
            elif key.strip().split()[0] == "newpar":
                current.paragraph = True
        elif not line:
            if current.words:
                current.document, current.genre = name, genre
                yield current
            current, glued_until = Sentence(), 0
        else:
            columns = line.split("\t")
            space = "SpaceAfter=No" not in columns[9]
            if "-" in columns[0]:
                glued_until, glued_space = int(columns[0].split("-")[1]), space
            elif "." not in columns[0]:
                number = int(columns[0])
                if number <= glued_until:
                    space = glued_space and number == glued_until
                entity = next((part[7:] for part in columns[9].split("|") if part.startswith("Entity=")), "")
                current.words.append(
                    Word(columns[1], columns[2], columns[3], columns[4], int(columns[6]), columns[7], space, entity)
                )


def inventory(paths: Sequence[Path]) -> Inventory:
    """Return the label sets of the training files, lemma rules from the commonest to the rarest."""
    counts: dict[str, dict[str, int]] = {"upos": {}, "tag": {}, "lemma": {}, "relation": {}}
    for path in paths:
        for sentence in sentences(path):
            for word in sentence.words:
                rule = rule_of(word.form, word.lemma)
                for name, label in (
                    ("upos", word.upos),
                    ("tag", word.tag),
                    ("lemma", rule),
                    ("relation", word.relation),
                ):
                    counts[name][label] = counts[name].get(label, 0) + 1
    return Inventory(
        upos=tuple(sorted(counts["upos"])),
        tags=tuple(sorted(counts["tag"])),
        lemmas=tuple(
            sorted(
                (rule for rule, count in counts["lemma"].items() if count >= RARE),
                key=lambda rule: (-counts["lemma"][rule], rule),
            )
        ),
        relations=tuple(sorted(counts["relation"])),
    )


def read(path: Path, known: Inventory, *, shipped: bool = False) -> list[Document]:
    """Return the documents of ``path``; with ``shipped``, without those that weights may not be made of."""
    documents: list[Document] = []
    group: list[Sentence] = []
    for sentence in sentences(path):
        if shipped and sentence.genre in NON_COMMERCIAL:
            continue
        if group and sentence.document != group[0].document:
            documents.append(_document(group, known))
            group = []
        group.append(sentence)
    if group:
        documents.append(_document(group, known))
    return documents


def _document(group: Sequence[Sentence], known: Inventory) -> Document:
    flat = [word for sentence in group for word in sentence.words]
    gaps: list[int] = []
    breaks: list[int] = []
    spaced = True
    for sentence in group:
        breaks.append(len(gaps))
        for place, word in enumerate(sentence.words):
            gap = SPACE if spaced else NONE
            if place == 0 and (sentence.paragraph or not gaps):
                gap = BLANK if len(breaks) % 3 or len(gaps) == 0 else LINE
            gaps.append(gap)
            spaced = word.space
    document = Document(group[0].document, [word.form for word in flat], gaps, breaks)
    document.texts = {
        "upos": [word.upos for word in flat],
        "tag": [word.tag for word in flat],
        "lemma": [word.lemma for word in flat],
        "relation": [word.relation for word in flat],
    }
    upos, tags = numbering(known.upos), numbering(known.tags)
    lemmas, relations = numbering(known.lemmas), numbering(known.relations)
    document.label("upos")[:] = [upos.get(word.upos, -1) for word in flat]
    document.label("tag")[:] = [tags.get(word.tag, -1) for word in flat]
    document.label("lemma")[:] = [lemmas.get(rule_of(word.form, word.lemma), -1) for word in flat]
    document.label("relation")[:] = [relations.get(word.relation, -1) for word in flat]
    heads, numbers = document.label("head"), document.label(SENTENCE)
    place = 0
    for number, sentence in enumerate(group):
        for inside, word in enumerate(sentence.words):
            heads[place + inside] = place + word.head - 1 if word.head else place + inside
        numbers[place : place + len(sentence.words)] = number
        place += len(sentence.words)
    if any(word.entity for word in flat):
        _add_names(document, flat)
    return document


def _mentions(words: Sequence[Word]) -> Iterator[tuple[int, int, str, bool]]:
    """Yield first word, word after the last, type, and whether an encyclopedia knows it."""
    open_mentions: dict[str, list[tuple[int, str, bool]]] = {}
    for place, word in enumerate(words):
        rest = word.entity
        while rest:
            if rest[0] == "(":
                match = OPENED.match(rest)
                if match is None:
                    break
                known = len(match[3].split("-")) > 5
                open_mentions.setdefault(match[1], []).append((place, match[2], known))
                rest = rest[match.end() :]
                if rest.startswith(")"):
                    first, kind, known = open_mentions[match[1]].pop()
                    yield first, place + 1, kind, known
                    rest = rest[1:]
            else:
                match = CLOSED.match(rest)
                if match is None:
                    break
                if open_mentions.get(match[1]):
                    first, kind, known = open_mentions[match[1]].pop()
                    yield first, place + 1, kind, known
                rest = rest[match.end() :]


def _add_names(document: Document, words: Sequence[Word]) -> None:
    """Mark the names among GUM's mentions: a run of proper nouns at the front of the mention, articles left out.

    A proper noun outside every such run stays unlabelled, as the mention may hold a name that the run misses.
    """
    labels = document.label("entity")
    outside = bits([0])
    labels[:] = [0 if word.upos == "X" or _proper(word) else outside for word in words]
    found = []
    places = {words[first].form for first, after, kind, _ in _mentions(words) if kind == "place" and after == first + 1}
    for first, after, kind, known in _mentions(words):
        start, end = _name(words, first, after, person=kind == "person")
        if start == end or kind == "time" or any(sign in words[start].form for sign in "@/"):
            continue
        if end == after or known or words[end].upos in {"PUNCT", "ADP"}:
            kinds: tuple[str, ...] = NAMED.get(kind, OTHER_NAMES)
            if kind == "organization" and end == start + 1 and words[start].form in places:
                kinds = ("organization", "place")
            if kind == "person" and words[end - 1].tag == "NNPS":
                kinds = ("group", "person")
            found.append((start, end, kinds))
    taken: set[int] = set()
    for start, end, kinds in sorted(found, key=lambda name: (name[0] - name[1], name[0])):
        if taken & set(range(start, end)):
            continue
        taken |= set(range(start, end))
        for place in range(start, end):
            labels[place] = bits([TAGS[f"{'B' if place == start else 'I'}-{name}"] for name in kinds])


def _proper(word: Word) -> bool:
    return word.upos == "PROPN" or word.tag.startswith("NNP")


def _name(words: Sequence[Word], first: int, after: int, *, person: bool) -> tuple[int, int]:
    """Return where in a mention its name begins and ends, the same place twice when it has none."""
    start = first
    while start < after and (
        not _proper(words[start]) or (person and words[start].form.lower() in name_words("titles"))
    ):
        if words[start].upos not in {"DET", "PUNCT", "ADJ", "NUM", "PROPN"}:
            return first, first
        start += 1
    end = start
    while end < after and (
        _proper(words[end])
        or words[end].form[:1].isupper()
        or (not person and words[end].form.lower() in name_words("inside"))
    ):
        end += 1
    while end > start and not words[end - 1].form[:1].isupper():
        end -= 1
    return start, end
