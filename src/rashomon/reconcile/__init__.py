"""What the accounts of a story say together."""

from rashomon.reconcile.events import Events
from rashomon.reconcile.title import story_title

__all__ = ["Events", "story_title"]
