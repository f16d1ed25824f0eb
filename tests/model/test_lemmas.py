"""Lemma rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.lemmas import in_dictionary, lemma_of, rule_of


@pytest.mark.parametrize(
    ("form", "lemma", "rule"),
    [
        ("parties", "party", "l3:y"),
        ("Parties", "party", "l3:y"),
        ("Senate", "Senate", "k0:"),
        ("went", "go", "l4:go"),
        ("voted", "vote", "l1:"),
        ("is", "be", "l2:be"),
        ("US", "US", "k0:"),
    ],
)
def test_rule_says_how_a_form_becomes_its_lemma(form: str, lemma: str, rule: str) -> None:
    assert rule_of(form, lemma) == rule
    assert lemma_of(form, rule) == lemma


def test_rule_fits_other_words() -> None:
    assert lemma_of("treaties", rule_of("parties", "party")) == "treaty"


def test_rule_that_cuts_too_much_leaves_the_form() -> None:
    assert lemma_of("a", "l3:y") == "a"


WORD = st.text(st.characters(codec="utf-8", exclude_characters=" \n"), min_size=1)


@given(WORD, WORD)
def test_rule_gives_back_the_lemma_it_was_made_from(form: str, lemma: str) -> None:
    if len(form) == len(form.lower()):
        assert lemma_of(form, rule_of(form, lemma)) == lemma


@given(WORD, st.sampled_from(["l3:y", "k0:", "l4:go", "k1:e"]))
def test_lemma_is_never_empty(form: str, rule: str) -> None:
    assert lemma_of(form, rule)


@pytest.mark.parametrize(
    ("form", "upos", "lemma", "expected"),
    [
        ("said", "VERB", "say", "say"),
        ("said", "VERB", "sai", "say"),
        ("Parties", "NOUN", "party", "party"),
        ("soldiers", "NOUN", "soldiers", "soldier"),
        ("largest", "ADJ", "largest", "large"),
        ("lay", "VERB", "lie", "lie"),
        ("lay", "VERB", "lay", "lay"),
    ],
)
def test_the_dictionary_corrects_what_it_does_not_allow(form: str, upos: str, lemma: str, expected: str) -> None:
    assert in_dictionary(form, upos, lemma) == expected


@pytest.mark.parametrize(
    ("form", "upos", "lemma"),
    [("Zhelnars", "NOUN", "Zhelnars"), ("cafés", "NOUN", "café"), ("said", "PROPN", "Said"), ("", "VERB", "")],
)
def test_what_the_dictionary_does_not_know_is_left(form: str, upos: str, lemma: str) -> None:
    assert in_dictionary(form, upos, lemma) == lemma
