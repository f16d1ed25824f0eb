"""Dates written out in a text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rashomon.read.stamps import has_date_line, is_date_line, stamps


def values(text: str) -> list[str]:
    return [stamp.moment.value for stamp in stamps(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14 May 2024", "2024-05-14"),
        ("Tuesday 14 May 2024", "2024-05-14"),
        ("Tue, 14 May 2024", "2024-05-14"),
        ("14th May 2024", "2024-05-14"),
        ("14th of May 2024", "2024-05-14"),
        ("May 14, 2024", "2024-05-14"),
        ("Tuesday, May 14th, 2024", "2024-05-14"),
        ("Sept. 3, 2024", "2024-09-03"),
        ("3 Sep 2024", "2024-09-03"),
        ("2024-05-14", "2024-05-14"),
        ("2024/05/14", "2024-05-14"),
        ("14.05.2024", "2024-05-14"),
        ("14.5.2024", "2024-05-14"),
        ("29 February 2024", "2024-02-29"),
        ("24/10/2024", "2024-10-24"),
        ("10/24/2024", "2024-10-24"),
        ("4/4/2024", "2024-04-04"),
    ],
)
def test_day(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tuesday 14 May 2024 08:37 EDT", "2024-05-14T08:37:00-04:00"),
        ("May 14, 2024, 8:37 a.m. ET", "2024-05-14T08:37:00-04:00"),
        ("Jan. 14, 2024, 8:37 a.m. ET", "2024-01-14T08:37:00-05:00"),
        ("14 May 2024 at 20:15 GMT", "2024-05-14T20:15:00+00:00"),
        ("14 May 2024 20:15 (CEST)", "2024-05-14T20:15:00+02:00"),
        ("14 May 2024 | 20:15 +0530", "2024-05-14T20:15:00+05:30"),
        ("2024-05-14T20:15:00Z", "2024-05-14T20:15:00+00:00"),
        ("2024-05-14T20:15+02:00", "2024-05-14T20:15:00+02:00"),
        ("20:15 GMT, 14 May 2024", "2024-05-14T20:15:00+00:00"),
    ],
)
def test_time_with_zone(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14 May 2024 20:15", "2024-05-14T20:15:00"),
        ("14 May 2024, 8.15 pm", "2024-05-14T20:15:00"),
        ("14 May 2024 12:05 a.m.", "2024-05-14T00:05:00"),
        ("14 May 2024 12:05pm", "2024-05-14T12:05:00"),
        ("20:15, Tuesday 14 May 2024", "2024-05-14T20:15:00"),
        ("2024-05-14 20:15:59", "2024-05-14T20:15:00"),
    ],
)
def test_time_without_zone(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize("zone", ["IST", "CST", "BST", "XYZT"])
def test_zone_that_could_be_several_leaves_the_time_without_one(zone: str) -> None:
    assert values(f"14 May 2024 20:15 {zone}") == ["2024-05-14T20:15:00"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Dienstag, 14. Mai 2024", "2024-05-14"),
        ("Dienstag, den 14. Mai 2024", "2024-05-14"),
        ("Di., 14. Mai 2024, 20:15 Uhr", "2024-05-14T20:15:00"),
        ("14.05.2024 um 20.15 Uhr MESZ", "2024-05-14T20:15:00"),
        ("3. März 2024", "2024-03-03"),
        ("mardi 14 mai 2024", "2024-05-14"),
        ("le mardi 14 mai 2024 à 20:15", "2024-05-14T20:15:00"),
        ("1er août 2024", "2024-08-01"),
        ("14 de mayo de 2024", "2024-05-14"),
    ],
)
def test_other_languages(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Monday 14 May 2024",
        "Fri, May 14, 2024",
        "Montag, 14. Mai 2024",
        "lundi 14 mai 2024",
    ],
)
def test_weekday_of_another_day_is_refused(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("text", ["31 February 2024", "February 30, 2024", "29.02.2023", "2024-13-01", "31/11/2024"])
def test_day_that_does_not_exist_is_refused(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("text", ["3/4/2024", "12/11/2024", "01/02/2024"])
def test_slashes_that_could_be_two_days_are_refused(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "text", ["14 May", "May 2024", "2024", "14 May 24", "397-0", "order 2024-05-14-17", "x2024-05-14"]
)
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert values(text) == []


def test_time_that_does_not_exist_leaves_the_day() -> None:
    assert values("14 May 2024 25:70") == ["2024-05-14"]


def test_several_dates_are_several_stamps() -> None:
    assert values("Published 14 May 2024, updated 15 May 2024") == ["2024-05-14", "2024-05-15"]


def test_change_is_told_apart() -> None:
    text = "Published 14 May 2024, last updated on 15 May 2024"
    assert [stamp.modified for stamp in stamps(text, 0, len(text))] == [False, True]


def test_stamp_knows_its_characters() -> None:
    text = "Posted on Tuesday 14 May 2024 20:15 GMT by the desk"
    (stamp,) = stamps(text, 0, len(text))
    assert stamp.at.of(text) == "Tuesday 14 May 2024 20:15 GMT"


def test_only_the_stretch_is_read() -> None:
    text = "14 May 2024 and 15 May 2024"
    assert [stamp.moment.value for stamp in stamps(text, 12, len(text))] == ["2024-05-15"]


@pytest.mark.parametrize("line", ["Published: 14 May 2024 20:15 GMT", "Velmara, 14 May 2024"])
def test_short_line_with_a_date_is_a_date_line(line: str) -> None:
    assert has_date_line(line)


def test_sentence_that_tells_a_date_is_no_date_line() -> None:
    line = "The harbour of Velmara was closed on 14 May 2024 after a storm that sank eleven boats of the town."
    assert not has_date_line(line)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Tuesday 14 May 2024 20:15 GMT", True),
        ("Updated: Tuesday 14 May 2024", True),
        ("It ended on 14 May 2024.", False),
        ("The council of Velmara met on 14 May 2024", False),
    ],
)
def test_date_line_holds_next_to_nothing_else(line: str, is_one: bool) -> None:
    assert is_date_line(line) is is_one


@pytest.mark.parametrize(
    "text",
    [
        "14 May 2024 22:00-2400",
        "14 May 2024 08:37 +99:99",
        "14 APRİL 2024",
        "14 Aprıl 2024",
        "3 ſeptember 2024",
        "ſunday 12 May 2024",
    ],
)
def test_odd_dates_do_not_raise(text: str) -> None:
    values(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14 May 2024 20:15 GMT+3", "2024-05-14T20:15:00+03:00"),
        ("14 May 2024 20:15 UTC+09:00", "2024-05-14T20:15:00+09:00"),
        ("14 May 2024 20:15 (GMT+0530)", "2024-05-14T20:15:00+05:30"),
    ],
)
def test_offset_after_the_name_of_a_zone(text: str, value: str) -> None:
    assert values(text) == [value]


PIECES = st.lists(
    st.sampled_from(
        "14 31 May MAY mai März Sept. 2024 2099 Tuesday Di., den le um at T à 08:37 24:00 22:00- 8.15 pm a.m. Uhr EDT"
        " GMT (CEST) +02:00 -0530 14.05. 24/10/ 2024-05- , | – . ( ) Updated ١٤ ２０２４".split()
    )
    | st.sampled_from([" ", "  ", "\n", "\u00a0", ""]),
    max_size=12,
)


@given(PIECES, st.sampled_from(["", " "]))
@settings(max_examples=150, deadline=None)
def test_every_stamp_lies_in_the_text(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    for stamp in stamps(text, 0, len(text)):
        assert 0 <= stamp.at.start < stamp.at.end <= len(text)
        assert stamp.moment.earliest is not None
        assert stamp.moment.value.startswith(stamp.moment.earliest.isoformat())


@given(st.text(alphabet="0123456789:+-/., TZGMUCaprilıİſAPRIL", max_size=40))
@example("14 APRİL 2024")
@settings(max_examples=150, deadline=None)
def test_no_text_raises(text: str) -> None:
    values(f"14 May 2024 {text}")
    values(text)
