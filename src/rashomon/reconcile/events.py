"""The events of a story: what the accounts of each say together."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from msgspec import structs

from rashomon.languages.clauses import hangs_on, is_named, takes_up
from rashomon.languages.event_words import says_little
from rashomon.reconcile.support import Sources
from rashomon.records import Account, Article, Claim, Event, Participant, Place, Slots, Span, Time, Vote
from rashomon.records.annotation import EventMention, Reading, Told
from rashomon.records.findings import Status
from rashomon.records.ids import id_of
from rashomon.text import Range, cut, enclosing_sentence
from rashomon.values.intervals import ALWAYS
from rashomon.values.realities import HAPPENED, bears_out
from rashomon.values.timex import happening

LONG_AGO = timedelta(days=365)
"""What was over so long before the first account is background."""
LONGEST_LABEL = 120
"""Characters."""
LEADING = frozenset(
    {
        "that",
        "which",
        "who",
        "whom",
        "whose",
        "as",
        "when",
        "where",
        "after",
        "before",
        "while",
        "and",
        "of",
        "to",
        "if",
    }
    | {"whether", "during", "on", "in", "by", "with", "for", "from", "at"}
)
"""Words with which a clause hangs on what stands before it; a label goes without them."""


class Events:
    """Makes the events of a story."""

    def __init__(self, articles: Sequence[Article], readings: Sequence[Reading], claims: Sequence[Claim]) -> None:
        """Take the articles in record order, what each tells, and the claims."""
        self.order = {article.id: number for number, article in enumerate(articles)}
        self.articles = {article.id: article for article in articles}
        self.readings = {reading.article: reading for reading in readings}
        self.sources = Sources(articles, claims)
        self.begins = min(
            (article.published.earliest for article in articles if article.related and article.published.earliest),
            default=None,
        )

    def of(self, happenings: Sequence[Sequence[Told]]) -> tuple[Event, ...]:
        """Return the events that are told with enough to know them by, in record order."""
        found = [
            self._event(sorted(told, key=lambda one: (self.order[one.article], one.event)))
            for told in happenings
            if self._is_known(told)
        ]
        return tuple(sorted(found, key=self._place_in_record))

    def _is_known(self, told: Sequence[Told]) -> bool:
        """Return whether an event is told with enough to know it by.

        One account must say when it was, or in its own voice who did what; of several, one must say who or what takes
        part, or when. What is only possible is no event, nor what is told without a day in quoted words alone, nor one
        account's undated plans and states.
        """
        mentions = [self._mention(one) for one in told]
        placed = any(mention.time is not None for mention in mentions)
        named = any(actor.entity is not None for mention in mentions for actor in mention.actors)
        says = any(not says_little(mention.kind) for mention in mentions)
        plain = any(mention.claim is None or not self.sources.claims[mention.claim].direct for mention in mentions)
        if all(mention.status == "possible" for mention in mentions) or not (plain or placed):
            return False
        if len({one.article for one in told}) > 1:
            own = any(mention.claim is None and mention.actors for mention in mentions)
            return placed or named or own
        real = any(mention.status in {"happened", "denied"} for mention in mentions)
        return says and (placed or (named and real))

    def _event(self, told: Sequence[Told]) -> Event:
        mentions = [self._mention(one) for one in told]
        accounts = tuple(self._account(one, mention) for one, mention in zip(told, mentions, strict=True))
        status = self._status(accounts)
        best, mention = self._best(told, mentions, [bears_out(account.status, status) for account in accounts])
        time = self._time(told, mentions) or self._by_article(best, mention)
        support = self.sources.support(
            (account.article, account.claim) for account in accounts if bears_out(account.status, status)
        )
        return Event(
            id=id_of("event", accounts[0].trigger),
            kind=Counter(mention.kind for mention in mentions).most_common(1)[0][0],
            label=_label(mention.clause),
            time=time,
            place=_place(mentions),
            participants=tuple(_participants(mentions, mention)),
            status=status,
            background=self._is_background(time),
            rank=None,
            best=self._sentence(best.article, mention.clause),
            slots=Slots(vote=_vote(mentions)),
            accounts=accounts,
            support=support,
            agreement="single" if support.independent <= 1 else "agree",
        )

    def _mention(self, one: Told) -> EventMention:
        """Return what an account tells; what it names for a day after its article is a plan: "the summit on Monday"."""
        reading = self.readings[one.article]
        mention = reading.events[one.event]
        last = self.articles[one.article].published.latest
        if mention.time is None or mention.status not in HAPPENED or last is None:
            return mention
        first = happening(reading.times[mention.time], mention.trigger).earliest
        clause, trigger = mention.clause, mention.trigger
        if first is None or first <= last or not is_named(clause.text, trigger.text, trigger.start - clause.start):
            return mention
        return structs.replace(mention, status="planned")

    def _account(self, one: Told, mention: EventMention) -> Account:
        time = None if mention.time is None else self.readings[one.article].times[mention.time]
        told_only = mention.claim is not None and mention.status in HAPPENED
        return Account(
            article=one.article,
            span=mention.clause,
            trigger=mention.trigger,
            time=None if time is None else time.expression.span,
            status="claimed" if told_only else mention.status,
            claim=mention.claim,
        )

    def _best(
        self, told: Sequence[Told], mentions: Sequence[EventMention], bearing_out: Sequence[bool]
    ) -> tuple[Told, EventMention]:
        """Return the account that says most of those that bear the event out.

        Best it tells it by itself, with a time, in its own voice, with participants, early.
        """

        def rating(number: int) -> tuple[bool, bool, bool, bool, bool, bool, int, int]:
            mention = mentions[number]
            clause, trigger = mention.clause, mention.trigger
            by_itself = not hangs_on(clause.text, trigger.text, trigger.start - clause.start)
            names = not takes_up(clause.text)
            named = len({actor.entity for actor in mention.actors if actor.entity is not None})
            whole = mention.through is None and mention.takes_up is None
            own, dated = mention.claim is None, mention.time is not None
            return (bearing_out[number], whole, by_itself, dated, names, own, named, -number)

        number = max(range(len(told)), key=rating)
        return told[number], mentions[number]

    def _time(self, told: Sequence[Told], mentions: Sequence[EventMention]) -> Time | None:
        """Return the days that all accounts with a time leave, with the value of the one that leaves fewest."""
        times = [
            (self.readings[one.article].times[mention.time], mention.trigger)
            for one, mention in zip(told, mentions, strict=True)
            if mention.time is not None
        ]
        known = [(time.time, happening(time, trigger)) for time, trigger in times]
        known = [(time, days) for time, days in known if days != ALWAYS]
        if not known:
            return None
        days = known[0][1]
        for _, other in known[1:]:
            days = days.within(other) or days
        exact = (time.timex for time, own in known if own == days)
        return Time(
            timex=next(exact, None),
            earliest=days.earliest,
            latest=days.latest,
            evidence=tuple(dict.fromkeys(span for time, _ in known for span in time.evidence)),
        )

    def _by_article(self, best: Told, mention: EventMention) -> Time | None:
        """Return what the day of the best account's article says: what happened was by then, a plan was still to come.

        It is that account's because its words are the label: others may tell of an earlier state of things.
        """
        published = self.articles[best.article].published
        if mention.status == "happened" and published.latest is not None:
            return Time(timex=None, earliest=None, latest=published.latest, evidence=())
        if mention.status == "planned" and published.earliest is not None:
            return Time(timex=None, earliest=published.earliest, latest=None, evidence=())
        return None

    def _status(self, accounts: Sequence[Account]) -> Status:
        """Return the status in the latest article that tells it in its own voice, in the latest of all if none does.

        What one account tells as done is done, though another has it in the present tense of headlines.
        """
        own = [account for account in accounts if account.claim is None]
        known = own or list(accounts)
        latest = max(known, key=lambda account: self._day(account.article))
        told = {account.status for account in known}
        return "happened" if latest.status == "ongoing" and "happened" in told else latest.status

    def _day(self, article: str) -> tuple[date, int]:
        return self.articles[article].published.latest or date.min, self.order[article]

    def _is_background(self, time: Time | None) -> bool:
        return (
            time is not None
            and time.latest is not None
            and self.begins is not None
            and time.latest < self.begins - LONG_AGO
        )

    def _sentence(self, article: str, inside: Span) -> Span:
        """Return the sentence of its paragraph in which a span stands."""
        whole = self.articles[article]
        paragraph = next(one for one in whole.paragraphs if one.start <= inside.start < one.end)
        found = enclosing_sentence(
            whole.text, Range(paragraph.start, paragraph.end), Range(inside.start, min(inside.end, paragraph.end))
        )
        return whole.span(found.start, found.end)

    def _place_in_record(self, event: Event) -> tuple[date, date, int, int, str]:
        first = event.accounts[0]
        earliest = event.time.earliest if event.time is not None else None
        latest = event.time.latest if event.time is not None else None
        return (earliest or date.max, latest or date.max, self.order[first.article], first.trigger.start, event.id)


def _participants(mentions: Sequence[EventMention], best: EventMention) -> Iterator[Participant]:
    """Yield each entity that takes part, in the role that most accounts give it, and those without one of the best."""
    roles: dict[str, Counter[str]] = {}
    first: dict[str, Span] = {}
    for mention in mentions:
        for actor in mention.actors:
            if actor.entity is not None:
                roles.setdefault(actor.entity, Counter())[actor.role] += 1
                first.setdefault(actor.entity, actor.span)
    for entity, counts in roles.items():
        yield Participant(role=counts.most_common(1)[0][0], entity=entity, span=first[entity])
    for actor in best.actors:
        if actor.entity is None:
            yield Participant(role=actor.role, entity=None, span=actor.span)


def _vote(mentions: Sequence[EventMention]) -> Vote | None:
    """Return the result of a vote, each part as the first account that tells it has it."""
    told = [mention.vote for mention in mentions if mention.vote is not None]
    if not told:
        return None

    def first(part: str) -> Any:
        return next((value for vote in told if (value := getattr(vote, part)) is not None), None)

    counted = next((vote for vote in told if vote.for_ is not None), told[0])
    return Vote(
        for_=counted.for_,
        against=counted.against,
        abstain=first("abstain"),
        absent=first("absent"),
        unanimous=first("unanimous"),
        span=counted.span,
    )


def _place(mentions: Sequence[EventMention]) -> Place | None:
    places = [mention.place for mention in mentions if mention.place is not None]
    counts = Counter(place.entity for place in places)
    return max(places, key=lambda place: counts[place.entity], default=None)


def _label(clause: Span) -> str:
    """Return the words of a clause without those that join it to another, cut at a word."""
    words = clause.text.split()
    while len(words) > 1 and words[0] in LEADING:
        words = words[1:]
    label = " ".join(words).strip(" ,;:.")
    if label.count("“") != label.count("”") or label.count('"') % 2:
        label = label.strip('“”"')
    return cut(label, LONGEST_LABEL)
