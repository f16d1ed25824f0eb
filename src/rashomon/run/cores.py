"""Reading on the cores of this machine, and what happens when an input brings its reader down."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool

from rashomon.pipeline import Each, Outcome
from rashomon.read import Source
from rashomon.records import Rejection

CONTEXT = multiprocessing.get_context("spawn")
WORTH_IT = 64
"""Inputs from which starting further processes pays."""
AHEAD = 4
"""Inputs that are handed out for each process at a time."""
CRASH = "brought the reader down (memory or a fault in a library); read it alone to learn more"


def on_cores(jobs: int, done: Callable[[int, int], None]) -> Each:
    """Return a mapper that reads on ``jobs`` processes, 0 = as many as pay, and calls ``done(read, all)`` as it goes.

    With several processes an input that kills its own becomes a rejection, and the others are read all the same. With
    one, which is this process, nothing guards it.
    """

    def each(read: Callable[[Source], Outcome], sources: Sequence[Source]) -> Iterator[Outcome]:
        workers = jobs or (min(os.cpu_count() or 1, len(sources)) if len(sources) >= WORTH_IT else 1)
        outcomes = map(read, sources) if workers == 1 else _in_processes(read, sources, workers)
        for number, outcome in enumerate(outcomes, start=1):
            done(number, len(sources))
            yield outcome

    return each


def _in_processes(read: Callable[[Source], Outcome], sources: Sequence[Source], workers: int) -> Iterator[Outcome]:
    left = list(reversed(sources))
    while left:
        suspects: list[Source] = []
        yield from _until_broken(read, left, suspects, workers)
        for source in suspects:
            yield _alone(read, source)


def _until_broken(
    read: Callable[[Source], Outcome], left: list[Source], suspects: list[Source], workers: int
) -> Iterator[Outcome]:
    """Read what is ``left``, taking it from the end, until a process dies; what was then under way becomes suspect."""
    running: dict[Future[Outcome], Source] = {}
    with ProcessPoolExecutor(workers, mp_context=CONTEXT) as pool:
        while left or running:
            try:
                while left and len(running) < AHEAD * workers:
                    future = pool.submit(read, left[-1])
                    running[future] = left.pop()
            except BrokenProcessPool:
                break
            finished, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in finished:
                if not isinstance(future.exception(), BrokenProcessPool):
                    running.pop(future)
                    yield future.result()
            if any(future in running for future in finished):
                break
    suspects += running.values()


def _alone(read: Callable[[Source], Outcome], source: Source) -> Outcome:
    """Read one input in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=CONTEXT) as pool:
        try:
            return pool.submit(read, source).result()
        except BrokenProcessPool:
            return [Rejection(source=source.name, reason=CRASH)]
