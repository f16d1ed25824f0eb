"""Which days a story turns on, and the sentences that tell of a day best.

Days are weighed by what Tran et al. (2013) and Ghalandari and Ifrim (2020) found to tell the days of hand-made
timelines, here counts without training; a day's sentences are those near the centre of all that may tell of it
(Radev et al. 2004), each new one unlike those before it (Carbonell and Goldstein 1998).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from rashomon.languages.prose import content_words
from rashomon.records import BODY_KINDS, Article, Span, Time
from rashomon.records.annotation import Reading
from rashomon.text import Range, enclosing, sentences

NEXT = timedelta(days=1)
LONG_AFTER = timedelta(days=7)
"""What is still told so long after a day was no news of the day alone."""
TELLS, NAMES, ON_THE_DAY, THE_DAY_AFTER = 1.0, 0.4, 0.35, 0.25
"""What a sentence of a day counts: that tells what happened on it, that only names it, and that does neither but opens
an article published on it or on the day after."""
OPENING = 2000
"""Characters of a body that tell its news; at their end a telling has lost half of its weight."""
SHORTEST, LONGEST = 8, 60
"""Words of a sentence."""

Vector = Mapping[str, float]


@dataclass(slots=True)
class Count:
    """How many articles speak for a day."""

    published: int = 0
    """Those published on it or on the day after."""
    telling: int = 0
    """Those that tell in their own voice something that happens on it."""
    recalling: int = 0
    """Those that still name it long after."""

    @property
    def weight(self) -> int:
        """How much the day weighs: more with some of each than with as many of one kind."""
        return (1 + self.published) * (1 + self.telling) * (1 + self.recalling)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that may tell of a day."""

    span: Span
    weight: float
    words: Vector


@dataclass(frozen=True, slots=True)
class Told:
    """What one article tells of days."""

    article: Article
    tells: Mapping[date, Sequence[int]] = field(default_factory=dict)
    """By day, where in the text it is told what happens on it."""
    own: frozenset[date] = frozenset()
    """Days of which something is told in the article's own voice."""
    names: Mapping[date, Sequence[int]] = field(default_factory=dict)
    """By day, where it is named."""


class Days:
    """The days of a story."""

    def __init__(self, articles: Sequence[Article], readings: Sequence[Reading]) -> None:
        """Take the articles and what each tells; prints of another article and articles without a date do not count."""
        read = {reading.article: reading for reading in readings}
        self.told = {
            article.id: _told(article, read[article.id])
            for article in articles
            if article.id in read and article.copy_of is None and article.published.latest is not None
        }
        self.by_day: dict[date, set[str]] = defaultdict(set)
        for name, told in self.told.items():
            published = told.article.published.latest
            assert published is not None  # noqa: S101 - seen to above, for the type checker
            for day in (*told.tells, *told.names, published, published - NEXT):
                self.by_day[day].add(name)
        self.sentences: dict[str, list[Range]] = {}

    def weights(self) -> dict[date, int]:
        """Return how much each day weighs that anything speaks for."""
        return {day: self.count(day).weight for day in self.by_day}

    def count(self, day: date) -> Count:
        """Return what speaks for a day."""
        count = Count()
        for name in self.by_day.get(day, ()):
            told = self.told[name]
            published = told.article.published.latest or day
            count.published += published - day in (NEXT, timedelta())
            count.telling += day in told.own
            count.recalling += day in told.names and published - day > LONG_AFTER
        return count

    def best(self, day: date, number: int) -> list[Span]:
        """Return the sentences that tell best of a day, the best first, as many as asked for or all that there are."""
        found = list(self._candidates(day))
        centre: dict[str, float] = defaultdict(float)
        for one in found:
            for word, weight in one.words.items():
                centre[word] += weight * one.weight
        length = math.sqrt(sum(weight * weight for weight in centre.values())) or 1.0
        rated = [(_product(one.words, centre) / length * math.sqrt(one.weight), one) for one in found]
        chosen: list[Sentence] = []
        while len(chosen) < min(number, len(found)):
            _, one = max(
                ((rate * (1 - _likest(one, chosen)), one) for rate, one in rated if one not in chosen),
                key=lambda it: (it[0], -it[1].span.start, it[1].span.article),
            )
            chosen.append(one)
        return [one.span for one in chosen]

    def _candidates(self, day: date) -> Iterator[Sentence]:
        for name in sorted(self.by_day.get(day, ())):
            told = self.told[name]
            weights: dict[Range, float] = defaultdict(float)
            published = told.article.published.latest
            opening = {day: ON_THE_DAY, day + NEXT: THE_DAY_AFTER}.get(published or date.min, 0.0)
            for sentence in self._sentences(told.article) if opening else ():
                if _before(told.article, sentence.start) >= OPENING:
                    break
                weights[sentence] = opening
            for places, weight in ((told.names.get(day, ()), NAMES), (told.tells.get(day, ()), TELLS)):
                for place in places:
                    weights[enclosing(self._sentences(told.article), Range(place, place + 1))] = weight
            for sentence, weight in sorted(weights.items(), key=lambda one: one[0].start):
                if SHORTEST <= len(sentence.of(told.article.text).split()) <= LONGEST:
                    yield self._sentence(told.article, sentence, weight)

    def _sentence(self, article: Article, at: Range, weight: float) -> Sentence:
        span = article.span(at.start, at.end)
        counts = Counter(content_words(span.text))
        words = {word: (1 + math.log(count)) * self._rarity(word) for word, count in counts.items()}
        length = math.sqrt(sum(value * value for value in words.values())) or 1.0
        early = OPENING / (OPENING + _before(article, at.start))
        return Sentence(span, weight * early, {word: value / length for word, value in words.items()})

    @cached_property
    def articles_with(self) -> Counter[str]:
        """In how many articles each word stands."""
        return Counter(word for told in self.told.values() for word in set(content_words(told.article.text)))

    def _rarity(self, word: str) -> float:
        return math.log((len(self.told) + 1) / max(1, self.articles_with[word]))

    def _sentences(self, article: Article) -> list[Range]:
        if article.id not in self.sentences:
            self.sentences[article.id] = [
                Range(paragraph.start + one.start, paragraph.start + one.end)
                for paragraph in article.paragraphs
                if paragraph.kind in BODY_KINDS
                for one in sentences(article.text[paragraph.start : paragraph.end])
            ]
        return self.sentences[article.id]


def day_of(time: Time) -> date | None:
    """Return the day that a time is, None where it is wider or open."""
    return time.earliest if time.earliest == time.latest else None


def _told(article: Article, reading: Reading) -> Told:
    names: dict[date, list[int]] = defaultdict(list)
    tells: dict[date, list[int]] = defaultdict(list)
    own: set[date] = set()
    for mention in reading.times:
        day = day_of(mention.time)
        if day is not None and _in_body(article, mention.expression.span):
            names[day].append(mention.expression.span.start)
    for event in reading.events:
        day = None if event.time is None else day_of(reading.times[event.time].time)
        if day is not None:
            tells[day].append(event.trigger.start)
            own |= {day} if event.claim is None else set()
    return Told(article, tells, frozenset(own), names)


def _in_body(article: Article, span: Span) -> bool:
    return any(extent.start <= span.start < extent.end for extent in article.body)


def _before(article: Article, place: int) -> int:
    """Return how many characters of the body stand before a place."""
    return sum(max(0, min(place, extent.end) - extent.start) for extent in article.body)


def _product(one: Vector, other: Vector) -> float:
    return sum(weight * other.get(word, 0.0) for word, weight in one.items())


def _likest(one: Sentence, others: Sequence[Sentence]) -> float:
    return max((_product(one.words, other.words) for other in others), default=0.0)
