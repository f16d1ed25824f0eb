"""The record as one page: no network, no script, every character of the scraped text escaped."""

from collections import defaultdict, deque
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.publish.boards import boards, on_day
from rashomon.publish.citing import Names, anchor
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
from rashomon.publish.differences import differences
from rashomon.publish.figures import figures
from rashomon.publish.marks import LEGEND, Mark, marks, quantity_in_words
from rashomon.publish.matrix import matrix
from rashomon.publish.shown import is_web_address, shown
from rashomon.publish.state import state
from rashomon.publish.timeline import timeline
from rashomon.publish.voices import NOT_PLACED, unplaced, voices
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
    environment.filters["on_day"] = on_day
    return environment


def record_page(record: Record) -> str:
    """Return the page of a record."""
    names = Names(record)
    happened, counted, differing = timeline(record, names), figures(record, names), differences(record, names)
    moving = boards(record, names)
    facts_told, speaking, open_ = matrix(record, names), voices(record), unplaced(record)
    contents = (
        ("happened", "Timeline", happened.is_ranked or happened.rest),
        ("boards", "How far it has come", moving),
        ("differences", "Where the accounts differ", differing.first or differing.wording),
        ("figures", "Figures", counted.several or counted.single),
        ("matrix", "Account by account", len(facts_told.facts) > 1),
        ("voices", "Who says what", speaking),
        ("unplaced", "Not placed", open_.sayings or open_.numbers),
        ("accounts", "The accounts", record.articles),
        ("rejections", "Not read", record.rejections),
    )
    style = files("rashomon.publish").joinpath("templates/page.css").read_text(encoding="utf-8")
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            record=record,
            title=title_of(record),
            style=Markup(style),  # noqa: S704 - our own file, not scraped text
            counts=counts(record),
            contents=[(place, name) for place, name, has_lines in contents if has_lines],
            articles=_articles(record),
            names=names.accounts,
            state=state(record, happened, moving, counted, differing),
            timeline=happened,
            boards=moving,
            figures=counted,
            differences=differing,
            matrix=facts_told,
            voices=speaking,
            unplaced=open_,
            not_placed=NOT_PLACED,
            legend=LEGEND,
        )
    )


def _articles(record: Record) -> list[Shown]:
    """Return how the articles are shown; the fields of each may rest on words of others."""
    found = {article.id: facts(article, record) for article in record.articles}
    cited: dict[str, list[Span]] = {article.id: [] for article in record.articles}
    for fields in found.values():
        for field in fields:
            for span in field.spans:
                cited[span.article].append(span)
    if record.title is not None:
        cited[record.title.span.article].append(record.title.span)
    marked = marks(record)
    return [
        _shown(article, found[article.id], cited[article.id], marked[article.id])
        for article in in_reading_order(record)
    ]


def _shown(article: Article, found: list[Fact], spans: list[Span], marked: list[Mark]) -> Shown:
    """Return how an article is shown; ``spans`` are its characters that fields of any article rest on."""
    copied = [Mark(span, "copied", "") for span in article.copied]
    layers = sorted([*marked, *copied], key=lambda mark: mark.span.start)
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
    """Return a paragraph as it is shown; ``layers`` go by their start. Each piece looks only at the marks it is in."""
    inside = [span for span in spans if span.start < paragraph.end and paragraph.start < span.end]
    over = [mark for mark in layers if mark.span.start < paragraph.end and paragraph.start < mark.span.end]
    edges = {paragraph.start, paragraph.end}
    starting: dict[int, dict[str, None]] = defaultdict(dict)
    for span in (*inside, *(mark.span for mark in over)):
        edges |= {max(span.start, paragraph.start), min(span.end, paragraph.end)}
        starting[span.start][anchor(span)] = None
    pieces = []
    here: list[Mark] = []
    cited: list[Span] = []
    coming, to_cite = deque(over), deque(sorted(inside, key=lambda span: span.start))
    for start, end in pairwise(sorted(edges)):
        here = [mark for mark in here if end <= mark.span.end]
        while coming and coming[0].span.start <= start:
            here.append(coming.popleft())
        cited = [span for span in cited if end <= span.end]
        while to_cite and to_cite[0].start <= start:
            cited.append(to_cite.popleft())
        notes = dict.fromkeys(mark.note for mark in reversed(here) if mark.note)
        pieces.append(
            Piece(
                text=article.text[start:end],
                anchors=tuple(starting.get(start, ())),
                is_evidence=bool(cited),
                classes=" ".join(sorted({mark.kind for mark in here if mark.kind})),
                note=" · ".join(notes),
            )
        )
    return Row(kind=paragraph.kind, tag="h4" if paragraph.kind == "headline" else "p", pieces=tuple(pieces))
