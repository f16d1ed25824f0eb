"""Tallies and scores: "397-0", "by 212 votes to 3", "250 in favour and 12 against, with nine abstentions"."""

from itertools import groupby
from math import isfinite

from rashomon.annotate.quantities.amount import Amount
from rashomon.annotate.quantities.drafts import Draft, Tally
from rashomon.annotate.quantities.numbers import HYPHENS, Lexemes
from rashomon.languages.number_words import words_near
from rashomon.records.quantities import QuantityKind

WINDOW = 14
"""Lexemes on either side in which the word stands that says what two numbers are."""
NEAR = 4
"""Lexemes behind a number in which the word stands that says which side it is."""
BALLOTS = frozenset(("vote", "votes", "ballots"))
DEFEATS = frozenset(("rejected", "defeated", "rejecting", "defeating"))
VOTED = "voted"
SIDES = ("abstain", "absent", "against", "for")


def join_tallies(found: list[Amount], lexemes: Lexemes) -> list[Amount]:
    """Merge both sides of "212 votes to 3" and "212 votes against 3" into one amount."""
    joined: list[Amount] = []
    for amount in found:
        one = joined[-1] if joined else None
        if one is not None and one.unit is None and amount.unit is None and one.high is None and one.pair is None:
            between = lexemes.lowers[one.last : amount.first]
            if len(between) == 2 and between[0] in BALLOTS and between[1] in ("to", "against", *HYPHENS):
                one.pair = (one.number.value, amount.number.value)
                one.last = one.end = amount.last
                continue
        joined.append(amount)
    return joined


def read_votes(drafts: list[Draft], lexemes: Lexemes) -> None:
    """Settle which drafts are votes and scores, and gather the tally of each sentence in its first."""
    for draft in drafts:
        if draft.amount.pair is not None or _scores(draft, lexemes):
            draft.kind = _kind_of_pair(draft.amount, lexemes)
    for _, members in groupby(drafts, key=lambda draft: draft.sentence):
        _gather(list(members), lexemes)


def _scores(draft: Draft, lexemes: Lexemes) -> bool:
    """Tell whether what looks like a range is a score: "lost 2-3"."""
    amount = draft.amount
    dashed = amount.high is not None and amount.unit is None and lexemes.lower(amount.number.last) in HYPHENS
    if not dashed or draft.kind == "count" or amount.number.form != "digits":
        return False
    if _nearest(amount, lexemes, "score") < NEAR or _nearest(amount, lexemes, "cue") < NEAR:
        amount.pair, amount.high = (amount.number.value, amount.high or 0.0), None
        return True
    return False


def _nearest(amount: Amount, lexemes: Lexemes, kind: str) -> int:
    """Return how many lexemes away the nearest word of the table stands in the same clause, ``WINDOW`` for none."""
    words = words_near("votes", kind)
    for distance in range(1, WINDOW):
        if lexemes.lower(amount.begin - distance) in words or lexemes.lower(amount.end - 1 + distance) in words:
            return distance
    return WINDOW


def _kind_of_pair(amount: Amount, lexemes: Lexemes) -> QuantityKind:
    if any(word in BALLOTS for word in lexemes.lowers[amount.first : amount.last]):
        return "vote"
    vote, score = _nearest(amount, lexemes, "cue"), _nearest(amount, lexemes, "score")
    if vote == score == WINDOW and lexemes.lower(amount.number.last) not in HYPHENS:
        return "other"
    return "vote" if vote < score else "score"


def _gather(drafts: list[Draft], lexemes: Lexemes) -> None:
    tally: Tally | None = None
    holder: Draft | None = None
    sided = [(draft, _side(draft.amount, lexemes)) for draft in drafts if draft.kind in ("count", "other", "vote")]
    told = [(draft, side) for draft, side in sided if side is not None]
    if not any(draft.kind == "vote" for draft in drafts) and not _speaks_of_votes(told, lexemes):
        return
    pairs: list[tuple[Draft, str | None]] = [(one, None) for one in drafts if one.kind == "vote" and one.amount.pair]
    for draft, side in sorted([*told, *pairs], key=_place):
        if tally is None or holder is None:
            holder, tally = draft, Tally(draft.amount.begin, draft.amount.end)
        draft.kind = "vote"
        tally.last = max(tally.last, draft.amount.end)
        if draft.amount.pair is not None:
            _both_sides(tally, draft.amount, lexemes)
        elif side is not None:
            _one_side(tally, side, draft.amount.number.value)
    if holder is not None and tally is not None:
        holder.tally = tally


def _place(item: tuple[Draft, str | None]) -> int:
    return item[0].amount.begin


def _speaks_of_votes(told: list[tuple[Draft, str]], lexemes: Lexemes) -> bool:
    """Tell whether numbers with sides are votes: two sides, or abstentions, near a word of voting."""
    sides = {side for _, side in told}
    enough = len(sides) > 1 and bool(sides & {"for", "against"})
    near = any(_nearest(draft.amount, lexemes, "cue") < WINDOW for draft, _ in told)
    return near and (enough or "abstain" in sides)


def _side(amount: Amount, lexemes: Lexemes) -> str | None:
    """Return the side that the words right behind a number name."""
    bare = (
        amount.unit is None
        and amount.pair is None
        and amount.high is None
        and amount.number.form in ("digits", "words")
    )
    if not bare or not isfinite(amount.number.value):
        return None
    place = amount.last + (lexemes.lower(amount.last) in words_near("votes", "voters"))
    while place < amount.last + NEAR and lexemes.lower(place) in words_near("votes", "between") | {VOTED}:
        place += 1
    word, after = lexemes.lower(place), lexemes.lower(place + 1)
    side = next((side for side in SIDES if word in words_near("votes", side)), None)
    free = lexemes.kind(place + 1) != "word" or after in ("and", "with", "of") or lexemes.lower(place - 1) == VOTED
    return side if free or word not in ("for", "no") else None


def _both_sides(tally: Tally, amount: Amount, lexemes: Lexemes) -> None:
    if amount.pair is None or not all(map(isfinite, amount.pair)):
        return
    first, second = (int(number) for number in amount.pair)
    words = set(lexemes.lowers[max(amount.begin - WINDOW, 0) : amount.begin])
    turned = words & DEFEATS and not words & {VOTED, "vote"}
    if VOTED in words and lexemes.lower(amount.end) == "against":
        turned = not turned
    tally.for_, tally.against = (second, first) if turned else (first, second)


def _one_side(tally: Tally, side: str, value: float) -> None:
    """Take the number of one side, where the tally does not have it yet."""
    number = int(value)
    if side == "for" and tally.for_ is None:
        tally.for_ = number
    elif side == "against" and tally.against is None:
        tally.against = number
    elif side == "abstain" and tally.abstain is None:
        tally.abstain = number
    elif side == "absent" and tally.absent is None:
        tally.absent = number
