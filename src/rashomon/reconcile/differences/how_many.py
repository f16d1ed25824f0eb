"""How many: the points of a figure, and the counts of a vote."""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.reconcile.differences.found import Found, counted, in_words, listed, quoted, side
from rashomon.reconcile.differences.ranking import DISPUTED, ORDER
from rashomon.reconcile.differences.story import Telling, reports
from rashomon.reconcile.differences.voices import Voice, Voices
from rashomon.records import Event, Figure, Point
from rashomon.records.findings import Relation
from rashomon.values.intervals import Interval

SENTENCES: Mapping[Relation, str] = {
    "conflict": "{said} are told of one moment, and only one can be right",
    "status": "{said}: what one affirms another denies",
    "unclear": "{said} are apart, and it is not clear whether they are of one moment",
    "update": "{said}",
    "overlap": "{said} can both be true",
    "scope": "{said} count different parts or stages",
    "rounding": "{said} are one number, rounded",
    "finer": "{said} are one number at different precision",
}
MOST_TOLD = 5
"""Values that one sentence names."""
Measured = tuple[float | None, float | None, str | None]
"""The ends of a number and its scope."""
PARTS = {"abstain": "abstentions", "absent": "absent"}


def of_figure(figure: Figure, voices: Voices) -> Iterator[Found]:
    """Yield the most serious relation between the points of a figure, with the values that stand in it.

    One number with other words before it ("about", "as many as") tells a reader nothing. What one report alone says, of
    one speaker or of several, is no difference between accounts, unless its speakers are in conflict.
    """
    kinds = {point.relation for point in figure.points if point.relation in SENTENCES}
    kind = min(kinds, key=ORDER.index, default=None)
    if kind is None:
        return
    alike: dict[Measured, list[Point]] = {}
    for point in figure.points:
        alike.setdefault(_measured(point), []).append(point)
    by_value = {measured: alike[measured] for measured in map(_measured, _standing_in(kind, figure.points))}
    points = [point for same in by_value.values() for point in same]
    told = {voices.tellings.report(point.stated_by.article) for point in points}
    speakers = {voice.key for point in points for voice in _voices(point, voices)}
    numbers = {point.value.number or (point.value.low, point.value.high) for point in points}
    if len(numbers) < 2 or (len(told) < 2 and (kind not in DISPUTED or len(speakers) < 2)):
        return
    yield Found(
        kind=kind,
        slot="how many",
        about=figure.id,
        sides=tuple(side(_words(same[0]), (point.span for point in same)) for same in by_value.values()),
        note=f"{figure.label}: {_note(kind, [same[0] for same in by_value.values()], voices)}.",
        reports=len(told),
    )


def of_vote(event: Event, told: Sequence[Telling]) -> Iterator[Found]:
    """Yield where accounts that tell one result of a vote count those who did not vote for or against differently.

    It is a ``conflict``: the result shows that they speak of one vote, which was over.
    """
    by_result: dict[tuple[int, int], list[Telling]] = {}
    for telling in told:
        vote = telling.mention.vote
        if (
            vote is not None
            and vote.for_ is not None
            and vote.against is not None
            and telling.mention.status == "happened"
        ):
            by_result.setdefault((vote.for_, vote.against), []).append(telling)
    for same in by_result.values():
        for part, words in PARTS.items():
            by_count: dict[int, list[Telling]] = {}
            for telling in same:
                count = getattr(telling.mention.vote, part)
                if count is not None:
                    by_count.setdefault(count, []).append(telling)
            if len(by_count) > 1 and reports(one for counts in by_count.values() for one in counts) > 1:
                yield _of_counts(event, words, by_count)


def _of_counts(event: Event, words: str, by_count: Mapping[int, Sequence[Telling]]) -> Found:
    said = listed([f"{counted(reports(told))}: {count}" for count, told in by_count.items()])
    return Found(
        kind="conflict",
        slot="how many",
        about=event.id,
        sides=tuple(
            side(f"{count} {words}", (telling.account.span for telling in told)) for count, told in by_count.items()
        ),
        note=f"One result of the vote is told with different numbers of {words}: {said}.",
        reports=reports(one for told in by_count.values() for one in told),
    )


def _standing_in(kind: Relation, points: Sequence[Point]) -> list[Point]:
    """Return the points that stand in a relation, each after the earlier one that it was compared with.

    Of one scope, that of which most points do: what moves in the whole is not told together with what moves in a part.
    """
    found: dict[str | None, dict[int, Point]] = {}
    latest: dict[str | None, int] = {}
    for number, point in enumerate(points):
        if point.relation == kind and number:
            other = latest.get(point.scope, number - 1)
            scope = None if kind == "scope" else point.scope
            found.setdefault(scope, {}).update({other: points[other], number: point})
        latest[point.scope] = number
    most = max(found.values(), key=len, default={})
    return [most[number] for number in sorted(most)]


def _measured(point: Point) -> Measured:
    return point.value.low, point.value.high, point.scope


def _note(kind: Relation, points: Sequence[Point], voices: Voices) -> str:
    shown = points if len(points) <= MOST_TOLD else (*points[: MOST_TOLD - 1], points[-1])
    if kind == "update":
        return ", then ".join(_with(point, _day(point)) for point in shown)
    return SENTENCES[kind].format(
        said=listed([_with(point, listed([voice.name for voice in _voices(point, voices)])) for point in shown])
    )


def _with(point: Point, beside: str) -> str:
    return f"{quoted(_words(point))} ({beside})" if beside else quoted(_words(point))


def _day(point: Point) -> str:
    time = point.as_of
    if time is None or time.earliest is None or time.latest is None:
        return ""
    return in_words(Interval(time.earliest, time.latest))


def _voices(point: Point, voices: Voices) -> list[Voice]:
    tellings, stated = voices.tellings, point.stated_by
    claim = None if stated.claim is None else tellings.claims[stated.claim]
    return voices.of(tellings.articles[stated.article], claim)


def _words(point: Point) -> str:
    return point.span.text if point.scope is None else f"{point.span.text} ({point.scope})"
