"""Tests of ``rashomon.reconcile.provisions.versions``: how the accounts of one obligation relate."""

import pytest

from tests.reconcile.provisions.conftest import PASSED, Telling

FIRST = "The treaty obliges both sides to provide military assistance by all means if either is attacked."


def relations(telling: Telling, *sentences: str) -> list[tuple[str, str | None]]:
    """Return the relations of provisions, each with the source of its article, of accounts of one sentence each."""
    for sentence in sentences:
        telling.account(f"{PASSED} {sentence}")
    sources = {article.id: article.source for article in telling.articles}
    return [(sources[one.article], one.relation) for one in telling.provisions()]


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (FIRST, "same"),
        (
            "The pact obliges Norvia and Quellia to provide military assistance by all means if either is attacked.",
            "same",
        ),
        ("The pact obliges both sides to provide military assistance by all means.", "finer"),
        ("The pact obliges both sides to provide military assistance if either is attacked.", "finer"),
        (
            "If either is attacked, the pact obliges it to render military aid by all means under the UN Charter.",
            "finer",
        ),
        ("The treaty obliges each to render military help with all it has in the event of aggression.", "wording"),
    ],
)
def test_two_accounts_of_one_obligation_are_related(telling: Telling, other: str, relation: str) -> None:
    assert relations(telling, FIRST, other) == [("0.txt", None), ("1.txt", relation)]


@pytest.mark.parametrize(
    "other",
    [
        "The treaty obliges both sides to share weather data if either is attacked.",
        "The treaty bars both sides from basing foreign bombers.",
        "The treaty takes effect once both have ratified it.",
        "The treaty bars both sides from military assistance to rebels by all means.",
    ],
)
def test_another_obligation_is_unrelated(telling: Telling, other: str) -> None:
    assert relations(telling, FIRST, other) == [("0.txt", None), ("1.txt", None)]


def test_other_numbers_are_no_version(telling: Telling) -> None:
    one, other = (f"The treaty lets Quellian ships use the locks on the river for {n} years." for n in (40, 30))
    assert relations(telling, one, other) == [("0.txt", None), ("1.txt", None)]


def test_coming_into_force_is_one_thing(telling: Telling) -> None:
    one = "The treaty enters into force on the day both exchange instruments."
    other = "The pact will take effect once instruments have been exchanged."
    assert relations(telling, one, other) == [("0.txt", None), ("1.txt", "wording")]


def test_versions_stand_behind_the_first_of_their_obligation(telling: Telling) -> None:
    force = "The treaty takes effect once both have ratified it."
    assert relations(telling, f"{FIRST} {force}", FIRST) == [("0.txt", None), ("1.txt", "same"), ("0.txt", None)]


def test_an_article_tells_an_obligation_once_as_fully_as_it_does(telling: Telling) -> None:
    short = "The treaty obliges both sides to provide military assistance."
    telling.account(f"{PASSED} {short}", FIRST)
    assert [one.condition is not None for one in telling.provisions()] == [True]
