"""What changed of the figures."""

from collections.abc import Iterator, Sequence
from math import inf

from msgspec.structs import replace

from rashomon.reconcile.changes.matching import matching
from rashomon.reconcile.changes.speaking import Speakers
from rashomon.reconcile.changes.versions import Versions, new_marks
from rashomon.records import Figure, Point, Record
from rashomon.records.changes import Change
from rashomon.values.relations import holds, is_known, values_relation

Told = tuple[float | None, float | None, str | None, str]
"""What points of one meaning share: both ends of the value, the scope, the status."""
UNREAL = frozenset({"denied", "planned", "possible"})
"""Statuses without which a value says something else."""


class FigureChanges:
    """Compares the figures of two records."""

    def __init__(self, old: Record, new: Record, versions: Versions) -> None:
        """Match the figures by their points."""
        self.old, self.new, self.versions = old.figures, new.figures, versions
        self.old_speakers, self.new_speakers = Speakers(old), Speakers(new)
        self.matching = matching(
            [{mark for point in figure.points for mark in versions.old_marks(point.span)} for figure in old.figures],
            [{mark for point in figure.points for mark in new_marks(point.span)} for figure in new.figures],
        )

    def found(self) -> Iterator[Change]:
        """Yield the changes, new figures by how many accounts give them."""
        new = [figure for place, figure in enumerate(self.new) if place not in self.matching.known]
        for figure in sorted(new, key=lambda one: (-one.support.independent, -one.support.articles)):
            fresh = [point for point in figure.points if self.versions.is_fresh(point.span)]
            if fresh:
                yield self._new(figure, fresh)
        for one, other in self.matching.pairs:
            yield from self._updated(self.old[one], self.new[other])
        for place, figure in enumerate(self.old):
            if place not in self.matching.left and all(self.versions.is_gone(point.span) for point in figure.points):
                yield self._withdrawn(figure, figure.points)

    def _new(self, figure: Figure, fresh: Sequence[Point]) -> Change:
        """Return a figure with all its values; who states it and as of when, where it has but one."""
        values: dict[Told, Point] = {}
        for point in fresh:
            values.setdefault(_told(point), point)
        only = fresh[0] if len(values) == 1 else None
        return Change(
            kind="new",
            subject="figure",
            label=figure.label,
            by=None if only is None else self.new_speakers.of(only.stated_by.claim),
            now="; ".join(map(_value, values.values())),
            time=None if only is None else only.as_of,
            support=figure.support,
            new=figure.id,
            after=tuple(point.span for point in fresh),
        )

    def _updated(self, old: Figure, new: Figure) -> Iterator[Change]:
        line = Change(kind="updated", subject="figure", label=new.label, support=new.support, old=old.id, new=new.id)
        corrected = list(self._corrected(old, new))
        for one, other in corrected:
            yield replace(
                line,
                slot="corrected",
                by=self.new_speakers.of(other.stated_by.claim),
                was=_value(one),
                now=_value(other),
                time=other.as_of,
                before=(one.span,),
                after=(other.span,),
            )
        known = {_told(point) for point in (*old.points, *(other for _, other in corrected))}
        latest, earlier = _latest(new.points), _latest(old.points)
        for told, points in self._fresh(new).items():
            if told in known:
                continue
            first, scope = points[0], points[0].scope
            if any(_says_the_same(point, first) for point in old.points):
                continue
            is_latest = scope in earlier and _told(latest[scope]) == told
            yield replace(
                line,
                slot="latest" if is_latest else "value",
                by=self.new_speakers.of(first.stated_by.claim),
                was=_value(earlier[scope]) if is_latest else None,
                now=_value(first),
                why=first.why,
                time=first.as_of,
                before=(earlier[scope].span,) if is_latest else (),
                after=tuple(point.span for point in points),
            )
        left = {_told(point) for point in new.points}
        replaced = {one.span for one, _ in corrected}
        gone = [
            point
            for point in old.points
            if self.versions.is_gone(point.span) and _told(point) not in left and point.span not in replaced
        ]
        if gone:
            yield replace(self._withdrawn(old, gone), slot="value", new=new.id)

    def _fresh(self, figure: Figure) -> dict[Told, list[Point]]:
        """Return the points that the old record did not have, those of one meaning together."""
        found: dict[Told, list[Point]] = {}
        for point in figure.points:
            if self.versions.is_fresh(point.span):
                found.setdefault(_told(point), []).append(point)
        return found

    def _corrected(self, old: Figure, new: Figure) -> Iterator[tuple[Point, Point]]:
        """Yield the points that stand at one place of an article whose text was changed, with other values."""
        at = {mark: point for point in new.points for mark in new_marks(point.span)}
        for point in old.points:
            if point.span.article in self.versions.changed:
                others = (at[mark] for mark in sorted(self.versions.old_marks(point.span)) if mark in at)
                other = next(others, None)
                if other is not None and _told(other)[:2] != _told(point)[:2]:
                    yield point, other

    def _withdrawn(self, figure: Figure, points: Sequence[Point]) -> Change:
        return Change(
            kind="withdrawn",
            subject="figure",
            label=figure.label,
            by=self.old_speakers.of(points[-1].stated_by.claim),
            was=_value(points[-1]),
            why=self.versions.why_gone(point.span for point in points),
            time=points[-1].as_of,
            support=figure.support,
            old=figure.id,
            before=tuple(point.span for point in reversed(points)),
        )


def _says_the_same(old: Point, new: Point) -> bool:
    """Return whether a point gives no number that was not known: the same, one that holds it, or it rounded."""
    if old.scope != new.scope or not (is_known(old.value) and is_known(new.value)):
        return False
    return holds(new.value, old.value) or values_relation(old.value, new.value) == "rounding"


def _latest(points: Sequence[Point]) -> dict[str | None, Point]:
    """Return the last point of each scope; one that only leaves more open than another ("thousands") is passed over."""
    by_scope: dict[str | None, list[Point]] = {}
    for point in points:
        by_scope.setdefault(point.scope, []).append(point)
    return {
        scope: next((one for one in reversed(told) if not any(_opens(one, other) for other in told)), told[-1])
        for scope, told in by_scope.items()
    }


def _opens(one: Point, other: Point) -> bool:
    """Return whether a value holds another one and more."""
    low, high = -inf if one.value.low is None else one.value.low, inf if one.value.high is None else one.value.high
    least = -inf if other.value.low is None else other.value.low
    most = inf if other.value.high is None else other.value.high
    return low <= least and most <= high and (low, high) != (least, most)


def _told(point: Point) -> Told:
    return point.value.low, point.value.high, point.scope, point.status


def _value(point: Point) -> str:
    """Return a value as it is told, with what it counts a part of and whether it is denied."""
    scope = f" ({point.scope})" if point.scope is not None else ""
    status = f", {point.status}" if point.status in UNREAL - {point.scope} else ""
    return f"{point.value.text}{scope}{status}"
