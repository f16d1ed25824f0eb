"""Quantities: numbers with bounds and units, what they count, and how they move."""

from rashomon.annotate.quantities.reading import quantities

__all__ = ["quantities"]
