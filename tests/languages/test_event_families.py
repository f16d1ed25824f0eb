"""Tests of ``rashomon.languages.event_families``: words that may tell of one and the same happening."""

import pytest

from rashomon.languages.event_families import families, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["acquire"], ["takeover"]),
        (["quit"], ["resignation"]),
        (["earthquake"], ["tremor"]),
        (["step", "down"], ["resign"]),
    ],
)
def test_words_of_one_happening_share_a_family(one: list[str], other: list[str]) -> None:
    assert families(one) & families(other)


@pytest.mark.parametrize(("one", "other"), [(["acquire"], ["earthquake"]), (["vote"], ["arrest"]), ([], ["vote"])])
def test_words_of_different_happenings_share_none(one: list[str], other: list[str]) -> None:
    assert not families(one) & families(other)


def test_only_the_first_words_of_a_long_trigger_are_looked_up() -> None:
    assert families([*(f"word{number}" for number in range(1000)), "earthquake"]) == frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("negotiation", "negotiate"),
        ("deployment", "deploy"),
        ("shooting", "shoot"),
        ("Bombing", "bomb"),
        ("stopped", "stopping"),
    ],
)
def test_words_of_one_derivation_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["", "s", "die", "use", "ing"])
def test_short_words_stay_as_they_are(word: str) -> None:
    assert stem(word) == word
