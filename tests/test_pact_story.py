"""The pact pages across their accounts: dates, people and events, as a careful reader tells them."""

from datetime import date
from pathlib import Path

import pytest

from rashomon.pipeline import build
from rashomon.records import Event, Record

PAGES = Path(__file__).parents[2] / "shared" / "stories" / "pact"
pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the pact pages are not there")
ACCOUNTS = {"000": "AFP", "001": "other", "002": "Independent", "003": "AP", "004": "Kyiv Post"}


@pytest.fixture(scope="module")
def pact() -> Record:
    """Return the record of the pages."""
    return build([str(PAGES)])


def told_by(record: Record, event: Event) -> set[str]:
    """Return the accounts of an event by their short names."""
    sources = {article.id: article.source for article in record.articles}
    return {ACCOUNTS[sources[account.article][:3]] for account in event.accounts}


def on(record: Record, day: date, *kinds: str) -> Event:
    """Return the one event of a day with one of these kinds."""
    (event,) = (
        event
        for event in record.events
        if event.kind in kinds and event.time is not None and event.time.earliest == event.time.latest == day
    )
    return event


def test_the_signing_is_one_event_of_five_accounts(pact: Record) -> None:
    signing = on(pact, date(2024, 6, 19), "sign")
    assert told_by(pact, signing) == set(ACCOUNTS.values())
    assert signing.status == "happened"


def test_the_visit_is_one_event_of_five_accounts(pact: Record) -> None:
    assert told_by(pact, on(pact, date(2024, 6, 19), "visit")) == set(ACCOUNTS.values())


def test_the_votes_of_the_two_houses_are_two_events(pact: Record) -> None:
    lower = on(pact, date(2024, 10, 24), "ratify", "vote")
    upper = on(pact, date(2024, 11, 6), "ratify", "vote")
    assert told_by(pact, lower) == {"Independent", "AP", "other"}
    assert told_by(pact, upper) == {"AFP", "other"}
    assert lower.slots.vote is not None
    assert (lower.slots.vote.for_, lower.slots.vote.against, lower.slots.vote.unanimous) == (397, 0, None)
    assert upper.slots.vote is not None
    assert (upper.slots.vote.for_, upper.slots.vote.unanimous) == (None, True)


@pytest.mark.parametrize(
    ("day", "kind", "accounts"),
    [
        (date(2024, 10, 14), "submit", {"Kyiv Post"}),
        (date(2024, 10, 3), "strike", {"Kyiv Post"}),
        (date(2024, 11, 5), "fire", {"AFP"}),
    ],
)
def test_events_of_one_account(pact: Record, day: date, kind: str, accounts: set[str]) -> None:
    assert told_by(pact, on(pact, day, kind)) == accounts


def test_nothing_planned_is_told_as_done(pact: Record) -> None:
    for event in pact.events:
        own = [account for account in event.accounts if account.status in {"planned", "possible"}]
        assert len(own) in {0, len(event.accounts)} or event.status in {"planned", "possible"}


@pytest.mark.parametrize("families", [{"Un", "Jong-un"}, {"Zelensky", "Zelenskyy"}, {"Putin"}, {"Austin"}], ids=min)
def test_people_are_one_under_all_spellings(pact: Record, families: set[str]) -> None:
    people = [
        entity
        for entity in pact.entities
        if entity.type == "person" and families & {alias.text.split()[-1] for alias in entity.aliases}
    ]
    assert len(people) == 1


def test_no_two_people_are_one(pact: Record) -> None:
    families = {"Putin", "Kim", "Austin", "Rudenko", "Peskov", "Umerov", "Kirby", "Volodin", "Choe"}
    for entity in pact.entities:
        if entity.type == "person":
            words = {word for alias in entity.aliases for word in alias.text.replace("-", " ").split()}
            assert len(families & words) <= 1
