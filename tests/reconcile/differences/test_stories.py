"""The differences of the example story, and of the pact pages where they are there, as a careful reader tells them."""

from pathlib import Path

import pytest

from rashomon.pipeline import build
from rashomon.reconcile.differences import Story, differences
from rashomon.records import Difference, Record

PAGES = Path(__file__).parents[4] / "shared" / "stories" / "pact"


def told(record: Record) -> tuple[Difference, ...]:
    """Return the differences of a record's events."""
    return differences(
        Story(
            articles=record.articles,
            readings=record.readings,
            entities=record.entities,
            claims=record.claims,
            events=record.events,
            figures=(),
        )
    )


@pytest.fixture(scope="module")
def pact() -> tuple[Difference, ...]:
    """Return the differences of the pact pages."""
    if not PAGES.is_dir():
        pytest.skip("the pact pages are not there")
    return told(build([str(PAGES)]))


def test_the_gates_of_the_dam_are_what_is_disputed(tamarel: Record) -> None:
    (found,) = [one for one in told(tamarel) if one.kind in {"status", "conflict"}]
    assert (found.kind, found.rank) == ("status", 1)
    assert found.note.startswith("Affirmed by Drevany and Sulmark, disputed by ")


def test_the_signing_of_the_example_is_told_by_month_and_by_day(tamarel: Record) -> None:
    (found,) = [one for one in told(tamarel) if one.slot == "when"]
    assert found.kind == "finer"
    assert found.note.endswith("6 May 2030 lies inside May 2030.")


def test_spellings_of_the_example(tamarel: Record) -> None:
    names = {side.value for one in told(tamarel) if one.slot == "how named" for side in one.sides}
    assert {"Zhelnar", "Jelnar", "Quell", "Quill"} <= names


def test_the_deliveries_are_the_one_dispute_of_the_pact_pages(pact: tuple[Difference, ...]) -> None:
    (found,) = [one for one in pact if one.kind in {"status", "conflict"}]
    assert found.kind == "status"
    assert "artillery shells" in found.sides[0].value
    assert found.note.startswith("Affirmed by Western sources and the West, disputed by Russia and North Korea: ")


def test_the_signing_of_the_pact_is_finer_and_not_disputed(pact: tuple[Difference, ...]) -> None:
    (found,) = [one for one in pact if one.slot == "when"]
    assert (found.kind, [side.value for side in found.sides]) == ("finer", ["June", "June 19"])


def test_treaty_and_pact_offensive_and_war_are_wording(pact: tuple[Difference, ...]) -> None:
    chosen = [{side.value for side in one.sides} for one in pact if one.kind == "wording"]
    assert {"pact", "treaty"} in chosen
    assert {"offensive", "war"} in chosen
