"""Tests of ``rashomon.publish.charts``: figures as pictures."""

import os
import re
import subprocess
import sys
from itertools import count
from typing import Literal

import lxml.etree
import pytest
from lxml.etree import _Element

from rashomon.publish.charts import STYLES, Dot, chart, drawable, number_of
from rashomon.records import Value
from tests.publish.tellings import days

Bound = Literal["=", "~", ">", ">=", "<", "<=", "range", "vague"]
NAMES = count(1)


def value(low: float | None, high: float | None, number: float | None = None) -> Value:
    """Return a value by its ends."""
    return Value(low=low, high=high, number=number, bound="=", text="some")


def dot(low: float | None, high: float | None, first: str | None, last: str | None, style: int = 0) -> Dot:
    """Return a mark at a place of its own."""
    return Dot(
        value(low, high, low if low == high else None), days(first, last), style, f"a{'0' * 16}-{next(NAMES)}-99"
    )


def picture(*dots: Dot) -> _Element:
    """Return the picture of values as elements."""
    return lxml.etree.fromstring(chart(dots).svg.encode())


def marks(svg: _Element) -> list[tuple[float, float]]:
    """Return where the marks stand, from the left and from the top."""
    places = svg.xpath("//*[local-name()='a']/*/@transform")
    return [(float(x), float(y)) for x, y in (re.findall(r"[\d.]+", place) for place in places)]


def labels(svg: _Element) -> list[str]:
    """Return what is written at the axes."""
    return [str(text) for text in svg.xpath("//*[local-name()='text']/text()")]


THREE = (
    dot(1450, 1550, "2031-10-01", "2031-10-24"),
    dot(3000, 3000, "2031-10-23", "2031-10-23", 1),
    dot(10_001, None, None, "2031-11-05", 2),
)


def test_later_values_stand_further_right_and_larger_ones_higher() -> None:
    places = marks(picture(*THREE))
    assert len(places) == 3
    assert sorted(y for _, y in places) == [y for _, y in places][::-1]
    assert places[2][0] > max(places[0][0], places[1][0])


def test_every_mark_leads_to_its_characters_in_the_page() -> None:
    hrefs = picture(*THREE).xpath("//*[local-name()='a']/@href")
    assert hrefs == [f"#{one.place}" for one in THREE]


def test_every_mark_says_its_number_and_its_day() -> None:
    told = picture(*THREE).xpath("//*[local-name()='a']/*/@aria-label")
    assert told == [
        "1,450 to 1,550, 1 to 24 October 2031",
        "3,000, 23 October 2031",
        "at least 10,001, by 5 November 2031",
    ]


@pytest.mark.parametrize(
    ("bound", "expected"),
    [("=", "500"), ("~", "about 500"), (">", "more than 500"), ("<=", "up to 500"), (">=", "at least 500")],
)
def test_a_mark_says_what_the_number_is_bound_by(bound: Bound, expected: str) -> None:
    told = Value(low=500, high=500, number=500, bound=bound, text="")
    svg = picture(Dot(told, days(None, "2031-03-10"), 0, "a"), THREE[0])
    assert f"{expected}, by 10 March 2031" in svg.xpath("//*[local-name()='a']/*/@aria-label")


def test_a_picture_names_nothing_outside_of_the_page() -> None:
    svg = chart(THREE).svg
    assert set(re.findall(r"https?://[^\"' ]+", svg)) <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}


def test_a_picture_has_lines_and_letters_alone() -> None:
    assert {lxml.etree.QName(one).localname for one in picture(*THREE).iter()} <= {
        "svg", "g", "path", "line", "text", "a",
    }  # fmt: skip


def test_the_text_of_an_account_never_gets_into_a_picture() -> None:
    text = "<script>some"
    told = [Dot(Value(low=n, high=n, number=n, bound="=", text=text), days(None, "2031-03-10"), 0, "a") for n in (1, 2)]
    assert "some" not in chart(told).svg


def test_marks_at_one_place_stand_side_by_side() -> None:
    one, other = marks(picture(*(dot(5, 5, "2031-03-10", "2031-03-10", style) for style in (0, 1)), THREE[0]))[:2]
    assert one[1] == other[1]
    assert abs(one[0] - other[0]) > 4


def test_speakers_are_told_apart_by_shape_and_colour_and_beyond_the_last_by_none() -> None:
    dots = [dot(n, n, f"2031-03-{n + 1:02}", f"2031-03-{n + 1:02}", n) for n in range(STYLES + 2)]
    paths = picture(*dots).xpath("//*[local-name()='a']/*")
    looks = [(path.get("d"), path.get("fill"), path.get("stroke")) for path in paths]
    assert len(set(looks[:STYLES])) == STYLES
    assert looks[STYLES] == looks[STYLES + 1]


@pytest.mark.parametrize(
    ("dots", "expected"),
    [
        ([dot(1, 1, "2031-03-10", "2031-03-10"), dot(9, 9, "2031-03-10", "2031-03-10")], ["10 Mar"]),
        (
            [dot(1, 1, "2031-03-10", "2031-03-10"), dot(9, 9, "2031-03-12", "2031-03-12")],
            ["10 Mar", "11 Mar", "12 Mar"],
        ),
        (
            [dot(1, 1, "2031-03-28", "2031-03-28"), dot(9, 9, None, "2031-04-04")],
            ["28 Mar", "30 Mar", "1 Apr", "3 Apr"],
        ),
    ],
)
def test_days_at_the_axis_are_whole_and_never_written_twice(dots: list[Dot], expected: list[str]) -> None:
    assert [text for text in labels(picture(*dots)) if not text.isdigit()] == expected


@pytest.mark.parametrize(("first", "last"), [("2029-01-01", "2031-03-10"), ("1884-01-01", "2031-03-10")])
def test_long_stretches_are_written_in_months_or_years(first: str, last: str) -> None:
    written = [text for text in labels(picture(dot(1, 1, first, first), dot(9, 9, last, last))) if len(text) > 3]
    assert len(written) == len(set(written)) > 2


@pytest.mark.parametrize(
    ("low", "high", "scale", "top"),
    [(1, 9, "", "10"), (2e6, 9e6, "millions", "10"), (3e9, 9.5e9, "billions", "10"), (2e12, 9e12, "trillions", "10")],
)
def test_large_numbers_are_written_in_a_scale(low: float, high: float, scale: str, top: str) -> None:
    dots = [dot(low, low, "2031-03-10", "2031-03-10"), dot(high, high, "2031-03-12", "2031-03-12")]
    found = chart(dots)
    assert found.scale == scale
    assert top in labels(lxml.etree.fromstring(found.svg.encode()))


def test_near_values_are_drawn_without_zero_and_others_with_it() -> None:
    near = [dot(6400, 6400, "2031-03-10", "2031-03-10"), dot(6412, 6412, "2031-03-12", "2031-03-12")]
    assert "0" not in labels(picture(*near))
    assert "0" in labels(picture(*THREE))


@pytest.mark.parametrize(
    ("low", "high", "number", "expected"),
    [(36, 44, 40, 40), (10, 20, None, 15), (2000, None, None, 2000), (None, 5, None, 5), (None, None, None, None)],
)
def test_where_a_value_is_drawn(
    low: float | None, high: float | None, number: float | None, expected: float | None
) -> None:
    assert number_of(value(low, high, number)) == expected


def test_what_has_no_number_or_no_day_is_not_drawn() -> None:
    day = days("2031-03-10", "2031-03-10")
    assert drawable(value(1, 1), day)
    assert not drawable(value(None, None), day)
    assert not drawable(value(1, 1), days(None, None))
    assert not drawable(value(1, 1), None)


@pytest.mark.parametrize(("low", "high"), [(0.0, 0.0), (-5.0, 3.0), (1e15, 1e15), (0.25, 0.5)])
def test_odd_numbers_have_a_picture(low: float, high: float) -> None:
    dots = [dot(low, low, "2031-03-10", "2031-03-10"), dot(high, high, "2031-03-12", "2031-03-12", 1)]
    assert len(marks(picture(*dots))) == 2


AGAIN = """
from datetime import date
from rashomon.publish.charts import Dot, chart
from rashomon.records import Time, Value
day = Time(timex=None, earliest=date(2031, 3, 10), latest=date(2031, 3, 12), evidence=())
values = [Value(low=n, high=n, number=n, bound="=", text="") for n in (1, 9)]
print(chart([Dot(value, day, 0, "a") for value in values]).svg)
"""


def test_a_picture_is_the_same_in_another_place_and_zone() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", AGAIN], env={**os.environ, **other}, capture_output=True, check=True
        ).stdout
        for other in ({}, {"TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "FONTCONFIG_FILE": os.devnull})
    }
    assert len(found) == 1
