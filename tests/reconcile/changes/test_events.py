"""Tests of ``rashomon.reconcile.changes.events``: what is new, updated and withdrawn of the events."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from rashomon.reconcile.changes.events import EventChanges
from rashomon.reconcile.changes.versions import Versions
from rashomon.records import Article, Event, Record, Slots, Vote
from rashomon.records.changes import Change
from rashomon.records.findings import Status
from tests.publish.tellings import words
from tests.reconcile.changes.made import account, days, event, record, support

ArticleOf = Callable[..., Article]

PLAN = "Deputies are to vote on the treaty on March 20. The old weir is falling down."
VOTE = "Deputies voted for the treaty on March 13, 212 to three. Farmers marched in the capital."
PRINT = "The treaty was passed on March 13 when deputies voted for it."


@pytest.fixture
def plan(article_of: ArticleOf) -> Article:
    """Return an account of a vote to come."""
    return article_of(PLAN, source="plan.txt", day="2031-02-25")


@pytest.fixture
def vote(article_of: ArticleOf) -> Article:
    """Return an account of the vote."""
    return article_of(VOTE, source="vote.txt", day="2031-03-13")


def found(old: Record, new: Record) -> list[Change]:
    """Return what changed of the events."""
    return list(EventChanges(old, new, Versions(old, new)).found())


def planned(plan: Article, vote: Article) -> tuple[Event, Event]:
    """Return one vote as it was planned and as it is known later."""
    first = account(plan, "Deputies are to vote on the treaty", "vote", "planned")
    then = account(vote, "Deputies voted for the treaty", "voted")
    before = days(date(2031, 3, 20), date(2031, 3, 20), words(plan, "March 20"))
    after = days(date(2031, 3, 13), date(2031, 3, 13), words(vote, "March 13"))
    return event(first, status="planned", time=before), event(first, then, time=after)


def test_nothing_changes_between_a_record_and_itself(plan: Article, vote: Article) -> None:
    same = record(plan, vote, events=planned(plan, vote)[1:])
    assert found(same, same) == []


def test_an_event_that_only_a_later_article_tells_is_new(plan: Article, vote: Article) -> None:
    marched = event(account(vote, "Farmers marched in the capital", "marched"))
    (change,) = found(record(plan), record(plan, vote, events=(marched,)))
    assert (change.kind, change.label, change.now) == ("new", "Farmers marched in the capital", "happened")
    assert (change.old, change.new) == (None, marched.id)
    assert [span.text for span in change.after] == ["Farmers marched in the capital"]


def test_an_event_that_is_read_anew_in_an_old_article_is_no_change(plan: Article, vote: Article) -> None:
    falling = event(account(plan, "The old weir is falling down", "falling"))
    assert found(record(plan), record(plan, vote, events=(falling,))) == []


def test_a_plan_that_came_about_is_updated_in_status_and_time(plan: Article, vote: Article) -> None:
    old, new = planned(plan, vote)
    changes = {one.slot: one for one in found(record(plan, events=(old,)), record(plan, vote, events=(new,)))}
    assert (changes["status"].was, changes["status"].now) == ("planned", "happened")
    assert changes["status"].after[0].text == "Deputies voted for the treaty"
    assert (changes["time"].was, changes["time"].now, changes["time"].why) == ("2031-03-20", "2031-03-13", "moved")
    assert changes.keys() == {"status", "time", "support"}


def test_ids_do_not_matter(plan: Article, vote: Article) -> None:
    old, new = planned(plan, vote)
    other = msgspec.structs.replace(new, id="e" * 13)
    slots = {one.slot for one in found(record(plan, events=(old,)), record(plan, vote, events=(other,)))}
    assert slots == {"status", "time", "support"}


@pytest.mark.parametrize(
    ("was", "now"), [("happened", "planned"), ("claimed", "denied"), ("happened", "claimed"), ("planned", "planned")]
)
def test_some_statuses_do_not_follow_one_another(plan: Article, vote: Article, was: Status, now: Status) -> None:
    first = account(plan, "Deputies are to vote on the treaty", "vote", was)
    then = account(vote, "Deputies voted for the treaty", "voted", now)
    old, new = event(first, status=was), event(first, then, status=now)
    changes = found(record(plan, events=(old,)), record(plan, vote, events=(new,)))
    assert [one.slot for one in changes] == ["support"]


def test_a_status_that_an_older_account_had_is_no_news(article_of: ArticleOf, plan: Article, vote: Article) -> None:
    first = account(plan, "Deputies are to vote on the treaty", "vote", "planned")
    then = account(vote, "Deputies voted for the treaty", "voted")
    later = article_of(PRINT, source="print.txt", day="2031-03-14")
    again = account(later, "deputies voted for it", "voted")
    old, new = event(first, then, status="planned"), event(first, then, again)
    changes = found(record(plan, vote, events=(old,)), record(plan, vote, later, events=(new,)))
    assert [one.slot for one in changes] == ["support"]


@pytest.mark.parametrize(
    ("was", "why"),
    [
        ((date(2031, 3, 1), date(2031, 3, 31)), "narrowed"),
        ((date(2031, 3, 20), date(2031, 3, 20)), "moved"),
        (None, "now dated"),
    ],
)
def test_a_time_is_narrowed_moved_or_known_now(
    plan: Article, vote: Article, was: tuple[date, date] | None, why: str
) -> None:
    _, new = planned(plan, vote)
    before = None if was is None else days(*was, words(plan, "March 20"))
    old = event(new.accounts[0], time=before)
    (change,) = (
        one for one in found(record(plan, events=(old,)), record(plan, vote, events=(new,))) if one.slot == "time"
    )
    assert (change.now, change.why) == ("2031-03-13", why)
    assert [span.text for span in change.after] == ["March 13"]


def test_a_time_that_stays_is_no_change(plan: Article, vote: Article) -> None:
    was = days(date(2031, 3, 13), date(2031, 3, 13), words(plan, "March 20"))
    _, new = planned(plan, vote)
    old = event(new.accounts[0], time=was)
    slots = [one.slot for one in found(record(plan, events=(old,)), record(plan, vote, events=(new,)))]
    assert slots == ["support"]


def test_a_result_that_is_known_now_is_told(plan: Article, vote: Article) -> None:
    old, new = planned(plan, vote)
    result = Vote(for_=212, against=3, abstain=None, absent=None, unanimous=None, span=words(vote, "212 to three"))
    voted = msgspec.structs.replace(new, slots=Slots(vote=result))
    (change,) = (
        one for one in found(record(plan, events=(old,)), record(plan, vote, events=(voted,))) if one.slot == "vote"
    )
    assert (change.was, change.now) == (None, "212 for, 3 against")
    assert change.after == (result.span,)


def test_more_independent_accounts_are_told_and_more_prints_are_not(plan: Article, vote: Article) -> None:
    old, new = planned(plan, vote)
    printed = msgspec.structs.replace(new, status="planned", time=old.time, support=support(2, 1))
    assert found(record(plan, events=(old,)), record(plan, vote, events=(printed,))) == []


def test_an_event_is_withdrawn_when_its_articles_are_gone(plan: Article, vote: Article) -> None:
    marched = event(account(vote, "Farmers marched in the capital", "marched"))
    (change,) = found(record(plan, vote, events=(marched,)), record(plan))
    assert (change.kind, change.why, change.new) == ("withdrawn", "article gone", None)
    assert [span.text for span in change.before] == ["Farmers marched in the capital"]


def test_an_event_that_an_article_tells_that_is_still_there_is_not_withdrawn(plan: Article, vote: Article) -> None:
    _, new = planned(plan, vote)
    assert found(record(plan, vote, events=(new,)), record(plan)) == []


def test_an_event_is_withdrawn_when_the_text_no_longer_tells_it(article_of: ArticleOf, plan: Article) -> None:
    story = "The ministry of the interior said on Monday that the ford was closed. "
    old = article_of(f"{story}Nineteen guards were killed there.", day="2031-03-10")
    new = article_of(f"{story}Nobody knows yet how many of them came back from it.", day="2031-03-10")
    killed = event(account(old, "Nineteen guards were killed there", "killed"))
    (change,) = found(record(plan, old, events=(killed,)), record(plan, new))
    assert (change.kind, change.why) == ("withdrawn", "its text was changed")


def test_an_event_stays_the_same_where_another_word_of_its_article_was_corrected(article_of: ArticleOf) -> None:
    old = article_of("The ministry of the interior said that nineteen guards were killed there on Sunday.")
    new = article_of("The ministry of the interior said that eleven guards were killed there on Sunday.")
    was = event(account(old, "nineteen guards were killed there", "killed"))
    now = event(account(new, "eleven guards were killed there", "killed"))
    assert found(record(old, events=(was,)), record(new, events=(now,))) == []


def test_new_events_come_by_rank_then_by_what_is_dated_after_the_old_record(plan: Article, vote: Article) -> None:
    marched, passed = account(vote, "Farmers marched in the capital", "marched"), words(vote, "March 13")
    voted = account(vote, "Deputies voted for the treaty", "voted")
    dated = event(voted, time=days(date(2031, 3, 13), date(2031, 3, 13), passed))
    plain = event(marched)
    ranked = msgspec.structs.replace(plain, rank=1)
    old = record(plan)
    assert [one.new for one in found(old, record(plan, vote, events=(plain, dated)))] == [dated.id, plain.id]
    assert [one.new for one in found(old, record(plan, vote, events=(dated, ranked)))] == [ranked.id, dated.id]
