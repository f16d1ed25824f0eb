"""The articles of a story that were published up to a day; their dates are settled over all articles before."""

from collections.abc import Collection
from datetime import date

import msgspec

from rashomon.records import Article, Metadata, Published, RejectedDate


def is_by(published: Published, as_of: date) -> bool:
    """Return whether an article was surely published up to a day: the end of a range counts, no date is no."""
    return published.latest is not None and published.latest <= as_of


def dated_among(article: Article, kept: Collection[str], as_of: date) -> Article:
    """Return the article with the evidence of its date that stands in the articles ``kept``.

    What else its date rests on is counted, and not named: ``also dated by 2 later articles``, in ``metadata`` under the
    field ``as of`` and the day. A rejected date keeps its reason.
    """
    published = article.published
    later = {span.article for span in published.evidence} - set(kept)
    number = "1 later article" if len(later) == 1 else f"{len(later)} later articles"
    note = Metadata(field=f"as of {as_of}", text=f"also dated by {number}", xpath=None)
    return msgspec.structs.replace(
        article,
        published=msgspec.structs.replace(
            published,
            evidence=tuple(span for span in published.evidence if span.article in kept),
            metadata=(*published.metadata, note) if later else published.metadata,
            rejected=tuple(_ruled_out_among(one, kept) for one in published.rejected),
        ),
    )


def _ruled_out_among(rejected: RejectedDate, kept: Collection[str]) -> RejectedDate:
    evidence = tuple(span for span in rejected.evidence if span.article in kept)
    if evidence == rejected.evidence:
        return rejected
    return msgspec.structs.replace(rejected, why=f"{rejected.why} (a later one)", evidence=evidence)
