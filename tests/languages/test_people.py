"""Tests of ``rashomon.languages.people``: no word tells both he and she, and offices are called by known nouns."""

from collections import Counter

import pytest

from rashomon.languages.people import TABLE, gender_of, gender_of_noun, offices, people_nouns
from rashomon.languages.tables import table

ROWS = table(TABLE)


@pytest.mark.parametrize("kind", ["given", "titles", "nouns"])
def test_no_word_tells_both_he_and_she(kind: str) -> None:
    assert set(ROWS[kind]["he"].split()) & set(ROWS[kind]["she"].split()) == set()


@pytest.mark.parametrize("kind", ["he", "she", "bodies"])
def test_no_noun_of_one_kind_is_of_another(kind: str) -> None:
    other = {"he": "she", "she": "bodies", "bodies": "he"}[kind]
    assert set(ROWS["nouns"][kind].split()) & {*ROWS["nouns"]["either"].split(), *ROWS["nouns"][other].split()} == set()


@pytest.mark.parametrize("kind", ["given", "titles", "nouns"])
def test_no_word_stands_twice_in_a_row_and_all_are_in_lower_case(kind: str) -> None:
    rows = [row.split() for row in ROWS[kind].values()]
    assert [word for row in rows for word, count in Counter(row).items() if count > 1] == []
    assert [word for row in rows for word in row if word != word.lower()] == []


def test_nouns_for_men_and_women_are_nouns_for_people() -> None:
    assert {"spokesman", "spokeswoman", "widow", "official"} <= people_nouns("persons")
    assert people_nouns("withheld") - people_nouns("persons") == {"insider", "source", "people"}


def test_offices_are_called_by_nouns_for_people_or_their_short_forms() -> None:
    words = [word for row in ROWS["offices"].values() for word in row.split()]
    odd = [word for word in words if not word.endswith(".") and f"{word}." not in words]
    assert [word for word in odd if word not in people_nouns("persons")] == []


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        (["Anna", "Kessel"], "she"),
        (["PETER", "Holm"], "he"),
        (["Mrs.", "Kessel"], "she"),
        (["Mr", "Anna", "Kessel"], "he"),
        (["Anna"], None),
        (["Kessel", "Anna"], None),
        (["Ormel", "Kessel"], None),
        ([], None),
    ],
)
def test_a_title_then_a_given_name_tells_he_or_she(words: list[str], gender: str | None) -> None:
    assert gender_of(words) == gender


@pytest.mark.parametrize(("noun", "gender"), [("spokesman", "he"), ("widow", "she"), ("senator", None), ("weir", None)])
def test_some_nouns_tell_he_or_she(noun: str, gender: str | None) -> None:
    assert gender_of_noun(noun) == gender


def test_an_office_is_called_by_several_nouns_whichever_is_given() -> None:
    assert offices("senator") == offices("sen.")
    assert {"senator", "lawmaker"} <= offices("senator")


def test_a_noun_of_several_offices_calls_all_their_holders() -> None:
    assert {"senator", "congressman"} <= offices("lawmaker")
    assert "congressman" not in offices("senator")


def test_a_noun_of_no_office_calls_only_itself() -> None:
    assert offices("baker") == {"baker"}
