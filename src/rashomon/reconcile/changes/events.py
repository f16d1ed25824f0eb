"""What changed of the events."""

from collections.abc import Iterator
from datetime import date
from sys import maxsize

from msgspec.structs import replace

from rashomon.reconcile.changes.matching import Matching, matching
from rashomon.reconcile.changes.versions import Mark, Versions, new_marks
from rashomon.records import Event, Record, Span, Time, Vote
from rashomon.records.changes import Change
from rashomon.values.intervals import ALWAYS, Interval

TURNS = {
    "possible": frozenset({"planned", "ongoing", "happened", "claimed"}),
    "planned": frozenset({"ongoing", "happened", "claimed"}),
    "ongoing": frozenset({"happened"}),
    "claimed": frozenset({"ongoing", "happened"}),
    "denied": frozenset({"ongoing", "happened"}),
}
"""What may become of a status where no account had the later one. What had happened and is told as a plan again is
another thing, and a denial beside those who affirm is no turn but a difference."""


class EventChanges:
    """Compares the events of two records."""

    def __init__(self, old: Record, new: Record, versions: Versions) -> None:
        """Match the events by the triggers of their accounts."""
        self.old, self.new, self.versions = old.events, new.events, versions
        self.until = max((article.published.latest or date.min for article in old.articles), default=date.min)
        self.matching: Matching = matching(
            [self._old_marks(event) for event in old.events],
            [{mark for account in event.accounts for mark in new_marks(account.trigger)} for event in new.events],
        )

    def _old_marks(self, event: Event) -> set[Mark]:
        return {mark for account in event.accounts for mark in self.versions.old_marks(account.trigger)}

    def found(self) -> Iterator[Change]:
        """Yield the changes, those of one kind by what a reader needs first."""
        unknown = [event for place, event in enumerate(self.new) if place not in self.matching.known]
        new = [event for event in unknown if self._fresh(event)]
        yield from map(self._new, sorted(new, key=self._weight))
        for one, other in self.matching.pairs:
            yield from self._updated(self.old[one], self.new[other])
        for place, event in enumerate(self.old):
            if place not in self.matching.left and all(self.versions.is_gone(one.trigger) for one in event.accounts):
                yield self._withdrawn(event)

    def _fresh(self, event: Event) -> tuple[Span, ...]:
        """Return the clauses that tell an event and that the old record did not have."""
        return tuple(account.span for account in event.accounts if self.versions.is_fresh(account.trigger))

    def _gone(self, event: Event) -> tuple[Span, ...]:
        return tuple(account.span for account in event.accounts if self.versions.is_gone(account.trigger))

    def _weight(self, event: Event) -> tuple[bool, int, bool, bool, int, int]:
        """Return what new events are ordered by.

        The timeline by its rank, what was from the last day of the old record on, what came about or is to come, what
        is well told.
        """
        first = event.time.earliest if event.time is not None and event.time.evidence else None
        return (
            event.background,
            maxsize if event.rank is None else event.rank,
            first is None or first < self.until,
            event.status in {"ongoing", "possible", "denied"},
            -event.support.independent,
            -event.support.articles,
        )

    def _new(self, event: Event) -> Change:
        return Change(
            kind="new",
            subject="event",
            label=event.label,
            now=event.status,
            time=event.time,
            support=event.support,
            new=event.id,
            after=_distinct(event.best, *self._fresh(event)),
        )

    def _withdrawn(self, event: Event) -> Change:
        return Change(
            kind="withdrawn",
            subject="event",
            label=event.label,
            was=event.status,
            why=self.versions.why_gone(account.trigger for account in event.accounts),
            time=event.time,
            support=event.support,
            old=event.id,
            before=_distinct(event.best, *(account.span for account in event.accounts)),
        )

    def _updated(self, old: Event, new: Event) -> Iterator[Change]:
        gone, fresh = self._gone(old), self._fresh(new)
        if not gone and not fresh:
            return
        line = Change(
            kind="updated",
            subject="event",
            label=new.label,
            time=new.time,
            support=new.support,
            old=old.id,
            new=new.id,
            before=_distinct(*gone, old.best),
            after=_distinct(*fresh, new.best),
        )
        told = {account.status for account in old.accounts}
        if new.status in TURNS.get(old.status, ()) and new.status not in told:
            telling = tuple(one.span for one in new.accounts if one.status == new.status and one.span in fresh)
            if telling or gone:
                after = _distinct(*telling, new.best)
                yield replace(line, slot="status", was=old.status, now=new.status, after=after)
        yield from self._vote(line, old.slots.vote, new.slots.vote)
        yield from self._time(line, old.time, new.time)
        more = new.support.independent - old.support.independent
        if (fresh and more > 0) or (gone and more < 0):
            was, now = str(old.support.independent), str(new.support.independent)
            yield replace(line, slot="support", was=was, now=now)

    def _vote(self, line: Change, old: Vote | None, new: Vote | None) -> Iterator[Change]:
        if new is None or _result(new) in {"", _result(old)}:
            return
        if self.versions.is_fresh(new.span) or (old is not None and self.versions.is_gone(old.span)):
            before = () if old is None else (old.span,)
            was = _result(old) or None
            yield replace(line, slot="vote", was=was, now=_result(new), before=before, after=(new.span,))

    def _time(self, line: Change, old: Time | None, new: Time | None) -> Iterator[Change]:
        """Yield a time that is known now, narrowed, or moved; one that rests on a day of publication is none."""
        if new is None or not any(self.versions.is_fresh(span) for span in new.evidence):
            return
        was = ALWAYS if old is None else Interval(old.earliest, old.latest)
        now = Interval(new.earliest, new.latest)
        if now in {was, ALWAYS} or was in now:
            return
        dated = old is not None and bool(old.evidence)
        why = ("narrowed" if now in was else "moved") if dated else "now dated"
        before = old.evidence if old is not None else ()
        yield replace(
            line,
            slot="time",
            was=_days(was) if dated else None,
            now=_days(now),
            why=why,
            before=before,
            after=new.evidence,
        )


def _days(days: Interval) -> str:
    """Return days as ISO 8601-2 has them, open ends as two dots."""
    if days.earliest == days.latest:
        return str(days.earliest)
    return f"{days.earliest or '..'}/{days.latest or '..'}"


def _result(vote: Vote | None) -> str:
    """Return the result of a vote in words."""
    if vote is None:
        return ""
    parts = (
        (vote.for_, "for"),
        (vote.against, "against"),
        (vote.abstain, "abstaining"),
        (vote.absent, "absent"),
    )
    counted = [f"{number} {side}" for number, side in parts if number is not None]
    return ", ".join((*counted, "unanimous") if vote.unanimous else counted)


def _distinct(*spans: Span) -> tuple[Span, ...]:
    """Return spans without those that stand inside an earlier one."""
    kept: list[Span] = []
    for span in spans:
        if not any(one.article == span.article and one.start <= span.start <= span.end <= one.end for one in kept):
            kept.append(span)
    return tuple(kept)
