"""Tests of bills: vetoed, overridden, sent back, withdrawn, signed."""

from tests.reconcile.procedures.conftest import Chronicle, stage, states

VETOED = "President Orsini vetoed the water bill on April 16."


def passed(chronicle: Chronicle) -> Chronicle:
    """Tell of a bill that both houses have passed."""
    chronicle.named("Orsini", "person")
    first = "The lower house passed the water bill on April 1."
    second = "The Senate passed the water bill on April 8."
    chronicle.article(first, second, day="2032-04-09")
    chronicle.tell(
        first, "passed", "pass", ("on April 1", "2032-04-01"), agent="The lower house", patient="the water bill"
    )
    return chronicle.tell(
        second, "passed", "pass", ("on April 8", "2032-04-08"), agent="The Senate", patient="the water bill"
    )


def vetoed(chronicle: Chronicle) -> Chronicle:
    """Tell of a bill that was vetoed."""
    return (
        passed(chronicle)
        .article(VETOED, day="2032-04-16")
        .tell(
            VETOED,
            "vetoed",
            "veto",
            ("on April 16", "2032-04-16"),
            agent="President Orsini",
            patient="the water bill",
        )
    )


def overridden(chronicle: Chronicle, house: str, day: str) -> Chronicle:
    """Tell that a house has overridden the veto."""
    told = f"{house} overrode the veto on April {day}."
    return chronicle.article(told, day=f"2032-04-{day}").tell(
        told,
        "overrode",
        "override",
        (f"on April {day}", f"2032-04-{day}"),
        agent=house,
        patient="the veto",
    )


def test_the_senate_is_an_upper_house_by_its_name(chronicle: Chronicle) -> None:
    board = passed(chronicle).board()
    assert (states(board)["upper_house"], board.next) == ("done", "assent")


def test_a_veto_fails_the_assent(chronicle: Chronicle) -> None:
    board = vetoed(chronicle).board()
    assert (states(board)["assent"], board.next) == ("failed", None)


def test_a_veto_that_one_house_overrides_still_holds(chronicle: Chronicle) -> None:
    board = overridden(vetoed(chronicle), "The Senate", "27").board()
    assert (states(board)["assent"], board.next) == ("failed", None)


def test_a_veto_that_both_houses_override_holds_no_longer(chronicle: Chronicle) -> None:
    board = overridden(overridden(vetoed(chronicle), "The Senate", "27"), "The lower house", "28").board()
    assert (states(board)["assent"], board.next) == ("done", "in_force")
    assert len(stage(board, "assent").evidence) == 2


def test_a_bill_that_is_sent_back_is_decided_again(chronicle: Chronicle) -> None:
    told = "The Senate sent the water bill back to the lower house on April 20."
    passed(chronicle).article(told, day="2032-04-20").tell(
        told,
        "sent",
        "send",
        ("on April 20", "2032-04-20"),
        agent="The Senate",
        patient="the water bill",
        other="the lower house",
    )
    board = chronicle.board()
    assert (board.next, states(board)["lower_house"], states(board)["upper_house"]) == (
        "lower_house",
        "next",
        "pending",
    )


def test_a_bill_that_is_withdrawn_has_nothing_next(chronicle: Chronicle) -> None:
    told = "The government withdrew the water bill on April 20."
    passed(chronicle).article(told, day="2032-04-20").tell(
        told, "withdrew", "withdraw", ("on April 20", "2032-04-20"), agent="The government", patient="the water bill"
    )
    board = chronicle.board()
    assert (board.next, board.stages[-1].stage) == (None, "withdrawn")


def test_a_bill_that_is_signed_has_passed_the_houses(chronicle: Chronicle) -> None:
    told = "President Orsini signed the water bill into law on Monday."
    chronicle.named("Orsini", "person").article("The lower house is in recess.", told).tell(
        told,
        "signed",
        "sign",
        ("on Monday", "2031-03-10"),
        agent="President Orsini",
        patient="the water bill",
    )
    board = chronicle.board()
    assert [one.stage for one in board.stages if one.implied] == ["chamber"]
    assert stage(board, "chamber").evidence == ()


def test_another_bill_is_none_of_this_one(chronicle: Chronicle) -> None:
    told = "President Orsini vetoed the farm bill."
    passed(chronicle).article("The fair opens on Monday. " * 20, told, day="2032-04-16").tell(
        told, "vetoed", "veto", agent="President Orsini", patient="the farm bill"
    )
    assert [states(board)["assent"] for board in chronicle.boards()] == ["next"]
