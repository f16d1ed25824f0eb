"""Tests of ``rashomon build --as-of``."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from rashomon.cli import main
from rashomon.records import Record

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harmless: str) -> Run:
    """Return the command, which runs in a folder with two accounts of two days."""
    monkeypatch.chdir(tmp_path)
    for name, day in {"a": "2031-05-01", "b": "2031-05-03"}.items():
        (tmp_path / f"{name}.txt").write_text(f"{harmless}\nThe letter was the {name} of six that came that week.\n")
        (tmp_path / f"{name}.meta.toml").write_text(f'date = "{day}"\n')
    return lambda *arguments: CliRunner().invoke(main, arguments)


def test_the_record_says_its_day_and_what_is_left_out_is_counted(run: Run, tmp_path: Path) -> None:
    result = run("build", "a.txt", "b.txt", "--as-of", "2031-05-02", "--out", "out")
    assert result.exit_code == 0
    assert result.stderr == "left out: 1 article that is, or may be, later than 2031-05-02\n"
    record = msgspec.json.decode((tmp_path / "out" / "record.json").read_bytes(), type=Record)
    assert (record.as_of, [article.source for article in record.articles]) == (date(2031, 5, 2), ["a.txt"])


def test_nothing_is_said_when_all_articles_count(run: Run) -> None:
    result = run("build", "a.txt", "b.txt", "--as-of", "2099-01-01", "--out", "out")
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_day_before_all_articles_writes_nothing(run: Run, tmp_path: Path) -> None:
    result = run("build", "a.txt", "--as-of", "2031-04-01", "--out", "out")
    assert result.exit_code == 1
    assert "no article was published by 2031-04-01, nothing was written" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2031-5-1", "is not written as year-month-day"),
        ("20310501", "is not written as year-month-day"),
        ("1 May 2031", "is not written as year-month-day"),
        ("2031-02-30", "is no day of the calendar"),
        ("0000-01-01", "is no day of the calendar"),
    ],
)
def test_what_is_no_day_is_not_understood(run: Run, written: str, reason: str) -> None:
    result = run("build", "a.txt", "--as-of", written, "--out", "out")
    assert result.exit_code == 2
    assert f"'{written}' {reason}" in result.stderr
