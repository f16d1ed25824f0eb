"""The timeline of a story: the events that a reader needs, and the days that the story turns on."""

from rashomon.reconcile.timeline.days import Days
from rashomon.reconcile.timeline.entries import ranked

__all__ = ["Days", "ranked"]
