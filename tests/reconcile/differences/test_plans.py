"""Tests of ``rashomon.reconcile.differences.plans``: what was planned and then done."""

from dataclasses import replace

import msgspec
import pytest

from rashomon.reconcile.differences import differences
from tests.reconcile.differences.conftest import Tale

DEPUTIES = ("Deputies", "Assembly")


def voted(tale: Tale, planned: str, done: str) -> Tale:
    """Tell a vote as planned on a day, and as done on another."""
    tale.account("Deputies will vote.", "vote", "vote", planned, agent=DEPUTIES, status="planned")
    return tale.account("Deputies voted.", "voted", "vote", done, agent=DEPUTIES)


def test_a_plan_that_was_carried_out_is_an_update(tale: Tale) -> None:
    (found,) = differences(voted(tale, "2031-03-10", "2031-03-13").story())
    assert (found.kind, found.slot) == ("update", "whether")
    assert found.note == ("Told as planned in one account of 10 March 2031, as done in one account of 13 March 2031.")


@pytest.mark.parametrize("planned", ["2031-03-13", "2031-03-14"])
def test_a_plan_of_the_same_day_or_later_shows_nothing(tale: Tale, planned: str) -> None:
    assert differences(voted(tale, planned, "2031-03-13").story()) == ()


def test_only_events_on_the_timeline_are_followed(tale: Tale) -> None:
    story = voted(tale, "2031-03-10", "2031-03-13").story()
    events = [msgspec.structs.replace(event, rank=None) for event in story.events]
    assert differences(replace(story, events=events)) == ()
