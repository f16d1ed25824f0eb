"""What is said on standard error of inputs that are not in a record."""

from collections.abc import Sequence
from datetime import date

import click

from rashomon.pipeline import Gathered, left_out
from rashomon.publish.shown import shown_line
from rashomon.records import Rejection

LISTED = 20
"""Rejections that are listed one by one; the record lists them all."""


def report_rejections(rejections: Sequence[Rejection]) -> None:
    """Name the inputs that a record rejects, each with its reason."""
    for rejection in rejections[:LISTED]:
        click.echo(f"not read: {shown_line(rejection.source)}: {shown_line(rejection.reason)}", err=True)
    if len(rejections) > LISTED:
        click.echo(f"not read: {len(rejections) - LISTED} more, listed in record.json", err=True)


def report_later(found: Gathered, as_of: date | None) -> None:
    """Count the articles that the record of a day leaves out because they are later, or may be."""
    later = 0 if as_of is None else left_out(found, as_of)
    if later:
        count = "1 article that is" if later == 1 else f"{later} articles that are"
        click.echo(f"left out: {count}, or may be, later than {as_of}", err=True)
