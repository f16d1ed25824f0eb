"""The times of an article, once it is known when it was published."""

from collections.abc import Sequence

import msgspec

from rashomon.records import Claim, Published, Time
from rashomon.records.annotation import Annotation, TimeMention
from rashomon.values.intervals import Interval
from rashomon.values.timex import resolve_all


def anchored(annotation: Annotation, published: Published) -> Annotation:
    """Return the annotation with every time expression, and the time of every claim, placed by a day of publication."""
    expressions = [mention.expression for mention in annotation.reading.times]
    found = resolve_all(expressions, Interval(published.earliest, published.latest))
    times = tuple(
        TimeMention(
            expression=one,
            time=Time(timex=when.value, earliest=when.days.earliest, latest=when.days.latest, evidence=(one.span,)),
        )
        for one, when in zip(expressions, found, strict=True)
    )
    return msgspec.structs.replace(
        annotation,
        reading=msgspec.structs.replace(annotation.reading, times=times),
        claims=tuple(_said(claim, times) for claim in annotation.claims),
    )


def _said(claim: Claim, times: Sequence[TimeMention]) -> Claim:
    if claim.said is None:
        return claim
    placed = next((one.time for one in times if one.time.evidence == claim.said.evidence), claim.said)
    return msgspec.structs.replace(claim, said=placed)
