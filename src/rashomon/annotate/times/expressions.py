"""Reads the time expressions of an article: what the model marks, typed, understood and hung on what they refer to."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
from spacy.attrs import LOWER, SENT_START, SHAPE
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.tokens import Span as Marked

from rashomon.annotate.times.anchors import Read, hang
from rashomon.annotate.times.context import Told, words_before
from rashomon.annotate.times.grammar import Found, read_items
from rashomon.annotate.times.items import Item, items_of
from rashomon.annotate.times.readings import Reading
from rashomon.languages.time_words import bounds, time_hints
from rashomon.records import Span
from rashomon.records.times import Bound, TimeExpression

LOOSE = ",ioa-"
"""Letters of signs and words that end no expression."""
EMPTY = frozenset("?d,-ao&|i.'J~^@/zXk%u>lpxjfts=hmynN$D")
"""Letters of items that are no time by themselves."""
GAP = re.compile(r"\n[^\S\n]*\n\s*")
REACH = 6
"""Words around a mark or a hint that are looked at."""
YEAR_SHAPE = get_string_id("dddd")


def times(doc: Doc, span_of: Callable[[int, int], Span]) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a marked document in order; ``span_of`` makes evidence of two offsets."""
    told = Told(doc)
    found = _found(doc, told)
    hang(told, found, _paragraphs(doc, found))
    return tuple(
        TimeExpression(
            span=span_of(one.start, one.end),
            type=one.reading.type,
            meaning=one.reading.meaning,
            mod=one.reading.mod,
            quant=one.reading.quant,
            freq=one.reading.freq,
            anchor=one.reading.anchor,
            on=one.on,
            bound=_bound(doc, one.tokens[0]),
        )
        for one in found
    )


def _paragraphs(doc: Doc, found: Sequence[Read]) -> list[int]:
    """Return the number of the paragraph of each expression; an empty line begins one."""
    begins = [gap.end() for gap in GAP.finditer(doc.text)]
    return [bisect_right(begins, one.start) for one in found]


def _bound(doc: Doc, token: int) -> Bound | None:
    before = words_before(doc, token, 1)
    return bounds().get(before[0].lower_) if before else None  # type: ignore[return-value]


def _found(doc: Doc, told: Told) -> list[Read]:
    marks: list[Marked] = sorted(doc.spans.get("times", ()), key=lambda mark: mark.start)
    begins = [mark.start for mark in marks]
    found: list[Read] = []
    for sentence, first, after in _stretches(doc, marks):
        items = items_of(doc, first, after)
        seeds = marks[bisect_left(begins, first) : bisect_left(begins, after)]
        found.extend(_of_stretch(doc, items, seeds, list(read_items(doc, items, told)), sentence))
    return found


def _stretches(doc: Doc, marks: Sequence[Marked]) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches that are looked at, as sentence number, first token, token after the last.

    They reach some words around each mark of the model and each word that hints at a time, inside one sentence.
    """
    if not len(doc):
        return
    told = doc.to_array([LOWER, SHAPE, SENT_START])
    hinted = np.flatnonzero(np.isin(told[:, 0], _hints()) | (told[:, 1] == YEAR_SHAPE)).tolist()
    begins = [0, *(np.flatnonzero(told[1:, 2] == 1) + 1).tolist(), len(doc)]
    places = sorted({*hinted, *(place for mark in marks for place in range(mark.start, mark.end))})
    sentence, first, after = 0, 0, 0
    for place in places:
        number = bisect_right(begins, place) - 1
        start = max(place - REACH, begins[number])
        if after and (number != sentence or start > after):
            yield sentence, first, after
            first = start
        elif not after:
            first = start
        sentence, after = number, min(place + REACH + 1, begins[number + 1])
    if after:
        yield sentence, first, after


@cache
def _hints() -> npt.NDArray[np.uint64]:
    return np.array(sorted(get_string_id(word) for word in time_hints()), np.uint64)


def _of_stretch(
    doc: Doc, items: list[Item], seeds: Sequence[Marked], shapes: Sequence[Found], sentence: int
) -> list[Read]:
    read: list[Read] = []
    for shape in shapes:
        inside = items[shape.first : shape.after - shape.reading.tail]
        while len(inside) > 1 and inside[-1].letter in LOOSE:
            inside.pop()
        first, last = inside[0], inside[-1]
        if len(inside) == 1 and first.letter == "M" and _in_name(doc, first.token):
            continue
        marked = any(seed.start_char < last.end and first.start < seed.end_char for seed in seeds)
        if marked or (shape.sure and doc[last.token].ent_type_ in {"", "event"}):
            read.append(Read(first.start, last.end, (first.token, last.token + 1), sentence, shape.reading))
    for seed in seeds:
        if not any(one.start < seed.end_char and seed.start_char < one.end for one in read):
            letters = {item.letter for item in items if item.start < seed.end_char and seed.start_char < item.end}
            if letters - EMPTY:
                unread = Reading(type=seed.label_, meaning=None)
                read.append(Read(seed.start_char, seed.end_char, (seed.start, seed.end), sentence, unread))
    return sorted(read, key=lambda one: one.start)


def _in_name(doc: Doc, place: int) -> bool:
    """Return whether a word is a part of a longer name: "the Women's March"."""
    token = doc[place]
    beside = doc[place - 1] if token.ent_iob_ == "I" else doc[min(place + 1, len(doc) - 1)]
    return bool(token.ent_type_) and (token.ent_iob_ == "I" or beside.ent_iob_ == "I")
