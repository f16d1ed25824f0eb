"""Tests of ``rashomon.publish.times``: days and intervals as they are read."""

import pytest

from rashomon.publish.times import in_time, time_in_words
from rashomon.records import Time
from tests.publish.tellings import days


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (days("2031-03-13", "2031-03-13", "2031-03-13"), "13 March 2031"),
        (days("2031-03-01", "2031-03-31", "2031-03"), "March 2031"),
        (days("2019-01-01", "2019-12-31", "2019"), "2019"),
        (days("1940-01-01", "1949-12-31", "194"), "1940 to 1949"),
        (days("2030-05-13", "2030-05-19", "2030-W20"), "13 to 19 May 2030"),
        (days("2024-06-01", "2024-09-22", "2024-SU"), "summer 2024"),
        (days("2024-06-01", None, "2024-SU"), "since summer 2024"),
        (days("2031-01-01", None, "2031-01"), "since January 2031"),
        (days("2019-01-01", None, "2019"), "since 2019"),
        (days("2031-03-09", None, "2031-03-09"), "since 9 March 2031"),
        (days("2031-03-09", None), "not before 9 March 2031"),
        (days(None, "2031-03-13"), "by 13 March 2031"),
        (days(None, None, "PAST_REF"), ""),
    ],
)
def test_times_in_words(told: Time, expected: str) -> None:
    assert time_in_words(told) == expected


def test_lines_go_by_their_start_and_by_their_end_where_only_that_is_known() -> None:
    by_ten, since_nine, on_nine = days(None, "2031-03-10"), days("2031-03-09", None), days("2031-03-09", "2031-03-09")
    assert sorted([None, by_ten, since_nine, on_nine], key=in_time) == [on_nine, since_nine, by_ten, None]
