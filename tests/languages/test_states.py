"""Tests of ``rashomon.languages.states``: every state is known to CLDR, and no word stands for two."""

from collections import defaultdict

import pytest
from babel import Locale

from rashomon.languages.states import State, state_name, states
from rashomon.languages.tables import table

ROWS = table("world/states.toml")
NAMES = Locale("en").territories


def test_every_code_is_one_of_cldr() -> None:
    assert [code for code in ROWS if code not in NAMES] == []


def test_a_state_has_the_fields_of_the_table_and_no_others() -> None:
    assert [code for code, row in ROWS.items() if set(row) != {"capitals", "people", "names"}] == []


def test_no_word_stands_for_two_states() -> None:
    codes: dict[str, set[str]] = defaultdict(set)
    for code, row in ROWS.items():
        for word in (NAMES[code], *row["names"], *row["capitals"], *row["people"]):
            codes[word.removeprefix("the ")].add(code)
    assert {word: found for word, found in codes.items() if len(found) > 1} == {}


def test_no_word_stands_for_a_state_and_its_capital() -> None:
    both = [code for code, row in ROWS.items() if {NAMES[code], *row["names"]} & set(row["capitals"])]
    assert both == []


def test_words_are_tidy() -> None:
    words = [word for row in ROWS.values() for kind in row.values() for word in kind]
    assert [word for word in words if not word or word != " ".join(word.split())] == []


def test_every_name_of_cldr_stands_for_its_state() -> None:
    wrong = [code for code in ROWS if states()[NAMES[code].removeprefix("the ")] != State(code, "name")]
    assert wrong == []


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Germany", State("DE", "name")),
        ("Berlin", State("DE", "capital")),
        ("German", State("DE", "people")),
        ("Germans", State("DE", "people")),
        ("Bosnia and Herzegovina", State("BA", "name")),
        ("Bosnia & Herzegovina", State("BA", "name")),
        ("Philippines", State("PH", "name")),
    ],
)
def test_a_state_is_known_by_name_capital_and_people(word: str, state: State) -> None:
    assert states()[word] == state


@pytest.mark.parametrize("word", ["germany", "Ferrel", "the", "", "Europe"])
def test_another_word_stands_for_no_state(word: str) -> None:
    assert word not in states()


def test_a_state_has_an_english_name() -> None:
    assert (state_name("DE"), state_name("US")) == ("Germany", "United States")
