"""What time expressions hang on: the article's own date, or the time that the text is speaking of.

"Two days later" moves from the last time told; "in June" behind "in 2014" is that year's. A text that tells of other
years by their dates, and hardly of its own day, is a narrative, and carries the year from paragraph to paragraph
(the two modes of HeidelTime, Strötgen and Gertz 2013, told apart by the text).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec
from spacy.tokens import Doc

from rashomon.annotate.times.context import Told, tense_at, words_before
from rashomon.annotate.times.readings import Reading
from rashomon.languages.time_words import words_around
from rashomon.records.times import Calendar, Direction, Fixed, Grain, Pick, Shift
from rashomon.values.timex import finer
from rashomon.values.timex_periods import grain_of

NEAR = 3
"""Sentences back to which a text speaks of a time."""
FAR = 8
"""Sentences back to which a text speaks of a quarter."""
LOOKED_AT = 24
"""Expressions looked through at most."""
NARRATIVE = 4
"""So many dates with their year for each that counts from the article's own day make a narrative."""
FEWEST = 4
PERIODS = frozenset(("quarter", "half"))
FRONT = 2
"""Words of a sentence before the time in which it is set."""
YEAR = re.compile(r"\d{4}(?!/)", re.ASCII)


@dataclass(slots=True)
class Read:
    """One expression found: its characters, its tokens (the end exclusive), its sentence, and what it says."""

    start: int
    end: int
    tokens: tuple[int, int]
    sentence: int
    reading: Reading
    on: int | None = None

    @property
    def grain(self) -> Grain | None:
        """Return how fine the date is that it gives; None when it gives none."""
        meaning = self.reading.meaning
        if not isinstance(meaning, Calendar):
            return None
        last = meaning.steps[-1]
        if isinstance(last, Shift):
            return "day" if finer(last.unit, "day") else last.unit
        if isinstance(last, Pick):
            return "day" if len(last.value) == 10 and "E" not in last.value else grain_of(last.value.replace("X", "1"))
        return grain_of(last.value.partition("/")[0].removeprefix("BC"))

    @property
    def has_year(self) -> bool:
        """Return whether it says its year."""
        meaning = self.reading.meaning
        first = meaning.steps[0] if isinstance(meaning, Calendar) else None
        return isinstance(first, Fixed) and YEAR.match(first.value) is not None


def hang(told: Told, found: Sequence[Read], paragraph_of: Sequence[int]) -> None:
    """Settle what each of the expressions of a text hangs on, in place; ``paragraph_of`` numbers their paragraphs."""
    narrative = is_narrative(found)
    rooted: list[bool] = []
    for place, one in enumerate(found):
        reading = one.reading
        if reading.anchor == "text":
            _on_text(told, found, place)
        elif reading.alike:
            _on_period(found, place)
        elif reading.loose:
            _on_year(told.doc, found, place, rooted, carried=narrative or None, paragraph_of=paragraph_of)
        on = one.on
        rooted.append(one.has_year or (on is not None and on < place and rooted[on]))


def _on_period(found: Sequence[Read], place: int) -> None:
    """Read "a year ago", said of a quarter, as the quarter of that time."""
    one = found[place]
    near = [number for number in _before(found, place) if _is_period(found[number])]
    meaning = one.reading.meaning
    if near and isinstance(meaning, Calendar) and isinstance(meaning.steps[0], Shift):
        kept = Calendar(steps=(Shift(count=meaning.steps[0].count, unit="year", keep=True),))
        one.reading, one.on = replace(one.reading, meaning=kept, anchor="text"), near[0]


def _is_period(one: Read) -> bool:
    """Return whether it names a quarter itself, not one that is compared with it."""
    meaning = one.reading.meaning
    compared = isinstance(meaning, Calendar) and any(isinstance(step, Shift) and step.keep for step in meaning.steps)
    return one.grain in PERIODS and not compared


def _before(found: Sequence[Read], place: int, reach: int = NEAR) -> list[int]:
    """Return the dates that the sentences before tell, the nearest first."""
    return [
        number
        for number in range(place - 1, max(-1, place - LOOKED_AT), -1)
        if found[place].sentence - found[number].sentence <= reach
        and found[number].grain is not None
        and found[number].reading.anchor != "event"
    ]


def is_narrative(found: Sequence[Read]) -> bool:
    """Return whether the text tells of other years by their dates, and hardly of the article's own day."""
    dated = sum(one.has_year for one in found)
    counted = sum(
        one.reading.anchor == "article" and not one.reading.loose and isinstance(one.reading.meaning, Calendar)
        for one in found
    )
    return dated >= FEWEST and counted * NARRATIVE <= dated


def _on_text(told: Told, found: Sequence[Read], place: int) -> None:
    one = found[place]
    meaning = one.reading.meaning
    if not isinstance(meaning, Calendar):
        return
    step = meaning.steps[0]
    if place + 1 < len(found) and _apposed(one, found[place + 1]):
        same = Calendar(steps=(Shift(count=0, unit="day"),), clock=meaning.clock)
        one.reading, one.on = replace(one.reading, meaning=same), place + 1
        return
    of_period = isinstance(step, Shift) and (step.keep or step.unit == "quarter")
    of_hour = meaning.clock is not None and isinstance(step, Shift) and step.count == 0
    near = _before(found, place, FAR if of_period or of_hour else NEAR)
    near.sort(key=lambda number: _is_of_saying(told, found[number]))
    wanted = _wanted(step, one, found, near)
    if wanted is not None:
        one.on = wanted
        return
    if isinstance(step, Shift) and step.keep and not one.reading.loose:
        alone = Calendar(steps=(Shift(count=step.count, unit=step.unit),))
        one.reading = replace(one.reading, meaning=alone, anchor="article")
    else:
        of_today = of_hour and not _is_past(told, one)
        this_quarter = isinstance(step, Shift) and step.unit == "quarter"
        one.reading = replace(one.reading, anchor="article" if of_today or this_quarter else "event")


def _is_past(told: Told, one: Read) -> bool:
    return tense_at(told.doc[one.tokens[0]], "", told) == "past"


def _is_of_saying(told: Told, one: Read) -> bool:
    """Return whether a time is that of somebody's saying something, not of what is told."""
    around = (told.doc[slice(*one.tokens)].root.head, *words_before(told.doc, one.tokens[0], 3))
    return any(word.i in told.reports for word in around)


def _apposed(one: Read, other: Read) -> bool:
    """Return whether a day is at once said again as a date: "the next day, Sept. 15"."""
    meaning = other.reading.meaning
    dated = isinstance(meaning, Calendar) and isinstance(meaning.steps[0], Fixed | Pick)
    return one.grain == "day" and other.grain == "day" and dated and 0 < other.tokens[0] - one.tokens[1] <= 1


def _wanted(step: object, one: Read, found: Sequence[Read], near: Sequence[int]) -> int | None:
    """Return the time that the expression refers to: the last one that is fine enough."""
    if not isinstance(step, Shift):
        return near[0] if near else None
    if step.keep:
        periods = [number for number in near if _is_period(found[number])]
        beside = [number for number in near if one.sentence == found[number].sentence]
        return next(iter((*periods, *beside)), None)
    if step.unit == "quarter":
        return next((number for number in near if _is_period(found[number])), None)
    for number in near:
        grain = found[number].grain
        if grain is not None and not finer(step.unit, grain):
            return number
    return None


def _on_year(
    doc: Doc,
    found: Sequence[Read],
    place: int,
    rooted: Sequence[bool],
    *,
    carried: bool | None,
    paragraph_of: Sequence[int],
) -> None:
    one = found[place]
    behind = found[place + 1] if place + 1 < len(found) else None
    if behind is not None and behind.has_year and _joined(doc, one, behind) and not _coarser(one, behind):
        _hang_pick(found, place, place + 1, "past_or_now")
        return
    before = next((number for number in range(place - 1, -1, -1) if found[number].grain is not None), None)
    if before is None or (not carried and not _beside(found, place, before, paragraph_of)):
        return
    if not carried and not _topic(doc, found[before]):
        return
    if carried:
        before = next((number for number in range(place - 1, -1, -1) if rooted[number]), None)
    if before is None or not rooted[before]:
        return
    meaning = one.reading.meaning
    ahead = isinstance(meaning, Calendar) and isinstance(meaning.steps[0], Pick)
    if ahead and not carried and meaning.steps[0].direction in {"future_or_now", "future_rather"}:  # type: ignore[union-attr]
        return
    if isinstance(meaning, Calendar) and isinstance(meaning.steps[0], Shift):
        if carried:
            one.reading, one.on = replace(one.reading, anchor="text"), before
        return
    _hang_pick(found, place, before, "within")


def _beside(found: Sequence[Read], place: int, before: int, paragraph_of: Sequence[int]) -> bool:
    same_paragraph = paragraph_of[place] == paragraph_of[before]
    return same_paragraph and found[place].sentence - found[before].sentence <= 1


def _topic(doc: Doc, one: Read) -> bool:
    """Return whether a sentence is placed in this time from its beginning: "In 2014, ..."."""
    token = doc[one.tokens[0]]
    before = words_before(doc, token.i, 1)
    fronted = token.i - token.sent.start <= FRONT
    return fronted and bool(before) and before[0].lower_ in words_around("placing")


def _coarser(one: Read, other: Read) -> bool:
    return one.grain is None or other.grain is None or finer(other.grain, one.grain)


def _joined(doc: Doc, one: Read, other: Read) -> bool:
    between = [token.lower_ for token in doc[one.tokens[1] : other.tokens[0]] if not token.is_space]
    return len(between) <= 2 and bool(words_around("joining").intersection(between))


def _hang_pick(found: Sequence[Read], place: int, on: int, direction: Direction) -> None:
    one = found[place]
    meaning = one.reading.meaning
    if isinstance(meaning, Calendar) and isinstance(meaning.steps[0], Pick):
        pick = msgspec.structs.replace(meaning.steps[0], direction=direction)
        kept = msgspec.structs.replace(meaning, steps=(pick, *meaning.steps[1:]))
        one.reading = replace(one.reading, meaning=kept, anchor="text")
        one.on = on
