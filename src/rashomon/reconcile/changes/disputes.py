"""What is newly disputed, and what no longer is."""

from collections.abc import Iterator, Mapping

from rashomon.reconcile.changes.matching import matching
from rashomon.reconcile.changes.versions import Mark, Versions, new_marks
from rashomon.records import Difference, Record, Span
from rashomon.records.changes import Change
from rashomon.records.findings import Agreement

DISPUTES = frozenset({"conflict", "status"})
"""The relations in which accounts contradict each other."""


class DisputeChanges:
    """Compares the contradictions of two records."""

    def __init__(self, old: Record, new: Record, versions: Versions) -> None:
        """Match the contradictions by the words of their sides."""
        self.new, self.versions = new, versions
        self.disputed = [one for one in new.differences if one.kind in DISPUTES]
        self.were = [one for one in old.differences if one.kind in DISPUTES]
        self.matching = matching(
            [self._old_marks(difference) for difference in self.were],
            [_marks(difference) for difference in self.disputed],
        )

    def _old_marks(self, difference: Difference) -> set[Mark]:
        return {mark for span in _spans(difference) for mark in self.versions.old_marks(span)}

    def found(self, agreements: Mapping[str, Agreement]) -> Iterator[Change]:
        """Yield the changes in the order of the differences, then what differs without one.

        ``agreements`` are those that the old record had, by the ids that its events and figures have in the new one.
        """
        for place, difference in enumerate(self.disputed):
            if place not in self.matching.known:
                yield Change(
                    kind="disputed",
                    subject="difference",
                    label=difference.note,
                    now=difference.kind,
                    new=difference.id,
                    after=_spans(difference),
                )
        explained = {difference.about for difference in self.disputed}
        for event in self.new.events:
            if event.agreement == "differ" != agreements.get(event.id) and event.id not in explained:
                spans = tuple(account.span for account in event.accounts)
                yield Change(kind="disputed", subject="event", label=event.label, new=event.id, after=spans)
        for figure in self.new.figures:
            if figure.agreement == "differ" != agreements.get(figure.id) and figure.id not in explained:
                spans = tuple(point.span for point in figure.points)
                yield Change(kind="disputed", subject="figure", label=figure.label, new=figure.id, after=spans)
        yield from self._settled()

    def _settled(self) -> Iterator[Change]:
        now = [one for one in self.new.differences if one.kind not in DISPUTES]
        by_mark = {mark: difference for difference in reversed(now) for mark in _marks(difference)}
        for place, difference in enumerate(self.were):
            if place not in self.matching.left:
                others = (by_mark[mark] for mark in sorted(self._old_marks(difference)) if mark in by_mark)
                other = next((one for one in others if one.slot == difference.slot), None)
                yield Change(
                    kind="settled",
                    subject="difference",
                    label=difference.note,
                    was=difference.kind,
                    now=None if other is None else other.kind,
                    why=None if other is None else other.note,
                    old=difference.id,
                    new=None if other is None else other.id,
                    before=_spans(difference),
                    after=() if other is None else _spans(other),
                )


def _spans(difference: Difference) -> tuple[Span, ...]:
    return tuple(span for side in difference.sides for span in side.accounts)


def _marks(difference: Difference) -> set[Mark]:
    return {mark for span in _spans(difference) for mark in new_marks(span)}
