"""How two values relate as sets."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Value
from rashomon.values.intervals import Interval
from rashomon.values.quantities import about, above, below, between, exact, unknown, vague
from rashomon.values.relations import SetRelation, days_relation, is_known, values_relation

JUNE = Interval(date(2031, 6, 1), date(2031, 6, 30))
counts = st.integers(0, 10**6).map(float)
values = st.one_of(
    counts.map(lambda number: exact(number, "n")),
    counts.map(lambda number: about(number, "n", whole=True)),
    counts.map(lambda number: above(number, "n", whole=True, inclusive=False)),
    counts.map(lambda number: below(number, "n", whole=True, inclusive=True)),
    counts.map(lambda number: vague(number, "n")),
)
days = st.builds(
    lambda first, length: Interval(first, date.fromordinal(first.toordinal() + length)),
    st.dates(date(2000, 1, 1), date(2050, 1, 1)),
    st.integers(0, 400),
)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (exact(1496, "1,496"), exact(1500, "1,500"), "rounding"),
        (exact(27e6, "27 million"), above(27e6, "over 27 million", whole=True, inclusive=False), "rounding"),
        (exact(7, "seven"), above(7, "more than seven", whole=True, inclusive=False), None),
        (exact(1400, "1,400"), exact(1000, "1,000"), None),
        (exact(20, "20"), exact(31, "31"), None),
        (exact(3000, "3,000"), about(3000, "about 3,000", whole=True), "finer"),
        (above(10000, "more than 10,000", whole=True, inclusive=False), about(11000, "a", whole=True), "finer"),
        (above(10000, "more than 10,000", whole=True, inclusive=False), about(10000, "a", whole=True), "overlap"),
        (above(10000, "more than 10,000", whole=True, inclusive=False), exact(3000, "3,000"), None),
        (vague(1000, "thousands"), exact(3000, "3,000"), "finer"),
        (between(10, 20, "10 to 20"), between(15, 30, "15 to 30"), "overlap"),
        (exact(7, "7"), exact(7, "seven"), "same"),
        (below(20, "up to 20", whole=True, inclusive=True), above(19, "19 up", whole=True, inclusive=True), "overlap"),
    ],
)
def test_numbers(one: Value, other: Value, relation: SetRelation | None) -> None:
    assert values_relation(one, other) == relation


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (JUNE, "same"),
        (Interval(date(2031, 6, 19), date(2031, 6, 19)), "finer"),
        (Interval(date(2031, 6, 19), None), "overlap"),
        (Interval(date(2031, 7, 1), date(2031, 7, 31)), None),
    ],
)
def test_days(other: Interval, relation: SetRelation | None) -> None:
    assert days_relation(JUNE, other) == relation


def test_a_number_that_is_only_text_is_not_known() -> None:
    assert not is_known(unknown("umpteen"))


@given(values, values)
def test_numbers_relate_the_same_from_both_sides(one: Value, other: Value) -> None:
    assert values_relation(one, other) == values_relation(other, one)


@given(values)
def test_a_number_is_the_same_as_itself(value: Value) -> None:
    assert values_relation(value, value) == "same"


@given(days, days)
def test_days_relate_the_same_from_both_sides(one: Interval, other: Interval) -> None:
    assert days_relation(one, other) == days_relation(other, one)
