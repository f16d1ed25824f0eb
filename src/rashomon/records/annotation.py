"""What one article tells when it is read by itself, before it is laid beside others."""

from typing import Literal

from rashomon.records.evidence import Frozen, Span
from rashomon.records.findings import Claim, Entity, Place, Status, Time, Vote
from rashomon.records.quantities import Quantity
from rashomon.records.times import TimeExpression

Role = Literal["agent", "patient", "recipient", "other"]


class Actor(Frozen, frozen=True, kw_only=True):
    """Who or what takes part in an event as one clause tells it."""

    role: Role
    entity: str | None
    span: Span


class EventMention(Frozen, frozen=True, kw_only=True):
    """One telling of something that happens: its trigger and what its clause says of it."""

    kind: str
    """Lemma of the trigger, for a nominal trigger that of its verb where it is known."""
    trigger: Span
    clause: Span
    status: Status
    actors: tuple[Actor, ...]
    place: Place | None
    time: int | None
    """Place of its time among the times of the article."""
    claim: str | None
    """Id of the claim that tells it; null when the article does in its own voice."""
    through: int | None
    """Place, among the events of the article, of the act by which it came about: the vote of "voted to ratify"."""
    takes_up: int | None
    """Place, among the events of the article, of the earlier telling that a definite noun means: "the vote"."""
    vote: Vote | None
    """How a vote ended."""


class TimeMention(Frozen, frozen=True, kw_only=True):
    """A time expression, and when that is by what is known of the article's own date."""

    expression: TimeExpression
    time: Time


class Reading(Frozen, frozen=True, kw_only=True):
    """The times, quantities and events of one article, each in text order."""

    article: str
    times: tuple[TimeMention, ...]
    quantities: tuple[Quantity, ...]
    events: tuple[EventMention, ...]


class Told(Frozen, frozen=True, kw_only=True):
    """Where an event is told: the article, and the place among the events of its reading."""

    article: str
    event: int


class Annotation(Frozen, frozen=True, kw_only=True):
    """Everything that one article tells by itself; entities and claims as the record has them, not yet linked."""

    reading: Reading
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
