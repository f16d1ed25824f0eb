"""How votes ended, by the act of voting that each result belongs to."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from spacy.tokens import Token

from rashomon.annotate.document import Document
from rashomon.languages.event_words import is_voting, verb_of
from rashomon.records import Vote
from rashomon.records.quantities import Quantity

UNANIMOUS = frozenset({"unanimous", "unanimously"})
MODIFIERS = frozenset({"advmod", "amod", "obl", "xcomp"})


def votes(read: Document, triggers: Iterable[Token], quantities: Sequence[Quantity]) -> dict[int, Vote]:
    """Return the result by the token of each act of voting that has one.

    A tally belongs to the act of its sentence that stands nearest before it, else to the first one behind it.
    """
    acts = [token for token in triggers if _is_act(token)]
    found: dict[int, Vote] = {}
    for token in acts:
        words = [child for child in token.children if child.lower_ in UNANIMOUS and child.dep_ in MODIFIERS]
        if words:
            span = read.span(words[0].i, words[0].i + 1)
            found[token.i] = Vote(for_=None, against=None, abstain=None, absent=None, unanimous=True, span=span)
    by_sentence: dict[int, list[Token]] = {}
    for token in acts:
        by_sentence.setdefault(token.sent.start, []).append(token)
    for tally in quantities:
        token = None if tally.vote is None else _nearest(read, tally, by_sentence)
        if token is not None and tally.vote is not None:
            told = found.get(token.i)
            found[token.i] = msgspec.structs.replace(tally.vote, unanimous=None if told is None else told.unanimous)
    return found


def _is_act(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return is_voting(lemma if token.pos_ == "VERB" else verb_of(lemma))


def _nearest(read: Document, tally: Quantity, acts: Mapping[int, Sequence[Token]]) -> Token | None:
    tokens = read.doc.char_span(tally.span.start, tally.span.end, alignment_mode="expand")
    if tokens is None:
        return None
    near = acts.get(tokens.root.sent.start, ())
    before = [token for token in near if token.i < tokens.start]
    return before[-1] if before else next(iter(near), None)
