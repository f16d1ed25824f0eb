"""Our quantities in the convention of NewsQuant (Almasian et al., EMNLP 2023). The record keeps ours.

How theirs differs, as far as their guidelines and data show:

* Counted nouns are units: "300 recorded songs" has the unit "song", with the adjectives and nouns that name the thing.
* Units have the names of Wikipedia ("kilometre per hour", "pound-mass", "metric ton"); currencies their English names.
* "millions" is the closed range from one to ten millions; "dozens" are twelve.
* "eight or nine" are two quantities.
* "118p" is in points; francs without a country are Swiss; "three times" has the unit "count".
* ``change`` is one field for bound and movement; the bound wins, and movement belongs to the amount moved by, not to
  the level reached ("fell 2 % to 50": 50 is plain) and not to the noun ("a 2 % drop" is plain).
* "from 5 to 8" is one range, also downwards.
* Ordinals, "twice" and numbers that stand for no one ("no soldiers") are not marked.
* Other multiples ("sixfold", "6.5 times") have the unit "count" too; what is averaged is approximate.
* A score is a range, a tally too.
* The concept of a counted thing is what is said about it; that of a measured thing is the thing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from babel import Locale
from spacy.tokens import Doc, Token

from rashomon.annotate.quantities.counted import top_of
from rashomon.annotate.quantities.phrases import SUBJECTS, lemma_of
from rashomon.annotate.quantities.predicates import noun_before, subject_of
from rashomon.languages.number_words import number_words, words_near
from rashomon.records.quantities import Quantity

Number = float | tuple[float, float]

NOT_MARKED = frozenset(("ordinal",))
DOUBLES = frozenset(("twice", "thrice"))
AVERAGES = frozenset(("averaged", "averaging", "averages", "average"))
VAGUE_FACTOR = 10
DOZEN = 12
MORE = frozenset(("more", "fewer", "less"))
CLAUSES = 3
LONGEST_PHRASE = 40
CURRENCIES = {
    "USD": "dollar",
    "GBP": "pound sterling",
    "EUR": "euro",
    "bitcoin": "bitcoin",
    "franc": "swiss franc",
    "ESP": "peseta",
}
UNITS = {
    "percent": "percentage",
    "pound": "pound-mass",
    "tonne": "metric ton",
    "pound-force-foot": "foot pound-force",
    "celsius": "celsius",
    "short-ton": "short ton",
    "beat-per-minute": "beat per minute",
    "permillion": "part per million",
}
SPELLINGS = (("meter", "metre"), ("liter", "litre"))
CHANGES = {"=": "=", "range": "=", "vague": "=", "~": "~", ">": ">", ">=": ">", "<": "<", "<=": "<"}
LEVELS = frozenset(("to", "at", "from", "of"))
NAMING = frozenset(("amod", "compound", "nummod", "flat"))
CONTENT = frozenset(("NOUN", "PROPN", "ADJ", "VERB", "NUM"))


@dataclass(frozen=True, slots=True)
class Marked:
    """A quantity in their convention, as the scorer compares it."""

    value: Number
    unit: str
    change: str
    concepts: frozenset[str]


def marked(doc: Doc, found: Sequence[Quantity]) -> list[Marked]:
    """Return the quantities of a sentence in their convention."""
    kept = [quantity for quantity in found if quantity.kind not in NOT_MARKED and _is_marked(quantity)]
    joined = set()
    result = []
    for one, other in pairwise([*kept, None]):
        if one is None or id(one) in joined:
            continue
        value = _value(one)
        if other is not None and _from_to(doc, one, other):
            value = (one.value.number or 0.0, other.value.number or 0.0)
            joined.add(id(other))
        if value is not None:
            change = one.change if id(other) in joined and one.change else _change(doc, one)
            values = value if isinstance(value, tuple) and " or " in one.value.text else (value,)
            concepts = frozenset(_concepts(doc, one))
            result += [Marked(number, _unit(doc, one), change, concepts) for number in values]
    return result


def _is_marked(quantity: Quantity) -> bool:
    return not DOUBLES & set(quantity.value.text.lower().split()) and not quantity.value.text.lower().startswith("no")


def _value(quantity: Quantity) -> Number | None:
    value = quantity.value
    if value.text.lower().startswith("dozens"):
        return float(DOZEN)
    if value.bound == "vague" and value.low is not None:
        return value.low / 2, value.low / 2 * VAGUE_FACTOR
    if value.bound == "range" and value.low is not None and value.high is not None:
        return value.low, value.high
    if value.number is None and quantity.kind in ("score", "vote", "other"):
        digits = [part for part in "".join(c if c.isdigit() else " " for c in value.text).split() if len(part) < 9]
        return (float(digits[0]), float(digits[1])) if len(digits) == 2 else None
    return value.number


def _from_to(doc: Doc, one: Quantity, other: Quantity) -> bool:
    """Tell whether two levels are told as one way: "from 5 to 8"."""
    if one.unit != other.unit or one.value.number is None or other.value.number is None:
        return False
    return _before(doc, one) == "from" and _before(doc, other) == "to"


def _before(doc: Doc, quantity: Quantity) -> str:
    """Return the word before a quantity; over what says when, the one before that: "from last year's $5"."""
    words = doc.text[: quantity.span.start].lower().split()
    while len(words) > 1 and words[-1] in words_near("words", "periods"):
        words.pop()
    return words[-1] if words else ""


def _names_a_move(doc: Doc, quantity: Quantity) -> bool:
    """Tell whether the amount stands in the noun phrase of a movement: "the 7 % share price increase"."""
    words = doc.text[quantity.span.end : quantity.span.end + LONGEST_PHRASE].lower().split()
    for word in words[:3]:
        if word.rstrip(".,;)") in number_words().moves:
            return True
        if not word.isalpha() or word in ("to", "in", "as", "and", "from", "of", "at", "on", "after"):
            return False
    return False


def _change(doc: Doc, quantity: Quantity) -> str:
    before, bound = _before(doc, quantity), CHANGES[quantity.value.bound]
    if bound != "=":
        return bound
    if quantity.change is not None and before not in LEVELS and not _names_a_move(doc, quantity):
        return quantity.change
    return "~" if before in AVERAGES else "="


def _unit(doc: Doc, quantity: Quantity) -> str:
    name = quantity.unit
    if quantity.kind == "multiple" or (
        quantity.kind == "count" and quantity.counted and quantity.counted.head == "time"
    ):
        return "count"
    if name == "penny" and quantity.value.text.endswith("p"):
        return "point"
    if quantity.kind == "age":
        return f"{name} of age"
    if name is not None and not name.startswith("per-"):
        base, _, per = name.partition("-per-") if quantity.kind in ("rate", "money") else (name, "", "")
        return _name(base) + (f" per {_name(per)}" if per else "")
    if quantity.kind in ("count", "rate") and quantity.counted is not None:
        return _noun(doc, quantity) + (f" per {_name(name[4:])}" if name else "")
    return "-"


def _name(unit: str) -> str:
    if unit in CURRENCIES:
        return CURRENCIES[unit]
    if unit in UNITS:
        return UNITS[unit]
    currencies = Locale.parse("en").currencies
    if unit in currencies:
        return str(currencies[unit]).lower()
    return british(unit).replace("-", " ")


def british(unit: str) -> str:
    """Return the British spelling of a unit's name."""
    for american, spelling in SPELLINGS:
        unit = unit.replace(american, spelling)
    return unit


def _tokens(doc: Doc, start: int, end: int) -> list[Token]:
    return [token for token in doc if token.idx >= start and token.idx + len(token) <= end]


def _is_tally(quantity: Quantity) -> bool:
    """Tell whether a number is the size of what is named before it: "the toll is 20", not "20 counts"."""
    counted = quantity.counted
    return (
        counted is not None
        and counted.head in words_near("words", "tallies")
        and counted.span.end <= quantity.span.start
    )


def _noun(doc: Doc, quantity: Quantity) -> str:
    """Return the counted noun in the singular with the words that name it."""
    counted = quantity.counted
    if counted is None or _is_tally(quantity):
        return "-"
    tokens = _tokens(doc, counted.span.start, counted.span.end)
    kept = [token for token in tokens if token.i == tokens[-1].i or not _narrows(token)]
    if tokens and tokens[-1].pos_ == "PRON":
        return "-"
    words = [*(token.lemma_ if token.tag_ in ("JJR", "JJS") else token.text for token in kept[:-1])]
    words += [_singular(token) for token in kept[-1:]]
    return " ".join(words).lower().replace(" - ", "-") or "-"


def _narrows(token: Token) -> bool:
    """Tell whether a word before the noun says something of it instead of naming it: "recorded songs", "more votes"."""
    said = token.tag_ in ("VBN", "VBG") or (token.pos_ == "ADV" and token.head.tag_ in ("VBN", "VBG", "JJ"))
    return said or token.text == "," or token.tag_ == "POS" or token.lower_ in MORE


def _singular(token: Token) -> str:
    if token.lower_.endswith("men") and token.lower_ not in ("specimen", "regimen", "women", "men"):
        return f"{token.lower_[:-3]}man"
    if token.lower_ == "people" or token.tag_ in ("NNP", "NN") or token.lower_.endswith("ese"):
        return str(token.lower_)
    return lemma_of(token)


def _concepts(doc: Doc, quantity: Quantity) -> Iterator[str]:
    """Yield the content words of what a number is about; "-" where nothing is said of it."""
    words = set()
    counted = quantity.counted
    if counted is not None:
        things = quantity.kind == "count" and not _is_tally(quantity)
        spans = [*counted.modifiers] if things else [counted.span, *counted.modifiers]
        if things:
            spans = [span for span in spans if span.end <= counted.span.start or span.start >= counted.span.end]
        words |= _context(doc, quantity)
        for span in spans:
            words |= _content(_tokens(doc, span.start, span.end))
    else:
        words |= _clause(doc, quantity)
    words -= _content(_tokens(doc, quantity.span.start, quantity.span.end))
    yield from words or {"-"}


def _content(tokens: list[Token]) -> set[str]:
    scales = number_words().scales
    kept = (token for token in tokens if token.pos_ in CONTENT and not token.is_stop)
    return {token.lower_ for token in kept if token.lower_ not in scales}


def _named_subject(verb: Token) -> Token | None:
    """Return the subject of a verb; for a pronoun, that of the clause above."""
    for _ in range(CLAUSES):
        subject = subject_of(verb) or noun_before(verb)
        if subject is not None and subject.pos_ != "PRON":
            return subject
        verb = verb.head
    return None


def _clause(doc: Doc, quantity: Quantity) -> set[str]:
    """Return the words of what governs an amount that measures nothing named: nouns up to the verb, subject, object."""
    tokens = _tokens(doc, quantity.span.start, quantity.span.end)
    if not tokens:
        return set()
    token, found = top_of(tokens), []
    for _ in range(CLAUSES):
        token = token.head
        if token.pos_ in ("VERB", "AUX", "ADJ"):
            found += [_named_subject(token), next((child for child in token.children if child.dep_ == "obj"), None)]
            break
        found.append(token)
    nouns = [noun for noun in found if noun is not None and noun.pos_ in ("NOUN", "PROPN")]
    return _content([word for noun in nouns for word in (noun, *(c for c in noun.children if c.dep_ in NAMING))])


def _context(doc: Doc, quantity: Quantity) -> set[str]:
    """Return the words of who has, does or undergoes what is counted."""
    if quantity.counted is None:
        return set()
    head = _tokens(doc, quantity.counted.span.start, quantity.counted.span.end)[-1:]
    if not head or head[0].dep_ in SUBJECTS:
        return set()
    token = head[0].head
    if any(child.dep_ == "cop" for child in head[0].children):
        subject = subject_of(head[0]) or noun_before(head[0])
    elif token.pos_ in ("VERB", "AUX"):
        subject = _named_subject(token)
    else:
        subject = token
    return set() if subject is None else _content([subject, *(c for c in subject.children if c.dep_ in NAMING)])
