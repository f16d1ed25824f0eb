"""Tests of ``rashomon.reconcile.changes.figures``: new, later, corrected and withdrawn values."""

from collections.abc import Callable

import pytest

from rashomon.reconcile.changes.figures import FigureChanges
from rashomon.reconcile.changes.versions import Versions
from rashomon.records import Article, Record
from rashomon.records.changes import Change
from tests.publish.tellings import words
from tests.reconcile.changes.made import figure, point, record

ArticleOf = Callable[..., Article]


@pytest.fixture
def first(article_of: ArticleOf) -> Article:
    """Return an early account of the soldiers."""
    return article_of("Drevany counts some 800 Ormelian soldiers.", source="1.txt", day="2031-02-25")


@pytest.fixture
def later(article_of: ArticleOf) -> Article:
    """Return a later account of the soldiers."""
    text = "Drevany now counts 1,200 soldiers, 700 of them in Sorn, and speaks of hundreds more; 1,200 is new."
    return article_of(text, source="2.txt", day="2031-03-13")


def found(old: Record, new: Record) -> list[Change]:
    """Return what changed of the figures."""
    return list(FigureChanges(old, new, Versions(old, new)).found())


def test_nothing_changes_between_a_record_and_itself(first: Article) -> None:
    same = record(first, figures=(figure(point(words(first, "800"), 800)),))
    assert found(same, same) == []


def test_a_figure_that_only_a_later_article_gives_is_new(first: Article, later: Article) -> None:
    new = figure(point(words(later, "1,200"), 1200))
    (change,) = found(record(first), record(first, later, figures=(new,)))
    assert (change.kind, change.subject, change.now, change.new) == ("new", "figure", "1,200", new.id)


def test_a_new_figure_has_all_its_values(first: Article, later: Article) -> None:
    again = later.text.rindex("1,200")
    points = (
        point(words(later, "1,200"), 1200),
        point(words(later, "700"), 700, scope="in Sorn"),
        point(later.span(again, again + 5), 1200),
    )
    (change,) = found(record(first), record(first, later, figures=(figure(*points),)))
    assert change.now == "1,200; 700 (in Sorn)"
    assert len(change.after) == 3


def test_a_later_value_follows_the_last_one_before(first: Article, later: Article) -> None:
    old = point(words(first, "800"), 800)
    new = point(words(later, "1,200"), 1200)
    (change,) = found(record(first, figures=(figure(old),)), record(first, later, figures=(figure(old, new),)))
    assert (change.kind, change.slot, change.was, change.now) == ("updated", "latest", "800", "1,200")
    assert [span.text for span in (*change.before, *change.after)] == ["800", "1,200"]


def test_a_value_that_is_told_again_is_one_line(first: Article, later: Article) -> None:
    old = point(words(first, "800"), 800)
    again = later.text.rindex("1,200")
    new = (point(words(later, "1,200"), 1200), point(later.span(again, again + 5), 1200))
    (change,) = found(record(first, figures=(figure(old),)), record(first, later, figures=(figure(old, *new),)))
    assert len(change.after) == 2


def test_a_value_that_the_old_record_had_is_no_change(first: Article, later: Article) -> None:
    old, new = point(words(first, "800"), 800), point(words(later, "1,200"), 800)
    assert found(record(first, figures=(figure(old),)), record(first, later, figures=(figure(old, new),))) == []


def test_a_value_of_a_part_is_no_later_one_of_the_whole(first: Article, later: Article) -> None:
    old, part = point(words(first, "800"), 800), point(words(later, "700"), 700, scope="in Sorn")
    (change,) = found(record(first, figures=(figure(old),)), record(first, later, figures=(figure(old, part),)))
    assert (change.slot, change.was, change.now) == ("value", None, "700 (in Sorn)")


def test_a_value_that_leaves_more_open_is_no_news(first: Article, later: Article) -> None:
    old, new = point(words(first, "800"), 800), point(words(later, "1,200"), 1200)
    vague = point(words(later, "hundreds"), 200, -1)
    changes = found(record(first, figures=(figure(old),)), record(first, later, figures=(figure(old, new, vague),)))
    assert [(one.slot, one.now) for one in changes] == [("latest", "1,200")]


def test_a_value_that_says_more_exactly_is_news(first: Article, later: Article) -> None:
    old, new = point(words(first, "some 800"), 750, 850), point(words(later, "1,200"), 800)
    (change,) = found(record(first, figures=(figure(old),)), record(first, later, figures=(figure(old, new),)))
    assert change.now == "1,200"


def test_a_number_that_an_article_replaced_is_a_correction(article_of: ArticleOf) -> None:
    text = "The ministry of the interior said that {} guards were killed there on Sunday."
    old, new = article_of(text.format("nineteen")), article_of(text.format("eleven"))
    was, now = point(words(old, "nineteen"), 19), point(words(new, "eleven"), 11)
    (change,) = found(record(old, figures=(figure(was),)), record(new, figures=(figure(now),)))
    assert (change.slot, change.was, change.now) == ("corrected", "nineteen", "eleven")
    assert [span.text for span in (*change.before, *change.after)] == ["nineteen", "eleven"]


def test_a_value_is_withdrawn_with_its_article(first: Article, later: Article) -> None:
    points = point(words(first, "800"), 800), point(words(later, "1,200"), 1200)
    (change,) = found(record(first, later, figures=(figure(*points),)), record(first, figures=(figure(points[0]),)))
    assert (change.kind, change.was, change.why) == ("withdrawn", "1,200", "article gone")


def test_a_value_that_another_article_still_gives_is_not_withdrawn(first: Article, later: Article) -> None:
    points = point(words(first, "800"), 800), point(words(later, "1,200"), 800)
    assert found(record(first, later, figures=(figure(*points),)), record(first, figures=(figure(points[0]),))) == []


def test_a_figure_is_withdrawn_when_all_its_articles_are_gone(first: Article, later: Article) -> None:
    (change,) = found(record(first, later, figures=(figure(point(words(later, "1,200"), 1200)),)), record(first))
    assert (change.kind, change.was, change.new) == ("withdrawn", "1,200", None)
