"""Reads the numbers of a text as quantities: value, unit, what is counted, up or down, part of what.

Rules over lexemes for numbers, units and bounds, over the parse (Universal Dependencies) for what is counted and what
moved; the distinctions follow CQE (Almasian et al., EMNLP 2023), values are sets as in ``record.md``.
"""

from bisect import bisect_right
from collections.abc import Callable
from math import isfinite

import numpy as np
from spacy.tokens import Doc, Token

from rashomon.annotate.quantities.ages import is_age
from rashomon.annotate.quantities.amount import Amount
from rashomon.annotate.quantities.amounts import amounts
from rashomon.annotate.quantities.counted import Amounting, noun_of, top_of
from rashomon.annotate.quantities.drafts import Draft, Tally
from rashomon.annotate.quantities.labels import Marked, is_label
from rashomon.annotate.quantities.moves import change_of
from rashomon.annotate.quantities.numbers import Lexemes
from rashomon.annotate.quantities.parts import find_parts, share_measured, share_nouns
from rashomon.annotate.quantities.phrases import SUBJECTS, Noun, lemma_of
from rashomon.annotate.quantities.votes import join_tallies, read_votes
from rashomon.languages.number_words import words_near
from rashomon.records import Span, Value, Vote
from rashomon.records.quantities import Counted, Quantity, QuantityKind
from rashomon.values.quantities import LARGEST, between, bounded, exact, unknown, untold, vague

SpanOf = Callable[[int, int], Span]
KINDS: dict[str, QuantityKind] = {"money": "money", "percentage": "percentage", "duration": "duration"}


def quantities(doc: Doc, span_of: SpanOf) -> tuple[Quantity, ...]:
    """Return the quantities of ``doc`` in their order; ``span_of`` makes evidence of two places in ``doc.text``."""
    lexemes = Lexemes(doc.text)
    found = amounts(lexemes)
    if not found:
        return ()
    drafts = _drafts(doc, lexemes, join_tallies(found, lexemes))
    read_votes(drafts, lexemes)
    share_measured(drafts, lexemes)
    find_parts(drafts, lexemes)
    share_nouns(drafts)
    return tuple(_quantity(draft, doc, lexemes, span_of) for draft in drafts)


def _drafts(doc: Doc, lexemes: Lexemes, found: list[Amount]) -> list[Draft]:
    starts = doc.to_array("IDX").tolist()
    sentences = np.flatnonzero(doc.to_array("SENT_START") == 1).tolist()
    marked = Marked(doc)
    drafts = []
    for amount in found:
        if _compares(amount, lexemes):
            amount.number.form, amount.last, amount.end = "multiple", amount.last + 1, max(amount.end, amount.last + 1)
        tokens = _tokens(doc, starts, lexemes.starts[amount.first], lexemes.ends[amount.last - 1])
        if not tokens:
            continue
        amount.age = amount.age or is_age(amount, lexemes, tokens, marked)
        if not amount.age and is_label(amount, lexemes, tokens, marked):
            continue
        draft = Draft(amount, tokens, bisect_right(sentences, tokens[0].i))
        drafts.append(draft)
    taken = frozenset(token.i for draft in drafts for token in draft.tokens)
    for draft in drafts:
        amount, tokens = draft.amount, draft.tokens
        begin = _token_at(starts, lexemes.starts[amount.begin])
        if amount.pair is None:
            end = _token_at(starts, lexemes.ends[amount.end - 1] - 1) + 1
            draft.noun = noun_of(Amounting(tokens, begin, end, _measured(amount), taken))
        draft.kind = _kind(amount, draft.noun)
        if draft.kind == "other" and draft.noun is None and _acts(amount, tokens):
            draft.kind = "count"
        if draft.kind not in ("age", "ordinal"):
            draft.change = change_of(amount, lexemes, tokens)
    return drafts


def _tokens(doc: Doc, starts: list[int], start: int, end: int) -> list[Token]:
    first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1)
    return [token for token in doc[max(first, 0) : last] if not token.is_space]


def _token_at(starts: list[int], character: int) -> int:
    return max(bisect_right(starts, character) - 1, 0)


def _measured(amount: Amount) -> str | None:
    """Return what the amount measures, None where it needs a noun to count."""
    if amount.age:
        return "age"
    if amount.unit is not None:
        return amount.unit.kind
    if amount.number.form == "multiple":
        return "multiple"
    return "fraction" if amount.number.form == "fraction" or amount.whole_of is not None else None


def _kind(amount: Amount, noun: Noun | None) -> QuantityKind:
    form, unit = amount.number.form, amount.unit
    kind: QuantityKind = "other"
    if amount.age:
        kind = "age"
    elif form in ("ordinal", "multiple"):
        kind = "ordinal" if form == "ordinal" else "multiple"
    elif amount.per is not None and amount.whole_of is None:
        kind = "rate"
    elif unit is not None:
        kind = KINDS.get(unit.kind, "measure")
    elif form == "fraction" or amount.whole_of is not None:
        kind = "fraction"
    elif form == "vague" or (noun is not None and noun.counts):
        kind = "count"
    return kind


def _acts(amount: Amount, tokens: list[Token]) -> bool:
    """Tell whether a number stands for those that it counts: "at least 74 were killed"."""
    return amount.pair is None and amount.per is None and top_of(tokens).dep_ in SUBJECTS and _whole(amount)


def _compares(amount: Amount, lexemes: Lexemes) -> bool:
    """Tell "three times as many" from three times."""
    if amount.unit is not None or amount.number.form not in ("digits", "words"):
        return False
    compared = lexemes.lower(amount.last + 1) in words_near("words", "compared")
    return lexemes.lower(amount.last) == "times" and (compared or not _whole(amount))


def _whole(amount: Amount) -> bool:
    ends = (amount.number.value, amount.high if amount.high is not None else 0.0)
    return all(isfinite(end) and float(end).is_integer() for end in ends)


def _quantity(draft: Draft, doc: Doc, lexemes: Lexemes, span_of: SpanOf) -> Quantity:
    amount = draft.amount
    start, end = lexemes.starts[amount.begin], lexemes.ends[amount.end - 1]
    return Quantity(
        span=span_of(start, end),
        value=_value(draft, lexemes.text[start:end]),
        kind=draft.kind,
        unit=_unit(amount, draft.kind),
        counted=None if draft.noun is None else _counted(draft, draft.noun, doc, span_of),
        change=draft.change,
        part_of=draft.part_of,
        vote=None if draft.tally is None else _vote(draft.tally, lexemes, span_of),
    )


def _value(draft: Draft, text: str) -> Value:
    amount = draft.amount
    number = amount.number.value
    if not isfinite(number):
        return unknown(text)
    if amount.pair is not None:
        return untold(text)
    if amount.whole_of is not None:
        return exact(number / amount.whole_of, text)
    if amount.number.form == "vague":
        return vague(number, text) if number <= LARGEST else unknown(text)
    if amount.high is not None:
        return between(number, amount.high, text)
    return bounded(number, amount.bound, text, whole=draft.kind in ("count", "vote") and _whole(amount))


def _unit(amount: Amount, kind: QuantityKind) -> str | None:
    name = amount.unit.name if amount.unit is not None else ("year" if kind == "age" else None)
    if amount.per is not None:
        return f"{name}-per-{amount.per}" if name else f"per-{amount.per}"
    return name


def _counted(draft: Draft, noun: Noun, doc: Doc, span_of: SpanOf) -> Counted:
    def span(start: int, end: int) -> Span:
        last = doc[end - 1]
        return span_of(doc[start].idx, last.idx + len(last))

    modifiers = sorted({*noun.modifiers, *draft.modifiers})
    return Counted(
        span=span(noun.start, noun.end),
        head=lemma_of(noun.head),
        modifiers=tuple(span(start, end) for start, end in modifiers),
    )


def _vote(tally: Tally, lexemes: Lexemes, span_of: SpanOf) -> Vote:
    return Vote(
        for_=tally.for_,
        against=tally.against,
        abstain=tally.abstain,
        absent=tally.absent,
        unanimous=None,
        span=span_of(lexemes.starts[tally.first], lexemes.ends[tally.last - 1]),
    )
