"""Scores the reading of articles: ``python benchmarks/articles/run.py --data DIR``.

Two measures over the pages of ``DIR/article_extraction``: 4-gram shingle F1 of the marked body of the page as saved,
and of its bare visible text. One JSON line per measure on standard output; trafilatura's score and the times on
standard error.
"""

import argparse
import gzip
import json
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import trafilatura
from resiliparse.extract.html2text import extract_plain_text

from rashomon.read import find_sources, read
from rashomon.records import Article

FOLDER = "article_extraction"
WORD = re.compile(r"\w+")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the multiset of 4-token shingles; a shorter text is one shingle."""
    tokens = WORD.findall(text)
    return Counter(tuple(tokens[place : place + 4]) for place in range(max(1, len(tokens) - 3)) if tokens)


def f1(pairs: list[tuple[str, str]]) -> float:
    """Return the F1 (percent) of (gold, answer) pairs: harmonic mean of the mean precision and the mean recall."""
    precisions, recalls = [], []
    for gold, answer in ((shingles(gold), shingles(answer)) for gold, answer in pairs):
        common = (gold & answer).total()
        if answer:
            precisions.append(common / answer.total())
        if gold:
            recalls.append(common / gold.total())
    if not precisions or not recalls:
        return 0.0
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    return 200 * precision * recall / (precision + recall) if precision + recall else 0.0


def marked_body(path: Path) -> str:
    """Return what the program marks as body in one file, empty when it takes it for no article."""
    sources, _ = find_sources([str(path)])
    for article in read(sources[0]):
        if isinstance(article, Article):
            return "\n".join(article.text[part.start : part.end] for part in article.body)
    return ""


def bare_text(page: str) -> str:
    """Return the visible text of a page as a scraper without an extractor leaves it."""
    text: str = extract_plain_text(
        page,
        preserve_formatting=True,
        main_content=False,
        links=False,
        alt_texts=False,
        form_fields=False,
        noscript=False,
    )
    return text


def timed(answer: Callable[[], str]) -> tuple[str, float]:
    """Return an answer and the milliseconds that it took."""
    start = time.perf_counter()
    found = answer()
    return found, 1000 * (time.perf_counter() - start)


def main() -> int:
    """Score every page that has a gold body."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    folder = parser.parse_args().data / FOLDER
    if not (folder / "gold.jsonl").is_file():
        sys.stderr.write(f"skipped: no {FOLDER}/gold.jsonl\n")
        return 0
    rows = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines() if line]
    answers: dict[str, list[tuple[str, str]]] = {"html": [], "text": [], "peer": []}
    spent = dict.fromkeys(answers, 0.0)
    with tempfile.TemporaryDirectory() as scratch:
        saved, bare = Path(scratch, "page.html"), Path(scratch, "page.txt")
        for row in rows:
            content = gzip.decompress((folder / "html" / f"{row['id']}.html.gz").read_bytes())
            page = content.decode("utf-8", "replace")
            saved.write_bytes(content)
            bare.write_text(bare_text(page), encoding="utf-8")
            for name, answer in (
                ("html", lambda: marked_body(saved)),
                ("text", lambda: marked_body(bare)),
                ("peer", lambda page=page: trafilatura.extract(page, include_comments=False) or ""),
            ):
                found, took = timed(answer)
                answers[name].append((row["text"], found))
                spent[name] += took
    for name, measure in (("html", "articles.html_body_f1"), ("text", "articles.text_body_f1")):
        line = {
            "file": f"{FOLDER}/gold.jsonl",
            "measure": measure,
            "value": round(f1(answers[name]), 2),
            "n": len(rows),
        }
        print(json.dumps(line))
    times = ", ".join(f"{name} {spent[name] / len(rows):.1f}" for name in ("html", "text", "peer"))
    sys.stderr.write(f"trafilatura alone: F1 {f1(answers['peer']):.2f}; ms per page: {times} (peer = trafilatura)\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
