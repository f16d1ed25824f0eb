"""``rashomon build``: the main job."""

import sys
from datetime import date
from pathlib import Path

import click

from rashomon.cli import options
from rashomon.cli.day import iso_day
from rashomon.cli.left_out import report_later, report_rejections
from rashomon.cli.progress import reading
from rashomon.errors import RashomonError
from rashomon.languages.procedures import definition_from
from rashomon.pipeline import gathered, record_of
from rashomon.publish import excerpted, write
from rashomon.publish.shown import shown


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help="Folder to write to; made if missing.",
)
@click.option(
    "--as-of",
    callback=iso_day,
    metavar="DATE",
    help="Use only articles published up to DATE (year-month-day).",
)
@options.definitions
@click.option("--excerpts", is_flag=True, help="Write only the cited sentences, not the full texts.")
@options.jobs
def build(
    *,
    paths: tuple[str, ...],
    out: Path,
    as_of: date | None,
    definitions: tuple[Path, ...],
    excerpts: bool,
    jobs: int,
) -> None:
    """Read the articles in PATH... and write index.html, record.json and record.md.

    A PATH is a file (text, HTML, PDF, JSONL), a folder, or a quoted glob pattern. What can't be read is listed in the
    record with the reason, and the rest goes on.

    With --as-of the record is the one that could be made on that day: an article counts when its date, or the end of
    the days on which it can have been published, is not later. All articles given help to date one another first.
    """
    try:
        own = [definition_from(path) for path in definitions]
        with reading(jobs) as each:
            found = gathered(paths, each)
        record = record_of(found, as_of, own)
        page = write(excerpted(record) if excerpts else record, out)
    except RashomonError as error:
        raise click.ClickException(shown(str(error))) from error
    report_rejections(record.rejections)
    report_later(found, as_of)
    if sys.stderr.isatty():
        click.echo(f"{len(record.articles)} articles in {page}", err=True)
