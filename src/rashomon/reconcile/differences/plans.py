"""What was told as planned, and then as done."""

from collections.abc import Iterator, Sequence
from datetime import date

from rashomon.reconcile.differences.found import Found, clause, counted, in_words, side
from rashomon.reconcile.differences.story import Telling, first_day, last_day, reports
from rashomon.records import Event
from rashomon.values.intervals import Interval

DONE = frozenset({"happened", "ongoing", "claimed"})


def planned_then_done(event: Event, told: Sequence[Telling]) -> Iterator[Found]:
    """Yield, as ``update``, that reports told an event as planned before others told it as done.

    What one report tells as planned on the day on which another tells it as done shows nothing: an hour lies between.
    """
    done = [telling for telling in told if telling.account.status in DONE]
    since = min((first_day(telling.published) for telling in done), default=date.min)
    own = {telling.report for telling in done}
    planned = [one for one in told if one.account.status == "planned" and last_day(one.published) < since]
    planned = [one for one in planned if one.report not in own]
    if not planned:
        return
    yield Found(
        kind="update",
        slot="whether",
        about=event.id,
        sides=tuple(
            side(clause(same[0].account.span.text), (one.account.span for one in same)) for same in (planned, done)
        ),
        note=f"Told as planned in {_accounts(planned)}, as done in {_accounts(done)}.",
        reports=reports([*planned, *done]),
    )


def _accounts(told: Sequence[Telling]) -> str:
    """Return the number of reports and the days on which they were published: "two accounts of March 13, 2031"."""
    days = Interval(min(first_day(one.published) for one in told), max(last_day(one.published) for one in told))
    number = counted(reports(told))
    return number if days.earliest == date.min or days.latest == date.max else f"{number} of {in_words(days)}"
