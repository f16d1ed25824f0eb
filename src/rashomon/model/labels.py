"""What the model can say of a word: the fixed label sets, and those that come from the training data."""

import json
from dataclasses import dataclass

ENTITIES = ("person", "organization", "place", "group", "law", "event", "other")
ROLES = ("source", "cue", "content")
TIMES = ("DATE", "TIME", "DURATION", "SET")
"""TIMEX3 types (ISO 24617-1)."""
EVENTS = ("none", "OCCURRENCE", "STATE", "REPORTING", "I_ACTION", "I_STATE", "ASPECTUAL", "PERCEPTION")
"""TimeML event classes; ``none`` where a word triggers no event."""
STATUSES = ("happened", "ongoing", "planned", "possible", "denied")
"""How real an event is told to be, in the words of the record."""


def sequence_tags(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tags of spans of these labels: ``O``, then ``B-`` and ``I-`` of each (Ramshaw and Marcus 1995)."""
    return ("O", *(f"{place}-{label}" for label in labels for place in "BI"))


SEQUENCES = {"entity": sequence_tags(ENTITIES), "time": sequence_tags(TIMES), "attribution": sequence_tags(ROLES)}
"""The heads whose labels are spans, with their tags."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """The label sets that the training data decide, in the order of the model's outputs."""

    upos: tuple[str, ...]
    tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    relations: tuple[str, ...]


def inventory_of(told: str) -> Inventory:
    """Return the label sets that an exported graph tells of itself in JSON."""
    return Inventory(**{name: tuple(labels) for name, labels in json.loads(told).items()})
