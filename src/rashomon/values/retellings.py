"""Who told a statement first, as far as the dates of the articles show it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.records import Article, Claim
from rashomon.values.dates import LAST, precedence


@dataclass(frozen=True, slots=True)
class Retelling:
    """The claims of one statement, in the order in which they came in.

    ``first`` are those of the reports that no other is known to be earlier than: one, or several of one day;
    ``repeated`` come later, or are prints of one of those reports. A claim whose article has no date is in ``undated``.
    """

    first: tuple[Claim, ...]
    repeated: tuple[Claim, ...]
    undated: tuple[Claim, ...]


def retelling(claims: Iterable[Claim], articles: Mapping[str, Article]) -> Retelling:
    """Return who told a statement first; ``claims`` are those of one statement, ``articles`` by their ids."""
    given = tuple(claims)
    dated = [claim for claim in given if articles[claim.article].published.latest is not None]
    reports = [articles[claim.article] for claim in dated]
    there = {report.id for report in reports}
    first = tuple(
        claim
        for claim, report in zip(dated, reports, strict=True)
        if report.copy_of not in there and not any(_is_later(report, other) for other in reports)
    )
    return Retelling(
        first=first,
        repeated=tuple(claim for claim in dated if claim not in first),
        undated=tuple(claim for claim in given if claim not in dated),
    )


def _is_later(one: Article, other: Article) -> bool:
    """Return whether an article is known to have come out after another: on a later day, or later in that day."""
    since, until = one.published.earliest, other.published.latest
    if since is None or until is None:
        return False
    instants = [precedence(article.published.earliest, article.published.value)[1] for article in (one, other)]
    return since > until or (since == until and LAST not in instants and instants[0] > instants[1])
