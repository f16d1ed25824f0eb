"""What each claim speaks of: the events that it tells, the figures that it gives numbers of."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from rashomon.records import About, Claim, Event, Figure


def with_about(claims: Sequence[Claim], events: Iterable[Event], figures: Iterable[Figure]) -> list[Claim]:
    """Return the claims with the events and figures that they tell of, both in record order."""
    told: dict[str, dict[str, None]] = defaultdict(dict)
    given: dict[str, dict[str, None]] = defaultdict(dict)
    for event in events:
        for account in event.accounts:
            if account.claim is not None:
                told[account.claim][event.id] = None
    for figure in figures:
        for point in figure.points:
            if point.stated_by.claim is not None:
                given[point.stated_by.claim][figure.id] = None
    return [
        msgspec.structs.replace(
            claim, about=About(events=tuple(told.get(claim.id, ())), figures=tuple(given.get(claim.id, ())))
        )
        for claim in claims
    ]
