"""One article: its text as it was read, and what the reading found in it."""

from datetime import date
from typing import Literal

from rashomon.records.evidence import Frozen, Metadata, Span

ParagraphKind = Literal[
    "body",
    "standfirst",
    "headline",
    "byline",
    "dateline",
    "caption",
    "header",
    "donation",
    "comments",
    "subscription",
    "related",
    "share",
    "gallery",
    "notice",
    "navigation",
    "other",
]
BODY_KINDS: frozenset[ParagraphKind] = frozenset(("body", "standfirst"))
"""The kinds that make up ``article.body``; all others are ``article.boilerplate``."""

Basis = Literal["given", "stated", "inferred"]
"""``given`` by the user, ``stated`` by the article or its page, ``inferred`` from what the article lets one see."""


class Extent(Frozen, frozen=True, kw_only=True, gc=False):
    """A stretch of ``article.text``, without its characters."""

    start: int
    end: int


class Boilerplate(Frozen, frozen=True, kw_only=True, gc=False):
    """A stretch of ``article.text`` that is furniture of the page."""

    start: int
    end: int
    kind: ParagraphKind


class Paragraph(Frozen, frozen=True, kw_only=True, gc=False):
    """One paragraph of ``article.text``; paragraphs are in order and do not overlap."""

    start: int
    end: int
    kind: ParagraphKind
    xpath: str | None
    """The element of the page that the paragraph came from; null when the input was no page."""


class Outlet(Frozen, frozen=True, kw_only=True):
    """The publisher of the article."""

    name: str
    basis: Basis
    evidence: tuple[Span, ...]
    metadata: tuple[Metadata, ...]


class Agency(Frozen, frozen=True, kw_only=True):
    """The news agency that the article credits for its text; a photo credit is none."""

    name: str
    evidence: tuple[Span, ...]
    metadata: tuple[Metadata, ...]


class StatedDate(Frozen, frozen=True, kw_only=True):
    """A date that the page or the user gives for the article."""

    role: Literal["published", "modified"]
    value: str
    """A date, or a date-time with its offset where one is stated; TIMEX3 style (``XXXX-10-24``) without a year."""
    earliest: date | None
    latest: date | None
    basis: Basis
    evidence: tuple[Span, ...]
    metadata: tuple[Metadata, ...]


class RejectedDate(Frozen, frozen=True, kw_only=True):
    """A stated date that the text rules out, with the reason."""

    value: str
    why: str
    evidence: tuple[Span, ...]


class Published(Frozen, frozen=True, kw_only=True):
    """When the article was published: a date, a date-time, or an interval; both ends inclusive, null = open."""

    value: str | None
    earliest: date | None
    latest: date | None
    basis: Basis | None
    evidence: tuple[Span, ...]
    metadata: tuple[Metadata, ...]
    rejected: tuple[RejectedDate, ...]


NOT_STATED = Published(value=None, earliest=None, latest=None, basis=None, evidence=(), metadata=(), rejected=())
"""Nothing says when an article was published."""


class Article(Frozen, frozen=True, kw_only=True):
    """One account of the story, as it was read."""

    id: str
    """First 16 hex digits of the SHA-256 of its bytes (a JSONL line: of the line)."""
    source: str
    """Path below the folder or glob root as given, "/" between; file name for a single file; or URL."""
    url: str | None
    text: str
    language: str | None
    """ISO 639-1 code; null when the text is too short to tell."""
    outlet: Outlet | None
    agency: Agency | None
    headline: Span | None
    byline: Span | None
    dateline: Span | None
    stated: tuple[StatedDate, ...]
    """Every date that is stated for the article, strongest first."""
    published: Published
    metadata: tuple[Metadata, ...]
    """Everything that the page or the user says of the article outside its visible text."""
    paragraphs: tuple[Paragraph, ...]
    body: tuple[Extent, ...]
    boilerplate: tuple[Boilerplate, ...]
    copy_of: str | None
    shared: float
    """Share of this body's tokens found in the article that it is a copy of, 0 to 1."""
    copied: tuple[Span, ...]
    annotated: bool
    """False when the article's language is not read; it is then shown, and counted nowhere."""
    related: bool
    """False when the article belongs to another story."""

    @property
    def report(self) -> str:
        """The article that this one is a print of, itself where it is none."""
        return self.copy_of or self.id

    def span(self, start: int, end: int) -> Span:
        """Return the characters from ``start`` to ``end`` as evidence."""
        return Span(article=self.id, start=start, end=end, text=self.text[start:end])
