"""Scores the linking of events: ``python benchmarks/events/run.py --data DIR``.

One JSON line per file and measure on standard output, over ``event_coref/ecbplus_*.jsonl`` and ``meantime_*.jsonl``;
the articles of a file are linked as one story, whatever its topics. Words and sentences are given, and only mentions
in sentences that were validated by hand count. CoNLL F1 in percent (definition:
``rashomon.train.coreference_scores``):

* ``coref.conll_f1``: the mentions are the gold's;
* ``coref.conll_f1_no_singletons``: the same clusters without those of one mention, in gold and answer (Cattan et al.
  2021);
* ``coref.conll_f1_own_mentions``: the mentions are the triggers that the language model finds in those sentences; one
  is the gold's when it has the same words. No singletons.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from rashomon.link.events.mentions import MentionReader
from rashomon.link.events.scorer import groups
from rashomon.model import load
from rashomon.train.coreference_scores import conll_f1, without_singletons
from rashomon.train.evaluate import Measure
from rashomon.train.tellings import Labelled, accounts, labelled, own

PATTERNS = ("event_coref/ecbplus_*.jsonl", "event_coref/meantime_*.jsonl")


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    for pattern in PATTERNS:
        paths = [path for path in sorted(data.glob(pattern)) if "train" not in path.name]
        if not paths:
            sys.stderr.write(f"skipped: no {pattern} in {data}\n")
        for path in paths:
            for one in measures(path, path.relative_to(data).as_posix()):
                print(
                    json.dumps({"file": one.file, "measure": one.measure, "value": one.value, "n": one.n}), flush=True
                )


def measures(path: Path, name: str) -> Iterator[Measure]:
    """Yield the scores of a file; ``n`` is the number of its gold mentions that can count."""
    nlp = load()
    reader = MentionReader(nlp)
    gold_articles: list[Labelled] = []
    own_articles: list[Labelled] = []
    for account in accounts(nlp, path):
        gold_articles.append(labelled(reader, account))
        own_articles.append(own(reader, account))
    key = gold_clusters(gold_articles)
    linked = answers(gold_articles)
    several = without_singletons(key)
    whole, part = sum(map(len, key)), sum(map(len, several))
    yield Measure(name, "coref.conll_f1", conll_f1(key, linked), whole)
    yield Measure(name, "coref.conll_f1_no_singletons", conll_f1(several, without_singletons(linked)), part)
    found = without_singletons(answers(own_articles))
    yield Measure(name, "coref.conll_f1_own_mentions", conll_f1(several, found), part)


def gold_clusters(articles: Sequence[Labelled]) -> list[list[str]]:
    """Return the ids of the gold mentions by cluster."""
    clusters: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        for mention, cluster in zip(article.ids, article.clusters, strict=True):
            clusters[cluster].append(mention)
    return list(clusters.values())


def answers(articles: Sequence[Labelled]) -> list[Collection[str]]:
    """Return the ids of the mentions by the event that they are found to tell."""
    ids = {
        id(mention): name
        for article in articles
        for mention, name in zip(article.telling.mentions, article.ids, strict=True)
    }
    return [[ids[id(mention)] for mention in group] for group in groups([article.telling for article in articles])]


if __name__ == "__main__":
    main()
