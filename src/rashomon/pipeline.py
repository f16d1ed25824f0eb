"""The stages in their order: from inputs to the record."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.metadata import version

import msgspec
from spacy.language import Language

from rashomon.annotate import annotated, marked
from rashomon.date import anchored, dated_among, is_by, publications
from rashomon.errors import NothingToRead, NothingYet
from rashomon.languages.procedures import Definition, shipped
from rashomon.link import (
    MentionReader,
    Telling,
    happenings,
    with_copies,
    with_entities,
    with_fit,
    with_statements,
)
from rashomon.model import load
from rashomon.model.weights import version as model_version
from rashomon.read import Source, find_sources, read
from rashomon.reconcile import Events, Figures, Story, agreed, differences, ranked, story_title, with_about
from rashomon.reconcile.procedures import boards
from rashomon.reconcile.provisions import with_provisions
from rashomon.records import SCHEMA, Article, Frozen, Generator, Record, Rejection
from rashomon.records.annotation import Annotation


class Account(Frozen, frozen=True, kw_only=True):
    """An article and what it tells by itself; nothing when its language is not read."""

    article: Article
    annotation: Annotation | None
    telling: Telling | None


Outcome = list[Account | Rejection]
Each = Callable[[Callable[[Source], Outcome], Sequence[Source]], Iterable[Outcome]]
"""Applies a function to every input; the order of the results does not matter."""

SHOWN_REASONS = 5


class Gathered(Frozen, frozen=True, kw_only=True):
    """The articles of a story, each with what it tells by itself, and what was given beside them."""

    accounts: tuple[Account, ...]
    """In record order, their dates settled over all of them."""
    rejections: tuple[Rejection, ...]
    """Inputs that hold no article."""
    beside: tuple[tuple[str, Rejection], ...]
    """What was rejected beside an article that was read, by the article's id."""


def build(
    arguments: Iterable[str],
    each: Each = map,
    as_of: date | None = None,
    definitions: Sequence[Definition] = (),
) -> Record:
    """Read the articles that files, folders and glob patterns name, and return the record of their story.

    ``each`` says where the reading runs. The record is the same whatever the order of the arguments and of the results.
    ``definitions`` are procedures beside those of the package. Raises ``NothingToRead`` when there is not one article,
    ``NothingYet`` when none was published by ``as_of``.
    """
    return record_of(gathered(arguments, each), as_of, definitions)


def gathered(arguments: Iterable[str], each: Each = map) -> Gathered:
    """Read and date the articles that files, folders and glob patterns name.

    ``each`` says where the reading runs. Raises ``NothingToRead`` when there is not one article.
    """
    sources, rejections = find_sources(arguments)
    found: list[Account] = []
    beside: list[tuple[str, Rejection]] = []
    for outcome in each(accounts, sources):
        read_here = [item for item in outcome if isinstance(item, Account)]
        rejected = [item for item in outcome if isinstance(item, Rejection)]
        found += read_here
        if read_here:
            beside += [(read_here[0].article.id, rejection) for rejection in rejected]
        else:
            rejections += rejected
    kept, duplicates = _distinct(found)
    if not kept:
        raise NothingToRead(_nothing(_in_order(rejections)))
    return Gathered(
        accounts=tuple(_dated(kept)), rejections=tuple(_in_order(rejections)), beside=(*beside, *duplicates)
    )


def left_out(found: Gathered, as_of: date) -> int:
    """Return how many dated articles were, or may have been, published after a day."""
    dates = [account.article.published for account in found.accounts]
    return sum(published.latest is not None and published.latest > as_of for published in dates)


def last_day(found: Gathered) -> date | None:
    """Return the day by which every dated article was published, None when none is dated."""
    days = [account.article.published.latest for account in found.accounts]
    return max((day for day in days if day is not None), default=None)


def record_of(found: Gathered, as_of: date | None = None, definitions: Sequence[Definition] = ()) -> Record:
    """Return the record of the articles published up to a day, all of them without one.

    ``definitions`` are procedures that come before those of the package; one of the same id stands in its place.
    Raises ``NothingYet`` when no article was published by then.
    """
    kept = list(found.accounts)
    rejections = [*found.rejections, *(rejection for _, rejection in found.beside)]
    if as_of is not None:
        kept, rejections = _published_by(found, as_of)
    articles = with_fit(
        with_copies([account.article for account in kept]),
        [entity for account in kept if account.annotation is not None for entity in account.annotation.entities],
    )
    of_story = {article.id for article in articles if article.related}
    told = [account for account in kept if account.annotation is not None and account.article.id in of_story]
    annotations, entities = with_entities([one.annotation for one in told if one.annotation is not None], articles)
    readings = [annotation.reading for annotation in annotations]
    claims = with_statements([claim for one in annotations for claim in one.claims], entities, articles)
    tellings = [one.telling for one in told if one.telling is not None]
    events = Events(articles, readings, claims).of(happenings(tellings, readings, articles, entities, claims))
    events = ranked(events, articles, readings)
    figures = Figures(articles, readings, entities, claims).of(events)
    story = Story(
        articles=articles, readings=readings, entities=entities, claims=claims, events=events, figures=figures
    )
    moved = boards(story, _definitions(definitions))
    found_apart = differences(replace(story, procedures=moved))
    events, figures = agreed(events, figures, found_apart)
    return Record(
        schema=SCHEMA,
        generator=Generator(name="rashomon", version=version("rashomon"), model=model_version()),
        title=story_title(articles),
        as_of=as_of,
        excerpts=False,
        articles=tuple(articles),
        entities=tuple(entities),
        events=events,
        claims=tuple(with_about(claims, events, figures)),
        readings=tuple(readings),
        figures=figures,
        differences=found_apart,
        procedures=with_provisions(moved, story),
        rejections=tuple(_in_order(rejections)),
    )


def _definitions(own: Sequence[Definition]) -> tuple[Definition, ...]:
    ids = {one.id for one in own}
    return (*own, *(one for one in shipped() if one.id not in ids))


def accounts(source: Source) -> Outcome:
    """Read the articles of one input and what each of them tells."""
    return [item if isinstance(item, Rejection) else _account(item) for item in read(source)]


def _account(article: Article) -> Account:
    """Return an article with what it tells, read from the language model's marks of it."""
    if not article.annotated:
        return Account(article=article, annotation=None, telling=None)
    document = marked(article, _language())
    annotation = annotated(document)
    triggers = [document.places(event.trigger) for event in annotation.reading.events]
    return Account(article=article, annotation=annotation, telling=_mentions().read(article.id, document.doc, triggers))


@cache
def _mentions() -> MentionReader:
    return MentionReader(_language())


@cache
def _language() -> Language:
    return load()


def _published_by(found: Gathered, as_of: date) -> tuple[list[Account], list[Rejection]]:
    """Return the accounts published up to a day, and what was rejected apart from those that came later."""
    kept = [account for account in found.accounts if is_by(account.article.published, as_of)]
    if not kept:
        raise NothingYet(_not_yet([account.article for account in found.accounts], as_of))
    ids = frozenset(account.article.id for account in kept)
    undated = [account.article for account in found.accounts if account.article.published.latest is None]
    known = ids | {article.id for article in undated}
    rejections = [
        *found.rejections,
        *(rejection for article, rejection in found.beside if article in known),
        *(Rejection(source=article.source, reason=f"undated: it may be later than {as_of}") for article in undated),
    ]
    return [
        msgspec.structs.replace(account, article=dated_among(account.article, ids, as_of)) for account in kept
    ], rejections


def _in_order(rejections: Iterable[Rejection]) -> list[Rejection]:
    return sorted(set(rejections), key=lambda rejection: (rejection.source, rejection.reason))


def _distinct(found: list[Account]) -> tuple[list[Account], list[tuple[str, Rejection]]]:
    """Keep one article of each content, that of the smallest source; return them by their ids."""
    kept: dict[str, Account] = {}
    duplicates: list[tuple[str, Rejection]] = []
    for account in sorted(found, key=lambda account: (account.article.source, msgspec.json.encode(account.article))):
        first = kept.setdefault(account.article.id, account)
        if first is not account:
            reason = f"duplicate of {first.article.source}"
            duplicates.append((first.article.id, Rejection(source=account.article.source, reason=reason)))
    return sorted(kept.values(), key=lambda account: account.article.id), duplicates


def _dated(found: Sequence[Account]) -> list[Account]:
    """Return the accounts with their dates settled over all of them, in record order."""
    settled = publications([(account.article, account.annotation) for account in found])
    dated = [
        Account(
            article=msgspec.structs.replace(account.article, published=published),
            annotation=None if account.annotation is None else anchored(account.annotation, published),
            telling=account.telling,
        )
        for account, published in zip(found, settled, strict=True)
    ]
    return sorted(dated, key=lambda account: _order(account.article))


def _order(article: Article) -> tuple[date, str]:
    return article.published.earliest or date.max, article.id


def _not_yet(articles: Sequence[Article], as_of: date) -> str:
    days = [article.published.latest for article in articles if article.published.latest is not None]
    if not days:
        return f"no article has a date, so none is known to be published by {as_of}, nothing was written"
    return f"no article was published by {as_of}, nothing was written; the first was published by {min(days)}"


def _nothing(rejections: list[Rejection]) -> str:
    lines = [" ".join(f"{rejection.source}: {rejection.reason}".split()) for rejection in rejections[:SHOWN_REASONS]]
    if len(rejections) > SHOWN_REASONS:
        lines.append(f"... and {len(rejections) - SHOWN_REASONS} more")
    reasons = "\n  ".join(lines) if lines else "no file was given, and no folder that was holds one that is read"
    advice = "Give files or folders with text, HTML, PDF or JSONL."
    return f"no article could be read, nothing was written:\n  {reasons}\n{advice}"
