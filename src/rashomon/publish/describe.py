"""What the page and the Markdown say of an article, field by field, each with what it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from rashomon.records import Article, Metadata, Published, Record, Span

LEAD = 120
"""Characters of the opening words that stand for a headline."""
BASES = {"given": "given by the user", "stated": "stated", "inferred": "inferred"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One derived field of an article: its name, its value in words, and its evidence."""

    name: str
    value: str
    note: str
    spans: tuple[Span, ...]
    metadata: tuple[Metadata, ...]


def facts(article: Article, record: Record) -> list[Fact]:
    """Return the derived fields of ``article`` that are known, in the order of a reader's questions."""
    found: list[Fact] = []
    if article.outlet is not None:
        outlet = article.outlet
        found.append(Fact("Outlet", outlet.name, BASES[outlet.basis], outlet.evidence, outlet.metadata))
    else:
        found.append(Fact("Outlet", "not known", "the page does not say who published it", (), ()))
    if article.agency is not None:
        found.append(Fact("Agency", article.agency.name, "credited", article.agency.evidence, article.agency.metadata))
    for name, span in (("Headline", article.headline), ("Byline", article.byline), ("Dateline", article.dateline)):
        if span is not None:
            found.append(Fact(name, span.text, "", (span,), ()))
    found.append(_publication(article.published))
    found += [
        Fact(
            "Also stated" if date.role == "published" else "Changed",
            date.value,
            BASES[date.basis],
            date.evidence,
            date.metadata,
        )
        for date in article.stated
        if date.role == "modified" or date.value != article.published.value
    ]
    found.append(
        Fact("Language", article.language or "too short to tell", "" if article.annotated else "not read", (), ())
    )
    copied = _copy(article, record)
    return [*found, copied] if copied else found


def _publication(published: Published) -> Fact:
    if published.value is None:
        return Fact("Published", "not stated", "", (), ())
    note = BASES[published.basis] if published.basis else ""
    return Fact("Published", in_words(published.value), note, published.evidence, published.metadata)


def _copy(article: Article, record: Record) -> Fact | None:
    first = next((other for other in record.articles if other.id == article.copy_of), None)
    if first is None:
        return None
    return Fact("Print of", named(first), f"{article.shared:.0%} of this text stands there", (), ())


def in_words(value: str) -> str:
    """Return a date or date-time as it is read: "13 March 2031, 18:05 +01:00"; other values as they are."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    day = f"{moment.day} {moment:%B %Y}"
    if "T" not in value:
        return day
    zone = f"{moment:%z}"
    offset = f" {zone[:3]}:{zone[3:5]}" if zone else ""
    return f"{day}, {moment:%H:%M}{' UTC' if offset == ' +00:00' else offset}"


def lead(article: Article) -> str:
    """Return the opening words of an article, for lists in which it has no headline; its source when they are blank."""
    for extent in article.body:
        opening = " ".join(article.text[extent.start : extent.end].split())
        if opening:
            return opening if len(opening) <= LEAD else opening[:LEAD].rsplit(" ", 1)[0] + " …"
    return article.source


def named(article: Article) -> str:
    """Return how an article is called in a list: its outlet, else its agency, else its source."""
    if article.outlet is not None:
        return article.outlet.name
    if article.agency is not None:
        return f"{article.agency.name} report"
    return article.source


def counts(record: Record) -> list[tuple[int, str]]:
    """Return the numbers at the head of a record, each with what it counts.

    An article whose outlet is not known counts as an outlet of its own; independent are at most the outlets that are
    left when copies are folded.
    """
    first_prints = [article for article in record.articles if article.copy_of is None]
    return [
        _count(len(record.articles), "article", "articles"),
        _count(_outlets(record.articles), "outlet", "outlets"),
        (_outlets(first_prints), "independent at most"),
        _count(len(record.rejections), "input not read", "inputs not read"),
    ]


def _count(number: int, one: str, many: str) -> tuple[int, str]:
    return number, one if number == 1 else many


def _outlets(articles: Iterable[Article]) -> int:
    return len({article.outlet.name if article.outlet is not None else (article.id,) for article in articles})
