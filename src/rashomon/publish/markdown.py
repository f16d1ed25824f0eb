"""The record as Markdown (CommonMark): scraped text is escaped, so that it stays text."""

import re

from rashomon.publish.describe import Fact, counts, facts, heading, in_reading_order, named, title_of, when
from rashomon.publish.shown import shown
from rashomon.publish.voices import Saying, unplaced, voices
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
    parts += _voices(record)
    parts += [_section(number, article, record) for number, article in articles]
    if record.rejections:
        rows = "\n".join(f"- {escaped(row.source)}: {escaped(row.reason)}" for row in record.rejections)
        parts.append(f"## Not read\n\n{rows}")
    parts.append("Dates are stated ones that the text bears out, or inferred from it. Page furniture is left out.")
    parts.append(f"*{record.generator.name} {record.generator.version}, model {record.generator.model}.*")
    return "\n\n".join(parts) + "\n"


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
        parts.append("## Not placed\n\nWho says it, or what is counted, is not clear.\n\n" + "\n".join(rows))
    return parts


def _saying(saying: Saying) -> str:
    notes = "".join(f"; {escaped(note)}" for note in (saying.by, *saying.notes))
    does = f"{saying.does}: " if saying.does else ""
    return f"  - {does}*{escaped(saying.cue)}* {escaped(saying.text)} ({notes[2:]})"


def _row(number: int, article: Article) -> str:
    return f"{number}. **{escaped(named(article))}**, {escaped(when(article))}: {escaped(heading(article))}"


def _section(number: int, article: Article, record: Record) -> str:
    lines = [f"## {number}. {escaped(named(article))}", f"Source: {escaped(article.source)} (`{article.id}`)"]
    lines.append("\n".join(_fact(fact) for fact in facts(article, record)))
    for paragraph in article.paragraphs:
        text = article.text[paragraph.start : paragraph.end]
        if paragraph.kind in BODY_KINDS and text.strip():
            lines.append("> " + escaped(text))
    return "\n\n".join(lines)


def _fact(fact: Fact) -> str:
    evidence = [f"“{escaped(span.text)}” (characters {span.start} to {span.end})" for span in fact.spans]
    evidence += [f"{escaped(entry.field)}: {escaped(entry.text)}" for entry in fact.metadata]
    note = f" ({fact.note})" if fact.note else ""
    return f"- {fact.name}: {escaped(fact.value)}{note}" + (f" — {'; '.join(evidence)}" if evidence else "")
