"""Tests of ``rashomon.publish.boards``: how far the measures of a story have come."""

from datetime import date

import lxml.html
import msgspec
import pytest

from rashomon.publish import excerpted
from rashomon.publish.boards import Board, boards, on_day, vote_in_words
from rashomon.publish.citing import Names, anchor
from rashomon.publish.markdown import record_markdown
from rashomon.publish.page import record_page
from rashomon.publish.state import LAST
from rashomon.records import Procedure, Record, Span
from tests.publish.conftest import Accord, Weir
from tests.publish.tellings import days, difference, procedure, side, stage, vote, words


def board_of(accord: Accord, moved: Procedure | None = None) -> Board:
    """Return the board of a procedure in the story, that of the story itself if none is given."""
    record = accord.record if moved is None else msgspec.structs.replace(accord.record, procedures=(moved,))
    return boards(record, Names(record))[0]


def changed(accord: Accord, name: str, **other: object) -> Procedure:
    """Return the procedure of the story with one of its stages changed."""
    stages = tuple(msgspec.structs.replace(one, **other) if one.stage == name else one for one in accord.moved.stages)
    following = next((one.stage for one in stages if one.state == "next"), None)
    return msgspec.structs.replace(accord.moved, stages=stages, next=following)


def page_text(record: Record) -> str:
    """Return the words of the page in one line."""
    return " ".join(str(lxml.html.document_fromstring(record_page(record)).text_content()).split())


def test_a_ratification_is_called_by_the_state_and_names_the_measure_below(accord: Accord) -> None:
    assert (board_of(accord).title, board_of(accord).notes) == ("Ratification: Ferrel", ("River Accord",))


def test_any_other_board_is_called_by_its_measure(accord: Accord) -> None:
    bill = msgspec.structs.replace(accord.moved, kind="bill", rule="Both towns must agree.")
    assert board_of(accord, bill).title == "Bill: River Accord, Ferrel"
    assert board_of(accord, bill).notes == ("Both towns must agree.",)
    alone = msgspec.structs.replace(accord.moved, party=None, kind="river-toll")
    assert (board_of(accord, alone).title, board_of(accord, alone).notes) == ("River toll: River Accord", ())


def test_a_stage_has_its_state_in_a_word_and_in_a_sign(accord: Accord) -> None:
    assert [(one.label, one.look, one.is_, one.sign) for one in board_of(accord).steps] == [
        ("Signed", "done", "done", "✓"),
        ("Submitted to parliament", "implied", "implied", "✓"),
        ("Lower house", "done", "done", "✓"),
        ("Upper house", "done", "done", "✓"),
        ("Signed into law", "next", "next", "→"),
        ("In force", "pending", "to come", ""),
    ]


def test_a_stage_names_its_body_day_vote_and_accounts(accord: Accord) -> None:
    house = board_of(accord).steps[2]
    assert (house.body, house.when, house.vote) == ("Hall of Millers", "10 March 2031", "31–4")
    assert [telling.by for telling in house.tellings] == ["Ferrel Post"]


def test_a_body_that_the_label_names_is_not_repeated(accord: Accord) -> None:
    assert board_of(accord, changed(accord, "lower_house", body="Lower House")).steps[2].body == ""


def test_a_day_of_what_is_to_come_is_a_plan(accord: Accord) -> None:
    planned = changed(accord, "assent", time=days("2031-04-01", "2031-04-01"))
    assert board_of(accord, planned).steps[4].when == "planned: 1 April 2031"


def test_what_comes_next_names_who_acts_once(accord: Accord) -> None:
    assert board_of(accord).coming == "Next: signed into law (the mayor)."
    house = changed(accord, "assent", state="pending")
    house = msgspec.structs.replace(house, next="upper_house", next_actor="the upper house")
    assert board_of(accord, house).coming == "Next: upper house."


def test_a_measure_that_failed_has_stopped(accord: Accord) -> None:
    failed = changed(accord, "assent", state="failed")
    board = board_of(accord, failed)
    assert (board.coming, board.steps[4].look, board.steps[4].outcome) == ("Stopped.", "failed", "vetoed")
    assert board.steps[5].is_ == "not reached"
    rejected = changed(accord, "upper_house", state="failed")
    assert board_of(accord, rejected).told[-1].outcome == "rejected by the upper house"


def test_a_measure_of_which_the_last_stage_is_done_is_complete(accord: Accord) -> None:
    done = changed(accord, "assent", state="done")
    stages = (*done.stages[:-1], msgspec.structs.replace(done.stages[-1], state="done"))
    assert board_of(accord, msgspec.structs.replace(done, stages=stages, next=None)).coming == "Complete."


@pytest.mark.parametrize(("name", "word"), [("withdrawn", "Ended."), ("shelved", "Ended.")])
def test_what_ends_a_procedure_before_its_time_is_no_stage_on_its_way(accord: Accord, name: str, word: str) -> None:
    told = stage(name, "done", accord.moved.stages[-3].evidence[0])
    ended = changed(accord, "assent", state="pending")
    board = board_of(accord, msgspec.structs.replace(ended, stages=(*ended.stages, told)))
    assert (board.coming, board.steps[-1].look, board.steps[-1].is_) == (word, "failed", "ended")


def test_a_treaty_that_was_denounced_after_it_came_into_force_has_ended(accord: Accord) -> None:
    span = accord.moved.stages[0].evidence[0]
    moved = procedure("River Accord", stage("in_force", "done", span), stage("denounced", "done", span))
    assert board_of(accord, moved).coming == "Ended."


def test_where_it_is_open_what_comes_next_the_board_says_so(accord: Accord) -> None:
    assert board_of(accord, changed(accord, "assent", state="unknown")).coming == "Next: not told."


def test_versions_of_a_provision_stand_behind_the_first(accord: Accord) -> None:
    ((first, other),) = board_of(accord).provisions
    assert (first.relation, first.condition, first.basis) == (
        "", "If either town is flooded", "under Article 9 of the River Act",
    )  # fmt: skip
    assert (other.relation, other.obligation, other.basis) == ("other words", "obliges each town to lend pumps", "")


def test_a_version_that_says_more_or_less_is_not_called_more_exact(accord: Accord) -> None:
    first, other = accord.moved.provisions
    finer = (first, msgspec.structs.replace(other, relation="finer"))
    ((_, version),) = board_of(accord, msgspec.structs.replace(accord.moved, provisions=finer)).provisions
    assert version.relation == "one says more"


def test_provisions_that_do_not_relate_stand_apart(accord: Accord) -> None:
    apart = tuple(msgspec.structs.replace(one, relation=None) for one in accord.moved.provisions)
    assert [
        len(group) for group in board_of(accord, msgspec.structs.replace(accord.moved, provisions=apart)).provisions
    ] == [1, 1]


def test_votes_are_told_in_short() -> None:
    span = Span(article="0" * 16, start=0, end=1, text="x")
    assert vote_in_words(vote(span, 397, 0)) == "397–0"
    assert vote_in_words(vote(span, 1212, 3, abstain=9, absent=2)) == "1,212–3, 9 abstaining, 2 absent"
    assert vote_in_words(vote(span, 31, unanimous=True)) == "31 for, unanimous"
    assert vote_in_words(vote(span, None, 0)) == "0 against"


def test_a_day_goes_on_a_sentence() -> None:
    assert on_day(None) == ""
    assert on_day(days("2031-03-10", "2031-03-10")) == " on 10 March 2031"
    assert on_day(days("2031-03-01", "2031-03-31", "2031-03")) == " in March 2031"
    assert on_day(days(None, "2031-03-10")) == " by 10 March 2031"
    assert on_day(days("2031-03-10", "2031-03-12")) == ", 10 to 12 March 2031"


def test_the_page_shows_the_board_with_links_to_the_sentences(accord: Accord) -> None:
    page = lxml.html.document_fromstring(record_page(accord.record))
    (board,) = page.xpath(f"//section[@id='board-{accord.moved.id}']")
    assert [item.get("class") for item in board.xpath(".//ol[@class='stages']/li")] == [
        "done", "implied", "done", "done", "next", "pending",
    ]  # fmt: skip
    told = accord.moved.stages[2]
    links = board.xpath(".//ol[@class='stages']/li[3]//a/@href")
    assert told.vote is not None
    assert links == [f"#{anchor(told.vote.span)}", f"#{anchor(told.evidence[0])}"]
    assert [link for link in board.xpath(".//a/@href") if not page.xpath("//*[@id=$id]", id=link[1:])] == []
    assert page.xpath("//nav//a[@href='#boards']")


def test_the_state_of_the_story_tells_the_last_stages_and_what_comes_next(accord: Accord) -> None:
    told = (
        "Ratification: Ferrel: passed by the lower house on 10 March 2031 (31–4) Ferrel Post; passed by the upper "
        "house on 20 March 2031 (unanimous) Osk Ledger; next: signed into law (the mayor)."
    )
    assert told in page_text(accord.record)
    assert LAST == 2


def test_a_story_without_a_procedure_has_no_board(weir: Weir) -> None:
    assert boards(weir.record, Names(weir.record)) == ()
    assert "How far it has come" not in record_page(weir.record) + record_markdown(weir.record)


def test_the_markdown_lists_the_stages_and_the_provisions(accord: Accord) -> None:
    told = record_markdown(accord.record)
    lines = told[told.index("## How far") : told.index("## Articles")].splitlines()
    assert [line for line in lines if line] == [
        "## How far it has come",
        "**Ratification: Ferrel** (River Accord)",
        "- **Signed**: done, 3 March 2031 (Weir Gazette)",
        "- **Submitted to parliament**: implied",
        "- **Lower house**: done, Hall of Millers, 10 March 2031, 31–4 (Ferrel Post)",
        "- **Upper house**: done, House of Elders, 20 March 2031, unanimous (Osk Ledger)",
        "- **Signed into law**: next",
        "- **In force**: to come",
        "Next: signed into law (the mayor).",
        "What it provides, as the accounts tell it:",
        (
            "- “the other shall send its pumps”; condition: “If either town is flooded”; basis: “under Article 9 of "
            "the River Act” (Weir Gazette)"
        ),
        "  - other words: “obliges each town to lend pumps”; condition: “if the other is flooded” (Ferrel Post)",
    ]


def test_excerpts_keep_the_sentences_of_stages_and_provisions(accord: Accord) -> None:
    left = {article.id: " ".join(article.text.split()) for article in excerpted(accord.record).articles}
    assert left[accord.agreed.id] == "The elders of Ferrel unanimously backed the accord on March 20."
    assert left[accord.passed.id].endswith("if the other is flooded.")
    assert "goes to" not in left[accord.signed.id]


def test_a_difference_about_a_procedure_leads_to_its_board(accord: Accord) -> None:
    sides = (side("passed", accord.passed.span(0, 3)), side("rejected", accord.agreed.span(0, 3)))
    one = difference("conflict", accord.moved.id, "whether", *sides, note="Told in two ways.")
    page = record_page(msgspec.structs.replace(accord.record, differences=(one,)))
    assert f'<a href="#board-{accord.moved.id}" dir="auto">River Accord</a>' in page


def test_no_more_than_two_boards_stand_in_the_state(accord: Accord) -> None:
    span = words(accord.signed, "Ferrel signed")
    more = tuple(
        msgspec.structs.replace(
            procedure(f"Accord {number}", stage("signed", "done", span, time=days(str(date(2031, 3, number)), None))),
            id=f"p{number:012d}",
        )
        for number in range(1, 5)
    )
    record = msgspec.structs.replace(accord.record, procedures=more)
    opening = record_markdown(record).split("## How far")[0]
    assert opening.count("next: not told") + opening.count("complete") == 2
