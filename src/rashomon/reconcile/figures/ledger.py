"""The figures of a story: the numbers that its accounts give, each with how it moved."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from rashomon.languages.figure_words import is_act, is_state
from rashomon.reconcile.figures.counts import PREPARED, Count, Counting
from rashomon.reconcile.figures.groups import groups, most_common
from rashomon.reconcile.figures.labels import is_clear, label, scopes
from rashomon.reconcile.figures.named import Named
from rashomon.reconcile.figures.relations import Measured, before, is_counting, relation
from rashomon.reconcile.figures.told import SUM, THERE
from rashomon.reconcile.support import Sources
from rashomon.records import Article, Claim, Entity, Event, Figure, Point, StatedBy, Value
from rashomon.records.annotation import Reading
from rashomon.records.findings import Status
from rashomon.records.ids import id_of

FEW = 3
"""A smaller number of things is a figure only of people to whom something was done, or where two articles give it."""
MANY = 10
"""So many things are a figure, whatever one account tells of them."""


LARGE_SUM = 10_000
"""From here on a sum of money that one account names."""
Day = tuple[str, str, date | None, date | None]
"""Unit, what is told, and the days of which it is said to hold."""


class Figures:
    """Makes the figures of a story."""

    def __init__(
        self,
        articles: Sequence[Article],
        readings: Sequence[Reading],
        entities: Sequence[Entity],
        claims: Sequence[Claim],
    ) -> None:
        """Take the articles in record order, what each tells, who and what is named, and the claims."""
        self.order = {article.id: place for place, article in enumerate(articles)}
        self.articles = {article.id: article for article in articles}
        self.readings = readings
        self.claims = claims
        self.named = Named(articles, entities)
        self.sources = Sources(articles, claims)
        self._of_day: Mapping[Day, Sequence[Value]] = {}

    def of(self, events: Sequence[Event]) -> tuple[Figure, ...]:
        """Return the figures in the order of their first spans; ``events`` are those of the record."""
        counting = Counting(self.named, self.claims, events)
        counts = [
            count
            for reading in sorted(self.readings, key=lambda reading: self.order[reading.article])
            for count in counting.of(self.articles[reading.article], reading)
            if count.status != "denied" and not (is_act(count.relation) and count.state is not None)
        ]
        kept = [group for group in groups(counts) if _is_known(group)]
        self._of_day = _by_day(counts)
        ids = {(count.article.id, count.number): id_of("figure", group[0].span) for group in kept for count in group}
        by_id = {event.id: event for event in events}
        return tuple(self._figure(group, ids, by_id) for group in kept)

    def _figure(
        self, group: Sequence[Count], ids: Mapping[tuple[str, int], str], events: Mapping[str, Event]
    ) -> Figure:
        support = self.sources.support((count.article.id, _claim(count)) for count in group)
        own = id_of("figure", group[0].span)
        parts = scopes(group)
        return Figure(
            id=own,
            label=label(group, parts),
            counted=most_common(count.head for count in group if count.head and count.relation != SUM) or "",
            unit=group[0].quantity.unit,
            part_of=_part_of(group, ids, own),
            support=support,
            agreement="single" if support.independent <= 1 else "agree",
            points=self._points(group, parts, events),
        )

    def _points(
        self, group: Sequence[Count], parts: Sequence[str | None], events: Mapping[str, Event]
    ) -> tuple[Point, ...]:
        measured = sorted(map(Measured, group, parts), key=self._place)
        points = []
        for number, point in enumerate(measured):
            other = before(point, measured[:number])
            found = (
                None
                if other is None
                else relation(point, other, events, counting=is_counting(self._of_day[_day(point.count)]))
            )
            points.append(
                Point(
                    value=point.count.quantity.value,
                    scope=point.scope,
                    status=_status(point.count),
                    as_of=point.count.as_of,
                    stated_by=StatedBy(article=point.count.article.id, claim=_claim(point.count)),
                    span=point.count.span,
                    relation=None if found is None else found[0],
                    why=None if found is None else found[1],
                )
            )
        return tuple(points)

    def _place(self, point: Measured) -> tuple[date, date, int, int]:
        said, count = point.said, point.count
        return said.earliest or date.min, said.latest or date.max, self.order[count.article.id], count.span.start


def _by_day(counts: Sequence[Count]) -> Mapping[Day, list[Value]]:
    """Return all the numbers that are said on one day to tell of one thing, parts left out."""
    found: dict[Day, list[Value]] = defaultdict(list)
    for count in counts:
        if count.quantity.part_of is None:
            found[_day(count)].append(count.quantity.value)
    return found


def _day(count: Count) -> Day:
    said = count.as_of
    return (
        count.dimension,
        count.relation,
        None if said is None else said.earliest,
        None if said is None else said.latest,
    )


def _claim(count: Count) -> str | None:
    return None if count.claim is None else count.claim.id


def _status(count: Count) -> Status:
    return "claimed" if count.claim is not None and count.status in {"happened", "ongoing"} else count.status


def _is_known(group: Sequence[Count]) -> bool:
    """Return whether a figure is told with enough to know it by: what is counted, and what is told of it."""
    told = group[0].relation
    if is_act(told):
        return any(count.head or count.event for count in group)
    if told in {THERE, PREPARED} and all(count.owner is None and count.where is None for count in group):
        return False
    numbers = [count.quantity.value.number or count.quantity.value.low or 0 for count in group]
    if told == SUM:
        return max(numbers) >= LARGE_SUM or len({count.article.id for count in group}) > 1
    if max(numbers) < FEW or not (told and group[0].head):
        return False
    if len({count.article.id for count in group}) > 1:
        return True
    is_of_people = is_state(told) and told not in {THERE, PREPARED}
    return group[0].dimension == "count" and is_clear(group) and (is_of_people or max(numbers) >= MANY)


def _part_of(group: Sequence[Count], ids: Mapping[tuple[str, int], str], own: str) -> str | None:
    """Return the figure that a number of this one is given as a part of."""
    wholes = (
        ids.get((count.article.id, count.quantity.part_of)) for count in group if count.quantity.part_of is not None
    )
    return next((whole for whole in wholes if whole is not None and whole != own), None)
