"""Tests of ``rashomon.run``: reading on several processes, and inputs that bring a reader down."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from rashomon.pipeline import Each, Outcome, build
from rashomon.read import Source
from rashomon.records import Rejection
from rashomon.run import on_cores

DEADLY = "deadly"
MANY = 70
"""More inputs than are read in this process when nobody says on how many to read."""


def read_or_die(source: Source) -> Outcome:
    """Say which process read the source; the deadly one ends it. Top level, so that other processes find it."""
    if source.name.startswith(DEADLY):
        os._exit(11)
    return [Rejection(source=source.name, reason=str(os.getpid()))]


def refuse(source: Source) -> Outcome:
    """Fail as a broken program does."""
    raise LookupError(source.name)


def quietly(read: int, total: int) -> None:
    """Do nothing with the progress."""
    assert 0 < read <= total


def sources_of(*names: str) -> list[Source]:
    """Return inputs of these names, which are never opened."""
    return [Source(name=name, path=Path(name)) for name in names]


def outcome_of(each: Each, sources: Sequence[Source]) -> dict[str, str]:
    """Return the reason that comes back for every source, and check that each comes back once."""
    found = [item for outcome in each(read_or_die, sources) for item in outcome if isinstance(item, Rejection)]
    reasons = {item.source: item.reason for item in found}
    assert len(found) == len(reasons)
    return reasons


def test_on_one_core_this_process_reads() -> None:
    names = [f"{number}.txt" for number in range(5)]
    assert outcome_of(on_cores(1, quietly), sources_of(*names)) == dict.fromkeys(names, str(os.getpid()))


def test_few_inputs_are_not_worth_another_process() -> None:
    assert outcome_of(on_cores(0, quietly), sources_of("a.txt", "b.txt")) == dict.fromkeys(
        ("a.txt", "b.txt"), str(os.getpid())
    )


def test_many_inputs_are_read_by_other_processes() -> None:
    names = [f"{number:02}.txt" for number in range(MANY)]
    found = outcome_of(on_cores(0, quietly), sources_of(*names))
    assert sorted(found) == names
    assert str(os.getpid()) not in found.values() or os.cpu_count() == 1


def test_all_inputs_come_back_once_from_two_processes() -> None:
    names = [f"{number:02}.txt" for number in range(40)]
    found = outcome_of(on_cores(2, quietly), sources_of(*names))
    assert sorted(found) == names
    assert len(set(found.values())) <= 2


def test_an_input_that_kills_its_process_is_rejected_and_the_others_are_read() -> None:
    names = ["a.txt", "b.txt"]
    found = outcome_of(on_cores(2, quietly), sources_of(names[0], f"{DEADLY}.html", names[1]))
    assert "brought the reader down" in found.pop(f"{DEADLY}.html")
    assert sorted(found) == names
    assert all(reason.isdigit() for reason in found.values())


def test_two_deadly_inputs_are_both_rejected() -> None:
    found = outcome_of(on_cores(2, quietly), sources_of(f"{DEADLY}-1", "a.txt", f"{DEADLY}-2"))
    assert found.pop("a.txt").isdigit()
    assert {reason for reason in found.values() if "brought the reader down" in reason} == set(found.values())
    assert sorted(found) == [f"{DEADLY}-1", f"{DEADLY}-2"]


def test_a_deadly_input_is_named_in_the_record(tmp_path: Path, harmless: str) -> None:
    (tmp_path / "weir.txt").write_text(harmless)
    (tmp_path / f"{DEADLY}.txt").write_text("Short.")

    def each(read: Callable[[Source], Outcome], sources: Sequence[Source]) -> list[Outcome]:
        killed = list(on_cores(2, quietly)(read_or_die, [source for source in sources if source.name[0] == "d"]))
        return [*killed, *(read(source) for source in sources if source.name[0] == "w")]

    record = build([str(tmp_path)], each)
    assert [article.source for article in record.articles] == ["weir.txt"]
    assert [rejection.source for rejection in record.rejections] == [f"{DEADLY}.txt"]


def test_a_broken_program_is_no_rejection_on_two_cores() -> None:
    with pytest.raises(LookupError, match=r"a\.txt"):
        list(on_cores(2, quietly)(refuse, sources_of("a.txt")))


def test_a_broken_program_is_no_rejection_on_one_core() -> None:
    with pytest.raises(LookupError, match=r"a\.txt"):
        list(on_cores(1, quietly)(refuse, sources_of("a.txt", "b.txt")))


@pytest.mark.parametrize("jobs", [0, 1, 2])
def test_progress_counts_every_input(jobs: int) -> None:
    seen: list[tuple[int, int]] = []
    each = on_cores(jobs, lambda read, total: seen.append((read, total)))
    list(each(read_or_die, sources_of("a.txt", "b.txt", "c.txt")))
    assert seen == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("jobs", [0, 1, 2])
def test_no_inputs_are_no_outcomes(jobs: int) -> None:
    assert list(on_cores(jobs, quietly)(read_or_die, [])) == []
