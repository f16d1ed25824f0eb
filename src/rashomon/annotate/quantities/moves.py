"""Up and down: whether the thing that a number measures moved by it or to it."""

from spacy.tokens import Token

from rashomon.annotate.quantities.amount import Amount
from rashomon.annotate.quantities.counted import top_of
from rashomon.annotate.quantities.numbers import Lexemes
from rashomon.annotate.quantities.phrases import case_of
from rashomon.languages.number_words import number_words, words_near
from rashomon.languages.units import units
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
OFF = frozenset((",", "was", "were", "is", "are", "ended", "closed", "finished"))
"""Before "off" where prices fell: "closed at $5, off 10 cents"."""
PLACES = frozenset(("at", "of", "near", "around", "over", "under"))
"""Where something is done, not how far it moves: "lost control at 90 mph"."""
LINKS = frozenset(
    ("by", "to", "another", "a", "further", "from", "an", "additional", "as", "much", "the", "sharply", "slightly")
)
NEAR = 12
"""Tokens before an amount in which that verb stands."""
STEPS = 3


def change_of(amount: Amount, lexemes: Lexemes, tokens: list[Token]) -> Change | None:
    """Return ``up`` or ``down`` where a word of movement governs the amount or stands right beside it."""
    if lexemes.lower(amount.last) in words_near("words", "times") or lexemes.lower(amount.first) in ("twice", "thrice"):
        return None
    return (
        _right_before(amount, lexemes, tokens)
        or _after(amount, lexemes)
        or _right_behind(amount, lexemes, tokens)
        or _governed(amount, lexemes, top_of(tokens))
    )


def _right_before(amount: Amount, lexemes: Lexemes, tokens: list[Token]) -> Change | None:
    """Read "up 5 %", "up by 5 %", "up a record 5 %", ", off 10 cents"."""
    before, one, other = (lexemes.lower(amount.begin - step) for step in (1, 2, 3))
    if before in ("up", "down") and amount.bound != "<=" and not _is_particle(amount, lexemes, tokens):
        return WAYS[before]
    if one in ("a", "an") and other in ("up", "down"):
        return WAYS[other]
    if before == "off" and amount.unit is not None and one in OFF:
        return "down"
    return WAYS[one] if before in ("by", "another") and one in ("up", "down") else None


def _after(amount: Amount, lexemes: Lexemes) -> Change | None:
    """Read "5 % higher", and the sign of "+5 %"."""
    behind = lexemes.lower(amount.end)
    if amount.unit is not None and behind in WAYS and lexemes.lower(amount.end + 1) != "than":
        return WAYS[behind]
    if amount.unit is not None and amount.unit.kind == "percentage" and lexemes.kind(amount.first) == "sign":
        return "up" if lexemes.lower(amount.first) == "+" else "down"
    return None


def _is_particle(amount: Amount, lexemes: Lexemes, tokens: list[Token]) -> bool:
    """Tell whether "up" or "down" belongs to a verb that does not move: "picked up 63 seats"."""
    verb = _token_of(amount.begin - 2, lexemes, tokens)
    if verb is None or verb.lower_ in words_near("amounts", "copular"):
        return False
    if amount.unit is not None and amount.unit.kind in ("percentage", "money"):
        return verb.lower_ in words_near("moves", "particles")
    return verb.pos_ == "VERB" and verb.lower_ not in number_words().moves


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
    if amount.unit is not None and amount.unit.kind == "duration" and lexemes.lower(place) not in ("by", "to"):
        return None
    while lexemes.lower(place) in LINKS:
        place -= 1
    word = lexemes.lower(place)
    if word not in number_words().moves or (word in words_near("moves", "taken") and not _level(amount, lexemes)):
        return None
    verb = _token_of(place, lexemes, tokens)
    return WAYS[number_words().moves[word]] if verb is not None and verb.pos_ in ("VERB", "AUX") else None


def _governed(amount: Amount, lexemes: Lexemes, top: Token) -> Change | None:
    if amount.unit is not None and amount.unit.kind == "duration" and case_of(top) not in ("by", "to"):
        return None
    measures = amount.unit is not None or lexemes.lower(amount.last) in ("point", "points")
    moves = number_words().moves
    for _ in range(STEPS):
        head, relation, word = top.head, top.dep_, top.head.lower_
        if head == top or case_of(top) not in CASES:
            return None
        if word in moves and _moves(top, measures=measures):
            return None if _takes(top, level=_level(amount, lexemes)) else WAYS[moves[word]]
        within = amount.unit is not None and relation in ("compound", "nummod", "nmod", "appos")
        if relation != "conj" and not (within and head.tag_ in ("CD", "$", "NN", "NNS")):
            return None
        top = head
    return None


def _moves(top: Token, *, measures: bool) -> bool:
    """Tell whether the head of an amount, a word of movement, is one here: as a verb, or as a noun that is measured."""
    if top.head.pos_ in ("VERB", "AUX"):
        return top.dep_ in VERBAL
    return measures and top.dep_ in NOMINAL and top.head.lower_ not in words_near("moves", "verbs")


def _takes(top: Token, *, level: bool) -> bool:
    """Tell whether a verb takes or loses the amount itself, or moves something else: "lost control at 90 mph"."""
    if top.dep_ == "obj" and top.head.lower_ in words_near("moves", "taken") and not level:
        return True
    return case_of(top) in PLACES and any(child.dep_ == "obj" for child in top.head.children if child != top)


def _to_a_level(place: int, lexemes: Lexemes) -> bool:
    """Tell whether the level reached, or the share that it is, stands behind money: "gained 5 cents to $2"."""
    if lexemes.lower(place) == "to" and place + 1 < len(lexemes):
        return lexemes.texts[place + 1] in units().before or lexemes.kind(place + 1) == "digits"
    place += lexemes.lower(place) == ","
    return lexemes.lower(place) == "or" and any(
        lexemes.lower(place + step) in ("percent", "%", "pc", "cent") for step in (2, 3)
    )


def _level(amount: Amount, lexemes: Lexemes) -> bool:
    """Tell whether an amount that is lost or gained says how far a level moved: percents, points, not dollars."""
    if amount.unit is not None and amount.unit.kind == "money":
        return _to_a_level(amount.last, lexemes)
    if amount.unit is not None:
        return amount.unit.kind in ("percentage", "measure")
    return lexemes.lower(amount.last) in ("point", "points")
