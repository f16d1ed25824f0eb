"""The record as Markdown (CommonMark): scraped text is escaped, so that it stays text."""

import re
from collections.abc import Mapping

from rashomon.publish.describe import (
    Fact,
    counts,
    facts,
    heading,
    in_reading_order,
    named,
    names_apart,
    title_of,
    when,
)
from rashomon.publish.happened import Happening, happenings
from rashomon.publish.shown import shown
from rashomon.publish.voices import NOT_PLACED, Saying, unplaced, voices
from rashomon.records import BODY_KINDS, Article, Record

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
LIST_MARK = re.compile(r"^([-+=])")
LIST_NUMBER = re.compile(r"^(\d+)([.)])")
ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|www|xmpp)(?=[:.])")


def escaped(text: str) -> str:
    """Return ``text`` in one line with everything escaped that Markdown would read as markup or as a link."""
    line = " ".join(shown(text).split())
    line = SPECIAL.sub(r"\\\1", line)
    line = ADDRESS.sub(r"\1\\", line)
    line = LIST_NUMBER.sub(r"\1\\\2", line)
    return LIST_MARK.sub(r"\\\1", line)


def record_markdown(record: Record) -> str:
    """Return the record as one Markdown document."""
    articles = list(enumerate(in_reading_order(record), 1))
    parts = [f"# {escaped(title_of(record))}", ", ".join(f"{number} {what}" for number, what in counts(record)) + "."]
    if record.excerpts:
        parts.append("*Excerpts: only cited sentences are shown.*")
    parts.append("## Articles\n\n" + "\n".join(_row(number, article) for number, article in articles))
    parts += _happened(record)
    parts += _voices(record)
    names = names_apart(record)
    parts += [_section(number, article, facts(article, record), names) for number, article in articles]
    if record.rejections:
        rows = "\n".join(f"- {escaped(row.source)}: {escaped(row.reason)}" for row in record.rejections)
        parts.append(f"## Not read\n\n{rows}")
    parts.append("Dates are stated ones that the text bears out, or inferred from it. Page furniture is left out.")
    parts.append(f"*{record.generator.name} {record.generator.version}, model {record.generator.model}.*")
    return "\n\n".join(parts) + "\n"


def _happened(record: Record) -> list[str]:
    """Return the events, those first that several accounts tell."""
    found = happenings(record)
    groups = (
        ("", found.several),
        ("Planned or possible:\n\n", found.open_),
        ("Told by one account:\n\n", found.single),
    )
    parts = [title + "\n".join(map(_event, events)) for title, events in groups if events]
    return ["## What happened", *parts] if parts else []


def _event(one: Happening) -> str:
    when = f"**{one.when}**: " if one.when else ""
    is_ = f"{one.is_}: " if one.is_ else ""
    told = ", ".join(escaped(telling.by) for telling in one.tellings)
    return f"- {when}{is_}{escaped(one.label)} ({one.support + ': ' if one.support else ''}{told})"


def _voices(record: Record) -> list[str]:
    """Return who says what, and what could not be placed."""
    parts = []
    found, left = voices(record), unplaced(record)
    if found:
        blocks = ["\n".join([f"- **{escaped(voice.name)}**", *map(_saying, voice.sayings)]) for voice in found]
        parts.append("## Who says what\n\n" + "\n".join(blocks))
    rows = [_saying(saying).strip() for saying in left.sayings]
    rows += [f"- {escaped(quantity.span.text)} ({escaped(account)})" for quantity, account in left.numbers]
    if rows:
        parts.append(f"## Not placed\n\n{NOT_PLACED}\n\n" + "\n".join(rows))
    return parts


def _saying(saying: Saying) -> str:
    accounts = ", ".join((saying.by, *(by for by, _ in saying.also)))
    notes = "".join(f"; {escaped(note)}" for note in (accounts, *saying.notes))
    does = f"{saying.does}: " if saying.does else ""
    return f"  - {does}*{escaped(saying.cue)}* {escaped(saying.text)} ({notes[2:]})"


def _row(number: int, article: Article) -> str:
    other = "" if article.related else " (another story)"
    return f"{number}. **{escaped(named(article))}**, {escaped(when(article))}{other}: {escaped(heading(article))}"


def _section(number: int, article: Article, found: list[Fact], names: Mapping[str, str]) -> str:
    lines = [f"## {number}. {escaped(named(article))}", f"Source: {escaped(article.source)} (`{article.id}`)"]
    elsewhere = {other: name for other, name in names.items() if other != article.id}
    lines.append("\n".join(_fact(fact, elsewhere) for fact in found))
    for paragraph in article.paragraphs:
        text = article.text[paragraph.start : paragraph.end]
        if paragraph.kind in BODY_KINDS and text.strip():
            lines.append("> " + escaped(text))
    return "\n\n".join(lines)


def _fact(fact: Fact, elsewhere: Mapping[str, str]) -> str:
    """Return a field with its evidence; ``elsewhere`` names the other articles."""
    evidence = [
        f"“{escaped(span.text)}” ({_in(elsewhere.get(span.article))}characters {span.start} to {span.end})"
        for span in fact.spans
    ]
    evidence += [f"{escaped(entry.field)}: {escaped(entry.text)}" for entry in fact.metadata]
    note = f" ({fact.note})" if fact.note else ""
    return f"- {fact.name}: {escaped(fact.value)}{note}" + (f" — {'; '.join(evidence)}" if evidence else "")


def _in(name: str | None) -> str:
    return "" if name is None else f"{escaped(name)}, "
