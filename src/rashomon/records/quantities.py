"""Numbers read as quantities inside one article."""

from typing import Literal

from rashomon.records.evidence import Frozen, Span
from rashomon.records.findings import Value, Vote

QuantityKind = Literal[
    "count",
    "money",
    "percentage",
    "fraction",
    "measure",
    "duration",
    "age",
    "ordinal",
    "score",
    "vote",
    "rate",
    "multiple",
    "other",
]
Change = Literal["up", "down"]


class Counted(Frozen, frozen=True, kw_only=True):
    """What a number counts or measures: the noun phrase without the number, the lemma of its head, what narrows it.

    ``modifiers`` say whose, where and which: possessors, adjectives, places and clauses of the phrase, in text order.
    """

    span: Span
    head: str
    modifiers: tuple[Span, ...]


class Quantity(Frozen, frozen=True, kw_only=True):
    """A number with its bound words and its unit word, and what it says.

    ``unit``: ISO 4217 for money (the name where it could be several currencies), the Unicode CLDR identifier of the
    unit otherwise (``kilometer``, ``percent``), both with ``-per-`` and what it is divided by; ages have the unit of
    the time. ``change``: the way in which the thing moved by this number or to it. ``part_of``: index, among the
    quantities of the article, of the one that this is a part of. A score and the tally of a vote are no single number:
    their ``value`` has only the text.
    """

    span: Span
    value: Value
    kind: QuantityKind
    unit: str | None
    counted: Counted | None
    change: Change | None
    part_of: int | None
    vote: Vote | None
