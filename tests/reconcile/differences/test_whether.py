"""Tests of ``rashomon.reconcile.differences.whether``: what one affirms and another denies."""

import pytest

from rashomon.reconcile.differences import agreed, differences
from tests.reconcile.differences.conftest import Tale, known

LATER = "2031-03-20"
AFFIRMED = "Drevany says that Kestravia closed the gates of the dam in January."
CONTENT = "that Kestravia closed the gates of the dam in January"
KESTRAVIA = ("Kestravia", "Kestravia")
GATES = "the gates of the dam"


def disputed(tale: Tale) -> list[str]:
    """Return the kinds of the differences about whether it was."""
    return [one.kind for one in differences(tale.story()) if one.slot == "whether"]


@pytest.fixture
def closed(tale: Tale) -> Tale:
    """Return a story in which one country says that another closed the gates."""
    tale.named(known("Kestravia"), known("Drevany"), known("Corvenholt", part_of="Kestravia"))
    said = ("Drevany", "says", CONTENT, "assert")
    return tale.account(AFFIRMED, "closed", "close", clause=CONTENT, agent=KESTRAVIA, patient=GATES, said=said)


def denied(tale: Tale, text: str, trigger: str, clause: str, day: str = LATER, **told: object) -> Tale:
    """Tell that it was not so."""
    return tale.account(text, trigger, "close", day, clause=clause, status="denied", **told)


def rejected(tale: Tale, text: str, content: str, cue: str, speaker: str, day: str = LATER) -> Tale:
    """Tell that someone denies that the gates were closed."""
    clause = content[content.index("that") :]
    said = (speaker, cue, content, "deny")
    return denied(tale, text, "closed", clause, day, agent=KESTRAVIA, patient="the gates", said=said)


def test_what_one_affirms_and_another_denies_is_status(closed: Tale) -> None:
    text = "Corvenholt rejected reports that Kestravia closed the gates."
    rejected(closed, text, "reports that Kestravia closed the gates", "rejected", "Corvenholt")
    (found,) = differences(closed.story())
    assert (found.kind, found.slot, found.rank) == ("status", "whether", 1)
    assert [side.value for side in found.sides] == [
        "Kestravia closed the gates of the dam in January",
        "rejected reports that Kestravia closed the gates",
    ]
    assert found.note == (
        "Affirmed by Drevany, disputed by Corvenholt: “Kestravia closed the gates of the dam in January”."
    )


def test_only_what_is_disputed_differs(closed: Tale) -> None:
    text = "Corvenholt rejected reports that Kestravia closed the gates."
    rejected(closed, text, "reports that Kestravia closed the gates", "rejected", "Corvenholt")
    story = closed.story()
    events, _ = agreed(story.events, story.figures, differences(story))
    assert [event.agreement for event in events] == ["differ"]


def test_the_outlet_itself_may_deny(closed: Tale) -> None:
    denied(closed, "The gates were never closed.", "closed", "The gates were never closed", patient="The gates")
    assert disputed(closed) == ["status"]


def test_who_denies_more_than_is_affirmed_denies_nothing(closed: Tale) -> None:
    text = "Kestravia never closed the gates of the dam at night."
    denied(closed, text, "closed", text[:-1], agent=KESTRAVIA, patient=GATES)
    assert disputed(closed) == []


def test_another_number_is_no_denial_of_the_deed(tale: Tale) -> None:
    tale.named(known("Drevany"), known("Sulmark"))
    tale.account(
        "Drevany killed eleven guards.", "killed", "kill", agent=("Drevany", "Drevany"), patient="eleven guards"
    )
    content = "that Drevany killed nineteen guards"
    tale.account(
        f"Sulmark denied {content}.",
        "killed",
        "kill",
        LATER,
        clause=content,
        status="denied",
        agent=("Drevany", "Drevany"),
        patient="nineteen guards",
        said=("Sulmark", "denied", content, "deny"),
    )
    assert disputed(tale) == []


def test_what_had_not_been_done_yet_is_no_denial(tale: Tale) -> None:
    tale.named(known("Kestravia"))
    text = "Kestravia has not closed the gates."
    denied(tale, text, "closed", text[:-1], "2031-03-13", agent=KESTRAVIA, patient="the gates")
    tale.account("Kestravia closed the gates.", "closed", "close", LATER, agent=KESTRAVIA, patient="the gates")
    assert disputed(tale) == []


def test_what_is_denied_before_it_is_told_is_unclear(tale: Tale) -> None:
    tale.named(known("Kestravia"), known("Corvenholt"))
    text = "Corvenholt rejected reports that Kestravia closed the gates."
    content = "reports that Kestravia closed the gates"
    rejected(tale, text, content, "rejected", "Corvenholt", day="2031-03-13")
    tale.account("Kestravia closed the gates.", "closed", "close", LATER, agent=KESTRAVIA, patient="the gates")
    assert disputed(tale) == ["unclear"]


@pytest.mark.parametrize(
    "clause",
    [
        "Kestravia could not have closed the gates",
        "Kestravia does not close the gates",
        "Kestravia never fully closed the gates",
        "whether Kestravia never closed the gates",
    ],
)
def test_what_denies_no_deed(closed: Tale, clause: str) -> None:
    trigger = "closed" if "closed" in clause else "close"
    denied(closed, f"{clause}.", trigger, clause, agent=KESTRAVIA, patient="the gates")
    assert disputed(closed) == []


def test_a_refusal_to_comment_is_no_denial(tale: Tale) -> None:
    tale.named(known("Kestravia"))
    tale.account("Kestravia commented on the report.", "commented", "comment", agent=KESTRAVIA)
    text = "Kestravia never commented on the report."
    tale.account(text, "commented", "comment", LATER, agent=KESTRAVIA, status="denied")
    assert disputed(tale) == []


def test_who_rejects_a_thing_does_not_deny_what_is_told_of_it(tale: Tale) -> None:
    tale.named(known("Quell", "person"), known("Corvenholt"))
    tale.account("Quell wrote the bill.", "wrote", "write", agent=("Quell", "Quell"), patient="the bill")
    content = "the bill that Quell wrote"
    tale.account(
        f"Corvenholt rejected {content}.",
        "wrote",
        "write",
        LATER,
        clause="that Quell wrote",
        status="denied",
        agent=("Quell", "Quell"),
        patient="the bill",
        said=("Corvenholt", "rejected", content, "deny"),
    )
    assert disputed(tale) == []


def test_who_only_repeats_what_others_report_affirms_nothing(tale: Tale) -> None:
    tale.named(known("Kestravia"), known("Drevany"), known("Corvenholt", part_of="Kestravia"))
    content = "that papers say that Kestravia closed the gates"
    tale.account(
        f"Drevany says {content}.",
        "closed",
        "close",
        clause="that Kestravia closed the gates",
        agent=KESTRAVIA,
        patient="the gates",
        said=("Drevany", "says", content, "assert"),
    )
    denied(tale, "The gates were never closed.", "closed", "The gates were never closed", patient="The gates")
    assert disputed(tale) == []


def test_who_speaks_on_both_sides_disputes_nothing(closed: Tale) -> None:
    text = "Drevany rejected reports that Kestravia closed the gates."
    rejected(closed, text, "reports that Kestravia closed the gates", "rejected", "Drevany")
    assert disputed(closed) == []


def test_a_country_speaks_through_its_capital(tale: Tale) -> None:
    tale.named(known("Kestravia"), known("Corvenholt", part_of="Kestravia"))
    content = "that Kestravia closed the gates"
    said = ("Corvenholt", "says", content, "assert")
    text = f"Corvenholt says {content}."
    tale.account(text, "closed", "close", clause=content, agent=KESTRAVIA, patient="the gates", said=said)
    rejected(tale, f"Kestravia rejected reports {content}.", f"reports {content}", "rejected", "Kestravia")
    assert disputed(tale) == []
