"""Ages that are told without a unit: "aged 30", "at the age of 30", "she was 30", "Ada Bell, 30,"."""

from spacy.tokens import Token

from rashomon.annotate.quantities.amount import Amount
from rashomon.annotate.quantities.labels import Marked
from rashomon.annotate.quantities.numbers import Lexemes
from rashomon.languages.number_words import number_words, words_near

OLDEST = 120
YOUNGEST = 10
"""From here on a number between commas behind "the actor" is an age."""
PERSONS = frozenset(("he", "she", "who", "i", "you"))
DEATHS = frozenset(("dead", "died", "dies", "death"))
CONTRACTED = frozenset(("he's", "she's", "i'm", "you're", "who's"))
ENDS = frozenset((",", ".", ";", ""))


def is_age(amount: Amount, lexemes: Lexemes, tokens: list[Token], marked: Marked) -> bool:
    """Tell whether an amount without a unit, covered by ``tokens``, is the age of someone."""
    number = amount.number
    bare = amount.unit is None and amount.per is None and amount.pair is None and number.form in ("digits", "words")
    if not (bare and 0 < number.value <= OLDEST and float(number.value).is_integer()):
        return False
    return (
        _after_age(amount, lexemes)
        or _at_age(amount, lexemes)
        or _after_being(amount, lexemes, tokens, marked)
        or _between_commas(amount, lexemes, tokens, marked)
    )


def _after_age(amount: Amount, lexemes: Lexemes) -> bool:
    aged = words_near("words", "aged")
    before = lexemes.lower(amount.begin - 1)
    if "age" in lexemes.lowers[amount.begin : amount.first]:
        return True
    one = lexemes.lower(amount.begin - 2)
    if before in ("and", "or") and (one.isdigit() or one in number_words().cardinals):
        return lexemes.lower(amount.begin - 3) in aged
    if before in ("of", "between"):
        return lexemes.lower(amount.begin - 2) in aged
    joined = amount.high is not None or lexemes.lower(amount.last) in ("and", "or", ",")
    return before in aged and (before != "ages" or joined)


def _at_age(amount: Amount, lexemes: Lexemes) -> bool:
    """Read "at 31, he retired"."""
    at, behind = amount.begin - 1, lexemes.lower(amount.last)
    if lexemes.lower(at) == "at" and lexemes.lower(at - 1) in DEATHS:
        return True
    begins = lexemes.kind(at - 1) != "word" or lexemes.lower(at - 1) in ("that", "and", "but", "when", "who")
    return lexemes.lower(at) == "at" and behind == "," and begins and lexemes.lower(amount.last + 1) in PERSONS


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
    if not steps and lexemes.lower(place).replace("’", "'") in CONTRACTED:
        return amount.number.form == "digits"
    return steps > 0 and (lexemes.lower(place) in PERSONS or _is_person(tokens[0].i - steps - 1, marked))


def _between_commas(amount: Amount, lexemes: Lexemes, tokens: list[Token], marked: Marked) -> bool:
    before, behind = lexemes.lower(amount.begin - 1), lexemes.lower(amount.last)
    if before == behind == "," and amount.number.form == "digits" and amount.number.value >= YOUNGEST:
        noun = tokens[0].nbor(-2) if tokens[0].i > 1 else tokens[0]
        if noun.tag_ == "NN" and any(child.dep_ in ("det", "nmod:poss") for child in noun.children):
            return True
    enclosed = (before == "," and behind in ENDS) or (before == "(" and behind == ")")
    return enclosed and amount.number.form == "digits" and _is_person(tokens[0].i - 2, marked)


def _is_person(token: int, marked: Marked) -> bool:
    """Tell whether the name of a person ends at a token."""
    entity = marked.entities.around(token) if token >= 0 else None
    return entity is not None and entity.label_ == "person" and entity.end == token + 1
