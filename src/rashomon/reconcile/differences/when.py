"""On which days the accounts of one event put it."""

from collections.abc import Iterable, Iterator, Sequence

from rashomon.languages.event_words import makes_come_about, says_little
from rashomon.reconcile.differences.found import Found, in_words, said_by, side
from rashomon.reconcile.differences.story import Telling, reports
from rashomon.records import Event
from rashomon.values.intervals import ALWAYS, Interval
from rashomon.values.relations import days_relation
from rashomon.values.timex import happening

LEAST_COARSE = 28
"""Days; "last week" beside "on Thursday" is how one writes, "in June" beside "June 19" leaves something out."""
MOST_EXACT = 31
"""Days; "last summer" beside "last year" does not tell a reader when it was."""
TOLD = frozenset({"happened", "ongoing"})

Dated = dict[Interval, list[Telling]]


def when(event: Event, tellings: Sequence[Telling]) -> Iterator[Found]:
    """Yield the difference between the days that independent reports give an event.

    Each report has the days that all its accounts leave. ``finer``: the most exact lie inside those that others give as
    a month or more. ``unclear``: some are apart; never ``conflict``, for accounts of other days are other events unless
    something else has tied them, and that may be what is wrong. Of what only "began" or "was held", accounts may mean
    other things.
    """
    if says_little(event.kind) or makes_come_about(event.kind):
        return
    dated = _dated(tellings)
    shared = _shared(dated)
    if len(dated) < 2:
        return
    if shared is None:
        yield _found(event, dated, None)
    elif shared in dated and _length(shared) <= MOST_EXACT:
        wider = [days for days in dated if days_relation(days, shared) == "finer" and _length(days) >= LEAST_COARSE]
        if wider:
            yield _found(event, {days: dated[days] for days in (*wider, shared)}, shared)


def _dated(tellings: Iterable[Telling]) -> Dated:
    """Return the accounts with a time by the days of their report; a report at odds with itself says nothing."""
    by_report: dict[str, list[tuple[Interval, Telling]]] = {}
    for telling in tellings:
        if telling.time is not None and telling.time.expression.bound is None and telling.mention.status in TOLD:
            days = happening(telling.time, telling.mention.trigger)
            if days.earliest is not None and days.latest is not None:
                by_report.setdefault(telling.report, []).append((days, telling))
    found: Dated = {}
    for told in by_report.values():
        shared = _shared(days for days, _ in told)
        exact = [telling for days, telling in told if days == shared]
        if shared is not None and exact:
            found.setdefault(shared, []).extend(exact)
    return dict(sorted(found.items(), key=lambda item: (-_length(item[0]), str(item[0]))))


def _shared(stretches: Iterable[Interval]) -> Interval | None:
    """Return the days that lie in all stretches, None when there are none."""
    shared: Interval | None = ALWAYS
    for days in stretches:
        shared = None if shared is None else shared.within(days)
    return shared


def _length(days: Interval) -> int:
    return 0 if days.earliest is None or days.latest is None else (days.latest - days.earliest).days + 1


def _found(event: Event, dated: Dated, exact: Interval | None) -> Found:
    """Return the difference; ``dated`` has the widest stretch first, and ``exact`` lies inside all of them."""
    sides = [(_words(told), told) for told in dated.values()]
    said = said_by([(words, reports(told)) for words, told in sides])
    note = f"The accounts give days that are apart: {said}."
    if exact is not None:
        wide = in_words(next(iter(dated))) if len(dated) == 2 else "all of these"
        note = f"Told at different precision: {said}; {in_words(exact)} lies inside {wide}."
    return Found(
        kind="unclear" if exact is None else "finer",
        slot="when",
        about=event.id,
        sides=tuple(side(words, (telling.account.span for telling in told)) for words, told in sides),
        note=note,
        reports=reports(telling for told in dated.values() for telling in told),
        once=None if exact is None else f"when {in_words(exact)}",
    )


def _words(told: Sequence[Telling]) -> str:
    return next(telling.time.expression.span.text for telling in told if telling.time is not None)
