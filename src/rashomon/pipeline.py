"""The stages in their order: from inputs to the record."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from importlib.metadata import version

import msgspec
from spacy.language import Language

from rashomon.annotate import annotated, marked
from rashomon.date import anchored, publications
from rashomon.errors import NothingToRead
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
from rashomon.reconcile import Events, story_title
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


def build(arguments: Iterable[str], each: Each = map) -> Record:
    """Read the articles that files, folders and glob patterns name, and return the record of their story.

    ``each`` says where the reading runs. The record is the same whatever the order of the arguments and of the results.
    Raises ``NothingToRead`` when there is not one article.
    """
    sources, rejections = find_sources(arguments)
    found: list[Account] = []
    for outcome in each(accounts, sources):
        found += [item for item in outcome if isinstance(item, Account)]
        rejections += [item for item in outcome if isinstance(item, Rejection)]
    kept, duplicates = _distinct(found)
    rejections = sorted({*rejections, *duplicates}, key=lambda rejection: (rejection.source, rejection.reason))
    if not kept:
        raise NothingToRead(_nothing(rejections))
    kept = _dated(kept)
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
    events = Events(articles, readings, claims).of(happenings(tellings, readings, articles, entities))
    return Record(
        schema=SCHEMA,
        generator=Generator(name="rashomon", version=version("rashomon"), model=model_version()),
        title=story_title(articles),
        as_of=None,
        excerpts=False,
        articles=tuple(articles),
        entities=tuple(entities),
        events=events,
        claims=claims,
        readings=tuple(readings),
        figures=(),
        differences=(),
        procedures=(),
        rejections=tuple(rejections),
    )


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


def _distinct(found: list[Account]) -> tuple[list[Account], list[Rejection]]:
    """Keep one article of each content, that of the smallest source; return them by their ids."""
    kept: dict[str, Account] = {}
    duplicates: list[Rejection] = []
    for account in sorted(found, key=lambda account: (account.article.source, msgspec.json.encode(account.article))):
        first = kept.setdefault(account.article.id, account)
        if first is not account:
            duplicates.append(Rejection(source=account.article.source, reason=f"duplicate of {first.article.source}"))
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


def _nothing(rejections: list[Rejection]) -> str:
    lines = [" ".join(f"{rejection.source}: {rejection.reason}".split()) for rejection in rejections[:SHOWN_REASONS]]
    if len(rejections) > SHOWN_REASONS:
        lines.append(f"... and {len(rejections) - SHOWN_REASONS} more")
    reasons = "\n  ".join(lines) if lines else "no input was given"
    advice = "Give files or folders with text, HTML, PDF or JSONL."
    return f"no article could be read, nothing was written:\n  {reasons}\n{advice}"
