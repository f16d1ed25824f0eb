"""Tests of ``rashomon.reconcile.changes.disputes``: what accounts newly contradict, and what they no longer do."""

from collections.abc import Callable

import msgspec
import pytest

from rashomon.reconcile.changes.disputes import DisputeChanges
from rashomon.reconcile.changes.versions import Versions
from rashomon.records import Article, Record
from rashomon.records.changes import Change
from tests.publish.tellings import words
from tests.reconcile.changes.made import difference, figure, point, record

ArticleOf = Callable[..., Article]


@pytest.fixture
def accounts(article_of: ArticleOf) -> tuple[Article, Article]:
    """Return two accounts with two numbers."""
    return (
        article_of("Eleven guards were killed.", source="1.txt"),
        article_of("Nineteen guards were killed.", source="2.txt"),
    )


def found(old: Record, new: Record) -> list[Change]:
    """Return what changed of the disputes, where nothing else did."""
    return list(DisputeChanges(old, new, Versions(old, new)).found({}))


def test_a_conflict_is_newly_disputed(accounts: tuple[Article, Article]) -> None:
    one, other = accounts
    conflict = difference("conflict", "f1", [words(one, "Eleven")], [words(other, "Nineteen")], note="11, or 19.")
    (change,) = found(record(one), record(one, other, differences=(conflict,)))
    assert (change.kind, change.label, change.now, change.new) == ("disputed", "11, or 19.", "conflict", conflict.id)
    assert [span.text for span in change.after] == ["Eleven", "Nineteen"]


def test_what_was_disputed_before_is_not_newly_so(article_of: ArticleOf, accounts: tuple[Article, Article]) -> None:
    one, other = accounts
    third = article_of("Thirty guards were killed.", source="3.txt")
    sides = [words(one, "Eleven")], [words(other, "Nineteen")]
    old = record(one, other, differences=(difference("conflict", "f1", *sides),))
    wider = difference("conflict", "f9", [words(third, "Thirty")], *sides)
    assert found(old, record(third, one, other, differences=(wider,))) == []


@pytest.mark.parametrize("kind", ["finer", "update", "scope", "unclear", "wording"])
def test_what_differs_without_contradiction_is_not_disputed(accounts: tuple[Article, Article], kind: str) -> None:
    one, other = accounts
    told = msgspec.structs.replace(
        difference("update", "f1", [words(one, "Eleven")], [words(other, "Nineteen")]), kind=kind
    )
    assert found(record(one), record(one, other, differences=(told,))) == []


def test_an_update_that_becomes_a_conflict_is_newly_disputed(accounts: tuple[Article, Article]) -> None:
    one, other = accounts
    sides = [words(one, "Eleven")], [words(other, "Nineteen")]
    old = record(one, other, differences=(difference("update", "f1", *sides),))
    (change,) = found(old, record(one, other, differences=(difference("status", "f1", *sides),)))
    assert change.kind == "disputed"


def test_a_conflict_that_becomes_an_update_is_settled_and_says_how(accounts: tuple[Article, Article]) -> None:
    one, other = accounts
    sides = [words(one, "Eleven")], [words(other, "Nineteen")]
    old = record(one, other, differences=(difference("conflict", "f1", *sides, note="11, or 19."),))
    new = record(one, other, differences=(difference("update", "f1", *sides, note="The toll rose."),))
    (change,) = found(old, new)
    assert (change.kind, change.label, change.was) == ("settled", "11, or 19.", "conflict")
    assert (change.now, change.why) == ("update", "The toll rose.")


def test_a_conflict_whose_accounts_are_gone_is_settled(accounts: tuple[Article, Article]) -> None:
    one, other = accounts
    conflict = difference("conflict", "f1", [words(one, "Eleven")], [words(other, "Nineteen")])
    (change,) = found(record(one, other, differences=(conflict,)), record(one))
    assert (change.kind, change.now, change.new) == ("settled", None, None)


def test_a_figure_that_differs_without_a_difference_is_disputed_once(accounts: tuple[Article, Article]) -> None:
    one, other = accounts
    points = point(words(one, "Eleven"), 11), point(words(other, "Nineteen"), 19)
    differing = figure(*points, agreement="differ")
    new = record(one, other, figures=(differing,))
    (change,) = found(record(one), new)
    assert (change.kind, change.subject, change.new) == ("disputed", "figure", differing.id)
    assert list(DisputeChanges(new, new, Versions(new, new)).found({differing.id: "differ"})) == []
