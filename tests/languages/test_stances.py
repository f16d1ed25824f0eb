"""Tests of ``rashomon.languages.stances``: no reporting word has two stances, and every stance has words."""

from collections import Counter
from typing import get_args

import pytest

from rashomon.languages.stances import TABLE, reporting_words, stances
from rashomon.languages.tables import table
from rashomon.records.findings import Stance

ROWS = table(TABLE)


def test_every_stance_has_words_and_nothing_else_is_a_stance() -> None:
    assert set(ROWS["stances"]) == set(get_args(Stance)) == set(stances().values())


def test_no_word_has_two_stances() -> None:
    words = [word for row in ROWS["stances"].values() for word in row.split()]
    assert [word for word, count in Counter(words).items() if count > 1] == []


@pytest.mark.parametrize("section", ["stances", "words"])
def test_words_are_lemmas_in_lower_case(section: str) -> None:
    assert [word for row in ROWS[section].values() for word in row.split() if word != word.lower()] == []


@pytest.mark.parametrize("kind", sorted(ROWS["words"]))
def test_no_word_stands_twice_in_a_list(kind: str) -> None:
    assert [word for word, count in Counter(ROWS["words"][kind].split()).items() if count > 1] == []
    assert reporting_words(kind)


@pytest.mark.parametrize(
    ("lemma", "stance"),
    [
        ("announce", "assert"),
        ("state", "assert"),
        ("note", "assert"),
        ("report", "assert"),
        ("tell", "assert"),
        ("add", "assert"),
        ("claim", "assert"),
        ("condemn", "criticise"),
        ("threaten", "warn"),
        ("vow", "promise"),
        ("reject", "deny"),
        ("dismiss", "deny"),
        ("deflect", "decline"),
        ("fear", "think"),
        ("believe", "think"),
    ],
)
def test_words_have_the_stance_that_the_record_gives_them(lemma: str, stance: Stance) -> None:
    assert stances()[lemma] == stance


@pytest.mark.parametrize("lemma", ["vote", "sign", "attack the", "go", "sell", "be"])
def test_words_for_other_acts_have_no_stance(lemma: str) -> None:
    assert lemma not in stances()


def test_what_may_be_asked_for_has_a_stance() -> None:
    assert reporting_words("request") <= set(stances())
