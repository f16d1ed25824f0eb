"""Ids of what is found: they depend on where it was found first, so the same input gives the same ids."""

import hashlib

from rashomon.records.evidence import Span

DIGITS = 12


def id_of(kind: str, first: Span) -> str:
    """Return the id of a ``"claim"``, ``"entity"``, ``"event"`` ... by its first span: a letter and 12 hex digits.

    The digits are those of the SHA-256 of kind, article id, start and end.
    """
    written = f"{kind} {first.article} {first.start} {first.end}"
    return kind[0] + hashlib.sha256(written.encode()).hexdigest()[:DIGITS]
