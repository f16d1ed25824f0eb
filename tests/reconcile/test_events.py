"""Tests of ``rashomon.reconcile.events``: what the accounts of one event say together."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from rashomon.reconcile.events import Events
from rashomon.records import Article, Event, Span, Time, Vote
from rashomon.records.annotation import Actor, Told
from tests.publish.tellings import claim
from tests.reconcile.conftest import Teller

ArticleOf = Callable[..., Article]

FIRST = "President Zhelnar signed the treaty in May last year, the ministry says. The day was long."
SECOND = "The two signed the treaty on May 6, 2030. Deputies voted on Thursday."


def on(teller: Teller, words: str, timex: str, first: date, last: date) -> Time:
    """Return a time that an article's words say."""
    return Time(timex=timex, earliest=first, latest=last, evidence=(teller.words(words),))


def events_of(tellers: Sequence[Teller], *happenings: Sequence[tuple[int, int]]) -> tuple[Event, ...]:
    """Return the events of what is told, by article and place."""
    articles = [teller.article for teller in tellers]
    told = [[Told(article=articles[one].id, event=place) for one, place in group] for group in happenings]
    return Events(articles, [teller.reading() for teller in tellers], []).of(told)


@pytest.fixture
def signed(article_of: ArticleOf) -> list[Teller]:
    """Return two accounts of one signing, the second more exact."""
    first = Teller(article_of(FIRST, source="1.txt", day="2031-03-13"))
    second = Teller(article_of(SECOND, source="2.txt", day="2031-03-26"))
    zhelnar = Actor(role="agent", entity="e1", span=first.words("President Zhelnar"))
    first.event(
        "President Zhelnar signed the treaty in May last year",
        "signed",
        "sign",
        on(first, "May last year", "2030-05", date(2030, 5, 1), date(2030, 5, 31)),
        actors=(zhelnar,),
    )
    second.event(
        "The two signed the treaty on May 6, 2030",
        "signed",
        "sign",
        on(second, "May 6, 2030", "2030-05-06", date(2030, 5, 6), date(2030, 5, 6)),
    )
    second.event("Deputies voted on Thursday", "voted", "vote")
    return [first, second]


def test_the_time_narrows_as_accounts_agree(signed: list[Teller]) -> None:
    (event,) = events_of(signed, [(0, 0), (1, 0)])
    assert event.time is not None
    assert (event.time.timex, event.time.earliest, event.time.latest) == (
        "2030-05-06",
        date(2030, 5, 6),
        date(2030, 5, 6),
    )
    assert [span.text for span in event.time.evidence] == ["May last year", "May 6, 2030"]


def test_an_event_has_its_best_sentence_and_a_label_of_its_words(signed: list[Teller]) -> None:
    (event,) = events_of(signed, [(0, 0), (1, 0)])
    assert event.best.text == "President Zhelnar signed the treaty in May last year, the ministry says."
    assert event.label == "President Zhelnar signed the treaty in May last year"


def test_accounts_come_in_record_order_and_support_counts_articles(signed: list[Teller]) -> None:
    (event,) = events_of(signed, [(1, 0), (0, 0)])
    assert [account.span.article for account in event.accounts] == [teller.article.id for teller in signed]
    assert event.support.articles == 2
    assert event.agreement == "agree"


def test_what_is_told_without_time_and_name_is_no_event(signed: list[Teller]) -> None:
    assert events_of(signed, [(1, 1)]) == ()


def test_what_is_only_possible_is_no_event(article_of: ArticleOf) -> None:
    teller = Teller(article_of("If Ormelia attacks on Thursday, it begins."))
    actor = Actor(role="agent", entity="e1", span=teller.words("Ormelia"))
    teller.event("Ormelia attacks on Thursday", "attacks", "attack", status="possible", actors=(actor,))
    assert events_of([teller], [(0, 0)]) == ()


def test_what_speakers_alone_tell_is_claimed(article_of: ArticleOf) -> None:
    teller = Teller(article_of("Ormelia attacked, Terebin said."))
    said = claim(teller.article, "Terebin", "said", "Ormelia attacked")
    actor = Actor(role="agent", entity="e1", span=teller.words("Ormelia"))
    teller.event("Ormelia attacked", "attacked", "attack", actors=(actor,), claim=said.id)
    events = Events([teller.article], [teller.reading()], [said])
    (event,) = events.of([[Told(article=teller.article.id, event=0)]])
    assert (event.status, event.accounts[0].status, event.accounts[0].claim) == ("claimed", "claimed", said.id)


def test_the_status_is_that_of_the_latest_account_in_an_own_voice(signed: list[Teller]) -> None:
    second = signed[1]
    second.event("Deputies voted on Thursday", "voted", "sign", status="planned")
    (event,) = events_of(signed, [(0, 0), (1, 2)])
    assert event.status == "planned"


def test_a_vote_is_told_by_several(signed: list[Teller]) -> None:
    def vote(span: Span, **known: object) -> Vote:
        parts = {"for_": None, "against": None, "abstain": None, "absent": None, "unanimous": None} | known
        return Vote(span=span, **parts)  # type: ignore[arg-type]

    first, second = signed
    actor = Actor(role="agent", entity="e1", span=first.words("President Zhelnar"))
    first.event("The day was long", "day", "vote", vote=vote(first.words("day"), unanimous=True), actors=(actor,))
    second.event("Deputies voted", "voted", "vote", vote=vote(second.words("Deputies"), for_=212, against=3))
    (event,) = events_of(signed, [(0, 1), (1, 2)])
    assert event.slots.vote is not None
    assert (event.slots.vote.for_, event.slots.vote.against, event.slots.vote.unanimous) == (212, 3, True)


def test_what_was_over_long_before_is_background(article_of: ArticleOf) -> None:
    teller = Teller(article_of("Kestravia fought Drevany in 2019.", day="2031-03-13"))
    actor = Actor(role="agent", entity="e1", span=teller.words("Kestravia"))
    teller.event(
        "Kestravia fought Drevany in 2019",
        "fought",
        "fight",
        on(teller, "2019", "2019", date(2019, 1, 1), date(2019, 12, 31)),
        actors=(actor,),
    )
    (event,) = events_of([teller], [(0, 0)])
    assert event.background


def test_what_nobody_dates_was_by_the_day_of_the_best_account(signed: list[Teller]) -> None:
    first, second = signed
    actor = Actor(role="agent", entity="e1", span=first.words("The day"))
    first.event("The day was long", "was", "last", actors=(actor,))
    second.event("Deputies voted", "voted", "last")
    (event,) = events_of(signed, [(0, 1), (1, 2)])
    assert event.time == Time(timex=None, earliest=None, latest=date(2031, 3, 13), evidence=())


def test_a_plan_that_nobody_dates_was_still_to_come(signed: list[Teller]) -> None:
    first, second = signed
    actor = Actor(role="agent", entity="e1", span=first.words("The day"))
    first.event("The day was long", "was", "last", status="planned", actors=(actor,))
    second.event("Deputies voted", "voted", "last", status="planned")
    (event,) = events_of(signed, [(0, 1), (1, 2)])
    assert event.time == Time(timex=None, earliest=date(2031, 3, 13), latest=None, evidence=())


def test_who_foresaw_a_deed_does_not_stand_behind_it(signed: list[Teller]) -> None:
    first = signed[0]
    actor = Actor(role="agent", entity="e1", span=first.words("The day"))
    first.event("The day was long", "was", "vote", status="planned", actors=(actor,))
    (event,) = events_of(signed, [(0, 1), (1, 1)])
    assert event.status == "happened"
    assert len(event.accounts) == 2
    assert event.support.articles == 1


def test_what_is_named_for_a_day_after_its_article_is_a_plan(article_of: ArticleOf) -> None:
    teller = Teller(article_of("The vote on June 3 is the third of the council.", day="2031-05-27"))
    teller.event(
        "The vote on June 3",
        "vote",
        "vote",
        on(teller, "June 3", "2031-06-03", date(2031, 6, 3), date(2031, 6, 3)),
    )
    (event,) = events_of([teller], [(0, 0)])
    assert event.status == "planned"


def test_events_come_by_time(signed: list[Teller]) -> None:
    second = signed[1]
    actor = Actor(role="agent", entity="e1", span=second.words("Deputies"))
    second.event("Deputies voted on Thursday", "voted", "vote", actors=(actor,))
    assert [event.kind for event in events_of(signed, [(1, 2)], [(0, 0), (1, 0)])] == ["sign", "vote"]
