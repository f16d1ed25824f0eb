"""Evidence: where in the input a line of the record comes from."""

import msgspec


class Frozen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of everything in a record: immutable, keyword-only, no unknown keys."""


class Span(Frozen, frozen=True, kw_only=True, gc=False):
    """Characters of one article: ``text == article.text[start:end]``, offsets in Unicode code points."""

    article: str
    """Id of the article."""
    start: int
    end: int
    text: str


class Metadata(Frozen, frozen=True, kw_only=True, gc=False):
    """What a page or the user says outside the visible text, and where it says so."""

    field: str
    """Name of the field: ``meta[property=article:published_time]``, ``json-ld datePublished``, ``given date``."""
    text: str
    """The field's content as it was read."""
    xpath: str | None
    """The element of the page that holds the field; null when it is no element of a page."""
