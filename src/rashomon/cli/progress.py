"""How far the reading is, shown on a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from rashomon.pipeline import Each
from rashomon.run import on_cores


@contextmanager
def reading(jobs: int) -> Iterator[Each]:
    """Read on ``jobs`` processes, 0 = as many as pay, with a bar on standard error where that is a terminal."""
    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as progress:
        task = progress.add_task("reading", total=None)
        yield on_cores(jobs, lambda number, total: progress.update(task, completed=number, total=total))
