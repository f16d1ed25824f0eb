"""Tests of ``rashomon.publish.figures``: every value with who states it, of when, and how it relates."""

import msgspec

from rashomon.publish.citing import Names
from rashomon.publish.figures import CHARTED, UNKNOWN, Figures, figures
from rashomon.records import Figure, Record
from tests.publish.conftest import Weir
from tests.publish.tellings import days, figure, point, words


def listed(record: Record, *found: Figure) -> Figures:
    """Return the figures of a record, or others in their stead."""
    record = msgspec.structs.replace(record, figures=found) if found else record
    return figures(record, Names(record))


def test_a_value_is_told_with_its_day_its_speaker_and_how_it_relates(weir: Weir) -> None:
    (home,) = listed(weir.record).several
    row = home.rows[1]
    assert (row.value, row.when, row.who) == ("60", "11 March 2031", "Ada Maria Brill")
    assert (row.relation, row.why) == ("changed since", "a day later, and more can be sent home")
    assert [telling.by for telling in row.tellings] == ["Ferrel Post"]


def test_what_an_outlet_says_in_its_own_voice_has_no_speaker(weir: Weir) -> None:
    assert listed(weir.record).several[0].rows[2].who == ""


def test_a_claim_without_a_known_speaker_is_not_the_outlets_own_voice(weir: Weir) -> None:
    assert listed(weir.record).several[0].rows[0].who == UNKNOWN


def test_equal_values_of_one_speaker_are_one_row(weir: Weir) -> None:
    again = point(words(weir.ledger, "100"), 60, 60, number=60, claim=weir.claims[1], relation="same", why="equal")
    (home,) = listed(weir.record, msgspec.structs.replace(weir.home, points=(*weir.home.points, again))).several
    assert len(home.rows) == 3
    assert [telling.by for telling in home.rows[1].tellings] == ["Ferrel Post", "Osk Ledger"]
    assert home.rows[1].relation == "changed since"


def test_equal_values_of_two_scopes_are_two_rows(weir: Weir) -> None:
    part = point(words(weir.ledger, "100"), 60, 60, number=60, scope="in Osk", claim=weir.claims[1])
    (home,) = listed(weir.record, msgspec.structs.replace(weir.home, points=(*weir.home.points, part))).several
    assert [row.scope for row in home.rows] == ["", "", "", "in Osk"]


def test_speakers_have_a_mark_each(weir: Weir) -> None:
    (home,) = listed(weir.record).several
    assert [row.style for row in home.rows] == [0, 1, 2]
    assert len({row.glyph for row in home.rows}) == 3


def test_a_part_stands_below_its_figure(weir: Weir) -> None:
    (home,) = listed(weir.record).several
    assert [part.figure for part in home.parts] == [weir.in_osk]
    assert listed(weir.record).single == ()


def test_a_part_of_a_part_stands_below_the_whole(weir: Weir) -> None:
    deeper = figure(point(words(weir.post, "of them"), 1, 1), label="one in the old mill", part_of=weir.in_osk)
    (home,) = listed(weir.record, weir.home, weir.in_osk, deeper).several
    assert [part.figure for part in home.parts] == [weir.in_osk, deeper]


def test_figures_that_are_parts_of_each_other_are_all_listed(weir: Weir) -> None:
    one = msgspec.structs.replace(weir.home, part_of=weir.in_osk.id)
    found = listed(weir.record, one, weir.in_osk)
    assert [row.figure for row in (*found.several, *found.single)] == [one, weir.in_osk]


def test_a_part_of_an_unknown_figure_stands_for_itself(weir: Weir) -> None:
    lone = msgspec.structs.replace(weir.in_osk, part_of="f000000000000")
    assert [row.figure for row in listed(weir.record, lone).single] == [lone]


def test_one_value_told_by_many_needs_no_chart(weir: Weir) -> None:
    two = [point(words(article, "weir"), 2, 2) for article in (weir.gazette, weir.post)]
    (found,) = listed(weir.record, figure(*two, label="arches")).single
    assert len(found.rows) == 2
    assert found.chart is None


def test_values_that_have_no_day_are_listed_and_not_drawn(weir: Weir) -> None:
    undated = point(words(weir.ledger, "100"), 5, 5, number=5)
    (home,) = listed(weir.record, msgspec.structs.replace(weir.home, points=(*weir.home.points, undated))).several
    assert home.chart is not None
    assert (len(home.rows), home.undrawn) == (4, 1)


def test_a_value_that_is_denied_is_not_drawn(weir: Weir) -> None:
    first = weir.home.points[0]
    denied = msgspec.structs.replace(first, status="denied")
    (home,) = listed(weir.record, msgspec.structs.replace(weir.home, points=(denied, *weir.home.points[1:]))).several
    assert home.rows[0].is_ == "denied"
    assert home.undrawn == 1


def test_the_figures_with_most_support_have_charts_and_no_other_is_lost(weir: Weir) -> None:
    day = days("2031-03-10", "2031-03-10")
    text = weir.post.text
    spans = [weir.post.span(place, place + 1) for place in range(len(text)) if text[place].isalpha()]
    many = [
        figure(point(one, 1, 1, number=1, as_of=day), point(other, 2, 2, number=2, as_of=day), label="arches")
        for one, other in zip(spans[: CHARTED + 2], spans[50:], strict=False)
    ]
    found = listed(weir.record, *many, weir.home)
    assert found.several[0].figure == weir.home
    assert (len(found.several), len(found.others)) == (CHARTED, 3)
    assert [row.chart for row in found.others] == [None] * 3
