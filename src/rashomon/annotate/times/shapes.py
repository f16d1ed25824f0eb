"""The readings of calendar dates, of periods counted from another time, of lengths and of sets."""

import re
from dataclasses import replace

import msgspec

from rashomon.annotate.times.readings import (
    SMALL,
    WHICH,
    Reading,
    Shape,
    amount,
    calendar,
    era,
    grain,
    inside_year,
    length,
    reference,
)
from rashomon.languages.time_words import named_day, words_around
from rashomon.records.times import Anchoring, Calendar, Direction, Fixed, Length, Mod, Pick, Recurring, Shift

"""Prepositions that make "the next year" a length."""
COUNTING = frozenset(("NN", "NNS", "NNP", "NNPS", "CD", "RB", "$", "JJ", "SYM"))
"""Tags of a word before "a year" that make it a rate."""
"""Words that make "the year" one that the calendar does not tell."""
AGO_MODS: dict[str, Mod] = {
    "MORE_THAN": "BEFORE",
    "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "LESS_THAN": "AFTER",
    "EQUAL_OR_LESS": "ON_OR_AFTER",
}


def numeric_date(shape: Shape) -> Reading | None:
    """Read "2024-10-24" and "10/24/2024"; what could be a day of two months is seen and not read."""
    parts = re.findall(r"[0-9]+", "-".join(item.value for item in shape.items if item.letter in "GYNn"))
    if len(parts) != 3:
        return None
    if len(parts[0]) == 4:
        year, month, day = (int(part) for part in parts)
    else:
        month, day, year = (int(part) for part in parts)
        year += 0 if len(parts[2]) == 4 else 1900 if year > 50 else 2000
        if month > 12:
            month, day = day, month
        elif day <= 12 and day != month:
            return Reading(type="DATE", meaning=None)
    return calendar(shape, Fixed(value=f"{year:04}-{month:02}-{day:02}")) if month <= 12 and day <= 31 else None


def month_day(shape: Shape) -> Reading | None:
    """Read "Oct. 26", "the 3rd of March 1918", "Monday, Oct. 26, 1998 at 9 a.m.", "June 5 last year"."""
    month = shape.value("M")
    numbers = [item.value for item in shape.items if item.letter in "NO2"]
    if month is None or not numbers or not all(number.isdigit() and 1 <= int(number) <= 31 for number in numbers):
        return None
    tails = [f"-{int(month):02}-{int(number):02}" for number in numbers[:2]]
    named = named_day(tails[0][1:], shape.next)
    if named is not None and shape.one("Y") is None:
        return calendar(shape, Fixed(value=named))
    reading = inside_year(shape, tails[0])
    weekday_said = shape.value("W")
    meaning = reading.meaning
    if weekday_said is not None and isinstance(meaning, Calendar) and isinstance(meaning.steps[-1], Pick):
        pick = msgspec.structs.replace(meaning.steps[-1], weekday=int(weekday_said))
        reading = replace(reading, meaning=msgspec.structs.replace(meaning, steps=(*meaning.steps[:-1], pick)))
    if shape.unit("U") == "week" and isinstance(reading.meaning, Calendar):
        return calendar(
            shape, *reading.meaning.steps, Shift(count=0, unit="week"), loose=reading.loose, anchor=reading.anchor
        )
    steps = reading.meaning.steps if isinstance(reading.meaning, Calendar) else ()
    if len(tails) == 2 and len(steps) == 1 and isinstance(steps[0], Fixed):
        return calendar(shape, Fixed(value=f"{steps[0].value}/{steps[0].value[:-6]}{tails[1]}"))
    return reading


def month(shape: Shape) -> Reading | None:
    """Read "June 1989", "last April", "early December", "September of that year"."""
    number = shape.value("M")
    return None if number is None else inside_year(shape, f"-{int(number):02}")


def season(shape: Shape) -> Reading | None:
    """Read "last fall", "the summer of 1919", "winter"."""
    reading = inside_year(shape, f"-{shape.value('S')}")
    tense = shape.tense() if shape.which() == "t" and shape.one("YU") is None else None
    if tense is None:
        return reading
    toward: Direction = "past_or_now" if tense == "past" else "future_or_now"
    return calendar(shape, Pick(value=f"XXXX-{shape.value('S')}", direction=toward))


def holiday(shape: Shape) -> Reading | None:
    """Read "Christmas 1963", "New Year's Eve"."""
    return inside_year(shape, f"-{shape.value('H')}")


def weekday(shape: Shape) -> Reading | None:
    """Read "Friday", "last Wednesday", "noon Saturday", "Tuesday of last week"."""
    pick = f"XXXX-WXX-{shape.value('W')}"
    part = shape.one("P")
    if part is not None and part.form.endswith("s"):
        return Reading(type="SET", meaning=Recurring(value=pick + part.value))
    unit = shape.unit("U")
    if unit is not None:
        which = shape.which()
        if unit != "week":
            return None
        weeks = Shift(count=WHICH[which] if which else 0, unit="week")
        return calendar(shape, weeks, Pick(value=pick, direction="within"), anchor=shape.anchored())
    return calendar(shape, Pick(value=pick, direction=shape.direction("past_or_now")), anchor=shape.anchored())


def weekend(shape: Shape) -> Reading | None:
    """Read "the weekend", "last weekend"."""
    which, tense = shape.which(), shape.tense()
    usual: Direction = "nearest" if tense is None else "past_or_now" if tense == "past" else "future_or_now"
    direction = usual if which is None else shape.direction("past_or_now")
    return calendar(shape, Pick(value="XXXX-WXX-WE", direction=direction), anchor=shape.anchored())


def day_of_speech(shape: Shape) -> Reading | None:
    """Read "today", "late yesterday", "tomorrow morning", "tonight"."""
    value = shape.value("D") or "0"
    if shape.named:
        return None
    if value.startswith("T"):
        reading = calendar(shape, Shift(count=0, unit="day"))
        return Reading(
            type="TIME",
            meaning=Calendar(steps=(Shift(count=0, unit="day"),), clock=value),
            mod=reading.mod,
            anchor="article",
        )
    steps = tuple(Shift(count=int(item.value), unit="day") for item in shape.items if item.letter == "D")
    beyond = {"{": -1, "}": 1}.get(next((item.letter for item in shape.items if item.letter in "{}"), ""), 0)
    return calendar(shape, *steps, *((Shift(count=beyond, unit="day"),) if beyond else ()))


def part_of_day(shape: Shape) -> Reading | None:
    """Read "this morning", "last night", "that evening", "the next morning", "9 a.m."."""
    which = shape.which()
    part = shape.one("P")
    if part is not None and part.form == "overnight":
        return calendar(shape, Shift(count=-1, unit="day"))
    count = {"l": -1, "b": -1, "x": 1, "f": 1}.get(which or "", 0)
    if which in {"x", "f", "s", "b"} or which is None:
        return calendar(shape, Shift(count=count, unit="day"), anchor="text")
    return calendar(shape, Shift(count=count, unit="day"))


def numbered_period(shape: Shape) -> Reading | None:
    """See "the eighth day", "the third year": counted from something that happened."""
    return Reading(type="DATE", meaning=None) if shape.unit() not in SMALL else None


def some_time(_: Shape) -> Reading | None:
    """Read "some time", "a long time": a length that is not told."""
    return Reading(type="DURATION", meaning=Length(value="PXX"))


def quarter(shape: Shape) -> Reading | None:
    """Read "the third quarter of 1984", "fourth-quarter", "last year's first half", "the year-ago third quarter"."""
    half, number = shape.one("h"), shape.value("O2")
    which = shape.which()
    if number is None:
        number = {"l": "2" if half else "4"}.get(which or "")
    elif which == "l" and shape.one("UY") is None:
        number = None if half else number
    if number is None or int(number) not in range(1, 3 if half else 5):
        return None
    reading = inside_year(shape, f"-{'H' if half else 'Q'}{int(number)}")
    if shape.one("AB") is not None and isinstance(reading.meaning, Calendar):
        pick = Pick(value=f"XXXX-{'H' if half else 'Q'}{int(number)}", direction=shape.direction("nearest"))
        return calendar(shape, pick, Shift(count=-1, unit="year", keep=True))
    own = "".join(shape.before[:1]) in words_around("own")
    if (own or shape.next in words_around("ending")) and isinstance(reading.meaning, Calendar):
        return replace(reading, meaning=msgspec.structs.replace(reading.meaning, fiscal=True))
    return reading


def year(shape: Shape) -> Reading | None:
    """Read "1989", "fiscal 1989", "480 B.C.", "the end of 2014", "2014-15"."""
    numbers = [item.value for item in shape.items if item.letter in "YNnO"]
    if not numbers or not re.fullmatch(r"[0-9]{1,4}(?:/[0-9]{4})?", numbers[0]):
        return None
    value = era(shape, numbers[0])
    if len(numbers) == 2:
        last = numbers[1]
        value = f"{value}/{value[: 4 - len(last)]}{last}" if len(last) in {2, 4} else value
    return calendar(shape, Fixed(value=value))


def decade(shape: Shape) -> Reading | None:
    """Read "the 1990s", "the mid-'80s"."""
    value = shape.value("T") or ""
    return calendar(shape, Fixed(value=f"BC{value}" if shape.one("<") else value))


def century(shape: Shape) -> Reading | None:
    """Read "the 20th century" as TIMEX3 does: ``19``."""
    unit, number = shape.value("C"), int(shape.value("O2") or 0)
    if unit != "century" or not 1 <= number <= 30:
        return None
    return calendar(shape, Fixed(value=f"{'BC' if shape.one('<') else ''}{number - 1:02}"))


def which_period(shape: Shape) -> Reading | None:
    """Read "last week", "the current quarter", "that year", "the following month", "the past year"."""
    unit, which = shape.unit("UCZ"), shape.which() or ("p" if shape.one("p") else None)
    if unit is None or which is None:
        return None
    if shape.next == "of" and which == "l" and shape.one("d") is not None and not shape.plural():
        return Reading(type="DATE", meaning=None)
    toward = {"l": "past", "b": "past", "p": "past", "x": "future", "j": "future", "f": "future"}.get(which)
    over = (
        which == "x"
        and shape.one("d") is not None
        and unit != "day"
        and "".join(shape.before[:1]) in words_around("over")
    )
    if shape.plural():
        return _length(shape, unit, None, toward)
    if which == "p" or over or (unit in SMALL and toward is not None):
        return _length(shape, unit, 1, toward)
    if unit in SMALL:
        return None
    size, of = grain(unit)
    told = next((item.letter for item in shape.items if item.letter in "sfb"), which)
    of_text = told in {"s", "f", "b"} or (unit == "day" and which == "x" and shape.one("d") is not None)
    anchor: Anchoring = "text" if of_text else "article"
    return calendar(shape, Shift(count=WHICH[told] * size, unit=of), anchor=anchor)


def bare_period(shape: Shape) -> Reading | None:
    """Read "the quarter", "the period", "the week", "the year"."""
    unit = shape.unit("UCZ")
    if unit in SMALL:
        return None
    if unit is not None and shape.plural():
        return _length(shape, unit, None, None)
    if unit == "day" and shape.items[0].letter == "d":
        return Reading(type="DATE", meaning=None)
    if shape.next in words_around("ending") and unit == "year":
        return _length(shape, unit, 1, None)
    if unit is None or unit == "quarter":
        return calendar(
            shape,
            Shift(count=-1 if shape.one("e") else 0, unit="quarter"),
            anchor="article" if shape.one("e") else "text",
        )
    size, of = grain(unit)
    return calendar(shape, Shift(count=0, unit=of), loose=True) if size == 1 else None


def ago(shape: Shape) -> Reading | None:
    """Read "five years ago", "a year ago", "several weeks ago"."""
    unit = shape.unit()
    if unit is None:
        return None
    count = amount(shape)
    if count is None or (count != int(count) and unit not in {"year", "century", "decade"}):
        return reference("PAST_REF")
    mod = shape.mod()
    if unit in SMALL:
        return Reading(type="DURATION", meaning=Length(value=length(count, unit), direction="past"), mod=mod)
    size, of = grain(unit)
    number, of = (int(count * 12), "month") if count != int(count) and of == "year" else (int(count), of)
    if abs(number) > 100_000:
        return None
    later = AGO_MODS.get(mod or "", mod)
    alike = number == 1 and of == "year"
    return calendar(shape, Shift(count=-number * size, unit=of), mod=later, alike=alike)


def year_ago(shape: Shape) -> Reading | None:
    """Read "year-earlier", "the year-ago quarter", "a year earlier": the same period of the year before."""
    if shape.unit("U") != "year":
        return None
    return calendar(shape, Shift(count=-1, unit="year", keep=True), anchor="text", loose=not shape.compared)


def from_text(shape: Shape) -> Reading | None:
    """Read "two days later", "a week earlier", "the day before", "three months after"."""
    unit, toward = shape.unit(), shape.one("BF{}b")
    if unit is None or toward is None:
        return None
    event = toward.value in {"before", "after"} and shape.next not in words_around("no_event") | {""}
    count = amount(shape)
    if shape.one("d") is not None and shape.one("Nnva") is None and not shape.plural():
        count = 1
    sign = -1 if toward.letter in "B{b" else 1
    if event and (count is None or shape.one("d") is None):
        return replace(_length(shape, unit, count, None), tail=1)
    if count is None:
        return reference("PAST_REF") if sign < 0 else Reading(type="DATE", meaning=None)
    if unit in SMALL or abs(count) > 100_000:
        return Reading(type="DURATION", meaning=Length(value=length(count, unit)), mod=shape.mod())
    size, of = grain(unit)
    number = int(count)
    if count != number:
        if of != "year":
            return Reading(type="DATE", meaning=None)
        number, of = int(count * 12), "month"
    anchor = "event" if event else "text"
    return calendar(shape, Shift(count=sign * number * size, unit=of), anchor=anchor)


def some_length(shape: Shape) -> Reading | None:
    """Read "three months", "a few days", "the past 20 years", "5 1/2 hours", "decades"."""
    unit = shape.unit()
    if unit is None or (len(shape.items) == 1 and not shape.plural()):
        return None
    direction = "past" if shape.one("pl") else "future" if shape.one("xj") else None
    return _length(shape, unit, amount(shape), direction)


def _length(shape: Shape, unit: str, count: float | None, direction: str | None) -> Reading:
    value = length(count, unit)
    meaning = Length(value=value, direction=direction)  # type: ignore[arg-type]
    return Reading(type="DURATION", meaning=meaning, mod=shape.mod(), anchor="article" if direction else None)


def a_unit(shape: Shape) -> Reading | None:
    """Read "a year": a rate behind a number or a thing, else a length."""
    unit = shape.unit("UCZ")
    if unit is None:
        return None
    if (shape.one("~^") is None and shape.tag_before in COUNTING) or (
        shape.before[:1] and shape.before[0] in words_around("times")
    ):
        return Reading(type="SET", meaning=Recurring(value=length(1, unit)))
    return _length(shape, unit, 1, None)


def every(shape: Shape) -> Reading | None:
    """Read "every day", "each Thursday", "every two weeks", "twice a week", "per month", "Tuesday nights"."""
    quantifier = shape.one("V")
    quant = None if quantifier is None else quantifier.form.upper()
    times = shape.value("1") or (shape.value("Nn") if shape.one("X") else None)
    freq = None if times is None or len(times) > 9 else f"{int(float(times))}X"
    unit = shape.unit("UCZ")
    named = {"W": "XXXX-WXX-", "w": "XXXX-WXX-", "M": "XXXX-", "S": "XXXX-"}
    day = shape.one("WwMS")
    if unit is not None:
        value = length(1 if times is not None else amount(shape) or 1, unit)
    elif day is not None:
        shown = f"{int(day.value):02}" if day.letter == "M" else day.value
        value = named[day.letter] + shown + (shape.value("P") or "")
    elif shape.one("E") is not None:
        value = "XXXX-WXX-WE"
    else:
        value = f"XXXX-XX-XX{shape.value('P')}"
    return Reading(type="SET", meaning=Recurring(value=value), quant=quant, freq=freq)


def frequency(shape: Shape) -> Reading | None:
    """Read "daily", "quarterly"."""
    return Reading(type="SET", meaning=Recurring(value=shape.value("Q") or ""), freq="1X")


def plain_reference(shape: Shape) -> Reading | None:
    """Read "now", "recently", "the future", "the past", "current"."""
    value = shape.value("R")
    if shape.next == "as" and shape.before[:1] == ["as"]:
        return None
    of_letter = {
        "p": "PAST_REF",
        "r": "PAST_REF",
        "1": "PAST_REF",
        "B": "PAST_REF",
        "{": "PAST_REF",
        "c": "PRESENT_REF",
    }
    letter = next((item.letter for item in shape.items if item.letter in of_letter), "")
    return reference(value or of_letter[letter])


def year_end(shape: Shape) -> Reading | None:
    """Read "year-end": the last day of the year."""
    return inside_year(shape, "-12-31")
