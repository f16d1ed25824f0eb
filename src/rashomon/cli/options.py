"""Options that several commands have."""

from pathlib import Path

import click

jobs = click.option(
    "--jobs", type=click.IntRange(min=0), default=0, show_default="as many cores as pay", help="Processes that read."
)
definitions = click.option(
    "--definitions",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="A procedure of your own in TOML; can be given several times.",
)
