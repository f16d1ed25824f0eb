"""Tests of ``rashomon.reconcile.differences.when``: on which days accounts put an event."""

from collections.abc import Sequence

from rashomon.reconcile.differences import differences
from rashomon.records import Article
from tests.reconcile.differences.conftest import Tale

JUNE = ("June", "2030-06-01", "2030-06-30")
DAY = ("June 19", "2030-06-19", "2030-06-19")
QUELL = ("Quell", "Quell")


def kinds(tale: Tale) -> list[tuple[str, str]]:
    """Return kind and slot of the differences of a story."""
    return [(one.kind, one.slot) for one in differences(tale.story())]


def signed(tale: Tale, *times: tuple[str, str, str]) -> Tale:
    """Tell a signing once for each time."""
    for words, first, last in times:
        tale.account(f"Quell signed it {words}.", "signed", "sign", agent=QUELL, when=(words, first, last))
    return tale


def test_a_day_beside_its_month_is_finer(tale: Tale) -> None:
    (found,) = differences(signed(tale, JUNE, DAY, JUNE).story())
    assert (found.kind, found.slot, [side.value for side in found.sides]) == ("finer", "when", ["June", "June 19"])
    assert found.note == (
        "Told at different precision: two accounts say “June”, one “June 19”; 19 June 2030 lies inside June 2030."
    )


def test_each_side_has_the_accounts_that_take_it(tale: Tale) -> None:
    story = signed(tale, JUNE, DAY).story()
    (found,) = differences(story)
    assert [side.articles for side in found.sides] == [(article.id,) for article in _by_words(story.articles)]


def _by_words(articles: Sequence[Article]) -> list[Article]:
    return sorted(articles, key=lambda article: len(article.text))


def test_a_weekday_beside_the_date_of_that_day_is_the_same(tale: Tale) -> None:
    assert kinds(signed(tale, DAY, ("Wednesday", "2030-06-19", "2030-06-19"))) == []


def test_a_day_beside_its_week_is_how_one_writes(tale: Tale) -> None:
    assert kinds(signed(tale, DAY, ("last week", "2030-06-17", "2030-06-23"))) == []


def test_a_season_beside_its_year_tells_no_day(tale: Tale) -> None:
    summer = ("last summer", "2030-06-01", "2030-09-22")
    assert kinds(signed(tale, summer, ("last year", "2030-01-01", "2030-12-31"))) == []


def test_days_apart_are_unclear_and_never_a_conflict(tale: Tale) -> None:
    assert kinds(signed(tale, DAY, ("June 20", "2030-06-20", "2030-06-20"))) == [("unclear", "when")]


def test_one_article_that_says_month_and_day_says_the_day(tale: Tale) -> None:
    signed(tale, DAY).account("Quell signed it in June, on June 19.", "signed", "sign", agent=QUELL, when=JUNE)
    tale.again("on", "sign", when=DAY)
    assert kinds(tale) == []


def test_what_is_told_without_a_time_differs_from_nothing(tale: Tale) -> None:
    assert kinds(signed(tale, DAY).account("Quell signed it.", "signed", "sign", agent=QUELL)) == []


def test_a_plan_has_no_day_yet(tale: Tale) -> None:
    signed(tale, DAY).account("Quell is to sign in June.", "sign", "sign", agent=QUELL, when=JUNE, status="planned")
    assert kinds(tale) == []


def test_of_what_only_began_accounts_may_mean_other_things(tale: Tale) -> None:
    for words, first, last in (JUNE, DAY):
        tale.account(f"It began {words} for Quell.", "began", "begin", agent=QUELL, when=(words, first, last))
    assert kinds(tale) == []
