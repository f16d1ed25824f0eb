"""A day as it is written on the command line."""

import re
from datetime import date

import click

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def iso_day(_context: click.Context, _option: click.Parameter, written: str | None) -> date | None:
    """Return the day of the calendar that an option gives as year-month-day (ISO 8601)."""
    if written is None:
        return None
    if not ISO_DAY.fullmatch(written):
        raise click.BadParameter(f"{written!r} is not written as year-month-day, like 2031-03-14")
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise click.BadParameter(f"{written!r} is no day of the calendar") from error
