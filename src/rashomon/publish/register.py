"""The procedures of one or more stories in a list: rows for a terminal, and JSON with the articles that they cite."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from rashomon.publish.boards import Board, boards
from rashomon.publish.citing import Names, line
from rashomon.publish.times import calendar_date, time_in_words
from rashomon.records import Article, Frozen, Generator, Procedure, Record

SCHEMA = "rashomon.procedures/1"


class Cited(Frozen, frozen=True, kw_only=True):
    """An article that a procedure cites."""

    id: str
    source: str
    url: str | None
    outlet: str | None
    agency: str | None
    published: str | None


class Named(Frozen, frozen=True, kw_only=True):
    """What an entity that a procedure names is called."""

    id: str
    name: str


class Story(Frozen, frozen=True, kw_only=True):
    """The procedures of one record."""

    title: str | None
    as_of: date | None
    generator: Generator
    articles: tuple[Cited, ...]
    """Those that the procedures cite."""
    entities: tuple[Named, ...]
    """The parties and subjects of the procedures."""
    procedures: tuple[Procedure, ...]


class Register(Frozen, frozen=True, kw_only=True):
    """The procedures of one or more records."""

    schema: str
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One procedure in a line."""

    measure: str
    """Its subject, after the state that acts where one is known."""
    last: str
    """The last stage that accounts tell of, and whether it failed."""
    day: str
    """When that was: a day, a month or a year as ISO 8601 has it, else in words."""
    vote: str
    """The last vote of which a result is told: for and against."""
    next: str
    """The next stage and who acts; that it has ended where nothing comes next."""


def register_json(records: Iterable[Record]) -> bytes:
    """Return the procedures of records as indented UTF-8 JSON: every key written, in the order of the types."""
    register = Register(schema=SCHEMA, stories=tuple(map(_story, records)))
    return msgspec.json.format(msgspec.json.encode(register), indent=1) + b"\n"


def register_rows(records: Iterable[Record]) -> tuple[Row, ...]:
    """Return a line for each procedure of records."""
    return tuple(_row(board) for record in records for board in boards(record, Names(record)))


def cited_articles(record: Record, procedures: Sequence[Procedure]) -> list[Article]:
    """Return the articles that procedures of a record cite, in its order."""
    cited = {article for procedure in procedures for article in _articles(procedure)}
    return [article for article in record.articles if article.id in cited]


def _articles(procedure: Procedure) -> Iterator[str]:
    for stage in procedure.stages:
        yield from (span.article for span in stage.evidence)
        if stage.vote is not None:
            yield stage.vote.span.article
        if stage.time is not None:
            yield from (span.article for span in stage.time.evidence)
    yield from (provision.article for provision in procedure.provisions)


def _story(record: Record) -> Story:
    named = {entity for one in record.procedures for entity in (one.party, one.subject.entity)}
    return Story(
        title=record.title.text if record.title is not None else None,
        as_of=record.as_of,
        generator=record.generator,
        articles=tuple(
            Cited(
                id=article.id,
                source=article.source,
                url=article.url,
                outlet=article.outlet.name if article.outlet is not None else None,
                agency=article.agency.name if article.agency is not None else None,
                published=article.published.value,
            )
            for article in cited_articles(record, record.procedures)
        ),
        entities=tuple(Named(id=entity.id, name=entity.name) for entity in record.entities if entity.id in named),
        procedures=record.procedures,
    )


def _row(board: Board) -> Row:
    last = board.told[-1] if board.told else None
    time = None if last is None else last.stage.time
    votes = [step.vote for step in board.told if step.vote]
    return Row(
        measure=f"{board.party}: {board.subject}" if board.party else board.subject,
        last="" if last is None else f"{last.label} failed" if last.stage.state == "failed" else last.label,
        day=calendar_date(time) or ("" if time is None else time_in_words(time)),
        vote=votes[-1].split(", ")[0] if votes else "",
        next=_next(board),
    )


def _next(board: Board) -> str:
    """Return the next stage behind who acts, else how it stands."""
    if board.next is None:
        return board.coming.removesuffix(".")
    actor = board.actor.removeprefix("the ")
    return f"{actor}: {line(board.next.stage.label)}" if actor else line(board.next.stage.label)
