"""Tests of ``rashomon.languages.speech_acts``: verbs of saying by which something is done."""

from collections import Counter
from typing import get_args

import pytest

from rashomon.languages.speech_acts import TABLE, Need, keeps_happening, needs
from rashomon.languages.tables import table

VERBS = table(TABLE)["verbs"]


def test_every_row_says_what_its_verbs_need() -> None:
    assert set(VERBS) == set(get_args(Need))


def test_no_verb_stands_twice() -> None:
    verbs = Counter(verb for row in VERBS.values() for verb in row.split())
    assert [verb for verb, count in verbs.items() if count > 1] == []


@pytest.mark.parametrize(
    ("verb", "need"), [("demand", "anything"), ("agree", "infinitive"), ("call", "towards"), ("deny", "day")]
)
def test_what_stands_with_a_verb_that_tells_of_an_act(verb: str, need: str) -> None:
    assert needs(verb) == need


@pytest.mark.parametrize("verb", ["say", "note", "argue", "think", "walk"])
def test_plain_saying_is_no_act(verb: str) -> None:
    assert needs(verb) is None


def test_words_of_a_habit() -> None:
    assert keeps_happening("repeatedly")
    assert not keeps_happening("again")
