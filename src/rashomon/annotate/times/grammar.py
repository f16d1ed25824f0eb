"""The grammar of time expressions: regular expressions over the letters of typed items, each with its reading.

The letters stand in ``times_items.LETTERS``. Of the shapes that begin at a place the first that can be read counts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from rashomon.annotate.times import shapes
from rashomon.annotate.times.context import Told, tense_at, words_before
from rashomon.annotate.times.items import Item
from rashomon.annotate.times.readings import Reader, Reading, Shape
from rashomon.languages.time_words import sure_references, words_around

EDGE = r"(?:~*(?:d?m-?[oi]?|[BF]i?)?)"
EDGE_OF_DAY = r"(?:d?m-?[oi]?|[BF]i?)?"
ABOUT = r"[~^]*J?"
CLOCK = r"(?:~*Kz?(?:d?iP|d?iP)?,?i?)"
WHICH = r"(?:d?[ltxscbfe=]{1,2}[pj]?|d?j|d?p)"
YEAR = r"(?:[,o]?Y|o?[Nn]<)"
IN_YEAR = rf"(?:{YEAR}|,?o?d?[ltxscbf]+U)"
COUNT = r"(?:a[Nn]o?|a(?=u)|[Nn](?:[-|][Nn])?(?:&ah)?(?:vo?)?|a?vo?|ah)"
UNIT = r"[UCZ2]"

GRAMMAR: tuple[tuple[str, str, Reader], ...] = (
    ("numeric", rf"{CLOCK}?(?:G|Y-[Nn]-[Nn])(?:,?{CLOCK})?", shapes.numeric_date),
    (
        "month_day",
        rf"{EDGE}(?:dUo)?(?:{CLOCK}|d?Po?)?(?:[tl]?[pj]?W,?i?)?d?[ltx]?(?:M-?d?[NO2](?:-[NO])?|[NO2](?:-[NO])?o?M)(?![NO]?U){IN_YEAR}?(?:P|,?{CLOCK})?",
        shapes.month_day,
    ),
    ("month", rf"{EDGE}(?:{WHICH})?M-?{IN_YEAR}?", shapes.month),
    ("every", rf"V(?:(?:O|[Nn]|h)?{UNIT}|[WMPSE])P?|wP?|WP(?=w)", shapes.every),
    ("times_a", rf"(?:1|[Nn]X)[a%V]{UNIT}|%{UNIT}", shapes.every),
    ("weekday", rf"{EDGE_OF_DAY}(?:{CLOCK}|d?Po?)?d?{WHICH}?W(?:P|,?{CLOCK})?(?:o?{WHICH}U)?", shapes.weekday),
    ("weekend", rf"{EDGE}(?:{WHICH}|d)?E", shapes.weekend),
    ("day_of_speech", rf"{EDGE}(?:dU[{{}}])?{CLOCK}?D(?:P|,?{CLOCK})?", shapes.day_of_speech),
    ("holiday", rf"{EDGE}{WHICH}?H{IN_YEAR}?P?", shapes.holiday),
    ("season", rf"{EDGE}(?:{WHICH}|d)?(?:S(?:{IN_YEAR})?|YS)", shapes.season),
    (
        "quarter",
        rf"{EDGE}d?(?:Y'?|{WHICH}U')?(?:U-?[AB]-?)?(?:\$)?(?:[O2]-?[Zh]|l(?=h)h)(?:o?(?:\$U?)?Y|o{WHICH}U|oU[AB])?",
        shapes.quarter,
    ),
    ("year_ago", r"[ad]?U-[AB](?:-?[ZIU])?|~?aUB", shapes.year_ago),
    ("ago", rf"{ABOUT}{COUNT}?(?:\??u?){UNIT}(?:&ah)?(?:|o)?A|{ABOUT}a[UC]A", shapes.ago),
    ("from_text", rf"{ABOUT}(?:{COUNT}|a)?{UNIT}(?:&ah)?[BF{{}}b]|d{UNIT}[BF{{}}]", shapes.from_text),
    ("decade", rf"{EDGE}d?m?-?'?T<?", shapes.decade),
    ("century", rf"{EDGE}d?m?-?[O2]-?C<?", shapes.century),
    ("bc", rf"{EDGE}(?:dU)?[YNn]<", shapes.year),
    ("fiscal", rf"{EDGE}\$U?Y|{EDGE}d?U?\$Y", shapes.year),
    ("fiscal_year", rf"{EDGE}{WHICH}?\$U", shapes.which_period),
    ("year_end", rf"~?d?(?:{WHICH}|Y)?#(?:Y)?", shapes.year_end),
    (
        "counted",
        rf"(?:{ABOUT}|~*d?(?:{WHICH}|r)*)(?:[O2](?=[Nn]))?(?:{COUNT})u?-?(?:\?)?{UNIT}(?:&ah)?(?:-?[yg])?(?:\|[Nn])?",
        shapes.some_length,
    ),
    ("half", rf"{ABOUT}(?:h-?a?-?{UNIT}|a{UNIT}&ah)", shapes.some_length),
    ("which", rf"{EDGE}(?:{WHICH}|d[ltxscbfe]*)?\$?(?:{WHICH})[Nn]?{UNIT}P?", shapes.which_period),
    ("which_part", rf"{EDGE}d?[tlxfsb]+P", shapes.part_of_day),
    ("the_part", r"(?:d|m-?|dm-?)P|P", shapes.part_of_day),
    ("numbered", r"d?[O2]U", shapes.numbered_period),
    ("some_time", r"~@", shapes.some_time),
    ("clock", rf"{CLOCK}", shapes.part_of_day),
    ("latest_period", r"d?eI", shapes.bare_period),
    ("year", rf"{EDGE}(?:dU)?Y(?:-[Nn])?|dUn", shapes.year),
    ("reference", r"d?R", shapes.plain_reference),
    ("frequency", r"Q", shapes.frequency),
    ("a_unit", rf"{ABOUT}a{UNIT}(?:\|[Nn])?", shapes.a_unit),
    ("the_unit", rf"{EDGE}d\$?[ZI](?!-)|d\$U|{EDGE}d[UC]", shapes.bare_period),
    ("units", r"(?:~|d?r?j?)[UCZ](?!-)", shapes.some_length),
    ("loose_reference", r"d[pc]|[rc1]|B|{", shapes.plain_reference),
)

SURE = frozenset(
    "numeric month_day month every times_a weekday weekend day_of_speech holiday quarter ago decade century bc fiscal "
    "fiscal_year which latest_period".split()
)
"""Shapes that are a time wherever they stand outside a name."""
NEVER_FIRST = "?,.@Xkyguz>&|}/ioI-"
"""Letters with which no shape begins."""
SURE_LENGTH = re.compile(r"~*d?[ltxpr]{1,2}[Nn]U|~*[Nn]u?U")
"""What else is: lengths that are counted."""


@dataclass(frozen=True, slots=True)
class Found:
    """A shape found in a sentence: its name, its place among the items, what it says, and whether that is sure."""

    name: str
    first: int
    after: int
    reading: Reading
    sure: bool


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], Reader], ...]:
    return tuple((name, re.compile(pattern), reader) for name, pattern, reader in GRAMMAR)


@cache
def _any() -> re.Pattern[str]:
    shapes_of_all = "|".join(f"(?:{pattern})" for _, pattern, _ in GRAMMAR)
    return re.compile(f"(?=[^{re.escape(NEVER_FIRST)}])(?:{shapes_of_all})")


def read_items(doc: Doc, items: Sequence[Item], told: Told) -> Iterator[Found]:
    """Yield the time expressions of a sentence, from left to right."""
    letters = "".join(item.letter for item in items)
    place = 0
    while (met := _any().search(letters, place)) is not None:
        found = _first_read(doc, items, letters, met.start(), told)
        if found is None:
            place = met.start() + 1
        else:
            yield found
            place = found.after


def _first_read(doc: Doc, items: Sequence[Item], letters: str, place: int, told: Told) -> Found | None:
    for name, pattern, reader in _patterns():
        met = pattern.match(letters, place)
        if met is None or met.end() == place:
            continue
        reading = reader(_shape(doc, items[place : met.end()], told))
        if reading is not None:
            return Found(name, place, met.end(), reading, _is_sure(name, met.group(), items[place : met.end()], doc))
    return None


def _is_sure(name: str, letters: str, items: Sequence[Item], doc: Doc) -> bool:
    first = items[0]
    last = items[-1]
    if letters.removeprefix("d") in {"M", "W", "T"} and (len(last.form) == 3 or last.letter == "T"):
        return False
    if name in SURE:
        return True
    known = {"frequency": {"daily"}, "some_time": {"some"}}
    if name in known or name in {"reference", "loose_reference"}:
        return first.form in known.get(name, sure_references())
    if name == "year":
        before = words_before(doc, first.token, 1)
        return letters == "Y" and bool(before) and before[0].lower_ in words_around("before_year")
    return name == "counted" and SURE_LENGTH.fullmatch(letters) is not None


def _shape(doc: Doc, items: Sequence[Item], told: Told) -> Shape:
    first = items[0].token
    before = words_before(doc, first, 2)
    behind = doc[items[-1].token + 1] if items[-1].token + 1 < len(doc) else None
    main = next((item.token for item in reversed(items) if item.letter in "WMSUCZEDHIG"), first)
    return Shape(
        items=items,
        before=[token.lower_ for token in before],
        tag_before=before[0].tag_ if before else "",
        compared=bool(before) and before[0].text[-1:].isalnum(),
        named=bool(before) and before[0].text[:1].isupper() and doc[first].is_title,
        next=behind.lower_ if behind is not None and behind.is_alpha else "",
        tense=lambda: tense_at(doc[main], before[0].lower_ if before else "", told),
    )
