"""The record as one page: no network, no script, every character of the scraped text escaped."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.publish.describe import (
    Fact,
    counts,
    facts,
    heading,
    in_reading_order,
    language_name,
    named,
    title_of,
    when,
)
from rashomon.publish.marks import LEGEND, Mark, marks, quantity_in_words
from rashomon.publish.shown import is_web_address, shown
from rashomon.publish.voices import unplaced, voices
from rashomon.records import BODY_KINDS, Article, Paragraph, Record, Span

OPEN_FURNITURE = 240
"""Characters; a longer run of furniture is folded away, unless a field rests on it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a paragraph that are marked alike."""

    text: str
    anchors: tuple[str, ...]
    """The ids that evidence links to: those of the spans that start with it."""
    is_evidence: bool
    classes: str
    """The kinds of marks that it stands in."""
    note: str
    """What the marks were read as."""


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph as it is shown."""

    kind: str
    tag: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Paragraphs in a row that are all body or all furniture."""

    is_body: bool
    is_open: bool
    kinds: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One article as it is shown."""

    article: Article
    name: str
    when: str
    heading: str
    language: str
    facts: tuple[Fact, ...]
    is_marked: bool
    runs: tuple[Run, ...]
    link: str | None


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("rashomon.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shown"] = shown
    environment.filters["anchor"] = anchor
    environment.filters["quantity"] = quantity_in_words
    return environment


def anchor(span: Span) -> str:
    """Return the id of the place of a span in the page."""
    return f"a{span.article}-{span.start}-{span.end}"


def record_page(record: Record) -> str:
    """Return the page of a record."""
    style = files("rashomon.publish").joinpath("templates/page.css").read_text(encoding="utf-8")
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            record=record,
            title=title_of(record),
            style=Markup(style),  # noqa: S704 - our own file, not scraped text
            counts=counts(record),
            articles=[_shown(article, record) for article in in_reading_order(record)],
            voices=voices(record),
            unplaced=unplaced(record),
            legend=LEGEND,
        )
    )


def _shown(article: Article, record: Record) -> Shown:
    found = facts(article, record)
    spans = [span for fact in found for span in fact.spans]
    if record.title is not None and record.title.span.article == article.id:
        spans.append(record.title.span)
    layers = marks(article, record)
    layers += [Mark(span, "copied", "") for span in article.copied]
    runs: list[list[Paragraph]] = []
    for paragraph in article.paragraphs:
        if not article.text[paragraph.start : paragraph.end].strip():
            continue
        if runs and _group(runs[-1][-1], spans) == _group(paragraph, spans):
            runs[-1].append(paragraph)
        else:
            runs.append([paragraph])
    return Shown(
        article=article,
        name=named(article),
        when=when(article),
        heading=heading(article),
        language=language_name(article),
        facts=tuple(found),
        is_marked=any(mark.kind in LEGEND for mark in layers),
        runs=tuple(_run(article, run, spans, layers) for run in runs),
        link=article.url if article.url and is_web_address(article.url) else None,
    )


def _group(paragraph: Paragraph, spans: list[Span]) -> tuple[bool, bool]:
    """Tell whether a paragraph is body, and if not whether a field rests on it: what is shown together."""
    is_body = paragraph.kind in BODY_KINDS
    cited = any(span.start < paragraph.end and paragraph.start < span.end for span in spans)
    return is_body, cited and not is_body


def _run(article: Article, paragraphs: list[Paragraph], spans: list[Span], layers: list[Mark]) -> Run:
    is_body, rests_on_it = _group(paragraphs[0], spans)
    length = sum(paragraph.end - paragraph.start for paragraph in paragraphs)
    kinds = dict.fromkeys(paragraph.kind for paragraph in paragraphs)
    return Run(
        is_body=is_body,
        is_open=is_body or rests_on_it or length <= OPEN_FURNITURE,
        kinds=", ".join(kinds),
        rows=tuple(_row(article, paragraph, spans, layers) for paragraph in paragraphs),
    )


def _row(article: Article, paragraph: Paragraph, spans: list[Span], layers: list[Mark]) -> Row:
    inside = [span for span in spans if span.start < paragraph.end and paragraph.start < span.end]
    over = [mark for mark in layers if mark.span.start < paragraph.end and paragraph.start < mark.span.end]
    edges = {paragraph.start, paragraph.end}
    for span in (*inside, *(mark.span for mark in over)):
        edges |= {max(span.start, paragraph.start), min(span.end, paragraph.end)}
    pieces = []
    for start, end in pairwise(sorted(edges)):
        here = [mark for mark in over if mark.span.start <= start and end <= mark.span.end]
        starting = dict.fromkeys(
            anchor(span) for span in (*inside, *(mark.span for mark in here)) if span.start == start
        )
        notes = dict.fromkeys(mark.note for mark in reversed(here) if mark.note)
        pieces.append(
            Piece(
                text=article.text[start:end],
                anchors=tuple(starting),
                is_evidence=any(span.start <= start and end <= span.end for span in inside),
                classes=" ".join(sorted({mark.kind for mark in here})),
                note=" · ".join(notes),
            )
        )
    return Row(kind=paragraph.kind, tag="h4" if paragraph.kind == "headline" else "p", pieces=tuple(pieces))
