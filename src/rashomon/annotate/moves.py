"""Up and down: whether the thing that a number measures moved by it or to it."""

from spacy.tokens import Token

from rashomon.annotate.amount import Amount
from rashomon.annotate.counted import top_of
from rashomon.annotate.numbers import Lexemes
from rashomon.annotate.phrases import case_of
from rashomon.languages.number_words import number_words, words_near
from rashomon.records.quantities import Change

WAYS: dict[str, Change] = {"up": "up", "down": "down", "higher": "up", "lower": "down"}
VERBAL = frozenset(
    (
        "obl",
        "obj",
        "obl:unmarked",
        "obl:npmod",
        "advmod",
        "xcomp",
        "obl:tmod",
        "iobj",
        "advcl",
        "ccomp",
        "dep",
        "nsubj:pass",
    )
)
NOMINAL = frozenset(("nmod", "compound", "nummod", "amod", "nmod:unmarked", "nmod:desc", "appos", "obl"))
CASES = frozenset(
    ("", "by", "to", "from", "of", "at", "up", "down", "than", "about", "around", "over", "under", "near")
)
LINKS = frozenset(
    ("by", "to", "another", "a", "further", "from", "an", "additional", "as", "much", "the", "sharply", "slightly")
)
NEAR = 12
"""Tokens before an amount in which that verb stands."""
STEPS = 3


def change_of(amount: Amount, lexemes: Lexemes, tokens: list[Token]) -> Change | None:
    """Return ``up`` or ``down`` where a word of movement governs the amount or stands right beside it."""
    before, behind = lexemes.lower(amount.begin - 1), lexemes.lower(amount.end)
    measured = amount.unit is not None
    if before in ("up", "down") and amount.bound != "<=" and not _is_particle(amount.begin - 1, lexemes, tokens):
        return WAYS[before]
    if before in ("by", "another") and lexemes.lower(amount.begin - 2) in ("up", "down"):
        return WAYS[lexemes.lower(amount.begin - 2)]
    if measured and behind in WAYS and lexemes.lower(amount.end + 1) != "than":
        return WAYS[behind]
    if amount.unit is not None and amount.unit.kind == "percentage" and lexemes.kind(amount.first) == "sign":
        return "up" if lexemes.lower(amount.first) == "+" else "down"
    return _right_behind(amount, lexemes, tokens) or _governed(amount, lexemes, top_of(tokens))


def _is_particle(place: int, lexemes: Lexemes, tokens: list[Token]) -> bool:
    """Tell whether "up" or "down" belongs to a verb that does not move: "picked up 63 seats"."""
    verb = _token_of(place - 1, lexemes, tokens)
    return verb is not None and verb.pos_ == "VERB" and verb.lower_ not in number_words().moves


def _token_of(place: int, lexemes: Lexemes, tokens: list[Token]) -> Token | None:
    """Return the token of a lexeme not far before an amount."""
    if place < 0:
        return None
    first = tokens[0]
    near = first.doc[max(first.i - NEAR, 0) : first.i]
    return next((token for token in reversed(near) if token.idx <= lexemes.starts[place]), None)


def _right_behind(amount: Amount, lexemes: Lexemes, tokens: list[Token]) -> Change | None:
    """Read the verb that the amount follows: "fell 5 %", "fell by another 5 %"."""
    place = amount.begin - 1
    while lexemes.lower(place) in LINKS:
        place -= 1
    word = lexemes.lower(place)
    if word not in number_words().moves or (word in words_near("moves", "taken") and not _level(amount, lexemes)):
        return None
    verb = _token_of(place, lexemes, tokens)
    return WAYS[number_words().moves[word]] if verb is not None and verb.pos_ in ("VERB", "AUX") else None


def _governed(amount: Amount, lexemes: Lexemes, top: Token) -> Change | None:
    moves, taken = number_words().moves, words_near("moves", "taken")
    for _ in range(STEPS):
        head, relation, word = top.head, top.dep_, top.head.lower_
        if head == top or case_of(top) not in CASES:
            return None
        if word in moves and (relation in VERBAL if head.pos_ in ("VERB", "AUX") else relation in NOMINAL):
            if relation == "obj" and word in taken and not _level(amount, lexemes):
                return None
            return WAYS[moves[word]]
        within = amount.unit is not None and relation in ("compound", "nummod", "nmod", "appos")
        if relation != "conj" and not (within and head.tag_ in ("CD", "$", "NN", "NNS")):
            return None
        top = head
    return None


def _level(amount: Amount, lexemes: Lexemes) -> bool:
    """Tell whether an amount that is lost or gained says how far a level moved: percents, points, not dollars."""
    if amount.unit is not None:
        return amount.unit.kind in ("percentage", "measure")
    return lexemes.lower(amount.last) in ("point", "points")
