"""The pact pages across their accounts: dates, people and events, as a careful reader tells them."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from rashomon.pipeline import build
from rashomon.records import Event, Figure, Record

PAGES = Path(__file__).parents[2] / "shared" / "stories" / "pact"
pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the pact pages are not there")
ACCOUNTS = {"000": "AFP", "001": "other", "002": "Independent", "003": "AP", "004": "Kyiv Post"}


@pytest.fixture(scope="module")
def pact() -> Record:
    """Return the record of the pages."""
    return build([str(PAGES)])


def told_by(record: Record, event: Event) -> set[str]:
    """Return the accounts of an event by their short names, those that only foresaw it left out."""
    sources = {article.id: article.source for article in record.articles}
    return {ACCOUNTS[sources[account.article][:3]] for account in event.accounts if account.status != "planned"}


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
        statuses = {account.status for account in event.accounts}
        assert event.status in {"planned", "possible"} or statuses - {"planned", "possible"}


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


def troops(record: Record) -> Figure:
    """Return the figure of the soldiers sent to Russia."""
    (figure,) = (figure for figure in record.figures if len(figure.points) > 5)
    return figure


def test_the_soldiers_sent_to_russia_are_one_figure_in_the_order_of_their_days(pact: Record) -> None:
    figure = troops(pact)
    assert figure.label == "North Korean troops deployed to Russia"
    assert [(point.value.text, point.scope) for point in figure.points] == [
        ("some 1,500", "special forces"),
        ("3,000", None),
        ("3,000", None),
        ("about 3,000", None),
        ("10,000", "being prepared"),
        ("3,000", None),
        ("More than 10,000", None),
        ("thousands", None),
        ("around 10,000", None),
        ("11,000", "in Kursk"),
    ]
    by_relation = [point.relation for point in figure.points]
    assert by_relation[6] == "update"
    assert "conflict" not in by_relation


@pytest.mark.parametrize(
    ("text", "first", "last", "speaker"),
    [
        ("some 1,500", date(2024, 10, 1), date(2024, 10, 24), "South Korea"),
        ("10,000", date(2024, 10, 24), date(2024, 10, 24), "Volodymyr Zelensky"),
        ("More than 10,000", date(2024, 11, 5), date(2024, 11, 5), "Jeon Ha-gyu"),
        ("11,000", date(2024, 11, 6), date(2024, 11, 7), "Ukraine"),
    ],
)
def test_a_number_has_its_day_and_its_speaker(pact: Record, text: str, first: date, last: date, speaker: str) -> None:
    (point,) = (point for point in troops(pact).points if point.value.text == text)
    claims = {claim.id: claim for claim in pact.claims}
    names = {entity.id: entity.name for entity in pact.entities}
    assert point.as_of is not None
    assert (point.as_of.earliest, point.as_of.latest) == (first, last)
    assert point.stated_by.claim is not None
    assert names[claims[point.stated_by.claim].speaker.entity or ""] == speaker


def test_six_officers_are_part_of_more_than_twenty_soldiers_killed(pact: Record) -> None:
    by_number = {point.value.text: figure for figure in pact.figures for point in figure.points}
    assert by_number["six"].part_of == by_number["more than 20"].id


def test_no_accounts_contradict_each_other_but_on_the_deliveries(pact: Record) -> None:
    kinds = Counter(difference.kind for difference in pact.differences)
    assert kinds["conflict"] == 0
    (status,) = (difference for difference in pact.differences if difference.kind == "status")
    assert status.rank == 1
    assert "artillery shells" in status.note
    assert len({article for side in status.sides for article in side.articles}) >= 3


def test_the_day_of_the_signing_is_told_finer(pact: Record) -> None:
    signing = on(pact, date(2024, 6, 19), "sign")
    assert next(difference.kind for difference in pact.differences if difference.about == signing.id) == "finer"


@pytest.mark.parametrize("words", [{"treaty", "pact"}, {"offensive", "war"}])
def test_other_words_for_one_thing_are_wording(pact: Record, words: set[str]) -> None:
    found = [{side.value for side in one.sides} for one in pact.differences if one.kind == "wording"]
    assert words in found
