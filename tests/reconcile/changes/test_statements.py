"""Tests of ``rashomon.reconcile.changes.statements``: what is said now, was corrected, or taken back."""

from collections.abc import Callable

import msgspec
import pytest

from rashomon.reconcile.changes.statements import StatementChanges
from rashomon.reconcile.changes.versions import Versions
from rashomon.records import Article, Record
from rashomon.records.changes import Change
from tests.publish.tellings import claim
from tests.reconcile.changes.made import record

ArticleOf = Callable[..., Article]
TEXT = "The minister said that {} guards were killed at the ford. The river is high and the ferries do not run."


@pytest.fixture
def first(article_of: ArticleOf) -> Article:
    """Return an account with one statement."""
    return article_of(TEXT.format("nineteen"), source="1.txt", day="2031-03-10")


@pytest.fixture
def later(article_of: ArticleOf) -> Article:
    """Return a later account with two statements."""
    text = "The mayor warned that the dam would break. The minister said that nineteen guards were killed."
    return article_of(text, source="2.txt", day="2031-03-11")


def found(old: Record, new: Record) -> list[Change]:
    """Return what changed of the statements."""
    return list(StatementChanges(old, new, Versions(old, new)).found())


def test_a_statement_of_a_later_article_is_new(first: Article, later: Article) -> None:
    known = claim(first, "The minister", "said", "nineteen guards were killed")
    said = claim(later, "The mayor", "warned", "the dam would break")
    (change,) = found(record(first, claims=(known,)), record(first, later, claims=(known, said)))
    assert (change.kind, change.by, change.label, change.now) == ("new", "The mayor", "the dam would break", "assert")
    assert (change.new, change.support and change.support.articles) == (said.statement, 1)


def test_another_account_of_a_known_statement_is_not_new(first: Article, later: Article) -> None:
    known = claim(first, "The minister", "said", "nineteen guards were killed")
    again = msgspec.structs.replace(
        claim(later, "The minister", "said", "nineteen guards were killed"), statement=known.statement
    )
    assert found(record(first, claims=(known,)), record(first, later, claims=(known, again))) == []


def test_a_statement_that_is_read_anew_in_an_old_article_is_not_new(first: Article) -> None:
    assert found(record(first), record(first, claims=(claim(first, None, "said", "nineteen guards"),))) == []


def test_words_that_an_article_replaced_are_a_correction(article_of: ArticleOf, first: Article) -> None:
    new = article_of(TEXT.format("eleven"), source="1.txt", day="2031-03-10")
    was = claim(first, "The minister", "said", "nineteen guards were killed at the ford")
    now = claim(new, "The minister", "said", "eleven guards were killed at the ford")
    (change,) = found(record(first, claims=(was,)), record(new, claims=(now,)))
    assert (change.kind, change.slot, change.by) == ("updated", "words", "The minister")
    assert (change.was, change.now) == (
        "nineteen guards were killed at the ford",
        "eleven guards were killed at the ford",
    )


def test_a_statement_stays_where_something_else_was_corrected(article_of: ArticleOf, first: Article) -> None:
    text = TEXT.format("nineteen").replace("ferries", "barges")
    new = article_of(text, source="1.txt", day="2031-03-10")
    was, now = (claim(one, "The minister", "said", "nineteen guards were killed") for one in (first, new))
    assert found(record(first, claims=(was,)), record(new, claims=(now,))) == []


def test_a_statement_is_withdrawn_when_its_article_is_gone(first: Article, later: Article) -> None:
    said = claim(later, "The mayor", "warned", "the dam would break")
    (change,) = found(record(first, later, claims=(said,)), record(first))
    assert (change.kind, change.why, change.old) == ("withdrawn", "article gone", said.statement)


def test_a_statement_is_withdrawn_when_the_text_no_longer_has_it(article_of: ArticleOf, first: Article) -> None:
    new = article_of("The river is high and the ferries do not run.", source="1.txt", day="2031-03-10")
    said = claim(first, "The minister", "said", "nineteen guards were killed")
    (change,) = found(record(first, claims=(said,)), record(new))
    assert (change.kind, change.why) == ("withdrawn", "its text was changed")


def test_a_statement_that_another_article_still_tells_is_not_withdrawn(first: Article, later: Article) -> None:
    known = claim(first, "The minister", "said", "nineteen guards were killed")
    again = msgspec.structs.replace(
        claim(later, "The minister", "said", "nineteen guards were killed"), statement=known.statement
    )
    assert found(record(first, later, claims=(known, again)), record(first, claims=(known,))) == []
