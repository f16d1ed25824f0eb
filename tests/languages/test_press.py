"""Tests of ``rashomon.languages.press``: what the press itself does."""

from rashomon.languages.press import is_of_the_press, opens_with_quote


def test_an_interview_is_no_news() -> None:
    assert is_of_the_press("interview")
    assert not is_of_the_press("resign")


def test_a_sentence_may_begin_with_the_words_of_another() -> None:
    assert opens_with_quote(" “We will leave,” he said.")
    assert opens_with_quote('"We will leave," he said.')
    assert not opens_with_quote("He said: “We will leave.”")
