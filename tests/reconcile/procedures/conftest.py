"""What the tests of procedures share: stories of many events, told by hand."""

from collections.abc import Callable
from datetime import date

import pytest

from rashomon.languages.procedures import shipped
from rashomon.reconcile import Events, Story
from rashomon.reconcile.procedures import boards
from rashomon.records import Alias, Article, Entity, Procedure, Span, Stage, Time, Vote
from rashomon.records.annotation import Actor, Role, Told
from rashomon.records.findings import EntityType
from tests.reconcile.conftest import Teller

ArticleOf = Callable[..., Article]
ROLES: tuple[Role, ...] = ("agent", "patient", "other")


class Chronicle:
    """A story whose articles tell one event after the other."""

    def __init__(self, article_of: ArticleOf) -> None:
        """Take what makes articles."""
        self.article_of = article_of
        self.tellers: list[Teller] = []
        self.names: dict[str, tuple[EntityType, str | None]] = {}
        self.joined: list[list[Told]] = []

    def named(self, name: str, kind: EntityType = "organization", part_of: str | None = None) -> "Chronicle":
        """Name someone or something wherever an article has the name, which is its id too."""
        self.names[name] = (kind, part_of)
        return self

    def article(self, *paragraphs: str, day: str = "2031-03-13") -> "Chronicle":
        """Begin an article."""
        self.tellers.append(Teller(self.article_of(*paragraphs, source=f"{len(self.tellers)}.txt", day=day)))
        return self

    def tell(
        self, clause: str, trigger: str, kind: str, day: tuple[str, str] | None = None, **told: object
    ) -> "Chronicle":
        """Tell an event: ``agent``, ``patient``, ``other`` in words; ``day`` by its words; ``vote`` by its numbers."""
        teller = self.tellers[-1]
        actors = tuple(
            Actor(role=role, entity=self._whose(str(told[role])), span=teller.words(str(told[role])))
            for role in ROLES
            if role in told
        )
        when = None
        if day is not None:
            at = date.fromisoformat(day[1])
            when = Time(timex=day[1], earliest=at, latest=at, evidence=(teller.words(day[0]),))
        vote = told.get("vote")
        known: dict[str, object] = {"status": told.get("status", "happened"), "actors": actors}
        if isinstance(vote, tuple):
            span = teller.words(str(vote[2]))
            known["vote"] = Vote(for_=vote[0], against=vote[1], abstain=None, absent=None, unanimous=None, span=span)
        teller.event(clause, trigger, kind, when, **known)
        self.joined.append([Told(article=teller.article.id, event=len(teller.events) - 1)])
        return self

    def again(self, *told: object, **known: object) -> "Chronicle":
        """Tell the last event once more."""
        self.tell(*told, **known)  # type: ignore[arg-type]
        last = self.joined.pop()
        self.joined[-1] += last
        return self

    def boards(self) -> tuple[Procedure, ...]:
        """Return the boards of the story."""
        tellers = sorted(self.tellers, key=lambda one: (one.article.published.earliest or date.max, one.article.id))
        articles = [teller.article for teller in tellers]
        readings = [teller.reading() for teller in tellers]
        events = Events(articles, readings, ()).of(self.joined)
        story = Story(
            articles=articles,
            readings=readings,
            entities=self._entities(articles),
            claims=(),
            events=events,
            figures=(),
        )
        return boards(story, shipped())

    def board(self) -> Procedure:
        """Return the only board of the story."""
        (found,) = self.boards()
        return found

    def _whose(self, words: str) -> str | None:
        return next((name for name in self.names if name in words), None)

    def _entities(self, articles: list[Article]) -> list[Entity]:
        return [
            Entity(
                id=name,
                type=kind,
                name=name,
                aliases=(Alias(text=name, count=1),),
                mentions=tuple(span for article in articles for span in _places(article, name)),
                roles=(),
                part_of=part_of,
            )
            for name, (kind, part_of) in self.names.items()
        ]


def _places(article: Article, name: str) -> list[Span]:
    found, start = [], article.text.find(name)
    while start >= 0:
        found.append(article.span(start, start + len(name)))
        start = article.text.find(name, start + 1)
    return found


def states(board: Procedure) -> dict[str, str]:
    """Return how far each stage has come, by its id."""
    return {stage.stage: stage.state for stage in board.stages}


def stage(board: Procedure, name: str) -> Stage:
    """Return a stage of a board."""
    return next(one for one in board.stages if one.stage == name)


@pytest.fixture
def chronicle(article_of: ArticleOf) -> Chronicle:
    """Return a story in which nothing is told yet."""
    return Chronicle(article_of)
