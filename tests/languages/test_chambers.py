"""Tests of ``rashomon.languages.chambers``: every chamber is of a known state, and names are told apart by states."""

import pytest
from babel import Locale

from rashomon.languages.chambers import Chamber, chambers, houses
from rashomon.languages.tables import table

ROWS = table("world/chambers.toml")


def test_there_are_chambers_of_many_states() -> None:
    assert len(ROWS) >= 40


def test_every_code_is_one_of_cldr() -> None:
    assert [code for code in ROWS if code not in Locale("en").territories] == []


def test_a_state_has_one_chamber_or_two() -> None:
    assert [code for code, row in ROWS.items() if ("single" in row) == bool({"lower", "upper"} & set(row))] == []
    assert [code for code, row in ROWS.items() if not set(row) <= {"parliament", "lower", "upper", "single"}] == []


def test_no_name_means_two_chambers_of_one_state() -> None:
    doubled = [name for name, known in chambers().items() if len({one.state for one in known}) < len(known)]
    assert doubled == []


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("state duma", (Chamber("RU", "lower"),)),
        ("federation council", (Chamber("RU", "upper"),)),
        ("verkhovna rada", (Chamber("UA", "single"),)),
    ],
)
def test_a_name_means_its_chamber(name: str, known: tuple[Chamber, ...]) -> None:
    assert chambers()[name] == known


def test_a_name_that_many_states_use_means_one_of_each() -> None:
    assert {"US", "FR", "IT"} <= {one.state for one in chambers()["senate"]}


def test_a_state_has_its_houses() -> None:
    assert houses("RU") == {"parliament": "Federal Assembly", "lower": "State Duma", "upper": "Federation Council"}
    assert houses("XX") == {}
