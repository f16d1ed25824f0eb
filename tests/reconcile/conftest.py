"""What the tests of a story's record share: what articles tell, made by hand over their words."""

from collections.abc import Callable

import msgspec
import pytest

from rashomon.records import Article, Span, Time, TimeExpression
from rashomon.records.annotation import EventMention, Reading, TimeMention
from rashomon.records.times import Calendar, Fixed


class Teller:
    """Tells the events of one article."""

    def __init__(self, article: Article) -> None:
        """Take the article whose words the events are told in."""
        self.article = article
        self.times: list[TimeMention] = []
        self.events: list[EventMention] = []

    def words(self, text: str) -> Span:
        """Return the first characters that read so."""
        start = self.article.text.index(text)
        return self.article.span(start, start + len(text))

    def event(self, clause: str, trigger: str, kind: str, when: Time | None = None, **known: object) -> "Teller":
        """Tell an event; ``when`` is its time, evidence the words of it."""
        if when is not None:
            expression = TimeExpression(
                span=when.evidence[0],
                type="DATE",
                meaning=Calendar(steps=(Fixed(value=when.timex or ""),)),
                mod=None,
                quant=None,
                freq=None,
                anchor=None,
                on=None,
                bound=None,
            )
            self.times.append(TimeMention(expression=expression, time=when))
        mention = EventMention(
            kind=kind,
            trigger=self.words(trigger),
            clause=self.words(clause),
            status="happened",
            actors=(),
            place=None,
            time=None if when is None else len(self.times) - 1,
            claim=None,
            through=None,
            takes_up=None,
            vote=None,
        )
        self.events.append(msgspec.structs.replace(mention, **known))
        return self

    def reading(self) -> Reading:
        """Return what the article tells."""
        return Reading(article=self.article.id, times=tuple(self.times), quantities=(), events=tuple(self.events))


@pytest.fixture(scope="session")
def teller() -> Callable[[Article], Teller]:
    """Return a teller of an article's events."""
    return Teller
