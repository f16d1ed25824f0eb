"""``rashomon procedures``: how far every measure has come."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

import click
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rashomon.cli import options
from rashomon.cli.day import iso_day
from rashomon.cli.left_out import report_later, report_rejections
from rashomon.cli.progress import reading
from rashomon.errors import RashomonError
from rashomon.languages.procedures import definition_from
from rashomon.pipeline import gathered, record_of
from rashomon.publish.civic import civic_json
from rashomon.publish.register import register_json, register_rows
from rashomon.publish.shown import shown, shown_line
from rashomon.publish.stored import is_record, read_record
from rashomon.records import Record

COLUMNS = {
    "measure": ("Measure", 1.0),
    "last": ("Last stage", 0.225),
    "day": ("On", 0.13),
    "vote": ("Vote", 0.12),
    "next": ("Next", 0.2),
}
"""The columns by the field that they show: the name, and the most of a line that each takes; the first has the rest."""
GAP = 2
NONE = "No account tells of a measure that goes through a procedure."


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH... | RECORD...")
@click.option("--as-of", callback=iso_day, metavar="DATE", help="Use only articles published up to DATE.")
@options.definitions
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "ocd"]),
    default="table",
    show_default=True,
    help="How to print; ocd is Open Civic Data.",
)
@options.jobs
def procedures(
    *,
    paths: tuple[str, ...],
    as_of: date | None,
    definitions: tuple[Path, ...],
    form: Literal["table", "json", "ocd"],
    jobs: int,
) -> None:
    """Print how far every treaty and bill of a story has come: last stage, last vote, next step and who acts.

    PATHs are articles, as for build. RECORDs are record.json files, or folders that hold one.
    """
    try:
        records = _records(paths, as_of, definitions, jobs)
    except RashomonError as error:
        raise click.ClickException(shown(str(error))) from error
    if form == "json":
        click.echo(register_json(records), nl=False)
    elif form == "ocd":
        click.echo(civic_json(records), nl=False)
    else:
        _print_table(records)


def _records(
    paths: tuple[str, ...], as_of: date | None, definitions: tuple[Path, ...], jobs: int
) -> tuple[Record, ...]:
    stored = [is_record(Path(path)) for path in paths]
    if all(stored):
        if as_of is not None:
            raise click.UsageError("--as-of needs articles; a record is as of its own day")
        if definitions:
            raise click.UsageError("--definitions needs articles; the procedures of a record are made")
        return tuple(read_record(Path(path)) for path in paths)
    if any(stored):
        raise click.UsageError("give articles or records, not both")
    own = [definition_from(path) for path in definitions]
    with reading(jobs) as each:
        found = gathered(paths, each)
    record = record_of(found, as_of, own)
    report_rejections(record.rejections)
    report_later(found, as_of)
    return (record,)


def _print_table(records: Sequence[Record]) -> None:
    """Print a line for each procedure: cut to the width of a terminal, whole where the output is none."""
    rows = [{field: shown_line(getattr(row, field)) for field in COLUMNS} for row in register_rows(records)]
    if not rows:
        click.echo(NONE)
        return
    console = Console()
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
    widths = {field: max(map(cell_len, (name, *(row[field] for row in rows)))) for field, (name, _) in COLUMNS.items()}
    if console.is_terminal:
        widths = _fitting(widths, console.width)
    else:
        console.width = _width(widths)
    for field, (name, _) in COLUMNS.items():
        table.add_column(name, no_wrap=True, overflow="ellipsis", width=widths[field])
    for row in rows:
        table.add_row(*map(Text, row.values()))
    console.print(table)


def _width(columns: Mapping[str, int]) -> int:
    return sum(columns.values()) + GAP * (len(columns) - 1)


def _fitting(longest: Mapping[str, int], width: int) -> dict[str, int]:
    """Return how many characters each column gets on a line of a terminal."""
    if _width(longest) <= width:
        return dict(longest)
    measure, *others = COLUMNS
    found = {field: min(longest[field], max(int(width * COLUMNS[field][1]), 1)) for field in others}
    return {measure: max(width - GAP - _width(found), 1), **found}
