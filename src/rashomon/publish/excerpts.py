"""A record that holds only the sentences that it cites."""

from collections.abc import Iterator

import msgspec

from rashomon.records import Article, Record, Span
from rashomon.text import Range, blanked, enclosing, sentences


def excerpted(record: Record) -> Record:
    """Return the record with all characters of the articles blanked that stand in no cited sentence.

    Offsets hold: a blanked character is a space, line breaks stay. What was copied from another print is left out,
    ``shared`` still says how much; so are fields of the pages that nothing rests on, the readings of single articles,
    and all mentions of an entity but the first.
    """
    bare = msgspec.structs.replace(
        record,
        excerpts=True,
        readings=(),
        entities=tuple(
            msgspec.structs.replace(entity, mentions=entity.mentions[:1], roles=()) for entity in record.entities
        ),
        articles=tuple(msgspec.structs.replace(article, copied=(), metadata=()) for article in record.articles),
    )
    cited: dict[str, list[Range]] = {}
    for span in _spans(bare):
        cited.setdefault(span.article, []).append(Range(span.start, span.end))
    articles = [
        msgspec.structs.replace(article, text=_blanked(article, cited.get(article.id, []))) for article in bare.articles
    ]
    return msgspec.structs.replace(bare, articles=tuple(articles))


def _spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _spans(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)


def kept_sentences(article: Article, cited: list[Range]) -> list[Range]:
    """Return the sentences of ``article`` that hold the cited ranges, in order, overlapping ones joined."""
    found = []
    for paragraph in article.paragraphs:
        inside = [
            Range(max(at.start, paragraph.start) - paragraph.start, min(at.end, paragraph.end) - paragraph.start)
            for at in cited
            if at.start < paragraph.end and paragraph.start < at.end
        ]
        told = sentences(article.text[paragraph.start : paragraph.end]) if inside else []
        held = [enclosing(told, at) for at in inside]
        found += [Range(paragraph.start + at.start, paragraph.start + at.end) for at in held]
    joined: list[Range] = []
    for at in sorted(found, key=lambda at: (at.start, at.end)):
        if joined and at.start <= joined[-1].end:
            joined[-1] = Range(joined[-1].start, max(joined[-1].end, at.end))
        else:
            joined.append(at)
    return joined


def _blanked(article: Article, cited: list[Range]) -> str:
    parts: list[str] = []
    place = 0
    for kept in kept_sentences(article, cited):
        parts += [blanked(article.text[place : kept.start]), kept.of(article.text)]
        place = kept.end
    return "".join((*parts, blanked(article.text[place:])))
