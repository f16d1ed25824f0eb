"""What predicates and nouns of movement say an amount of, read from the parse (Universal Dependencies)."""

from spacy.tokens import Doc, Token

from rashomon.annotate.quantities.phrases import HIGHEST, LONGEST_MODIFIER, NOUNS, SUBJECTS, case_of
from rashomon.languages.calendar import months, weekdays
from rashomon.languages.number_words import number_words, words_near

RELATIVES = frozenset(("who", "which", "that", "whom"))
REACH = 8
"""Tokens behind a preposition in which the noun stands."""
ABOUT = frozenset(("of", "in", "for", "to"))


def first_noun(doc: Doc, place: int) -> Token | None:
    """Return the head of the noun phrase that begins at ``place``."""
    found = None
    for token in doc[place : place + REACH]:
        if token.pos_ in NOUNS:
            found = token
        elif token.tag_ != "POS" and (
            found is not None
            or (token.pos_ not in ("ADJ", "DET", "PRON", "NUM") and token.tag_ not in ("VBN", "HYPH", "PRP$"))
        ):
            break
    return found


def noun_before(verb: Token) -> Token | None:
    """Return the head of the noun phrase right before ``verb``, over its prepositional phrases."""
    doc, found = verb.doc, None
    comma = verb.i > 1 and doc[verb.i - 1].text == "," and verb.lower_ in ("up", "down")
    for place in range(verb.i - 1 - comma, max(verb.i - LONGEST_MODIFIER, -1), -1):
        token = doc[place]
        if token.pos_ in NOUNS:
            found = found or token
        elif token.pos_ == "ADP" and found is not None:
            found = None
        elif (found is not None and token.pos_ in ("DET", "PUNCT", "CCONJ", "SCONJ", "VERB", "PRON")) or token.pos_ in (
            "VERB",
            "PUNCT",
            "CCONJ",
        ):
            return found
        if token.is_sent_start:
            return found
    return found


def about(noun: Token, low: int = 0, high: int = 0) -> Token | None:
    """Return what a noun of movement or amount is about, outside of ``low`` to ``high``: "an increase in usage"."""
    doc = noun.doc
    if noun.i + 1 < len(doc) and doc[noun.i + 1].lower_ in ABOUT:
        found = first_noun(doc, noun.i + 2)
        if (
            found is not None
            and not is_time(found)
            and not any(token.pos_ in ("NUM", "SYM") for token in doc[noun.i + 2 : found.i + 1])
        ):
            return found
    named = [
        child
        for child in noun.children
        if child.dep_ in ("nmod:poss", "compound") and child.pos_ in NOUNS and not low <= child.i < high
    ]
    return next((child for child in reversed(named) if not any(part.dep_ == "nummod" for part in child.children)), None)


def is_time(noun: Token) -> bool:
    """Tell whether a noun says when: "a dip in September"."""
    return noun.lower_ in months() or noun.lower_ in weekdays() or noun.lower_ in words_near("words", "spans")


def thing_of(top: Token) -> Token | None:
    """Return whose amount it is by the place of the amount in the clause."""
    head, relation = top.head, top.dep_
    if relation == "conj" and head != top and head.dep_ != "conj":
        return thing_of(head)
    found: Token | None = None
    if relation in SUBJECTS or relation == "conj":
        pass
    elif head == top or any(child.dep_ == "cop" for child in top.children):
        found = subject_of(top)
    elif head.pos_ in NOUNS and (relation == "appos" or head.i < top.i):
        found = (about(head) or head) if head.lower_ in number_words().moves else head
    elif head.pos_ in ("ADJ", "ADV"):
        found = head.head if head.dep_ == "amod" and head.head.pos_ in NOUNS else subject_of(head)
    elif head.pos_ in ("VERB", "AUX"):
        found = _by_verb(top, head)
    return found


def _by_verb(top: Token, verb: Token) -> Token | None:
    subject = subject_of(verb)
    given = next((child for child in verb.children if child.dep_ == "obj" and child != top), None)
    if verb.lower_ in words_near("amounts", "copular") and subject is not None:
        return subject
    if given is not None and given.pos_ in NOUNS and top.dep_ != "obj":
        return given
    if top.dep_ == "obj" and verb.lower_ not in number_words().moves:
        priced = (child for child in verb.children if child.dep_ == "obl" and child.i > top.i and child.pos_ in NOUNS)
        return next((child for child in priced if case_of(child) == "for"), None)
    return subject


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a predicate, through relative clauses, coordination and control."""
    for _ in range(HIGHEST):
        subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if subject is not None and subject.lower_ not in RELATIVES:
            return subject
        if subject is not None and not verb.dep_.startswith("acl"):
            before = subject.nbor(-1) if subject.i else subject
            return before if before.pos_ in NOUNS else None
        if verb.dep_.startswith("acl"):
            return verb.head
        if verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp", "parataxis") or verb.head == verb:
            return None
        verb = verb.head
    return None
