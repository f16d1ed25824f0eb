"""The attributions of an article: those that the model marks, and those that the parse shows where it marks none."""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.annotate.discourse import noun_phrase
from rashomon.annotate.document import Document
from rashomon.annotate.quotations import at_home
from rashomon.languages.stances import reporting_words, stances
from rashomon.model.language import Attribution
from rashomon.records.findings import Stance

TELLING: frozenset[Stance] = frozenset({"assert", "confirm", "deny", "estimate", "predict", "warn", "accuse"})
"""Stances of verbs that with a subject and a clause say that somebody says something."""
CLAUSES, SUBJECTS = frozenset({"ccomp", "parataxis"}), frozenset({"nsubj", "nsubj:pass", "expl", "csubj"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
ACCORDING = "according"
NEITHER, NOR = "neither", "nor"
BEFORE = frozenset({"aux", "advmod", "cc:preconj"})
"""How what belongs to a cue hangs on the verb behind it: "has neither confirmed", "did not say"."""


def attributions(document: Document) -> list[Attribution]:
    """Return the attributions in the order of their cues.

    A verb of telling with a subject and an object clause, in nobody's quotation, is one even if the model links no cue
    there: often it stands inside what somebody else tells, or closes the first sentence of a report.
    """
    marked = [_with_negation(one) for one in at_home(document, document.doc._.attributions)]
    cues = {token.i for attribution in marked for token in attribution.cue}
    parsed = [
        attribution
        for token in document.doc
        if not document.quoted[token.i]
        for attribution in _shown(document, token)
        if not cues & {word.i for word in attribution.cue}
    ]
    return sorted([*marked, *parsed], key=lambda attribution: attribution.cue.start)


def _shown(document: Document, token: Token) -> Iterator[Attribution]:
    """Yield the attributions that the parse shows at a word."""
    if token.lower_ == ACCORDING:
        yield from _according(document, token)
    elif token.pos_ == "VERB":
        yield from _parsed(token)
        yield from _closing(document, token)


def _according(document: Document, word: Token) -> Iterator[Attribution]:
    """Yield the attribution behind what is told: "two bridges fell, according to the ministry"."""
    doc, source = word.doc, word.head
    verb = source.head
    if word.i + 1 >= len(doc) or doc[word.i + 1].lower_ != "to" or source.i < word.i or verb.pos_ != "VERB":
        return
    comma = word.i - 1
    if verb.i >= comma or doc[comma].text != "," or document.quoted[verb.i] or source.i == verb.i:
        return
    start, end = noun_phrase(source)
    first = next(token.i for token in doc[verb.left_edge.i : comma] if not token.is_punct)
    contents = (doc[first:comma],)
    yield Attribution(source=doc[max(start, word.i + 2) : end], cue=doc[word.i : word.i + 2], contents=contents)


def _parsed(verb: Token) -> Iterator[Attribution]:
    """Yield the attribution of a verb of telling, and that of whoever quotes it."""
    for subject, clause in _parts(verb):
        yield _attribution(verb, subject, clause.left_edge.i, clause.right_edge.i + 1)
        teller = next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
        if subject.head.i == verb.head.i and verb.i != verb.head.i and teller is not None:
            yield _attribution(verb.head, teller, subject.left_edge.i, clause.right_edge.i + 1)


def _closing(document: Document, verb: Token) -> Iterator[Attribution]:
    """Yield the attribution behind what is said: "Two bridges fell, the ministry said on Monday"."""
    if stances().get(verb.lemma_.lower()) not in TELLING or verb.lemma_.lower() in reporting_words("showing"):
        return
    subject = next((one for one in verb.children if one.dep_ == "nsubj" and one.i < verb.i), None)
    if subject is None:
        return
    comma = subject.left_edge.i - 1
    clause = next((one for one in verb.children if one.dep_ in CLAUSES and one.i < comma), None)
    if clause is None or verb.doc[comma].text != "," or document.quoted[clause.i]:
        return
    if clause.tag_ in FINITE or any(
        child.dep_ in SUBJECTS or child.dep_.startswith("aux") for child in clause.children
    ):
        yield _attribution(verb, subject, clause.left_edge.i, comma)


def _parts(verb: Token) -> Iterator[tuple[Token, Token]]:
    """Yield the subject and the clause of a verb of telling: "X said that ...", "quoted X as saying that ...".

    What somebody neither confirms nor denies need be no clause.
    """
    lemma, last = verb.lemma_.lower(), _last_of_neither(verb)
    if stances().get(lemma) not in TELLING or (lemma in reporting_words("showing") and last is verb):
        return
    subject = _quoted_as(verb) or next((one for one in verb.children if one.dep_ == "nsubj" and one.i < verb.i), None)
    after = [child for one in (verb, last) for child in one.children if child.i > one.i]
    clause = next((child for child in after if child.dep_ == "ccomp"), None)
    if clause is None and last is not verb:
        clause = next((child for child in after if child.dep_ == "obj"), None)
    if subject is None or clause is None:
        return
    if last is not verb or any(child.lower_ == "that" for child in clause.children):
        yield subject, clause


def _last_of_neither(verb: Token) -> Token:
    """Return the verb that "nor" adds to one behind "neither", else the verb itself."""
    if not any(child.lower_ == NEITHER for child in verb.children):
        return verb
    added = (child for child in verb.children if child.dep_ == "conj" and child.i > verb.i)
    return next((child for child in added if any(one.lower_ == NOR for one in child.children)), verb)


def _quoted_as(verb: Token) -> Token | None:
    """Return who is quoted as saying something."""
    quotes = verb.tag_ == "VBG" and verb.head.lemma_.lower() in reporting_words("quoting")
    if not quotes or not any(child.lower_ == "as" for child in verb.children):
        return None
    return next((child for child in verb.head.children if child.dep_ in {"obj", "nsubj:pass"}), None)


def _attribution(verb: Token, subject: Token, first: int, after: int) -> Attribution:
    doc = verb.doc
    start, end = noun_phrase(subject)
    cue = doc[_first_of_cue(verb) : _last_of_neither(verb).i + 1]
    return Attribution(source=doc[start:end], cue=cue, contents=(doc[first:after],))


def _first_of_cue(verb: Token) -> int:
    """Return where a cue begins: with the auxiliaries and the negation right before the verb."""
    start: int = verb.i
    while start > 0 and verb.doc[start - 1].head == verb and verb.doc[start - 1].dep_ in BEFORE:
        start -= 1
    return start


def _with_negation(attribution: Attribution) -> Attribution:
    """Return an attribution whose cue holds the "neither" right before it."""
    cue = attribution.cue
    before = cue.doc[cue.start - 1] if cue.start else None
    if before is None or before.lower_ != NEITHER or not cue.start <= before.head.i < cue.end:
        return attribution
    return Attribution(attribution.source, cue.doc[before.i : cue.end], attribution.contents)
