"""Tests of ``rashomon.publish.interchange``: the JSON of a record, its keys and its schema."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import jsonschema  # type: ignore[import-untyped]
import msgspec
import pytest

from rashomon import records
from rashomon.publish import record_json, schema_json
from rashomon.records import Article, Record

PUBLISHED_SCHEMA = Path(__file__).parents[2] / "docs" / "record.schema.json"
SHAPES = {
    "Record": "schema generator title as_of articles entities events claims figures differences procedures rejections",
    "Generator": "name version model",
    "Title": "text span",
    "Rejection": "source reason",
    "Span": "article start end text",
    "Article": "id source url text language outlet agency headline byline dateline published paragraphs body"
    " boilerplate copy_of shared copied annotated related",
    "Outlet": "name basis evidence",
    "Agency": "name evidence",
    "Published": "value earliest latest basis evidence rejected",
    "RejectedDate": "value why evidence",
    "Paragraph": "start end kind xpath",
    "Extent": "start end",
    "Boilerplate": "start end kind",
    "Entity": "id type name aliases mentions roles part_of",
    "Alias": "text count",
    "Event": "id kind label time place participants status background rank best slots accounts support agreement",
    "Time": "timex earliest latest evidence",
    "Place": "entity span",
    "Participant": "role entity span",
    "Slots": "vote",
    "Vote": "for against abstain absent unanimous span",
    "Account": "article span trigger time status claim",
    "Claim": "id article statement speaker chain ground cue stance content direct said about",
    "Speaker": "entity span kind",
    "Link": "role entity span",
    "About": "events figures",
    "Figure": "id label counted unit part_of support agreement points",
    "Point": "value scope status as_of stated_by span relation why",
    "StatedBy": "article claim",
    "Value": "low high number bound text",
    "Difference": "id kind rank about slot sides note",
    "Side": "value accounts articles",
    "Procedure": "id kind subject party next next_actor rule stages provisions",
    "Subject": "name entity",
    "Stage": "stage label state implied time body vote evidence support",
    "Provision": "article obligation condition basis relation",
    "Support": "articles outlets independent origins",
}
"""The keys of every object, as the design of the record names them."""
WORDS = {
    "ParagraphKind": "body standfirst headline byline dateline caption header donation comments subscription related"
    " share gallery notice navigation other",
    "Status": "happened ongoing planned possible denied claimed",
    "Agreement": "single agree differ",
    "Relation": "scope status same finer rounding overlap update conflict unclear wording",
    "EntityType": "person organization place group law event other",
    "SpeakerKind": "person organization group document media unnamed unknown",
    "Stance": "assert confirm estimate predict promise demand warn accuse deny doubt decline praise criticise ask"
    " think",
}
"""The words of every closed list, as the design of the record names them."""


def sample(kind: Any, *, empty: bool) -> Any:
    """Return a value of a type of the record: with everything known, or with nothing that may be unknown."""
    plain: dict[Any, Any] = {str: "text", int: 7, float: 0.5, bool: True, date: date(2031, 3, 13), NoneType: None}
    if kind in plain:
        return plain[kind]
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    if get_origin(kind) is tuple:
        return () if empty else (sample(get_args(kind)[0], empty=empty),) * 2
    if get_origin(kind) in (Union, UnionType):
        return sample(next(arm for arm in get_args(kind) if (arm is NoneType) == empty), empty=empty)
    fields = {name: sample(hint, empty=empty) for name, hint in get_type_hints(kind).items()}
    return kind(**fields)


def objects(value: object) -> list[msgspec.Struct]:
    """Return every object within a record, the record included."""
    if isinstance(value, msgspec.Struct):
        return [value, *(part for name in value.__struct_fields__ for part in objects(getattr(value, name)))]
    if isinstance(value, tuple):
        return [part for item in value for part in objects(item)]
    return []


FULL: Record = sample(Record, empty=False)
EMPTY: Record = sample(Record, empty=True)
SCHEMA: dict[str, Any] = json.loads(schema_json())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
MADE_UP = pytest.mark.parametrize("record", [FULL, EMPTY], ids=["full", "empty"])


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_published_schema_is_that_of_the_types() -> None:
    assert PUBLISHED_SCHEMA.read_bytes() == schema_json()


def test_the_record_of_the_example_is_valid(tamarel: Record) -> None:
    assert list(VALIDATOR.iter_errors(json.loads(record_json(tamarel)))) == []


def test_the_record_of_a_hostile_story_is_valid(hostile: Record) -> None:
    assert list(VALIDATOR.iter_errors(json.loads(record_json(hostile)))) == []


@MADE_UP
def test_a_record_with_everything_or_nothing_in_it_is_valid(record: Record) -> None:
    assert list(VALIDATOR.iter_errors(json.loads(record_json(record)))) == []


@pytest.mark.parametrize("key", ["articles", "rejections", "title", "generator"])
def test_a_record_without_one_of_its_keys_is_not_valid(key: str) -> None:
    written = json.loads(record_json(FULL))
    del written[key]
    assert not VALIDATOR.is_valid(written)


def test_a_record_with_an_unknown_key_is_not_valid() -> None:
    assert not VALIDATOR.is_valid({**json.loads(record_json(FULL)), "truth": True})


def test_the_record_of_the_example_comes_back_equal(tamarel: Record) -> None:
    assert msgspec.json.decode(record_json(tamarel), type=Record) == tamarel


def test_the_record_of_a_hostile_story_comes_back_equal(hostile: Record) -> None:
    assert msgspec.json.decode(record_json(hostile), type=Record) == hostile


@MADE_UP
def test_any_record_comes_back_equal(record: Record) -> None:
    assert msgspec.json.decode(record_json(record), type=Record) == record


@pytest.mark.parametrize("name", SHAPES)
def test_every_key_of_the_design_is_written_even_when_nothing_is_known(name: str) -> None:
    kind = getattr(records, name)
    for empty in (False, True):
        written = json.loads(msgspec.json.encode(sample(kind, empty=empty)))
        assert set(SHAPES[name].split()) <= set(written)


def test_the_full_record_holds_every_object_of_the_design() -> None:
    assert {type(found).__name__ for found in objects(FULL)} >= set(SHAPES)


@pytest.mark.parametrize("name", SHAPES)
def test_nothing_known_is_null_and_none_is_an_empty_list(name: str) -> None:
    written = json.loads(msgspec.json.encode(sample(getattr(records, name), empty=True)))
    unknown = [value for value in written.values() if not isinstance(value, str | int | float | dict)]
    assert all(value is None or value == [] for value in unknown)


def test_the_schema_requires_every_key_that_is_always_written() -> None:
    optional = {
        name: sorted(set(found["properties"]) - set(found.get("required", ())))
        for name, found in SCHEMA["$defs"].items()
        if "properties" in found
    }
    assert {name: keys for name, keys in optional.items() if keys} == {}


@pytest.mark.parametrize("name", WORDS)
def test_the_words_of_every_closed_list_are_those_of_the_design(name: str) -> None:
    modules = (records.article, records.findings)
    found = next(getattr(module, name) for module in modules if hasattr(module, name))
    assert sorted(get_args(found)) == sorted(WORDS[name].split())


def test_dates_are_written_in_iso_8601() -> None:
    assert json.loads(record_json(FULL))["articles"][0]["published"]["earliest"] == "2031-03-13"


def test_the_json_is_utf_8_that_a_person_can_read(hostile: Record) -> None:
    written = record_json(hostile).decode("utf-8")
    assert written.endswith("}\n")
    assert "\n  {\n   " in written


def test_text_is_written_as_it_was_read(article_of: Callable[..., Article], record_of: Callable[..., Record]) -> None:
    text = '“é\u0301 \U0001f600 \u202e </script> \\ " \x00 \x7f”'
    written = json.loads(record_json(record_of(article_of(text))))
    assert written["articles"][0]["text"] == text
