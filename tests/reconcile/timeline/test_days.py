"""Tests of ``rashomon.reconcile.timeline.days``: the days that a story turns on, and their sentences."""

from collections.abc import Callable, Sequence
from datetime import date

import msgspec
import pytest

from rashomon.reconcile.timeline import Days
from rashomon.records import Article, Time
from tests.reconcile.conftest import Teller

ArticleOf = Callable[..., Article]

VOTE, SHOOTING = date(2031, 3, 13), date(2031, 3, 9)
REPORT = (
    "Deputies approved the defence treaty with the neighbour on Thursday. It was warm in the old hall that morning."
)
RECALL = "The ferry runs again on the lower river. On March 9 guards were killed at the ford by soldiers, it was said."


def on(teller: Teller, words: str, day: date) -> Time:
    """Return a day that an article's words say."""
    return Time(timex=day.isoformat(), earliest=day, latest=day, evidence=(teller.words(words),))


@pytest.fixture
def tellers(article_of: ArticleOf) -> list[Teller]:
    """Return a report of the day, and an article that recalls another day long after."""
    report = Teller(article_of(REPORT, source="1.txt", day="2031-03-13"))
    report.event("Deputies approved the defence treaty", "approved", "approve", on(report, "Thursday", VOTE))
    recall = Teller(article_of(RECALL, source="2.txt", day="2031-04-20"))
    recall.event("guards were killed at the ford", "killed", "kill", on(recall, "March 9", SHOOTING), claim="said")
    return [report, recall]


def days_of(tellers: Sequence[Teller]) -> Days:
    """Return the days of what is told."""
    return Days([teller.article for teller in tellers], [teller.reading() for teller in tellers])


def test_what_speaks_for_a_day_is_counted_by_articles(tellers: list[Teller]) -> None:
    days = days_of(tellers)
    vote, shooting = days.count(VOTE), days.count(SHOOTING)
    assert (vote.published, vote.telling, vote.recalling) == (1, 1, 0)
    assert (shooting.published, shooting.telling, shooting.recalling) == (0, 0, 1)


def test_an_article_speaks_for_the_day_before_it(tellers: list[Teller]) -> None:
    assert days_of(tellers).count(date(2031, 3, 12)).published == 1
    assert days_of(tellers).count(date(2031, 3, 14)).published == 0


def test_some_of_each_weigh_more_than_as_many_of_one_kind(tellers: list[Teller]) -> None:
    weights = days_of(tellers).weights()
    assert weights[VOTE] == 4
    assert weights[SHOOTING] == 2


def test_a_print_counts_nothing(tellers: list[Teller], article_of: ArticleOf) -> None:
    report = tellers[0]
    copy = Teller(msgspec.structs.replace(article_of(REPORT, day="2031-03-14"), copy_of=report.article.id))
    copy.event("Deputies approved the defence treaty", "approved", "approve", on(copy, "Thursday", VOTE))
    assert days_of([*tellers, copy]).weights() == days_of(tellers).weights()


def test_the_order_of_articles_changes_nothing(tellers: list[Teller]) -> None:
    one, other = days_of(tellers), days_of(tellers[::-1])
    assert one.weights() == other.weights()
    assert one.best(VOTE, 2) == other.best(VOTE, 2)


def test_the_sentence_that_tells_what_happened_comes_first(tellers: list[Teller]) -> None:
    first, second = days_of(tellers).best(VOTE, 2)
    assert first.text == "Deputies approved the defence treaty with the neighbour on Thursday."
    assert second.text == "It was warm in the old hall that morning."


def test_a_day_of_which_nothing_is_told_has_no_sentence(tellers: list[Teller]) -> None:
    assert days_of(tellers).best(date(2030, 1, 1), 3) == []


def test_a_second_sentence_says_something_else(tellers: list[Teller], article_of: ArticleOf) -> None:
    again = Teller(article_of("On Thursday deputies approved the defence treaty with the neighbour.", day="2031-03-13"))
    again.event("deputies approved the defence treaty", "approved", "approve", on(again, "Thursday", VOTE))
    texts = [span.text for span in days_of([*tellers, again]).best(VOTE, 2)]
    assert "It was warm in the old hall that morning." in texts
