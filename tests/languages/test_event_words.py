"""Tests of ``rashomon.languages.event_words``: nouns that tell of events, and their verbs."""

from collections import Counter

import pytest

from rashomon.languages.event_words import is_event_noun, schedules, verb_of
from rashomon.languages.tables import table

VERBS = table("english/events.toml")["verbs"]


def test_no_noun_tells_of_two_verbs() -> None:
    nouns = [noun for row in VERBS.values() for noun in row.split()]
    assert [noun for noun, count in Counter(nouns).items() if count > 1] == []


def test_words_are_lemmas_in_lower_case() -> None:
    words = [*VERBS, *(noun for row in VERBS.values() for noun in row.split())]
    assert [word for word in words if word != word.lower()] == []


@pytest.mark.parametrize(
    ("noun", "verb"), [("death", "die"), ("airstrike", "attack"), ("ratification", "ratify"), ("attack", "attack")]
)
def test_a_noun_tells_of_its_verb(noun: str, verb: str) -> None:
    assert (is_event_noun(noun), verb_of(noun)) == (True, verb)


def test_another_noun_is_no_event_and_its_own_verb() -> None:
    assert (is_event_noun("table"), verb_of("table")) == (False, "table")


def test_verbs_that_say_for_when_something_is_planned() -> None:
    assert schedules("set")
    assert not schedules("cancel")
