"""Which counts measure the same thing: the points of one figure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from rashomon.languages.figure_words import is_act, is_anyone, is_state
from rashomon.reconcile.figures.counts import PREPARED, Count
from rashomon.reconcile.figures.told import SUM, THERE
from rashomon.values.intervals import ALWAYS, Interval
from rashomon.values.relations import values_relation

SHORT = timedelta(days=3)
"""What befell people within so few days is one happening of a story, unless an account says otherwise."""
TELLING, TELLING_OF_ANYONE = 20, 100
"""A number so large is hardly that of two things of one kind, of people without a name for them a larger one."""
MATCHED = 40
"""Groups of the same kind that a count is laid beside, those last added to first."""


@dataclass(slots=True)
class Group:
    """Counts that measure the same thing."""

    counts: list[Count] = field(default_factory=list)
    owners: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    days: Interval = ALWAYS

    def add(self, count: Count) -> None:
        """Take a count in."""
        self.counts.append(count)
        if count.owner is not None:
            self.owners.add(count.owner)
        if count.where is not None:
            self.places.add(count.where.whole)
        if count.event is not None:
            self.events.add(count.event)
        self.days = self.days.within(count.days) or self.days

    def is_contradicted(self, count: Count) -> bool:
        """Return whether a count says of itself that it measures something else."""
        if count.owner is not None and self.owners and count.owner not in self.owners:
            return True
        if is_act(count.relation) and not _near(self.days, count.days):
            return True
        elsewhere = count.where is not None and self.places and count.where.whole not in self.places
        if elsewhere and not (is_act(count.relation) and is_short(self.days) and is_short(count.days)):
            return True
        return any(_told_beside(one, count) or _is_another_measure(one, count) for one in self.counts)


def groups(counts: Iterable[Count]) -> list[list[Count]]:
    """Return the counts that measure the same thing, each in the order given; ``counts`` come in record order.

    Those that say most come first: whose the things are, or the event. What says neither goes to the group of its own
    article, or to one that gives the same number.
    """
    kinds: dict[tuple[str, ...], list[Group]] = {}
    counts = list(counts)
    order = {(count.article.id, count.number): place for place, count in enumerate(counts)}
    for says in (True, False):
        for count in counts:
            if (count.owner is not None or count.event is not None) is not says:
                continue
            there = kinds.setdefault(_kind(count), [])
            group = _group_of(count, there[: -MATCHED - 1 : -1])
            if group is None:
                group = Group()
                there.append(group)
            group.add(count)
    _join_by_number([group for there in kinds.values() for group in there])
    found = [
        sorted(group.counts, key=lambda count: order[count.article.id, count.number])
        for there in kinds.values()
        for group in there
        if group.counts
    ]
    return sorted(found, key=lambda group: order[group[0].article.id, group[0].number])


def _kind(count: Count) -> tuple[str, ...]:
    """Return what counts of one figure share: of sums the number, of victims what befell them, else what is counted."""
    if count.relation == SUM:
        return count.dimension, SUM, str(count.quantity.value.number)
    if is_act(count.relation):
        return count.dimension, count.relation
    return count.dimension, THERE if count.relation == PREPARED else count.relation, count.thing


def _group_of(count: Count, there: Sequence[Group]) -> Group | None:
    fitting = [group for group in there if not group.is_contradicted(count)]
    if count.relation == SUM:
        return next(iter(fitting), None)
    for fits in (_by_event, _by_owner, _by_days, _by_article, _by_value):
        found = [group for group in fitting if fits(group, count)]
        if len(found) == 1:
            return found[0]
        if found:
            return max(found, key=lambda group: len(group.counts))
    return None


def _join_by_number(found: Sequence[Group]) -> None:
    """Take together what gives the same large number of the same things, unless it tells something else of them.

    Verbs that are not in the table tell nothing else: who was sent home unpaid and who was furloughed may be the same.
    """
    first: dict[tuple[str, str, str, float], Group] = {}
    for group in found:
        for count in list(group.counts):
            number = count.quantity.value.number
            if (
                number is None
                or number < _telling(count)
                or count.quantity.value.bound == "vague"
                or is_state(count.relation)
            ):
                continue
            relation = count.relation if is_act(count.relation) else ""
            other = first.setdefault((count.dimension, relation, count.thing, number), group)
            if other is not group and not any(other.is_contradicted(one) for one in group.counts):
                for one in group.counts:
                    other.add(one)
                group.counts = []
                break


def _telling(count: Count) -> int:
    return TELLING_OF_ANYONE if is_anyone(count.thing) and not is_act(count.relation) else TELLING


def _by_event(group: Group, count: Count) -> bool:
    """Return whether both are told with one event of the record, and count things of one kind."""
    return count.event in group.events and _of_one_kind(group, count)


def _by_owner(group: Group, count: Count) -> bool:
    """Return whether both are of one owner in one state of things."""
    return is_state(count.relation) and count.owner is not None and count.owner in group.owners


def _by_days(group: Group, count: Count) -> bool:
    """Return whether both befell things of one kind within the same few days."""
    if not is_act(count.relation) or not _of_one_kind(group, count):
        return False
    return is_short(group.days) and is_short(count.days) and _near(group.days, count.days)


def _near(days: Interval, other: Interval) -> bool:
    """Return whether days meet, or follow one another: a night belongs to two, and an ocean lies between outlets."""
    return days.meets(other) or _precedes(days, other) or _precedes(other, days)


def _precedes(days: Interval, other: Interval) -> bool:
    return days.latest is not None and other.earliest is not None and (other.earliest - days.latest).days == 1


def is_short(days: Interval) -> bool:
    """Return whether days are few enough to be those of one happening."""
    return days.earliest is not None and days.latest is not None and days.latest - days.earliest < SHORT


def _by_article(group: Group, count: Count) -> bool:
    """Return whether the article speaks of the same things, and of no other of that kind."""
    here = [one for one in group.counts if one.article.id == count.article.id]
    return count.owner is None and is_state(count.relation) and bool(here) and bool(group.owners)


def _by_value(group: Group, count: Count) -> bool:
    """Return whether another article gives, or rounds, the same number of the same things; of victims, in one place."""
    if not count.relation or count.quantity.value.bound == "vague":
        return False
    return any(
        one.head == count.head
        and one.article.id != count.article.id
        and (not is_act(count.relation) or (count.where is not None and count.where == one.where))
        and values_relation(one.quantity.value, count.quantity.value) in {"same", "rounding"}
        for one in group.counts
    )


def _of_one_kind(group: Group, count: Count) -> bool:
    things = {one.thing for one in group.counts}
    return count.thing in things or is_anyone(count.thing) or any(is_anyone(thing) for thing in things)


def _told_beside(one: Count, count: Count) -> bool:
    """Return whether one voice of one article gives both numbers, apart and of one scope: it counts two things."""
    return (
        one.article.id == count.article.id
        and one.speaker == count.speaker
        and (one.state, one.where and one.where.place, _which(one))
        == (count.state, count.where and count.where.place, _which(count))
        and one.quantity.part_of is None
        and count.quantity.part_of is None
        and values_relation(one.quantity.value, count.quantity.value) in {None, "rounding"}
    )


def _is_another_measure(one: Count, count: Count) -> bool:
    """Return whether two amounts or shares exclude each other, and it does not show that the one became the other."""
    if count.dimension == "count" or values_relation(one.quantity.value, count.quantity.value) is not None:
        return False
    moved = count.dimension == "percent" and (one.quantity.change or count.quantity.change) is not None
    return moved or one.head != count.head or one.as_of is None or one.as_of == count.as_of


def _which(count: Count) -> frozenset[str]:
    return frozenset(span.text.lower() for span in count.narrowed)


def most_common(values: Iterable[str]) -> str | None:
    """Return what comes most often, the earlier of equals."""
    return next((value for value, _ in Counter(values).most_common(1)), None)
