"""Noun phrases in the parse (Universal Dependencies): their words, and what says whose, where and which."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.languages.number_words import words_near

NOUNS = frozenset(("NOUN", "PROPN"))
NAMING = frozenset(("compound", "flat", "amod", "nummod", "nmod:desc", "goeswith"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"))
NO_MODIFIERS = frozenset(
    "det punct case cc conj nummod cop nsubj nsubj:pass nsubj:outer csubj aux aux:pass mark advmod dep appos parataxis"
    " discourse det:predet cc:preconj fixed advcl ccomp obl expl orphan vocative list".split()
)
EMPTY = frozenset(("ADP", "ADV", "DET", "PUNCT", "CCONJ", "SPACE"))
MOVED = frozenset(("obj", "nsubj:pass"))
WHERE = frozenset("in to from near at inside across into on around outside within".split())
SHORT = 5
"""Letters of "ties" and "dies", which are no plurals in "-y"."""
HIGHEST = 6
"""Steps that are taken up a tree."""
LONGEST_MODIFIER = 14
"""Tokens of the longest modifier that is kept."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase: its head, its tokens from ``start`` to before ``end`` and the tokens of each modifier."""

    head: Token
    start: int
    end: int
    modifiers: tuple[tuple[int, int], ...]
    counts: bool = True
    """Whether the number counts it, instead of being its level: "20 soldiers", not "the index at 20"."""


def case_of(token: Token) -> str:
    """Return the preposition of a noun, "" for none."""
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")


def lemma_of(noun: Token) -> str:
    """Return the lemma of a noun, also of those in "-men" and "-ies", which the model shortens by a letter alone."""
    word, lemma = noun.lower_, str(noun.lemma_ or noun.lower_)
    if word.endswith("smen"):
        return f"{noun.text[:-2]}an"
    if word.endswith("ies") and lemma.lower() == word[:-1] and len(word) > SHORT and lemma.lower() not in _in_ie():
        return f"{lemma[:-2]}y"
    return lemma


def _in_ie() -> frozenset[str]:
    return words_near("words", "in_ie")


def within_phrase(token: Token) -> bool:
    """Tell whether a word can stand between a number and the noun it counts."""
    return token.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "ADV", "SYM") or token.tag_ in (
        "HYPH",
        "VBN",
        "VBG",
        "NN",
        ",",
        "POS",
    )


def phrase(head: Token, low: int, high: int, *, counts: bool) -> Noun:
    """Return the noun phrase of ``head`` without the amount that stands in the tokens ``low`` to before ``high``."""
    start, end = head.i, head.i + 1
    if high <= start <= high + HIGHEST and all(within_phrase(token) for token in head.doc[high:start]):
        start = high
    while start > 0 and _names(head.doc[start - 1], head) and not low <= start - 1 < high:
        start -= 1
    for child in head.children:
        if child.dep_ == "flat" and child.i >= end and not low <= child.i < high:
            last = child.right_edge.i + 1
            end = max(end, last if last <= low or child.i >= high else child.i + 1)
    while start < head.i and (head.doc[start].is_punct or head.doc[start].is_space):
        start += 1
    modifiers = [*modifiers_of(head, low, high)]
    modifiers += _left_over(head, start, modifiers)
    return Noun(head, start, end, tuple(sorted(modifiers)), counts)


def _left_over(head: Token, start: int, modifiers: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield what stands before ``head`` in its phrase and is in no modifier: names one by one, other words together."""
    covered = {place for one, other in modifiers for place in range(one, other)}
    place = start
    while place < head.i:
        end = place + 1
        while end < head.i and end not in covered and head.doc[end].ent_type_ == head.doc[place].ent_type_:
            end += 1
        if place not in covered:
            yield place, end
        place = end


def _places(verb: Token, after: int) -> Iterator[tuple[int, int]]:
    """Yield where a verb says that its object is or goes: "sent soldiers to Russia"."""
    for child in verb.children:
        if child.dep_ == "obl" and child.i > after and child.ent_type_ == "place" and case_of(child) in WHERE:
            start = child.left_edge.i
            if (
                start > after
                and all(token.pos_ != "NUM" for token in child.doc[after:start])
                and child.right_edge.i + 1 - start <= LONGEST_MODIFIER
            ):
                yield _without_others(child.doc, start, child.right_edge.i + 1)


def _names(token: Token, head: Token) -> bool:
    """Tell whether ``token`` belongs to the words that name ``head``, right before it."""
    for _ in range(HIGHEST):
        if token.dep_ not in NAMING and token.dep_ not in ("punct", "case", "nmod:poss"):
            return False
        if token.dep_ in ("case", "nmod:poss") or (token.dep_ == "nummod" and token.head == head):
            return False
        if token.head == head:
            return bool(token.dep_ != "punct" or token.tag_ == "HYPH")
        token = token.head
    return False


def _without_others(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Cut a modifier before a number that is joined to it: "in Kenya", not "in Kenya and 10 in Tanzania"."""
    for token in doc[start + 1 : end]:
        alone = token.nbor(-1).pos_ == "CCONJ" and (token.i + 1 == len(doc) or token.nbor(1).pos_ in ("ADP", "PUNCT"))
        if token.pos_ == "NUM" and (token.dep_ == "conj" or alone):
            end = token.i
            while end > start and (doc[end - 1].dep_ in ("cc", "punct") or doc[end - 1].pos_ in ("ADV", "CCONJ")):
                end -= 1
            break
    return start, end


def modifiers_of(head: Token, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield the tokens of what says whose, where and which, without the amount in ``low`` to before ``high``."""
    for child in head.children:
        if child.dep_ in NO_MODIFIERS or child.is_space:
            continue
        start, end = child.left_edge.i, child.right_edge.i + 1
        if start < high and low < end:
            start = high if start >= low else start
            end = low if start < low else end
        while end > start and head.doc[end - 1].is_punct:
            end -= 1
        while start < end and head.doc[start].is_punct:
            start += 1
        start, end = _without_others(head.doc, start, end)
        if all(token.pos_ in EMPTY for token in head.doc[start:end]):
            continue
        if start < end and end - start <= LONGEST_MODIFIER and not start <= head.i < end:
            yield start, end
    predicate = head.head
    if head.dep_ in MOVED:
        yield from _places(predicate, head.i)
    if head.dep_ in SUBJECTS and any(child.dep_ == "cop" for child in predicate.children) and case_of(predicate):
        first = min(child.i for child in predicate.children if child.dep_ == "case")
        if not low <= predicate.i < high and predicate.i + 1 - first <= LONGEST_MODIFIER and first > head.i:
            yield first, predicate.i + 1
