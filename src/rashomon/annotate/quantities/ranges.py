"""Numbers that make one quantity together: "15 to 22 miles", "one in five", "three dollars and fifty cents"."""

from rashomon.annotate.quantities.amount import YEARS, Amount
from rashomon.annotate.quantities.numbers import HYPHENS, Lexemes
from rashomon.languages.number_words import number_words, words_near
from rashomon.languages.units import Unit

CENTS = frozenset(("cent", "penny", "sen"))
WHOLE = 100
"""Cents of a dollar."""
FOOT, INCH = 12, Unit("inch", "measure")
FEW = 10
"""From here on, digits before "in" are no share: "12 in 2016"."""
WHOLES = frozenset((10, 20, 50, 100, 1000))
"""What shares are told of: "four in 10", though one is spelled and the other not."""
ALONE = frozenset(("ordinal", "multiple"))
PLAIN = frozenset(("digits", "words"))


def join(single: list[Amount], lexemes: Lexemes) -> list[Amount]:
    """Return the amounts of a text with those merged that belong together."""
    found: list[Amount] = []
    for amount in single:
        one = found[-1] if found else None
        if one is None or not (amount.first < one.last or _joins(one, amount, lexemes)):
            found.append(amount)
    return found


def _joins(one: Amount, other: Amount, lexemes: Lexemes) -> bool:
    """Merge ``other`` into ``one`` where they are one quantity, and tell whether they are."""
    if {one.number.form, other.number.form} & ALONE or one.pair is not None or one.high is not None:
        return False
    between = lexemes.lowers[one.last : other.first]
    return _cents(one, other, between) or _share(one, other, between, lexemes) or _range(one, other, between, lexemes)


def _cents(one: Amount, other: Amount, between: list[str]) -> bool:
    """Add the cents to "three dollars and fifty cents", "15 dollars 50"."""
    if one.unit is None or one.unit.kind != "money" or one.unit.name in CENTS or between not in ([], ["and"]):
        return False
    named = other.unit is not None and other.unit.name in CENTS
    cents = (named or (other.unit is None and not between)) and other.number.form in PLAIN
    if not cents or other.number.value >= WHOLE:
        return False
    one.number.value += other.number.value / WHOLE
    one.last = one.end = other.last
    return True


def _share(one: Amount, other: Amount, between: list[str], lexemes: Lexemes) -> bool:
    """Read "one in five", "nine out of 10"."""
    if between not in (["in"], ["out", "of"], ["-", "in", "-"], ["in", "every"]):
        return False
    bare = one.unit is None and other.unit is None and {one.number.form, other.number.form} <= PLAIN
    word = lexemes.lower(one.number.first) in words_near("words", "shares")
    known = word or between[0] == "out" or one.number.value < FEW
    alike = one.number.form == other.number.form or between[0] == "out"
    if not (bare and known and (alike or other.number.value in WHOLES) and 0 < one.number.value < other.number.value):
        return False
    if YEARS[0] <= other.number.value <= YEARS[-1] and not word:
        return False
    one.whole_of = other.number.value
    one.last = one.end = other.last
    return True


def _range(one: Amount, other: Amount, between: list[str], lexemes: Lexemes) -> bool:
    """Read a range, or a pair of numbers that run the other way: a score, a tally."""
    if "vague" in (one.number.form, other.number.form) or not _range_words(one, other, between, lexemes):
        return False
    if not _units_agree(one, other, between, lexemes):
        return False
    if one.unit is not None and one.unit.name == "foot" and other.number.value < FOOT:
        other.unit = INCH
        return False
    low, high = _ends(one, other)
    if low < high:
        one.number.value, one.high = low, high
    elif between[1:] == ["or"]:
        one.unit = other.unit
        return False
    elif between[0] in HYPHENS or (between == ["to"] and one.unit is None and _digits(one, other)):
        one.pair = (low, high)
    else:
        return False
    one.unit, one.per, one.age = one.unit or other.unit, other.per or one.per, one.age or other.age
    one.last = one.end = other.last
    one.number.scale = max(one.number.scale, other.number.scale)
    return True


def _digits(one: Amount, other: Amount) -> bool:
    """Tell whether digits stand on either side: "212 to three", not "twenty to twelve"."""
    return other.unit is None and "digits" in (one.number.form, other.number.form)


def _units_agree(one: Amount, other: Amount, between: list[str], lexemes: Lexemes) -> bool:
    if one.unit is None:
        return True
    if other.unit is None:
        return one.unit.kind == "money" or (between[0] in HYPHENS and lexemes.glued(one.last))
    return one.unit == other.unit


def _range_words(one: Amount, other: Amount, between: list[str], lexemes: Lexemes) -> bool:
    """Tell whether the words between two numbers make a range of them."""
    before = lexemes.lower(one.first - 1)
    told = False
    match between:
        case [dash] if dash in HYPHENS:
            glued = (lexemes.glued(one.last), lexemes.glued(other.first))
            told = all(glued) or (not any(glued) and one.number.form == other.number.form == "digits")
        case ["to"] if _moves(one, lexemes) and one.unit == other.unit:
            counts = lexemes.kind(other.last) == "word" and lexemes.lower(other.last) not in words_near(
                "words", "links"
            )
            told = one.unit is None and counts
        case ["to"] | ["-", "to", "-"]:
            told = before != "from" or (one.unit is None and other.unit is not None)
        case ["and"]:
            told = before == "between"
        case ["or"]:
            told = one.unit is None or one.unit == other.unit
        case ["-", "or"] | ["-", "to"]:
            told = lexemes.glued(one.last) and one.unit is None
        case _:
            pass
    return told and (one.number.form != "fraction" or other.number.form == "fraction")


def _moves(one: Amount, lexemes: Lexemes) -> bool:
    """Tell whether a word of movement stands before an amount: "rose 5 pence to 60 pence" is no range."""
    place = one.first - 1
    place -= lexemes.lower(place) in ("by", "another")
    return lexemes.lower(place) in number_words().moves or lexemes.lower(place) in ("up", "down")


def _ends(one: Amount, other: Amount) -> tuple[float, float]:
    """Return both ends; "two to three million" are millions at both ends."""
    low, high = one.number.value, other.number.value
    if one.number.scale == 1 and other.number.scale > 1 and low < high / other.number.scale:
        low *= other.number.scale
    return low, high
