"""Tests of ``rashomon.reconcile.provisions.clauses``: which sentences tell what a measure provides."""

import pytest

from tests.reconcile.provisions.conftest import BILL, Telling, board, parts, told


@pytest.mark.parametrize(
    "sentence",
    [
        "The treaty obliges both sides to consult each other",
        "The pact would commit Norvia to spend 2 percent of its income on arms",
        "The treaty, which runs for ten years, bans nuclear arms on Norvian soil",
        "The treaty between Norvia and Quellia requires both to share weather data",
        "The agreement provides for joint patrols and for a court",
        "Article 7 of the treaty opens the port of Ord to Quellian ships",
        "Its second article gives Quellia the right to use the port of Ord",
        "It commits each side to help the other",
        "Both sides are bound by the treaty to keep the peace",
    ],
)
def test_a_clause_whose_subject_the_measure_is_tells_a_provision(telling: Telling, sentence: str) -> None:
    assert told(telling, f"{sentence}.") == [(sentence, None, None)]


@pytest.mark.parametrize(
    ("sentence", "obligation"),
    [
        ("The treaty states that each side shall respect the border.", "each side shall respect the border"),
        ("Its second article says each side must warn the other.", "each side must warn the other"),
        ("The text of the treaty says either side may withdraw.", "either side may withdraw"),
        ("Under the treaty, Norvia may close its ports.", "Norvia may close its ports"),
        ("Under the pact, both are obliged to share data.", "both are obliged to share data"),
        ("Under the treaty, which was signed in May, both must disarm.", "both must disarm"),
        ("Under the treaty each country must hand over thieves.", "each country must hand over thieves"),
        ("Norvia has kept to a treaty that would ban whaling.", None),
        ("The treaty runs to nine articles. The third bans whaling.", "The third bans whaling"),
        ("The treaty bans whaling, but it does not ban sealing.", "The treaty bans whaling"),
        ("The treaty allows whaling, potentially ending years of quarrel.", "The treaty allows whaling"),
    ],
)
def test_what_a_measure_says_is_told_without_what_stands_around_it(
    telling: Telling, sentence: str, obligation: str | None
) -> None:
    assert told(telling, sentence) == ([] if obligation is None else [(obligation, None, None)])


def test_two_clauses_joined_by_it_are_two_provisions(telling: Telling) -> None:
    found = told(telling, "The treaty bars both from hosting foreign bases, and it lets Quellia use the port.")
    assert [obligation for obligation, _, _ in found] == [
        "The treaty bars both from hosting foreign bases",
        "it lets Quellia use the port",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The treaty does not oblige either side to send soldiers.",
        "The treaty obliged both sides to disarm.",
        "The treaty could allow Norvia to close its ports.",
        "The treaty would give Norvia’s president a boost.",
        "The treaty requires the approval of the upper house.",
        "The treaty provides a glimpse of the future.",
        "The treaty says a lot about friendship.",
        "The treaty takes effect on Friday.",
        "The treaty comes into force on the same day.",
        "The treaty takes effect once 55 states, counting half of all people, have ratified it.",
        "The treaty binds together pledges to disarm.",
        "The treaty will come into force thirty days after that.",
        "The treaty extends an old quarrel.",
        "The treaty is expected to take effect once both have ratified it.",
        "Does the treaty oblige Norvia to fight?",
        "Parliament took an hour over it. It requires a majority of two thirds.",
    ],
)
def test_what_obliges_nobody_is_no_provision(telling: Telling, sentence: str) -> None:
    assert told(telling, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Critics say the treaty obliges Norvia to pay.",
        "The treaty, critics say, obliges Norvia to pay.",
        "The treaty obliges Norvia to pay, critics say.",
        "Under the treaty, critics said, Norvia must pay.",
        "“The treaty obliges us to pay,” the minister said.",
        "“I am glad. The treaty obliges us to pay,” the minister said.",
    ],
)
def test_what_someone_says_that_a_measure_does_is_no_provision(telling: Telling, sentence: str) -> None:
    assert told(telling, sentence) == []


def test_a_claim_of_someone_is_no_provision(telling: Telling) -> None:
    content = "The treaty obliges Norvia to pay."
    assert told(telling.account("Ord was against it: " + content).said("Ord", "against", content), "Few agree.") == []


def test_a_claim_of_the_measure_is_one(telling: Telling) -> None:
    content = "that each side shall respect the border"
    telling.account(
        f"Norvia’s parliament ratified a defence treaty with Quellia on Monday. Article 2 states {content}."
    )
    telling.said("Article 2", "states", content)
    assert [parts(one)[0] for one in telling.provisions()] == ["each side shall respect the border"]


@pytest.mark.parametrize(
    ("tail", "obligation"),
    [
        ("that would ban trucks from bridges, a first for the state.", "would ban trucks from bridges"),
        ("last week allowing towns to close roads.", "allowing towns to close roads"),
        ("to let towns close roads.", "let towns close roads"),
        ("under which every driver would need a licence.", "every driver would need a licence"),
        ("that would have stopped trucks from using the bridge.", "would have stopped trucks from using the bridge"),
        ("which would require drivers, cyclists and riders to wear helmets.", None),
        ("that would give towns the right to make lasting, costly changes.", None),
        ("banning trucks is bad for trade.", None),
    ],
)
def test_a_clause_that_hangs_on_a_measure_of_a_stage_tells_a_provision(
    telling: Telling, tail: str, obligation: str | None
) -> None:
    lead = "The Senate passed a bill"
    telling.account(f"{BILL} {lead} {tail}")
    assert [parts(one)[0] for one in telling.provisions("bill", "bill")] == []
    article = telling.articles[0]
    evidence = article.span(len(BILL) + 1, len(BILL) + 1 + len(lead))
    found = telling.procedures(board([evidence], "bill", "bill"))[0].provisions
    assert [parts(one)[0] for one in found] == ([] if obligation is None else [obligation])


@pytest.mark.parametrize(
    ("sentence", "obligation", "condition"),
    [
        (
            "The pact takes effect once both have exchanged instruments.",
            "The pact takes effect",
            "once both have exchanged instruments",
        ),
        (
            "The treaty will enter into force 30 days after the exchange.",
            "The treaty will enter into force",
            "30 days after the exchange",
        ),
        (
            "Both will exchange instruments in Ord, and the treaty will take effect on the same day.",
            "Both will exchange instruments in Ord, and the treaty will take effect on the same day",
            None,
        ),
        (
            "Under Article 9, it bars bases. Under Article 9, the treaty enters into force on the day of the exchange.",
            "Under Article 9, the treaty enters into force",
            "on the day of the exchange",
        ),
    ],
)
def test_how_a_measure_comes_into_force_is_a_provision(
    telling: Telling, sentence: str, obligation: str, condition: str | None
) -> None:
    assert told(telling, sentence) == [(obligation, condition, None)]
