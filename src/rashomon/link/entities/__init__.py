"""Which entities of several articles are the same."""

from rashomon.link.entities.joining import merges, with_entities

__all__ = ["merges", "with_entities"]
