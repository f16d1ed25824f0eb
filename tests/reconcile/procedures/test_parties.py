"""Tests of whose procedure a board shows."""

from tests.reconcile.procedures.conftest import Chronicle, states

ORLAND = "Orland's lower house ratified the river treaty on Monday."
ZAMARA = "Zamara, whose parliament ratified the river treaty in May, was glad, Zamara's president said."


def two_states(chronicle: Chronicle) -> Chronicle:
    """Tell that one state has ratified a treaty, and in passing that the other had."""
    chronicle.named("Orland", "place").named("Zamara", "place").article(ORLAND, ZAMARA, day="2031-06-10")
    chronicle.tell(
        ORLAND,
        "ratified",
        "ratify",
        ("on Monday", "2031-06-09"),
        agent="Orland's lower house",
        patient="the river treaty",
    )
    return chronicle.tell(
        "whose parliament ratified the river treaty in May",
        "ratified the river treaty in",
        "ratify",
        agent="whose parliament",
        patient="the river treaty",
    )


def test_each_state_has_its_own_board(chronicle: Chronicle) -> None:
    found = {board.party: states(board) for board in two_states(chronicle).boards()}
    assert found["Orland"]["lower_house"] == "done"
    assert found["Zamara"]["chamber"] == "done"
    assert "lower_house" not in found["Zamara"]


def test_a_lawmaker_s_party_is_no_state(chronicle: Chronicle) -> None:
    told = "The lower house ratified the river treaty on Monday."
    chronicle.article(told, day="2031-06-10").tell(
        told, "ratified", "ratify", ("on Monday", "2031-06-09"), agent="The lower house", patient="the river treaty"
    )
    assert chronicle.board().party is None
