"""The order in which a reader needs differences, and what they say of the agreement of accounts."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from rashomon.reconcile.differences.found import Found
from rashomon.records import Difference, Event, Figure
from rashomon.records.findings import Agreement, Relation
from rashomon.records.ids import id_of

ORDER: tuple[Relation, ...] = (
    "conflict",
    "status",
    "unclear",
    "update",
    "overlap",
    "scope",
    "rounding",
    "finer",
    "wording",
)
"""The most serious first; wording is a list of its own."""
DISPUTED: frozenset[Relation] = frozenset({"conflict", "status"})
UNRANKED = 1_000_000
"""Behind every event that is on the timeline."""


def ranked(found: Iterable[Found], events: Sequence[Event], figures: Sequence[Figure]) -> tuple[Difference, ...]:
    """Return the differences with their ranks: how serious, how many reports tell, how much the event matters."""
    ids = [*(event.id for event in events), *(figure.id for figure in figures)]
    places = {one: place for place, one in enumerate(ids)}
    on_timeline = {event.id: event.rank for event in events if event.rank is not None}

    def order(one: Found) -> tuple[int, int, int, int, str, str]:
        last = len(places)
        matters = on_timeline.get(one.about, UNRANKED)
        return (ORDER.index(one.kind), -one.reports, matters, places.get(one.about, last), one.slot, one.note)

    return tuple(
        Difference(
            id=id_of(f"difference {one.slot} {one.about}", one.sides[0].accounts[0]),
            kind=one.kind,
            rank=rank,
            about=one.about,
            slot=one.slot,
            sides=one.sides,
            note=one.note,
        )
        for rank, one in enumerate(_once(sorted(found, key=order)), 1)
    )


def _once(found: Iterable[Found]) -> Iterator[Found]:
    """Yield differences without those that say what an earlier one says already."""
    said: set[str] = set()
    for one in found:
        if one.once is None or one.once not in said:
            said |= {one.once} if one.once is not None else set()
            yield one


def agreed(
    events: Iterable[Event], figures: Iterable[Figure], differences: Iterable[Difference]
) -> tuple[tuple[Event, ...], tuple[Figure, ...]]:
    """Return events and figures with their agreement: they differ only by a conflict or by what is denied."""
    disputed = {difference.about for difference in differences if difference.kind in DISPUTED}

    def agreement(one: Event | Figure) -> Agreement:
        if one.id in disputed:
            return "differ"
        return "single" if one.support.independent <= 1 else "agree"

    return (
        tuple(msgspec.structs.replace(event, agreement=agreement(event)) for event in events),
        tuple(msgspec.structs.replace(figure, agreement=agreement(figure)) for figure in figures),
    )
