"""What the tests of differences share: stories of one event that several articles tell, made by hand."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

import msgspec
import pytest

from rashomon.reconcile.differences import Story
from rashomon.reconcile.events import Events
from rashomon.records import Alias, Article, Claim, Entity, Figure, Outlet, Time
from rashomon.records.annotation import Actor, Told
from rashomon.records.findings import EntityType, Status
from tests.publish.tellings import claim, doing
from tests.reconcile.conftest import Teller

ArticleOf = Callable[..., Article]
Found = TypeVar("Found", bound=msgspec.Struct)


def known(name: str, kind: EntityType = "place", part_of: str | None = None) -> Entity:
    """Return an entity by its name, which is its id too."""
    return Entity(
        id=name, type=kind, name=name, aliases=(Alias(text=name, count=1),), mentions=(), roles=(), part_of=part_of
    )


class Tale:
    """A story of one event, an article for each account."""

    def __init__(self, article_of: ArticleOf) -> None:
        """Take what makes articles."""
        self.article_of = article_of
        self.tellers: list[Teller] = []
        self.claims: list[Claim] = []
        self.entities: list[Entity] = []

    def named(self, *entities: Entity) -> "Tale":
        """Name those who take part."""
        self.entities += entities
        return self

    def account(self, text: str, trigger: str, kind: str, day: str = "2031-03-13", **told: object) -> "Tale":
        """Tell the event in an article of one sentence.

        ``clause`` where it is not the sentence; ``agent``, ``patient``, ``place``: words and the entity, if they name
        one; ``when``: words and the first and last day; ``said``: speaker, cue, content and stance of the claim.
        """
        outlet = told.pop("outlet", None)
        article = self.article_of(text, source=f"{len(self.tellers)}.txt", day=day)
        if isinstance(outlet, str):
            article = msgspec.structs.replace(
                article, outlet=Outlet(name=outlet, basis="stated", evidence=(), metadata=())
            )
        teller = Teller(article)
        self.tellers.append(teller)
        self._tell(teller, trigger, kind, told)
        return self

    def again(self, trigger: str, kind: str, **told: object) -> "Tale":
        """Tell the event once more in the last article."""
        self._tell(self.tellers[-1], trigger, kind, told)
        return self

    def print_of(self, number: int, day: str) -> "Tale":
        """Print an article once more, word for word, on another day."""
        first = self.tellers[number]
        article = msgspec.structs.replace(
            self.article_of(first.article.text, source=f"print {len(self.tellers)}.txt", day=day),
            copy_of=first.article.id,
            shared=1.0,
        )
        ids = (first.article.id, article.id)
        teller = Teller(article)
        teller.events = [_moved(one, *ids) for one in first.events]
        teller.times = [_moved(one, *ids) for one in first.times]
        for told in [one for one in self.claims if one.article == first.article.id]:
            copied = msgspec.structs.replace(_moved(told, *ids), id=f"print {told.id}")
            self.claims.append(copied)
            teller.events = [
                msgspec.structs.replace(one, claim=copied.id) if one.claim == told.id else one for one in teller.events
            ]
        self.tellers.append(teller)
        return self

    def story(self, figures: Sequence[Figure] = ()) -> Story:
        """Return the story, its events made of what is told."""
        tellers = sorted(self.tellers, key=lambda one: (one.article.published.earliest or date.max, one.article.id))
        articles = [teller.article for teller in tellers]
        readings = [teller.reading() for teller in tellers]
        group = [
            Told(article=teller.article.id, event=place) for teller in tellers for place in range(len(teller.events))
        ]
        events = Events(articles, readings, self.claims).of([group] if group else [])
        return Story(
            articles=articles,
            readings=readings,
            entities=self.entities,
            claims=self.claims,
            events=[msgspec.structs.replace(event, rank=1) for event in events],
            figures=figures,
        )

    def _tell(self, teller: Teller, trigger: str, kind: str, told: dict[str, object]) -> None:
        actors = tuple(
            Actor(role=role, entity=entity, span=teller.words(words))  # type: ignore[arg-type]
            for role, (words, entity) in ((role, _pair(told.get(role))) for role in ("agent", "patient", "other"))
            if words
        )
        when = told.get("when")
        time = None
        if isinstance(when, tuple):
            first, last = (date.fromisoformat(day) for day in when[1:])
            time = Time(timex=None, earliest=first, latest=last, evidence=(teller.words(when[0]),))
        said = told.get("said")
        status: Status = told.get("status", "happened")  # type: ignore[assignment]
        its_claim = None
        if isinstance(said, tuple):
            speaker, cue, content, stance = said
            of = next((one for one in self.entities if one.name == speaker), None)
            its_claim = doing(claim(teller.article, speaker, cue, content, of=of), stance)
            self.claims.append(its_claim)
        teller.event(
            str(told.get("clause", teller.article.text.rstrip("."))),
            trigger,
            kind,
            time,
            actors=actors,
            status=status,
            claim=None if its_claim is None else its_claim.id,
            **{name: told[name] for name in ("vote", "place") if name in told},
        )


def _pair(told: object) -> tuple[str, str | None]:
    if isinstance(told, tuple):
        return told[0], told[1]
    return (told, None) if isinstance(told, str) else ("", None)


def _moved(found: Found, first: str, other: str) -> Found:
    """Return what was found in one article as it is in a print of it."""

    def renamed(value: object) -> object:
        if isinstance(value, dict):
            return {name: renamed(part) for name, part in value.items()}
        if isinstance(value, list | tuple):
            return [renamed(part) for part in value]
        return other if value == first else value

    return msgspec.convert(renamed(msgspec.to_builtins(found)), type(found))


@pytest.fixture
def tale(article_of: ArticleOf) -> Tale:
    """Return a story that nobody has told yet."""
    return Tale(article_of)
