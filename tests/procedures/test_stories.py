"""The boards of invented stories, day by day, against what a careful reader expects: ``stories/NAME.toml``."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import msgspec
import pytest

from rashomon.pipeline import Gathered, build, gathered, record_of
from rashomon.records import Record, Span
from tests.procedures.expected import (
    ExpectedBoard,
    any_of,
    board_of,
    expected,
    party_of,
    says,
    stage_of,
    told,
)

STORIES = Path(__file__).parent / "stories"
EXPECTED = {path.stem: expected(path) for path in sorted(STORIES.glob("*.toml"))}
Case = tuple[str, ExpectedBoard]
CASES = [(name, board) for name, story in EXPECTED.items() for board in story.board]
DAYS = [(name, day) for name, story in EXPECTED.items() for day in story.days]
NONE = [(name, day) for name, story in EXPECTED.items() for day in story.none]


def on_board(looked_at: str, cases: list[Case]) -> pytest.MarkDecorator:
    """Run a test for each board and day; those that fall short of what is ``looked_at`` are known to fail."""
    return pytest.mark.parametrize(
        ("name", "wanted"),
        [
            pytest.param(
                name,
                board,
                id=f"{name}-{board.as_of}-{board.party or board.kind}",
                marks=[pytest.mark.xfail] if looked_at in board.short else [],
            )
            for name, board in cases
        ],
    )


def on_days(days: list[tuple[str, date]], *, counted: bool = False) -> pytest.MarkDecorator:
    """Run a test for each story and day; where boards are ``counted``, those that fall short are known to fail."""
    return pytest.mark.parametrize(
        ("name", "day"),
        [
            pytest.param(
                name,
                day,
                id=f"{name}-{day}",
                marks=[pytest.mark.xfail] if counted and day in EXPECTED[name].short else [],
            )
            for name, day in days
        ],
    )


@cache
def read_story(name: str) -> Gathered:
    """Return the articles of a story."""
    return gathered([str(STORIES / f"{name}.jsonl")])


@cache
def as_of(name: str, day: date) -> Record:
    """Return the record of a story as of a day."""
    return record_of(read_story(name), day)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_story_is_read_whole(name: str) -> None:
    articles = as_of(name, EXPECTED[name].days[-1]).articles
    lines = (STORIES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(articles) == len(lines)
    assert all(article.related and article.copy_of is None for article in articles)


@on_days(NONE, counted=True)
def test_a_story_without_a_procedure_has_no_board(name: str, day: date) -> None:
    assert told(as_of(name, day)) == []


@on_days([case for case in DAYS if case not in NONE], counted=True)
def test_there_is_a_board_for_each_measure_and_state_and_no_other(name: str, day: date) -> None:
    record = as_of(name, day)
    wanted = [board for board in EXPECTED[name].board if board.as_of == day]
    boards = {board_of(record, board).id for board in wanted}
    assert len(boards) == len(wanted)
    others = [one for one in record.procedures if one.id not in boards]
    assert {party_of(record, one) for one in others} <= set(EXPECTED[name].others)


@on_board("subject", CASES)
def test_a_board_names_its_measure(name: str, wanted: ExpectedBoard) -> None:
    subject = board_of(as_of(name, wanted.as_of), wanted).subject.name
    assert [word for word in wanted.subject if not says(word, subject)] == [], subject


@on_board("party", [case for case in CASES if case[1].party is not None])
def test_whose_board_it_is(name: str, wanted: ExpectedBoard) -> None:
    assert wanted.party is not None
    record = as_of(name, wanted.as_of)
    party = party_of(record, board_of(record, wanted))
    assert says(wanted.party, party), party


@on_board("next", [case for case in CASES if case[1].next is not None])
def test_what_comes_next(name: str, wanted: ExpectedBoard) -> None:
    assert wanted.next is not None
    assert (board_of(as_of(name, wanted.as_of), wanted).next or "") in any_of(wanted.next)


@on_board("next_actor", [case for case in CASES if case[1].next_actor is not None])
def test_who_acts_next(name: str, wanted: ExpectedBoard) -> None:
    assert wanted.next_actor is not None
    actor = board_of(as_of(name, wanted.as_of), wanted).next_actor
    assert any(says(words, actor) for words in any_of(wanted.next_actor)), actor


@on_board("states", CASES)
def test_how_far_each_stage_has_come(name: str, wanted: ExpectedBoard) -> None:
    board = board_of(as_of(name, wanted.as_of), wanted)
    states = {stage.stage: stage_of(board, stage.stage).state for stage in wanted.stage}
    assert {
        stage.stage: states[stage.stage] for stage in wanted.stage if states[stage.stage] not in any_of(stage.state)
    } == {}


@on_board("days", [case for case in CASES if any(stage.days != (None, None) for stage in case[1].stage)])
def test_the_days_of_the_stages(name: str, wanted: ExpectedBoard) -> None:
    board = board_of(as_of(name, wanted.as_of), wanted)
    dated = [stage for stage in wanted.stage if stage.days != (None, None)]
    times = {stage.stage: stage_of(board, stage.stage).time for stage in dated}
    assert {name: (time.earliest, time.latest) if time is not None else None for name, time in times.items()} == {
        stage.stage: stage.days for stage in dated
    }


@on_board("votes", [case for case in CASES if any(stage.vote is not None or stage.no_vote for stage in case[1].stage)])
def test_the_votes(name: str, wanted: ExpectedBoard) -> None:
    board = board_of(as_of(name, wanted.as_of), wanted)
    for stage in wanted.stage:
        vote = stage_of(board, stage.stage).vote
        assert vote is None or not stage.no_vote
        if stage.vote is not None:
            assert vote is not None, stage.stage
            numbers = msgspec.structs.asdict(stage.vote)
            assert {key: getattr(vote, key) for key, value in numbers.items() if value is not None} == {
                key: value for key, value in numbers.items() if value is not None
            }


@on_board("evidence", [case for case in CASES if any(stage.evidence or stage.never for stage in case[1].stage)])
def test_the_sentences_that_a_stage_rests_on(name: str, wanted: ExpectedBoard) -> None:
    board = board_of(as_of(name, wanted.as_of), wanted)
    for stage in wanted.stage:
        sentences = [span.text for span in stage_of(board, stage.stage).evidence]
        assert [words for words in stage.evidence if not any(words in text for text in sentences)] == [], sentences
        assert [words for words in stage.never if any(words in text for text in sentences)] == [], sentences


@on_board("rule", [case for case in CASES if case[1].rule])
def test_the_rule(name: str, wanted: ExpectedBoard) -> None:
    rule = board_of(as_of(name, wanted.as_of), wanted).rule
    assert [words for words in wanted.rule if not says(words, rule)] == [], rule


@on_days(DAYS)
def test_every_stage_that_is_done_or_failed_has_a_sentence(name: str, day: date) -> None:
    for board in as_of(name, day).procedures:
        for stage in board.stages:
            assert stage.state not in {"done", "failed"} or stage.implied or stage.evidence


@on_days(DAYS)
def test_what_is_cited_stands_in_an_article(name: str, day: date, spans_of: Callable[[object], Iterator[Span]]) -> None:
    record = as_of(name, day)
    texts = {article.id: article.text for article in record.articles}
    for span in spans_of(record.procedures):
        assert texts[span.article][span.start : span.end] == span.text


@pytest.mark.parametrize("name", EXPECTED)
def test_the_boards_are_the_same_whatever_the_order_of_the_articles(name: str, tmp_path: Path) -> None:
    lines = (STORIES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    for place, line in enumerate(reversed(lines)):
        (tmp_path / f"{place}.jsonl").write_text(line + "\n", encoding="utf-8")
    assert build([str(tmp_path)]).procedures == record_of(read_story(name)).procedures
