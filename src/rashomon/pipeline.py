"""The stages in their order: from inputs to the record."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from importlib.metadata import version

import msgspec

from rashomon.errors import NothingToRead
from rashomon.link import with_copies
from rashomon.model.weights import version as model_version
from rashomon.read import Source, find_sources, read
from rashomon.reconcile import story_title
from rashomon.records import SCHEMA, Article, Generator, Record, Rejection

Outcome = list[Article | Rejection]
Each = Callable[[Callable[[Source], Outcome], Sequence[Source]], Iterable[Outcome]]
"""Applies a function to every input; the order of the results does not matter."""

SHOWN_REASONS = 5


def build(arguments: Iterable[str], each: Each = map) -> Record:
    """Read the articles that files, folders and glob patterns name, and return the record of their story.

    ``each`` says where the reading runs. The record is the same whatever the order of the arguments and of the results.
    Raises ``NothingToRead`` when there is not one article.
    """
    sources, rejections = find_sources(arguments)
    found: list[Article] = []
    for outcome in each(read, sources):
        found += [item for item in outcome if isinstance(item, Article)]
        rejections += [item for item in outcome if isinstance(item, Rejection)]
    articles, duplicates = _distinct(found)
    rejections = sorted({*rejections, *duplicates}, key=lambda rejection: (rejection.source, rejection.reason))
    if not articles:
        raise NothingToRead(_nothing(rejections))
    linked = with_copies(articles)
    return Record(
        schema=SCHEMA,
        generator=Generator(name="rashomon", version=version("rashomon"), model=model_version()),
        title=story_title(linked),
        as_of=None,
        excerpts=False,
        articles=tuple(linked),
        entities=(),
        events=(),
        claims=(),
        figures=(),
        differences=(),
        procedures=(),
        rejections=tuple(rejections),
    )


def _distinct(found: list[Article]) -> tuple[list[Article], list[Rejection]]:
    """Keep one article of each content, that of the smallest source; return them in record order."""
    kept: dict[str, Article] = {}
    duplicates: list[Rejection] = []
    for article in sorted(found, key=lambda article: (article.source, msgspec.json.encode(article))):
        first = kept.setdefault(article.id, article)
        if first is not article:
            duplicates.append(Rejection(source=article.source, reason=f"duplicate of {first.source}"))
    return sorted(kept.values(), key=lambda article: (article.published.earliest or date.max, article.id)), duplicates


def _nothing(rejections: list[Rejection]) -> str:
    lines = [" ".join(f"{rejection.source}: {rejection.reason}".split()) for rejection in rejections[:SHOWN_REASONS]]
    if len(rejections) > SHOWN_REASONS:
        lines.append(f"... and {len(rejections) - SHOWN_REASONS} more")
    reasons = "\n  ".join(lines) if lines else "no input was given"
    advice = "Give files or folders with text, HTML, PDF or JSONL."
    return f"no article could be read, nothing was written:\n  {reasons}\n{advice}"
