"""How reading, marking and comparing grow with the number of articles: ``python benchmarks/scale/run.py``.

Generates articles of an invented language of news (a tenth of them prints of others, with cuts and furniture), builds
the record of the first tenth and of all of them in one process each, and prints one JSON line with the ratio of the
times per article. Times and peak memory go to standard error.
"""

import argparse
import json
import multiprocessing
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from rashomon.pipeline import build
from rashomon.publish import record_json

SYLLABLES = "ba ren to lim ka vo sur den mi pel or ta gan es du fro ne hal ki wen".split()
LINKS = "the of and to in a that for on with as at by from after before over under against during".split()
FURNITURE = ("Home", "World", "Sport", "Share this story", "Most read", "Sign up for our newsletter", "Comments (3)")


def sentence(chance: random.Random, vocabulary: list[str]) -> str:
    """Return a sentence whose words follow Zipf's law."""
    length = chance.randint(9, 24)
    picked = []
    for place in range(length):
        if place % 3 == 1:
            picked.append(chance.choice(LINKS))
        else:
            picked.append(vocabulary[min(len(vocabulary) - 1, int(chance.paretovariate(0.7)))])
    return " ".join(picked).capitalize() + "."


def generate(folder: Path, count: int) -> None:
    """Write ``count`` articles; every tenth is a print of an earlier one."""
    chance = random.Random(7)
    vocabulary = sorted({"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(20_000)})
    chance.shuffle(vocabulary)
    bodies: list[list[str]] = []
    for number in range(count):
        if number % 10 == 9:
            paragraphs = bodies[chance.randrange(len(bodies))][: chance.randint(8, 12)]
        else:
            paragraphs = [" ".join(sentence(chance, vocabulary) for _ in range(3)) for _ in range(12)]
            bodies.append(paragraphs)
        headline = sentence(chance, vocabulary).rstrip(".")
        top = chance.sample(FURNITURE, 3)
        (folder / f"{number:06}.txt").write_text("\n\n".join([*top, headline, *paragraphs, *top]), encoding="utf-8")


def measure(folder: str, count: int, results: "multiprocessing.Queue[tuple[float, float, int]]") -> None:
    """Build the record of the first ``count`` articles and put the seconds, the peak MiB and the copies found."""
    paths = [str(path) for path in sorted(Path(folder).iterdir())[:count]]
    start = time.perf_counter()
    record = build(paths)
    record_json(record)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    results.put((seconds, peak, sum(article.copy_of is not None for article in record.articles)))


def main() -> int:
    """Measure a tenth and the whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000)
    count = parser.parse_args().articles
    context = multiprocessing.get_context("spawn")
    per_article = []
    with tempfile.TemporaryDirectory() as scratch:
        generate(Path(scratch), count)
        for size in (count // 10, count):
            results: multiprocessing.Queue[tuple[float, float, int]] = context.Queue()
            worker = context.Process(target=measure, args=(scratch, size, results))
            worker.start()
            seconds, peak, copies = results.get()
            worker.join()
            per_article.append(seconds / size)
            sys.stderr.write(
                f"{size} articles: {seconds:.1f} s, {1000 * seconds / size:.2f} ms per article, "
                f"peak {peak:.0f} MiB, {copies} prints found\n"
            )
    ratio = per_article[1] / per_article[0]
    print(json.dumps({"file": "generated", "measure": "scale.ratio", "value": round(ratio, 3), "n": count}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
