"""Tests of ``rashomon.reconcile.procedures``: what is done, what comes next, and what no board says."""

from tests.reconcile.procedures.conftest import Chronicle, stage, states

SIGNED = "President Quell signed the river treaty on May 6."
LOWER = "The Assembly, the lower house of parliament, ratified the river treaty on Thursday by 212 to 3."
UPPER = "The Council, the upper house of parliament, ratified the river treaty on Wednesday."


def treaty(chronicle: Chronicle, *more: str) -> Chronicle:
    """Tell of a treaty that is signed and has passed the lower house; ``more`` is what the article goes on to say."""
    chronicle.named("Quell", "person").named("Assembly").named("Council")
    chronicle.article(LOWER, SIGNED, *more)
    chronicle.tell(
        LOWER,
        "ratified",
        "ratify",
        ("on Thursday", "2031-03-13"),
        agent="The Assembly, the lower house of parliament",
        patient="the river treaty",
        vote=(212, 3, "212 to 3"),
    )
    return chronicle.tell(
        SIGNED, "signed", "sign", ("on May 6", "2030-05-06"), agent="President Quell", patient="the river treaty"
    )


def test_the_first_stage_after_the_last_done_is_next(chronicle: Chronicle) -> None:
    board = treaty(chronicle).board()
    assert (board.kind, board.next, board.next_actor) == ("treaty-ratification", "upper_house", "the upper house")
    assert states(board) == {
        "signed": "done",
        "submitted": "unknown",
        "lower_house": "done",
        "upper_house": "next",
        "assent": "pending",
        "exchange": "pending",
        "in_force": "pending",
    }


def test_a_stage_that_is_done_has_body_day_vote_and_sentence(chronicle: Chronicle) -> None:
    done = stage(treaty(chronicle).board(), "lower_house")
    assert (done.body, done.time and done.time.timex, done.vote and done.vote.for_) == ("Assembly", "2031-03-13", 212)
    assert [span.text for span in done.evidence] == [LOWER]
    assert done.support.articles == 1


def test_a_plan_is_no_stage(chronicle: Chronicle) -> None:
    plan = "The Council, the upper house, will ratify the river treaty in April."
    treaty(chronicle, plan).tell(
        plan, "ratify", "ratify", agent="The Council, the upper house", patient="the river treaty", status="planned"
    )
    assert states(chronicle.board())["upper_house"] == "next"


def test_a_house_that_rejects_it_ends_it(chronicle: Chronicle) -> None:
    rejected = "The Council, the upper house, rejected the river treaty on Friday."
    treaty(chronicle, rejected).tell(
        rejected,
        "rejected",
        "reject",
        ("on Friday", "2031-03-14"),
        agent="The Council, the upper house",
        patient="the river treaty",
    )
    board = chronicle.board()
    assert (board.next, states(board)["upper_house"]) == (None, "failed")


def test_lawmakers_whose_house_is_open_count_for_no_house(chronicle: Chronicle) -> None:
    told = "Lawmakers ratified the river treaty on Wednesday."
    treaty(chronicle).article(told, day="2031-03-26").tell(
        told, "ratified", "ratify", ("on Wednesday", "2031-03-26"), agent="Lawmakers", patient="the river treaty"
    )
    board = chronicle.board()
    assert (board.next, states(board)["upper_house"]) == (None, "unknown")


def test_lawmakers_of_an_event_that_names_the_house_are_of_that_house(chronicle: Chronicle) -> None:
    treaty(chronicle).article(UPPER, day="2031-03-26").tell(
        UPPER,
        "ratified",
        "ratify",
        ("on Wednesday", "2031-03-26"),
        agent="The Council, the upper house of parliament",
        patient="the river treaty",
    )
    told = "Lawmakers ratified the river treaty."
    chronicle.article(told, day="2031-03-27").again(
        told, "ratified", "ratify", agent="Lawmakers", patient="the river treaty"
    )
    done = stage(chronicle.board(), "upper_house")
    assert [span.text for span in done.evidence] == [UPPER, told]


def test_some_members_are_no_house(chronicle: Chronicle) -> None:
    told = "Opposition lawmakers rejected the river treaty on Friday."
    treaty(chronicle, told).tell(told, "rejected", "reject", agent="Opposition lawmakers", patient="the river treaty")
    assert chronicle.board().next == "upper_house"


def test_a_first_reading_is_not_the_last(chronicle: Chronicle) -> None:
    told = "The Council, the upper house, approved the river treaty in its first reading."
    treaty(chronicle, told).tell(
        told, "approved", "approve", agent="The Council, the upper house", patient="the river treaty"
    )
    assert states(chronicle.board())["upper_house"] == "next"


def test_a_committee_is_shown_only_where_it_is_told_of(chronicle: Chronicle) -> None:
    told = "The foreign affairs committee had cleared the river treaty by 14 votes to two."
    treaty(chronicle, told).tell(
        told,
        "cleared",
        "clear",
        agent="The foreign affairs committee",
        patient="the river treaty",
        vote=(14, 2, "14 votes to two"),
    )
    board = chronicle.board()
    assert (states(board)["committee"], board.next) == ("done", "upper_house")


def test_a_treaty_of_another_year_is_another_treaty(chronicle: Chronicle) -> None:
    told = "The 1974 treaty lapsed in 1998."
    treaty(chronicle, told).tell(told, "lapsed", "lapse", agent="The 1974 treaty")
    assert "lapsed" not in states(chronicle.board())


def test_who_denounces_a_treaty_ends_it(chronicle: Chronicle) -> None:
    told = "The government denounced the river treaty on April 2."
    treaty(chronicle).article(told, day="2031-04-02").tell(
        told,
        "denounced",
        "denounce",
        ("on April 2", "2031-04-02"),
        agent="The government",
        patient="the river treaty",
    )
    board = chronicle.board()
    assert (board.next, board.stages[-1].stage, board.stages[-1].state) == (None, "denounced", "done")


def test_a_vote_that_does_not_fit_what_was_decided_is_not_shown(chronicle: Chronicle) -> None:
    told = "The Council, the upper house, rejected the river treaty by 40 votes to 11."
    treaty(chronicle, told).tell(
        told,
        "rejected",
        "reject",
        agent="The Council, the upper house",
        patient="the river treaty",
        vote=(40, 11, "40 votes to 11"),
    )
    assert stage(chronicle.board(), "upper_house").vote is None


def test_the_order_of_the_articles_does_not_matter(chronicle: Chronicle) -> None:
    treaty(chronicle).article(UPPER, day="2031-03-26").tell(
        UPPER,
        "ratified",
        "ratify",
        ("on Wednesday", "2031-03-26"),
        agent="The Council, the upper house of parliament",
        patient="the river treaty",
    )
    found = chronicle.boards()
    chronicle.tellers.reverse()
    assert chronicle.boards() == found


def test_what_stands_deep_in_an_article_makes_no_board(chronicle: Chronicle) -> None:
    chronicle.named("Assembly").article("A bridge was closed. " * 30, LOWER)
    chronicle.tell(
        LOWER, "ratified", "ratify", agent="The Assembly, the lower house of parliament", patient="the river treaty"
    )
    assert chronicle.boards() == ()


def test_a_deal_that_no_house_has_to_do_with_makes_no_board(chronicle: Chronicle) -> None:
    told = "The company signed an agreement with its rival on Monday."
    chronicle.article(told).tell(told, "signed", "sign", agent="The company", patient="an agreement with its rival")
    assert chronicle.boards() == ()


def test_a_story_without_events_has_no_board(chronicle: Chronicle) -> None:
    assert chronicle.article("Nothing happened.").boards() == ()
