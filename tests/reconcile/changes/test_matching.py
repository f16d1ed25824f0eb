"""Tests of ``rashomon.reconcile.changes.matching``: which things of two records are one."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.reconcile.changes.matching import matching
from rashomon.reconcile.changes.versions import Mark


def at(*offsets: int) -> set[Mark]:
    """Return marks of one article."""
    return {("a", "start", offset) for offset in offsets}


def test_things_that_share_a_mark_are_one() -> None:
    found = matching([at(1), at(5)], [at(5, 9), at(7)])
    assert (found.pairs, set(found.known), set(found.left)) == (((1, 0),), {0}, {1})


def test_of_two_that_came_of_one_the_one_that_shares_most_is_it_and_neither_is_new() -> None:
    found = matching([at(1, 2, 3)], [at(1), at(2, 3)])
    assert (found.pairs, set(found.known)) == (((0, 1),), {0, 1})


def test_of_two_that_were_joined_neither_is_withdrawn() -> None:
    found = matching([at(1), at(2, 3)], [at(1, 2, 3)])
    assert (found.pairs, set(found.left)) == (((1, 0),), {0, 1})


@given(st.lists(st.frozensets(st.integers(0, 9))), st.lists(st.frozensets(st.integers(0, 9))))
def test_nothing_is_paired_twice(old: list[frozenset[int]], new: list[frozenset[int]]) -> None:
    found = matching([at(*offsets) for offsets in old], [at(*offsets) for offsets in new])
    assert len({one for one, _ in found.pairs}) == len({other for _, other in found.pairs}) == len(found.pairs)
    assert {other for _, other in found.pairs} <= found.known
