"""Tests of ``rashomon.cli``: what is written, what is said where, and with which exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from rashomon.cli import main
from rashomon.publish import schema_json
from rashomon.records import Record

WRITTEN = ["index.html", "record.json", "record.md"]
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return the command, which runs in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, arguments)


@pytest.fixture
def weir(tmp_path: Path, harmless: str) -> Path:
    """Return the file of one article."""
    path = tmp_path / "weir.txt"
    path.write_text(harmless)
    return path


def files_in(folder: Path) -> list[str]:
    """Return the names of all files in a folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


def written(folder: Path) -> Record:
    """Return the record that was written."""
    return msgspec.json.decode((folder / "record.json").read_bytes(), type=Record)


@pytest.mark.usefixtures("weir")
def test_build_writes_three_files(run: Run, tmp_path: Path) -> None:
    result = run("build", "weir.txt", "--out", "out")
    assert result.exit_code == 0
    assert files_in(tmp_path / "out") == WRITTEN


@pytest.mark.usefixtures("weir")
def test_build_says_nothing_when_all_is_well(run: Run) -> None:
    result = run("build", "weir.txt", "--out", "out")
    assert (result.stdout, result.stderr) == ("", "")


@pytest.mark.usefixtures("weir")
def test_build_makes_the_folders_above(run: Run, tmp_path: Path) -> None:
    assert run("build", "weir.txt", "--out", "a/b/c").exit_code == 0
    assert files_in(tmp_path / "a" / "b" / "c") == WRITTEN


@pytest.mark.usefixtures("weir")
def test_build_replaces_an_older_record_and_leaves_other_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "notes.txt").write_text("mine")
    (tmp_path / "out" / "record.json").write_text("old")
    assert run("build", "weir.txt", "--out", "out").exit_code == 0
    assert files_in(tmp_path / "out") == sorted([*WRITTEN, "notes.txt"])
    assert written(tmp_path / "out").articles[0].source == "weir.txt"


@pytest.mark.usefixtures("weir")
def test_build_again_writes_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        run("build", "weir.txt", "--out", folder)
    for name in WRITTEN:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.usefixtures("weir")
def test_build_does_not_read_what_it_wrote_itself(run: Run, tmp_path: Path) -> None:
    for _ in range(2):
        assert run("build", ".", "--out", "out").exit_code == 0
    assert [article.source for article in written(tmp_path / "out").articles] == ["weir.txt"]


@pytest.mark.usefixtures("weir")
def test_build_takes_a_pattern(run: Run, tmp_path: Path) -> None:
    assert run("build", "w*.txt", "--out", "out").exit_code == 0
    assert written(tmp_path / "out").articles[0].source == "weir.txt"


@pytest.mark.usefixtures("weir")
def test_excerpts_hold_no_uncited_sentence(run: Run, tmp_path: Path, harmless: str) -> None:
    (tmp_path / "weir.txt").write_text(f"{harmless}\nSign up for our weekly letter\n")
    assert run("build", "weir.txt", "--out", "out", "--excerpts").exit_code == 0
    assert written(tmp_path / "out").excerpts
    assert b"weekly letter" not in b"".join((tmp_path / "out" / name).read_bytes() for name in WRITTEN)


def test_a_missing_path_alone_is_named_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    result = run("build", "nowhere.txt", "--out", "out")
    assert result.exit_code == 1
    assert "nowhere.txt: no such file" in result.stderr
    assert "nothing was written" in result.stderr
    assert result.stdout == ""
    assert files_in(tmp_path) == []


@pytest.mark.usefixtures("weir")
def test_a_missing_path_beside_an_article_is_a_rejection(run: Run, tmp_path: Path) -> None:
    result = run("build", "nowhere.txt", "weir.txt", "--out", "out")
    assert result.exit_code == 0
    assert result.stderr == "not read: nowhere.txt: no such file\n"
    assert [rejection.source for rejection in written(tmp_path / "out").rejections] == ["nowhere.txt"]


def test_a_pattern_that_matches_nothing_is_named(run: Run) -> None:
    result = run("build", "*.html", "--out", "out")
    assert result.exit_code == 1
    assert "*.html: the pattern matches no file" in result.stderr


@pytest.mark.usefixtures("weir")
def test_rejections_are_listed_on_standard_error_only(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    result = run("build", ".", "--out", "out")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert [line.split(": ")[:2] for line in result.stderr.splitlines()] == [
        ["not read", "empty.txt"],
        ["not read", "picture.png"],
    ]


@pytest.mark.usefixtures("weir")
def test_many_rejections_are_counted(run: Run, tmp_path: Path) -> None:
    for number in range(25):
        (tmp_path / f"{number:02}.txt").write_text("")
    result = run("build", ".", "--out", "out")
    assert len(result.stderr.splitlines()) == 21
    assert result.stderr.splitlines()[-1] == "not read: 5 more, listed in record.json"
    assert len(written(tmp_path / "out").rejections) == 25


@pytest.mark.usefixtures("weir")
def test_a_name_that_would_steer_the_terminal_is_written_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\u202e.png").write_bytes(b"\x89PNG")
    result = run("build", ".", "--out", "out")
    assert "a␛[2J[U+202E].png" in result.stderr
    assert not {"\x1b", "\u202e"} & set(result.stderr)


@pytest.mark.parametrize("name", ["a\nnot read: b.txt: forged", "long name that is wiped out\rnot read: b.png"])
@pytest.mark.usefixtures("weir")
def test_a_name_with_a_line_break_is_listed_in_one_line(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.png").write_bytes(b"\x89PNG")
    result = run("build", ".", "--out", "out")
    assert result.exit_code == 0
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", ["a\n  b.txt: forged", "long name that is wiped out\r  b.png"])
def test_a_name_with_a_line_break_is_told_in_one_line(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.png").write_bytes(b"\x89PNG")
    result = run("build", ".", "--out", "out")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 3


def test_no_path_is_not_understood(run: Run) -> None:
    result = run("build", "--out", "out")
    assert result.exit_code == 2
    assert "PATH" in result.stderr


@pytest.mark.usefixtures("weir")
def test_no_folder_to_write_to_is_not_understood(run: Run) -> None:
    result = run("build", "weir.txt")
    assert result.exit_code == 2
    assert "--out" in result.stderr


@pytest.mark.parametrize("jobs", ["-1", "many"])
@pytest.mark.usefixtures("weir")
def test_a_number_of_jobs_that_is_none_is_not_understood(run: Run, jobs: str) -> None:
    assert run("build", "weir.txt", "--out", "out", "--jobs", jobs).exit_code == 2


def test_an_unknown_command_is_not_understood(run: Run) -> None:
    assert run("believe").exit_code == 2


@pytest.mark.usefixtures("weir")
def test_a_file_in_the_way_of_the_folder_is_told_with_advice(run: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    result = run("build", "weir.txt", "--out", "taken/out")
    assert result.exit_code == 1
    assert "taken/out" in result.stderr
    assert "give another folder with --out" in result.stderr
    assert (tmp_path / "taken").read_text() == "mine"


@pytest.mark.usefixtures("weir")
def test_a_file_in_place_of_the_folder_is_told_with_advice(run: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    result = run("build", "weir.txt", "--out", "taken")
    assert result.exit_code == 1
    assert "give another folder with --out" in result.stderr


@pytest.mark.usefixtures("weir")
def test_a_folder_in_place_of_a_file_is_told_with_advice(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out" / "record.md").mkdir(parents=True)
    result = run("build", "weir.txt", "--out", "out")
    assert result.exit_code == 1
    assert "give another folder with --out" in result.stderr


@pytest.mark.usefixtures("weir")
def test_a_record_that_cannot_be_written_whole_leaves_the_folder_as_it_was(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out" / "record.md").mkdir(parents=True)
    (tmp_path / "out" / "record.json").write_text("old")
    run("build", "weir.txt", "--out", "out")
    assert files_in(tmp_path / "out") == ["record.json", "record.md"]
    assert (tmp_path / "out" / "record.json").read_text() == "old"


@pytest.mark.usefixtures("weir")
def test_a_file_whose_name_is_not_unicode_stops_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.png")).write_bytes(b"\x89PNG")
    assert run("build", ".", "--out", "out").exit_code == 0


def test_the_schema_is_printed(run: Run) -> None:
    result = run("schema")
    assert result.exit_code == 0
    assert result.stdout.encode() == schema_json()
    assert json.loads(result.stdout)["$ref"] == "#/$defs/Record"


def test_the_version_is_that_of_the_package(run: Run) -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout.split()[-1] == version("rashomon")


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("build", "-h"), ("schema", "--help")])
def test_help_is_given(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 0
    assert "Usage: " in result.stdout


def test_help_tells_the_exit_codes(run: Run) -> None:
    told = " ".join(run("--help").stdout.split())
    for code in ("0 done", "1 nothing was written", "2 the command was not understood"):
        assert code in told


def test_the_module_is_the_command(weir: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rashomon", "build", str(weir), "--out", str(tmp_path / "out")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert files_in(tmp_path / "out") == WRITTEN


def test_a_page_of_someone_else_is_not_overwritten(run: Run, weir: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "out" / "index.html"
    theirs.parent.mkdir()
    theirs.write_text("<p>mine</p>")
    result = run("build", str(weir), "--out", "out")
    assert result.exit_code == 1
    assert "--out" in result.stderr
    assert theirs.read_text() == "<p>mine</p>"


@pytest.mark.usefixtures("weir")
def test_writing_into_the_folder_of_inputs_changes_nothing_next_time(run: Run, tmp_path: Path) -> None:
    first = run("build", ".", "--out", ".")
    record = (tmp_path / "record.json").read_bytes()
    second = run("build", ".", "--out", ".")
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert (tmp_path / "record.json").read_bytes() == record
