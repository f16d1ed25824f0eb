"""Tests of ``rashomon.link.events.constraints``: what keeps events apart."""

from dataclasses import replace
from datetime import date

import pytest

from rashomon.link.events.constraints import UNKNOWN, Facts, apart, strangers
from rashomon.values.intervals import Interval


def day(number: int) -> Interval:
    """Return a day of March."""
    return Interval(date(2031, 3, number), date(2031, 3, number))


MARCH = Interval(date(2031, 3, 1), date(2031, 3, 31))
REAL = Facts(status="happened")
SHARED = Facts(status="happened", things=frozenset("x"))
PLAN = Facts(status="planned")
DENIED = Facts(status="denied", doers=frozenset("a"), objects=frozenset("x"), nouns=frozenset("x"))
TOLD = replace(DENIED, status="happened")
OTHER = "what is denied is something else"


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (UNKNOWN, UNKNOWN, None),
        (Facts(days=day(13)), Facts(days=day(26)), "disjoint days"),
        (Facts(days=day(13)), Facts(days=MARCH), None),
        (Facts(count=2), Facts(count=3), "different counts of a repeated act"),
        (Facts(count=2), Facts(), None),
        (Facts(chamber="lower"), Facts(chamber="upper"), "different houses of parliament"),
        (Facts(tally=(212, 3)), Facts(tally=(397, 0)), "different results of a vote"),
        (Facts(towns=frozenset("a")), Facts(towns=frozenset("b")), "different places"),
        (Facts(towns=frozenset("a")), Facts(states=frozenset({"FR"})), None),
        (Facts(towns=frozenset("ab")), Facts(towns=frozenset("b")), None),
        (Facts(states=frozenset({"FR"})), Facts(states=frozenset({"DE"})), "different places"),
        (SHARED, replace(SHARED, status="ongoing"), None),
        (REAL, PLAN, "what is told as real against what is not"),
        (
            Facts(status="happened", days=day(13), dated=True),
            Facts(status="planned", days=MARCH, dated=True),
            None,
        ),
        (
            Facts(status="happened", days=day(13), dated=True),
            Facts(status="planned", days=Interval(date(2031, 3, 1), None), dated=True),
            "what is told as real against what is not",
        ),
        (Facts(agents=frozenset("ab")), Facts(agents=frozenset("bc")), None),
        (Facts(agents=frozenset("a")), Facts(agents=frozenset("b")), "different actors"),
        (
            Facts(agents=frozenset("a"), actors=frozenset("ab")),
            Facts(agents=frozenset("b"), actors=frozenset("ab")),
            None,
        ),
        (
            Facts(light=True),
            Facts(),
            "a verb that says little, and neither an object nor a day with its actor in common",
        ),
        (
            Facts(light=True, actors=frozenset("a")),
            Facts(actors=frozenset("a")),
            "a verb that says little, and neither an object nor a day with its actor in common",
        ),
        (
            Facts(light=True, actors=frozenset("a"), days=day(13), dated=True),
            Facts(actors=frozenset("a"), days=day(13), dated=True),
            None,
        ),
        (Facts(several=True), Facts(several=False), "one against several"),
        (Facts(several=True), Facts(), None),
        (Facts(objects=frozenset("ab")), Facts(objects=frozenset("bc")), None),
        (Facts(objects=frozenset("a")), Facts(objects=frozenset("b")), "different objects"),
        (DENIED, TOLD, None),
        (DENIED, replace(TOLD, doers=frozenset("b")), OTHER),
        (DENIED, replace(TOLD, objects=frozenset(), nouns=frozenset()), OTHER),
        (DENIED, replace(TOLD, objects=frozenset(), nouns=frozenset(), several=False), None),
        (DENIED, replace(TOLD, nouns=frozenset("y")), OTHER),
        (DENIED, replace(TOLD, nouns=frozenset("y"), actors=frozenset("x")), OTHER),
        (replace(DENIED, actors=frozenset("x")), replace(TOLD, nouns=frozenset()), None),
        (replace(DENIED, besides=frozenset("p")), replace(TOLD, besides=frozenset("q")), OTHER),
        (replace(DENIED, besides=frozenset("p")), TOLD, None),
        (
            replace(DENIED, besides=frozenset("p"), objects=frozenset("xz")),
            replace(TOLD, besides=frozenset("q"), objects=frozenset("xz")),
            None,
        ),
        (
            replace(DENIED, nouns=frozenset(), objects=frozenset(), besides=frozenset("p")),
            replace(TOLD, nouns=frozenset(), objects=frozenset(), besides=frozenset("p")),
            None,
        ),
        (replace(DENIED, nouns=frozenset(), objects=frozenset()), TOLD, OTHER),
        (replace(DENIED, limited=True), TOLD, OTHER),
        (replace(DENIED, voice="a"), replace(TOLD, voice="a"), OTHER),
        (replace(DENIED, voice="a"), replace(TOLD, voice="b"), None),
        (DENIED, replace(DENIED, doers=frozenset("b")), None),
        (Facts(verbs=frozenset("a")), Facts(verbs=frozenset("b")), "verbs that mean something else"),
        (
            Facts(verbs=frozenset("a"), meanings=frozenset("m"), objects=frozenset("x")),
            Facts(verbs=frozenset("b"), meanings=frozenset("m"), objects=frozenset("x")),
            None,
        ),
        (
            Facts(verbs=frozenset("a"), meanings=frozenset("m")),
            Facts(verbs=frozenset("b"), meanings=frozenset("m")),
            "verbs that mean something else",
        ),
    ],
)
def test_reasons_to_stay_apart(one: Facts, other: Facts, reason: str | None) -> None:
    assert apart(one, other) == reason
    assert apart(other, one) == reason


def test_strangers_have_nothing_in_common_but_the_verb() -> None:
    assert strangers(SHARED, replace(SHARED, things=frozenset("y")))
    assert not strangers(SHARED, SHARED)
    assert not strangers(
        replace(SHARED, things=frozenset(), days=day(13), dated=True), replace(SHARED, days=MARCH, dated=True)
    )


@pytest.mark.parametrize(
    ("denied", "told", "are_strangers"),
    [
        (DENIED, TOLD, False),
        (DENIED, replace(TOLD, doers=frozenset()), True),
        (DENIED, replace(TOLD, nouns=frozenset()), True),
        (replace(DENIED, doers=frozenset(), definite=True), replace(TOLD, definite=True), False),
        (replace(DENIED, doers=frozenset(), definite=True), TOLD, True),
        (replace(DENIED, doers=frozenset()), replace(TOLD, definite=True), True),
    ],
)
def test_what_is_denied_needs_its_actor_or_a_known_thing(denied: Facts, told: Facts, are_strangers: bool) -> None:
    assert strangers(denied, told) == are_strangers
    assert strangers(told, denied) == are_strangers


def test_facts_of_one_event_complete_each_other() -> None:
    whole = Facts(days=MARCH, chamber="lower").with_(Facts(days=day(13), dated=True, tally=(212, 3)))
    assert whole == Facts(days=day(13), dated=True, chamber="lower", tally=(212, 3))
