"""Tests of ``rashomon.link.events.happenings``: which accounts tell one event, plans and denials among them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.pipeline import build
from rashomon.records import Event, Record

Story = Callable[..., Record]
SCENE = "The two banks of the river Tamarel have quarrelled over its locks and its water since the drought of 2026."
SOLD = "Officials in Kestravia said on Monday that Drevany has been supplying artillery shells to Ormelia."
DENIED = "Drevany has rejected assertions that Drevany has given Ormelia missiles and millions of artillery shells."
BILL = "The Senate of Kestravia was told on Monday of a bill on the river. Premier Jadvin Korr put it to the house."


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """Build the record of articles, each a day and a text."""

    def told(*articles: tuple[str, str]) -> Record:
        lines = (
            json.dumps({"date": day, "text": f"{SCENE} {text}", "url": f"https://x.example/{day}"})
            for day, text in articles
        )
        (tmp_path / "story.jsonl").write_text("\n".join(lines))
        return build([str(tmp_path)])

    return told


def event_of(record: Record, trigger: str) -> Event:
    """Return the event with this word as a trigger."""
    (event,) = (one for one in record.events if any(account.trigger.text == trigger for account in one.accounts))
    return event


def statuses(event: Event) -> dict[str, str]:
    """Return the status of each account by its trigger."""
    return {account.trigger.text: account.status for account in event.accounts}


def test_what_is_affirmed_and_denied_is_one_event(story: Story) -> None:
    record = story(("2031-03-03", SOLD), ("2031-03-05", DENIED))
    assert statuses(event_of(record, "given")) == {"supplying": "claimed", "given": "denied"}


def test_what_another_is_denied_to_have_done_is_another_event(story: Story) -> None:
    record = story(("2031-03-03", SOLD), ("2031-03-05", DENIED.replace("Drevany has given", "Belmora has given")))
    assert statuses(event_of(record, "given")) == {"given": "denied"}


def test_a_plan_and_its_deed_are_one_event(story: Story) -> None:
    plan = f"{BILL} The bill will now be sent to the Senate of Kestravia for approval."
    deed = "The Senate of Kestravia approved the bill on the river on Wednesday. Nobody voted against it."
    assert statuses(event_of(story(("2031-03-10", plan), ("2031-03-13", deed)), "approved")) == {
        "approval": "planned",
        "approved": "happened",
    }


def test_a_plan_for_another_day_is_another_event(story: Story) -> None:
    plan = f"{BILL} The Senate of Kestravia will vote on the bill on March 20."
    deed = "The Senate of Kestravia voted for the bill on the river on Wednesday. Nobody was against it."
    found = story(("2031-03-10", plan), ("2031-03-13", deed))
    assert statuses(event_of(found, "voted")) == {"voted": "happened"}
