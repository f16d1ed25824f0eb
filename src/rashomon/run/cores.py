"""Reading on the cores of this machine, and what happens when an input brings its reader down."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool

from rashomon.pipeline import Each, Outcome
from rashomon.read import Source
from rashomon.records import Rejection

WORTH_IT = 64
"""Inputs from which starting further processes pays."""
WAITING = 8
"""Inputs handed to each process ahead of time."""
CRASH = "brought the reader down (memory or a fault in a library); read it alone to learn more"


def on_cores(jobs: int, done: Callable[[int, int], None]) -> Each:
    """Return a mapper that reads on ``jobs`` processes, 0 = as many as pay, and calls ``done(read, all)`` as it goes.

    An input that kills its process becomes a rejection; the others are read all the same.
    """

    def each(read: Callable[[Source], Outcome], sources: Sequence[Source]) -> Iterator[Outcome]:
        workers = jobs or (min(os.cpu_count() or 1, len(sources)) if len(sources) >= WORTH_IT else 1)
        outcomes = map(read, sources) if workers == 1 else _in_processes(read, sources, workers)
        for number, outcome in enumerate(outcomes, start=1):
            done(number, len(sources))
            yield outcome

    return each


def _in_processes(read: Callable[[Source], Outcome], sources: Sequence[Source], workers: int) -> Iterator[Outcome]:
    context = multiprocessing.get_context("spawn")
    left = list(reversed(sources))
    suspects: list[Source] = []
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        running: dict[Future[Outcome], Source] = {}
        while left or running:
            try:
                while left and len(running) < workers * WAITING:
                    future = pool.submit(read, left[-1])
                    running[future] = left.pop()
            except BrokenProcessPool:
                suspects += [*left, *running.values()]
                break
            finished, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in finished:
                source = running.pop(future)
                if isinstance(future.exception(), BrokenProcessPool):
                    suspects.append(source)
                else:
                    yield future.result()
    for source in suspects:
        yield _alone(read, source, context)


def _alone(read: Callable[[Source], Outcome], source: Source, context: multiprocessing.context.SpawnContext) -> Outcome:
    """Read one input in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        try:
            return pool.submit(read, source).result()
        except BrokenProcessPool:
            return [Rejection(source=source.name, reason=CRASH)]
