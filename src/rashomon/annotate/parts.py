"""Which quantity is a part of which, and what numbers count that leave out their noun."""

from itertools import pairwise

from rashomon.annotate.counted import top_of
from rashomon.annotate.drafts import Draft
from rashomon.annotate.numbers import Lexemes
from rashomon.annotate.phrases import modifiers_of
from rashomon.languages.number_words import number_words

COUNTS = frozenset(("count", "percentage", "fraction"))
FAR = 12
"""Quantities between a part and its whole."""
MEASURED = frozenset(("money", "percentage", "measure", "duration", "rate", "other"))
BRACKETS = frozenset(("(", "[", "( or", "( about", "/"))
EQUAL = frozenset((", or", "or"))
FURTHER = frozenset(
    (
        "to",
        "at",
        "from",
        "to end at",
        "to close at",
        "to reach",
        ", to",
        ", or",
        ", up from",
        ", down from",
        "up from",
        "down from",
    )
)
NEAR = 3
"""Lexemes between a number and the whole that it is said to be of, or between two parts."""
OWNERS = frozenset("the these those his her their its our all".split())
JOINTS = frozenset(("and", ",", ", and", "or", "as", "well", "with"))


def find_parts(drafts: list[Draft], lexemes: Lexemes) -> None:
    """Set ``part_of`` of every draft that is told as a part of another in the same sentence."""
    for place, draft in enumerate(drafts):
        if draft.kind not in COUNTS:
            continue
        if place + 1 < len(drafts) and _of_the_next(draft, drafts[place + 1], lexemes):
            draft.part_of = place + 1
        else:
            draft.part_of = _of_one_before(place, drafts, lexemes)


def _of_the_next(draft: Draft, other: Draft, lexemes: Lexemes) -> bool:
    """Tell whether "of the" stands between two numbers: "three of the 20 soldiers"."""
    between = lexemes.lowers[draft.amount.end : other.amount.begin]
    if other.kind != "count" or not between or len(between) > NEAR or _larger(draft, other):
        return False
    return (between[0] == "of" and len(between) > 1 and between[1] in OWNERS) or between[:3] == ["out", "of", "the"]


def _of_one_before(place: int, drafts: list[Draft], lexemes: Lexemes) -> int | None:
    draft = drafts[place]
    whole = next(
        (
            before
            for before in range(place - 1, max(place - FAR, 0) - 1, -1)
            if drafts[before].kind == "count"
            and drafts[before].part_of is None
            and drafts[before].sentence == draft.sentence
        ),
        None,
    )
    if whole is None or _larger(draft, drafts[whole]):
        return None
    words, first = number_words(), draft.amount.begin
    if lexemes.lower(first - 1) == "at" or lexemes.lower(first - 1) == "the":
        first -= 1
    if any(lexemes.phrase(first - count, first) in words.parts_before for count in (1, 2)):
        return whole
    if lexemes.phrase(draft.amount.end, draft.amount.end + 2) in words.parts_behind:
        return whole
    before = drafts[place - 1]
    if before.part_of == whole and before.kind == draft.kind == "count" and _follows(before, draft, lexemes):
        return whole
    return None


def _follows(one: Draft, other: Draft, lexemes: Lexemes) -> bool:
    """Tell whether two counts stand in one list: "six officers and two generals"."""
    end = one.amount.end
    if one.noun is not None:
        end = max(end, lexemes.at(one.noun.head.idx) + 1)
    return 0 < other.amount.begin - end <= NEAR and set(lexemes.lowers[end : other.amount.begin]) <= JOINTS


def _larger(one: Draft, other: Draft) -> bool:
    return one.kind == "count" and one.amount.number.value > other.amount.number.value


def share_measured(drafts: list[Draft], lexemes: Lexemes) -> None:
    """Give an amount the thing of the one right before it: "seven miles (11 km)", "fell 5 % to $2", "$5 or 3 %"."""
    for one, other in pairwise(drafts):
        if other.kind not in MEASURED or one.kind not in MEASURED or one.sentence != other.sentence:
            continue
        if other.noun is not None and other.noun.counts:
            continue
        between = lexemes.phrase(one.amount.end, other.amount.begin)
        same = one.amount.unit == other.amount.unit
        if between in BRACKETS or (between in EQUAL and not same):
            other.noun, other.change = one.noun, one.change
            if other.amount.bound == "=":
                other.amount.bound = one.amount.bound
        elif one.noun is not None and (between in FURTHER or (other.noun is None and same and between in JOINTS)):
            other.noun, other.change = one.noun, other.change or one.change


def share_nouns(drafts: list[Draft]) -> None:
    """Give counts that leave out their noun the one of a count before: "12,000 soldiers, 11,000 of them in Kursk"."""
    for place, draft in enumerate(drafts):
        if not _bare(draft):
            continue
        source = drafts[draft.part_of] if draft.part_of is not None else _last_count(place, drafts)
        if source is not None and source.noun is not None:
            draft.modifiers = _own_modifiers(draft)
            draft.noun, draft.kind = source.noun, "count"


def _own_modifiers(draft: Draft) -> tuple[tuple[int, int], ...]:
    """Return what narrows a number without its noun: "in Kursk", not "of them"."""
    doc = draft.tokens[0].doc
    found = modifiers_of(top_of(draft.tokens), draft.tokens[0].i, draft.tokens[-1].i + 1)
    return tuple((start, end) for start, end in found if doc[start].pos_ == "ADP" and doc[end - 1].pos_ != "PRON")


def _bare(draft: Draft) -> bool:
    amount = draft.amount
    if amount.unit is not None or amount.pair is not None or draft.kind not in ("other", "count"):
        return False
    plain = amount.number.form in ("digits", "words") and amount.number.value.is_integer()
    return plain and (draft.noun is None or draft.noun.head.pos_ == "PRON")


def _last_count(place: int, drafts: list[Draft]) -> Draft | None:
    for before in range(place - 1, max(place - 3, -1), -1):
        other = drafts[before]
        if other.kind == "count" and other.noun is not None and other.sentence == drafts[place].sentence:
            return other
    return None
