"""The boards of the pact pages and of the example story, day by day, as a careful reader tells them."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from rashomon.pipeline import Gathered, build, gathered, record_of
from rashomon.records import Procedure, Record
from tests.procedures.expected import any_of, party_of, says, stage_of, told

PAGES = Path(__file__).parents[3] / "shared" / "stories" / "pact"
ACCOUNTS = Path(__file__).parents[2] / "examples" / "tamarel" / "accounts"
PACT = [date(2024, 10, 15), date(2024, 10, 25), date(2024, 11, 7)]
TAMAREL = [date(2031, 2, 25), date(2031, 3, 14), date(2031, 3, 27)]
READERS = {"pact": (PAGES, "Russia"), "tamarel": (ACCOUNTS, "Kestravia")}
DAYS = pytest.mark.parametrize(
    ("story", "day"), [("pact", day) for day in PACT] + [("tamarel", day) for day in TAMAREL], ids=str
)


@cache
def read_story(story: str) -> Gathered:
    """Return the articles of a story, skip where they are not there."""
    folder, _ = READERS[story]
    if not folder.is_dir():
        pytest.skip("the pact pages are not there")
    return gathered([str(folder)])


@cache
def as_of(story: str, day: date) -> Record:
    """Return the record of a story as of a day."""
    return record_of(read_story(story), day)


def ratification(story: str, day: date) -> Procedure:
    """Return the board of the state whose ratification the story tells."""
    record = as_of(story, day)
    (board,) = (one for one in record.procedures if says(READERS[story][1], party_of(record, one)))
    return board


def states(story: str, day: date) -> dict[str, str]:
    """Return the state of every stage of the ratification."""
    return {stage.stage: stage.state for stage in ratification(story, day).stages}


@DAYS
def test_one_board_for_the_treaty_and_none_for_its_law(story: str, day: date) -> None:
    record = as_of(story, day)
    assert ratification(story, day).kind == "treaty-ratification"
    others = {party_of(record, one) for one in record.procedures} - {READERS[story][1]}
    assert others <= {"Ormelia", "North Korea"}
    assert {kind for kind, _, _ in told(record)} == {"treaty-ratification"}


@DAYS
def test_the_board_is_that_of_the_treaty(story: str, day: date) -> None:
    name = ratification(story, day).subject.name
    assert any(says(noun, name) for noun in ("treaty", "pact", "agreement")), name


@pytest.mark.parametrize(
    ("story", "day", "done", "after"),
    [
        ("pact", PACT[0], ("signed", "submitted"), "lower_house"),
        ("pact", PACT[1], ("signed", "submitted", "lower_house"), "upper_house"),
        ("pact", PACT[2], ("signed", "submitted", "lower_house", "upper_house"), "assent"),
        ("tamarel", TAMAREL[0], ("signed", "submitted"), ("lower_house", "committee", "chamber")),
        ("tamarel", TAMAREL[1], ("signed", "submitted", "lower_house"), "upper_house"),
        ("tamarel", TAMAREL[2], ("signed", "submitted", "lower_house", "upper_house"), "assent"),
    ],
    ids=str,
)
def test_what_is_done_and_what_comes_next(
    story: str, day: date, done: tuple[str, ...], after: str | tuple[str, ...]
) -> None:
    found = states(story, day)
    assert {stage for stage, state in found.items() if state == "done"} >= set(done)
    following = ratification(story, day).next
    assert following is not None
    assert following in any_of(after)
    assert found[following] == "next"
    order = list(found)
    assert {found[stage] for stage in order[order.index(following) + 1 :]} == {"pending"}


@pytest.mark.parametrize(
    ("story", "stage", "day"),
    [
        ("pact", "signed", date(2024, 6, 19)),
        ("pact", "submitted", date(2024, 10, 14)),
        ("pact", "lower_house", date(2024, 10, 24)),
        ("pact", "upper_house", date(2024, 11, 6)),
        ("tamarel", "signed", date(2030, 5, 6)),
        ("tamarel", "submitted", date(2031, 2, 24)),
        ("tamarel", "lower_house", date(2031, 3, 13)),
        ("tamarel", "upper_house", date(2031, 3, 26)),
    ],
)
def test_the_days_of_the_stages(story: str, stage: str, day: date) -> None:
    last = PACT[-1] if story == "pact" else TAMAREL[-1]
    time = stage_of(ratification(story, last), stage).time
    assert time is not None
    assert (time.earliest, time.latest) == (day, day)


@pytest.mark.parametrize(
    ("story", "stage", "wanted"),
    [
        ("pact", "lower_house", (397, 0, None)),
        ("pact", "upper_house", (None, None, True)),
        ("tamarel", "lower_house", (212, 3, None)),
        ("tamarel", "upper_house", (None, None, True)),
    ],
)
def test_the_votes(story: str, stage: str, wanted: tuple[int | None, int | None, bool | None]) -> None:
    last = PACT[-1] if story == "pact" else TAMAREL[-1]
    vote = stage_of(ratification(story, last), stage).vote
    assert vote is not None
    assert (vote.for_, vote.against, vote.unanimous) == wanted


@pytest.mark.parametrize(("story", "day"), [("pact", PACT[2]), ("tamarel", TAMAREL[2])], ids=str)
def test_the_president_acts_next(story: str, day: date) -> None:
    actor = ratification(story, day).next_actor
    assert any(says(words, actor) for words in ("president", "Putin", "Zhelnar")), actor


@DAYS
def test_every_stage_that_is_done_has_its_sentences(story: str, day: date) -> None:
    texts = {article.id: article.text for article in as_of(story, day).articles}
    for stage in ratification(story, day).stages:
        assert stage.state != "done" or stage.implied or stage.evidence
        for span in stage.evidence:
            assert texts[span.article][span.start : span.end] == span.text


@pytest.mark.parametrize("story", READERS)
def test_the_board_is_the_same_in_any_order_of_the_files(story: str) -> None:
    found = read_story(story)
    files = sorted({account.article.source.split("#")[0] for account in found.accounts}, reverse=True)
    paths = [str(READERS[story][0] / name) for name in files]
    assert build(paths).procedures == record_of(found).procedures


def test_the_lower_house_rests_on_three_accounts_of_its_vote() -> None:
    assert stage_of(ratification("pact", PACT[2]), "lower_house").support.articles == 3
