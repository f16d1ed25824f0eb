"""Likeliest tag sequences."""

from itertools import pairwise, product

import numpy as np
import pytest

from rashomon.model.labels import TIMES, sequence_tags
from rashomon.model.sequences import LONGEST, NEVER, allowed_steps, best_tags, spans

TAGS = sequence_tags(("a", "b"))


def brute_force(scores: np.ndarray, steps: np.ndarray) -> tuple[int, ...]:
    """Return the best of all sequences, tried one by one."""

    def total(path: tuple[int, ...]) -> float:
        opening = NEVER if TAGS[path[0]].startswith("I-") else 0.0
        own = sum(scores[place, tag] for place, tag in enumerate(path))
        return float(opening + own + sum(steps[one, other] for one, other in pairwise(path)))

    return max(product(range(len(TAGS)), repeat=len(scores)), key=total)


@pytest.mark.parametrize("seed", range(20))
def test_best_tags_are_those_of_trying_all(seed: int) -> None:
    chance = np.random.default_rng(seed)
    scores = chance.normal(size=(5, len(TAGS))).astype(np.float32)
    steps = allowed_steps(TAGS) + chance.normal(size=(len(TAGS), len(TAGS))).astype(np.float32)
    assert tuple(best_tags(scores, np.array([0]), steps, TAGS)) == brute_force(scores, steps)


def test_stretches_side_by_side_are_as_alone() -> None:
    chance = np.random.default_rng(0)
    scores = chance.normal(size=(40, len(TAGS))).astype(np.float32)
    steps = allowed_steps(TAGS)
    starts = np.array([0, 3, 4, 20])
    alone = [
        best_tags(scores[start:end], np.array([0]), steps, TAGS) for start, end in ((0, 3), (3, 4), (4, 20), (20, 40))
    ]
    assert best_tags(scores, starts, steps, TAGS).tolist() == np.concatenate(alone).tolist()


def test_stretch_that_is_too_long_is_cut_and_nothing_lost() -> None:
    scores = np.zeros((2 * LONGEST + 5, len(TAGS)), np.float32)
    scores[:, 1] = 1
    assert best_tags(scores, np.array([0]), allowed_steps(TAGS), TAGS).tolist() == [1] * len(scores)


def test_no_words_no_tags() -> None:
    empty = np.zeros((0, len(TAGS)), np.float32)
    assert not len(best_tags(empty, np.zeros(0, np.int64), allowed_steps(TAGS), TAGS))


def test_inside_tags_follow_their_own_kind_only() -> None:
    steps = allowed_steps(sequence_tags(TIMES))
    tags = sequence_tags(TIMES)
    assert steps[tags.index("B-DATE"), tags.index("I-DATE")] == 0
    assert steps[tags.index("I-DATE"), tags.index("I-DATE")] == 0
    assert steps[tags.index("O"), tags.index("I-DATE")] == NEVER
    assert steps[tags.index("B-SET"), tags.index("I-DATE")] == NEVER


def test_spans_of_neighbours_stay_apart() -> None:
    assert spans(np.array([1, 2, 1, 0, 3, 4]), TAGS) == [(0, 2, "a"), (2, 3, "a"), (4, 6, "b")]
