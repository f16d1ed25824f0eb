"""Scores the reading of time expressions: ``python benchmarks/time/run.py --data DIR [--peers]``.

Type, value and extent as in TempEval-3 task A over the files of ``DIR/timex``, the whole pipeline anchored at the day
that each document gives. One JSON line per measure on standard output. With ``--peers`` also the packages of
``peers.txt`` that are installed, on the same texts, their lines with a ``system``. What those find is put into TIMEX3
in good faith: where a package gives two readings of a weekday or month, the past one counts, as in news.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from importlib import import_module
from pathlib import Path
from typing import Any

from rashomon.annotate.times import times
from rashomon.model import load
from rashomon.records import Span
from rashomon.train.corpora.documents import rows
from rashomon.train.corpora.timeml import kept
from rashomon.train.evaluate import aligned, f1, trimmed
from rashomon.values.intervals import ALWAYS, Interval
from rashomon.values.timex import resolve_all

FILES = "timex/*.jsonl"
Answer = tuple[int, int, str, str]
"""Start, end, type and value of a time expression."""
System = Callable[[str, date | None], list[Answer]]
UNKNOWN_DAY = date(2000, 1, 1)
QUARTER = re.compile(r"\((\d{4})-(01|04|07|10)-01,[\d-]+,P3M\)")
TIMEXY = re.compile(r'type="(\w+)" value="([^"]*)"')
DATES = {"date": "DATE", "daterange": "DATE", "datetime": "TIME", "time": "TIME", "duration": "DURATION", "set": "SET"}


def pipeline() -> System:
    """Return our own reading of a text."""
    nlp = load()

    def read(text: str, day: date | None) -> list[Answer]:
        found = times(nlp(text), lambda start, end: Span(article="", start=start, end=end, text=text[start:end]))
        whens = resolve_all(found, ALWAYS if day is None else Interval(day, day))
        return [
            (one.span.start, one.span.end, one.type, when.value or "") for one, when in zip(found, whens, strict=True)
        ]

    return read


def day_of(written: str) -> date | None:
    """Return the day of a document creation time."""
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None


def documents(path: Path) -> list[dict[str, Any]]:
    """Return the documents of a file that are scored: of ``tbaq_dev`` the fifth that is kept."""
    return [row for row in rows(path) if path.name != "tbaq_dev.jsonl" or kept(row["id"])]


def measures(path: Path, system: System) -> Iterator[tuple[str, float, int]]:
    """Yield name, value in percent and number of gold expressions of each measure; WikiWars has no types."""
    counts: Counter[str] = Counter()
    for row in documents(path):
        text = row["text"]
        answers = system(text, day_of(row["dct"]))
        gold = [
            (*trimmed(one["start"], one["end"], text), one["type"], str(one.get("value") or ""))
            for one in row["timexes"]
        ]
        by_type = aligned([one[:3] for one in gold], [one[:3] for one in answers])
        by_value = aligned(
            [(start, end, value.upper()) for start, end, _, value in gold],
            [(start, end, value.upper()) for start, end, _, value in answers],
        )
        counts.update(by_type)
        counts["value"] += by_value["label"]
    names = {"timex.value_f1": "value", "timex.type_f1": "label", "timex.relaxed_f1": "relaxed"}
    for name, counted in names.items():
        if counted != "label" or "wikiwars" not in path.name:
            yield name, f1(counts[counted], counts["answers"], counts["gold"]), counts["gold"]


def peers() -> dict[str, System]:
    """Return the packages that are installed; says on standard error which are not."""
    found: dict[str, System] = {}
    for name, make in (
        ("recognizers-text-suite", recognizers),
        ("dateparser", dateparser),
        ("timexy", timexy),
    ):
        try:
            found[name] = make()
        except ImportError as error:
            sys.stderr.write(f"skipped: {name} ({error}); pip install -r benchmarks/time/peers.txt\n")
    return found


def recognizers() -> System:
    """Microsoft's Recognizers-Text: ``datetimeV2`` of English."""
    recognize = import_module("recognizers_date_time").recognize_datetime

    def read(text: str, day: date | None) -> list[Answer]:
        found: list[Answer] = []
        for one in recognize(text, "en-us", reference=_noon(day)):
            kind = one.type_name.removeprefix("datetimeV2.")
            values = (one.resolution or {}).get("values") or [{}]
            found.append((one.start, one.end + 1, DATES.get(kind, "TIME"), _of_recognizers(kind, values[0])))
        return found

    return read


def _of_recognizers(kind: str, value: dict[str, Any]) -> str:
    timex = str(value.get("timex", ""))
    quarter = QUARTER.fullmatch(timex)
    if quarter:
        return f"{quarter[1]}-Q{(int(quarter[2]) + 2) // 3}"
    if kind == "daterange" and timex.startswith("XXXX-") and "start" in value:
        return str(value["start"])[: len(timex)]
    if kind == "date" and "X" in timex:
        return str(value.get("value", ""))
    if kind == "datetime" and "value" in value:
        return str(value["value"])[:16].replace(" ", "T")
    return timex


def dateparser() -> System:
    """The search of dateparser: days and times only, no types; what has no day of its own is a date."""
    search = import_module("dateparser.search").search_dates

    def read(text: str, day: date | None) -> list[Answer]:
        settings = {"RELATIVE_BASE": _noon(day), "PREFER_DATES_FROM": "past"}
        found: list[Answer] = []
        at = 0
        for words, moment in search(text, languages=["en"], settings=settings) or []:
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                found.append((start, at, "DATE", moment.date().isoformat()))
        return found

    return read


def timexy() -> System:
    """Timexy's component for spaCy."""
    import_module("timexy")
    nlp = import_module("spacy").blank("en")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": True})

    def read(text: str, day: date | None) -> list[Answer]:
        del day
        found: list[Answer] = []
        for span in nlp(text).ents:
            told = TIMEXY.search(span.kb_id_)
            if told:
                found.append((span.start_char, span.end_char, told[1], told[2].removesuffix("T00:00:00")))
        return found

    return read


def _noon(day: date | None) -> datetime:
    return datetime.combine(day or UNKNOWN_DAY, time(12))


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--peers", action="store_true", help="score other packages too")
    options = parser.parse_args()
    paths = [path for path in sorted(options.data.glob(FILES)) if "train" not in path.name]
    if not paths:
        sys.stderr.write(f"skipped: no {FILES} in {options.data}\n")
        return
    systems: dict[str, System] = {"": pipeline(), **(peers() if options.peers else {})}
    for path in paths:
        for system, read in systems.items():
            named = {"system": system} if system else {}
            for measure, value, n in measures(path, read):
                file = path.relative_to(options.data).as_posix()
                print(json.dumps({"file": file, "measure": measure, "value": value, "n": n, **named}), flush=True)


if __name__ == "__main__":
    main()
