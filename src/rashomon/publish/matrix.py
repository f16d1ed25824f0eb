"""Facts against articles: which account tells what, which tells it otherwise, which is silent."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.publish.citing import Names, line
from rashomon.publish.describe import in_reading_order
from rashomon.publish.differences import by_line
from rashomon.publish.times import in_time, time_in_words
from rashomon.records import Difference, Event, Figure, Record, Span
from rashomon.records.findings import Relation
from rashomon.text import cut
from rashomon.values.realities import bears_out

ROWS = 30
COLUMNS = 24
LONGEST_LABEL = 90
LONGEST_VALUE = 18
LONGEST_NAME = 36

GRAVE: frozenset[Relation] = frozenset({"conflict", "status", "unclear", "update"})
QUOTES = str.maketrans("", "", '“”"')

Telling = Literal["told", "differs", "silent"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says of one fact: how, in which words if it is a number, and where."""

    telling: Telling
    text: str
    more: int
    """Further values that the account gives."""
    span: Span | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: an event or a figure, and the id of its place in the page."""

    label: str
    when: str
    target: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One article of the matrix: its id, its full name, and one that fits over a column."""

    id: str
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Facts against articles, and how many of either there was no room for."""

    columns: tuple[Column, ...]
    facts: tuple[Fact, ...]
    articles_left_out: int
    facts_left_out: int


SILENT = Cell("silent", "", 0, None)


def matrix(record: Record, names: Names) -> Matrix:
    """Return the facts that several accounts tell against the articles, those that tell most of them kept."""
    differing = by_line(record.differences)
    ranked = [event for event in record.events if event.rank is not None and event.support.articles > 1]
    events = sorted(ranked, key=lambda event: event.rank or 0)
    counted = sorted(
        (figure for figure in record.figures if figure.support.articles > 1),
        key=lambda figure: (-figure.support.independent, -figure.support.articles),
    )
    room = max(ROWS - len(counted), ROWS // 2)
    kept = sorted(events[:room], key=lambda event: in_time(event.time))
    shown = counted[: ROWS - len(kept)]
    rows = [
        *(_of_event(event, _apart(differing.get(event.id, ()))) for event in kept),
        *(_of_figure(figure, _apart(differing.get(figure.id, ()))) for figure in shown),
    ]
    often = Counter(article for _, _, _, cells in rows for article in cells)
    read = [article for article in in_reading_order(record) if article.related and article.annotated]
    most = {article.id for article in sorted(read, key=lambda article: -often[article.id])[:COLUMNS]}
    columns = [article for article in read if article.id in most]
    told = [row for row in rows if most & row[3].keys()]
    return Matrix(
        columns=tuple(
            Column(article.id, name, cut(name.translate(QUOTES), LONGEST_NAME))
            for article, name in ((article, line(names.accounts[article.id])) for article in columns)
        ),
        facts=tuple(
            Fact(label, when, target, tuple(cells.get(article.id, SILENT) for article in columns))
            for label, when, target, cells in told
        ),
        articles_left_out=len(read) - len(columns),
        facts_left_out=len(ranked) + len(counted) - len(told),
    )


_Row = tuple[str, str, str, Mapping[str, Cell]]


def _of_event(event: Event, apart: frozenset[str]) -> _Row:
    cells: dict[str, Cell] = {}
    for account in sorted(event.accounts, key=lambda account: not bears_out(account.status, event.status)):
        how: Telling = "told" if bears_out(account.status, event.status) and account.article not in apart else "differs"
        cells.setdefault(account.article, Cell(how, "", 0, account.trigger))
    when = "" if event.time is None else time_in_words(event.time)
    return cut(line(event.label), LONGEST_LABEL), when, f"event-{event.id}", cells


def _of_figure(figure: Figure, apart: frozenset[str]) -> _Row:
    values: dict[str, dict[str, Span]] = {}
    for point in sorted(figure.points, key=lambda point: point.scope is None):
        values.setdefault(point.stated_by.article, {}).setdefault(line(point.span.text).casefold(), point.span)
    cells = {}
    for article, told in values.items():
        spans = list(told.values())
        how: Telling = "differs" if article in apart else "told"
        cells[article] = Cell(how, cut(line(spans[-1].text), LONGEST_VALUE), len(spans) - 1, spans[-1])
    return cut(line(figure.label), LONGEST_LABEL), "", f"figure-{figure.id}", cells


def _apart(found: Iterable[Difference]) -> frozenset[str]:
    """Return the articles that tell a fact otherwise than most do; all of them where no side has most.

    Who is only more or less exact tells it as the others do.
    """
    return frozenset(article for one in found if one.kind in GRAVE for article in _others(one))


def _others(one: Difference) -> Iterator[str]:
    sizes: Sequence[int] = sorted((len(set(side.articles)) for side in one.sides), reverse=True)
    has_most = len(sizes) > 1 and sizes[0] > sizes[1]
    for side in one.sides:
        if not has_most or len(set(side.articles)) < sizes[0]:
            yield from side.articles
