"""Quotations go to whoever is told to speak in their own paragraph, where the model gives them to a cue in another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.annotate.discourse import noun_phrase
from rashomon.annotate.document import Document
from rashomon.languages.stances import stances
from rashomon.model.language import Attribution


def at_home(document: Document, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with every quotation given to a cue of its own paragraph, where that has one.

    It is the last cue before the quotation, else the first behind it; a reporting verb with a subject is one even if
    the model marks none there. A paragraph that ends with a colon brings in the next one.
    """
    tellers = _tellers(document, attributions)
    moved: dict[int, list[Tokens]] = defaultdict(list)
    kept: list[Attribution] = []
    for attribution in attributions:
        own = []
        for content in attribution.contents:
            cues = (
                tellers.get(document.paragraph[content.start], ()) if _is_away(document, attribution, content) else ()
            )
            if cues:
                moved[max((cue for cue in cues if cue < content.start), default=cues[0])].append(content)
            else:
                own.append(content)
        kept.append(Attribution(attribution.source, attribution.cue, tuple(own)))
    found = [
        Attribution(one.source, one.cue, _in_order((*one.contents, *moved.pop(one.cue.root.i, ())))) for one in kept
    ]
    found += [_by_verb(document.doc[verb], contents) for verb, contents in moved.items()]
    return [attribution for attribution in found if attribution.contents]


def _is_away(document: Document, attribution: Attribution, content: Tokens) -> bool:
    """Tell whether a quotation stands in another paragraph than its cue, and is not brought in by a colon."""
    at, number = document.paragraph[attribution.cue.start], document.paragraph[content.start]
    if at == number or not document.quoted[content.start]:
        return False
    before = content.start - 1
    while before > 0 and document.doc[before].is_space:
        before -= 1
    colon: bool = document.doc[before].text == ":" and document.paragraph[before] == at
    return not colon


def _tellers(document: Document, attributions: Sequence[Attribution]) -> dict[int, list[int]]:
    """Return by paragraph the cues in it (their head words) and the reporting verbs with a subject, in text order."""
    found: dict[int, list[int]] = defaultdict(list)
    cues = {attribution.cue.root.i for attribution in attributions}
    inside = {token.i for attribution in attributions for token in attribution.cue}
    for place in sorted(cues | (set(_reporting_verbs(document)) - inside)):
        found[document.paragraph[place]].append(place)
    return found


def _reporting_verbs(document: Document) -> Iterator[int]:
    """Yield the verbs outside of quotations that with their subject tell that somebody speaks."""
    for token in document.doc:
        if token.pos_ == "VERB" and not document.quoted[token.i] and token.lemma_.lower() in stances():
            subject = _subject(token)
            if subject is not None and not document.quoted[subject.i]:
                yield token.i


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ == "nsubj"), None)


def _by_verb(verb: Token, contents: Sequence[Tokens]) -> Attribution:
    subject = _subject(verb)
    source = None if subject is None else verb.doc[slice(*noun_phrase(subject))]
    return Attribution(source, verb.doc[verb.i : verb.i + 1], _in_order(contents))


def _in_order(contents: Sequence[Tokens]) -> tuple[Tokens, ...]:
    return tuple(sorted(contents, key=lambda content: content.start))
