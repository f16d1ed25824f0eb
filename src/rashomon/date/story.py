"""When the articles of a story were published, solved for all of them together.

Each article has a set of days on which it can have been published: what it states, unless its own text rules that out,
or else what its words leave open. Articles that open with the same news on the same weekday share its day, and so
narrow each other. Sets only ever shrink; what stays open is an interval, or unknown.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from rashomon.date.alike import opening_words, same_news, words_of
from rashomon.date.clues import (
    FRESH,
    Anniversary,
    Bound,
    Held,
    Lead,
    anniversaries,
    bounds,
    days_told,
    held,
    lead,
    told_before,
)
from rashomon.records import Article, Published, RejectedDate, Span, StatedDate
from rashomon.records.annotation import Annotation
from rashomon.values.intervals import Interval

AROUND = timedelta(days=730)
"""From the latest day that is sure in a story to the days that are looked at for the others, both ways."""
LATE = timedelta(days=30)
"""After a recurring event that is told as news an article with a stated date may still be published."""
GAP = timedelta(days=45)
"""Between two groups of days that are told apart."""
NEAR, FAR = timedelta(days=31), timedelta(days=180)
"""From a dated article of the story: the group of days that is taken, and all others."""
LONGEST = timedelta(days=31)
"""A longer interval says too little and is left open."""
PASSES = 4
TOLD_ALIKE = 3
"""Words that a clause shares with the opening of the account that tells it as news."""


@dataclass(slots=True)
class Dating:
    """What is known of one article's day."""

    article: Article
    bounds: list[Bound]
    lead: Lead | None
    held: list[Held]
    past: list[tuple[str, Span, Span]]
    opening: frozenset[str]
    anniversaries: list[Anniversary]
    told: list[tuple[date, Span]]
    """Full dates of what happened, with the clauses that tell it."""
    days: frozenset[date] = frozenset()
    stated: StatedDate | None = None
    """The stated date that holds."""
    rejected: list[RejectedDate] = field(default_factory=list)
    shared: list[Span] = field(default_factory=list)
    """Where articles, often others, tell the same news or date what is remembered."""


def publications(accounts: Sequence[tuple[Article, Annotation | None]]) -> list[Published]:
    """Return when each article was published, in the order given, which does not change the result."""
    datings = [_dating(article, annotation) for article, annotation in accounts]
    for dating in datings:
        _state(dating)
    news = _news_days(datings)
    for dating in datings:
        dating.bounds += _told_by_others(dating, news)
    for dating in datings:
        dating.rejected, dating.stated = [], None
        _state(dating)
    first, last = _window(datings)
    told = [(day, clause, words_of(clause.text)) for dating in datings for day, clause in dating.told]
    for dating in datings:
        remembered = _remembered(dating, told)
        dating.days = _days(dating, frozenset(remembered), first, last)
        dating.shared += [clause for day in remembered if _is_news_of(day, dating.days) for clause in remembered[day]]
    _share(datings, first, last)
    dated = frozenset(day for dating in datings if dating.stated is not None for day in dating.days)
    return [_published(dating, dated) for dating in datings]


def _dating(article: Article, annotation: Annotation | None) -> Dating:
    if annotation is None:
        return Dating(article, [], None, [], [], frozenset(), [], [])
    return Dating(
        article,
        list(bounds(article, annotation)),
        lead(article, annotation),
        list(held(article)),
        list(told_before(annotation)),
        opening_words(article),
        list(anniversaries(article)),
        list(days_told(annotation)),
    )


@dataclass(frozen=True, slots=True)
class News:
    """What an article tells as its news, on a day that its stated date bears out."""

    day: date
    account: Dating
    evidence: Span


def _news_days(datings: Iterable[Dating]) -> dict[str, list[News]]:
    """Return by day (``XXXX-03-13``) the articles whose news is of that day, the earliest first."""
    found: dict[str, list[News]] = defaultdict(list)
    for dating in datings:
        day = _news_day(dating)
        if day is not None and dating.lead is not None:
            found[f"XXXX-{day:%m-%d}"].append(News(day, dating, dating.lead.evidence))
    return {value: sorted(news, key=lambda one: (one.day, one.account.article.id)) for value, news in found.items()}


def _told_by_others(dating: Dating, news: Mapping[str, Sequence[News]]) -> Iterator[Bound]:
    """Yield what an article tells as past and another one, whose date its own news bears out, tells as its news."""
    for value, span, clause in dating.past:
        words = words_of(clause.text)
        for one in news.get(value, ()):
            if one.account is not dating and len(words & one.account.opening) >= min(TOLD_ALIKE, len(words)):
                why = f"the text tells what happened on {span.text}, which was {one.day.isoformat()} by another account"
                days = Interval(one.day, one.day)
                yield Bound(days=days, after=True, evidence=span, why=why, by_other=one.evidence)
                break


def _news_day(dating: Dating) -> date | None:
    """Return the day of an article's news where that and its stated date bear each other out."""
    stated = dating.stated.earliest if dating.stated is not None else None
    if stated is None or dating.lead is None:
        return None
    days = dating.lead.days(stated - FRESH, stated)
    return max(days, default=None)


def _state(dating: Dating) -> None:
    """Take the strongest stated date of publication that the text does not rule out."""
    for stated in dating.article.stated:
        if stated.role != "published" or stated.earliest is None:
            continue
        reason = _ruled_out(dating, stated.earliest)
        if reason is None:
            dating.stated = dating.stated or stated
        elif stated.value not in {one.value for one in dating.rejected}:
            why, evidence = reason
            dating.rejected.append(RejectedDate(value=stated.value, why=why, evidence=evidence))


def _ruled_out(dating: Dating, day: date) -> tuple[str, tuple[Span, ...]] | None:
    """Return why the text rules out a day, and where it says so.

    A recurring event rules it out, a later date that another account tells as its news, or two later dates of its own:
    one alone may be a plan that reads like the past.
    """
    later = [
        bound
        for bound in dating.bounds
        if bound.after and bound.days.earliest is not None and day < bound.days.earliest
    ]
    for bound in later:
        if bound.by_other is not None:
            return bound.why, (bound.evidence, bound.by_other)
        if len({one.days for one in later}) > 1:
            return bound.why, (bound.evidence,)
    for event in dating.held:
        if not event.held(day - LATE, day):
            return f"the text tells the {event.name} as news of the day", (event.evidence,)
    return None


def _window(datings: Iterable[Dating]) -> tuple[date, date]:
    """Return the days that are looked at: around the latest day that a story is sure to know."""
    known = [
        day
        for dating in datings
        for day in (
            *(bound.days.earliest for bound in dating.bounds if bound.after),
            dating.stated.earliest if dating.stated is not None else None,
        )
        if day is not None
    ]
    if not known:
        return date.max, date.min
    return max(known) - AROUND, max(known) + AROUND


def _remembered(dating: Dating, told: Sequence[tuple[date, Span, frozenset[str]]]) -> dict[date, list[Span]]:
    """Return the days of an article's news by the anniversaries that it tells, with what dates the thing remembered."""
    found: dict[date, list[Span]] = defaultdict(list)
    for anniversary in dating.anniversaries:
        of = words_of(anniversary.of)
        for first, clause, words in told:
            if words & of and (day := anniversary.day(first)) is not None:
                found[day].append(clause)
    return found


def _days(dating: Dating, news: frozenset[date], first: date, last: date) -> frozenset[date]:
    """Return the days on which an article can have been published, none when nothing tells."""
    stated = dating.stated
    if stated is not None and stated.earliest is not None:
        length = ((stated.latest or stated.earliest) - stated.earliest).days
        return frozenset(stated.earliest + timedelta(days=number) for number in range(length + 1))
    told = [event.days(first, last) for event in dating.held] if first <= last else []
    if news:
        told.append(frozenset(day + timedelta(days=number) for day in news for number in range(FRESH.days + 1)))
    if dating.lead is not None and first <= last:
        days = dating.lead.days(first, last)
        told.append(frozenset(day + timedelta(days=number) for day in days for number in range(FRESH.days + 1)))
    if not told:
        return frozenset()
    found = frozenset.intersection(*told)
    after = [bound.days.earliest for bound in dating.bounds if bound.after and bound.days.earliest is not None]
    before = [bound.days.latest for bound in dating.bounds if not bound.after and bound.days.latest is not None]
    low, high = max(after, default=date.min), min(before, default=date.max)
    return frozenset(day for day in found if low <= day <= max(low, high))


def _is_news_of(day: date, days: frozenset[date]) -> bool:
    """Return whether an article of these days can tell the news of a day."""
    return any(day + timedelta(days=number) in days for number in range(FRESH.days + 1))


def _share(datings: Sequence[Dating], first: date, last: date) -> None:
    """Narrow the days of articles without a date by those that open with the same news."""
    alike: dict[object, list[Dating]] = defaultdict(list)
    for dating in datings:
        if dating.lead is not None:
            alike[dating.lead.steps].append(dating)
    for group in alike.values():
        pairs = [
            (one, other)
            for one in group
            if one.stated is None
            for other in group
            if other is not one and same_news(one.opening, other.opening)
        ]
        for _ in range(PASSES):
            narrowed = [_narrow(one, other, first, last) for one, other in pairs]
            if not any(narrowed):
                break


def _narrow(one: Dating, other: Dating, first: date, last: date) -> bool:
    """Leave to ``one`` the days on which it can tell what ``other`` tells; return whether that narrowed it."""
    if one.lead is None or not other.days or not one.days:
        return False
    back = range(FRESH.days + 1)
    news = one.lead.days(first, last)
    acts = {day - timedelta(days=number) for day in other.days for number in back} & news
    left = one.days & {act + timedelta(days=number) for act in acts for number in back}
    if not left or left == one.days:
        return False
    one.days = left
    if other.lead is not None and other.lead.evidence not in one.shared:
        one.shared.append(other.lead.evidence)
    return True


def _published(dating: Dating, dated: frozenset[date]) -> Published:
    rejected = tuple(dating.rejected)
    stated = dating.stated
    if stated is not None:
        return Published(
            value=stated.value,
            earliest=stated.earliest,
            latest=stated.latest,
            basis=stated.basis,
            evidence=stated.evidence,
            metadata=stated.metadata,
            rejected=rejected,
        )
    days = _group(dating.days, dated)
    if not days:
        return Published(
            value=None, earliest=None, latest=None, basis=None, evidence=(), metadata=(), rejected=rejected
        )
    first, last = min(days), max(days)
    own = {event.evidence for event in dating.held}
    own |= set() if dating.lead is None else {dating.lead.evidence}
    own |= {anniversary.evidence for anniversary in dating.anniversaries}
    return Published(
        value=first.isoformat() if first == last else f"{first}/{last}",
        earliest=first,
        latest=last,
        basis="inferred",
        evidence=tuple(sorted({*own, *dating.shared}, key=lambda span: (span.article, span.start, span.end))),
        metadata=(),
        rejected=rejected,
    )


def _group(days: frozenset[date], dated: frozenset[date]) -> frozenset[date]:
    """Return the days that belong together; of several groups the one near a dated article, all others being far."""
    groups: list[list[date]] = []
    for day in sorted(days):
        if groups and day - groups[-1][-1] <= GAP:
            groups[-1].append(day)
        else:
            groups.append([day])
    if len(groups) > 1:
        away = sorted((_distance(group, dated), number) for number, group in enumerate(groups))
        if not dated or away[0][0] > NEAR or away[1][0] < FAR:
            return frozenset()
        groups = [groups[away[0][1]]]
    found = frozenset(groups[0]) if groups else frozenset()
    return found if not found or max(found) - min(found) <= LONGEST else frozenset()


def _distance(group: Sequence[date], dated: frozenset[date]) -> timedelta:
    return min((abs(day - other) for day in group for other in dated), default=timedelta.max)
