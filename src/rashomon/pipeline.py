"""The stages in their order: from inputs to the record."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from importlib.metadata import version

import msgspec
from spacy.language import Language

from rashomon.annotate import annotate
from rashomon.date import anchored, publications
from rashomon.errors import NothingToRead
from rashomon.link import with_copies, with_entities
from rashomon.model import load
from rashomon.model.weights import version as model_version
from rashomon.read import Source, find_sources, read
from rashomon.reconcile import story_title
from rashomon.records import SCHEMA, Article, Frozen, Generator, Record, Rejection
from rashomon.records.annotation import Annotation


class Account(Frozen, frozen=True, kw_only=True):
    """An article and what it tells by itself; no annotation when its language is not read."""

    article: Article
    annotation: Annotation | None


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
    linked = with_copies([account.article for account in kept])
    annotations, entities = with_entities([account.annotation for account in kept if account.annotation is not None])
    return Record(
        schema=SCHEMA,
        generator=Generator(name="rashomon", version=version("rashomon"), model=model_version()),
        title=story_title(linked),
        as_of=None,
        excerpts=False,
        articles=tuple(linked),
        entities=tuple(entities),
        events=(),
        claims=tuple(claim for annotation in annotations for claim in annotation.claims),
        readings=tuple(annotation.reading for annotation in annotations),
        figures=(),
        differences=(),
        procedures=(),
        rejections=tuple(rejections),
    )


def accounts(source: Source) -> Outcome:
    """Read the articles of one input and what each of them tells."""
    return [
        item
        if isinstance(item, Rejection)
        else Account(article=item, annotation=annotate(item, _language()) if item.annotated else None)
        for item in read(source)
    ]


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
