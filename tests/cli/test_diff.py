"""Tests of ``rashomon diff``: two records, or one story at two days."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from rashomon.cli import main
from rashomon.pipeline import gathered, record_of
from rashomon.publish import record_json
from rashomon.records.changes import Changes

Run = Callable[..., Result]
ACCOUNTS = Path(__file__).parents[2] / "examples" / "tamarel" / "accounts"
PAGES = Path(__file__).parents[3] / "shared" / "stories" / "pact"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the records of the example story on two days."""
    path = tmp_path_factory.mktemp("records")
    found = gathered([str(ACCOUNTS)])
    for name, day in {"old": date(2031, 3, 13), "new": date(2031, 3, 27)}.items():
        (path / name).mkdir()
        (path / name / "record.json").write_bytes(record_json(record_of(found, day)))
    return path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return the command, which runs beside the two records."""
    monkeypatch.chdir(folder)
    return lambda *arguments: CliRunner().invoke(main, ("diff", *arguments))


def changes(result: Result) -> Changes:
    """Return what was printed as JSON."""
    assert result.exit_code == 0
    return msgspec.json.decode(result.stdout, type=Changes)


def test_two_records_can_be_files_or_folders(run: Run) -> None:
    by_folder, by_file = run("old", "new"), run("old/record.json", "new/record.json")
    assert (by_folder.exit_code, by_folder.stderr) == (0, "")
    assert by_folder.stdout == by_file.stdout


def test_a_story_at_two_days_gives_the_same_as_its_records(run: Run) -> None:
    at_days = run(str(ACCOUNTS), "--since", "2031-03-13", "--as-of", "2031-03-27", "--format", "json")
    assert at_days.stdout == run("old", "new", "--format", "json").stdout


def test_without_a_later_day_the_last_article_ends_the_comparison(run: Run) -> None:
    result = run(str(ACCOUNTS), "--since", "2031-03-13")
    assert result.stdout == run("old", "new").stdout
    assert result.stderr == "not read: empty-tab.txt: an empty file\n"


def test_the_vote_of_the_upper_house_was_planned_and_has_happened(run: Run) -> None:
    first = changes(run("old", "new", "--format", "json")).changes[0]
    assert (first.kind, first.subject, first.was, first.now) == ("updated", "event", "planned", "happened")
    assert first.time is not None
    assert str(first.time.earliest) == "2031-03-26"
    assert "ratified" in first.label


def test_nothing_is_withdrawn_as_a_story_goes_on(run: Run) -> None:
    assert "withdrawn" not in {one.kind for one in changes(run("old", "new", "--format", "json")).changes}


def test_a_record_and_itself_show_no_change(run: Run) -> None:
    result = run("new", "new")
    assert result.exit_code == 0
    assert result.stdout.endswith("Nothing changed.\n")


def test_all_lines_can_be_printed(run: Run) -> None:
    assert "--all lists them" in run("old", "new").stdout
    assert "--all lists them" not in run("old", "new", "--all").stdout


def test_markdown_can_be_printed(run: Run) -> None:
    assert run("old", "new", "--format", "md").stdout.startswith("# What changed\n")


def test_what_is_no_record_is_named(run: Run, folder: Path) -> None:
    (folder / "notes.json").write_text("[1]")
    result = run("notes.json", "new")
    assert result.exit_code == 1
    assert "'notes.json' is no record that this release reads" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("old",), "give two records, or articles with --since DATE"),
        (("old", "new", "old"), "give two records, or articles with --since DATE"),
        (("old", "new", "--as-of", "2031-03-13"), "--as-of needs --since"),
        (("old", "--since", "2031-03-13", "--as-of", "2031-03-12"), "--as-of 2031-03-12 is before --since 2031-03-13"),
        (("old", "--since", "lately"), "'lately' is not written as year-month-day"),
        ((), "Missing argument"),
    ],
)
def test_what_does_not_go_together_is_not_understood(run: Run, arguments: tuple[str, ...], reason: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert reason in result.stderr


@pytest.mark.skipif(not PAGES.is_dir(), reason="the pact pages are not there")
def test_the_pact_pages_of_november_bring_the_vote_of_6_november(run: Run) -> None:
    found = changes(run(str(PAGES), "--since", "2024-10-25", "--as-of", "2024-11-07", "--format", "json"))
    new = [one for one in found.changes if one.kind == "new"]
    first = next(one for one in new if one.subject == "event")
    assert (first.time and str(first.time.earliest), first.now) == ("2024-11-06", "happened")
    assert len([one for one in new if one.subject == "article"]) == 2
    assert not {one.kind for one in found.changes} & {"withdrawn", "settled"}
