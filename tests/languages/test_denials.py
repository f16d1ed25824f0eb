"""Tests of ``rashomon.languages.denials``: how a clause says that something was not done."""

from rashomon.languages.denials import denial_words


def test_what_is_over_and_what_may_come_are_told_apart() -> None:
    assert not denial_words("past") & denial_words("until_now")
    assert not denial_words("past") & denial_words("present")


def test_what_keeps_back_a_part_says_something() -> None:
    assert not denial_words("partly") & denial_words("negations")
