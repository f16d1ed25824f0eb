"""Tests of ``rashomon.languages.wordings``: words whose choice a reader notices."""

import pytest

from rashomon.languages.wordings import (
    brings_in_the_other,
    hangs_on_a_noun,
    holds_between_parties,
    names_one_thing,
    noticeable,
)


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("a landmark treaty", "treaty"),
        ("treaties", "treaty"),
        ("the fences", "fence"),
        ("undocumented immigrants", "undocumented immigrant"),
        ("immigrants", None),
        ("the defence", None),
        ("", None),
    ],
)
def test_the_last_words_of_a_phrase_are_found(said: str, word: str | None) -> None:
    found = noticeable(said.split(), "nouns")
    assert (found[0] if found else None) == word


def test_a_word_of_another_class_is_not_found() -> None:
    assert noticeable(["murder"], "verbs") is not None
    assert noticeable(["murder"], "nouns") != noticeable(["murder"], "verbs")


def test_a_war_is_between_two_parties() -> None:
    assert holds_between_parties("war")
    assert not holds_between_parties("accord")
    assert brings_in_the_other("against")


def test_a_phrase_ends_at_its_preposition() -> None:
    assert hangs_on_a_noun("with")
    assert not hangs_on_a_noun("treaty")


def test_two_names_of_one_place() -> None:
    assert names_one_thing("Kyiv", "Kiev")
    assert names_one_thing("Islamic State", "Daesh")
    assert not names_one_thing("Kyiv", "kyiv")
    assert not names_one_thing("Kyiv", "Odesa")
    assert not names_one_thing("Sorn", "Varse")
