"""Which mentions of events tell one event: gradient-boosted trees over pairs, then groups of what is likely one.

The cascade of Barhom et al. (2019) and Held et al. (2021): like articles, likely pairs, average linkage; the trees see
what a reader can name, in ``FEATURES``. ``train/events.py`` makes the weights.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import msgspec
import numpy as np

from rashomon.link.events.bags import Floats
from rashomon.link.events.groups import linked
from rashomon.link.events.mentions import Mention, Telling
from rashomon.link.events.pairs import FEATURES, GROUPS, Centres, Table
from rashomon.model.weights import opened, verified

WEIGHTS = "events.onnx"
SETTINGS = "settings"
"""Name of the settings among the graph's metadata."""
DIGITS = 4
"""Digits of a chance that count."""
SUREST = 1e-4


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the scorer knows beside its trees."""

    articles: int
    """Articles that the words were counted in."""
    words: dict[str, int]
    """In how many of them a word stands; words of very few are not there."""
    centres: dict[str, list[float]]
    """Mean embeddings by the names of ``Centres``."""
    ordinary: list[float]
    """Mean features of pairs that tell different events."""
    threshold: float
    """Mean chance above which two groups are one event."""

    def rarity(self, word: str) -> float:
        """Return the logarithm of articles per article with the word, 0 to about 7."""
        return math.log((self.articles + 1) / (self.words.get(word, 0) + 1))

    def table(self, tellings: Sequence[Telling]) -> Table:
        """Lay articles out for comparing."""
        centres = {name: np.array(centre, np.float32) for name, centre in self.centres.items()}
        return Table(tellings, self.rarity, Centres(**centres))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What speaks for or against two mentions telling one event.

    ``weight`` is by how much the log-odds fall when the features of the group are those of two ordinary events.
    """

    group: str
    weight: float
    features: tuple[tuple[str, float], ...]
    """Name and value of each feature of the group."""


class Scorer:
    """Trees with their settings."""

    def __init__(self, graph: bytes) -> None:
        """Open the graph; raises ``msgspec.MsgspecError`` when its settings are not there."""
        self._trees = opened(graph)
        self.settings = msgspec.json.decode(
            self._trees.get_modelmeta().custom_metadata_map.get(SETTINGS, ""), type=Settings
        )

    def chances(self, features: Floats) -> Floats:
        """Return for pairs, (n, features), the probability that they tell one event, (n,)."""
        if not len(features):
            return np.zeros(0, np.float32)
        (found,) = self._trees.run(["probabilities"], {"features": features})
        return np.asarray(found[:, 1].round(DIGITS), np.float32)


@cache
def scorer() -> Scorer:
    """Return the shipped scorer; raises ``BrokenInstallation`` when its file is missing or altered."""
    return Scorer(verified(WEIGHTS))


def groups(tellings: Sequence[Telling]) -> list[list[Mention]]:
    """Return the mentions of some articles by the event they tell; every mention is in one group.

    The order of the articles changes nothing: groups, and mentions in them, are in the order of the articles' ids and
    then of the text.
    """
    trained = scorer()
    table = trained.settings.table(tellings)
    pairs = table.pairs()
    chances = trained.chances(pairs.features)
    found = linked(table.mentions, pairs.first, pairs.second, chances, trained.settings.threshold)
    return [[table.mentions[place] for place in group] for group in found]


def reasons(tellings: Sequence[Telling], one: Mention, other: Mention) -> list[Reason]:
    """Return what speaks for two mentions of these articles telling one event, the strongest first."""
    trained = scorer()
    table = trained.settings.table(tellings)
    places = sorted(next(i for i, known in enumerate(table.mentions) if known is mention) for mention in (one, other))
    row = table.features(np.array(places[:1], np.int64), np.array(places[1:], np.int64))[0]
    rows = np.repeat(row[None], len(GROUPS) + 1, axis=0)
    columns = {name: [FEATURES.index(feature) for feature in features] for name, features in GROUPS.items()}
    for number, places in enumerate(columns.values(), 1):
        rows[number, places] = np.array(trained.settings.ordinary, np.float32)[places]
    chances = np.clip(trained.chances(rows).astype(float), SUREST, 1 - SUREST)
    odds = np.log(chances / (1 - chances))
    found = [
        Reason(
            group=name,
            weight=round(float(odds[0] - odds[number]), 2),
            features=tuple((FEATURES[place], round(float(row[place]), 2)) for place in places),
        )
        for number, (name, places) in enumerate(columns.items(), 1)
    ]
    return sorted(found, key=lambda reason: (-reason.weight, reason.group))
