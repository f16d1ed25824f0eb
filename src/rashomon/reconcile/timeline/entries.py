"""Which events a reader needs, and which of them more: the entries of the timeline."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

import msgspec

from rashomon.languages.event_families import stem
from rashomon.languages.event_words import is_voting, says_little
from rashomon.languages.press import is_of_the_press, opens_with_quote
from rashomon.languages.prose import content_words
from rashomon.languages.speech_acts import needs
from rashomon.languages.stances import stances
from rashomon.reconcile.timeline.days import Days
from rashomon.reconcile.timeline.tellings import Tellings
from rashomon.records import Account, Article, Event, Time
from rashomon.records.annotation import Reading
from rashomon.values.intervals import Interval

TOLD = frozenset({"happened", "claimed"})
PRECISION = ((0, 1.0), (6, 0.9), (30, 0.8), (91, 0.6), (366, 0.4))
"""What an event's weight is multiplied by when its days lie so far apart at most."""
UNDATED = 0.5
ECHO = 0.25
"""What a further article of the same outlet counts."""
SAYING = 0.6
"""What one account's word of saying counts that tells of no act: "he noted", "she praised"."""
LEAST, LEAST_UNDATED = 0.3, 0.4
"""Weight of an entry with a day and without; what one account tells in full weighs the former up to 2,000 characters
from its start."""
ALIKE, ALIKE_AS_NEWS = 0.4, 0.2
"""Share of the shorter sentence's words by which two accounts of one day tell the same, the latter where it is the news
of both."""
LEAD = 0.8
"""Weight of one telling in the first words of an article."""
SURE = 0.5
"""Weight from which an event is an entry however it is told."""
BY_NOUNS = 0.5
"""What an event counts that is only named, as known to the reader: "after the attack"."""
LEAST_OF_FEW, FEW = 0.2, 5
"""Weight from which an event with a day that is told in full is an entry, where there are not so many others."""
BASE, MOST = 5, 30
"""Entries of a story of no and of very many reports."""
LOOKED_AT = 4 * MOST
"""Entries among which those are chosen, the heaviest."""
SEVERAL = 2
"""Independent accounts."""
BACKGROUND = 3
"""Entries of background."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with how much it weighs."""

    event: Event
    weight: float
    is_news: bool
    """Whether an article begins with it."""
    words: frozenset[str]
    """The stems of what its sentence is about."""

    @property
    def days(self) -> Interval:
        """The days of the event, both ends open when it has none."""
        time = self.event.time
        return Interval(None, None) if time is None else Interval(time.earliest, time.latest)


def ranked(events: Sequence[Event], articles: Sequence[Article], readings: Sequence[Reading]) -> tuple[Event, ...]:
    """Return the events in their order, those that a reader needs with a rank, 1 for the one needed most.

    An event weighs what its tellings weigh, one for each outlet, less the wider its days are. States, what is only
    possible, what did not happen, plans without a day or whose day is past are no entries. Background comes after the
    news, and only what several independent accounts tell.
    """
    order = {event.id: number for number, event in enumerate(events)}
    weights = Weights(events, articles, readings)
    found = [entry for event in events if weights.is_entry(event) and weights.is_needed(entry := weights.entry(event))]
    found.sort(key=lambda entry: (-entry.weight, order[entry.event.id]))
    reports = len({weights.report(article.id) for article in articles if article.related and article.annotated})
    news = list(islice(_apart(entry for entry in found if not entry.event.background), LOOKED_AT))
    background = list(islice(_apart(entry for entry in found if entry.event.background), BACKGROUND))
    turning = Days(articles, readings).weights()
    chosen = [
        entry
        for number, entry in enumerate(_spread(news, turning)[: min(MOST, round(BASE + 2 * math.sqrt(reports)))])
        if number < FEW or entry.weight >= LEAST
    ]
    chosen += background
    ranks = {entry.event.id: rank for rank, entry in enumerate(chosen, 1)}
    return tuple(msgspec.structs.replace(event, rank=ranks.get(event.id)) for event in events)


class Weights:
    """How much the events of a story weigh, and which of them can be entries."""

    def __init__(self, events: Sequence[Event], articles: Sequence[Article], readings: Sequence[Reading]) -> None:
        """Take the events, the articles and what each of these tells."""
        self.tellings = Tellings(articles, readings, events)
        self.articles = {article.id: article for article in articles}
        self.ends = max(
            (one.published.latest for one in articles if one.related and one.published.latest is not None), default=None
        )

    def report(self, article: str) -> str:
        """Return the article that another is a print of, itself where it is none."""
        return self.articles[article].report

    def is_entry(self, event: Event) -> bool:
        """Return whether an event is of a kind that a timeline holds."""
        if says_little(event.kind) or is_of_the_press(event.kind) or opens_with_quote(event.best.text):
            return False
        if event.status == "planned":
            return self._is_to_come(event.time)
        told = [account for account in event.accounts if account.status in TOLD]
        if event.status == "possible" or (event.status == "ongoing" and precision(event.time) < 1):
            return False
        days = [self.articles[account.article].published.latest for account in told]
        last = max((day for day in days if day is not None), default=None)
        starts = event.time.earliest if event.time is not None else None
        is_past = starts is None or last is None or starts <= last
        return bool(told) and is_past

    def _is_to_come(self, time: Time | None) -> bool:
        if time is None or time.earliest is None or time.latest is None:
            return False
        near = (time.latest - time.earliest).days <= PRECISION[2][0]
        return near and (self.ends is None or time.earliest > self.ends)

    def entry(self, event: Event) -> Entry:
        """Return an event with how much it weighs."""
        is_news = any(self.tellings.prominence(one.article, one.trigger.start) >= LEAD for one in event.accounts)
        words = frozenset(stem(word) for word in content_words(event.best.text))
        return Entry(event, self.of(event), is_news, words)

    def of(self, event: Event) -> float:
        """Return how much an event weighs."""
        by_report: dict[str, float] = defaultdict(float)
        for account in event.accounts:
            report = self.report(account.article)
            by_report[report] = max(by_report[report], self.tellings.weight(account))
        by_outlet: dict[str, list[float]] = defaultdict(list)
        for report, weight in by_report.items():
            outlet = self.articles[report].outlet if report in self.articles else None
            by_outlet[report if outlet is None else f"outlet {outlet.name}"].append(weight)
        weight = sum((1 - ECHO) * max(weights) + ECHO * sum(weights) for weights in by_outlet.values())
        if event.support.independent < SEVERAL and event.kind in stances() and not _is_speech_act(event.kind):
            weight *= SAYING
        if not event.background and all(map(self.tellings.names, event.accounts)):
            weight *= BY_NOUNS
        return round(weight * precision(event.time), 6)

    def is_needed(self, entry: Entry) -> bool:
        """Return whether an event weighs enough, and is told as more than a matter that everyone knows.

        What weighs little must be told in full by an outlet in its own voice, with someone in it or by several; without
        a day by several or as the first thing; if it was long ago, by several. An act of speech that one tells must
        have a day and be what an article begins with.
        """
        event = entry.event
        several = event.support.independent >= SEVERAL
        own = [account for account in event.accounts if self._tells(account)]
        if event.background:
            return several and entry.weight >= LEAST
        if not several and _is_speech_act(event.kind):
            return entry.is_news and bool(own) and precision(event.time) == 1
        told = bool(own) or event.status == "planned"
        if entry.weight < SURE and not (told and (several or _has_someone(event))):
            return False
        if entry.days.earliest is not None and entry.days.latest is not None:
            return entry.weight >= LEAST or (entry.weight >= LEAST_OF_FEW and bool(own))
        if event.time is None or entry.weight < LEAST_UNDATED:
            return False
        first = max((self.tellings.weight(account) for account in own), default=0.0)
        return bool(own) and (several or first >= LEAD)

    def _tells(self, account: Account) -> bool:
        """Return whether an outlet tells something in its own voice, by a verb and for its own sake."""
        by_verb = not self.tellings.names(account)
        return account.claim is None and account.status in TOLD and by_verb and not self.tellings.in_passing(account)


def precision(time: Time | None) -> float:
    """Return how much a time helps a reader: 1 for a day, less the wider it is."""
    if time is None or time.earliest is None or time.latest is None:
        return UNDATED
    length = (time.latest - time.earliest).days
    return next((share for days, share in PRECISION if length <= days), PRECISION[-1][1])


def _apart(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield entries, the heaviest first, without those that say again what a heavier one of the same days says."""
    by_days: list[Entry] = []
    for entry in entries:
        if not any(entry.days.meets(other.days) and _says_again(entry, other) for other in by_days):
            yield entry
            by_days.append(entry)


def _says_again(entry: Entry, other: Entry) -> bool:
    """Return whether an entry says nothing new beside another: its sentence, its kind, or what other reports tell."""
    one, of = entry.event, other.event
    if " ".join(one.best.text.split()) == " ".join(of.best.text.split()):
        return True
    if one.kind == of.kind and _may_be_one(one, of):
        return True
    if {account.article for account in one.accounts} & {account.article for account in of.accounts}:
        return False
    least = ALIKE_AS_NEWS if entry.is_news and other.is_news else ALIKE
    return len(entry.words & other.words) >= least * max(1, min(len(entry.words), len(other.words)))


def _has_someone(event: Event) -> bool:
    return any(who.entity is not None and who.role in {"agent", "patient"} for who in event.participants)


def _is_speech_act(kind: str) -> bool:
    """Return whether a verb of saying tells of something done, and not by vote: "demanded", not "noted", "rejected"."""
    return kind in stances() and needs(kind) is not None and not is_voting(kind)


def _may_be_one(one: Event, other: Event) -> bool:
    """Return whether two events of one kind may be one: neither has others as agents or patients."""
    for role in ("agent", "patient"):
        own, others = ({who.entity for who in it.participants if who.role == role} for it in (one, other))
        if own and others and None not in own | others and own.isdisjoint(others):
            return False
    return True


def _spread(entries: Sequence[Entry], turning: Mapping[date, int]) -> list[Entry]:
    """Return entries by weight, those of a day that the story turns on before others, a day's second one halved.

    ``turning`` is how much days weigh. The third entry of a day weighs a third, and so on.
    """
    most = math.log(1 + max(turning.values(), default=1))
    by_day: Counter[date | None] = Counter()
    rated = []
    for number, entry in enumerate(entries):
        day = entry.days.latest
        by_day[day] += 1
        turns = math.log(1 + turning.get(day, 0)) / most if day is not None and entry.days.earliest == day else 0.0
        rated.append((-entry.weight * (1 + turns) / by_day[day], number, entry))
    return [entry for _, _, entry in sorted(rated, key=lambda one: one[:2])]
