"""What changed of the articles."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from rashomon.reconcile.changes.versions import ARTICLE_GONE, Alignment, Versions
from rashomon.records import BODY_KINDS, Article, Span, Time
from rashomon.records.changes import Change

READ = BODY_KINDS | {"headline", "caption", "notice"}
"""Kinds of paragraphs of which a change is told; corrections stand in notices."""


def article_changes(versions: Versions) -> Iterator[Change]:
    """Yield the articles that are fresh, those whose text was changed, and those that are gone."""
    for article in versions.fresh:
        yield Change(
            kind="new",
            subject="article",
            label=_label(article),
            why=_why(article, versions.new),
            time=_time(article),
            new=article.id,
            after=_opening(article),
        )
    yield from filter(None, map(_changed, versions.changed.values()))
    for article in versions.gone:
        yield Change(
            kind="withdrawn",
            subject="article",
            label=_label(article),
            why=ARTICLE_GONE,
            time=_time(article),
            old=article.id,
            before=_opening(article),
        )


def _changed(alignment: Alignment) -> Change | None:
    """Return what a later version says otherwise in what is read, nothing when only the page around it is another."""
    before, after = _read(alignment.old, alignment.removed), _read(alignment.new, alignment.added)
    if not before and not after:
        return None
    return Change(
        kind="updated",
        subject="article",
        slot="text",
        label=_label(alignment.new),
        time=_time(alignment.new),
        old=alignment.old.id,
        new=alignment.new.id,
        before=before,
        after=after,
    )


def _read(article: Article, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans that stand in paragraphs that are read."""
    read = [paragraph for paragraph in article.paragraphs if paragraph.kind in READ]
    return tuple(span for span in spans if any(one.start < span.end and span.start < one.end for one in read))


def _label(article: Article) -> str:
    return article.source if article.headline is None else " ".join(article.headline.text.split())


def _opening(article: Article) -> tuple[Span, ...]:
    """Return the headline, else the first paragraph of the body."""
    if article.headline is not None:
        return (article.headline,)
    body = (article.span(one.start, one.end) for one in article.paragraphs if one.kind in BODY_KINDS)
    return tuple(islice(body, 1))


def _time(article: Article) -> Time:
    published = article.published
    return Time(timex=None, earliest=published.earliest, latest=published.latest, evidence=published.evidence)


def _why(article: Article, articles: Mapping[str, Article]) -> str | None:
    """Return what makes an article count for less."""
    if article.copy_of is not None:
        return f"a print of {articles[article.copy_of].source}"
    return None if article.related else "another story"
