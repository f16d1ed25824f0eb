"""Every date that is stated for an article, and which of them counts as its publication."""

import re
from collections.abc import Iterator
from datetime import date

from rashomon.read.dateline import Dateline
from rashomon.read.draft import ADDRESS_FIELDS, Draft
from rashomon.read.stamps import DATE_LINE, Stamp, stamps
from rashomon.records import NOT_STATED, Article, Basis, Metadata, Published, Span, StatedDate
from rashomon.values.dates import Moment, day, parse

PUBLISHED_FIELDS = (
    "json-ld datePublished",
    "meta article:published_time",
    "meta datepublished",
    "meta parsely-pub-date",
    "meta pubdate",
    "meta publishdate",
    "meta publish_date",
    "meta sailthru.date",
    "meta dc.date.issued",
    "meta dc.date",
    "meta dcterms.created",
    "meta date",
)
MODIFIED_FIELDS = (
    "json-ld dateModified",
    "meta article:modified_time",
    "meta datemodified",
    "meta og:updated_time",
    "meta last-modified",
    "meta dcterms.modified",
)
MODIFIED = re.compile(r"\b(?:updated|modified|changed|edited|geändert|aktualisiert|mis à jour)\b", re.IGNORECASE)
LABELLED = re.compile(r"\b(?:published|posted|first published|date|veröffentlicht|publié|publicado)\b", re.IGNORECASE)
IN_ADDRESS = re.compile(r"/((?:19|20|21)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
NEAR = 2
"""Paragraphs from the body or headline within which an unlabelled date line belongs to this article."""


def stated_dates(draft: Draft, dateline: Dateline | None, article: Article) -> tuple[StatedDate, ...]:
    """Return the dates stated for the article, strongest first.

    That is: given by the user; the page's own fields; date lines around headline and body; the dateline; the address.
    """
    found = [*_fields(draft), *_lines(article)]
    if dateline is not None and dateline.moment is not None and dateline.day is not None:
        span = article.span(dateline.day.start, dateline.day.end)
        found.append(_stated(dateline.moment, "stated", evidence=(span,)))
    return (*found, *_addresses(draft))


def publication(stated: tuple[StatedDate, ...]) -> Published:
    """Return the strongest date stated for the publication, or an empty one."""
    for entry in stated:
        if entry.role == "published" and entry.earliest is not None:
            return Published(
                value=entry.value,
                earliest=entry.earliest,
                latest=entry.latest,
                basis=entry.basis,
                evidence=entry.evidence,
                metadata=entry.metadata,
                rejected=(),
            )
    return NOT_STATED


def _stated(
    moment: Moment,
    basis: Basis,
    *,
    modified: bool = False,
    evidence: tuple[Span, ...] = (),
    metadata: tuple[Metadata, ...] = (),
) -> StatedDate:
    return StatedDate(
        role="modified" if modified else "published",
        value=moment.value,
        earliest=moment.earliest,
        latest=moment.latest,
        basis=basis,
        evidence=evidence,
        metadata=metadata,
    )


def _read(written: str) -> Moment | None:
    """Read a field: a date for machines, or one written out."""
    moment = parse(written)
    if moment is None:
        moment = next((stamp.moment for stamp in stamps(written, 0, len(written))), None)
    return moment


def _fields(draft: Draft) -> Iterator[StatedDate]:
    """Yield the dates in the fields of the user and of the page."""
    groups: tuple[tuple[tuple[str, ...], Basis, bool], ...] = (
        (("given date",), "given", False),
        (PUBLISHED_FIELDS, "stated", False),
        (MODIFIED_FIELDS, "stated", True),
    )
    for fields, basis, modified in groups:
        for entry in draft.entries(fields):
            moment = _read(entry.text)
            if moment is not None:
                yield _stated(moment, basis, modified=modified, metadata=(entry,))


def _lines(article: Article) -> list[StatedDate]:
    """Return the dates in date lines next to headline, byline or body; labelled ones first, then the nearest."""
    paragraphs = article.paragraphs
    anchors = [
        number for number, paragraph in enumerate(paragraphs) if paragraph.kind in ("headline", "byline", "standfirst")
    ]
    body = [number for number, paragraph in enumerate(paragraphs) if paragraph.kind == "body"]
    anchors += [body[0], body[-1]] if body else []
    found: list[tuple[bool, int, int, Stamp]] = []
    for number, paragraph in enumerate(paragraphs):
        text = article.text[paragraph.start : paragraph.end]
        if paragraph.kind not in ("header", "byline", "dateline") or len(text.split()) > DATE_LINE:
            continue
        distance = min((abs(number - anchor) for anchor in anchors), default=len(paragraphs))
        is_below = bool(body) and number > body[-1]
        if distance <= NEAR and (not is_below or LABELLED.search(text) or MODIFIED.search(text)):
            is_labelled = LABELLED.search(text) is not None
            found += [
                (not is_labelled, distance, number, stamp)
                for stamp in stamps(article.text, paragraph.start, paragraph.end)
            ]
    found.sort(key=lambda item: (*item[:3], item[3].at.start))
    return [
        _stated(
            stamp.moment,
            "stated",
            modified=stamp.modified,
            evidence=(article.span(stamp.at.start, stamp.at.end),),
        )
        for *_, stamp in found
    ]


def _addresses(draft: Draft) -> Iterator[StatedDate]:
    """Yield the day that an address holds: ``/2024/10/24/``."""
    for entry in draft.entries((*ADDRESS_FIELDS, "given url")):
        match = IN_ADDRESS.search(entry.text)
        if match is None:
            continue
        try:
            moment = day(date(int(match[1]), int(match[2]), int(match[3])))
        except ValueError:
            continue
        yield _stated(moment, "stated", metadata=(entry,))
        return
