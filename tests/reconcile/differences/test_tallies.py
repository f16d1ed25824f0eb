"""Tests of ``rashomon.reconcile.differences.tallies``: one vote with two results."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.pipeline import build
from rashomon.records import Difference

Told = Callable[[str, str], list[Difference]]
FIRST = (
    "President Ira Holm of Veldmark signed the fishing treaty with Osk in March. On Wednesday the lower house of "
    "Veldmark ratified the fishing treaty with Osk by {}, and the treaty now goes to the upper house."
)
SECOND = (
    "The lower house of Veldmark approved the fishing treaty with Osk on Wednesday by {}. Fishermen on the quay of "
    "Dornau had waited for it all winter, and rang the bell of the old chapel when the news came."
)


@pytest.fixture
def conflicts(tmp_path: Path) -> Told:
    """Return the conflicts between two accounts of one vote, each with the tally that it tells."""

    def found(first: str, second: str) -> list[Difference]:
        accounts = (FIRST.format(first), SECOND.format(second))
        lines = [
            json.dumps({"outlet": f"The {name} Post", "date": "2031-05-15", "title": f"{name}: a vote", "text": text})
            for name, text in zip(("Amber", "Birch"), accounts, strict=True)
        ]
        path = tmp_path / "story.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        return [one for one in build([str(path)]).differences if one.kind == "conflict"]

    return found


def test_two_results_of_one_vote_are_a_conflict(conflicts: Told) -> None:
    (found,) = conflicts("112 votes to 40", "121 votes to 40")
    assert (found.slot, [side.value for side in found.sides]) == ("how many", ["112-40", "121-40"])
    assert found.note == (
        "One vote is told with different results (lower house): one account: 112-40 and one account: 121-40."
    )


def test_one_result_is_none(conflicts: Told) -> None:
    assert conflicts("112 votes to 40", "112 votes to 40") == []


def test_tallies_of_two_sizes_are_of_two_votes(conflicts: Told) -> None:
    assert conflicts("112 votes to 40", "14 votes to two") == []
