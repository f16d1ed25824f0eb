"""Tests of ``rashomon.train.timeline_scores``: as the reference scorer gives them."""

import importlib.util
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.train.timeline_scores import Timeline, aligned_rouge_1, date_f1

REFERENCE = Path(__file__).parents[3] / "shared" / "score" / "score_timeline.py"
FIRST = date(2031, 3, 9)
GOLD: Timeline = {FIRST: ["Eleven guards were killed."], date(2031, 3, 13): ["Deputies approved the treaty."]}

timelines = st.dictionaries(
    st.integers(0, 30).map(lambda number: FIRST + timedelta(days=number)),
    st.lists(st.lists(st.sampled_from("guards deputies treaty killed approved the".split())).map(" ".join), max_size=3),
    max_size=6,
)


def test_the_same_timeline_scores_full() -> None:
    assert date_f1(GOLD, GOLD) == 100
    assert aligned_rouge_1(GOLD, GOLD) == 100


def test_nothing_scores_nothing() -> None:
    assert date_f1(GOLD, {}) == 0
    assert aligned_rouge_1(GOLD, {}) == 0
    assert aligned_rouge_1({}, {}) == 0


def test_the_same_words_a_day_later_count_half() -> None:
    later = {day + timedelta(days=1): told for day, told in GOLD.items()}
    assert date_f1(GOLD, later) == 0
    assert aligned_rouge_1(GOLD, later) == 50


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference scorer is not there")
@given(gold=timelines, found=timelines)
def test_scores_are_those_of_the_reference(
    tmp_path_factory: pytest.TempPathFactory, gold: Timeline, found: Timeline
) -> None:
    spec = importlib.util.spec_from_file_location("score_timeline", REFERENCE)
    assert spec is not None
    assert spec.loader is not None
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    folder = tmp_path_factory.mktemp("timelines")
    for name, timeline in (("gold", gold), ("found", found)):
        rows = [{"date": day.isoformat(), "sents": told} for day, told in timeline.items()]
        row = {"topic": "treaty", "timeline_id": "one", "timeline": rows}
        (folder / name).write_text(json.dumps(row), encoding="utf-8")
    scores = reference.tls([str(folder / "gold"), str(folder / "found")])
    assert scores["date-F1"] == pytest.approx(date_f1(gold, found), abs=0.01)
    assert scores["AR1-F1"] == pytest.approx(aligned_rouge_1(gold, found), abs=0.01)
