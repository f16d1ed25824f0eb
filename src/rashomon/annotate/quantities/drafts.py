"""A quantity while it is being read."""

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.annotate.quantities.amount import Amount
from rashomon.annotate.quantities.phrases import Noun
from rashomon.records.quantities import Change, QuantityKind


@dataclass(slots=True)
class Tally:
    """The result of a vote, and the lexemes in which it stands."""

    first: int
    last: int
    for_: int | None = None
    against: int | None = None
    abstain: int | None = None
    absent: int | None = None


@dataclass(slots=True)
class Draft:
    """An amount with what the stage has found out about it; ``tokens`` cover number and unit."""

    amount: Amount
    tokens: list[Token]
    sentence: int
    """Number of its sentence in the text."""
    kind: QuantityKind = "other"
    noun: Noun | None = None
    modifiers: tuple[tuple[int, int], ...] = ()
    """Further modifiers of a noun that is named elsewhere."""
    change: Change | None = None
    part_of: int | None = None
    tally: Tally | None = None
