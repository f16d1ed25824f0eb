"""Tests of ``rashomon.languages.act_words``: what a clause says of a measure."""

from rashomon.languages.act_words import act_words, any_of


def test_phrases_are_found_as_whole_words_in_any_case() -> None:
    assert any_of("again").search("It passed for the Second time.")
    assert not any_of("again").search("It passed against all odds.")


def test_words_before_a_noun_that_tell_nothing_apart_are_known() -> None:
    assert "landmark" in act_words("empty")
