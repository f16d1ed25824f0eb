"""Tests of ``rashomon.link.events.plans``: which plans were carried out by which deeds."""

from dataclasses import replace
from datetime import date

import pytest

from rashomon.languages.thing_words import kind_of_thing
from rashomon.link.events.constraints import Facts
from rashomon.link.events.mentions import Mention
from rashomon.link.events.plans import with_plans
from rashomon.values.intervals import Interval
from tests.link.events import tellings


def day(number: int) -> Interval:
    """Return a day of March."""
    return Interval(date(2031, 3, number), date(2031, 3, number))


def from_(number: int) -> Interval:
    """Return the days of March and later."""
    return Interval(date(2031, 3, number), None)


SENATE = frozenset({"KE"})
PLAN = Facts(status="planned", to_come=True, agents=SENATE, actors=SENATE, doers=SENATE, days=from_(13))
DEED = replace(PLAN, status="happened", days=day(26), dated=True)


def mention(article: str, clause: str, facts: Facts) -> Mention:
    """Return a mention told by a clause "agent verb patient", where the patient is what it is done to."""
    told = tellings.mention(article, 0, clause, facts=facts)
    return replace(
        told, objects=told.patients, facts=replace(facts, nouns=frozenset(map(kind_of_thing, told.patients)))
    )


def without_objects(told: Mention) -> Mention:
    """Return a mention that does not say what is done to."""
    return replace(told, objects=frozenset(), facts=replace(told.facts, nouns=frozenset()))


def is_carried_out(plan: Mention, *deeds: Mention) -> bool:
    """Return whether a plan is one event with the first of some deeds."""
    return [plan] not in with_plans([[plan], *([deed] for deed in deeds)])


VOTED = mention("b", "senate pass treaty", DEED)


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (mention("a", "senate ratify treaty", PLAN), True),
        (mention("a", "senate ratify treaty", replace(PLAN, days=day(26), dated=True)), True),
        (
            mention(
                "a",
                "senate ratify treaty",
                replace(PLAN, days=Interval(date(2031, 3, 24), date(2031, 3, 30)), dated=True),
            ),
            True,
        ),
        (mention("a", "senate ratify treaty", replace(PLAN, days=day(20), dated=True)), False),
        (mention("a", "senate ratify treaty", replace(PLAN, days=from_(27))), False),
        (mention("a", "senate ratify treaty", replace(PLAN, days=Interval(date(2031, 1, 3), None))), False),
        (mention("b", "senate ratify treaty", PLAN), False),
        (mention("a", "senate arrest treaty", PLAN), False),
        (mention("a", "senate ratify envoy", PLAN), False),
        (
            mention("a", "senate ratify treaty", replace(PLAN, agents=frozenset({"OR"}), actors=frozenset({"OR"}))),
            False,
        ),
        (mention("a", "senate ratify treaty", replace(PLAN, chamber="lower", agents=frozenset())), False),
        (mention("a", "senate ratify treaty", replace(PLAN, status="possible")), False),
        (mention("a", "senate ratify treaty", replace(PLAN, to_come=False)), False),
    ],
)
def test_a_plan_is_carried_out_by_the_same_act_in_its_time(plan: Mention, expected: bool) -> None:
    deed = replace(VOTED, facts=replace(VOTED.facts, chamber="upper"))
    assert is_carried_out(plan, deed) == expected


def test_things_of_one_kind_may_be_two() -> None:
    plan = replace(mention("a", "senate pass bill", PLAN), patients=frozenset({"farm", "bill"}))
    deed = replace(mention("b", "senate pass bill", DEED), patients=frozenset({"tax", "bill"}))
    assert not is_carried_out(plan, deed)
    assert is_carried_out(plan, replace(deed, patients=frozenset({"bill"})))


def test_the_next_such_act_carries_out_a_plan_without_a_day() -> None:
    plan = mention("a", "senate pass treaty", PLAN)
    later = replace(VOTED, article="c", facts=replace(VOTED.facts, days=day(28)))
    assert with_plans([[plan], [later], [VOTED]]) == [[later], [VOTED, plan]]


def test_a_plan_that_two_deeds_may_carry_out_stays_a_plan() -> None:
    assert not is_carried_out(mention("a", "senate pass treaty", PLAN), VOTED, replace(VOTED, article="c"))


def test_lawmakers_on_the_day_of_a_vote_may_be_of_its_house() -> None:
    plan = replace(PLAN, agents=frozenset(), actors=frozenset(), chamber="upper", dated=True, days=day(26))
    deed = replace(DEED, agents=frozenset(), doers=frozenset({"lawmaker"}))
    planned = without_objects(mention("a", "house vote treaty", plan))
    assert is_carried_out(planned, mention("b", "lawmakers ratify treaty", deed))
    assert not is_carried_out(planned, mention("b", "lawmakers ratify treaty", replace(deed, chamber="lower")))


def test_who_will_meet_another_is_met_by_the_other() -> None:
    both = frozenset({"KE", "OR"})
    plan = replace(PLAN, days=day(26), dated=True, actors=both, besides=frozenset({"OR"}))
    deed = replace(DEED, agents=frozenset({"OR"}), actors=both, besides=frozenset({"KE"}))
    planned = without_objects(mention("a", "premier meet envoy", plan))
    assert is_carried_out(planned, without_objects(mention("b", "envoy meet premier", deed)))


def test_a_deed_without_a_day_carries_nothing_out() -> None:
    deed = replace(VOTED, facts=replace(VOTED.facts, days=Interval(None, date(2031, 3, 26)), dated=False))
    assert not is_carried_out(mention("a", "senate pass treaty", PLAN), deed)
