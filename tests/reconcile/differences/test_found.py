"""Tests of ``rashomon.reconcile.differences.found``: the words in which differences are told."""

from datetime import date

import pytest

from rashomon.reconcile.differences.found import clause, counted, in_words, listed, plain, quoted, said_by
from rashomon.values.intervals import Interval


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-06-19", "2024-06-19", "19 June 2024"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2024-06-19", "2024-07-02", "19 June to 2 July 2024"),
        ("2024-12-31", "2025-01-01", "31 December 2024 or 1 January 2025"),
        ("2024-02-01", "2024-03-31", "1 February to 31 March 2024"),
        ("9999-12-01", "9999-12-31", "December 9999"),
    ],
)
def test_days_are_told_as_one_writes_them(first: str, last: str, words: str) -> None:
    assert in_words(Interval(date.fromisoformat(first), date.fromisoformat(last))) == words


def test_days_without_an_end_are_not_told() -> None:
    with pytest.raises(ValueError, match="has no end"):
        in_words(Interval(date(2024, 1, 1), None))


def test_accounts_are_counted_in_words() -> None:
    assert [counted(1), counted(9), counted(10)] == ["one account", "nine accounts", "10 accounts"]


def test_who_says_what() -> None:
    assert said_by([("June", 1), ("June 19", 2)]) == "one account says “June”, two “June 19”"


def test_items_are_listed() -> None:
    assert [listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])] == ["A", "A and B", "A, B and C"]


def test_words_of_an_account_stand_alone() -> None:
    assert plain(clause("that  the\ngates were closed, ")) == "the gates were closed"
    assert plain("as many as 800") == "as many as 800"


def test_half_a_quotation_has_no_mark() -> None:
    assert plain("he “served in the Marines") == "he served in the Marines"
    assert quoted("he “served” there") == "“he served there”"


def test_long_words_are_cut_at_a_word() -> None:
    assert plain("word " * 60) == f"{'word ' * 40}…"
