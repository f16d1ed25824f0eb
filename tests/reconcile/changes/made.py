"""What the tests of changes share: events, figures, differences and records made by hand over invented words."""

from collections.abc import Sequence
from datetime import date

import msgspec

from rashomon.records import (
    SCHEMA,
    Account,
    Article,
    Claim,
    Difference,
    Event,
    Figure,
    Generator,
    Point,
    Record,
    Side,
    Slots,
    Span,
    StatedBy,
    Support,
    Time,
    Value,
)
from rashomon.records.findings import Relation, Status
from rashomon.records.ids import id_of
from tests.publish.tellings import words


def support(articles: int, independent: int | None = None) -> Support:
    """Return the support of so many articles, each of its own."""
    number = articles if independent is None else independent
    return Support(articles=articles, outlets=articles, independent=number, origins=number)


def account(article: Article, clause: str, trigger: str, status: Status = "happened") -> Account:
    """Return an account of an event in the article's own voice; the trigger stands in the clause."""
    span = words(article, clause)
    start = span.start + clause.index(trigger)
    told = article.span(start, start + len(trigger))
    return Account(article=article.id, span=span, trigger=told, time=None, status=status, claim=None)


def event(*accounts: Account, status: Status = "happened", time: Time | None = None, **known: object) -> Event:
    """Return an event that accounts tell."""
    found = Event(
        id=id_of("event", accounts[0].trigger),
        kind=accounts[0].trigger.text,
        label=accounts[0].span.text,
        time=time,
        place=None,
        participants=(),
        status=status,
        background=False,
        rank=None,
        best=accounts[0].span,
        slots=Slots(vote=None),
        accounts=accounts,
        support=support(len({one.article for one in accounts})),
        agreement="single" if len(accounts) == 1 else "agree",
    )
    return msgspec.structs.replace(found, **known)


def days(first: date | None, last: date | None, *evidence: Span) -> Time:
    """Return the days from one to another, as words say them."""
    return Time(timex=None, earliest=first, latest=last, evidence=evidence)


def point(span: Span, low: float, high: float | None = None, *, scope: str | None = None) -> Point:
    """Return a mention of a value, exact unless ``high`` is another; null for an open end is -1."""
    top = low if high is None else None if high < 0 else high
    return Point(
        value=Value(low=low, high=top, number=low, bound="=" if top == low else ">=", text=span.text),
        scope=scope,
        status="happened",
        as_of=None,
        stated_by=StatedBy(article=span.article, claim=None),
        span=span,
        relation=None,
        why=None,
    )


def figure(*points: Point, label: str = "guards killed", **known: object) -> Figure:
    """Return a figure of points in their order."""
    found = Figure(
        id=id_of("figure", points[0].span),
        label=label,
        counted=label,
        unit=None,
        part_of=None,
        support=support(len({one.span.article for one in points})),
        agreement="agree",
        points=points,
    )
    return msgspec.structs.replace(found, **known)


def difference(kind: Relation, about: str, *sides: Sequence[Span], note: str = "They differ.") -> Difference:
    """Return how the accounts of one thing differ in number."""
    return Difference(
        id=id_of("difference", sides[0][0]),
        kind=kind,
        rank=1,
        about=about,
        slot="how many",
        sides=tuple(
            Side(value=spans[0].text, accounts=tuple(spans), articles=tuple(span.article for span in spans))
            for spans in sides
        ),
        note=note,
    )


def record(
    *articles: Article,
    events: tuple[Event, ...] = (),
    figures: tuple[Figure, ...] = (),
    claims: tuple[Claim, ...] = (),
    differences: tuple[Difference, ...] = (),
) -> Record:
    """Return a record of articles as they are and what they tell."""
    return Record(
        schema=SCHEMA,
        generator=Generator(name="rashomon", version="0", model="0" * 12),
        title=None,
        as_of=None,
        excerpts=False,
        articles=articles,
        entities=(),
        events=events,
        claims=claims,
        readings=(),
        figures=figures,
        differences=differences,
        procedures=(),
        rejections=(),
    )
