"""Tests of ``rashomon.link.events.groups``: groups of mentions by the chances of their pairs."""

from dataclasses import replace
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.events.constraints import Facts, apart
from rashomon.link.events.groups import linked
from rashomon.link.events.mentions import Mention
from tests.link.events.tellings import mention

COUNT = 8
PAIRS = list(combinations(range(COUNT), 2))
MENTIONS = [mention("a", place, "council demolish weir") for place in range(COUNT)]


def grouped(chances: dict[tuple[int, int], float], mentions: list[Mention] = MENTIONS) -> list[list[int]]:
    """Return the groups of mentions by the chances of some of their pairs."""
    pairs = sorted(chances)
    return linked(
        mentions,
        np.array([i for i, _ in pairs], np.int64),
        np.array([j for _, j in pairs], np.int64),
        np.array([chances[pair] for pair in pairs], np.float32),
        0.4,
    )


def test_what_is_likely_one_is_one() -> None:
    assert grouped({(0, 3): 0.9, (0, 1): 0.1, (4, 5): 0.41}) == [[0, 3], [1], [2], [4, 5], [6], [7]]


def test_groups_join_by_the_mean_chance_between_them() -> None:
    likely = {(0, 1): 0.9, (2, 3): 0.9}
    assert grouped({**likely, (0, 2): 0.7, (0, 3): 0.3, (1, 2): 0.3, (1, 3): 0.2})[:2] == [[0, 1], [2, 3]]
    assert grouped({**likely, (0, 2): 0.7, (0, 3): 0.5, (1, 2): 0.5, (1, 3): 0.2})[0] == [0, 1, 2, 3]


def test_a_chain_does_not_join_what_must_stay_apart() -> None:
    counts = [replace(one, facts=Facts(count=count)) for one, count in zip(MENTIONS, [2, None, 3], strict=False)]
    found = grouped({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.9}, [*counts, *MENTIONS[3:]])
    assert found[:2] in ([[0, 1], [2]], [[0], [1, 2]])


@given(st.dictionaries(st.sampled_from(PAIRS), st.floats(0, 1, width=16)), st.lists(st.integers(1, 3), min_size=COUNT))
def test_groups_are_a_partition_that_keeps_apart_what_must_be(
    chances: dict[tuple[int, int], float], counts: list[int]
) -> None:
    mentions = [replace(one, facts=Facts(count=count)) for one, count in zip(MENTIONS, counts, strict=False)]
    found = grouped(chances, mentions)
    assert sorted(place for group in found for place in group) == list(range(COUNT))
    for group in found:
        assert all(apart(mentions[i].facts, mentions[j].facts) is None for i, j in combinations(group, 2))
