"""Which parts of different articles are the same: copies of one another."""

from rashomon.link.copies import with_copies

__all__ = ["with_copies"]
