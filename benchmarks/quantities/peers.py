"""Other packages that read quantities, in the convention of NewsQuant: quantulum3 and Recognizers-Text.

Both give neither change nor concept; units without a name of their own are bare numbers.
"""

import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from benchmarks.quantities.newsquant import UNITS, Marked, british

Reader = Callable[[str], list[Marked]]
NO_CONCEPT = frozenset(("-",))
NAMES = UNITS | {
    "dimensionless": "-",
    "united states dollar": "dollar",
    "per cent": "percentage",
    "degree angle": "degree",
    "degree fahrenheit": "fahrenheit",
    "degree celsius": "celsius",
    "f": "fahrenheit",
    "c": "celsius",
    "pence": "penny",
    "franc": "swiss franc",
}
"""What the packages call units, in the words of NewsQuant."""


def installed() -> dict[str, Reader]:
    """Return the readers of the packages that are installed; the others are skipped with a line on standard error."""
    found: dict[str, Reader] = {}
    for name, make in (("quantulum3", _quantulum), ("recognizers-text", _recognizers)):
        try:
            found[name] = make()
        except ImportError as error:
            sys.stderr.write(f"skipped: {name} is not installed ({error}); see peers.txt\n")
    return found


def _quantulum() -> Reader:
    parse = import_module("quantulum3.parser").parse

    def read(text: str) -> list[Marked]:
        return [_of_quantulum(quantity) for quantity in parse(text)]

    return read


def _of_quantulum(quantity: Any) -> Marked:
    value, spread = float(quantity.value), float(quantity.uncertainty or 0)
    name = quantity.unit.name.lower()
    return Marked((value - spread, value + spread) if spread else value, NAMES.get(name, name), "=", NO_CONCEPT)


def _recognizers() -> Reader:
    suite = import_module("recognizers_suite")
    culture = suite.Culture.English
    with_units = (
        suite.recognize_age,
        suite.recognize_currency,
        suite.recognize_dimension,
        suite.recognize_temperature,
        suite.recognize_percentage,
    )

    def read(text: str) -> list[Marked]:
        found = [(result, name) for name in with_units for result in name(text, culture)]
        covered = [(result.start, result.end) for result, _ in found]
        bare = [
            result
            for result in suite.recognize_number(text, culture)
            if not any(start <= result.end and result.start <= end for start, end in covered)
        ]
        return list(_of_recognizers(result for result in [*(result for result, _ in found), *bare]))

    return read


def _of_recognizers(results: Iterable[Any]) -> Iterable[Marked]:
    for result in results:
        resolution = result.resolution or {}
        written = str(resolution.get("value") or "").rstrip("%")
        try:
            value = float(written)
        except ValueError:
            continue
        unit = "percentage" if result.type_name == "percentage" else british(str(resolution.get("unit") or "-").lower())
        unit = NAMES.get(unit, unit)
        if result.type_name == "age":
            unit = f"{unit} of age"
        yield Marked(value, unit, "=", NO_CONCEPT)
