"""Tests of ``rashomon.publish.register``: the procedures of stories in a list."""

import msgspec

from rashomon.publish.register import SCHEMA, Register, Row, register_json, register_rows
from tests.publish.conftest import Accord, Weir
from tests.publish.tellings import days, procedure, stage


def test_a_row_tells_the_last_stage_the_last_vote_and_what_comes_next(accord: Accord) -> None:
    assert register_rows([accord.record]) == (
        Row(
            measure="Ferrel: River Accord",
            last="Upper house",
            day="2031-03-20",
            vote="unanimous",
            next="mayor: signed into law",
        ),
    )


def test_the_last_vote_is_the_last_that_is_told(accord: Accord) -> None:
    stages = tuple(
        msgspec.structs.replace(one, vote=None) if one.stage == "upper_house" else one for one in accord.moved.stages
    )
    moved = msgspec.structs.replace(accord.moved, stages=stages, party=None)
    (row,) = register_rows([msgspec.structs.replace(accord.record, procedures=(moved,))])
    assert (row.measure, row.vote) == ("River Accord", "31–4")


def test_a_failure_and_a_day_that_is_not_in_one_year_are_told_in_words(accord: Accord) -> None:
    span = accord.signed.span(0, 6)
    moved = procedure("River Accord", stage("lower_house", "failed", span, time=days(None, "2031-03-03")))
    (row,) = register_rows([msgspec.structs.replace(accord.record, procedures=(moved,))])
    assert (row.last, row.day, row.vote, row.next) == ("Lower house failed", "by 3 March 2031", "", "Stopped")


def test_a_story_without_a_procedure_has_no_row(weir: Weir, accord: Accord) -> None:
    assert register_rows([weir.record]) == ()
    assert len(register_rows([weir.record, accord.record, accord.record])) == 2


def test_the_json_holds_the_procedures_as_they_are_and_what_they_cite(accord: Accord, weir: Weir) -> None:
    register = msgspec.json.decode(register_json([accord.record, weir.record]), type=Register)
    assert register.schema == SCHEMA
    told, none = register.stories
    assert told.procedures == accord.record.procedures
    assert [one.outlet for one in told.articles] == ["Weir Gazette", "Ferrel Post", "Osk Ledger"]
    assert [one.name for one in told.entities] == ["Ferrel"]
    assert (none.procedures, none.articles, none.entities) == ((), (), ())


def test_an_article_that_no_procedure_cites_is_left_out(accord: Accord) -> None:
    moved = procedure("River Accord", stage("signed", "done", accord.signed.span(0, 6)))
    register = msgspec.json.decode(
        register_json([msgspec.structs.replace(accord.record, procedures=(moved,))]), type=Register
    )
    assert [one.id for one in register.stories[0].articles] == [accord.signed.id]
