"""The scores, against the public scorers where these are there, and by hand."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, Span

from rashomon.model import language
from rashomon.model.pieces import BLANK, LINE, NONE
from rashomon.train.corpora.documents import Document
from rashomon.train.evaluate import (
    document_of,
    linked_attribution,
    same_event_auc,
    tagged_attribution,
    times_and_events,
)

SCORERS = Path(__file__).parents[3] / "shared" / "score"
needs_scorers = pytest.mark.skipif(not SCORERS.is_dir(), reason="the public scorers are not there")
Doc.set_extension("attributions", getter=language.attributions_of, force=True)


class Parrot:
    """A pipeline that answers what it was told: spans of a text by group, as (start, end, label, number)."""

    def __init__(self, answers: Mapping[str, Mapping[str, list[tuple[int, int, str, int]]]]) -> None:
        self.blank = spacy.blank("en")
        self.vocab = self.blank.vocab
        self.answers = answers

    def __call__(self, given: str | Doc) -> Doc:
        """Mark the text."""
        doc = self.blank.make_doc(given) if isinstance(given, str) else given
        told = self.answers.get(doc.text, {})
        for group in ("attribution", "times", "events"):
            doc.spans[group] = [
                Span(doc, found.start, found.end, label=label, span_id=number)
                for start, end, label, number in told.get(group, [])
                for found in [doc.char_span(start, end, alignment_mode="expand")]
            ]
        return doc


def scored(script: str, gold: Path, answers: list[dict[str, Any]], *flags: str) -> dict[str, Any]:
    """Return what a public scorer prints."""
    path = gold.with_name("answers.jsonl")
    path.write_text("".join(json.dumps(row) + "\n" for row in answers), encoding="utf-8")
    command = [sys.executable, str(SCORERS / script), str(gold), str(path), "--json", *flags]
    found: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return found


def jsonl(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


TEXT = "“The dam holds,” Brisko said. Quell told reporters it leaks. Critics say so too."


def places(*parts: str) -> list[list[int]]:
    return [[TEXT.index(part), TEXT.index(part) + len(part)] for part in parts]


GOLD_ATTRIBUTIONS = [
    {"source": places("Brisko"), "cue": places("said"), "content": places("“The dam holds,”")},
    {"source": places("Quell"), "cue": places("told"), "content": places("it leaks")},
    {"source": places("Critics"), "cue": places("say"), "content": places("so too")},
]
OUR_ATTRIBUTIONS = [
    {"source": places("Brisko"), "cue": places("said"), "content": places("The dam holds")},
    {"source": places("Quell"), "cue": places("told"), "content": places("reporters it leaks")},
    {"source": places("reporters"), "cue": places("say"), "content": places("so too")},
]


@needs_scorers
def test_linked_attribution_is_scored_as_the_public_scorer_does(tmp_path: Path) -> None:
    gold = jsonl(tmp_path / "gold.jsonl", {"id": "a", "text": TEXT, "attributions": GOLD_ATTRIBUTIONS})
    spans = [
        (start, end, role, number)
        for number, one in enumerate(OUR_ATTRIBUTIONS, start=1)
        for role, fragments in one.items()
        for start, end in fragments
    ]
    value, n = linked_attribution(Parrot({TEXT: {"attribution": spans}}), gold, 1)["attribution.full_link_f1"]
    theirs = scored("score_attribution.py", gold, [{"id": "a", "attributions": OUR_ATTRIBUTIONS}])["link.full"]
    assert (value, n) == (theirs["F1"], theirs["n_gold"])
    assert 0 < value < 100


@needs_scorers
def test_tagged_attribution_is_scored_as_the_public_scorer_does(tmp_path: Path) -> None:
    tokens = "Quell said it leaks . Critics say so .".split()
    labels = ["B-source", "B-cue", "B-content", "I-content", "O", "B-source", "B-cue", "B-content", "O"]
    ours = ["B-source", "B-cue", "B-content", "I-content", "I-content", "O", "B-cue", "B-content", "O"]
    gold = jsonl(tmp_path / "gold.jsonl", {"id": "0", "doc": "d", "tokens": tokens, "labels": labels})
    text = "Quell said it leaks. Critics say so."
    spans = [
        (text.index(part), text.index(part) + len(part), role, 0)
        for part, role in (
            ("Quell", "source"), ("said", "cue"), ("it leaks.", "content"), ("say", "cue"), ("so", "content"),
        )
    ]  # fmt: skip
    found = tagged_attribution(Parrot({text: {"attribution": spans}}), gold, 1)
    theirs = scored("score_attribution_bio.py", gold, [{"id": "0", "labels": ours}])["exact"]
    for role in ("source", "cue", "content"):
        assert found[f"attribution.exact_f1.{role}"][0] == pytest.approx(theirs[role]["F1"], abs=0.051)


@needs_scorers
def test_times_and_events_are_scored_as_the_public_scorer_does(tmp_path: Path) -> None:
    text = "They met in early May and again on Monday, and left two days later."
    at = {part: (text.index(part), text.index(part) + len(part)) for part in
          ("early May", "May", "on Monday", "Monday", "two days later", "met", "left", "again")}  # fmt: skip
    row = {
        "id": "d",
        "text": text,
        "timexes": [
            {"start": at[part][0], "end": at[part][1], "type": "DATE", "value": "X"}
            for part in ("early May", "Monday", "two days later")
        ],
        "events": [{"start": at[part][0], "end": at[part][1], "cls": "OCCURRENCE"} for part in ("met", "left")],
    }
    gold = jsonl(tmp_path / "gold.jsonl", row)
    times = [("May", "DATE"), ("Monday", "DATE"), ("two days later", "DURATION"), ("again", "SET")]
    events = [("met", "OCCURRENCE"), ("again", "STATE")]
    told = {
        "times": [(*at[part], label, 0) for part, label in times],
        "events": [(*at[part], label, 0) for part, label in events],
    }
    found = times_and_events(Parrot({text: told}), gold, 1)
    answers = {
        "id": "d",
        "timexes": [{"start": at[part][0], "end": at[part][1], "type": label} for part, label in times],
        "events": [{"start": at[part][0], "end": at[part][1], "cls": label} for part, label in events],
    }
    theirs = scored("score_timex.py", gold, [answers])
    assert found["timex.strict_f1"][0] == theirs["strict"]["F1"]
    assert found["timex.relaxed_f1"][0] == theirs["relaxed"]["F1"]
    assert found["timex.type_f1"][0] == theirs["type"]["F1"]
    theirs = scored("score_timex.py", gold, [answers], "--events")
    assert found["events.trigger_f1"][0] == theirs["strict"]["F1"]
    assert found["events.class_f1"][0] == theirs["class"]["F1"]


def test_documents_keep_their_gaps_and_sentences() -> None:
    document = Document("x", ["Rain", ".", "Sun", ",", "wind"], [BLANK, NONE, BLANK, NONE, LINE], [0, 2])
    doc, token_of = document_of(Parrot({}), document, sentences=True)
    assert doc.text == "Rain. \n\nSun, \nwind"
    assert [doc[place].text for place in token_of] == document.words
    assert [sentence.text.strip() for sentence in doc.sents] == ["Rain.", "Sun, \nwind"]


def test_area_under_the_curve(tmp_path: Path) -> None:
    def row(name: str, *clusters: str) -> dict[str, Any]:
        return {
            "id": name,
            "topic": 1,
            "sents": [{"n": 0, "valid": True, "tokens": [name]}],
            "mentions": [{"kind": "event", "sent": 0, "toks": [0], "cluster": cluster} for cluster in clusters],
        }

    path = jsonl(tmp_path / "x.jsonl", row("1_a", "e1"), row("1_b", "e1"), row("1_c", "e2"), row("1_d", "e2", "e1"))
    near = {"1_a": [1.0, 0.0], "1_b": [0.8, 0.6], "1_c": [0.1, 0.99], "1_d": [0.6, 0.8]}

    def vectors(documents: Any) -> np.ndarray:
        return np.array([near[document.name.rsplit("-", 1)[0]] for document in documents])

    # of one event: ab .8, ad .6, bd .96, cd .85; of two: ac .1, bc .67 - seven of eight comparisons are right
    assert same_event_auc(path, vectors) == (87.5, 4)
