"""``rashomon diff``: what changed."""

from datetime import date
from pathlib import Path
from typing import Literal

import click

from rashomon.cli import options
from rashomon.cli.day import iso_day
from rashomon.cli.left_out import report_later, report_rejections
from rashomon.cli.progress import reading
from rashomon.errors import RashomonError
from rashomon.pipeline import gathered, last_day, record_of
from rashomon.publish.changes import changes_json, changes_markdown, changes_text
from rashomon.publish.shown import shown
from rashomon.publish.stored import read_record
from rashomon.reconcile.changes import changes_between
from rashomon.records.changes import Changes

RECORDS = 2


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="OLD NEW | PATH...")
@click.option(
    "--since", callback=iso_day, metavar="DATE", help="Compare the story of PATH... as of DATE with what came later."
)
@click.option("--as-of", callback=iso_day, metavar="DATE", help="With --since: use only articles published up to DATE.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "md", "json"]),
    default="text",
    show_default=True,
    help="How to print.",
)
@click.option("--all", "is_all", is_flag=True, help="Print every line, not only the first ten of a kind.")
@options.jobs
def diff(
    *,
    paths: tuple[str, ...],
    since: date | None,
    as_of: date | None,
    form: Literal["text", "md", "json"],
    is_all: bool,
    jobs: int,
) -> None:
    """Print what is new, updated, withdrawn or newly disputed, with the words that say so.

    OLD and NEW are two records: record.json files, or folders that hold one. With --since the PATHs are articles, as
    for build: the record of that day is compared with that of --as-of, or of the last article.

    An event or a statement is new when an article tells it that OLD does not have; withdrawn when all articles that
    told it are gone or were changed. Ends with 0, whether there are changes or not.
    """
    try:
        changes = _of_records(paths, as_of) if since is None else _of_story(paths, since, as_of, jobs)
    except RashomonError as error:
        raise click.ClickException(shown(str(error))) from error
    if form == "json":
        click.echo(changes_json(changes), nl=False)
    elif form == "md":
        click.echo(changes_markdown(changes), nl=False)
    else:
        click.echo(changes_text(changes, None) if is_all else changes_text(changes), nl=False)


def _of_records(paths: tuple[str, ...], as_of: date | None) -> Changes:
    if as_of is not None:
        raise click.UsageError("--as-of needs --since; of two records each is as of its own day")
    if len(paths) != RECORDS:
        raise click.UsageError("give two records, or articles with --since DATE")
    old, new = (read_record(Path(path)) for path in paths)
    return changes_between(old, new)


def _of_story(paths: tuple[str, ...], since: date, as_of: date | None, jobs: int) -> Changes:
    if as_of is not None and as_of < since:
        raise click.UsageError(f"--as-of {as_of} is before --since {since}")
    with reading(jobs) as each:
        found = gathered(paths, each)
    day = as_of or max(last_day(found) or since, since)
    old, new = record_of(found, since), record_of(found, day)
    report_rejections(new.rejections)
    report_later(found, day)
    return changes_between(old, new)
