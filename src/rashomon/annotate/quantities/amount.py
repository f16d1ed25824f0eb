"""An amount: a number with what stands right beside it."""

from dataclasses import dataclass

from rashomon.annotate.quantities.numbers import Number
from rashomon.languages.units import Unit

YEARS = range(1000, 2101)
"""Whole numbers of four digits that may be years."""


@dataclass(slots=True)
class Amount:
    """A number, or a range of numbers, with its unit and its bound, in the lexemes from ``begin`` to before ``end``.

    ``first`` and ``last`` enclose number and unit without the bound words.
    """

    first: int
    last: int
    number: Number
    unit: Unit | None = None
    per: str | None = None
    high: float | None = None
    """The upper end of a range whose lower end is ``number.value``."""
    bound: str = "="
    age: bool = False
    whole_of: float | None = None
    """The second number of "one in five"."""
    pair: tuple[float, float] | None = None
    """Both numbers of what is no range: a score, a tally, a range that runs backwards."""
    begin: int = -1
    end: int = -1

    def __post_init__(self) -> None:
        self.begin, self.end = self.first, self.last
