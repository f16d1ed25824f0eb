"""Which parts of different articles are the same: copies of one another, and what has the same name."""

from rashomon.link.copies import with_copies
from rashomon.link.entities import with_entities

__all__ = ["with_copies", "with_entities"]
