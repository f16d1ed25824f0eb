"""Scores the language model: ``python benchmarks/model/run.py --data DIR [--quick]``.

One JSON line per file and measure on standard output; the definitions stand in ``rashomon.train.evaluate``. Then
``speed.ratio``: the time of one pass of the bare encoder over the text without overlap, divided by the time of the
whole annotation from text to document, article by article in turn, on one thread; both speeds on standard error.
"""

import argparse
import json
import sys
import time
from pathlib import Path

from rashomon.model import load
from rashomon.model.language import COMPONENT
from rashomon.train.evaluate import SCORERS, Measure, bare_seconds, evaluate

TIMED = "attribution/polnear_*.jsonl"
ARTICLES = 40
"""Articles that are timed."""
QUICK = 12
"""With ``--quick``, every so-many-th document is scored."""


def speed(data: Path) -> list[Measure]:
    """Return the speed ratio over the first articles of the attribution files."""
    nlp = load()
    annotator = nlp.get_pipe(COMPONENT)
    measures = []
    for path in sorted(data.glob(TIMED)):
        if "train" in path.name:
            continue
        texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()[:ARTICLES]]
        nlp(texts[0])
        bare = whole = 0.0
        count = 0
        for text in texts:
            began = time.perf_counter()
            doc = nlp(text)
            whole += time.perf_counter() - began
            pieces, seconds = bare_seconds(annotator.reader, annotator.pieces, doc)
            count += pieces
            bare += seconds
        sys.stderr.write(f"{count} pieces: bare encoder {count / bare:.0f}, all marks {count / whole:.0f} pieces/s\n")
        measures.append(Measure(path.relative_to(data).as_posix(), "speed.ratio", round(bare / whole, 3), len(texts)))
    return measures


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--quick", action="store_true", help="score a part of each file")
    options = parser.parse_args()
    for pattern, _ in SCORERS:
        if not any("train" not in path.name for path in options.data.glob(pattern)):
            sys.stderr.write(f"skipped: no {pattern} in {options.data}\n")
    for one in evaluate(load(), options.data, every=QUICK if options.quick else 1):
        print(json.dumps({"file": one.file, "measure": one.measure, "value": one.value, "n": one.n}), flush=True)
    for one in speed(options.data):
        print(json.dumps({"file": one.file, "measure": one.measure, "value": one.value, "n": one.n}), flush=True)


if __name__ == "__main__":
    main()
