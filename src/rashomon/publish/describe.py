"""What the page and the Markdown say of an article, field by field, each with what it rests on."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from babel import Locale, UnknownLocaleError

from rashomon.languages.page_words import page_words
from rashomon.records import Article, Metadata, Published, Record, Span
from rashomon.text import cut
from rashomon.values.dates import precedence
from rashomon.values.days import days_in_words

DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
LONGEST_HEADING = 40
"""Characters of a headline that tell articles of one outlet apart."""
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
    found += _ruled_out(article.published)
    found += _other_dates(article)
    found.append(Fact("Language", language_name(article), "" if article.annotated else "not analysed", (), ()))
    found += _corrections(article)
    copied = _copy(article, record)
    return [*found, copied] if copied else found


def _publication(published: Published) -> Fact:
    if published.value is None:
        return Fact("Published", "not known", "", (), ())
    note = BASES[published.basis] if published.basis else ""
    return Fact("Published", in_words(published.value), note, published.evidence, published.metadata)


def _ruled_out(published: Published) -> list[Fact]:
    """Return the stated dates that the text rules out."""
    return [Fact("Ruled out", in_words(one.value), one.why, one.evidence, ()) for one in published.rejected]


def _other_dates(article: Article) -> list[Fact]:
    """Return the further dates that are stated, each value once."""
    found: dict[tuple[str, str], Fact] = {}
    ruled_out = {one.value for one in article.published.rejected}
    for stated in article.stated:
        if stated.role == "modified" or stated.value not in {article.published.value, *ruled_out}:
            name = "Changed" if stated.role == "modified" else "Also stated"
            note = BASES[stated.basis] if stated.earliest is not None else "without a year"
            fact = Fact(name, in_words(stated.value), note, stated.evidence, stated.metadata)
            found.setdefault((name, stated.value), fact)
    return list(found.values())


def _corrections(article: Article) -> list[Fact]:
    """Return what the publisher says of its own mistakes."""
    found = []
    for paragraph in article.paragraphs:
        text = article.text[paragraph.start : paragraph.end]
        if paragraph.kind == "notice" and page_words().correction.fullmatch(" ".join(text.split())):
            found.append(Fact("Correction", text, "", (article.span(paragraph.start, paragraph.end),), ()))
    return found


def language_name(article: Article) -> str:
    """Return the English name of an article's language."""
    if article.language is None:
        return "too short to tell"
    try:
        return Locale.parse(article.language).get_display_name("en") or article.language
    except (UnknownLocaleError, ValueError):
        return article.language


def in_reading_order(record: Record) -> list[Article]:
    """Return the articles by the time of publication, to the minute where zones tell it."""
    return sorted(record.articles, key=lambda article: precedence(article.published.earliest, article.published.value))


def _copy(article: Article, record: Record) -> Fact | None:
    first = next((other for other in record.articles if other.id == article.copy_of), None)
    if first is None:
        return None
    return Fact("Same report as", named(first), f"{article.shared:.0%} of this text stands there", (), ())


def in_words(value: str) -> str:
    """Return a date or date-time as it is read: "13 March 2031, 18:05 +01:00"; without a year: "13 March"."""
    if DAYS.fullmatch(value):
        return days_in_words(*map(date.fromisoformat, value.split("/")))
    if value.startswith("XXXX-"):
        moment = datetime.fromisoformat("2000" + value.removeprefix("XXXX"))
        return f"{moment.day} {moment:%B}"
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    day = f"{moment.day} {moment:%B %Y}"
    if "T" not in value:
        return day
    zone = f"{moment:%z}"
    offset = f" {zone[:3]}:{zone[3:5]}" if zone else ", zone not stated"
    return f"{day}, {moment:%H:%M}{' UTC' if offset == ' +00:00' else offset}"


def lead(article: Article) -> str:
    """Return the opening words of an article, for lists in which it has no headline; its source when they are blank."""
    for extent in article.body:
        opening = " ".join(article.text[extent.start : extent.end].split())
        if opening:
            return cut(opening, LEAD)
    return article.source


def title_of(record: Record) -> str:
    """Return what a story is called."""
    return record.title.text if record.title else "A story without a headline"


def when(article: Article) -> str:
    """Return the publication of an article in words."""
    return in_words(article.published.value) if article.published.value else "date not known"


def heading(article: Article) -> str:
    """Return the line that stands for an article in lists."""
    return article.headline.text if article.headline is not None else lead(article)


def named(article: Article) -> str:
    """Return how an article is called in a list: its outlet, else its agency, else its source."""
    if article.outlet is not None:
        return article.outlet.name
    if article.agency is not None:
        return f"{article.agency.name} report"
    return article.source


def names_apart(record: Record) -> dict[str, str]:
    """Return by id how each article is called; those called alike are told apart by their days or their headlines."""
    often = Counter(named(article) for article in record.articles)
    dated = Counter((named(article), _day(article)) for article in record.articles)
    short = _headings(record.articles)
    found = {}
    for article in record.articles:
        name, day = named(article), _day(article)
        by_day = f"{name}, {day}" if day and dated[name, day] == 1 else f"{name}, “{short[article.id]}”"
        found[article.id] = name if often[name] == 1 else by_day
    return found


def _headings(articles: Iterable[Article]) -> dict[str, str]:
    """Return the headlines by the ids of their articles, cut where they are told apart by their beginnings."""
    whole = {article.id: heading(article) for article in articles}
    short = {article: cut(text, LONGEST_HEADING) for article, text in whole.items()}
    often = Counter(short.values())
    return {article: text if often[short[article]] > 1 else short[article] for article, text in whole.items()}


def _day(article: Article) -> str:
    """Return the day or days of publication in words, empty where they are not known."""
    first, last = article.published.earliest, article.published.latest
    if first is None or last is None:
        return ""
    return in_words(str(first) if first == last else f"{first}/{last}")


def counts(record: Record) -> list[tuple[int, str]]:
    """Return the numbers at the head of a record, each with what it counts.

    Independent are at most the outlets that are left when copies are folded; there an article whose outlet is not known
    counts as one of its own.
    """
    of_story = [article for article in record.articles if article.related]
    first_prints = [article for article in of_story if article.copy_of is None]
    named_outlets = {article.outlet.name for article in of_story if article.outlet is not None}
    unknown = sum(article.outlet is None for article in of_story)
    found = [
        _count(len(of_story), "article", "articles"),
        _count(len(named_outlets), "outlet named", "outlets named"),
        _count(unknown, "article of an outlet not known", "articles of outlets not known"),
        (_outlets(first_prints), "independent at most"),
        _count(len(record.articles) - len(of_story), "article of another story", "articles of other stories"),
        _count(len(record.rejections), "input not read", "inputs not read"),
    ]
    return [(number, what) for number, what in found if number]


def _count(number: int, one: str, many: str) -> tuple[int, str]:
    return number, one if number == 1 else many


def _outlets(articles: Iterable[Article]) -> int:
    return len({article.outlet.name if article.outlet is not None else (article.id,) for article in articles})
