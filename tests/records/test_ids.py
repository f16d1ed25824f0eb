"""Tests of ``rashomon.records.ids``: an id tells what was found and where, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Span
from rashomon.records.ids import id_of

SPAN = Span(article="0" * 16, start=3, end=9, text="Kessel")


@pytest.mark.parametrize("kind", ["claim", "statement", "entity"])
def test_an_id_is_a_letter_and_twelve_hex_digits(kind: str) -> None:
    assert id_of(kind, SPAN)[0] == kind[0]
    assert len(bytes.fromhex(id_of(kind, SPAN)[1:])) == 6


def test_the_words_do_not_matter() -> None:
    assert id_of("claim", SPAN) == id_of("claim", Span(article="0" * 16, start=3, end=9, text="Orsk"))


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["0" * 16, "1" * 16]))
def test_another_place_is_another_id(start: int, end: int, article: str) -> None:
    other = Span(article=article, start=start, end=end, text="")
    is_same = (article, start, end) == (SPAN.article, SPAN.start, SPAN.end)
    assert (id_of("claim", other) == id_of("claim", SPAN)) == is_same


def test_another_kind_is_another_id() -> None:
    assert len({id_of(kind, SPAN)[1:] for kind in ("claim", "statement", "entity", "event")}) == 4
