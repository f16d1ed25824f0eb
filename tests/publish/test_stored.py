"""Tests of ``rashomon.publish.stored``: reading back a record, and what is no record."""

from pathlib import Path

import msgspec
import pytest

from rashomon.errors import NotARecord
from rashomon.publish import excerpted, record_json
from rashomon.publish.stored import is_record, read_record
from rashomon.records import Record
from tests.publish.conftest import Accord


@pytest.fixture
def stored(tmp_path: Path, tamarel: Record) -> Path:
    """Return the file of a record."""
    path = tmp_path / "record.json"
    path.write_bytes(record_json(tamarel))
    return path


def test_a_record_is_read_back_from_its_file_or_folder(stored: Path, tamarel: Record) -> None:
    assert read_record(stored) == tamarel
    assert read_record(stored.parent) == tamarel


def test_excerpts_are_read_back(stored: Path, tamarel: Record) -> None:
    short = excerpted(tamarel)
    stored.write_bytes(record_json(short))
    assert read_record(stored) == short


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no record that this release reads"),
        (b"\xff\xfe\x00", "no record that this release reads"),
        (b"<html></html>", "no record that this release reads"),
        (b"[]", "no record that this release reads"),
        (b"{}", "it has no schema"),
        (b'{"schema": 7}', "no record that this release reads"),
        (b'{"schema": "rashomon.record/9"}', "it has the schema 'rashomon.record/9', this release reads"),
        (b'{"schema": "rashomon.record/1"}', "missing required field"),
        (b'{"schema": "rashomon.record/1", "x": ' + b"[" * 100_000, "no record"),
    ],
)
def test_what_is_no_record_is_named_with_the_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "old.json").write_bytes(content)
    with pytest.raises(NotARecord, match=r"old\.json.*") as raised:
        read_record(tmp_path / "old.json")
    assert reason in str(raised.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotARecord, match=r"no such file: .*nowhere"):
        read_record(tmp_path / "nowhere")


def test_a_folder_without_a_record_is_told_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(NotARecord, match=r"there is no record\.json in .*write one with rashomon build"):
        read_record(tmp_path)


def test_a_record_that_cites_what_is_not_there_is_broken(stored: Path) -> None:
    content = msgspec.json.decode(stored.read_bytes())
    content["claims"][0]["cue"]["start"] += 1
    stored.write_bytes(msgspec.json.encode(content))
    with pytest.raises(NotARecord, match="does not say what is cited from characters"):
        read_record(stored)


@pytest.mark.parametrize(("part", "key"), [("claims", "article"), ("readings", "article")])
def test_a_record_that_names_an_article_that_it_does_not_hold_is_broken(stored: Path, part: str, key: str) -> None:
    content = msgspec.json.decode(stored.read_bytes())
    content[part][0][key] = "f" * 16
    stored.write_bytes(msgspec.json.encode(content))
    with pytest.raises(NotARecord, match="it cites the article 'ffffffffffffffff', which it does not hold"):
        read_record(stored)


def test_a_copy_of_no_article_is_broken(stored: Path) -> None:
    content = msgspec.json.decode(stored.read_bytes())
    content["articles"][0]["copy_of"] = "f" * 16
    stored.write_bytes(msgspec.json.encode(content))
    with pytest.raises(NotARecord, match="a copy of one that is not there"):
        read_record(stored)


@pytest.mark.parametrize(("part", "key", "reason"), [("events", "accounts", "an event has no account")])
def test_a_thing_that_rests_on_nothing_is_broken(stored: Path, part: str, key: str, reason: str) -> None:
    content = msgspec.json.decode(stored.read_bytes())
    content[part][0][key] = []
    stored.write_bytes(msgspec.json.encode(content))
    with pytest.raises(NotARecord, match=reason):
        read_record(stored)


def test_a_procedure_without_a_stage_is_broken(accord: Accord, tmp_path: Path) -> None:
    moved = msgspec.structs.replace(accord.moved, stages=())
    path = tmp_path / "record.json"
    path.write_bytes(record_json(msgspec.structs.replace(accord.record, procedures=(moved,))))
    with pytest.raises(NotARecord, match="a procedure has no stage"):
        read_record(path)


def test_a_file_of_json_and_a_folder_that_holds_one_are_records(stored: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    named = (stored, stored.parent, tmp_path / "gone.json", tmp_path / "empty", tmp_path / "weir.txt")
    assert [is_record(path) for path in named] == [True, True, True, False, False]
