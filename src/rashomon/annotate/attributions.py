"""The attributions of an article: those that the model marks, and those that the parse shows where it marks none."""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.annotate.discourse import noun_phrase
from rashomon.annotate.document import Document
from rashomon.languages.stances import reporting_words, stances
from rashomon.model.language import Attribution
from rashomon.records.findings import Stance

TELLING: frozenset[Stance] = frozenset({"assert", "confirm", "deny", "estimate", "predict", "warn", "accuse"})
"""Stances of verbs that with a subject and a clause say that somebody says something."""


def attributions(document: Document) -> list[Attribution]:
    """Return the attributions in the order of their cues.

    A verb of telling with a subject and an object clause, in nobody's quotation, is one even if the model links no cue
    there: often it stands inside what somebody else tells.
    """
    marked: list[Attribution] = document.doc._.attributions
    cues = {token.i for attribution in marked for token in attribution.cue}
    parsed = [
        attribution
        for token in document.doc
        if token.pos_ == "VERB" and not document.quoted[token.i]
        for attribution in _parsed(token)
        if not cues & {word.i for word in attribution.cue}
    ]
    return sorted([*marked, *parsed], key=lambda attribution: attribution.cue.start)


def _parsed(verb: Token) -> Iterator[Attribution]:
    """Yield the attribution of a verb of telling, and that of whoever quotes it."""
    for subject, clause in _parts(verb):
        yield _attribution(verb, subject, clause.left_edge.i, clause.right_edge.i + 1)
        teller = next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
        if subject.head.i == verb.head.i and verb.i != verb.head.i and teller is not None:
            yield _attribution(verb.head, teller, subject.left_edge.i, clause.right_edge.i + 1)


def _parts(verb: Token) -> Iterator[tuple[Token, Token]]:
    """Yield the subject and the clause of a verb of telling: "X said that ...", "quoted X as saying that ..."."""
    lemma = verb.lemma_.lower()
    if stances().get(lemma) not in TELLING or lemma in reporting_words("showing"):
        return
    subject = _quoted_as(verb) or next((one for one in verb.children if one.dep_ == "nsubj" and one.i < verb.i), None)
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
    if subject is not None and clause is not None and any(child.lower_ == "that" for child in clause.children):
        yield subject, clause


def _quoted_as(verb: Token) -> Token | None:
    """Return who is quoted as saying something."""
    quotes = verb.tag_ == "VBG" and verb.head.lemma_.lower() in reporting_words("quoting")
    if not quotes or not any(child.lower_ == "as" for child in verb.children):
        return None
    return next((child for child in verb.head.children if child.dep_ in {"obj", "nsubj:pass"}), None)


def _attribution(verb: Token, subject: Token, first: int, after: int) -> Attribution:
    doc = verb.doc
    start, end = noun_phrase(subject)
    return Attribution(source=doc[start:end], cue=doc[verb.i : verb.i + 1], contents=(doc[first:after],))
