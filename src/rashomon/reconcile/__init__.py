"""What the accounts of a story say together."""

from rashomon.reconcile.title import story_title

__all__ = ["story_title"]
