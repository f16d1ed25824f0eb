"""Tests of ``rashomon.reconcile.timeline.tellings``: how much one telling weighs."""

from collections.abc import Callable

import pytest

from rashomon.reconcile.events import Events
from rashomon.reconcile.timeline.tellings import Tellings
from rashomon.records import Account, Article
from rashomon.records.annotation import Told
from tests.publish.tellings import claim
from tests.reconcile.conftest import Teller
from tests.reconcile.timeline.conftest import on, someone

ArticleOf = Callable[..., Article]

TEXT = "Deputies approved the treaty on Thursday. Vesk, who left the hall on Thursday, was angry. " + "It rained. " * 90
LATE = "Guards closed the bridge on Thursday."


@pytest.fixture
def teller(article_of: ArticleOf) -> Teller:
    """Return an article with a vote at its start and a bridge at its end."""
    return Teller(article_of(TEXT + LATE, day="2031-03-15"))


def weight(teller: Teller, clause: str, trigger: str, who: str, said: str | None = None) -> float:
    """Return how much a telling weighs, ``said`` by someone."""
    known = claim(teller.article, None, "angry", said) if said else None
    teller.event(
        clause,
        trigger,
        trigger,
        on(teller, "Thursday"),
        actors=someone(teller, who),
        claim=known.id if known is not None else None,
    )
    claims = [] if known is None else [known]
    told = [[Told(article=teller.article.id, event=number)] for number in range(len(teller.events))]
    events = Events([teller.article], [teller.reading()], claims).of(told)
    account: Account = next(event.accounts[0] for event in events if event.kind == trigger)
    return Tellings([teller.article], [teller.reading()], events).weight(account)


def test_the_first_words_weigh_most(teller: Teller) -> None:
    early = weight(teller, "Deputies approved the treaty on Thursday", "approved", "Deputies")
    late = weight(teller, "Guards closed the bridge on Thursday", "closed", "Guards")
    assert 0.95 < early <= 1
    assert 0.45 < late < 0.55


def test_what_is_told_in_passing_weighs_half(teller: Teller) -> None:
    found = weight(teller, "who left the hall on Thursday", "left", "Vesk")
    assert 0.4 < found < 0.5


def test_part_of_another_events_clause_weighs_half(teller: Teller) -> None:
    teller.event("Deputies approved the treaty on Thursday", "approved", "approve", on(teller, "Thursday"))
    found = weight(teller, "the treaty", "treaty", "the treaty")
    assert 0.45 < found < 0.5


def test_what_another_says_weighs_half(teller: Teller) -> None:
    said = "Deputies approved the treaty on Thursday"
    assert 0.45 < weight(teller, said, "approved", "Deputies", said=said) < 0.5
