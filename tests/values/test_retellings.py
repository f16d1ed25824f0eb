"""Tests of ``rashomon.values.retellings``: who told a statement first."""

from collections.abc import Callable

import msgspec
import pytest

from rashomon.records import Article, Claim
from rashomon.values.retellings import retelling
from tests.publish.tellings import claim

TEXT = "The clerk said that the weir would be pulled down."
Print = Callable[..., tuple[Article, Claim]]


@pytest.fixture
def tells(article_of: Callable[..., Article]) -> Print:
    """Make an article of some day, or moment, that has the claim."""

    def make(
        source: str, day: str | None, value: str | None = None, copy_of: str | None = None
    ) -> tuple[Article, Claim]:
        article = article_of(TEXT, source=source, day=day)
        published = msgspec.structs.replace(article.published, value=value or day)
        article = msgspec.structs.replace(article, published=published, copy_of=copy_of)
        return article, claim(article, "The clerk", "said", "that the weir would be pulled down")

    return make


def sources(*told: tuple[Article, Claim]) -> tuple[list[str], list[str], list[str]]:
    """Return the sources of those who told first, later, and nobody knows when."""
    articles = {article.id: article for article, _ in told}
    found = retelling([claim for _, claim in told], articles)
    first, repeated, undated = (
        [articles[claim.article].source for claim in claims] for claims in (found.first, found.repeated, found.undated)
    )
    return first, repeated, undated


def test_the_earliest_day_is_first(tells: Print) -> None:
    assert sources(tells("late", "2031-03-03"), tells("early", "2031-03-02")) == (["early"], ["late"], [])


def test_of_one_day_all_are_first(tells: Print) -> None:
    assert sources(tells("a", "2031-03-02"), tells("b", "2031-03-02")) == (["a", "b"], [], [])


def test_within_a_day_the_hour_tells(tells: Print) -> None:
    morning = tells("morning", "2031-03-02", "2031-03-02T08:00:00+01:00")
    noon = tells("noon", "2031-03-02", "2031-03-02T12:00:00+01:00")
    assert sources(noon, morning) == (["morning"], ["noon"], [])


def test_a_print_repeats_what_it_is_a_print_of(tells: Print) -> None:
    first = tells("first", "2031-03-02")
    assert sources(first, tells("print", "2031-03-02", copy_of=first[0].id)) == (["first"], ["print"], [])


def test_a_print_of_what_is_not_there_is_first(tells: Print) -> None:
    assert sources(tells("print", "2031-03-02", copy_of="0" * 16)) == (["print"], [], [])


def test_without_a_date_nobody_can_tell(tells: Print) -> None:
    assert sources(tells("a", "2031-03-02"), tells("b", None)) == (["a"], [], ["b"])


def test_no_claim_is_told_by_nobody() -> None:
    assert retelling([], {}).first == ()
