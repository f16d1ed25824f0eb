"""Ages that are told without a unit: "aged 30", "at the age of 30", "she was 30", "Ada Bell, 30,"."""

from spacy.tokens import Token

from rashomon.annotate.amount import Amount
from rashomon.annotate.labels import Marked
from rashomon.annotate.numbers import Lexemes
from rashomon.languages.number_words import words_near

OLDEST = 120
PERSONS = frozenset(("he", "she", "who", "i"))
ENDS = frozenset((",", ".", ";", ""))


def is_age(amount: Amount, lexemes: Lexemes, tokens: list[Token], marked: Marked) -> bool:
    """Tell whether an amount without a unit, covered by ``tokens``, is the age of someone."""
    number = amount.number
    bare = amount.unit is None and amount.per is None and amount.pair is None and number.form in ("digits", "words")
    if not (bare and 0 < number.value <= OLDEST and float(number.value).is_integer()):
        return False
    return (
        _after_age(amount, lexemes)
        or _after_being(amount, lexemes, tokens, marked)
        or _between_commas(amount, lexemes, tokens, marked)
    )


def _after_age(amount: Amount, lexemes: Lexemes) -> bool:
    aged = words_near("words", "aged")
    before = lexemes.lower(amount.begin - 1)
    if before in ("of", "between"):
        return lexemes.lower(amount.begin - 2) in aged
    return before in aged and (before != "ages" or amount.high is not None)


def _after_being(amount: Amount, lexemes: Lexemes, tokens: list[Token], marked: Marked) -> bool:
    behind, being = lexemes.lower(amount.last), words_near("words", "being")
    if lexemes.kind(amount.last) == "word" and behind not in words_near("words", "after_age"):
        return False
    if lexemes.kind(amount.last) == "sign" and behind not in ENDS:
        return False
    place = amount.begin - 1
    while place >= 0 and lexemes.lower(place) in being:
        place -= 1
    steps = amount.begin - 1 - place
    return steps > 0 and (lexemes.lower(place) in PERSONS or _is_person(tokens[0].i - steps - 1, marked))


def _between_commas(amount: Amount, lexemes: Lexemes, tokens: list[Token], marked: Marked) -> bool:
    before, behind = lexemes.lower(amount.begin - 1), lexemes.lower(amount.last)
    enclosed = (before == "," and behind in ENDS) or (before == "(" and behind == ")")
    return enclosed and amount.number.form == "digits" and _is_person(tokens[0].i - 2, marked)


def _is_person(token: int, marked: Marked) -> bool:
    """Tell whether the name of a person ends at a token."""
    entity = marked.entities.around(token) if token >= 0 else None
    return entity is not None and entity.label_ == "person" and entity.end == token + 1
