"""Best trees over the words of a sentence."""

from itertools import product

import numpy as np
import pytest

from rashomon.model.trees import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    """Return whether one word is the root and every word reaches it."""
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word - 1]  # noqa: PLW2901 - walking up
    return True


def total(arcs: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(arcs[word, head] for word, head in enumerate(heads)))


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("seed", range(30))
def test_best_tree_is_that_of_trying_all(count: int, seed: int) -> None:
    arcs = np.random.default_rng(seed).normal(size=(count, count + 1)).astype(np.float32)
    best = max(
        (heads for heads in product(range(count + 1), repeat=count) if is_tree(heads)),
        key=lambda heads: total(arcs, heads),
    )
    found = tuple(int(head) for head in best_tree(arcs))
    assert is_tree(found)
    assert total(arcs, found) == pytest.approx(total(arcs, best))


@pytest.mark.parametrize("seed", range(10))
def test_long_sentences_give_trees(seed: int) -> None:
    arcs = np.random.default_rng(seed).normal(size=(60, 61)).astype(np.float32)
    assert is_tree(tuple(int(head) for head in best_tree(arcs)))


def test_scores_are_left_as_they_were() -> None:
    arcs = np.zeros((3, 4), np.float32)
    best_tree(arcs)
    assert not arcs.any()
