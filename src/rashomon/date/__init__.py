"""When the articles of a story were published, and when that makes everything that they tell."""

from rashomon.date.anchoring import anchored
from rashomon.date.story import publications

__all__ = ["anchored", "publications"]
