"""Trains the paragraph model: ``python -m rashomon.train.paragraphs --corpora DIR --out DIR``.

The pages of ``article_extraction`` are given as bare visible text; a line is body when most of its tokens stand in the
gold body, in order. Ninety pages are few and all come with their full furniture, so each is also seen with most of the
furniture dropped, with other empty lines, and with the body of a news article of ``stories/basil`` in place of its own.
Scores are those of a cross-validation by page; the shipped weights see all pages.
"""

import gzip
import hashlib
import json
import math
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import lightgbm
import numpy as np
import numpy.typing as npt
import onnxmltools
from onnxmltools.convert.common.data_types import FloatTensorType
from rapidfuzz.distance import LCSseq
from resiliparse.extract.html2text import extract_plain_text

from rashomon.languages.prose import CUES_TABLE
from rashomon.languages.tables import table_bytes
from rashomon.model.paragraphs import WEIGHTS, Features, features
from rashomon.text import words
from rashomon.train.manifest import write

FOLDS = 9
VARIANTS = 2
VARIANT_WEIGHT = 0.25
STRAY = 0.3
STRAYS = ("Comments", "Comments (3)", "0 comments", "Share", "Advertisement", "Comment", "Newsletter")
"""Buttons that stand anywhere in a page, and open nothing."""
PARAMETERS: dict[str, Any] = {
    "n_estimators": 250,
    "num_leaves": 15,
    "learning_rate": 0.04,
    "min_child_samples": 30,
    "subsample": 0.7,
    "subsample_freq": 1,
    "colsample_bytree": 0.3,
    "reg_lambda": 5.0,
    "random_state": 0,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, which of them stand after an empty one, and which are body."""

    lines: list[str]
    gaps: list[bool]
    body: list[bool]


def bare_text(page: bytes) -> str:
    """Return the visible text of a page as scrapers leave it: no tags, no links, white space kept."""
    text: str = extract_plain_text(
        page.decode("utf-8", "replace"),
        preserve_formatting=True,
        main_content=False,
        links=False,
        alt_texts=False,
        form_fields=False,
        noscript=False,
    )
    return text


def labelled(text: str, gold: str) -> Page:
    """Lay the gold body onto the lines of ``text``: runs of four tokens or a whole line count as found."""
    lines: list[str] = []
    gaps: list[bool] = []
    gap = True
    for line in text.split("\n"):
        if line.strip():
            lines.append(line.strip())
            gaps.append(gap)
        gap = not line.strip()
    owners = [number for number, line in enumerate(lines) for _ in words(line)]
    tokens = [word for line in lines for word in words(line)]
    sizes = Counter(owners)
    found: Counter[int] = Counter()
    for block in LCSseq.opcodes(tokens, words(gold)):
        if block.tag == "equal":
            for owner, size in Counter(owners[block.src_start : block.src_end]).items():
                if size >= 4 or size == sizes[owner]:
                    found[owner] += size
    return Page(lines, gaps, [2 * found[number] >= sizes[number] > 0 for number in range(len(lines))])


def variant(page: Page, bodies: list[list[str]], chance: random.Random, number: int) -> Page:
    """Return the page with less furniture, other gaps and, every second time, another body."""
    kept = chance.choice((1.0, 0.6, 0.3, 0.15, 0.07))
    rows = [(line, body) for line, body in zip(page.lines, page.body, strict=True) if body or chance.random() < kept]
    if number % 2 and bodies and any(body for _, body in rows):
        rows = _exchanged(rows, chance.choice(bodies))
    if chance.random() < STRAY:
        place = chance.randrange(len(rows) + 1)
        rows = [*rows[:place], (chance.choice(STRAYS), False), *rows[place:]]
    style = chance.random()
    if style < 0.6:
        gaps = [True] * len(rows)
    elif style < 0.8:
        gaps = [False] * len(rows)
    else:
        gaps = [chance.random() < 0.7 for _ in rows]
    return Page([line for line, _ in rows], gaps, [body for _, body in rows])


def _exchanged(rows: list[tuple[str, bool]], body: list[str]) -> list[tuple[str, bool]]:
    """Put ``body`` in place of the body lines, keeping the furniture between them at the same share of the way."""
    places = [place for place, (_, is_body) in enumerate(rows) if is_body]
    first, last = places[0], places[-1]
    between: dict[int, list[str]] = {}
    passed = 0
    for line, is_body in rows[first : last + 1]:
        passed += is_body
        if not is_body:
            between.setdefault(min(len(body) - 1, passed * len(body) // len(places)), []).append(line)
    middle: list[tuple[str, bool]] = []
    for place, line in enumerate(body):
        middle += [(other, False) for other in between.get(place, [])]
        middle.append((line, True))
    return rows[:first] + middle + rows[last + 1 :]


def read_pages(corpora: Path) -> dict[str, tuple[Page, str]]:
    """Return the labelled pages and their gold bodies, by page id."""
    folder = corpora / "article_extraction"
    pages = {}
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        page = gzip.decompress((folder / "html" / f"{row['id']}.html.gz").read_bytes())
        pages[row["id"]] = (labelled(bare_text(page), row["text"]), row["text"])
    return pages


def read_bodies(corpora: Path) -> list[list[str]]:
    """Return the paragraphs of the news articles of ``stories/basil``, without their headlines."""
    bodies = []
    for path in sorted((corpora / "stories" / "basil").glob("*.json")):
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]:
            paragraphs = [" ".join(p) if isinstance(p, list) else p for p in article["paragraphs"]][1:]
            bodies.append([paragraph for paragraph in paragraphs if paragraph.strip()])
    return [body for body in bodies if body]


def examples(page: Page) -> tuple[Features, npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return the features, labels and weights of the lines of a page; a line weighs as the root of its words."""
    weights = [math.sqrt(len(words(line)) + 1) for line in page.lines]
    return features(page.lines, page.gaps), np.array(page.body, dtype=float), np.array(weights)


def fit(pages: dict[str, Page], bodies: list[list[str]]) -> lightgbm.LGBMClassifier:
    """Train on the pages and their variants."""
    rows = []
    for name, page in pages.items():
        chance = random.Random(name)
        rows.append(examples(page))
        for number in range(VARIANTS):
            x, y, weight = examples(variant(page, bodies, chance, number))
            rows.append((x, y, weight * VARIANT_WEIGHT))
    x, y, weight = (np.concatenate(column) for column in zip(*rows, strict=True))
    return lightgbm.LGBMClassifier(**PARAMETERS).fit(x, y, sample_weight=weight)


def shingle_f1(answers: Iterator[tuple[str, str]]) -> float:
    """Return the 4-gram shingle F1 (percent) of (gold, answer) pairs, as the benchmark of the corpus defines it."""
    precisions, recalls = [], []
    for pair in answers:
        gold, answer = (_shingles(words(text)) for text in pair)
        common = (gold & answer).total()
        if answer:
            precisions.append(common / answer.total())
        if gold:
            recalls.append(common / gold.total())
    precision, recall = np.mean(precisions), np.mean(recalls)
    return float(200 * precision * recall / (precision + recall))


def _shingles(tokens: list[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(tokens[place : place + 4]) for place in range(max(1, len(tokens) - 3)) if tokens)


def cross_validated(pages: dict[str, tuple[Page, str]], bodies: list[list[str]]) -> float:
    """Return the shingle F1 (percent) over all pages, each judged by a model that has not seen it."""
    names = sorted(pages)
    random.Random(0).shuffle(names)
    answers = []
    for fold in range(FOLDS):
        held = names[fold::FOLDS]
        model = fit({name: page for name, (page, _) in pages.items() if name not in held}, bodies)
        for name in held:
            page, gold = pages[name]
            scores = np.asarray(model.predict_proba(features(page.lines, page.gaps)))[:, 1]
            body = "\n".join(line for line, score in zip(page.lines, scores, strict=True) if score >= 0.5)
            answers.append((gold, body))
    return shingle_f1(iter(answers))


@click.command()
@click.option("--corpora", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True)
def main(corpora: Path, out: Path) -> None:
    """Train the paragraph model and write its weights and manifest to OUT."""
    pages = read_pages(corpora)
    bodies = read_bodies(corpora)
    score = cross_validated(pages, bodies)
    click.echo(f"cross-validated shingle F1 over {len(pages)} pages: {score:.2f}")
    model = fit({name: page for name, (page, _) in pages.items()}, bodies)
    width = features(["one line"], [True]).shape[1]
    graph = onnxmltools.convert_lightgbm(
        model, initial_types=[("features", FloatTensorType([None, width]))], zipmap=False, target_opset=15
    )
    content = graph.SerializeToString()
    entry = {
        "licence": "Apache-2.0",
        "about": f"probability that a line of a bare text is body: {PARAMETERS['n_estimators']} gradient-boosted trees",
        "cues_sha256": hashlib.sha256(table_bytes(CUES_TABLE)).hexdigest(),
        "data": [
            {"name": f"scrapinghub/article-extraction-benchmark @ 4a3bc97, {len(pages)} pages", "licence": "MIT"},
            {
                "name": f"BASIL @ 4fdbc4f, {len(bodies)} article bodies set into the furniture of those pages",
                "licence": "none stated",
            },
        ],
        "scores": {"cross_validated_shingle_f1": round(score, 2)},
    }
    write(out, {WEIGHTS: (content, entry)})


if __name__ == "__main__":
    main()
