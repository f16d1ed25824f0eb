"""What the accounts of a story say together."""

from rashomon.reconcile.about import with_about
from rashomon.reconcile.differences import Story, agreed, differences
from rashomon.reconcile.events import Events
from rashomon.reconcile.figures import Figures
from rashomon.reconcile.timeline import ranked
from rashomon.reconcile.title import story_title

__all__ = ["Events", "Figures", "Story", "agreed", "differences", "ranked", "story_title", "with_about"]
