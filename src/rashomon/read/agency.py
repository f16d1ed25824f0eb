"""The news agency that an article credits for its text. A photo credit, or a quotation of an agency, is none."""

import re

from rashomon.languages.publishers import agencies, outlets
from rashomon.read.dateline import Dateline
from rashomon.read.draft import Draft
from rashomon.records import Agency, Article, Paragraph, Span
from rashomon.text import Range

AUTHOR_FIELDS = (
    "json-ld author",
    "json-ld sourceOrganization",
    "meta author",
    "meta article:author",
    "meta dc.creator",
)
AGENCY_WORD = re.compile(r"\b(?:Press|News|Agency|Wire|Service|Agence|Agentur|Agencia|Agenzia)\b")
SHORT_CREDIT = re.compile(r"[A-Z][A-Za-z-]{1,9}")
"""An agency that is not in the table: one short word in the brackets of a dateline."""
CREDITED = r"(?P<name>[A-Za-z][\w .’'-]{1,40}?)"
CLOSING = re.compile(
    rf"(?:[.!?”\"’]\s*(?:[—–-]{{1,2}}\s*|\()|^[—–-]?\s*\(?(?:Source|Quelle|Fuente)?:?\s*){CREDITED}\)?\.?$"
)
OWN_LINE = re.compile(rf"(?:[—–-]+\s*|\(|(?:Source|Quelle|Fuente):\s*){CREDITED}\)?\.?")
BELOW = 2
"""Paragraphs below the body in which a credit may stand on a line of its own."""
RIGHTS = re.compile(
    rf"(?:©|\bcopyright\b|\(c\))\s*(?:\d{{4}}\s*)?(?:by\s+)?(?:the\s+)?{CREDITED}"
    r"(?=[.,;|]|\s+All\b|\s+\d{4}|\s*$)",
    re.IGNORECASE,
)
BYLINE_NAME = re.compile(r"(?:(?:by|from)\s+)?(?:the\s+)?(?P<name>[\w .’'-]{2,40})", re.IGNORECASE)


def find_agency(draft: Draft, dateline: Dateline | None, article: Article) -> Agency | None:
    """Return the credited agency, or None.

    Credits are: brackets in the dateline, an author line or author field that is an agency, the last words of the body,
    a copyright line.
    """
    found: list[tuple[str, Span]] = []
    if dateline is not None and dateline.credit is not None:
        name = _in_dateline(dateline.credit.of(article.text))
        if name:
            found.append((name, article.span(dateline.credit.start, dateline.credit.end)))
    last = max((paragraph.end for paragraph in article.paragraphs if paragraph.kind == "body"), default=0)
    credited = [paragraph.kind in ("byline", "header") for paragraph in article.paragraphs]
    for number, paragraph in enumerate(article.paragraphs):
        beside = any(credited[max(0, number - 1) : number + 2]) and paragraph.end < last
        is_below = any(part.end == last for part in article.paragraphs[max(0, number - BELOW) : number])
        found += _in_paragraph(paragraph, article, is_credit=beside, is_last=paragraph.end == last, is_below=is_below)
    fields = [
        (agencies().by_form[entry.text.casefold()], entry)
        for entry in draft.metadata
        if entry.field in AUTHOR_FIELDS and entry.text.casefold() in agencies().by_form
    ]
    names = [name for name, _ in found] or [name for name, _ in fields]
    if not names:
        return None
    return Agency(
        name=names[0],
        evidence=tuple(span for name, span in found if name == names[0]),
        metadata=tuple(entry for name, entry in fields if name == names[0]),
    )


def _in_dateline(credit: str) -> str | None:
    tidy = " ".join(credit.split())
    known = agencies().by_form.get(tidy.casefold())
    if known or tidy.casefold() in outlets().by_form:
        return known
    parts = [part.strip() for part in tidy.split("/")]
    if len(parts) > 1:
        return next((name for part in parts if (name := agencies().by_form.get(part.casefold()))), None)
    is_short = SHORT_CREDIT.fullmatch(tidy) is not None and tidy[1:] != tidy[1:].lower()
    return tidy if is_short or AGENCY_WORD.search(tidy) else None


def _in_paragraph(
    paragraph: Paragraph, article: Article, *, is_credit: bool, is_last: bool, is_below: bool
) -> list[tuple[str, Span]]:
    text = article.text[paragraph.start : paragraph.end]
    pattern = None
    if paragraph.kind == "byline" or (is_credit and paragraph.kind in ("header", "navigation", "other")):
        pattern = BYLINE_NAME
    elif paragraph.kind == "notice":
        pattern = RIGHTS
    elif is_last:
        pattern = CLOSING
    elif is_below:
        pattern = OWN_LINE
    if pattern is None:
        return []
    matches = [pattern.fullmatch(text)] if pattern in (BYLINE_NAME, OWN_LINE) else pattern.finditer(text)
    found = []
    for match in matches:
        if match is None:
            continue
        at = Range(*match.span("name"))
        name = agencies().by_form.get(at.of(text).strip().casefold())
        if name:
            found.append((name, article.span(paragraph.start + at.start, paragraph.start + at.end)))
    return found
