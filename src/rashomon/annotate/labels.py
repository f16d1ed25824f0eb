"""Numbers that are no quantities: dates, names, codes, list markers, the pronoun "one"."""

from bisect import bisect_right

from spacy.tokens import Doc, Span, Token

from rashomon.annotate.amount import YEARS, Amount
from rashomon.annotate.counted import top_of
from rashomon.annotate.numbers import HYPHENS, Lexemes
from rashomon.annotate.phrases import NOUNS
from rashomon.languages.calendar import months
from rashomon.languages.number_words import words_near

DATES = frozenset(("DATE", "TIME"))
DAYS = 31
YEAR = 4
"""Digits of a year."""
NEAR = 4
"""Lexemes behind a house number in which the word for street stands."""
IDENTIFIER = 7
"""Digits without separators from which a number without a unit is an identifier."""
EXCHANGE, SUBSCRIBER = 3, 4
"""Digits of the halves of a telephone number."""
PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening"))
GLUE = frozenset("/^_@=\\*#&.:'’‘")
"""Signs that make a code of a number when they stand right before it."""
BEHIND = GLUE - frozenset(".'’‘")
"""Signs that do so right behind it, with more behind them."""


class Marked:
    """The spans of the model's marks that numbers may lie in, found by place."""

    def __init__(self, doc: Doc) -> None:
        self.times = _Spans([span for span in doc.spans.get("times", ()) if span.label_ in DATES])
        self.entities = _Spans(list(doc.ents))


class _Spans:
    def __init__(self, spans: list[Span]) -> None:
        self.spans = sorted(spans, key=lambda span: (span.start, span.end))
        self.starts = [span.start for span in self.spans]

    def around(self, token: int) -> Span | None:
        """Return the last span that begins at or before a token and holds it."""
        place = bisect_right(self.starts, token) - 1
        return self.spans[place] if place >= 0 and token < self.spans[place].end else None


def is_label(amount: Amount, lexemes: Lexemes, tokens: list[Token], marked: Marked) -> bool:
    """Tell whether the number of ``amount``, which ``tokens`` cover, counts and measures nothing."""
    number = next((token for token in tokens if token.pos_ == "NUM"), tokens[0])
    if _is_code(amount, lexemes) or (amount.unit is None and marked.times.around(number.i) is not None):
        return True
    if amount.number.form == "ordinal":
        return _orders_nothing(number, marked)
    if amount.unit is not None:
        return _is_year(amount, lexemes) and (amount.unit.kind == "duration" or _title(lexemes, amount.last - 1))
    if amount.whole_of is not None:
        return False
    counted = _counted(tokens)
    return (
        (amount.begin == amount.first and _is_name(amount, lexemes, tokens, marked, counted))
        or _is_date(amount, lexemes, counted)
        or _is_identifier(amount, lexemes, counted)
        or _is_pronoun(amount, lexemes, counted)
        or _is_marker(amount, lexemes)
    )


def _counted(tokens: list[Token]) -> Token | None:
    """Return the noun to the right that the number counts by the parse."""
    top = top_of(tokens)
    counts = top.head.i > tokens[-1].i and top.dep_ in ("nummod", "compound", "det", "amod")
    return top.head if counts and top.head.pos_ in NOUNS else None


def _is_code(amount: Amount, lexemes: Lexemes) -> bool:
    """Tell whether a number is glued to letters, signs or other numbers: "F-16", "9/11", "3D"."""
    first, last = amount.first, amount.last
    hyphened = lexemes.hyphen(first - 1)
    if lexemes.kind(amount.number.first) != "digits" or amount.pair is not None:
        return hyphened and lexemes.kind(first - 2) == "word" and amount.unit is None
    before = lexemes.lower(first - 1)
    if lexemes.glued(first) and (lexemes.kind(first - 1) == "word" or before in GLUE):
        return True
    if lexemes.glued(first) and lexemes.glued(first - 1) and before == ",":
        return lexemes.kind(first - 2) == "digits"
    if hyphened and not amount.age:
        return lexemes.kind(first - 2) in ("word", "digits") and lexemes.lower(first - 2) not in ("sub", "minus")
    if not lexemes.glued(last) or amount.unit is not None:
        return False
    return lexemes.kind(last) == "word" or (lexemes.lower(last) in BEHIND and lexemes.glued(last + 1))


def _orders_nothing(number: Token, marked: Marked) -> bool:
    """Tell whether an ordinal orders nothing that is named: "first, he said", "at first", "Henry the eighth"."""
    noun = number.head
    orders = noun.i > number.i and noun.pos_ in NOUNS and number.dep_ in ("amod", "nummod", "compound")
    return not orders or (marked.entities.around(number.i) is not None and noun.i < number.i)


def _is_name(amount: Amount, lexemes: Lexemes, tokens: list[Token], marked: Marked, counted: Token | None) -> bool:
    """Tell whether a number is part of a name or a label: "Article 51", "Boeing 747", "Formula One", "9 Elm Street"."""
    first = amount.first
    entity = marked.entities.around(tokens[0].i)
    if entity is not None and len(entity) > len(tokens):
        capital = amount.number.form == "words" and not lexemes.texts[first].islower()
        if entity.start < tokens[0].i or capital:
            return True
    if lexemes.lower(first - 1) in words_near("words", "labels"):
        return counted is None or _title(lexemes, first - 1)
    if lexemes.lower(first - 1) == "." and lexemes.glued(first - 1) and lexemes.lower(first - 2) == "no":
        return True
    if any(lexemes.lower(amount.last + step) in words_near("words", "streets") for step in range(NEAR)):
        return _title(lexemes, amount.last)
    named = tokens[0].i > 0 and not tokens[0].is_sent_start and tokens[0].nbor(-1).pos_ == "PROPN"
    return named and not (counted is not None and counted.pos_ == "NOUN")


def _title(lexemes: Lexemes, place: int) -> bool:
    return 0 <= place < len(lexemes) and lexemes.texts[place][:1].isupper()


def _is_date(amount: Amount, lexemes: Lexemes, counted: Token | None) -> bool:
    """Tell whether a number is a clock time, a day beside its month, or a year."""
    before, behind = lexemes.lower(amount.first - 1), lexemes.lower(amount.last)
    day = lexemes.phrase(amount.last, amount.last + 2) == "in the" and lexemes.lower(amount.last + 2) in PARTS_OF_DAY
    if behind in words_near("words", "clock") or day:
        return True
    if amount.number.form == "digits" and amount.number.value <= DAYS:
        places = (amount.first - 1 - (before == "."), amount.last)
        if any(lexemes.lower(place).rstrip(".") in months() and _title(lexemes, place) for place in places):
            return True
    if _is_year(amount, lexemes):
        things = counted is not None and counted.tag_ == "NNS" and counted.text.islower()
        free = amount.begin < amount.first or before not in words_near("words", "before_years")
        return not (things and free)
    if counted is not None or amount.high is None:
        return False
    return YEARS[0] <= amount.number.value and amount.high <= YEARS[-1] and amount.unit is None


def _is_year(amount: Amount, lexemes: Lexemes) -> bool:
    written = lexemes.written(amount.number.first, amount.number.last)
    if lexemes.lower(amount.first - 1) == "of" and lexemes.lower(amount.first - 2) in words_near("words", "extents"):
        return False
    return amount.high is None and len(written) == YEAR and written.isdigit() and int(written) in YEARS


def _is_identifier(amount: Amount, lexemes: Lexemes, counted: Token | None) -> bool:
    """Tell whether digits that count nothing are a number by which something is found: a telephone, an account."""
    if counted is not None or amount.begin < amount.first:
        return False
    written = lexemes.written(amount.first, amount.last)
    halves = written.split("-")
    if len(halves) == 2 and all(half.isdigit() for half in halves):
        return (len(halves[0]), len(halves[1])) == (EXCHANGE, SUBSCRIBER)
    return written.isdigit() and len(written) >= IDENTIFIER


def _is_pronoun(amount: Amount, lexemes: Lexemes, counted: Token | None) -> bool:
    """Tell whether "one", or "the two", stands for a noun that is not there."""
    if amount.number.form != "words" or amount.high is not None or amount.pair is not None:
        return False
    before, behind = lexemes.lower(amount.first - 1), lexemes.lower(amount.last)
    word = lexemes.phrase(amount.number.first, amount.number.last)
    if word == "one":
        return _is_only_one(amount, lexemes, counted)
    if word == "zero":
        return counted is None
    return counted is None and before in ("the", "these", "those") and behind != "of"


def _is_only_one(amount: Amount, lexemes: Lexemes, counted: Token | None) -> bool:
    before, behind = lexemes.lower(amount.first - 1), lexemes.lower(amount.last)
    after = lexemes.lower(amount.last + 1)
    if behind == "of" and (after in words_near("words", "owners") or after.endswith(("'s", "’s"))):
        return before == "no"
    if before in words_near("words", "one_pronouns"):
        return counted is None or before not in ("the", "only")
    idiom = behind if behind not in HYPHENS else after
    if lexemes.kind(amount.last) == "digits" or idiom in words_near("words", "one_idioms"):
        return True
    return counted is None and amount.begin == amount.first and behind not in HYPHENS


def _is_marker(amount: Amount, lexemes: Lexemes) -> bool:
    """Tell whether a number stands at the head of an item: "1. ", "2) ", "(3) "."""
    first, sign = amount.first, lexemes.lower(amount.last)
    if sign not in (".", ")", ":") or not lexemes.glued(amount.last):
        return False
    if sign == ")":
        return amount.number.value < DAYS and lexemes.kind(first - 1) != "word"
    return first == 0 or "\n" in lexemes.text[lexemes.ends[first - 1] : lexemes.starts[first]]
