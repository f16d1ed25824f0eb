"""Which events the accounts of a story tell."""

from rashomon.link.events.happenings import happenings
from rashomon.link.events.mentions import MentionReader, Telling

__all__ = ["MentionReader", "Telling", "happenings"]
