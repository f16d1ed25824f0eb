"""Which quantity is a part of which, and what numbers count that leave out their noun."""

from dataclasses import replace
from itertools import pairwise

from rashomon.annotate.quantities.counted import top_of
from rashomon.annotate.quantities.drafts import Draft
from rashomon.annotate.quantities.numbers import HYPHENS, Lexemes
from rashomon.annotate.quantities.phrases import WHERE, Noun, modifiers_of
from rashomon.annotate.quantities.ranges import PLAIN
from rashomon.languages.number_words import number_words, words_near

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
        ", from",
        ", up",
        ", down",
        ", off",
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
AGAINST = frozenset(("compared with", "compared to", "up from", "down from"))
LISTING = frozenset((",", "and", "or", "even", "maybe", "perhaps"))
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
    if other.kind != "count" or not between or _larger(draft, other):
        return False
    owned = between[-1].endswith(("'", "’", "'s", "’s")) and len(between) <= 2 * NEAR
    if len(between) > NEAR and not owned:
        return False
    if between[0] == "of" and owned:
        return True
    return (between[0] == "of" and len(between) > 1 and between[1] in OWNERS) or between[:3] == ["out", "of", "the"]


def _of_one_before(place: int, drafts: list[Draft], lexemes: Lexemes) -> int | None:
    draft = drafts[place]
    whole = next(
        (
            before
            for before in range(place - 1, max(place - FAR, 0) - 1, -1)
            if _wholes(drafts[before]) and drafts[before].part_of is None and drafts[before].sentence == draft.sentence
        ),
        None,
    )
    if whole is None or _larger(draft, drafts[whole]):
        return None
    if place - 1 == whole and _of_these(drafts[whole], lexemes):
        return whole
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


def _of_these(whole: Draft, lexemes: Lexemes) -> bool:
    """Tell whether a number says what those behind are parts of: "Of the 20 soldiers, three were officers"."""
    first = whole.amount.begin
    return lexemes.lower(first - 1) in OWNERS and lexemes.lower(first - 2) == "of" and lexemes.kind(first - 3) != "word"


def _wholes(draft: Draft) -> bool:
    """Tell whether a number may have parts: it counts, even where it does not say what."""
    amount = draft.amount
    return draft.kind == "count" or (draft.kind == "other" and amount.unit is None and amount.pair is None)


def _follows(one: Draft, other: Draft, lexemes: Lexemes) -> bool:
    """Tell whether two counts stand in one list: "six officers and two generals"."""
    end = one.amount.end
    if one.noun is not None:
        end = max(end, lexemes.at(one.noun.head.idx) + 1)
    return 0 < other.amount.begin - end <= NEAR and set(lexemes.lowers[end : other.amount.begin]) <= JOINTS


def _larger(one: Draft, other: Draft) -> bool:
    return one.kind == "count" and one.amount.number.value > other.amount.number.value


def _share_forwards(drafts: list[Draft], lexemes: Lexemes) -> None:
    """Give amounts that leave out their unit or their thing those of the one behind: "5.4, 6.1 and 6.7 inches"."""
    for one, other in reversed([*pairwise(drafts)]):
        if _suspended(one, lexemes):
            one.amount.unit, one.noun, one.kind = other.amount.unit, other.noun, other.kind
        elif _listed(one, other, lexemes):
            one.amount.unit, one.noun, one.kind = other.amount.unit, one.noun or other.noun, other.kind
        elif _parallel(one, other, lexemes):
            one.noun = other.noun


def share_measured(drafts: list[Draft], lexemes: Lexemes) -> None:
    """Give an amount the thing of the one right before it: "seven miles (11 km)", "fell 5 % to $2", "$5 or 3 %"."""
    _share_forwards(drafts, lexemes)
    for one, other in pairwise(drafts):
        if _elided(one, other, lexemes):
            other.amount.unit, other.kind = one.amount.unit, one.kind
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
        elif other.noun is None and same and lexemes.phrase(other.amount.begin - 2, other.amount.begin) in AGAINST:
            other.noun = one.noun
        elif one.noun is not None and (
            between in FURTHER or (same and _compared(between)) or (other.noun is None and same and between in JOINTS)
        ):
            other.noun, other.change = one.noun, other.change or one.change


def _suspended(one: Draft, lexemes: Lexemes) -> bool:
    """Tell whether a number hangs on what the next one counts: "three- or five-year terms"."""
    last = one.amount.last
    joint = lexemes.lower(last + 1)
    hangs = lexemes.lower(last) in HYPHENS and lexemes.glued(last) and joint in ("and", "or", "to", ",")
    return hangs and (joint == "," or not lexemes.glued(last + 1)) and one.amount.high is None


def _parallel(one: Draft, other: Draft, lexemes: Lexemes) -> bool:
    """Tell whether two amounts share the noun behind them: "40 % and 36 % of the market"."""
    if one.noun is not None or other.noun is None or one.amount.unit is None or one.amount.unit != other.amount.unit:
        return False
    joined = lexemes.phrase(one.amount.end, other.amount.begin) in ("and", "or", "to")
    return joined and other.noun.head.i > other.tokens[-1].i


def _elided(one: Draft, other: Draft, lexemes: Lexemes) -> bool:
    """Tell whether a number leaves out the unit of the one before: "the highest is 84.75 cents, the lowest 74.07"."""
    bare = other.amount.unit is None and other.amount.pair is None and other.kind == "other"
    told = one.amount.unit is not None and one.kind in ("money", "percentage", "measure")
    said = lexemes.lower(other.amount.begin - 1) in ("is", "was", "are", "were", "lowest", "highest")
    return bare and told and said and one.sentence == other.sentence and bool(other.amount.number.value % 1)


def _listed(one: Draft, other: Draft, lexemes: Lexemes) -> bool:
    """Tell whether a bare number shares what a list says at its end: "5.4, 6.1 and 6.7 inches"."""
    between = lexemes.lowers[one.amount.end : other.amount.begin]
    nameless = one.noun is None or not (one.noun.counts or other.amount.unit is None)
    bare = nameless and one.amount.unit is None and one.amount.pair is None and one.kind in ("other", "count")
    told = other.amount.unit is not None or (other.noun is not None and other.noun.counts)
    plain = one.amount.number.form in PLAIN and other.amount.number.form in PLAIN and other.amount.per is None
    return bare and told and plain and 0 < len(between) <= NEAR and set(between) <= LISTING and other.kind != "age"


def _compared(between: str) -> bool:
    """Tell whether two amounts are levels of the same at two times: "$5, up from last year's $4"."""
    words = between.removeprefix(", ").split()
    way = 2 if words[:1] in (["up"], ["down"], ["compared"]) else 1
    return words[way - 1 : way] in (["from"], ["with"], ["to"], ["against"], ["versus"]) and (
        set(words[way:]) <= words_near("words", "periods")
    )


def share_nouns(drafts: list[Draft]) -> None:
    """Give counts that leave out their noun the one of a count before: "12,000 soldiers, 11,000 of them in Kursk"."""
    for one, other in pairwise(drafts):
        if _bare(one) and other.noun is not None and other.amount.unit is not None and _touch(one, other):
            one.noun, one.kind = other.noun, "count"
    for place, draft in enumerate(drafts):
        if not _bare(draft):
            continue
        source = drafts[draft.part_of] if draft.part_of is not None else _last_count(place, drafts)
        if source is not None and source.noun is not None:
            draft.modifiers = _own_modifiers(draft)
            draft.noun, draft.kind = _named_like(source.noun, draft), "count"


def _touch(one: Draft, other: Draft) -> bool:
    """Tell whether an amount begins right behind a number: "nine $500 cheques"."""
    return one.amount.end == other.amount.begin and one.amount.unit is None


def _named_like(noun: Noun, draft: Draft) -> Noun:
    """Return the noun that a number shares: its places are those of a whole only, not of another number."""
    kept = tuple(span for span in noun.modifiers if draft.part_of is not None or span[1] <= noun.head.i)
    return replace(noun, modifiers=kept)


def _own_modifiers(draft: Draft) -> tuple[tuple[int, int], ...]:
    """Return what narrows a number without its noun: "in Kursk", not "of them"."""
    doc = draft.tokens[0].doc
    high = draft.tokens[-1].i + 1
    found = modifiers_of(top_of(draft.tokens), draft.tokens[0].i, high)
    places = tuple((start, end) for start, end in found if doc[start].pos_ == "ADP" and doc[end - 1].pos_ != "PRON")
    if places or high + 1 >= len(doc) or doc[high].lower_ not in WHERE:
        return places
    end = high + 1
    while end < len(doc) and (doc[end].ent_type_ == "place" or (end == high + 1 and doc[end].pos_ == "DET")):
        end += 1
    return ((high, end),) if doc[end - 1].ent_type_ == "place" else ()


def _bare(draft: Draft) -> bool:
    amount = draft.amount
    if amount.unit is not None or amount.pair is not None or draft.kind not in ("other", "count"):
        return False
    plain = amount.number.form in ("digits", "words") and amount.number.value.is_integer()
    return plain and (draft.noun is None or draft.noun.head.pos_ == "PRON")


def _last_count(place: int, drafts: list[Draft]) -> Draft | None:
    for before in range(place - 1, max(place - 3, -1), -1):
        other = drafts[before]
        if other.part_of is not None:
            continue
        if other.kind == "count" and other.noun is not None and other.sentence == drafts[place].sentence:
            return other
    return None
