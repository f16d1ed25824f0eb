"""What the shapes of time expressions mean: one function for each shape of the grammar, from its items to a reading."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from rashomon.annotate.times.context import Tense
from rashomon.annotate.times.items import Item
from rashomon.records.times import (
    Anchoring,
    Calendar,
    Direction,
    Fixed,
    Grain,
    Meaning,
    Mod,
    Pick,
    Reference,
    Shift,
    Step,
    TimeType,
)

WHICH = {"l": -1, "b": -1, "e": -1, "x": 1, "j": 1, "f": 1, "t": 0, "s": 0, "c": 0, "=": 0}
"""How many periods from the anchor "last", "next", "this" and the like lead."""
SIDES: dict[str, Direction] = {
    "l": "past",
    "b": "past",
    "e": "past",
    "x": "future",
    "f": "future",
    "j": "future_or_now",
}
OF_TEXT = frozenset("sfb")
"""Words that refer to the time that the text is speaking of: "that", "following", "previous"."""
CODES = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y"}
TIMES: dict[str, tuple[int, str]] = {
    "fortnight": (2, "week"),
    "quarter": (3, "month"),
    "decade": (10, "year"),
    "century": (100, "year"),
}
VAGUE_CODES = CODES | {"quarter": "Q", "decade": "DE", "century": "CE", "fortnight": "W"}
PARTLY: dict[str, tuple[str, int]] = {"hour": ("minute", 60), "minute": ("second", 60)}
SMALL = frozenset(("second", "minute", "hour"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an expression says, before the text around it has settled what it hangs on."""

    type: TimeType
    meaning: Meaning | None
    mod: Mod | None = None
    quant: str | None = None
    freq: str | None = None
    anchor: Anchoring | None = None
    loose: bool = False
    """The year is not said; where the text speaks of one, it is that."""
    alike: bool = False
    """Where the text speaks of a quarter, it is the quarter of that time."""
    tail: int = 0
    """Items at the end that are no part of the expression."""


@dataclass(slots=True)
class Shape:
    """The items of one shape found, and what is known of the sentence around."""

    items: Sequence[Item]
    before: Sequence[str]
    """Up to two words before it, the nearest first, lower case."""
    tag_before: str
    next: str
    """The word behind it, lower case, empty where a sign or nothing follows."""
    compared: bool
    """Whether words stand before it in its sentence, as in "up from a year earlier"."""
    named: bool
    """Whether it stands behind another word with a capital and has one: "Carlson Tonight"."""
    tense: Callable[[], Tense | None]
    letters: str = field(init=False)

    def __post_init__(self) -> None:
        self.letters = "".join(item.letter for item in self.items)

    def one(self, letters: str) -> Item | None:
        """Return the first item that has one of the letters."""
        return next((item for item in self.items if item.letter in letters), None)

    def value(self, letters: str) -> str | None:
        """Return the meaning of the first item that has one of the letters."""
        item = self.one(letters)
        return None if item is None else item.value

    def unit(self, letters: str = "UCZ2") -> str | None:
        """Return the unit that the shape names last."""
        item = next((item for item in reversed(self.items) if item.letter in letters), None)
        return None if item is None else "second" if item.letter == "2" else item.value

    def plural(self) -> bool:
        """Return whether the unit that the shape names last stands in the plural."""
        item = next((item for item in reversed(self.items) if item.letter in "UCZ"), None)
        return item is not None and item.form.endswith("s")

    def which(self) -> str | None:
        """Return the letter of "last", "next", "this" or another such word."""
        item = next((item for item in self.items if item.letter in WHICH), None)
        return None if item is None else item.letter

    def mod(self) -> Mod | None:
        """Return the modifier of TIMEX3 that the words before give."""
        value = self.value("m~^")
        if value is None and self.items[0].letter in "BF" and len(self.items) > 1:
            value = "START" if self.items[0].letter == "B" else "END"
        return value  # type: ignore[return-value]

    def direction(self, usual: Direction, *, inside: bool = False) -> Direction:
        """Return where a recurring date is to be looked for: by "last" and "next", else by the tense.

        ``usual`` is the side where nothing tells, ``inside`` whether "this" is the one of the anchor's own year.
        """
        which = self.which() or ("l" if self.one("p") else "")
        if inside and which in {"t", "c", "s"}:
            return "within"
        if which in SIDES:
            return SIDES[which]
        tense = self.tense()
        if tense is None:
            return "future_or_now" if which == "t" else usual
        if usual == "nearest":
            return "past_rather" if tense == "past" else "future_rather"
        return "past_or_now" if tense == "past" else "future_or_now"

    def anchored(self) -> Anchoring:
        """Return whether the words refer to the article's date or to what the text speaks of."""
        which = self.which()
        return "text" if which is not None and which in OF_TEXT else "article"


Reader = Callable[[Shape], Reading | None]


def calendar(shape: Shape, *steps: Step, **more: object) -> Reading:
    """Return the reading of a date, with its time of day where the shape has one."""
    clock, zone = clock_of(shape)
    anchor = more.pop("anchor", None if isinstance(steps[0], Fixed) else "article")
    fiscal = shape.one("$") is not None
    reading = Reading(
        type="TIME" if clock else "DATE",
        meaning=Calendar(steps=steps, clock=clock, zone=zone, fiscal=fiscal),
        mod=shape.mod(),
        anchor=anchor,  # type: ignore[arg-type]
    )
    return replace(reading, **more)  # type: ignore[arg-type]


def clock_of(shape: Shape) -> tuple[str | None, str | None]:
    """Return the time of day and the zone that the shape says."""
    exact, part = shape.value("K"), shape.value("P")
    if exact is not None:
        hour, minute = exact.split(":")[:2]
        if int(hour) > 24 or int(minute) > 59:
            return None, None
        if part in {"TAF", "TEV", "TNI"} and 1 <= int(hour) < 12:
            hour = str(int(hour) + 12)
        return f"T{int(hour):02}:{minute}", shape.value("z")
    return part, None


def year_step(shape: Shape) -> Step | None:
    """Return the step to the year that the shape names: "1989", "last year", "that year"."""
    year = shape.value("Nn") if shape.one("<") else shape.value("Y")
    if year is not None:
        return Fixed(value=era(shape, year))
    which = shape.which()
    if shape.unit("U") == "year":
        return Shift(count=WHICH[which] if which else 0, unit="year")
    return None


def era(shape: Shape, year: str) -> str:
    """Return a year as TIMEX3 has it, those before Christ with ``BC``."""
    return f"BC{int(year):04}" if shape.one("<") else year if "/" in year else f"{int(year):04}"


def inside_year(shape: Shape, tail: str, *, usual: Direction = "nearest") -> Reading:
    """Return the reading of a part of a year ("-06", "-Q3", "-SU"), its year said or not."""
    step = year_step(shape)
    if isinstance(step, Fixed):
        return calendar(shape, Fixed(value=step.value + tail))
    if step is not None:
        anchor = shape.anchored()
        return calendar(shape, step, Pick(value=f"XXXX{tail}", direction="within"), anchor=anchor)
    direction = shape.direction(usual, inside=True)
    loose = shape.which() is None and shape.one("p") is None
    return calendar(shape, Pick(value=f"XXXX{tail}", direction=direction), anchor=shape.anchored(), loose=loose)


def reference(value: str) -> Reading:
    """Return the reading of "now", "recently", "soon"."""
    return Reading(type="DATE", meaning=Reference(value=value), anchor="article")  # type: ignore[arg-type]


def amount(shape: Shape) -> float | None:
    """Return how many units the shape counts, None when it doesn't say."""
    number = shape.value("Nn1")
    many = shape.letters.count("N") + shape.letters.count("n")
    if many > 1 or "|" in shape.letters:
        return None
    half = 0.5 if "h" in shape.letters else 0
    if number is not None and len(number) <= 9:
        return float(number) + half
    if number is None and "a" in shape.letters and "v" not in shape.letters:
        before_unit = shape.letters.find("h") > max(shape.letters.find("U"), shape.letters.find("C"))
        return 1 + half if before_unit and half else half or 1
    return half or None


def length(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a length: ``P3M``, ``PT5H30M``, ``P2.5Y``; ``PXD`` where it isn't counted."""
    if count is None:
        code = VAGUE_CODES[unit]
        return f"P{code[:-1]}X{code[-1]}" if code.startswith("T") else f"PX{code}"
    if unit in TIMES:
        size, unit = TIMES[unit]
        count *= size
    code = CODES[unit]
    if unit in PARTLY and count != int(count):
        finer, parts = PARTLY[unit]
        rest = round((count - int(count)) * parts)
        whole = f"{int(count)}{code[-1]}" if count >= 1 else ""
        return f"PT{whole}{rest}{CODES[finer][-1]}"
    return f"P{code[:-1]}{count:.6g}{code[-1]}" if count < 1e6 else f"P{code[:-1]}{int(count)}{code[-1]}"


def grain(unit: str) -> tuple[int, Grain]:
    """Return a unit as so many of a grain of the calendar."""
    return (2, "week") if unit == "fortnight" else (1, unit)  # type: ignore[return-value]
