"""Numbers that are no quantities: dates, names, codes, list markers, the pronoun "one"."""

from bisect import bisect_right

from spacy.tokens import Doc, Span, Token

from rashomon.annotate.quantities.amount import YEARS, Amount
from rashomon.annotate.quantities.counted import top_of
from rashomon.annotate.quantities.numbers import HYPHENS, Lexemes
from rashomon.annotate.quantities.phrases import NOUNS
from rashomon.languages.calendar import months
from rashomon.languages.event_words import is_measure
from rashomon.languages.number_words import number_words, words_near

DATES = frozenset(("DATE", "TIME"))
DAYS = 31
YEAR = 4
"""Digits of a year."""
NEAR = 4
"""Lexemes behind a house number in which the word for street stands."""
CLAUSE = 20
"""Lexemes before a closing bracket in which the opening one stands."""
IDENTIFIER = 7
"""Digits without separators from which a number without a unit is an identifier."""
GROUPS = 3
"""Groups of digits in a row that make a telephone number."""
EXCHANGE, SUBSCRIBER = 3, 4
"""Digits of the halves of a telephone number."""
PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening"))
GLUE = frozenset("/^_@=\\*#&.:'’‘")
"""Signs that make a code of a number when they stand right before it."""
STOPS = frozenset('.;:"“!?')
"""Signs before a sentence, or what one is cut into."""
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
    if amount.unit is None and lexemes.hyphen(last) and lexemes.lower(last + 1) in words_near("words", "families"):
        return True
    if lexemes.kind(amount.number.first) != "digits" or amount.pair is not None:
        return hyphened and lexemes.kind(first - 2) == "word" and amount.unit is None
    if lexemes.glued(first) and (amount.unit is None or amount.unit.name != "inch") and _follows(first, lexemes):
        return True
    if hyphened and not amount.age and (amount.unit is None or amount.unit.name != "inch"):
        return lexemes.kind(first - 2) in ("word", "digits") and lexemes.lower(first - 2) not in ("sub", "minus")
    if not lexemes.glued(last) or amount.unit is not None:
        return False
    return lexemes.kind(last) == "word" or (lexemes.lower(last) in BEHIND and lexemes.glued(last + 1))


def _follows(first: int, lexemes: Lexemes) -> bool:
    """Tell whether a number goes on what stands right before it: letters, a sign, digits and a comma."""
    before = lexemes.lower(first - 1)
    if before == ",":
        return lexemes.glued(first - 1) and lexemes.kind(first - 2) == "digits"
    return lexemes.kind(first - 1) == "word" or before in GLUE


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
    before = lexemes.lower(first - 1)
    if before in words_near("words", "labels") and not (is_measure(before) and lexemes.hyphen(amount.number.last)):
        return counted is None or _title(lexemes, first - 1)
    if _is_numbered(amount, lexemes) or _names_a_model(amount, lexemes, tokens, counted):
        return True
    if any(lexemes.lower(amount.last + step) in words_near("words", "streets") for step in range(NEAR)):
        return _title(lexemes, amount.last)
    named = tokens[0].i > 0 and not tokens[0].is_sent_start and tokens[0].nbor(-1).pos_ == "PROPN"
    if not named or counted is None or counted.pos_ != "NOUN":
        return named
    name = tokens[0].nbor(-1)
    model = counted.tag_ == "NN" or (name.head == counted and name.dep_ == "compound")
    return model and amount.number.form == "digits" and not lexemes.hyphen(amount.last)


def _names_a_model(amount: Amount, lexemes: Lexemes, tokens: list[Token], counted: Token | None) -> bool:
    """Tell whether digits begin the name of one thing: "the 11 Pro Max", not "20 North Korean soldiers"."""
    if counted is None or counted.tag_ != "NNP":
        return False
    bare = lexemes.texts[amount.first].isdigit() and amount.last == amount.first + 1 and amount.number.value > 1
    behind = tokens[-1].nbor(1) if tokens[-1].i + 1 < len(tokens[-1].doc) else None
    return bare and behind is not None and behind.tag_ == "NNP" and _title(lexemes, amount.last)


def _is_numbered(amount: Amount, lexemes: Lexemes) -> bool:
    """Tell whether a number is one of a series or a telephone number: "no.5", "#2", "part 2 of 3", "911 calls"."""
    first, before = amount.first, lexemes.lower(amount.first - 1)
    one, calls = lexemes.lower(first - 2), words_near("words", "calls")
    if before == "." and lexemes.glued(first - 1):
        return one == "no"
    if before == "of" and lexemes.lower(first - 3) in words_near("words", "labels"):
        return lexemes.kind(first - 2) == "digits" or one in number_words().cardinals
    if lexemes.lower(amount.number.first) in words_near("words", "emergency"):
        return before in calls or lexemes.lower(amount.last) in calls
    return before == "#" and amount.number.form == "digits"


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
    start = lexemes.texts[amount.number.first]
    if start.isdigit() and len(start) > 1 and (start.startswith("0") or _runs_on(amount, lexemes)):
        return True
    written = lexemes.written(amount.first, amount.last)
    halves = written.split("-")
    if len(halves) == 2 and all(half.isdigit() for half in halves):
        return (len(halves[0]), len(halves[1])) == (EXCHANGE, SUBSCRIBER)
    return written.isdigit() and len(written) >= IDENTIFIER


def _runs_on(amount: Amount, lexemes: Lexemes) -> bool:
    """Tell whether digits are one group of a telephone number: "0207 946 0018"."""
    groups = 1
    for step in (-1, 1):
        place = amount.number.first + step
        while lexemes.kind(place) == "digits" and groups < GROUPS:
            groups, place = groups + 1, place + step
    return groups >= GROUPS


def _is_pronoun(amount: Amount, lexemes: Lexemes, counted: Token | None) -> bool:
    """Tell whether "one", or "the two", stands for a noun that is not there."""
    if amount.high is not None or amount.pair is not None or amount.number.form not in ("digits", "words"):
        return False
    if amount.number.form == "digits":
        return counted is None and _is_model(amount, lexemes)
    before, behind = lexemes.lower(amount.first - 1), lexemes.lower(amount.last)
    begins = (amount.first == 0 or before in STOPS) and behind == "," and amount.begin == amount.first
    word = lexemes.phrase(amount.number.first, amount.number.last)
    if word == "one":
        return begins or _is_only_one(amount, lexemes, counted)
    if counted is not None:
        return False
    articles = {lexemes.lower(amount.first - step) for step in (3, 4)}
    other = before == "or" and bool(articles & {"a", "an"}) and amount.begin == amount.first
    return begins or other or word == "zero" or (before in ("the", "these", "those") and behind != "of")


def _is_model(amount: Amount, lexemes: Lexemes) -> bool:
    """Tell whether digits name a thing: "the 757 and a smaller jet"."""
    bare = lexemes.texts[amount.first].isdigit() and amount.last == amount.first + 1 and amount.begin == amount.first
    closed = lexemes.lower(amount.last) in ("and", "or", "is", "was", "has", "had", "will", ",", ".", ")")
    return bare and closed and lexemes.lower(amount.first - 1) == "the" and amount.number.value > DAYS


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
    if sign == "]" and lexemes.lower(first - 1) == "[":
        return lexemes.glued(first) and lexemes.glued(amount.last) and lexemes.kind(first) == "digits"
    if sign not in (".", ")", ":") or not lexemes.glued(amount.last):
        return False
    if sign == ")":
        inside = lexemes.lower(first - 1) != "(" and "(" in lexemes.lowers[max(first - CLAUSE, 0) : first]
        return amount.number.value < DAYS and not inside
    return first == 0 or "\n" in lexemes.text[lexemes.ends[first - 1] : lexemes.starts[first]]
