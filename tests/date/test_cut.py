"""Tests of ``rashomon.date.cut``: which articles are of a day, and what is left of the evidence of their dates."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from rashomon.date import dated_among, is_by
from rashomon.records import NOT_STATED, Article, Published, RejectedDate

ArticleOf = Callable[..., Article]


def published(earliest: str | None, latest: str | None) -> Published:
    """Return a time of publication from one day to another."""
    first, last = (None if day is None else date.fromisoformat(day) for day in (earliest, latest))
    return msgspec.structs.replace(NOT_STATED, value=earliest, earliest=first, latest=last)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2031-03-12", "2031-03-12", True),
        ("2031-03-13", "2031-03-13", True),
        ("2031-03-14", "2031-03-14", False),
        ("2031-03-12", "2031-03-13", True),
        ("2031-03-13", "2031-03-14", False),
        (None, None, False),
    ],
)
def test_an_article_is_of_a_day_when_the_end_of_its_range_is(
    first: str | None, last: str | None, *, expected: bool
) -> None:
    assert is_by(published(first, last), date(2031, 3, 13)) is expected


@pytest.fixture
def articles(article_of: ArticleOf) -> tuple[Article, Article]:
    """Return an article that is dated by its own words and by another one's, which also rules out a date."""
    one = article_of("Deputies voted on Wednesday.", source="one.txt")
    other = article_of("On Wednesday deputies voted.", source="other.txt")
    own, foreign = one.span(16, 27), other.span(3, 12)
    rejected = RejectedDate(value="2031-01-01", why="which was 2031-03-12 by another account", evidence=(own, foreign))
    settled = msgspec.structs.replace(
        published("2031-03-12", "2031-03-13"), evidence=(own, foreign), rejected=(rejected,)
    )
    return msgspec.structs.replace(one, published=settled), other


def test_evidence_in_articles_that_are_kept_stays(articles: tuple[Article, Article]) -> None:
    one, other = articles
    assert dated_among(one, {one.id, other.id}, date(2031, 3, 13)) == one


def test_evidence_in_later_articles_is_counted(articles: tuple[Article, Article]) -> None:
    one, _ = articles
    cut = dated_among(one, {one.id}, date(2031, 3, 13)).published
    assert [span.article for span in cut.evidence] == [one.id]
    (note,) = cut.metadata
    assert (note.field, note.text) == ("as of 2031-03-13", "also dated by 1 later article")


def test_the_date_itself_crosses_the_cut(articles: tuple[Article, Article]) -> None:
    one, _ = articles
    cut = dated_among(one, {one.id}, date(2031, 3, 13)).published
    assert (cut.value, cut.earliest, cut.latest) == ("2031-03-12", date(2031, 3, 12), date(2031, 3, 13))


def test_a_rejected_date_says_that_the_other_account_is_a_later_one(articles: tuple[Article, Article]) -> None:
    one, _ = articles
    (rejected,) = dated_among(one, {one.id}, date(2031, 3, 13)).published.rejected
    assert [span.article for span in rejected.evidence] == [one.id]
    assert rejected.why == "which was 2031-03-12 by another account (a later one)"
