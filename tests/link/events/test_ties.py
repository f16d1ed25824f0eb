"""Tests of ``rashomon.link.events.ties``: what makes mentions of different accounts one event."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from rashomon.link.events.constraints import Facts
from rashomon.link.events.mentions import WIDTH, Mention
from rashomon.link.events.ties import joined, tie
from rashomon.values.intervals import Interval

NOTHING = np.zeros(WIDTH, np.float32)
MARCH_13 = Interval(date(2031, 3, 13), date(2031, 3, 13))
DATED = Facts(days=MARCH_13, dated=True, agents=frozenset({"KE"}))


def mention(article: str, kind: str, facts: Facts = DATED, patients: str = "") -> Mention:
    """Return a mention of which little is known."""
    return Mention(
        article=article,
        place=0,
        sentence=0,
        kind=kind,
        words=(kind,),
        part_of_speech="VERB",
        patients=frozenset(patients.split()),
        facts=facts,
        in_context=NOTHING,
        alone=NOTHING,
        patient=NOTHING,
        of_sentence=NOTHING,
    )


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (mention("a", "ratify"), mention("b", "ratify"), "one act on one day"),
        (mention("a", "ratify"), mention("b", "approve"), "one act on one day"),
        (mention("a", "attack"), mention("b", "assault"), "one act on one day"),
        (mention("a", "ratify"), mention("b", "arrest"), None),
        (mention("a", "attack", patients="town"), mention("b", "attack", patients="port"), None),
        (mention("a", "attack", patients="old town"), mention("b", "attack", patients="town"), "one act on one day"),
        (mention("a", "ratify"), mention("b", "ratify", replace(DATED, dated=False)), None),
        (mention("a", "ratify"), mention("b", "ratify", replace(DATED, agents=frozenset({"OR"}))), None),
        (
            mention("a", "vote", Facts(tally=(212, 3))),
            mention("b", "pass", Facts(tally=(212, 3))),
            "one result of a vote",
        ),
        (mention("a", "vote", Facts(tally=(3, 2))), mention("b", "vote", Facts(tally=(3, 2))), None),
    ],
)
def test_ties(one: Mention, other: Mention, reason: str | None) -> None:
    assert tie(one, other) == reason
    assert tie(other, one) == reason


SOLD = Facts(
    status="happened",
    agents=frozenset({"KE"}),
    actors=frozenset({"KE", "OR"}),
    doers=frozenset({"KE"}),
    nouns=frozenset({"gun"}),
    besides=frozenset({"OR"}),
)


@pytest.mark.parametrize(
    ("verb", "denied", "reason"),
    [
        ("supply", SOLD, "affirmed and denied"),
        ("give", SOLD, "affirmed and denied"),
        ("supply", replace(SOLD, nouns=frozenset({"ship"})), None),
        ("build", SOLD, None),
        ("supply", replace(SOLD, agents=frozenset({"DR"})), None),
        ("supply", replace(SOLD, besides=frozenset({"DR"})), None),
        ("supply", replace(SOLD, limited=True), None),
    ],
)
def test_what_one_affirms_and_another_denies_is_one(verb: str, denied: Facts, reason: str | None) -> None:
    one = replace(mention("a", "supply", SOLD), status="happened")
    other = replace(mention("b", verb, replace(denied, status="denied")), status="denied")
    assert tie(one, other) == reason
    assert tie(other, one) == reason
    assert len(joined([[one], [other]])) == (2 if reason is None else 1)


def test_groups_that_are_tied_become_one() -> None:
    one, other, third = mention("a", "ratify"), mention("b", "approve"), mention("c", "arrest")
    assert joined([[one], [third], [other]]) == [[one, other], [third]]


def test_what_must_stay_apart_is_not_tied() -> None:
    lower = replace(DATED, chamber="lower", tally=(212, 3))
    upper = replace(DATED, chamber="upper", tally=(212, 3))
    one, other = mention("a", "ratify", lower), mention("b", "ratify", upper)
    assert joined([[one], [other]]) == [[one], [other]]
