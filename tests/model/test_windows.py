"""Windows over the pieces of a text."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.pieces import END_SHAPE, GAPS, LONGEST_WORD, Pieces, vocabulary_of
from rashomon.model.windows import OVERLAP, ROOM, inputs, likely_breaks, owners, windows

BLANK, SPACE = GAPS.index("blank"), GAPS.index("space")


def pieces_of(sizes: list[int], gaps: list[int] | None = None) -> Pieces:
    """Return pieces of words of these sizes, all in lower case."""
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    shapes = np.zeros(starts[-1], np.int64)
    shapes[starts[:-1]] = gaps or [SPACE] * len(sizes)
    return Pieces(np.arange(starts[-1]), shapes, starts)


SIZES = st.lists(st.integers(1, LONGEST_WORD), min_size=1, max_size=900)


@given(SIZES)
def test_windows_cover_the_text_in_order_and_have_room(sizes: list[int]) -> None:
    pieces = pieces_of(sizes)
    found = windows(["w"] * len(sizes), pieces)
    assert found[0].start == 0
    assert found[-1].end == len(sizes)
    for one, other in pairwise(found):
        assert one.start < other.start < one.end < other.end
        assert pieces.starts[one.end] - pieces.starts[other.start] >= OVERLAP
    for window in found:
        assert pieces.starts[window.end] - pieces.starts[window.start] <= ROOM


@given(SIZES)
def test_every_word_is_owned_by_a_window_that_holds_it(sizes: list[int]) -> None:
    pieces = pieces_of(sizes)
    found = windows(["w"] * len(sizes), pieces)
    owner = owners(found, pieces)
    assert len(owner) == len(sizes)
    assert (np.diff(owner) >= 0).all()
    assert all(found[number].start <= word < found[number].end for word, number in enumerate(owner))


def test_owner_is_the_window_in_which_a_word_stands_farther_from_the_edge() -> None:
    sizes = [1] * 400
    pieces = pieces_of(sizes)
    found = windows(["w"] * 400, pieces)
    owner = owners(found, pieces)
    edge = found[0].end
    assert owner[edge - 1] == 1
    assert owner[found[1].start] == 0


def test_windows_end_where_a_sentence_seems_to_begin() -> None:
    gaps = [SPACE] * 400
    gaps[240] = BLANK
    found = windows(["w"] * 400, pieces_of([1] * 400, gaps))
    assert found[0].end == 240


@pytest.mark.parametrize(("word", "shape", "expected"), [(".", 1, True), (",", 1, False), (".", 0, False)])
def test_capital_after_a_full_stop_is_a_likely_break(word: str, shape: int, *, expected: bool) -> None:
    pieces = pieces_of([1, 1])
    pieces.shapes[1] = shape * len(GAPS) + SPACE
    assert likely_breaks([word, "w"], pieces).tolist() == [False, expected]


def test_inputs_are_framed_by_the_ends_of_a_window() -> None:
    vocabulary = vocabulary_of("\n".join(["[UNK]", "[CLS]", "[SEP]"]).encode())
    pieces = pieces_of([1, 2, 1])
    found = windows(["w"] * 3, pieces)
    ids, shapes, first = inputs(found[0], pieces, vocabulary)
    assert ids.tolist() == [1, 0, 1, 2, 3, 2]
    assert shapes[0] == shapes[-1] == END_SHAPE
    assert first.tolist() == [1, 2, 4]
