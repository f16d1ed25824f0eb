"""Tests of ``rashomon.train.tellings``: corpora laid out for linking."""

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from rashomon.link.events.mentions import MentionReader
from rashomon.train.tellings import Account, accounts, gold_mentions, labelled, own

ROW: dict[str, Any] = {
    "id": "1_1",
    "topic": 1,
    "subtopic": "1ecb",
    "sents": [
        {"n": 0, "valid": False, "tokens": ["A", "bridge", "fell", "."]},
        {"n": 1, "valid": True, "tokens": ["Rebels", "attacked", "the", "town", "and", "soldiers", "fled", "."]},
    ],
    "mentions": [
        {"id": "m0", "kind": "event", "sent": 0, "toks": [2], "cluster": "c0", "valid": False},
        {"id": "m1", "kind": "event", "sent": 1, "toks": [1], "cluster": "c1", "valid": True},
        {"id": "m2", "kind": "entity", "sent": 1, "toks": [0], "cluster": "c2", "valid": True},
    ],
}


@pytest.fixture
def account(nlp: Language, tmp_path: Path) -> Account:
    """Return the row, read."""
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    (found,) = accounts(nlp, path)
    return found


def test_only_events_in_validated_sentences_are_gold() -> None:
    assert [mention["id"] for mention in gold_mentions(ROW)] == ["m1"]


def test_gold_mentions_are_found_in_the_text(nlp: Language, account: Account) -> None:
    found = labelled(MentionReader(nlp), account)
    assert [mention.words for mention in found.telling.mentions] == [("attack",)]
    assert (found.ids, found.clusters, found.topic) == (["m1"], ["c1"], "1")


def test_own_triggers_have_the_ids_of_gold_mentions_of_the_same_words(nlp: Language, account: Account) -> None:
    found = own(MentionReader(nlp), account)
    ids = dict(zip([mention.kind for mention in found.telling.mentions], found.ids, strict=True))
    assert ids["attack"] == "m1"
    assert ids["flee"].startswith("1_1#")
    assert "fall" not in ids


def test_other_triggers_are_of_no_cluster(nlp: Language, account: Account) -> None:
    found = labelled(MentionReader(nlp), account, others=True)
    clusters = dict(zip([mention.kind for mention in found.telling.mentions], found.clusters, strict=True))
    assert clusters == {"attack": "c1", "flee": ""}
