"""Tests of ``rashomon.languages.provision_words``: measures, the forms of verbs, ways to come into force."""

import pytest

from rashomon.languages.provision_words import (
    basis_openers,
    condition_openers,
    into_force,
    kind_through,
    meaning_of,
    measure_kind,
    verb_forms,
)


@pytest.mark.parametrize(("noun", "kind"), [("pact", "treaty"), ("legislation", "bill"), ("table", None)])
def test_a_noun_names_a_kind_of_measure(noun: str, kind: str | None) -> None:
    assert measure_kind(noun) == kind


@pytest.mark.parametrize(("procedure", "kind"), [("accession", "treaty"), ("bill", "bill"), ("coronation", None)])
def test_a_kind_of_measure_goes_through_a_procedure(procedure: str, kind: str | None) -> None:
    assert kind_through(procedure) == kind


@pytest.mark.parametrize(
    ("written", "lemma", "form"),
    [
        ("obliges", "oblige", "present"),
        ("banning", "ban", "participle"),
        ("given", "give", "past"),
        ("specifies", "specify", "present"),
        ("let", "let", "past"),
        ("let", "let", "base"),
    ],
)
def test_a_written_form_is_of_a_verb(written: str, lemma: str, form: str) -> None:
    assert (lemma, form) in verb_forms()[written]


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("takes effect once both agree", True),
        ("enters into force 30 days after it", True),
        ("takes effect on Friday", False),
        ("took effect once both agreed", False),
    ],
)
def test_coming_into_force_says_when(said: str, known: bool) -> None:
    assert (into_force().search(said) is not None) == known


def test_openers_are_whole_words() -> None:
    assert condition_openers(of_force=False).search("a gift") is None
    assert basis_openers().search("thunder roars") is None


def test_words_of_one_meaning_stand_for_each_other() -> None:
    assert meaning_of("help") == meaning_of("assistance")
    assert meaning_of("weir") == "weir"
