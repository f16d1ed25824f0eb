"""What differences are found in: a story whose events and figures are known, and what each account of it tells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.records import Account, Article, Claim, Entity, Event, Figure, Procedure, Published
from rashomon.records.annotation import EventMention, Reading, TimeMention

BY_NAME = frozenset({"place", "group"})
"""Types of entities that stand for what they are a part of: Moscow and the Russians for Russia."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story before its differences are known; articles in record order."""

    articles: Sequence[Article]
    readings: Sequence[Reading]
    entities: Sequence[Entity]
    claims: Sequence[Claim]
    events: Sequence[Event]
    figures: Sequence[Figure]
    procedures: Sequence[Procedure] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One account of an event, with all that its clause says."""

    account: Account
    mention: EventMention
    article: Article
    time: TimeMention | None
    claim: Claim | None

    @property
    def report(self) -> str:
        """The article that this one is a print of, itself where it is none."""
        return self.article.report

    @property
    def published(self) -> Published:
        """When the article was published."""
        return self.article.published


class Tellings:
    """Finds what the accounts of a story tell."""

    def __init__(self, story: Story) -> None:
        self.articles: Mapping[str, Article] = {article.id: article for article in story.articles}
        self.entities: Mapping[str, Entity] = {entity.id: entity for entity in story.entities}
        self.claims: Mapping[str, Claim] = {claim.id: claim for claim in story.claims}
        self._times = {reading.article: reading.times for reading in story.readings}
        self._mentions = {
            (reading.article, mention.trigger.start, mention.trigger.end): mention
            for reading in story.readings
            for mention in reading.events
        }

    def of(self, event: Event) -> list[Telling]:
        """Return the accounts of an event, in its order."""
        return [self._telling(account) for account in event.accounts]

    def report(self, article: str) -> str:
        """Return the article that another is a print of, itself where it is none."""
        return self.articles[article].report

    def wholes(self, entity: str) -> tuple[str, ...]:
        """Return an entity and all that it is a part of, from the inside out."""
        found: dict[str, None] = {}
        here: str | None = entity
        while here is not None and here not in found and here in self.entities:
            found[here] = None
            here = self.entities[here].part_of
        return tuple(found)

    def party(self, entity: str) -> str:
        """Return the id of whom an entity stands for: a capital and a people for their country."""
        known = self.entities.get(entity)
        return self.wholes(entity)[-1] if known is not None and known.type in BY_NAME else entity

    def _telling(self, account: Account) -> Telling:
        trigger = account.trigger
        mention = self._mentions[account.article, trigger.start, trigger.end]
        times = self._times[account.article]
        return Telling(
            account=account,
            mention=mention,
            article=self.articles[account.article],
            time=None if mention.time is None else times[mention.time],
            claim=None if account.claim is None else self.claims[account.claim],
        )


def reports(tellings: Iterable[Telling]) -> int:
    """Return how many reports there are, prints of one counted once."""
    return len({telling.report for telling in tellings})


def first_day(published: Published) -> date:
    """Return the earliest day on which an article can have been published."""
    return published.earliest or date.min


def last_day(published: Published) -> date:
    """Return the latest day on which an article can have been published."""
    return published.latest or date.max
