"""Which mentions of events are compared, and what is compared of them.

Articles are laid beside one another when their words are alike; of the mentions of such articles those are compared
whose triggers are alike, each with the ``MOST_PARTNERS`` that are most like it, so that the cost of a story grows with
the number of its mentions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rashomon.link.events import likeness
from rashomon.link.events.bags import CHUNK, Bags, Floats, Ids, shared
from rashomon.link.events.candidates import Triggers, main_stem, numbered
from rashomon.link.events.likeness import Articles, Rarity
from rashomon.link.events.mentions import Mention, Telling

DIGITS = 4
"""Digits of a feature that count, so that the last bits of a processor's sums decide nothing."""
WIDTHS = {
    "agents": 8,
    "patients": 8,
    "others": 10,
    "actors": 16,
    "around": 12,
    "beside": 30,
    "names": 16,
    "places": 8,
    "times": 8,
    "numbers": 8,
    "words": 6,
    "stems": 6,
    "families": 10,
}
"""Words that are compared of each kind, the rarest first."""

GROUPS: dict[str, tuple[str, ...]] = {
    "words of the triggers": (
        "same kind",
        "same stem",
        "same words",
        "shared stem",
        "shared beginning",
        "same family",
        "share of families",
        "both in families",
    ),
    "who takes part": (
        "agents",
        "both have agents",
        "patients",
        "both have patients",
        "agents as patients",
        "others",
        "actors",
        "both have actors",
    ),
    "words of the sentences": (
        "words near",
        "words of the sentence",
        "names",
        "both have names",
        "times",
        "both have times",
        "places",
        "both have places",
        "numbers",
        "both have numbers",
        "trigger among the other's words",
        "trigger among the other's actors",
    ),
    "where and as what they stand": (
        "same article",
        "same sentence",
        "same part of speech",
        "both verbs",
        "a pronoun",
        "same class of event",
        "one is reporting",
        "same status",
        "planned against happened",
        "depth in the article",
        "rarity of the trigger",
        "different lengths",
    ),
    "meaning": (
        "triggers in context",
        "triggers alone",
        "patients' meaning",
        "sentences' meaning",
    ),
    "how common the trigger is in the story": ("told by few articles", "told by many articles"),
    "articles": likeness.FEATURES,
}
"""What is compared, by what it is of; in this order the features stand."""
FEATURES = tuple(feature for features in GROUPS.values() for feature in features)
OPEN_STATUS = frozenset({"planned", "possible"})
DONE_STATUS = frozenset({"happened", "ongoing"})
DEEPEST = 5
COMMON = np.float32(0.5)
"""Share of the articles from which on a trigger is as common as can be."""


@dataclass(frozen=True, slots=True)
class Centres:
    """Mean embeddings, which are taken off before two are compared (Mu and Viswanath 2018)."""

    in_context: Floats
    alone: Floats
    patient: Floats
    of_sentence: Floats


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of mentions by their places, ``first < second``, and their features, a column for each of ``FEATURES``."""

    first: Ids
    second: Ids
    features: Floats


class Table:
    """All mentions of a run in a fixed order, laid out for comparing many pairs at once."""

    def __init__(self, tellings: Sequence[Telling], rarity: Rarity, centres: Centres) -> None:
        """Take the articles, in any order, each with its own id."""
        self.tellings = sorted(tellings, key=lambda telling: telling.article)
        self.mentions = [
            mention
            for telling in self.tellings
            for mention in sorted(telling.mentions, key=lambda one: (one.place, one.words))
        ]
        self.article = np.array(
            [number for number, telling in enumerate(self.tellings) for _ in telling.mentions], np.int64
        )
        self.rarity = rarity
        self.articles = Articles(self.tellings, rarity)
        self.in_context = _centred([one.in_context for one in self.mentions], centres.in_context)
        self.alone = _centred([one.alone for one in self.mentions], centres.alone)
        self.patient = _centred([one.patient for one in self.mentions], centres.patient)
        self.of_sentence = _centred([one.of_sentence for one in self.mentions], centres.of_sentence)

    def pairs(self) -> Pairs:
        """Return the pairs that are worth comparing, with their features."""
        triggers = Triggers(self.mentions, self.alone)
        first, second = triggers.partners(self.in_context, self.articles.near[self.article], self.article)
        return Pairs(first, second, self.features(first, second))

    def features(self, first: Ids, second: Ids) -> Floats:
        """Return the features of pairs of mentions, given by their places."""
        if not len(first):
            return np.zeros((0, len(FEATURES)), np.float32)
        columns: list[npt.NDArray[np.generic]] = []
        columns += self._of_triggers(first, second)
        columns += self._of_words(first, second)
        columns += self._of_places(first, second)
        for vectors in (self.in_context, self.alone, self.patient, self.of_sentence):
            columns.append(_products(vectors, first, second))
        spread = self._spread()
        columns += [np.minimum(spread[first], spread[second]), np.maximum(spread[first], spread[second])]
        columns += self.articles.features(self.article[first], self.article[second])
        return np.asarray(np.column_stack([column.astype(np.float32) for column in columns]).round(DIGITS), np.float32)

    def _spread(self) -> Floats:
        """Return for each mention the share of the articles near its own that have a trigger of its stem.

        What half of them have is as common as can be: in a story of three articles all tell the main event.
        """
        stems = numbered([main_stem(one) for one in self.mentions])
        there = np.zeros((len(self.tellings), int(stems.max()) + 1), np.float32)
        there[self.article, stems] = 1
        near = self.articles.near.astype(np.float32)
        found = (near @ there)[self.article, stems] / near.sum(axis=1)[self.article]
        return np.minimum(np.asarray(found, np.float32), COMMON)

    def _of_triggers(self, first: Ids, second: Ids) -> list[npt.NDArray[np.generic]]:
        """Return the first eight features: how alike the words of the triggers are."""
        mentions = self.mentions
        kinds = numbered([one.kind for one in mentions])
        words = numbered([" ".join(one.words) for one in mentions])
        same_kind = kinds[first] == kinds[second]
        stems = self._bags("stems")
        own_number = numbered([main_stem(one) for one in mentions])
        beginnings: dict[tuple[str, str], float] = {}
        begins = np.zeros(len(first), np.float32)
        for place, (i, j) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
            pair = (mentions[i].kind, mentions[j].kind)
            if pair not in beginnings:
                beginnings[pair] = _beginning(*pair)
            begins[place] = beginnings[pair]
        belongs = self._bags("families")
        share = shared(belongs, belongs, first, second)
        return [
            same_kind,
            own_number[first] == own_number[second],
            words[first] == words[second],
            shared(stems, stems, first, second) > 0,
            begins,
            share > 0,
            share,
            belongs.both(first, second),
        ]

    def _of_words(self, first: Ids, second: Ids) -> list[npt.NDArray[np.generic]]:
        """Return what the clauses and sentences share, weighed by how rare it is."""
        agents, patients, actors_, others, words, beside = self._together(
            "agents", "patients", "actors", "others", "words", "beside"
        )
        columns: list[npt.NDArray[np.generic]] = [
            shared(agents, agents, first, second),
            agents.both(first, second),
            shared(patients, patients, first, second),
            patients.both(first, second),
            shared(agents, patients, first, second) + shared(patients, agents, first, second),
            shared(others, others, first, second),
            shared(actors_, actors_, first, second),
            actors_.both(first, second),
        ]
        around = self._bags("around", self.rarity)
        columns += [shared(around, around, first, second), shared(beside, beside, first, second)]
        for name in ("names", "times", "places", "numbers"):
            bags = self._bags(name, self.rarity)
            columns += [shared(bags, bags, first, second), bags.both(first, second)]
        columns.append(
            (shared(words, beside, first, second) > 0).astype(np.float32) + (shared(beside, words, first, second) > 0)
        )
        columns.append((shared(words, actors_, first, second) > 0) | (shared(actors_, words, first, second) > 0))
        return columns

    def _of_places(self, first: Ids, second: Ids) -> list[npt.NDArray[np.generic]]:
        """Return where the mentions stand, and as what."""
        mentions = self.mentions
        parts = numbered([one.part_of_speech for one in mentions])
        verbs = np.array([one.part_of_speech == "VERB" for one in mentions])
        pronouns = np.array([one.part_of_speech in {"PRON", "DET"} for one in mentions])
        classes = numbered([one.telling for one in mentions])
        reporting = np.array([one.telling == "REPORTING" for one in mentions])
        statuses = numbered([one.status for one in mentions])
        is_open = np.array([one.status in OPEN_STATUS for one in mentions])
        done = np.array([one.status in DONE_STATUS for one in mentions])
        sentence = np.array([one.sentence for one in mentions])
        depth = np.minimum(sentence, DEEPEST)
        rare = np.array([self.rarity(one.kind) for one in mentions], np.float32)
        lengths = np.array([len(one.words) for one in mentions])
        same_article = self.article[first] == self.article[second]
        return [
            same_article,
            same_article & (sentence[first] == sentence[second]),
            parts[first] == parts[second],
            verbs[first] & verbs[second],
            pronouns[first] | pronouns[second],
            classes[first] == classes[second],
            reporting[first] | reporting[second],
            statuses[first] == statuses[second],
            (is_open[first] & done[second]) | (done[first] & is_open[second]),
            depth[first] + depth[second],
            np.minimum(rare[first], rare[second]),
            lengths[first] != lengths[second],
        ]

    def _bags(self, name: str, weight: Rarity | None = None) -> Bags:
        return Bags([_words(one, name) for one in self.mentions], WIDTHS[name], weight)

    def _together(self, *names: str) -> list[Bags]:
        """Return several kinds of words numbered alike, so that one kind can be compared with another."""
        count = len(self.mentions)
        rows = [_words(one, name) for name in names for one in self.mentions]
        whole = Bags(rows, max(WIDTHS[name] for name in names), self.rarity)
        parts = []
        for number, name in enumerate(names):
            parts.append(whole.part(slice(number * count, (number + 1) * count), WIDTHS[name]))
        return parts


def _words(mention: Mention, name: str) -> Iterable[str]:
    if name == "actors":
        return mention.agents | mention.patients | mention.others
    found: Iterable[str] = getattr(mention, name)
    return set(found)


def _beginning(one: str, other: str) -> float:
    """Return the share of the longer word that both begin with."""
    same = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return same / max(1, len(one), len(other))


def _centred(vectors: Sequence[Floats], centre: Floats) -> Floats:
    """Return vectors at length 1 with their centre taken off; those of zeros stay so."""
    if not vectors:
        return np.zeros((0, len(centre)), np.float32)
    rows = np.stack(vectors).astype(np.float32)
    known = np.abs(rows).sum(axis=1, keepdims=True) > 0
    rows = np.where(known, rows - centre, np.float32(0))
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(norms, np.float32(1e-9)), np.float32)


def _products(vectors: Floats, first: Ids, second: Ids) -> Floats:
    found = np.zeros(len(first), np.float32)
    for start in range(0, len(first), CHUNK):
        rows = slice(start, start + CHUNK)
        found[rows] = np.einsum("ij,ij->i", vectors[first[rows]], vectors[second[rows]])
    return found
