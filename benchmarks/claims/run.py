"""Scores the claims: ``python benchmarks/claims/run.py --data DIR``.

One JSON line per file and measure on standard output:

* ``attribution.full_link_f1`` over ``attribution/polnear_*.jsonl``, through the whole pipeline: the article is read,
  marked and its claims are laid beside the gold attributions (definition: ``rashomon.train.evaluate``);
* ``claims.speaker_precision`` and ``claims.speaker_coverage`` over ``stories/basil`` and the gold of ``speakers.jsonl``
  beside this file (who speaks in a quote, by offsets): coverage is the share of the quotes for which a speaker is
  given, precision the share of these for which it is the right one. A quote is answered by the claim that has a word of
  its cue and of its content, else by one whose content is the same for at least half (Jaccard over characters). A
  speaker is right when at least half of the entity's mentions between the gold's first and last are the gold's too, or,
  for one without a name, when the mention beside the cue is one of the gold's.
* ``annotate.time_share``: the time of everything that is read from the model's marks (times, quantities, claims,
  events) as a share of that of one pass of the bare encoder, in percent, over the same articles on one thread.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon.annotate import annotate
from rashomon.annotate.annotation import annotated
from rashomon.annotate.document import document, text_to_read
from rashomon.model import load
from rashomon.model.language import COMPONENT
from rashomon.read import find_sources, read
from rashomon.records import Article, Claim, Entity, Span
from rashomon.records.annotation import Annotation
from rashomon.train.evaluate import Measure, bare_seconds, full_link_f1

GOLD = Path(__file__).with_name("speakers.jsonl")
HALF = 0.5
TIMED = 40
"""Articles that are timed."""
Spans = Sequence[Sequence[int]]


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--errors", action="store_true", help="print wrong speakers on standard error")
    options = parser.parse_args()
    measures = [*attributions(options.data), *speakers(options.data, errors=options.errors), *shares(options.data)]
    for one in measures:
        print(json.dumps({"file": one.file, "measure": one.measure, "value": one.value, "n": one.n}), flush=True)


def articles_of(texts: Sequence[str]) -> Iterator[Article | None]:
    """Yield what the reading makes of plain texts; None where it finds no article."""
    with tempfile.TemporaryDirectory() as folder:
        for text in texts:
            path = Path(folder) / "article.txt"
            path.write_text(text, encoding="utf-8", newline="")
            sources, _ = find_sources([str(path)])
            yield next((one for source in sources for one in read(source) if isinstance(one, Article)), None)


def annotations(texts: Sequence[str]) -> Iterator[Annotation | None]:
    """Yield what the pipeline finds in plain texts."""
    nlp = load()
    for article in articles_of(texts):
        yield None if article is None else annotate(article, nlp)


def shares(data: Path) -> Iterator[Measure]:
    """Yield how long the reading of the marks takes beside the encoder."""
    nlp = load()
    annotator = nlp.get_pipe(COMPONENT)
    for path, rows in attribution_rows(data):
        spent = bare = 0.0
        articles = [article for article in articles_of([row["text"] for row in rows[:TIMED]]) if article is not None]
        for article in articles:
            doc = nlp(text_to_read(article))
            began = time.perf_counter()
            annotated(document(article, doc))
            spent += time.perf_counter() - began
            bare += bare_seconds(annotator.reader, annotator.pieces, doc)[1]
        yield Measure(path, "annotate.time_share", round(100 * spent / bare, 1), len(articles))


def attribution_rows(data: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the name and the rows of the attribution files that may be scored."""
    for path in sorted(data.glob("attribution/polnear_*.jsonl")):
        if "train" not in path.name:
            lines = path.read_text(encoding="utf-8").splitlines()
            yield path.relative_to(data).as_posix(), [json.loads(line) for line in lines]


def attributions(data: Path) -> Iterator[Measure]:
    """Yield the link scores of the attribution files."""
    for path, rows in attribution_rows(data):
        answers = [
            [] if annotation is None else as_attributions(annotation.claims)
            for annotation in annotations([row["text"] for row in rows])
        ]
        value, count = full_link_f1(rows, answers)
        yield Measure(path, "attribution.full_link_f1", value, count)


def as_attributions(claims: Iterable[Claim]) -> list[dict[str, Any]]:
    """Return claims as attributions by offsets; those of several speakers in one statement are one again."""
    found: dict[str, dict[str, Any]] = {}
    for claim in claims:
        row = found.setdefault(
            claim.statement, {"cue": offsets([claim.cue]), "content": offsets(claim.content), "source": []}
        )
        if claim.speaker.span is not None:
            row["source"] = whole([*row["source"], *offsets([claim.speaker.span])])
    return list(found.values())


def offsets(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Return the offsets of spans."""
    return [(span.start, span.end) for span in spans]


def whole(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the extent from the first of several speakers to the last: "Kyiv and the West"."""
    return [(min(start for start, _ in spans), max(end for _, end in spans))]


def speakers(data: Path, *, errors: bool) -> Iterator[Measure]:
    """Yield how often and how well the speakers of the gold quotes are told."""
    gold: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold[row["article"]].append(row)
    stories = sorted((data / "stories" / "basil").glob("*.json"))
    texts = {
        article["id"]: article["text"]
        for path in stories
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]
        if article["id"] in gold
    }
    if not texts:
        sys.stderr.write(f"skipped: no stories/basil in {data}\n")
        return
    given = right = count = 0
    for name, annotation in zip(texts, annotations(list(texts.values())), strict=True):
        for row in gold[name]:
            count += 1
            answers = [] if annotation is None else answering(row, annotation.claims)
            if not answers or all(claim.speaker.kind == "unknown" for claim in answers):
                if errors:
                    told(texts[name], row, "no claim" if not answers else "unknown")
                continue
            given += 1
            assert annotation is not None
            entities = {entity.id: entity for entity in annotation.entities}
            good = all(is_right(claim, entities, row["speakers"]) for claim in answers)
            right += good
            if errors and not good:
                shown = [
                    (
                        claim.speaker.span and claim.speaker.span.text,
                        claim.speaker.entity and entities[claim.speaker.entity].name,
                    )
                    for claim in answers
                ]
                told(texts[name], row, f"WRONG {shown}")
    for measure, value in (("precision", right / max(1, given)), ("coverage", given / max(1, count))):
        yield Measure("stories/basil", f"claims.speaker_{measure}", round(100 * value, 2), count)


def told(text: str, row: dict[str, Any], what: str) -> None:
    """Print an error."""
    content = " ... ".join(text[start:end] for start, end in row["content"])
    names = [[text[start:end] for start, end in spans[:2]] for spans in row["speakers"]]
    mention = [text[start:end] for start, end in row["source"]]
    cue = [text[start:end] for start, end in row["cue"]]
    sys.stderr.write(f"{row['form']}: {what}; gold {mention} {cue} {names}: {content[:100]!r}\n")


def answering(row: dict[str, Any], claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims of the statement that answers a gold quote: the one that shares most of its content."""
    wanted = characters(row["content"])
    best: tuple[float, str] | None = None
    by_statement: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_statement[claim.statement].append(claim)
    for statement, found in by_statement.items():
        content = characters(offsets(found[0].content))
        shared = len(wanted & content)
        alike = shared / len(wanted | content)
        same_cue = bool(characters(row["cue"]) & characters(offsets([found[0].cue])))
        if alike >= HALF or (same_cue and shared):
            best = max(best or (0.0, ""), (alike + same_cue, statement))
    return by_statement[best[1]] if best else []


def is_right(claim: Claim, entities: dict[str, Entity], gold: Sequence[Spans]) -> bool:
    """Tell whether a claim's speaker is one of the gold's."""
    if claim.speaker.entity is not None:
        mentions = entities[claim.speaker.entity].mentions
        for spans in gold:
            low, high = spans[0][0], max(end for _, end in spans)
            inside = [span for span in mentions if low <= span.start and span.end <= high + 1]
            hits = [span for span in inside if characters([(span.start, span.end)]) & characters(spans)]
            if hits and len(hits) >= HALF * len(inside):
                return True
    span = claim.speaker.span
    mention = characters([(span.start, span.end)]) if span else frozenset()
    return any(mention & characters(spans) for spans in gold)


def characters(spans: Spans | Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return the places of all characters of some spans."""
    return frozenset(place for start, end in spans for place in range(start, end))


if __name__ == "__main__":
    main()
