"""Scores the reading of quantities: ``python benchmarks/quantities/run.py --data DIR [--peers]``.

One JSON line per file and measure on standard output, F1 in percent, micro over the file: ``quantity.value_f1``, and of
value and one field together ``.unit_f1``, ``.change_f1``, ``.concept_partial_f1`` (a range equals only a range; each
measure has its own best one-to-one matching in a sentence). The small sets have values and units only. ``newsquant.py``
turns our quantities into the convention of the data. ``--peers``: also the packages of ``peers.txt`` that are
installed, through the same scorer, on lines with a ``system``.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon.annotate.quantities import quantities
from rashomon.model import load
from rashomon.records import Span

sys.path.insert(0, str(Path(__file__).parents[2]))
from benchmarks.quantities.newsquant import Marked, Number, marked
from benchmarks.quantities.peers import installed

FILES = ("newsquant_*.jsonl", "age*.jsonl", "currency*.jsonl", "dimension*.jsonl", "temperature*.jsonl")
TOLERANCE = (1e-8, 1e-5)
Same = Callable[[Marked, Marked], bool]
Reader = Callable[[str], list[Marked]]


def close(one: float, other: float) -> bool:
    """Tell whether two numbers are equal but for rounding."""
    return abs(one - other) <= TOLERANCE[0] + TOLERANCE[1] * abs(other)


def equal(one: Number, other: Number) -> bool:
    """Tell whether two values are equal."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return close(one[0], other[0]) and close(one[1], other[1])
    return not isinstance(one, tuple) and not isinstance(other, tuple) and close(one, other)


MEASURES: dict[str, Same] = {
    "value_f1": lambda one, gold: equal(one.value, gold.value),
    "unit_f1": lambda one, gold: equal(one.value, gold.value) and one.unit == gold.unit,
    "change_f1": lambda one, gold: equal(one.value, gold.value) and one.change == gold.change,
    "concept_partial_f1": lambda one, gold: equal(one.value, gold.value) and bool(one.concepts & gold.concepts),
}
FIELDS = {"change_f1": "change", "concept_partial_f1": "referred_concepts"}


def matches(found: Sequence[Marked], gold: Sequence[Marked], same: Same) -> int:
    """Return the size of the largest one-to-one matching."""
    taken: dict[int, int] = {}

    def place(one: int, seen: set[int]) -> bool:
        for other in range(len(found)):
            if other not in seen and same(found[other], gold[one]):
                seen.add(other)
                if other not in taken or place(taken[other], seen):
                    taken[other] = one
                    return True
        return False

    return sum(place(one, set()) for one in range(len(gold)))


def value(written: str) -> Number | None:
    """Return a value as the data write it: "2.5", "2-5"; None for what is no number."""
    low, dash, high = written.rpartition("-")
    try:
        return (float(low), float(high)) if dash and low and not low.endswith("e") else float(written)
    except ValueError:
        return None


def gold_of(row: dict[str, Any]) -> list[Marked]:
    """Return the quantities that the data give a sentence."""
    return [
        Marked(
            read,
            (quantity.get("normalized_unit") or "-").strip().lower(),
            (quantity.get("change") or "=").strip(),
            frozenset(quantity.get("referred_concepts", "").lower().replace(",", " ").split()),
        )
        for quantity in row["quantities"]
        if (read := value(quantity["value"])) is not None
    ]


def scores(rows: Sequence[dict[str, Any]], read: Reader) -> Iterator[tuple[str, float, int]]:
    """Yield measure, F1 in percent and number of gold quantities."""
    fields = {field for row in rows for quantity in row["quantities"] for field in quantity}
    pairs = [(read(row["text"]), gold_of(row)) for row in rows]
    found, gold = (sum(len(pair[side]) for pair in pairs) for side in (0, 1))
    for name, same in MEASURES.items():
        if FIELDS.get(name, "normalized_unit") in fields:
            right = sum(matches(ours, theirs, same) for ours, theirs in pairs)
            yield f"quantity.{name}", round(200 * right / (found + gold), 2) if right else 0.0, gold


def reader() -> Reader:
    """Return the whole pipeline: the model on the sentence, then the stage."""
    nlp = load()

    def read(text: str) -> list[Marked]:
        doc = nlp(text)
        found = quantities(doc, lambda start, end: Span(article="-", start=start, end=end, text=text[start:end]))
        return marked(doc, found)

    return read


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--peers", action="store_true", help="score other packages as well")
    options = parser.parse_args()
    systems: dict[str, Reader] = {"": reader()} | (installed() if options.peers else {})
    for pattern in FILES:
        paths = [path for path in sorted((options.data / "quantity").glob(pattern)) if "train" not in path.name]
        if not paths:
            sys.stderr.write(f"skipped: no quantity/{pattern} in {options.data}\n")
        for path in paths:
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
            for system, read in systems.items():
                for measure, score, count in scores(rows, read):
                    line = {
                        "file": path.relative_to(options.data).as_posix(),
                        "measure": measure,
                        "value": score,
                        "n": count,
                    }
                    print(json.dumps(line | ({"system": system} if system else {})), flush=True)


if __name__ == "__main__":
    main()
