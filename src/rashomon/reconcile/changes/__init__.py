"""What changed from one record of a story to another."""

from rashomon.reconcile.changes.comparing import changes_between

__all__ = ["changes_between"]
