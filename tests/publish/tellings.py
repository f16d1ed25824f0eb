"""What the tests of the files share: claims, entities and readings made by hand over the words of an article."""

from datetime import date
from typing import Any, Literal

import msgspec

from rashomon.records import (
    About,
    Account,
    Alias,
    Article,
    Claim,
    Difference,
    Entity,
    Event,
    Figure,
    Link,
    Point,
    Procedure,
    Provision,
    Record,
    Side,
    Slots,
    Span,
    Speaker,
    Stage,
    StatedBy,
    Subject,
    Support,
    Time,
    Value,
    Vote,
)
from rashomon.records.annotation import EventMention, Reading, TimeMention
from rashomon.records.findings import EntityType, Relation, SpeakerKind, Stance, Status
from rashomon.records.ids import id_of
from rashomon.records.quantities import Counted, Quantity, QuantityKind
from rashomon.records.times import Reference, TimeExpression


def words(article: Article, text: str) -> Span:
    """Return the first characters of an article that read so."""
    start = article.text.index(text)
    return article.span(start, start + len(text))


def entity(mention: Span, name: str | None = None, kind: EntityType = "person") -> Entity:
    """Return an entity that is mentioned once."""
    return Entity(
        id=id_of("entity", mention),
        type=kind,
        name=name or mention.text,
        aliases=(Alias(text=mention.text, count=1),),
        mentions=(mention,),
        roles=(),
        part_of=None,
    )


def claim(
    article: Article,
    speaker: str | None,
    cue: str,
    *content: str,
    of: Entity | None = None,
    kind: SpeakerKind = "person",
) -> Claim:
    """Return a claim by the words of its parts; plain saying, not direct, through nobody."""
    span = None if speaker is None else words(article, speaker)
    told = words(article, cue)
    return Claim(
        id=id_of("claim", told),
        article=article.id,
        statement=id_of("statement", told),
        speaker=Speaker(entity=None if of is None else of.id, span=span, kind=kind),
        chain=(),
        ground=None,
        cue=told,
        stance="assert",
        content=tuple(words(article, text) for text in content),
        direct=False,
        said=None,
        about=About(events=(), figures=()),
    )


def doing(told: Claim, stance: Stance) -> Claim:
    """Return the claim with another stance."""
    return msgspec.structs.replace(told, stance=stance)


def through(told: Claim, role: Literal["outlet", "agency", "channel", "speaker"], span: Span) -> Claim:
    """Return the claim with one more mouth in its chain."""
    return msgspec.structs.replace(told, chain=(*told.chain, Link(role=role, entity=None, span=span)))


def moment(span: Span, timex: str | None = None) -> Time:
    """Return a time that is open at both ends."""
    return Time(timex=timex, earliest=None, latest=None, evidence=(span,))


def time_mention(span: Span, when: Time) -> TimeMention:
    """Return a date."""
    expression = TimeExpression(
        span=span,
        type="DATE",
        meaning=Reference(value="PAST_REF"),
        mod=None,
        quant=None,
        freq=None,
        anchor=None,
        on=None,
        bound=None,
    )
    return TimeMention(expression=expression, time=when)


def event(trigger: Span, kind: str, status: Status = "happened") -> EventMention:
    """Return an event of which only the trigger is known."""
    return EventMention(
        kind=kind,
        trigger=trigger,
        clause=trigger,
        status=status,
        actors=(),
        place=None,
        time=None,
        claim=None,
        through=None,
        takes_up=None,
        vote=None,
    )


def quantity(
    span: Span,
    low: float | None,
    high: float | None,
    *,
    unit: str | None = None,
    counted: Span | None = None,
    kind: QuantityKind = "count",
) -> Quantity:
    """Return a number with its ends."""
    return Quantity(
        span=span,
        value=Value(low=low, high=high, number=low if low == high else None, bound="=", text=span.text),
        kind=kind,
        unit=unit,
        counted=None if counted is None else Counted(span=counted, head=counted.text, modifiers=()),
        change=None,
        part_of=None,
        vote=None,
    )


def telling(
    record: Record,
    *claims: Claim,
    entities: tuple[Entity, ...] = (),
    readings: tuple[Reading, ...] = (),
) -> Record:
    """Return the record with what its articles tell."""
    return msgspec.structs.replace(record, claims=claims, entities=entities, readings=readings)


def reading(
    article: Article,
    *,
    times: tuple[TimeMention, ...] = (),
    quantities: tuple[Quantity, ...] = (),
    events: tuple[EventMention, ...] = (),
) -> Reading:
    """Return what one article tells beside claims."""
    return Reading(article=article.id, times=times, quantities=quantities, events=events)


def days(first: str | None, last: str | None, timex: str | None = None) -> Time:
    """Return a time by its days, both in it."""
    earliest, latest = (None if day is None else date.fromisoformat(day) for day in (first, last))
    return Time(timex=timex, earliest=earliest, latest=latest, evidence=())


def supported(articles: set[str]) -> Support:
    """Return the support of a line that each of the articles tells for itself."""
    count = len(articles)
    return Support(articles=count, outlets=count, independent=count, origins=count)


def happening(
    best: Span,
    *triggers: Span,
    label: str,
    time: Time | None = None,
    status: Status = "happened",
    background: bool = False,
    rank: int | None = None,
    claim: Claim | None = None,
) -> Event:
    """Return an event that is told at the triggers, by the claim if there is one."""
    accounts = tuple(
        Account(
            article=trigger.article,
            span=trigger,
            trigger=trigger,
            time=None,
            status=status,
            claim=None if claim is None else claim.id,
        )
        for trigger in triggers
    )
    support = supported({account.article for account in accounts})
    return Event(
        id=id_of("event", triggers[0]),
        kind="happen",
        label=label,
        time=time,
        place=None,
        participants=(),
        status=status,
        background=background,
        rank=rank,
        best=best,
        slots=Slots(vote=None),
        accounts=accounts,
        support=support,
        agreement="single" if support.articles == 1 else "agree",
    )


def point(
    span: Span,
    low: float | None,
    high: float | None,
    *,
    number: float | None = None,
    scope: str | None = None,
    status: Status = "happened",
    as_of: Time | None = None,
    claim: Claim | None = None,
    relation: Relation | None = None,
    why: str | None = None,
) -> Point:
    """Return one mention of a value."""
    return Point(
        value=Value(low=low, high=high, number=number, bound="=", text=span.text),
        scope=scope,
        status=status,
        as_of=as_of,
        stated_by=StatedBy(article=span.article, claim=None if claim is None else claim.id),
        span=span,
        relation=relation,
        why=why,
    )


def figure(*points: Point, label: str, part_of: Figure | None = None) -> Figure:
    """Return a figure of points, each of which an article gives for itself."""
    support = supported({one.stated_by.article for one in points})
    return Figure(
        id=id_of("figure", points[0].span),
        label=label,
        counted=label,
        unit=None,
        part_of=None if part_of is None else part_of.id,
        support=support,
        agreement="single" if support.articles == 1 else "agree",
        points=points,
    )


def side(value: str, *accounts: Span) -> Side:
    """Return one side of a difference."""
    return Side(value=value, accounts=accounts, articles=tuple(dict.fromkeys(span.article for span in accounts)))


def difference(kind: Relation, about: str, slot: str, *sides: Side, note: str, rank: int = 1) -> Difference:
    """Return how accounts of one thing differ."""
    return Difference(
        id=id_of(f"difference {kind}", sides[0].accounts[0]),
        kind=kind,
        rank=rank,
        about=about,
        slot=slot,
        sides=sides,
        note=note,
    )


def vote(span: Span, for_: int | None = None, against: int | None = None, **other: Any) -> Vote:
    """Return the result of a vote; what is not given is not told."""
    told = {"abstain": None, "absent": None, "unanimous": None, **other}
    return Vote(for_=for_, against=against, span=span, **told)


def stage(
    name: str,
    state: Literal["done", "next", "pending", "failed", "unknown"],
    *evidence: Span,
    label: str | None = None,
    implied: bool = False,
    time: Time | None = None,
    body: str | None = None,
    vote: Vote | None = None,
) -> Stage:
    """Return a stage that is told by the spans, each article telling it for itself."""
    return Stage(
        stage=name,
        label=label or name.replace("_", " "),
        state=state,
        implied=implied,
        time=time,
        body=body,
        vote=vote,
        evidence=evidence,
        support=supported({span.article for span in evidence}),
    )


def procedure(
    subject: str,
    *stages: Stage,
    kind: str = "treaty-ratification",
    party: Entity | None = None,
    next_actor: str | None = None,
    rule: str | None = None,
    provisions: tuple[Provision, ...] = (),
) -> Procedure:
    """Return a procedure; what comes next is the stage that says so."""
    return Procedure(
        id=id_of("procedure", next(span for one in stages for span in one.evidence)),
        kind=kind,
        subject=Subject(name=subject, entity=None),
        party=None if party is None else party.id,
        next=next((one.stage for one in stages if one.state == "next"), None),
        next_actor=next_actor,
        rule=rule,
        stages=stages,
        provisions=provisions,
    )


def provision(
    obligation: Span, condition: Span | None = None, basis: Span | None = None, relation: Relation | None = None
) -> Provision:
    """Return what an article says that a measure provides."""
    return Provision(
        article=obligation.article, obligation=obligation, condition=condition, basis=basis, relation=relation
    )
