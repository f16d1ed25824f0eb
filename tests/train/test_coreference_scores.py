"""Tests of ``rashomon.train.coreference_scores``: as the reference scorer gives them."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.train.coreference_scores import conll_f1, without_singletons

REFERENCE = Path(__file__).parents[3] / "shared" / "score" / "score_coref.py"


def partition(labels: list[int]) -> list[set[int]]:
    """Return the clusters of mentions that have the same label."""
    return [{place for place, label in enumerate(labels) if label == wanted} for wanted in sorted(set(labels))]


def test_the_same_clusters_score_full() -> None:
    key = [{1, 2}, {3}, {4, 5, 6}]
    assert conll_f1(key, key) == 100
    assert conll_f1(key, []) == 0
    assert conll_f1([], []) == 0


def test_a_known_case() -> None:
    # MUC 2/3 and 2/3; B3 precision (1 + 1 + 1 + 1/2 + 1/2) / 5, recall (2/3 + 2/3 + 1/3 + 1 + 1) / 5;
    # CEAF-e pairs {1, 2} with {1, 2, 3} and {4, 5} with {3, 4, 5}, or the like: 4/5 and 4/5 of two.
    assert conll_f1([{1, 2, 3}, {4, 5}], [{1, 2}, {3, 4, 5}]) == pytest.approx((66.67 + 73.33 + 80.0) / 3, abs=0.5)


def test_singletons_can_be_left_out() -> None:
    assert without_singletons([{1}, {2, 3}, set()]) == [{2, 3}]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=30), st.sets(st.integers(0, 29)))
def test_scores_are_those_of_the_reference(labels: list[tuple[int, int]], missing: set[int]) -> None:
    if not REFERENCE.exists():
        pytest.skip("the reference scorer is not here")
    spec = importlib.util.spec_from_file_location("score_coref", REFERENCE)
    assert spec is not None
    assert spec.loader is not None
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    key = partition([gold for gold, _ in labels])
    response = [found for one in partition([own for _, own in labels]) if (found := one - missing)]
    assert conll_f1(key, response) == pytest.approx(reference.score(key, response)["CoNLL"], abs=0.011)
