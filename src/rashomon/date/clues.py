"""What an article's own words say of the day on which it was published."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from rashomon.languages.recurring import recurring
from rashomon.records import BODY_KINDS, Article, Span
from rashomon.records.annotation import Annotation, TimeMention
from rashomon.records.times import Calendar, Fixed, Mod, Pick
from rashomon.text import Range, enclosing_sentence
from rashomon.values.intervals import Interval, When, on
from rashomon.values.timex import resolve

LEAD = 3
"""Paragraphs of the body in which the main event is told."""
FRESH = timedelta(days=1)
"""After the main event "on Wednesday" an article is published that day or the next."""
RECENT = timedelta(days=3)
"""After a recurring event that is told as news an article is published so many days at most."""
ANNIVERSARY = re.compile(
    r"\b(?:on|marked|marking|fell on) (?P<eve>the eve of )?the (?P<years>\d{1,3})(?:st|nd|rd|th) anniversary of "
    r"(?P<of>[^,.;:]{3,80})"
)
BEYOND: frozenset[Mod] = frozenset(
    {"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"}
)
"""What makes a time the end of a stretch."""
LONGEST_MONTH = 31
SAYS_DAY = 2
"""Hyphens of a value that says month and day."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Something dated that had happened by then (``after``), or was still to come (``before``)."""

    days: Interval
    after: bool
    evidence: Span
    why: str
    by_other: Span | None = None
    """Where another account, which gives the year, tells it."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The day of the news as it is written: a weekday, a day of a month, or both."""

    steps: tuple[Pick | Fixed, ...]
    evidence: Span

    def days(self, first: date, last: date) -> frozenset[date]:
        """Return the days that it can mean, from one day to another."""
        return frozenset.intersection(*(_days_of(step, first, last) for step in self.steps))


@dataclass(frozen=True, slots=True)
class Held:
    """A recurring event that is told as the news of the day."""

    name: str
    evidence: Span

    def days(self, first: date, last: date) -> frozenset[date]:
        """Return the days on which an article can tell so, of an event held from one day to another."""
        return frozenset(
            day + timedelta(days=number) for day in self.held(first, last) for number in range(RECENT.days + 1)
        )

    def held(self, first: date, last: date) -> list[date]:
        """Return the days of the event from one day to another."""
        rule = next(one for one in recurring() if one.name == self.name)
        days = (rule.day(year) for year in range(first.year, last.year + 1))
        return [day for day in days if day is not None and first <= day <= last]


@dataclass(frozen=True, slots=True)
class Anniversary:
    """So many years, less a day on its eve, after something whose day another passage tells."""

    years: int
    eve: bool
    of: str
    evidence: Span

    def day(self, first: date) -> date | None:
        """Return the day of the news, given that of what is remembered."""
        try:
            return first.replace(year=first.year + self.years) - timedelta(days=self.eve)
        except ValueError:
            return None


def anniversaries(article: Article) -> Iterator[Anniversary]:
    """Yield the anniversaries that the body tells as the day of its news: "on the eve of the 12th anniversary of"."""
    for paragraph in article.paragraphs:
        if paragraph.kind in BODY_KINDS:
            for match in ANNIVERSARY.finditer(article.text, paragraph.start, paragraph.end):
                evidence = article.span(match.start(), match.end())
                yield Anniversary(int(match["years"]), match["eve"] is not None, match["of"], evidence)


def days_told(annotation: Annotation) -> Iterator[tuple[date, Span]]:
    """Yield the full dates of what happened, each with its clause."""
    for event in annotation.reading.events:
        if event.time is not None and event.status == "happened":
            days = _fixed(annotation.reading.times[event.time])
            if days is not None and days.earliest is not None and days.earliest == days.latest:
                yield days.earliest, event.clause


def bounds(article: Article, annotation: Annotation) -> Iterator[Bound]:
    """Yield what full dates say of the article's own day: what happened is over, what is to come is not.

    Only dates to the month count: a year is often one of a name ("the 2020 campaign").
    """
    status = {event.time: event.status for event in annotation.reading.events if event.time is not None}
    for number, mention in enumerate(annotation.reading.times):
        days, span = _fixed(mention), mention.expression.span
        if days is None or days.earliest is None or days.latest is None:
            continue
        if (days.latest - days.earliest).days >= LONGEST_MONTH:
            continue
        told = status.get(number, "happened" if _kind(article, span) == "caption" else None)
        text = " ".join(span.text.split())
        if told == "happened":
            yield Bound(days=days, after=True, evidence=span, why=f"the text tells what happened on {text}")
        elif told == "planned":
            yield Bound(days=days, after=False, evidence=span, why=f"the text tells what is to come on {text}")


def told_before(annotation: Annotation) -> Iterator[tuple[str, Span, Span]]:
    """Yield what an article tells as past on a day without a year: the day (``XXXX-03-13``), where, and the clause."""
    for event in annotation.reading.events:
        if event.time is None or event.status != "happened":
            continue
        mention = annotation.reading.times[event.time]
        for step in _day_steps(mention):
            if isinstance(step, Pick) and step.value.count("-") == SAYS_DAY and "W" not in step.value:
                yield step.value, mention.expression.span, event.clause


def lead(article: Article, annotation: Annotation) -> Lead | None:
    """Return the day of the news that the first paragraphs tell, where one is written.

    It is the first day of an event that happened, or of its being told: "was killed on Sunday, the ministry said on
    Monday" is news of Monday. A day of a month counts in the first paragraph alone, further on it is often background.
    """
    opening = [paragraph for paragraph in article.paragraphs if paragraph.kind in BODY_KINDS][:LEAD]
    if not opening:
        return None
    said = [claim.said.evidence[0] for claim in annotation.claims if claim.said is not None]
    happened = [
        annotation.reading.times[event.time].expression.span
        for event in annotation.reading.events
        if event.time is not None and event.status == "happened"
    ]
    by_span = {mention.expression.span: mention for mention in annotation.reading.times}
    for number, paragraph in enumerate(opening):
        inside = [span for span in (*said, *happened) if paragraph.start <= span.start < paragraph.end]
        for span in inside:
            steps = _day_steps(by_span[span])
            is_weekday = any("W" in step.value for step in steps)
            if steps and (number == 0 or is_weekday) and not span.text.lower().startswith("the "):
                return Lead(steps, span)
    return None


def held(article: Article) -> Iterator[Held]:
    """Yield the recurring events that the body tells as happening beside its own news ("as X won the election")."""
    for paragraph in article.paragraphs:
        if paragraph.kind not in BODY_KINDS:
            continue
        for event in recurring():
            for match in event.pattern.finditer(article.text, paragraph.start, paragraph.end):
                sentence = enclosing_sentence(
                    article.text, Range(paragraph.start, paragraph.end), Range(match.start(), match.end())
                )
                before = article.text[sentence.start : match.start()]
                if " as " in before and any(word in before for word in ("claimed", "won", "declared", "conceded")):
                    yield Held(event.name, article.span(sentence.start, sentence.end))


def _fixed(mention: TimeMention) -> Interval | None:
    """Return the days of an expression that says its year."""
    meaning = mention.expression.meaning
    if (
        _ends_a_stretch(mention)
        or not isinstance(meaning, Calendar)
        or len(meaning.steps) != 1
        or not isinstance(meaning.steps[0], Fixed)
    ):
        return None
    found: When = resolve(meaning, When(None, Interval(None, None)))
    return found.days if found.days != Interval(None, None) else None


def _ends_a_stretch(mention: TimeMention) -> bool:
    """Tell whether a time only bounds when something happens: "since 1 March 2031", "by Friday"."""
    return mention.expression.bound is not None or mention.expression.mod in BEYOND


def _day_steps(mention: TimeMention) -> tuple[Pick | Fixed, ...]:
    """Return the steps of an expression that names one day by weekday, day of the month, or date."""
    meaning = mention.expression.meaning
    if mention.expression.type not in {"DATE", "TIME"} or not isinstance(meaning, Calendar):
        return ()
    if _ends_a_stretch(mention):
        return ()
    steps = tuple(step for step in meaning.steps if isinstance(step, Pick | Fixed))
    if len(steps) != len(meaning.steps):
        return ()
    return steps if all(_is_day(step) for step in steps) else ()


@cache
def _days_of(step: Pick | Fixed, first: date, last: date) -> frozenset[date]:
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return frozenset(day for day in days if resolve(Calendar(steps=(step,)), on(day)).days == Interval(day, day))


def _is_day(step: Pick | Fixed) -> bool:
    probe = resolve(Calendar(steps=(step,)), on(date(2000, 1, 5))).days
    return probe.earliest is not None and probe.earliest == probe.latest


def _kind(article: Article, span: Span) -> str | None:
    return next((one.kind for one in article.paragraphs if one.start <= span.start < one.end), None)
