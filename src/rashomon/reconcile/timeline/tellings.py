"""How much weight one telling of an event has, by where and how its article tells it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.languages.clauses import hangs_on, is_named
from rashomon.languages.event_words import says_little
from rashomon.records import Account, Article, Event
from rashomon.records.annotation import EventMention, Reading

FAR = 1000
"""Characters of the body before a telling that halve its weight: an article tells first what it is about."""
IN_PASSING = 0.5
IN_QUOTES = 0.5


class Tellings:
    """The tellings of all events of a story."""

    def __init__(self, articles: Sequence[Article], readings: Sequence[Reading], events: Iterable[Event]) -> None:
        """Take the articles, what each tells, and which events these are."""
        self.articles: Mapping[str, Article] = {article.id: article for article in articles}
        self.readings: Mapping[str, Reading] = {reading.article: reading for reading in readings}
        self.events = {
            (account.article, account.trigger.start): event.id for event in events for account in event.accounts
        }
        self.known: dict[str, Mapping[int, bool]] = {}

    def weight(self, account: Account) -> float:
        """Return how much a telling weighs, 0 to 1.

        It weighs most in the first words of the body, half as much after ``FAR`` characters, half of that where it is
        told in passing, and half where another speaks.
        """
        found = self.prominence(account.article, account.trigger.start)
        found *= IN_PASSING if self.in_passing(account) else 1
        return found * (IN_QUOTES if account.claim is not None else 1)

    def prominence(self, article: str, place: int) -> float:
        """Return how early in the body of its article a place stands: 1 at the start, falling to 0."""
        before = sum(max(0, min(place, one.end) - one.start) for one in self.articles[article].body)
        return FAR / (FAR + before)

    def in_passing(self, account: Account) -> bool:
        """Return whether a clause hangs on another, or is part of one that tells another event."""
        if account.article not in self.known:
            self.known[account.article] = dict(self._parts(account.article))
        return self.known[account.article].get(account.trigger.start, False)

    @staticmethod
    def names(account: Account) -> bool:
        """Return whether an account names the event by a noun, as one that the reader knows."""
        return is_named(account.span.text, account.trigger.text, account.trigger.start - account.span.start)

    def _parts(self, article: str) -> Iterator[tuple[int, bool]]:
        """Yield of each mention of an article, by its trigger's start, whether it is told in passing."""
        mentions = self.readings[article].events if article in self.readings else ()
        around: list[EventMention] = []
        for mention in sorted(mentions, key=lambda one: (one.clause.start, -one.clause.end)):
            start, end = mention.clause.start, mention.clause.end
            around = [one for one in around if one.clause.end >= end]
            of = self.events.get((article, mention.trigger.start))
            inside = any(
                (one.clause.start, one.clause.end) != (start, end)
                and not says_little(one.kind)
                and self.events.get((article, one.trigger.start)) != of
                for one in around
            )
            place = mention.trigger.start - start
            yield mention.trigger.start, inside or hangs_on(mention.clause.text, mention.trigger.text, place)
            around.append(mention)
