"""Tests of ``rashomon.reconcile.provisions.parts``: obligation, condition and legal basis of a clause."""

import pytest

from rashomon.reconcile.provisions.parts import parted
from rashomon.text import Range
from tests.reconcile.provisions.conftest import Telling, told

DUTY = "each side shall help the other"


def split(clause: str) -> tuple[str | None, ...] | None:
    """Return the words of the parts of a clause."""
    found = parted(clause, Range(0, len(clause)))
    if found is None:
        return None
    return tuple(None if part is None else part.of(clause) for part in (found.obligation, found.condition, found.basis))


@pytest.mark.parametrize(
    ("clause", "condition", "basis"),
    [
        (f"{DUTY} if it is attacked", "if it is attacked", None),
        (f"if it is attacked, {DUTY}", "if it is attacked", None),
        (f"in the event of war, {DUTY}", "in the event of war", None),
        (f"{DUTY}, in keeping with Article 51 of the UN Charter", None, "in keeping with Article 51 of the UN Charter"),
        (f"{DUTY} under international law", None, "under international law"),
        (
            f"if it is attacked, {DUTY}, in accordance with Article 51 of the UN Charter and the laws of both nations",
            "if it is attacked",
            "in accordance with Article 51 of the UN Charter and the laws of both nations",
        ),
        (
            f"{DUTY} under Article 51 of the UN Charter if it is attacked",
            "if it is attacked",
            "under Article 51 of the UN Charter",
        ),
    ],
)
def test_condition_and_basis_stand_apart_from_what_is_to_be_done(
    clause: str, condition: str | None, basis: str | None
) -> None:
    assert split(clause) == (DUTY, condition, basis)


@pytest.mark.parametrize("clause", [f"{DUTY} under the treaty", f"{DUTY} under fire", f"{DUTY} under the law"])
def test_what_names_no_law_is_no_basis(clause: str) -> None:
    assert split(clause) == (clause, None, None)


@pytest.mark.parametrize("clause", ["each side shall send help at once", "each side shall help even if it is weak"])
def test_what_is_no_condition_stays_in_the_obligation(clause: str) -> None:
    assert split(clause) == (clause, None, None)


def test_a_part_inside_a_quotation_is_not_torn_out() -> None:
    clause = "each side shall offer “assistance in case of aggression”"
    assert split(clause) == (clause, "in case of aggression", None)


def test_a_condition_alone_is_no_provision() -> None:
    assert split("if it is attacked by anyone") is None


def test_the_condition_before_the_measure_belongs_to_it(telling: Telling) -> None:
    assert told(telling, "If either is attacked, the pact obliges the other to help.") == [
        ("the pact obliges the other to help", "If either is attacked", None)
    ]


def test_that_it_is_ratified_is_no_condition_of_a_duty(telling: Telling) -> None:
    assert told(telling, "If ratified, the treaty would oblige Norvia to disarm.") == [
        ("the treaty would oblige Norvia to disarm", None, None)
    ]
