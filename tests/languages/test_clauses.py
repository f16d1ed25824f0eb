"""Tests of ``rashomon.languages.clauses``: which clauses hang on others."""

import pytest

from rashomon.languages.clauses import hangs_on, is_named, takes_up


@pytest.mark.parametrize(
    ("clause", "trigger"),
    [
        ("who resigned on Friday", "resigned"),
        ("that the house passed the bill", "passed"),
        ("before he met the leaders", "met"),
        ("to ratify the treaty", "ratify"),
        ("seized by the police on Friday", "seized"),
        ("citing its own sources", "citing"),
    ],
)
def test_a_verb_hangs_on_another(clause: str, trigger: str) -> None:
    assert hangs_on(clause, trigger, clause.index(trigger))


@pytest.mark.parametrize(
    ("clause", "trigger"),
    [
        ("The house passed the bill", "passed"),
        ("After the vote on Friday, he resigned", "resigned"),
        ("That accord lapsed in 1998", "lapsed"),
        ("On Friday the house passed the bill", "passed"),
    ],
)
def test_a_verb_stands_by_itself(clause: str, trigger: str) -> None:
    assert not hangs_on(clause, trigger, clause.index(trigger))


def test_a_noun_hangs_on_what_its_preposition_joins_it_to() -> None:
    assert hangs_on("during a visit to the capital", "visit", 9)
    assert not hangs_on("the visit to the capital", "visit", 4)
    assert not hangs_on("offensive by the army", "offensive", 0)


def test_a_word_may_be_noun_or_verb() -> None:
    assert is_named("the vote on Friday", "vote", 4)
    assert not is_named("Deputies are to vote on Friday", "vote", 16)
    assert not is_named("Deputies voted on Friday", "voted", 9)


@pytest.mark.parametrize(
    ("clause", "does"), [("He resigned", True), ("His office denied it", True), ("The house voted", False), ("", False)]
)
def test_a_clause_that_begins_with_a_pronoun_takes_up_what_was_named_before(clause: str, does: bool) -> None:
    assert takes_up(clause) is does
