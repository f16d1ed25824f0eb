"""The times of an article, once it is known when it was published."""

from collections.abc import Mapping

import msgspec

from rashomon.records import Claim, Published, Span, Time
from rashomon.records.annotation import Annotation
from rashomon.values.timex import placed


def anchored(annotation: Annotation, published: Published) -> Annotation:
    """Return the annotation with every time expression, and the time of every claim, placed by a day of publication."""
    times = placed([mention.expression for mention in annotation.reading.times], published)
    by_evidence = {mention.time.evidence: mention.time for mention in times}
    return msgspec.structs.replace(
        annotation,
        reading=msgspec.structs.replace(annotation.reading, times=times),
        claims=tuple(_said(claim, by_evidence) for claim in annotation.claims),
    )


def _said(claim: Claim, times: Mapping[tuple[Span, ...], Time]) -> Claim:
    if claim.said is None:
        return claim
    return msgspec.structs.replace(claim, said=times.get(claim.said.evidence, claim.said))
