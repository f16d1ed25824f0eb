"""Tests of ``rashomon.publish.happened``: events as they are listed."""

from datetime import date

import pytest

from rashomon.publish.happened import happenings, time_in_words
from rashomon.records import Record, Time


def time(timex: str | None, first: str | None, last: str | None) -> Time:
    """Return a time without evidence."""
    days = [None if day is None else date.fromisoformat(day) for day in (first, last)]
    return Time(timex=timex, earliest=days[0], latest=days[1], evidence=())


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (time("2031-03-13", "2031-03-13", "2031-03-13"), "13 March 2031"),
        (time("2031-03", "2031-03-01", "2031-03-31"), "March 2031"),
        (time("2019", "2019-01-01", "2019-12-31"), "2019"),
        (time("194", "1940-01-01", "1949-12-31"), "1940 to 1949"),
        (time("2030-W20", "2030-05-13", "2030-05-19"), "13 to 19 May 2030"),
        (time("2024-SU", "2024-06-01", "2024-09-22"), "summer 2024"),
        (time("2024-SU", "2024-06-01", None), "since summer 2024"),
        (time("2031-01", "2031-01-01", None), "since January 2031"),
        (time("2019", "2019-01-01", None), "since 2019"),
        (time("2031-03-09", "2031-03-09", None), "since 9 March 2031"),
        (time(None, "2031-03-09", None), "not before 9 March 2031"),
        (time(None, None, "2031-03-13"), "by 13 March 2031"),
        (time("PAST_REF", None, None), ""),
    ],
)
def test_times_in_words(told: Time, expected: str) -> None:
    assert time_in_words(told) == expected


def test_what_several_accounts_tell_stands_apart_from_plans_and_single_accounts(tamarel: Record) -> None:
    found = happenings(tamarel)
    assert all(one.event.support.articles > 1 for one in (*found.several, *found.open_))
    assert {one.event.status for one in found.open_} <= {"planned", "possible"}
    assert not {one.event.status for one in found.several} & {"planned", "possible"}
    assert len(found.several) + len(found.open_) + len(found.single) == len(tamarel.events)


def test_an_event_names_each_account_once(tamarel: Record) -> None:
    for one in happenings(tamarel).several:
        assert len(one.tellings) == one.event.support.articles
