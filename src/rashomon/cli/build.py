"""``rashomon build``: the main job."""

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from rashomon.errors import RashomonError
from rashomon.pipeline import build as build_record
from rashomon.publish import excerpted, write
from rashomon.publish.shown import shown, shown_line
from rashomon.records import Record
from rashomon.run import on_cores

LISTED = 20
"""Rejections that are listed one by one; the record lists them all."""


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help="Folder to write to; made if missing.",
)
@click.option("--excerpts", is_flag=True, help="Write only the cited sentences, not the full texts.")
@click.option(
    "--jobs", type=click.IntRange(min=0), default=0, show_default="as many cores as pay", help="Processes that read."
)
def build(*, paths: tuple[str, ...], out: Path, excerpts: bool, jobs: int) -> None:
    """Read the articles in PATH... and write index.html, record.json and record.md.

    A PATH is a file (text, HTML, PDF, JSONL), a folder, or a quoted glob pattern. What can't be read is listed in the
    record with the reason, and the rest goes on.
    """
    try:
        with _progress() as progress:
            task = progress.add_task("reading", total=None)
            record = build_record(
                paths, on_cores(jobs, lambda number, total: progress.update(task, completed=number, total=total))
            )
        page = write(excerpted(record) if excerpts else record, out)
    except RashomonError as error:
        raise click.ClickException(shown(str(error))) from error
    _report(record, page)


def _progress() -> Progress:
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def _report(record: Record, page: Path) -> None:
    """Say on standard error what was left out and, on a terminal, what was written."""
    for rejection in record.rejections[:LISTED]:
        click.echo(f"not read: {shown_line(rejection.source)}: {shown_line(rejection.reason)}", err=True)
    if len(record.rejections) > LISTED:
        click.echo(f"not read: {len(record.rejections) - LISTED} more, listed in record.json", err=True)
    if sys.stderr.isatty():
        click.echo(f"{len(record.articles)} articles in {page}", err=True)
