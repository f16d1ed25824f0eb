"""Tests of ``rashomon.publish.civic``: procedures as Open Civic Data, held against its schema."""

import base64
import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import msgspec
import pytest

from rashomon.publish.civic import civic, civic_json
from rashomon.records import Alias, Record, Subject
from tests.publish.conftest import Accord, Weir
from tests.publish.tellings import days, entity, vote, words

SCHEMA = json.loads((Path(__file__).parent / "civic.schema.json").read_text("utf-8"))


def valid(*records: Record) -> Any:
    """Return the procedures of records as they are written, once they have passed the schema."""
    written = json.loads(civic_json(records))
    jsonschema.Draft202012Validator(SCHEMA).validate(written)
    return written


def with_stage(accord: Accord, name: str, **other: object) -> Record:
    """Return the record with one stage of its procedure changed."""
    stages = tuple(msgspec.structs.replace(one, **other) if one.stage == name else one for one in accord.moved.stages)
    moved = msgspec.structs.replace(accord.moved, stages=stages)
    return msgspec.structs.replace(accord.record, procedures=(moved,))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_what_is_written_passes_the_schema(accord: Accord) -> None:
    found = valid(accord.record)
    assert {kind: len(items) for kind, items in found.items()} == {"organizations": 2, "bills": 1, "vote_events": 2}


def test_a_story_without_a_procedure_gives_empty_lists(weir: Weir) -> None:
    assert valid(weir.record) == {"organizations": [], "bills": [], "vote_events": []}


def test_actions_are_the_stages_that_are_told_and_no_other(accord: Accord) -> None:
    (bill,) = valid(accord.record)["bills"]
    assert [(one["description"], one["date"], one["classification"]) for one in bill["actions"]] == [
        ("signed", "2031-03-03", []),
        ("passed by the lower house", "2031-03-10", ["passage"]),
        ("passed by the upper house", "2031-03-20", ["passage"]),
    ]


def test_a_day_that_is_not_known_is_as_long_as_it_has_to_be(accord: Accord) -> None:
    dates = []
    for first, last in (("2031-03-01", "2031-03-31"), ("2031-02-27", "2031-03-01"), ("2030-12-31", "2031-01-01")):
        (bill,) = valid(with_stage(accord, "signed", time=days(first, last)))["bills"]
        dates.append(bill["actions"][0]["date"])
    assert dates == ["2031-03", "2031", ""]


def test_a_vote_has_its_counts_its_body_and_its_bill(accord: Accord) -> None:
    found = valid(accord.record)
    counted, unanimous = found["vote_events"]
    assert counted["counts"] == [{"option": "yes", "value": 31}, {"option": "no", "value": 4}]
    assert (unanimous["counts"], unanimous["extras"]) == ([], {"unanimous": True})
    names = {one["id"]: (one["name"], one["classification"]) for one in found["organizations"]}
    assert names[counted["organization"]] == ("Hall of Millers", "lower")
    assert names[unanimous["organization"]] == ("House of Elders", "upper")
    assert {one["bill"] for one in found["vote_events"]} == {found["bills"][0]["id"]}


def test_a_rejection_is_a_failure(accord: Accord) -> None:
    found = valid(with_stage(accord, "upper_house", state="failed"))
    assert found["vote_events"][1]["result"] == "fail"
    assert found["bills"][0]["actions"][-1]["classification"] == ["failure"]


@pytest.mark.parametrize("body", [None, ""])
def test_a_vote_of_a_body_that_is_not_told_has_none(accord: Accord, body: str | None) -> None:
    assert valid(with_stage(accord, "lower_house", body=body))["vote_events"][0]["organization"] is None


def test_a_vote_that_is_not_settled_is_left_out(accord: Accord) -> None:
    assert len(valid(with_stage(accord, "lower_house", state="unknown"))["vote_events"]) == 1


def test_a_source_is_an_address_or_the_name_of_the_bytes(accord: Accord) -> None:
    (bill,) = valid(accord.record)["bills"]
    signed, passed, _ = bill["sources"]
    assert passed == {"url": "https://post.example/accord", "note": "Ferrel Post"}
    name = signed["url"].removeprefix("ni:///sha-256-64;")
    assert base64.urlsafe_b64decode(name + "=").hex() == accord.signed.id


def test_an_address_that_is_none_is_no_source(accord: Accord) -> None:
    hostile = msgspec.structs.replace(accord.passed, url="javascript:alert(1)")
    record = msgspec.structs.replace(accord.record, articles=(accord.signed, hostile, accord.agreed))
    assert all(one["url"].startswith("ni:") for one in valid(record)["bills"][0]["sources"])


def test_the_source_of_a_vote_quotes_its_sentence(accord: Accord) -> None:
    (source,) = valid(accord.record)["vote_events"][0]["sources"]
    assert source["note"] == (
        "Ferrel Post: “The Hall of Millers approved the River Accord by 31 votes to 4 on March 10.”"
    )


def test_provisions_are_abstracts(accord: Accord) -> None:
    (bill,) = valid(accord.record)["bills"]
    assert bill["abstracts"] == [
        {"abstract": "the other shall send its pumps", "note": "as told by Weir Gazette"},
        {"abstract": "obliges each town to lend pumps", "note": "as told by Ferrel Post"},
    ]


def test_other_names_of_the_measure_are_other_titles(accord: Accord) -> None:
    pact = entity(words(accord.signed, "River Accord"), kind="law")
    pact = msgspec.structs.replace(pact, aliases=(*pact.aliases, Alias(text="the accord", count=2)))
    moved = msgspec.structs.replace(accord.moved, subject=Subject(name="River Accord", entity=pact.id))
    record = msgspec.structs.replace(accord.record, entities=(*accord.record.entities, pact), procedures=(moved,))
    assert valid(record)["bills"][0]["other_titles"] == [{"title": "the accord", "note": "so called by accounts"}]


def test_a_bill_is_called_one_and_a_treaty_is_not(accord: Accord) -> None:
    assert valid(accord.record)["bills"][0]["classification"] == []
    bill = msgspec.structs.replace(accord.moved, kind="bill")
    assert valid(msgspec.structs.replace(accord.record, procedures=(bill,)))["bills"][0]["classification"] == ["bill"]


def test_a_veto_that_was_overridden_is_no_signature(accord: Accord) -> None:
    evidence = accord.moved.stages[3].evidence
    tally = vote(words(accord.passed, "31 votes to 4"), 31, 4)
    record = with_stage(accord, "assent", state="done", label="veto overridden", evidence=evidence, vote=tally)
    found = valid(record)
    assert found["bills"][0]["actions"][-1]["classification"] == ["veto-override-passage"]
    assert found["vote_events"][-1]["motion_classification"] == ["veto-override"]


def test_ids_are_the_same_every_time_and_a_body_of_two_stories_stands_once(accord: Accord) -> None:
    assert civic_json([accord.record]) == civic_json([accord.record])
    other = msgspec.structs.replace(accord.moved, id="p" + "1" * 12)
    found = civic([accord.record, msgspec.structs.replace(accord.record, procedures=(other,))])
    assert len(found.organizations) == 2
    assert len({bill.id for bill in found.bills}) == 2
    assert len({one.id for one in found.vote_events}) == 4
