"""The record: everything that is known of one story."""

from datetime import date

from rashomon.records.annotation import Reading
from rashomon.records.article import Article
from rashomon.records.evidence import Frozen, Span
from rashomon.records.findings import Claim, Difference, Entity, Event, Figure, Procedure

SCHEMA = "rashomon.record/1"


class Generator(Frozen, frozen=True, kw_only=True):
    """The program that made the record."""

    name: str
    version: str
    model: str
    """Digest of the manifest of the trained weights."""


class Title(Frozen, frozen=True, kw_only=True):
    """The story's title and the headline that it is taken from."""

    text: str
    span: Span


class Rejection(Frozen, frozen=True, kw_only=True):
    """An input that is not in the record, and why."""

    source: str
    reason: str


class Record(Frozen, frozen=True, kw_only=True):
    """Many accounts, one record."""

    schema: str
    generator: Generator
    title: Title | None
    as_of: date | None
    excerpts: bool
    """True when uncited characters of the articles' texts are blanked out; offsets hold all the same."""
    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    readings: tuple[Reading, ...]
    """The times, quantities and events of each annotated article by itself, in the order of the articles."""
    figures: tuple[Figure, ...]
    differences: tuple[Difference, ...]
    procedures: tuple[Procedure, ...]
    rejections: tuple[Rejection, ...]
