"""Reads one article exactly: its times, quantities, claims and events."""

from rashomon.annotate.annotation import annotate

__all__ = ["annotate"]
