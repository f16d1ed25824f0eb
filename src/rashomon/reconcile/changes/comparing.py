"""Everything that changed from one record of a story to another, the most important first."""

from collections.abc import Sequence
from typing import Literal

from rashomon.reconcile.changes.articles import article_changes
from rashomon.reconcile.changes.disputes import DisputeChanges
from rashomon.reconcile.changes.events import EventChanges
from rashomon.reconcile.changes.figures import FigureChanges
from rashomon.reconcile.changes.statements import StatementChanges
from rashomon.reconcile.changes.versions import ARTICLE_GONE, Versions
from rashomon.records import Record
from rashomon.records.changes import SCHEMA, Change, Changes, Cited, Compared
from rashomon.records.findings import Agreement

KINDS = ("disputed", "withdrawn", "updated", "new", "settled")
SLOTS = ("status", "vote", "latest", "corrected", "time", "value", "words", "text", "support")
SUBJECTS = ("difference", "event", "figure", "statement", "article")


def changes_between(old: Record, new: Record) -> Changes:
    """Return what is new, updated, withdrawn, newly disputed or no longer disputed in the new record.

    Events are one by the triggers of their accounts, figures by their points, statements by their cues, never by their
    ids, which move when an earlier article joins. An article with the address of one that is gone, or its name and most
    of its words, is a later version of it: words are found again there, and what it replaced at one place is told as a
    correction.
    """
    versions = Versions(old, new)
    events, figures = EventChanges(old, new, versions), FigureChanges(old, new, versions)
    agreements: dict[str, Agreement] = {
        **{new.events[other].id: old.events[one].agreement for one, other in events.matching.pairs},
        **{new.figures[other].id: old.figures[one].agreement for one, other in figures.matching.pairs},
    }
    found = [
        *DisputeChanges(old, new, versions).found(agreements),
        *events.found(),
        *figures.found(),
        *StatementChanges(old, new, versions).found(),
        *article_changes(versions),
    ]
    found.sort(key=_place)
    return Changes(
        schema=SCHEMA,
        old=_compared(old),
        new=_compared(new),
        shared=len(versions.old.keys() & versions.new.keys()),
        articles=_cited(versions, found),
        changes=tuple(found),
    )


def _place(change: Change) -> tuple[int, bool, int, int]:
    """Return what changes are ordered by; what a publisher took back stands before what was in an article now gone."""
    slot = -1 if change.slot is None else SLOTS.index(change.slot)
    return KINDS.index(change.kind), change.why == ARTICLE_GONE, slot, SUBJECTS.index(change.subject)


def _compared(record: Record) -> Compared:
    days = [article.published.latest for article in record.articles if article.published.latest is not None]
    return Compared(
        title=None if record.title is None else record.title.text,
        as_of=record.as_of,
        articles=len(record.articles),
        latest=max(days, default=None),
        generator=record.generator,
    )


def _cited(versions: Versions, changes: Sequence[Change]) -> tuple[Cited, ...]:
    """Return the articles whose words are cited: those of the new record, then those that are gone, in record order."""
    ids = {span.article for change in changes for span in (*change.before, *change.after)}
    ids |= {span.article for change in changes if change.time is not None for span in change.time.evidence}
    gone = [article for article in versions.old.values() if article.id not in versions.new]
    return tuple(
        Cited(
            id=article.id,
            source=article.source,
            url=article.url,
            outlet=None if article.outlet is None else article.outlet.name,
            agency=None if article.agency is None else article.agency.name,
            published=article.published.value,
            held_by=_held_by(article.id, versions),
        )
        for article in (*versions.new.values(), *gone)
        if article.id in ids
    )


def _held_by(article: str, versions: Versions) -> Literal["old", "new", "both"]:
    if article not in versions.new:
        return "old"
    return "both" if article in versions.old else "new"
