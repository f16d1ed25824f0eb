"""Reads one article exactly: its times, quantities, claims and events."""

from rashomon.annotate.annotation import annotate, annotated, marked

__all__ = ["annotate", "annotated", "marked"]
