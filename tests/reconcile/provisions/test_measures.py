"""Tests of ``rashomon.reconcile.provisions.measures``: which words mean the measure in hand, and which another."""

from collections.abc import Callable

import pytest

from rashomon.records import Article
from tests.reconcile.provisions.conftest import BILL, PASSED, Telling, parts, told

BANS = "bans whaling in the bay"


@pytest.mark.parametrize(
    "subject",
    [
        "The treaty",
        "This treaty",
        "The pact",
        "The defence treaty",
        "The Norvian-Quellian treaty",
        "The landmark treaty",
        "Norvia’s treaty with Quellia",
        "Article 2 of the treaty",
        "A key provision in Article 4 of the treaty",
        "The document",
    ],
)
def test_it_may_be_called_by_words_that_tell_of_its_stages(telling: Telling, subject: str) -> None:
    assert [obligation for obligation, _, _ in told(telling, f"{subject} {BANS}.")] == [f"{subject} {BANS}"]


@pytest.mark.parametrize(
    "subject",
    [
        "The 1974 treaty",
        "The treaty of 1974",
        "An earlier treaty",
        "The Ocean Treaty",
        "The fisheries treaty",
        "Norvia’s treaty with Drevany",
        "A treaty",
        "The law",
        "Article 5 of the NATO treaty",
        "Article 51 of the UN Charter",
        "The 1974 accord was short. That accord",
        "The 1974 treaty was short. The treaty",
    ],
)
def test_another_measure_is_not_the_one_in_hand(telling: Telling, subject: str) -> None:
    assert told(telling, f"{subject} {BANS}.") == []


def test_it_means_only_what_the_sentence_before_tells_of(telling: Telling) -> None:
    assert told(telling, "The debate was short. It obliges both to disarm.") == []


def test_it_means_the_subject_of_the_sentence_before(telling: Telling) -> None:
    assert told(telling, "The treaty has nine articles. It bans whaling.") == [("It bans whaling", None, None)]


def test_a_paragraph_of_other_things_ends_it(telling: Telling) -> None:
    telling.account(PASSED, "The bay is deep.", "The debate was short.", "It obliges both to disarm.")
    assert telling.provisions() == ()


def test_furniture_tells_no_provision(telling: Telling, article_of: Callable[..., Article]) -> None:
    telling.articles.append(article_of(f"{PASSED} The treaty {BANS}.", kind="related"))
    assert telling.provisions() == ()


def test_a_bill_is_no_treaty(telling: Telling) -> None:
    telling.account(f"{BILL} The bill would ban trucks. The treaty {BANS}.")
    assert [parts(one)[0] for one in telling.provisions("bill", "bill")] == ["The bill would ban trucks"]
