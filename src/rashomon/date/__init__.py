"""When the articles of a story were published, and when that makes everything that they tell."""

from rashomon.date.anchoring import anchored
from rashomon.date.cut import dated_among, is_by
from rashomon.date.story import publications

__all__ = ["anchored", "dated_among", "is_by", "publications"]
