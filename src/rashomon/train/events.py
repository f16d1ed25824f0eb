"""Trains the scorer of events across articles: ``python -m rashomon.train.events --corpora DIR --out DIR``.

Pairs of gold mentions of the training topics of ECB+ (Cybulska and Vossen 2014), as ``link/events/pairs.py`` lays them
out, are of one event or not; gradient-boosted trees learn which. A topic of ECB+ has a score of articles on one event,
few stories have; so each topic is also seen many times with one or two articles on each of its events, and with what
else the language model finds in them. Scores are those of a cross-validation by topic, all topics clustered together;
it also gives the threshold: the highest whose scores are near the best. The shipped trees see all topics.
"""

import hashlib
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import lightgbm
import msgspec
import numpy as np
import numpy.typing as npt
import onnxmltools
from onnxmltools.convert.common.data_types import FloatTensorType
from spacy.language import Language

import rashomon.model
from rashomon.languages.event_families import TABLE
from rashomon.languages.tables import table_bytes
from rashomon.link.events.bags import Floats, Ids
from rashomon.link.events.groups import linked
from rashomon.link.events.mentions import Mention, MentionReader, is_content
from rashomon.link.events.pairs import FEATURES, Centres, Pairs, Table
from rashomon.link.events.scorer import SETTINGS, WEIGHTS, Settings
from rashomon.model.reader import READER
from rashomon.model.weights import verified
from rashomon.train.coreference_scores import conll_f1, without_singletons
from rashomon.train.corpora.documents import rows
from rashomon.train.corpora.timeml import kept
from rashomon.train.manifest import write
from rashomon.train.tellings import Labelled, accounts, labelled

TRAINING = "event_coref/ecbplus_train.jsonl"
COUNTED = ("attribution/polnear_train.jsonl", "timex/tbaq_dev.jsonl")
"""Articles whose words are counted."""
FEWEST = 3
"""Articles that a word must be in to be kept."""
FOLDS = 5
NO_FOLD = -1
THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
NEAR_THE_BEST = 0.5
"""Points of CoNLL F1 below the best up to which the higher threshold is preferred."""
THINNED = 24
"""Times that each topic is seen with few of its articles."""
FEW = (1, 1, 2)
"""Numbers of articles on one event that are drawn from."""
PARAMETERS: dict[str, Any] = {
    "n_estimators": 200,
    "num_leaves": 15,
    "learning_rate": 0.06,
    "min_child_samples": 100,
    "subsample": 0.7,
    "subsample_freq": 1,
    "colsample_bytree": 0.4,
    "reg_lambda": 10.0,
    "random_state": 0,
    "n_jobs": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Examples:
    """Pairs by their features: whether each tells one event, and the folds of its two mentions' topics."""

    features: Floats
    same: Flags
    first_fold: Ids
    second_fold: Ids


def counted(nlp: Language, corpora: Path) -> tuple[int, dict[str, int]]:
    """Return how many articles are counted, and in how many of them each word stands."""
    number = 0
    counts: Counter[str] = Counter()
    for name in COUNTED:
        for row in rows(corpora / name):
            if "timex" in name and kept(row["id"]):
                continue
            number += 1
            counts.update({token.lemma_.lower() for token in nlp(row["text"]) if is_content(token)})
    return number, {word: count for word, count in sorted(counts.items()) if count >= FEWEST}


def centres(mentions: Sequence[Mention]) -> dict[str, list[float]]:
    """Return the mean embeddings of mentions, of those that have them, by the names of ``Centres``."""
    found = {}
    for name in Centres.__annotations__:
        vectors = np.array([getattr(mention, name) for mention in mentions], np.float32)
        found[name] = vectors[np.abs(vectors).sum(axis=1) > 0].mean(axis=0).astype(float).round(6).tolist()
    return found


def clusters_of(articles: Sequence[Labelled], table: Table) -> list[str]:
    """Return the cluster of each mention of a table."""
    cluster = {
        id(mention): name
        for article in articles
        for mention, name in zip(article.telling.mentions, article.clusters, strict=True)
    }
    return [cluster[id(mention)] for mention in table.mentions]


def examples(articles: Sequence[Labelled], table: Table, pairs: Pairs, folds: Mapping[str, int]) -> Examples:
    """Return the pairs of a table of labelled articles, but for those of which nothing is known."""
    clusters = np.array(clusters_of(articles, table))
    fold = np.array([folds[mention.article] for mention in table.mentions], np.int64)
    one, other = clusters[pairs.first], clusters[pairs.second]
    known = (one != "") | (other != "")
    return Examples(pairs.features[known], (one == other)[known], fold[pairs.first][known], fold[pairs.second][known])


def thinned(articles: Sequence[Labelled], settings: Settings, folds: Mapping[str, int]) -> Iterator[Examples]:
    """Yield the pairs of topics of which few articles on each event are kept."""
    by_topic: dict[str, dict[str, list[Labelled]]] = {}
    for article in articles:
        by_topic.setdefault(article.topic, {}).setdefault(article.subtopic, []).append(article)
    for number in range(THINNED):
        chance = random.Random(number)
        for _, subtopics in sorted(by_topic.items()):
            kept = [
                article
                for _, several in sorted(subtopics.items())
                for article in chance.sample(several, min(chance.choice(FEW), len(several)))
            ]
            table = settings.table([article.telling for article in kept])
            if table.mentions:
                yield examples(kept, table, table.pairs(), folds)


def together(parts: Iterable[Examples]) -> Examples:
    """Return several lots of examples as one."""
    lots = list(parts)
    return Examples(
        np.concatenate([lot.features for lot in lots]),
        np.concatenate([lot.same for lot in lots]),
        np.concatenate([lot.first_fold for lot in lots]),
        np.concatenate([lot.second_fold for lot in lots]),
    )


def fit(known: Examples, without: int = NO_FOLD) -> lightgbm.LGBMClassifier:
    """Train the trees, if wanted without the pairs of one fold."""
    seen = (known.first_fold != without) & (known.second_fold != without)
    return lightgbm.LGBMClassifier(**PARAMETERS).fit(known.features[seen], known.same[seen].astype(float))


def cross_validated(known: Examples, whole: Examples) -> Floats:
    """Return the chance of each pair of ``whole`` by trees that have seen no pair of its first mention's fold."""
    chances = np.zeros(len(whole.same), np.float32)
    for fold in range(FOLDS):
        own = whole.first_fold == fold
        chances[own] = np.asarray(fit(known, without=fold).predict_proba(whole.features[own]))[:, 1]
    return chances


def scores(gold: Sequence[str], found: Sequence[Sequence[int]]) -> tuple[float, float]:
    """Return the CoNLL F1 (percent) with and without singletons; ``gold``: the cluster of each mention."""
    key: dict[str, list[int]] = {}
    for place, name in enumerate(gold):
        key.setdefault(name, []).append(place)
    return conll_f1(key.values(), found), conll_f1(without_singletons(key.values()), without_singletons(found))


def chosen(by_threshold: Mapping[float, tuple[float, float]]) -> float:
    """Return the highest threshold with both scores near the best: what is linked should be right before it is much."""
    best = [max(scores[number] for scores in by_threshold.values()) for number in (0, 1)]
    return max(
        threshold
        for threshold, scores in by_threshold.items()
        if all(score >= top - NEAR_THE_BEST for score, top in zip(scores, best, strict=True))
    )


def graph(model: lightgbm.LGBMClassifier, settings: Settings) -> bytes:
    """Return the trees as an ONNX graph that carries the settings."""
    converted = onnxmltools.convert_lightgbm(
        model, initial_types=[("features", FloatTensorType([None, len(FEATURES)]))], zipmap=False, target_opset=15
    )
    carried = converted.metadata_props.add()
    carried.key, carried.value = SETTINGS, msgspec.json.encode(settings).decode("utf-8")
    converted.graph.name = "events"
    return bytes(converted.SerializeToString())


def entry(count: int, measured: Mapping[str, float]) -> dict[str, Any]:
    """Return what the manifest says of the weights."""
    return {
        "licence": "Apache-2.0",
        "about": f"probability that two mentions tell one event: {PARAMETERS['n_estimators']} gradient-boosted trees",
        "families_sha256": hashlib.sha256(table_bytes(TABLE)).hexdigest(),
        "reader_sha256": hashlib.sha256(verified(READER)).hexdigest(),
        "data": [
            {"name": "ECB+ train topics @ 75912c6", "licence": "CC BY 3.0"},
            {
                "name": f"numbers of articles with a word, over {count} articles of PolNeAR v1.0.0 train @ c3eee83 "
                "and TBAQ-cleaned @ 7687471",
                "licence": "PolNeAR: none stated; TimeBank: free from the LDC (LDC2006T08); AQUAINT: none stated",
            },
        ],
        "scores": dict(measured),
    }


@click.command()
@click.option("--corpora", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True)
def main(corpora: Path, out: Path) -> None:
    """Train the scorer of events and write its weights and manifest to OUT."""
    nlp = rashomon.model.load()
    count, words = counted(nlp, corpora)
    reader = MentionReader(nlp)
    read = list(accounts(nlp, corpora / TRAINING))
    articles = [labelled(reader, account) for account in read]
    settings = Settings(
        articles=count,
        words=words,
        centres=centres([mention for article in articles for mention in article.telling.mentions]),
        ordinary=[],
        threshold=0.0,
    )
    topics = sorted({article.topic for article in articles}, key=lambda topic: (len(topic), topic))
    folds = {article.telling.article: topics.index(article.topic) % FOLDS for article in articles}
    table = settings.table([article.telling for article in articles])
    pairs = table.pairs()
    whole = examples(articles, table, pairs, folds)
    richer = [labelled(reader, account, others=True) for account in read]
    known = together([whole, *thinned(richer, settings, folds)])
    chances = cross_validated(known, whole)
    gold = clusters_of(articles, table)
    by_threshold = {
        threshold: scores(gold, linked(table.mentions, pairs.first, pairs.second, chances, threshold))
        for threshold in THRESHOLDS
    }
    for threshold, (both, linked_only) in by_threshold.items():
        click.echo(f"cross-validated CoNLL F1, groups above {threshold}: {both}, without singletons {linked_only}")
    threshold = chosen(by_threshold)
    ordinary = whole.features[~whole.same].mean(axis=0).astype(float).round(4).tolist()
    settings = msgspec.structs.replace(settings, ordinary=ordinary, threshold=threshold)
    both, linked_only = by_threshold[threshold]
    measured = {"cross_validated_conll_f1": both, "cross_validated_conll_f1_no_singletons": linked_only}
    write(out, {WEIGHTS: (graph(fit(known), settings), entry(count, measured))})


if __name__ == "__main__":
    main()
