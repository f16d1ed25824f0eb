"""Numbers as sets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.values.quantities import LARGEST, between, bounded, grain, unknown, untold, vague

NUMBERS = st.integers(0, 10**12).map(float) | st.floats(0, 1e6, allow_subnormal=False).map(lambda x: round(x, 3))


@pytest.mark.parametrize(
    ("number", "value"), [(1500.0, 100.0), (10_000.0, 10_000.0), (7.0, 1.0), (2.5, 0.1), (0.0, 1.0), (1.2e9, 1e8)]
)
def test_grain_is_the_place_of_the_last_digit_that_is_not_zero(number: float, value: float) -> None:
    assert grain(number) == value


@pytest.mark.parametrize(
    ("number", "bound", "low", "high"),
    [
        (20.0, "=", 20, 20),
        (20.0, ">", 21, None),
        (20.0, ">=", 20, None),
        (20.0, "<", 0, 19),
        (20.0, "<=", 0, 20),
        (10_000.0, "~", 9_000, 11_000),
        (1_500.0, "~", 1_450, 1_550),
        (7.0, "~", 7, 7),
        (300.0, "-~", 270, 300),
    ],
)
def test_counts_are_whole(number: float, bound: str, low: float, high: float | None) -> None:
    value = bounded(number, bound, "text", whole=True)
    assert (value.low, value.high, value.number) == (low, high, number)


def test_what_is_measured_can_be_just_above() -> None:
    value = bounded(20.0, ">", "text", whole=False)
    assert (value.low, value.high, value.bound) == (20.0, None, ">")


def test_at_least_two_dozen_are_dozens() -> None:
    value = vague(12, "dozens")
    assert (value.low, value.high, value.number, value.bound) == (24, None, None, "vague")


def test_a_range_has_no_number_of_its_own() -> None:
    value = between(1_000, 1_200, "1,000 to 1,200")
    assert (value.low, value.high, value.number, value.bound) == (1_000, 1_200, None, "range")


@pytest.mark.parametrize("bound", ["=", "~", "-~", ">", ">=", "<", "<="])
def test_a_number_too_large_is_only_text(bound: str) -> None:
    assert bounded(LARGEST * 10, bound, "many", whole=True) == unknown("many")


def test_a_range_the_wrong_way_round_is_only_text() -> None:
    assert between(5, 3, "5 to 3") == unknown("5 to 3")


def test_a_score_is_only_text() -> None:
    assert untold("3-2").number is None


@given(NUMBERS, st.sampled_from(["=", "~", "-~", ">=", "<="]), st.booleans())
def test_the_number_lies_in_its_set(number: float, bound: str, whole: bool) -> None:
    value = bounded(number, bound, "text", whole=whole)
    assert value.low is None or value.low <= number
    assert value.high is None or number <= value.high


@given(NUMBERS, st.booleans())
def test_an_approximation_is_off_by_a_tenth_at_most(number: float, whole: bool) -> None:
    value = bounded(number, "~", "text", whole=whole)
    assert value.low is not None
    assert value.high is not None
    assert number * 0.9 - 1e-6 <= value.low <= value.high <= number * 1.1 + 1e-6


def test_about_a_third_is_a_third_give_or_take_a_tenth() -> None:
    value = bounded(1 / 3, "~", "about a third", whole=False)
    assert value.low == pytest.approx(0.3)
    assert value.high == pytest.approx(0.3667, abs=1e-4)
