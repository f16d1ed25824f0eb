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
    parsed = (
        _attribution(token, *parts)
        for token in document.doc
        if token.pos_ == "VERB" and token.i not in cues and not document.quoted[token.i]
        for parts in _parts(token)
    )
    return sorted([*marked, *parsed], key=lambda attribution: attribution.cue.start)


def _parts(verb: Token) -> Iterator[tuple[Token, Token]]:
    """Yield the subject and the clause of a verb of telling."""
    lemma = verb.lemma_.lower()
    if stances().get(lemma) not in TELLING or lemma in reporting_words("showing"):
        return
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
    if subject is not None and clause is not None and any(child.lower_ == "that" for child in clause.children):
        yield subject, clause


def _attribution(verb: Token, subject: Token, clause: Token) -> Attribution:
    doc = verb.doc
    start, end = noun_phrase(subject)
    return Attribution(
        source=doc[start:end],
        cue=doc[verb.i : verb.i + 1],
        contents=(doc[clause.left_edge.i : clause.right_edge.i + 1],),
    )
