"""Tests of the algebra of time: TIMEX3 values and their days, feasts, and anchoring."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Span
from rashomon.records.times import (
    Calendar,
    Direction,
    Fixed,
    Grain,
    Length,
    Pick,
    Recurring,
    Reference,
    Shift,
    Step,
    TimeExpression,
)
from rashomon.values.feasts import easter, movable_feast
from rashomon.values.intervals import ALWAYS, NEVER_SAID, Interval, When, on
from rashomon.values.timex import resolve, resolve_all
from rashomon.values.timex_periods import containing, days_of, grain_of, moved

THURSDAY = date(2024, 11, 7)
GRAINS: tuple[Grain, ...] = (
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
)
DAYS = st.dates(date(1600, 1, 1), date(2400, 12, 31))
SHIFTS = st.builds(Shift, count=st.integers(-60, 60), unit=st.sampled_from(GRAINS), keep=st.booleans())
PICKED = st.sampled_from(
    (
        "XXXX-10-24 XXXX-02-29 XXXX-06 XXXX-Q3 XXXX-H2 XXXX-SU XXXX-WI XXXX-WXX-3 XXXX-WXX-WE XXXX-XX-13 XXXX-XX-31 "
        "XXXX-11-4W4 XXXX-EASTER-2"
    ).split()
)
SIDES: tuple[Direction, ...] = (
    "past",
    "past_or_now",
    "past_rather",
    "future",
    "future_or_now",
    "future_rather",
    "nearest",
)
PICKS = st.builds(Pick, value=PICKED, direction=st.sampled_from(SIDES))
STEPS = st.lists(SHIFTS | PICKS, min_size=1, max_size=2).map(tuple)


def calendar(*steps: Step) -> Calendar:
    return Calendar(steps=steps)


def anchored(*steps: Step, day: date = THURSDAY) -> str | None:
    return resolve(calendar(*steps), on(day)).value


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2024-02-29T09:30", "2024-02-29", "2024-02-29"),
        ("2024-W44", "2024-10-28", "2024-11-03"),
        ("2024-W44-WE", "2024-11-02", "2024-11-03"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1989-Q3", "1989-07-01", "1989-09-30"),
        ("1989-H2", "1989-07-01", "1989-12-31"),
        ("1989-WI", "1989-12-01", "1990-03-20"),
        ("2014", "2014-01-01", "2014-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("00", "0001-01-01", "0099-12-31"),
        ("2014-10-05/2014-10-07", "2014-10-05", "2014-10-07"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
    ],
)
def test_a_value_denotes_its_days(value: str, first: str, last: str) -> None:
    assert days_of(value) == Interval(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value",
    [
        "",
        "2014-10-0５",
        *"2023-02-29 2024-02-31 2024-13 2024-W60 0000 2014-Q5 2015/2014 P3M XXXX-10-24 BC0480".split(),
        *"20141 PRESENT_REF 2014/ /".split(),
    ],
)
def test_what_is_no_stretch_of_the_calendar_has_no_days(value: str) -> None:
    assert days_of(value) is None


@given(DAYS, st.sampled_from(GRAINS), st.integers(-10, 10))
def test_the_period_around_a_day_comes_back_from_its_value(day: date, grain: Grain, count: int) -> None:
    value = containing(day, grain, count)
    assert value is not None
    assert grain_of(value) == grain
    days = days_of(value)
    assert days is not None
    assert days.earliest is not None
    assert days.latest is not None
    assert days.earliest <= days.latest
    if not count and grain != "weekend":
        assert day in days


@given(DAYS, st.sampled_from(GRAINS), st.integers(-10, 10))
def test_periods_follow_each_other(day: date, grain: Grain, count: int) -> None:
    one, other = (days_of(containing(day, grain, number) or "") for number in (count, count + 1))
    assert one is not None
    assert other is not None
    assert one.earliest is not None
    assert other.earliest is not None
    assert one.earliest < other.earliest


@pytest.mark.parametrize("count", [10**9, -(10**9), 10**30])
def test_outside_the_calendar_there_is_nothing(count: int) -> None:
    assert containing(THURSDAY, "year", count) is None
    assert moved(THURSDAY, count, "month") is None
    assert resolve(calendar(Shift(count=count, unit="day")), on(THURSDAY)) == NEVER_SAID


def test_a_month_before_the_thirty_first_is_the_last_day_of_a_shorter_one() -> None:
    assert moved(date(2024, 3, 31), -1, "month") == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("year", "day"), [(1818, "1818-03-22"), (1943, "1943-04-25"), (2000, "2000-04-23"), (2024, "2024-03-31")]
)
def test_easter_is_where_the_churches_have_it(year: int, day: str) -> None:
    assert easter(year) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("rule", "day"),
    [("-11-4W4", "2024-11-28"), ("-11-1W1+1", "2024-11-05"), ("-05-0W1", "2024-05-27"), ("-EASTER-2", "2024-03-29")],
)
def test_a_movable_feast_has_its_day(rule: str, day: str) -> None:
    assert movable_feast(2024, rule) == date.fromisoformat(day)


@pytest.mark.parametrize("rule", ["", "-11-5W4", "-13-1W1", "-11-1W8", "-EASTER-200", "-11-04"])
def test_what_is_no_rule_of_a_feast_has_no_day(rule: str) -> None:
    assert movable_feast(2024, rule) is None
    assert movable_feast(0, "-EASTER") is None


@pytest.mark.parametrize(
    ("step", "value"),
    [
        (Shift(count=-1, unit="day"), "2024-11-06"),
        (Shift(count=-1, unit="week"), "2024-W44"),
        (Shift(count=1, unit="month"), "2024-12"),
        (Shift(count=-1, unit="quarter"), "2024-Q3"),
        (Shift(count=0, unit="year"), "2024"),
        (Shift(count=-3, unit="decade"), "199"),
        (Pick(value="XXXX-WXX-4", direction="past_or_now"), "2024-11-07"),
        (Pick(value="XXXX-WXX-4", direction="past"), "2024-10-31"),
        (Pick(value="XXXX-WXX-4", direction="future"), "2024-11-14"),
        (Pick(value="XXXX-WXX-1", direction="within"), "2024-11-04"),
        (Pick(value="XXXX-06", direction="past_or_now"), "2024-06"),
        (Pick(value="XXXX-11", direction="past_or_now"), "2024-11"),
        (Pick(value="XXXX-11", direction="past"), "2023-11"),
        (Pick(value="XXXX-SU", direction="within"), "2024-SU"),
        (Pick(value="XXXX-02-29", direction="future"), "2028-02-29"),
        (Pick(value="XXXX-XX-31", direction="future"), "2024-12-31"),
        (Pick(value="XXXX-12-07", direction="past_rather"), "2024-12-07"),
        (Pick(value="XXXX-06-30", direction="past_rather"), "2024-06-30"),
        (Pick(value="XXXX-06-30", direction="future_rather"), "2025-06-30"),
        (Pick(value="XXXX-11-4W4", direction="past_or_now"), "2023-11-23"),
        (Pick(value="XXXX-10-14", direction="past_or_now", weekday=1), "2024-10-14"),
        (Pick(value="XXXX-10-14", direction="past_or_now", weekday=6), "2023-10-14"),
        (Pick(value="XXXX-02-31", direction="nearest"), None),
        (Fixed(value="2014-06"), "2014-06"),
        (Fixed(value="2014-02-31"), None),
        (Fixed(value="BC0480"), "BC0480"),
    ],
)
def test_a_step_leads_from_a_thursday(step: Step, value: str | None) -> None:
    assert anchored(step) == value


def test_steps_follow_each_other() -> None:
    assert anchored(Shift(count=-1, unit="year"), Pick(value="XXXX-06", direction="within")) == "2023-06"
    assert anchored(Shift(count=-1, unit="week"), Pick(value="XXXX-WXX-3", direction="within")) == "2024-10-30"
    assert anchored(Pick(value="XXXX-03-06", direction="past"), Shift(count=0, unit="week")) == "2024-W10"


def test_a_year_before_a_quarter_is_a_quarter() -> None:
    anchor = When("1989-Q3", days_of("1989-Q3") or ALWAYS)
    assert resolve(calendar(Shift(count=-1, unit="year", keep=True)), anchor).value == "1988-Q3"
    assert resolve(calendar(Shift(count=-1, unit="year")), anchor).value == "1988"


def test_some_days_after_a_month_are_not_one_day() -> None:
    anchor = When("2014-06", days_of("2014-06") or ALWAYS)
    found = resolve(calendar(Shift(count=2, unit="day")), anchor)
    assert found == When(None, Interval(date(2014, 6, 3), date(2014, 7, 2)))


def test_yesterday_of_one_of_two_days_is_one_of_two_days() -> None:
    published = When(None, Interval(date(2024, 11, 6), date(2024, 11, 7)))
    found = resolve(calendar(Shift(count=-1, unit="day")), published)
    assert found == When(None, Interval(date(2024, 11, 5), date(2024, 11, 6)))
    assert resolve(calendar(Shift(count=-1, unit="week")), published).value == "2024-W44"


def test_a_day_of_no_known_year_keeps_its_value() -> None:
    october = calendar(Pick(value="XXXX-10-24", direction="past"))
    assert resolve(october, NEVER_SAID) == When("XXXX-10-24", ALWAYS)
    assert resolve(calendar(Pick(value="XXXX-02-31", direction="past")), NEVER_SAID) == NEVER_SAID
    assert resolve(calendar(Pick(value="XXXX-11-4W4", direction="past")), NEVER_SAID) == NEVER_SAID


def test_a_time_of_day_goes_with_a_day_only() -> None:
    morning = Calendar(steps=(Shift(count=0, unit="day"),), clock="TMO")
    assert resolve(morning, on(THURSDAY)).value == "2024-11-07TMO"
    assert resolve(Calendar(steps=(Shift(count=0, unit="month"),), clock="TMO"), on(THURSDAY)).value == "2024-11"


def test_lengths_references_and_sets_keep_their_values() -> None:
    past = resolve(Length(value="P3M", direction="past"), on(THURSDAY))
    assert past == When("P3M", Interval(date(2024, 8, 7), THURSDAY))
    assert resolve(Length(value="P3M"), on(THURSDAY)) == When("P3M", ALWAYS)
    assert resolve(Length(value="P9999999Y", direction="past"), on(THURSDAY)).value == "P9999999Y"
    assert resolve(Recurring(value="P1D"), on(THURSDAY)) == When("P1D", ALWAYS)
    assert resolve(Reference(value="PAST_REF"), on(THURSDAY)).days == Interval(None, THURSDAY)
    assert resolve(Reference(value="FUTURE_REF"), on(THURSDAY)).days == Interval(THURSDAY, None)
    assert resolve(None, on(THURSDAY)) == NEVER_SAID


def test_a_modifier_loosens_the_days_and_not_the_value() -> None:
    about = resolve(calendar(Fixed(value="1990")), NEVER_SAID, "APPROX")
    assert about == When("1990", Interval(date(1989, 1, 1), date(1991, 12, 31)))
    assert resolve(calendar(Fixed(value="1990")), NEVER_SAID, "BEFORE").days == Interval(None, date(1990, 12, 31))
    assert resolve(calendar(Fixed(value="1990")), NEVER_SAID, "START").days == days_of("1990")


def test_the_winter_of_a_year_is_that_which_begins_or_that_which_ends_in_it() -> None:
    found = resolve(calendar(Fixed(value="1994-WI")), NEVER_SAID)
    assert found == When("1994-WI", Interval(date(1993, 12, 1), date(1995, 3, 20)))
    assert resolve(calendar(Shift(count=0, unit="season")), on(date(1994, 1, 9))).value == "1993-WI"


def test_a_business_year_may_begin_in_another_month() -> None:
    found = resolve(Calendar(steps=(Fixed(value="1989"),), fiscal=True), NEVER_SAID)
    assert found == When("1989", Interval(date(1988, 7, 1), date(1990, 6, 30)))


@given(DAYS, st.integers(0, 500), st.integers(0, 500), st.integers(0, 500), STEPS)
def test_a_wider_anchor_gives_all_that_a_narrower_one_gives(
    start: date, before: int, long: int, behind: int, steps: tuple[Step, ...]
) -> None:
    inner = Interval(start, start + timedelta(days=long))
    outer = Interval(start - timedelta(days=before), start + timedelta(days=long + behind))
    narrow, wide = (resolve(Calendar(steps=steps), When(None, days)) for days in (inner, outer))
    assert narrow.days in wide.days
    assert wide.value is None or wide.value == narrow.value


@given(DAYS, STEPS)
def test_what_is_anchored_has_its_days_in_order_and_in_its_value(day: date, steps: tuple[Step, ...]) -> None:
    found = resolve(Calendar(steps=steps), on(day))
    first, last = found.days.earliest, found.days.latest
    assert first is None or last is None or first <= last
    if found.value is not None:
        assert days_of(found.value) == found.days


@given(st.tuples(DAYS, DAYS).map(sorted), st.tuples(DAYS, DAYS).map(sorted))
def test_the_interval_around_two_holds_both_and_meets_them(one: list[date], other: list[date]) -> None:
    first, second = Interval(*one), Interval(*other)
    both = first.with_(second)
    assert first in both
    assert second in both
    assert both == second.with_(first)
    assert first.meets(second) == second.meets(first)
    assert both.meets(first)


def test_an_open_interval_holds_what_a_closed_one_does_not() -> None:
    closed = Interval(THURSDAY, THURSDAY)
    assert closed in ALWAYS
    assert ALWAYS not in closed
    assert Interval(None, THURSDAY).with_(closed) == Interval(None, THURSDAY)
    assert not Interval(None, date(2024, 1, 1)).meets(closed)


def expression(meaning: Calendar, *, on_place: int | None = None) -> TimeExpression:
    return TimeExpression(
        span=Span(article="a", start=0, end=1, text="x"),
        type="DATE",
        meaning=meaning,
        mod=None,
        quant=None,
        freq=None,
        anchor="article" if on_place is None else "text",
        on=on_place,
        bound=None,
    )


def test_what_hangs_on_another_moves_with_it() -> None:
    monday = expression(calendar(Pick(value="XXXX-WXX-1", direction="past_or_now")))
    later = expression(calendar(Shift(count=2, unit="day")), on_place=0)
    published = Interval(date(2024, 11, 10), date(2024, 11, 11))
    found = resolve_all([monday, later], published)
    assert [one.days for one in found] == [
        Interval(date(2024, 11, 4), date(2024, 11, 11)),
        Interval(date(2024, 11, 6), date(2024, 11, 13)),
    ]


def test_what_hangs_on_a_later_one_or_on_itself_is_settled_too() -> None:
    june = expression(calendar(Pick(value="XXXX-06", direction="past_or_now")), on_place=1)
    year = expression(calendar(Fixed(value="2014-08")))
    assert resolve_all([june, year], ALWAYS)[0].value == "2014-06"
    circle = [expression(calendar(Shift(count=1, unit="day")), on_place=place) for place in (1, 0)]
    assert resolve_all(circle, Interval(THURSDAY, THURSDAY)) == (NEVER_SAID, NEVER_SAID)
