"""One input read: an article with everything that it states about itself, or the reason why it is none."""

import hashlib
import re

import msgspec

from rashomon.languages import READ
from rashomon.languages.publishers import agencies, outlets
from rashomon.read import limits
from rashomon.read.agency import find_agency
from rashomon.read.byline import BARE, bare_name, led_names
from rashomon.read.dateline import Dateline, find_dateline
from rashomon.read.dates import publication, stated_dates
from rashomon.read.decode import decode
from rashomon.read.draft import ADDRESS_FIELDS, Draft, Given, Unreadable
from rashomon.read.given import read_line, read_sidecar
from rashomon.read.kinds import paragraph_kinds
from rashomon.read.language import language_of
from rashomon.read.outlet import find_outlet
from rashomon.read.page import draft_page, looks_like_page
from rashomon.read.pdf import PDF_MARK, pdf_text
from rashomon.read.plain import draft_plain
from rashomon.read.sources import Source
from rashomon.records import BODY_KINDS, NOT_STATED, Article, Boilerplate, Extent, Paragraph, Rejection, Span
from rashomon.text import Range, strip, words

PACKED = {
    b"\x1f\x8b": "gzip",
    b"PK\x03\x04": "zip",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
    b"SQLite format": "SQLite",
    b"\x7fELF": "program",
}
AUTHOR_FIELDS = ("json-ld author", "meta author", "meta article:author", "meta parsely-author", "meta sailthru.author")
CREDIT_KINDS = frozenset(("byline", "header", "other", "navigation"))
DATELINE_PARAGRAPHS = 3
"""Paragraphs from the start of the body in which a dateline may stand."""
SITE_SUFFIX = re.compile(r"\s\|\s[^|]+$")


def read(source: Source) -> list[Article | Rejection]:
    """Read one input.

    Returns the article, or a rejection with the reason; a sidecar that can't be used is a rejection beside it. Nothing
    in an input raises.
    """
    found: list[Article | Rejection] = []
    given = Given()
    if source.sidecar is not None:
        try:
            given = read_sidecar(source.sidecar)
        except Unreadable as reason:
            name = source.name.removesuffix(source.path.suffix) + ".meta.toml"
            found.append(Rejection(source=name, reason=f"{reason}; the article was read without it"))
    try:
        content = _content(source)
        draft = _draft(content, source, given)
        article = _article(draft, source.name, hashlib.sha256(content).hexdigest()[:16])
    except Unreadable as reason:
        return [*found, Rejection(source=source.name, reason=str(reason))]
    if draft.given.date is not None and all(date.basis != "given" for date in article.stated):
        unknown = f"the given date {str(draft.given.date)!r} is no date; the article was read without it"
        found.append(Rejection(source=source.name, reason=unknown))
    return [article, *found]


def _content(source: Source) -> bytes:
    try:
        if not source.path.is_file():
            raise Unreadable("no such file" if not source.path.exists() else "not a regular file")
        size = source.length if source.start is not None else source.path.stat().st_size
        if size > limits.BYTES:
            raise Unreadable(f"over the size limit: {size:,} bytes, the limit is {limits.BYTES:,}")
        with source.path.open("rb") as file:
            file.seek(source.start or 0)
            content = file.read(size)
    except OSError as error:
        raise Unreadable(f"can't be opened: {error.strerror}") from error
    if not content.strip():
        raise Unreadable("an empty file")
    return content.rstrip(b"\r\n") if source.start is not None else content


def _draft(content: bytes, source: Source, given: Given) -> Draft:
    if source.start is not None:
        text, is_page, given = read_line(content)
        return draft_page(text, given) if is_page else draft_plain(text, given)
    if content.startswith(PDF_MARK):
        return draft_plain(pdf_text(content), given)
    for mark, kind in PACKED.items():
        if content.startswith(mark):
            raise Unreadable(f"binary data ({kind}), not text")
    is_page = source.path.suffix.lower() in (".html", ".htm", ".xhtml")
    text = decode(content, is_page=is_page or b"<meta" in content[:2000].lower())
    return draft_page(text, given) if is_page or looks_like_page(text) else draft_plain(text, given)


def _article(draft: Draft, name: str, identity: str) -> Article:
    kinds = paragraph_kinds(draft)
    paragraphs = tuple(
        Paragraph(start=block.start, end=block.end, kind=kind, xpath=block.xpath)
        for block, kind in zip(draft.blocks, kinds, strict=True)
    )
    body = [paragraph for paragraph in paragraphs if paragraph.kind in BODY_KINDS]
    running = "\n".join(draft.text[paragraph.start : paragraph.end] for paragraph in body)
    count = len(words(running))
    if count < limits.BODY_WORDS:
        raise Unreadable(f"no article found: {count} words of running text, {limits.BODY_WORDS} are the least")
    language = language_of(running)
    article = Article(
        id=identity,
        source=name,
        url=_address(draft),
        text=draft.text,
        language=language,
        outlet=None,
        agency=None,
        headline=None,
        byline=None,
        dateline=None,
        stated=(),
        published=NOT_STATED,
        metadata=(*draft.given.metadata(), *draft.metadata),
        paragraphs=paragraphs,
        body=_extents(paragraphs),
        boilerplate=tuple(
            Boilerplate(start=paragraph.start, end=paragraph.end, kind=paragraph.kind)
            for paragraph in paragraphs
            if paragraph.kind not in BODY_KINDS
        ),
        copy_of=None,
        shared=0.0,
        copied=(),
        annotated=language in READ,
        related=True,
    )
    return _with_credits(article, draft)


def _with_credits(article: Article, draft: Draft) -> Article:
    """Add whose account it is and when it says it was published."""
    dateline = _dateline(article)
    credit = dateline.credit if dateline is not None else None
    bracketed = article.span(credit.start, credit.end) if credit is not None else None
    stated = stated_dates(draft, dateline, article)
    return msgspec.structs.replace(
        article,
        outlet=find_outlet(draft, bracketed, article),
        agency=find_agency(draft, dateline, article),
        headline=_headline(article),
        byline=_byline(article),
        dateline=article.span(dateline.at.start, dateline.at.end) if dateline is not None else None,
        stated=stated,
        published=publication(stated),
    )


def _address(draft: Draft) -> str | None:
    found = (entry.text for entry in draft.entries(("given url", *ADDRESS_FIELDS)))
    return next((text for text in found if text.startswith(("http://", "https://"))), None)


def _extents(paragraphs: tuple[Paragraph, ...]) -> tuple[Extent, ...]:
    """Return the body: runs of paragraphs with no furniture between them."""
    runs: list[Range] = []
    is_open = False
    for paragraph in paragraphs:
        if paragraph.kind not in BODY_KINDS:
            is_open = False
        elif is_open:
            runs[-1] = Range(runs[-1].start, paragraph.end)
        else:
            runs.append(Range(paragraph.start, paragraph.end))
            is_open = True
    return tuple(Extent(start=run.start, end=run.end) for run in runs)


def _dateline(article: Article) -> Dateline | None:
    top = [paragraph for paragraph in article.paragraphs if paragraph.kind in ("body", "dateline")][
        :DATELINE_PARAGRAPHS
    ]
    found = (find_dateline(article.text, paragraph.start, paragraph.end) for paragraph in top)
    return next((dateline for dateline in found if dateline is not None), None)


def _headline(article: Article) -> Span | None:
    for paragraph in article.paragraphs:
        if paragraph.kind == "headline":
            suffix = SITE_SUFFIX.search(article.text, paragraph.start, paragraph.end)
            at = strip(article.text, paragraph.start, suffix.start() if suffix else paragraph.end)
            return article.span(at.start, at.end)
    return None


def _byline(article: Article) -> Span | None:
    """Return the names of the authors.

    They stand in the line of authors that the page's own author field is found in, else where that field is found in
    its furniture, else in the first line of authors. An outlet or an agency is no author.
    """
    lines = [paragraph for paragraph in article.paragraphs if paragraph.kind == "byline"]
    found = [span for paragraph in lines if (span := _named_in(article, paragraph)) is not None]
    for entry in article.metadata:
        if entry.field in AUTHOR_FIELDS and BARE.fullmatch(entry.text) and not _is_publisher(entry.text):
            for span in found:
                if entry.text in span.text:
                    return span
            for paragraph in article.paragraphs:
                start = article.text.find(entry.text, paragraph.start, paragraph.end)
                if start >= 0 and paragraph.kind in CREDIT_KINDS:
                    return article.span(start, start + len(entry.text))
    return found[0] if found else None


def _named_in(article: Article, paragraph: Paragraph) -> Span | None:
    text = article.text[paragraph.start : paragraph.end]
    names = led_names(text) or (Range(0, len(text)) if bare_name(text) else None)
    if names is None or _is_publisher(names.of(text)):
        return None
    return article.span(paragraph.start + names.start, paragraph.start + names.end)


def _is_publisher(name: str) -> bool:
    return name.casefold() in agencies().by_form or name.casefold() in outlets().by_form
