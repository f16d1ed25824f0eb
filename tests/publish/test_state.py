"""Tests of ``rashomon.publish.state``: the state of a story in one paragraph."""

from datetime import date

import msgspec

from rashomon.publish.boards import boards
from rashomon.publish.citing import Names
from rashomon.publish.differences import differences
from rashomon.publish.figures import figures
from rashomon.publish.state import EVENTS, VALUES, State, state
from rashomon.publish.timeline import timeline
from rashomon.records import Record, StatedBy
from tests.publish.conftest import Weir
from tests.publish.tellings import days, happening


def told(record: Record, **other: object) -> State:
    """Return the state of a record, some of its fields exchanged."""
    record = msgspec.structs.replace(record, **other)
    names = Names(record)
    moving, differing = boards(record, names), differences(record, names)
    return state(record, timeline(record, names), moving, figures(record, names), differing)


def test_the_state_is_of_the_latest_account(weir: Weir) -> None:
    assert told(weir.record).as_of == "As of the latest account, 12 March 2031"


def test_the_state_is_of_the_day_that_was_asked_for(weir: Weir) -> None:
    assert told(weir.record, as_of=date(2031, 3, 20)).as_of == "As of 20 March 2031"


def test_the_state_is_of_no_day_where_no_account_has_one(weir: Weir) -> None:
    published = msgspec.structs.replace(weir.post.published, earliest=None, latest=None)
    undated = [msgspec.structs.replace(article, published=published) for article in weir.record.articles]
    assert told(weir.record, articles=tuple(undated)).as_of == ""


def test_the_state_tells_the_first_events_in_the_order_of_time_and_no_background(weir: Weir) -> None:
    assert [one.event for one in told(weir.record).events] == [weir.broke, weir.vote]
    trigger = weir.gazette.span(0, 3)
    many = [
        happening(
            trigger, trigger, label=str(rank), rank=rank, time=days(f"2031-03-{20 - rank}", f"2031-03-{20 - rank}")
        )
        for rank in range(1, 9)
    ]
    ranks = [one.event.rank for one in told(weir.record, events=tuple(many)).events]
    assert ranks == list(range(EVENTS, 0, -1))


def test_the_state_tells_the_latest_values_of_the_figure_with_most_support(weir: Weir) -> None:
    found = told(weir.record)
    assert found.figure is not None
    assert found.figure.figure == weir.home
    assert [row.value for row in found.values] == ["60", "More than 100"]
    assert len(found.values) == VALUES


def test_a_value_that_several_state_stands_once(weir: Weir) -> None:
    last = weir.home.points[-1]
    again = msgspec.structs.replace(last, stated_by=StatedBy(article=weir.post.id, claim=weir.claims[1].id))
    home = msgspec.structs.replace(weir.home, points=(*weir.home.points, again))
    found = told(weir.record, figures=(home,))
    assert [row.value for row in found.values] == ["60", "More than 100"]


def test_a_figure_of_one_account_is_not_in_the_state(weir: Weir) -> None:
    assert told(weir.record, figures=(weir.in_osk,)).figure is None


def test_the_state_tells_what_is_disputed_and_no_other_difference(weir: Weir) -> None:
    assert told(weir.record).disputed is None
    disputed = msgspec.structs.replace(weir.when, kind="status", rank=9)
    found = told(weir.record, differences=(*weir.record.differences, disputed)).disputed
    assert found is not None
    assert found.id == disputed.id


def test_a_story_that_tells_nothing_has_no_state(weir: Weir) -> None:
    assert not told(weir.record, events=(), figures=(), differences=())


def test_a_value_that_is_only_planned_is_not_in_the_state(weir: Weir) -> None:
    *others, last = weir.home.points
    planned = msgspec.structs.replace(last, status="planned", scope="planned")
    found = told(weir.record, figures=(msgspec.structs.replace(weir.home, points=(*others, planned)),))
    assert [row.value for row in found.values] == ["About 40", "60"]


def test_parts_and_vague_numbers_are_in_the_state_only_where_there_is_nothing_else(weir: Weir) -> None:
    first, *others = weir.home.points
    vague = msgspec.structs.replace(others[1], value=msgspec.structs.replace(others[1].value, bound="vague"))
    part = msgspec.structs.replace(others[0], scope="in Osk")
    found = told(weir.record, figures=(msgspec.structs.replace(weir.home, points=(first, part, vague)),))
    assert [row.value for row in found.values] == ["About 40"]
    parts = told(weir.record, figures=(msgspec.structs.replace(weir.home, points=(part, vague)),))
    assert [row.value for row in parts.values] == ["60", "More than 100"]
