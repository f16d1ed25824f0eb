"""How real an event is told to be."""

from rashomon.records.findings import Status

HAPPENED: frozenset[Status] = frozenset({"happened", "ongoing"})
ALIKE: tuple[frozenset[Status], ...] = (
    HAPPENED | {"claimed"},
    frozenset({"planned", "possible"}),
    frozenset({"denied"}),
)
"""Statuses that say the same of how real an event is."""


def bears_out(told: Status, status: Status) -> bool:
    """Return whether who tells an event so stands behind this status: not who foresaw or denied what was done."""
    return any(told in alike and status in alike for alike in ALIKE)
