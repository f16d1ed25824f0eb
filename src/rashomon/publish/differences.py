"""How the accounts differ, as it is listed."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.publish.citing import LONGEST, Names, Telling, line
from rashomon.records import Difference, Record
from rashomon.records.findings import Relation
from rashomon.text import cut

FIRST = 3
"""Differences that are shown open; the others are folded away."""
KINDS: dict[Relation, str] = {
    "conflict": "conflict",
    "status": "affirmed and denied",
    "unclear": "not clear",
    "update": "changed over time",
    "overlap": "both can be true",
    "scope": "different parts",
    "finer": "more exact",
    "rounding": "rounded",
    "same": "same",
    "wording": "other words",
}
"""How two sides relate, in a word of the page."""
GRAVE: frozenset[Relation] = frozenset({"conflict", "status"})
"""What makes a line disputed."""


@dataclass(frozen=True, slots=True)
class Said:
    """One side: its value, and the accounts that take it."""

    value: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """One difference as it is listed."""

    id: str
    kind: str
    is_grave: bool
    slot: str
    about: str
    """The label of the line that it is about, empty where it is about none."""
    target: str
    """The id of that line's place in the page."""
    note: str
    sides: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """The differences by their rank: the first, the others, and apart from both what differs in words alone."""

    first: tuple[Differing, ...]
    others: tuple[Differing, ...]
    wording: tuple[Differing, ...]


def differences(record: Record, names: Names) -> Differences:
    """Return the differences of a record as they are listed."""
    ranked = sorted(record.differences, key=lambda one: one.rank)
    abouts = _abouts(record)
    told = [_differing(one, abouts, names) for one in ranked if one.kind != "wording"]
    return Differences(
        first=tuple(told[:FIRST]),
        others=tuple(told[FIRST:]),
        wording=tuple(_differing(one, abouts, names) for one in ranked if one.kind == "wording"),
    )


def by_line(found: Iterable[Difference]) -> dict[str, list[Difference]]:
    """Return the differences, but for those in words alone, by the event or figure that they are about."""
    lines: dict[str, list[Difference]] = {}
    for one in sorted(found, key=lambda one: one.rank):
        if one.kind != "wording":
            lines.setdefault(one.about, []).append(one)
    return lines


def _abouts(record: Record) -> dict[str, tuple[str, str]]:
    """Return by id the label of each line that a difference can be about, and the id of its place in the page."""
    return {
        **{entity.id: (entity.name, "") for entity in record.entities},
        **{event.id: (event.label, f"event-{event.id}") for event in record.events},
        **{figure.id: (figure.label, f"figure-{figure.id}") for figure in record.figures},
        **{one.id: (one.subject.name, f"board-{one.id}") for one in record.procedures},
    }


def _differing(one: Difference, abouts: dict[str, tuple[str, str]], names: Names) -> Differing:
    about, target = abouts.get(one.about, ("", ""))
    return Differing(
        id=one.id,
        kind=KINDS[one.kind],
        is_grave=one.kind in GRAVE,
        slot=one.slot,
        about=line(about),
        target=target,
        note=line(one.note),
        sides=tuple(Said(cut(line(side.value), LONGEST), names.tellings(side.accounts)) for side in one.sides),
    )
