"""Tests of ``rashomon.values.dates``: what counts as a date for machines, and which days it denotes."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.values.dates import YEARS, Moment, day, day_of_some_year, instant, parse, precedence

THAT_DAY = date(2031, 3, 13)
ZONES = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
FIRST = datetime.fromisoformat(f"{YEARS[0]}-01-01T00:00")
LAST = datetime.fromisoformat(f"{YEARS[-1]}-12-31T23:59")


@pytest.mark.parametrize("written", ["2031-03-13", "20310313", "  2031-03-13\n"])
def test_a_day_in_iso_8601_is_that_day(written: str) -> None:
    assert parse(written) == Moment(value="2031-03-13", earliest=THAT_DAY, latest=THAT_DAY)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2031-03-13T18:05:00+01:00", "2031-03-13T18:05:00+01:00"),
        ("2031-03-13T18:05:00Z", "2031-03-13T18:05:00+00:00"),
        ("2031-03-13T18:05:00", "2031-03-13T18:05:00"),
        ("2031-03-13 18:05", "2031-03-13T18:05:00"),
        ("20310313T180500Z", "2031-03-13T18:05:00+00:00"),
        ("2031-03-13T18:05:00.987+05:45", "2031-03-13T18:05:00+05:45"),
    ],
)
def test_a_date_time_keeps_the_offset_it_was_written_with(written: str, value: str) -> None:
    assert parse(written) == Moment(value=value, earliest=THAT_DAY, latest=THAT_DAY)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Thu, 13 Mar 2031 18:05:00 GMT", "2031-03-13T18:05:00+00:00"),
        ("13 Mar 2031 18:05:00 -0400", "2031-03-13T18:05:00-04:00"),
        ("Thu, 13 Mar 2031 18:05:00 -0000", "2031-03-13T18:05:00"),
    ],
)
def test_a_date_of_a_mail_header_is_read(written: str, value: str) -> None:
    assert parse(written) == Moment(value=value, earliest=THAT_DAY, latest=THAT_DAY)


def test_a_time_before_midnight_elsewhere_stays_on_its_own_day() -> None:
    assert parse("2031-03-13T23:30:00-08:00") == Moment(
        value="2031-03-13T23:30:00-08:00", earliest=THAT_DAY, latest=THAT_DAY
    )


@pytest.mark.parametrize(
    "written",
    [
        "",
        "2031",
        "2031-03",
        "2031-02-29",
        "2031-13-01",
        "2031-W11-4",
        "13 March 2031",
        "March 13, 2031",
        "13/03/2031",
        "on Thursday",
        "2031-03-13T25:00:00",
        "2031-03-13T18:05:00+99:00",
        "Thu, 41 Mar 2031 18:05:00 GMT",
        "2031-03-13 and then some more words",
        "0001-01-01T00:00:00Z",
        "9999-12-31",
        "2031-03-13" + " " * 50 + "x",
    ],
)
def test_what_is_no_date_for_machines_is_none(written: str) -> None:
    assert parse(written) is None


def test_a_week_is_not_one_day() -> None:
    found = parse("2031-W11")
    assert found is None or found.latest == date(2031, 3, 16)


@given(st.text(max_size=45) | st.text("0123456789-:+TZ WGMarThu,.", max_size=45))
def test_no_text_makes_it_raise(written: str) -> None:
    found = parse(written)
    assert found is None or found.earliest == found.latest


@given(st.dates(date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)))
def test_every_day_comes_back(value: date) -> None:
    assert parse(day(value).value) == day(value)


@given(st.datetimes(FIRST, LAST) | st.builds(datetime.replace, st.datetimes(FIRST, LAST), tzinfo=ZONES))
def test_every_date_time_comes_back_to_the_second(value: datetime) -> None:
    assert parse(instant(value).value) == instant(value)


def test_a_date_time_is_cut_to_the_second() -> None:
    assert instant(datetime(2031, 3, 13, 18, 5, 9, 999_999, UTC)).value == "2031-03-13T18:05:09+00:00"


def test_a_day_without_a_year_denotes_no_interval() -> None:
    assert day_of_some_year(3, 10) == Moment(value="XXXX-03-10", earliest=None, latest=None)


def test_the_leap_day_is_a_day_of_some_year() -> None:
    assert day_of_some_year(2, 29) == Moment(value="XXXX-02-29", earliest=None, latest=None)


@pytest.mark.parametrize(("month", "number"), [(2, 30), (4, 31), (13, 1), (0, 1), (1, 0)])
def test_a_day_of_no_year_is_none(month: int, number: int) -> None:
    assert day_of_some_year(month, number) is None


def test_instants_of_one_day_are_ordered_by_their_zones() -> None:
    day_of = date(2031, 3, 13)
    values = ["2031-03-13T08:00:00", "2031-03-13T09:00:00+02:00", "2031-03-13", "2031-03-13T08:30:00+00:00"]
    ordered = sorted(values, key=lambda value: precedence(day_of, value))
    assert ordered == [values[1], values[3], values[0], values[2]]


def test_what_has_no_day_comes_last() -> None:
    assert precedence(None, None) > precedence(date(2031, 3, 13), "2031-03-13")
