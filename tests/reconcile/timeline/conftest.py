"""What the tests of the timeline share: a story of three articles, and its events with their ranks."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from rashomon.reconcile.events import Events
from rashomon.reconcile.timeline import ranked
from rashomon.records import Article, Event, Time
from rashomon.records.annotation import Actor, Told
from tests.reconcile.conftest import Teller

ArticleOf = Callable[..., Article]
DAY = date(2031, 3, 13)

FIRST = (
    "Deputies approved the treaty on Thursday. Minister Vesk resigned on Friday. The river is wide and cold. "
    "The old mill at the ford burned down in March last year, and in 2019 Kestravia fought Drevany."
)
SECOND = "On Thursday deputies approved the treaty, an hour before dusk. Vesk had praised it. Kestravia fought in 2019."


def on(teller: Teller, words: str, first: date = DAY, last: date | None = None) -> Time:
    """Return a time that an article's words say."""
    return Time(timex=None, earliest=first, latest=last or first, evidence=(teller.words(words),))


def someone(teller: Teller, words: str) -> tuple[Actor, ...]:
    """Return one who takes part."""
    return (Actor(role="agent", entity=f"e {words}", span=teller.words(words)),)


def events_of(tellers: Sequence[Teller], *happenings: Sequence[tuple[int, int]]) -> tuple[Event, ...]:
    """Return the ranked events of what is told, by article and place."""
    articles = [teller.article for teller in tellers]
    readings = [teller.reading() for teller in tellers]
    told = [[Told(article=articles[one].id, event=place) for one, place in group] for group in happenings]
    return ranked(Events(articles, readings, []).of(told), articles, readings)


def ranks(events: Sequence[Event]) -> dict[str, int | None]:
    """Return the ranks of events by their kinds."""
    return {event.kind: event.rank for event in events}


@pytest.fixture
def first(article_of: ArticleOf) -> Teller:
    """Return an article that tells of a vote in its first sentence."""
    teller = Teller(article_of(FIRST, source="1.txt", day="2031-03-15"))
    deputies = someone(teller, "Deputies")
    return teller.event(
        "Deputies approved the treaty on Thursday", "approved", "approve", on(teller, "Thursday"), actors=deputies
    )


@pytest.fixture
def second(article_of: ArticleOf) -> Teller:
    """Return another article that does."""
    teller = Teller(article_of(SECOND, source="2.txt", day="2031-03-15"))
    clause = "On Thursday deputies approved the treaty, an hour before dusk"
    return teller.event(clause, "approved", "approve", on(teller, "Thursday"), actors=someone(teller, "deputies"))
