"""Scores the days of timelines and their sentences: ``python benchmarks/timelines/run.py --data DIR [--quick]``.

One JSON line per file and measure on standard output, over ``timelines/t17_*_gold.jsonl`` (Tran et al. 2013) with the
articles beside it; the mean over the timelines of the file (definitions: ``rashomon.train.timeline_scores``):

* ``timeline.date_f1``: the days;
* ``timeline.ar1``: their sentences.

As published runs do, a timeline is asked for as many days as the gold has, and for the gold's mean number of sentences
a day; articles from outside the gold's range are dropped. The texts come as tokens, a sentence a line: they are joined
to running text before they are read, and a sentence is answered by its line. Dates of publication are given.
"""

import argparse
import gzip
import json
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rashomon.annotate import annotate
from rashomon.link import with_copies
from rashomon.model import load
from rashomon.read import find_sources, read
from rashomon.reconcile.timeline import Days
from rashomon.records import Article
from rashomon.records.annotation import Reading
from rashomon.train.evaluate import Measure
from rashomon.train.timeline_scores import Timeline, aligned_rouge_1, date_f1

PATTERN = "timelines/t17_*_gold.jsonl"
QUICK = 150
"""With ``--quick``, topics of more articles are left out."""
ESCAPED = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "\\/": "/", "\\*": "*"}
"""Signs that the Penn Treebank writes otherwise."""
QUOTES = ((re.compile(r"`` ?"), "“"), (re.compile(r" ?''"), "”"), (re.compile(r"(?<!\S)` "), "‘"))
JOINED = re.compile(r" (?=[.,;:!?%)\]}]|n't\b|'(?:s|re|ve|ll|d|m)?\b|'(?= |$))|(?<=[(\[{$£€]) ")
"""Spaces that running text does not have."""


@dataclass(frozen=True, slots=True)
class Told:
    """An article as it is read, what it tells, and its lines as they were given."""

    article: Article
    reading: Reading
    lines: Sequence[str]


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--quick", action="store_true", help="leave the large topics out")
    options = parser.parse_args()
    paths = sorted(options.data.glob(PATTERN))
    if not paths:
        sys.stderr.write(f"skipped: no {PATTERN} in {options.data}\n")
    for path in paths:
        texts = path.with_name(path.name.replace("_gold.jsonl", "_docs.jsonl.gz"))
        if not texts.exists():
            sys.stderr.write(f"skipped: no {texts.name} beside {path.name}\n")
            continue
        with gzip.open(texts, "rt", encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        if not (options.quick and len(rows) > QUICK):
            for one in measures(path, path.relative_to(options.data).as_posix(), list(told(rows))):
                print(
                    json.dumps({"file": one.file, "measure": one.measure, "value": one.value, "n": one.n}), flush=True
                )


def told(rows: Sequence[dict[str, str]]) -> Iterator[Told]:
    """Yield the articles that are read, with what they tell."""
    nlp = load()
    with tempfile.TemporaryDirectory() as folder:
        for number, row in enumerate(rows):
            lines = row["text"].split("\n")
            path = Path(folder) / f"{number}.jsonl"
            path.write_text(json.dumps({"date": row["date"], "text": "\n".join(map(running, lines))}), encoding="utf-8")
            sources, _ = find_sources([str(path)])
            for article in (one for source in sources for one in read(source) if isinstance(one, Article)):
                if article.annotated:
                    yield Told(article, annotate(article, nlp).reading, lines)


def running(line: str) -> str:
    """Return a line of tokens as running text."""
    for written, sign in ESCAPED.items():
        line = line.replace(written, sign)
    for pattern, sign in QUOTES:
        line = pattern.sub(sign, line)
    return JOINED.sub("", line).strip()


def measures(path: Path, name: str, accounts: Sequence[Told]) -> Iterator[Measure]:
    """Yield the scores of a file; ``n`` is the number of its timelines."""
    days, sentences = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = {date.fromisoformat(row["date"]): row["sents"] for row in json.loads(line)["timeline"]}
        found = timeline(gold, accounts)
        days.append(date_f1(gold, found))
        sentences.append(aligned_rouge_1(gold, found))
    for measure, values in (("timeline.date_f1", days), ("timeline.ar1", sentences)):
        yield Measure(name, measure, round(sum(values) / len(values), 2), len(values))


def timeline(gold: Timeline, accounts: Sequence[Told]) -> Timeline:
    """Return the days of the gold's range that weigh most, with their best sentences, as many as the gold has."""
    first, last = min(gold), max(gold)
    inside = {one.article.id: one for one in accounts if _published(one.article, first, last)}
    articles = with_copies([one.article for one in inside.values()])
    days = Days(articles, [one.reading for one in inside.values()])
    weights = {day: weight for day, weight in days.weights().items() if first <= day <= last}
    chosen = sorted(weights, key=lambda day: (-weights[day], day))[: len(gold)]
    number = max(1, round(sum(map(len, gold.values())) / len(gold)))
    return {
        day: [
            inside[span.article].lines[inside[span.article].article.text.count("\n", 0, span.start)]
            for span in days.best(day, number)
        ]
        for day in chosen
    }


def _published(article: Article, first: date, last: date) -> bool:
    day = article.published.latest
    return day is not None and first <= day <= last


if __name__ == "__main__":
    main()
