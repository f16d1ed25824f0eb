"""Names in treebanks: what their part-of-speech tags and GUM's entity mentions (Zeldes 2017) say of them."""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache

from babel import Locale

from rashomon.languages.name_words import name_words
from rashomon.train.corpora.conllu import Word
from rashomon.train.corpora.documents import Document, bits, mark_span

NAMED = {"person": ("person",), "place": ("place",), "organization": ("organization",), "event": ("event",)}
OTHER_NAMES = ("other", "law", "event", "group")
OPENED = re.compile(r"\((\d+)-([a-z]+)-([^()]*)")
CLOSED = re.compile(r"(\d+)\)")
ADDRESS = re.compile(r"@|://|^www\.|\.(?:pdf|doc|xls|html?|jpe?g|ppt)$", re.IGNORECASE)


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


@cache
def countries() -> frozenset[str]:
    """Return the English names of countries and territories (Unicode CLDR)."""
    return frozenset(Locale("en").territories.values())


def add_names(document: Document, words: Sequence[Word]) -> None:
    """Mark what is no name, and the names among GUM's mentions.

    A name is the run of proper nouns at the front of a mention, its article and titles left out. Proper nouns outside
    every such run, and capitals inside a sentence, stay unlabelled: they may be names that no mention shows, as all are
    in a treebank without mentions.
    """
    labels = document.label("entity")
    proper = [_proper(word) for word in words]
    starts = set(document.breaks)
    for place, word in enumerate(words):
        beside = any(proper[max(0, place - 1) : place + 2])
        may_be = proper[place] or word.upos == "X" or (beside and word.form.lower() in name_words("inside"))
        may_be = may_be or (word.form[:1].isupper() and place not in starts)
        labels[place] = bits([0]) if ADDRESS.search(word.form) or not may_be else 0
    found = []
    places = {words[first].form for first, after, kind, _ in _mentions(words) if kind == "place" and after == first + 1}
    for first, after, kind, known in _mentions(words):
        start, end = _name(words, first, after, person=kind == "person")
        if start == end or kind == "time" or any(sign in words[start].form for sign in "@/"):
            continue
        if end == after or known or words[end].upos in {"PUNCT", "ADP"}:
            kinds = _kinds(kind, words[start:end], places)
            found.append((start, end, kinds))
            for place in range(first, start):
                if words[place].upos == "DET":
                    labels[place] = bits([0])
    taken: set[int] = set()
    for start, end, kinds in sorted(found, key=lambda name: (name[0] - name[1], name[0])):
        if taken & set(range(start, end)):
            continue
        taken |= set(range(start, end))
        mark_span(labels, "entity", range(start, end), kinds)


def _kinds(kind: str, name: Sequence[Word], places: Set[str]) -> tuple[str, ...]:
    """Return our types for a name in a mention: GUM goes by what acts, the corpora of names by the name itself."""
    text = " ".join(word.form for word in name)
    if kind == "organization" and text in countries():
        return ("place",)
    if kind == "organization" and text in places:
        return ("organization", "place")
    if kind == "person" and name[-1].tag == "NNPS":
        return ("group", "person")
    return NAMED.get(kind, OTHER_NAMES)


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
