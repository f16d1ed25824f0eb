"""What the stages find across articles: entities, events, claims, figures, differences, procedures."""

from datetime import date
from typing import Literal

from rashomon.records.evidence import Frozen, Span

Status = Literal["happened", "ongoing", "planned", "possible", "denied", "claimed"]
Agreement = Literal["single", "agree", "differ"]
Relation = Literal[
    "scope", "status", "same", "finer", "rounding", "overlap", "update", "conflict", "unclear", "wording"
]
EntityType = Literal["person", "organization", "place", "group", "law", "event", "other"]
SpeakerKind = Literal["person", "organization", "group", "document", "media", "unnamed", "unknown"]
Stance = Literal[
    "assert",
    "confirm",
    "estimate",
    "predict",
    "promise",
    "demand",
    "warn",
    "accuse",
    "deny",
    "doubt",
    "decline",
    "praise",
    "criticise",
    "ask",
    "think",
]


class Time(Frozen, frozen=True, kw_only=True):
    """A moment or an interval: a TIMEX3 value and the days it denotes, both inclusive, null = open."""

    timex: str | None
    earliest: date | None
    latest: date | None
    evidence: tuple[Span, ...]


class Support(Frozen, frozen=True, kw_only=True):
    """How much stands behind a line. ``independent`` is an upper bound."""

    articles: int
    outlets: int
    independent: int
    origins: int


class Alias(Frozen, frozen=True, kw_only=True):
    """A form in which an entity is named, and how often."""

    text: str
    count: int


class Entity(Frozen, frozen=True, kw_only=True):
    """Someone or something named by the accounts."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[Alias, ...]
    mentions: tuple[Span, ...]
    roles: tuple[Span, ...]
    part_of: str | None


class Place(Frozen, frozen=True, kw_only=True):
    """Where an event took place."""

    entity: str | None
    span: Span


class Participant(Frozen, frozen=True, kw_only=True):
    """Who took part in an event, and as what."""

    role: str
    entity: str | None
    span: Span


class Vote(Frozen, frozen=True, kw_only=True, rename={"for_": "for"}):
    """The result of a vote."""

    for_: int | None
    against: int | None
    abstain: int | None
    absent: int | None
    unanimous: bool | None
    span: Span


class Slots(Frozen, frozen=True, kw_only=True):
    """Results that some kinds of events have."""

    vote: Vote | None


class Account(Frozen, frozen=True, kw_only=True):
    """One article's telling of an event."""

    article: str
    span: Span
    trigger: Span
    time: Span | None
    status: Status
    claim: str | None


class Event(Frozen, frozen=True, kw_only=True):
    """Something that accounts tell of."""

    id: str
    kind: str
    label: str
    time: Time | None
    place: Place | None
    participants: tuple[Participant, ...]
    status: Status
    background: bool
    rank: int | None
    best: Span
    slots: Slots
    accounts: tuple[Account, ...]
    support: Support
    agreement: Agreement


class Speaker(Frozen, frozen=True, kw_only=True):
    """Who speaks in a claim."""

    entity: str | None
    span: Span | None
    kind: SpeakerKind


class Link(Frozen, frozen=True, kw_only=True):
    """One mouth in the chain that a claim has passed through."""

    role: Literal["outlet", "agency", "channel", "speaker"]
    entity: str | None
    span: Span


class About(Frozen, frozen=True, kw_only=True):
    """What a claim speaks of."""

    events: tuple[str, ...]
    figures: tuple[str, ...]


class Claim(Frozen, frozen=True, kw_only=True):
    """A statement that an article attributes to someone."""

    id: str
    article: str
    statement: str
    speaker: Speaker
    chain: tuple[Link, ...]
    ground: Span | None
    cue: Span
    stance: Stance
    content: tuple[Span, ...]
    direct: bool
    said: Time | None
    about: About


class Value(Frozen, frozen=True, kw_only=True):
    """A number as a set: from ``low`` to ``high``, null = open."""

    low: float | None
    high: float | None
    number: float | None
    bound: Literal["=", "~", ">", ">=", "<", "<=", "range", "vague"]
    text: str


class StatedBy(Frozen, frozen=True, kw_only=True):
    """Who states a point of a figure: a claim, or the article in its own voice."""

    article: str
    claim: str | None


class Point(Frozen, frozen=True, kw_only=True):
    """One mention of a figure's value."""

    value: Value
    scope: str | None
    status: Status
    as_of: Time | None
    stated_by: StatedBy
    span: Span
    relation: Relation | None
    why: str | None


class Figure(Frozen, frozen=True, kw_only=True):
    """A number that accounts give, and how it moved."""

    id: str
    label: str
    counted: str
    unit: str | None
    part_of: str | None
    support: Support
    agreement: Agreement
    points: tuple[Point, ...]


class Side(Frozen, frozen=True, kw_only=True):
    """One side of a difference and the accounts that take it."""

    value: str
    accounts: tuple[Span, ...]
    articles: tuple[str, ...]


class Difference(Frozen, frozen=True, kw_only=True):
    """How the accounts of one thing differ."""

    id: str
    kind: Relation
    rank: int
    about: str
    slot: str
    sides: tuple[Side, ...]
    note: str


class Subject(Frozen, frozen=True, kw_only=True):
    """The measure that goes through a procedure."""

    name: str
    entity: str | None


class Stage(Frozen, frozen=True, kw_only=True):
    """One stage of a procedure and how far it has come."""

    stage: str
    label: str
    state: Literal["done", "next", "pending", "failed", "unknown"]
    implied: bool
    time: Time | None
    body: str | None
    vote: Vote | None
    evidence: tuple[Span, ...]
    support: Support


class Provision(Frozen, frozen=True, kw_only=True):
    """What a treaty or bill obliges someone to do, as one article tells it."""

    article: str
    obligation: Span
    condition: Span | None
    basis: Span | None
    relation: Relation | None


class Procedure(Frozen, frozen=True, kw_only=True):
    """How far a measure has come."""

    id: str
    kind: str
    subject: Subject
    party: str | None
    next: str | None
    next_actor: str | None
    rule: str | None
    stages: tuple[Stage, ...]
    provisions: tuple[Provision, ...]
