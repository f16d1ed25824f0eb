"""From bytes to articles: text, paragraphs with their kinds, and whose account it is, stated when."""

from rashomon.read.articles import read
from rashomon.read.sources import Source, find_sources

__all__ = ["Source", "find_sources", "read"]
