"""What is between two records of one story."""

from datetime import date
from typing import Literal

from rashomon.records.evidence import Frozen, Span
from rashomon.records.findings import Support, Time
from rashomon.records.record import Generator

SCHEMA = "rashomon.changes/1"

ChangeKind = Literal["disputed", "withdrawn", "updated", "new", "settled"]
"""``disputed``: the accounts now contradict each other; ``settled``: they no longer do."""
Subject = Literal["event", "figure", "statement", "difference", "article"]
Slot = Literal["status", "vote", "latest", "corrected", "time", "value", "words", "text", "support"]
"""What of a thing is updated or withdrawn. Of figures ``latest`` is a new last value and ``value`` any other one;
``corrected`` and ``words`` are numbers and statements that an article replaced in its own text, ``text`` that text."""


class Compared(Frozen, frozen=True, kw_only=True):
    """One of the two records."""

    title: str | None
    as_of: date | None
    articles: int
    latest: date | None
    """The last day on which one of its articles was published."""
    generator: Generator


class Cited(Frozen, frozen=True, kw_only=True):
    """An article that a change cites."""

    id: str
    source: str
    url: str | None
    outlet: str | None
    agency: str | None
    published: str | None
    held_by: Literal["old", "new", "both"]


class Change(Frozen, frozen=True, kw_only=True):
    """One thing that is new, or no longer what it was."""

    kind: ChangeKind
    subject: Subject
    slot: Slot | None = None
    label: str
    """What it is: the words of an event or a statement, what a figure counts, the note of a difference, a headline."""
    by: str | None = None
    """Who states it, of statements and figures."""
    was: str | None = None
    now: str | None = None
    """Before and after, as the records have it: a status, a value, days as ISO 8601 (".." = open), a vote, words, for
    ``support`` the number of independent accounts. Of what is new or withdrawn only one of the two is there: the status
    of an event, the stance of a statement, the values of a figure."""
    why: str | None = None
    time: Time | None = None
    """When an event was, as of when a value holds, when a statement was made, when an article was published."""
    support: Support | None = None
    old: str | None = None
    new: str | None = None
    """Its id in either record, of a statement the one that its claims share; null where a record does not have it."""
    before: tuple[Span, ...] = ()
    after: tuple[Span, ...] = ()
    """The words of the accounts of either record that the line rests on, the telling ones first."""


class Changes(Frozen, frozen=True, kw_only=True):
    """What is new, updated, withdrawn, newly disputed or no longer disputed, the most important first.

    A thing is new only where an article tells it that the old record did not have, or in words that it did not have,
    and withdrawn only where all articles that told it are gone or no longer say so: what is merely read in another way
    is no change.
    """

    schema: str
    old: Compared
    new: Compared
    shared: int
    """Articles that both records hold."""
    articles: tuple[Cited, ...]
    """Those that are cited."""
    changes: tuple[Change, ...]
