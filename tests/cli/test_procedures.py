"""Tests of ``rashomon procedures``: how far every measure has come."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from rashomon.cli import main
from rashomon.languages.procedures import Count, Definition, Ending, Mark, Reopening, StageRule, definition_of
from rashomon.publish import record_json
from rashomon.publish.register import Register
from tests.publish.conftest import Accord, Weir, accord, weir

DOCS = Path(__file__).parents[2] / "docs" / "procedures.md"
PARTS = (Definition, StageRule, Mark, Ending, Reopening, Count)
Run = Callable[..., Result]
STYLE = re.compile("\x1b\\[[0-9;]*m")

__all__ = ["accord", "weir"]


@pytest.fixture
def run(accord: Accord, weir: Weir, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return the command, which runs beside two records."""
    for name, record in {"accord": accord.record, "weir": weir.record}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "record.json").write_bytes(record_json(record))
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, ("procedures", *arguments))


def test_a_table_has_a_line_for_each_procedure(run: Run) -> None:
    result = run("accord", "weir/record.json")
    assert (result.exit_code, result.stderr) == (0, "")
    head, line = result.stdout.splitlines()
    assert head.split("  ")[0] == "Measure"
    assert line.split() == "Ferrel: River Accord Upper house 2031-03-20 unanimous mayor: signed into law".split()


def test_on_a_terminal_a_line_is_as_long_as_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Console, "is_terminal", True)
    for width in (20, 60, 80):
        monkeypatch.setenv("COLUMNS", str(width))
        lines = STYLE.sub("", run("accord").stdout).splitlines()
        assert len(lines) == 2
        assert {len(line) <= width for line in lines} == {True}
        assert ("…" in lines[1]) == (width < 80)


def test_a_story_without_a_procedure_says_so(run: Run) -> None:
    result = run("weir")
    assert result.exit_code == 0
    assert result.stdout == "No account tells of a measure that goes through a procedure.\n"


def test_json_and_open_civic_data_can_be_printed(run: Run) -> None:
    register = msgspec.json.decode(run("accord", "--format", "json").stdout, type=Register)
    assert [one.subject.name for one in register.stories[0].procedures] == ["River Accord"]
    assert set(json.loads(run("accord", "--format", "ocd").stdout)) == {"organizations", "bills", "vote_events"}


def test_hidden_characters_are_written_out(run: Run, accord: Accord) -> None:
    subject = msgspec.structs.replace(accord.moved.subject, name="River\u202e \x1b[31m[bold]Accord")
    moved = msgspec.structs.replace(accord.moved, subject=subject)
    Path("accord/record.json").write_bytes(record_json(msgspec.structs.replace(accord.record, procedures=(moved,))))
    assert "Ferrel: River[U+202E] ␛[31m[bold]Accord" in run("accord").stdout


def test_articles_can_be_given(run: Run) -> None:
    Path("weir.txt").write_text("The weir of Ferrel broke on Monday. Nobody was hurt, the council said. " * 4, "utf-8")
    result = run("weir.txt", "--jobs", "1", "--as-of", "2031-03-14")
    assert result.exit_code == 1
    assert "no article has a date" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("accord", "--as-of", "2031-03-14"), "--as-of needs articles"),
        (("accord", "."), "give articles or records, not both"),
        (("accord", "--format", "xml"), "'xml' is not one of"),
        ((), "Missing argument"),
    ],
)
def test_what_does_not_go_together_is_not_understood(run: Run, arguments: tuple[str, ...], reason: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert reason in result.stderr


def test_the_definition_in_the_documentation_is_one() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert [stage.id for stage in definition_of(example, "docs").stage] == ["submitted", "lower_house", "in_force"]


def test_the_documentation_names_every_key_of_a_definition() -> None:
    text = DOCS.read_text("utf-8")
    keys = {key for part in PARTS for key in part.__struct_fields__}
    assert {key for key in keys if f"`{key}`" not in text and f"`[[{key}]]`" not in text} == set()


def test_what_is_no_record_is_named(run: Run) -> None:
    Path("notes.json").write_text("[1]", "utf-8")
    result = run("notes.json")
    assert result.exit_code == 1
    assert "'notes.json' is no record that this release reads" in result.stderr


TOLL = (
    "The lower house of Kestravia approved the river toll on Friday by 88 votes to 12.\n\n"
    "The river office proposed the toll in January. It would be paid by every barge that passes the lock at Osk. "
    "Boatmen had protested against the toll for weeks, and the mayor of Osk said that the town would lose its market."
)


def test_a_procedure_of_ones_own_is_followed(run: Run) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    Path("toll.toml").write_text(example, "utf-8")
    article = {"outlet": "Osk Ledger", "date": "2031-03-14", "title": "Lower house approves river toll", "text": TOLL}
    Path("toll.jsonl").write_text(json.dumps(article) + "\n", "utf-8")
    assert "No account" in run("toll.jsonl", "--jobs", "1").stdout
    result = run("toll.jsonl", "--jobs", "1", "--definitions", "toll.toml")
    assert "Lower house  2031-03-14  88–12" in result.stdout


def test_what_is_wrong_with_a_definition_is_named_with_its_line(run: Run) -> None:
    Path("toll.toml").write_text('id = "toll"\nlabel = "Toll"\nmeasure = ["toll"]\n', "utf-8")
    result = run("toll.jsonl", "--definitions", "toll.toml")
    assert result.exit_code == 1
    assert "toll.toml: line 3: unknown key `measure`" in result.stderr
