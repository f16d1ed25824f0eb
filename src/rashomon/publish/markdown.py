"""The record as Markdown (CommonMark): scraped text is escaped, so that it stays text."""

import re
from collections.abc import Iterable, Mapping

from rashomon.publish.boards import Board, Step, Version, boards, on_day
from rashomon.publish.citing import Names, Telling
from rashomon.publish.describe import (
    Fact,
    counts,
    facts,
    heading,
    in_reading_order,
    named,
    title_of,
    when,
)
from rashomon.publish.differences import Differences, Differing, differences
from rashomon.publish.figures import Figures, Listed, Row, figures
from rashomon.publish.shown import shown
from rashomon.publish.state import LAST, State, state
from rashomon.publish.timeline import Entry, Timeline, timeline
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
    names = Names(record)
    happened, counted, differing = timeline(record, names), figures(record, names), differences(record, names)
    moving = boards(record, names)
    parts += _state(state(record, happened, moving, counted, differing))
    parts += [*_timeline(happened), *_boards(moving), *_differences(differing), *_figures(counted), *_voices(record)]
    parts.append("## Articles\n\n" + "\n".join(_row(number, article) for number, article in articles))
    parts += [_section(number, article, facts(article, record), names.accounts) for number, article in articles]
    if record.rejections:
        rows = "\n".join(f"- {escaped(row.source)}: {escaped(row.reason)}" for row in record.rejections)
        parts.append(f"## Not read\n\n{rows}")
    parts.append("Dates are stated ones that the text bears out, or inferred from it. Page furniture is left out.")
    parts.append(f"*{record.generator.name} {record.generator.version}, model {record.generator.model}.*")
    return "\n\n".join(parts) + "\n"


def _state(found: State) -> list[str]:
    """Return the state of the story, a line for each sentence."""
    rows = [
        f"- **{one.when or 'Day not told'}**{_realness(one)}: {escaped(one.text)} ({escaped(one.best.by)})"
        for one in found.events
    ]
    rows += [f"- **{escaped(one.title)}**: {_progress(one)}" for one in found.boards]
    if found.figure is not None:
        rows.append(f"- **{escaped(found.figure.label)}**: {'; '.join(map(_value, found.values))}")
    if found.disputed is not None:
        cited = [telling for side in found.disputed.sides for telling in side.tellings[:1]]
        rows.append(f"- **{found.disputed.kind.capitalize()}**: {escaped(found.disputed.note)} ({_by(cited)})")
    return ["\n".join([*([f"{found.as_of}:\n"] if found.as_of else []), *rows])] if rows else []


def _realness(one: Entry) -> str:
    """Return how real an event is told to be, and by whom if only claimed."""
    by = f" by {escaped(one.speaker)}" if one.speaker else ""
    return f" ({one.is_}{by})" if one.is_ else ""


def _timeline(found: Timeline) -> list[str]:
    """Return the events: those on the timeline, then all others."""
    rest = found.rest
    groups = (
        ("", found.news),
        ("Planned or possible:\n\n", found.open_),
        ("Background:\n\n", found.background),
        ("Not on the timeline, told by several accounts:\n\n", rest.several),
        ("Not on the timeline, planned or possible:\n\n", rest.open_),
        ("Not on the timeline, told by one account:\n\n", rest.single),
    )
    parts = [title + "\n".join(map(_event, events)) for title, events in groups if events]
    return ["## Timeline", *parts] if parts else []


def _event(one: Entry) -> str:
    when = f"**{one.when}**" if one.when else "**Day not told**"
    support = f"{one.support}: " if one.support else ""
    apart = "".join(f"; {how} {_by(tellings)}" for how, tellings in one.apart)
    asides = "".join(f"\n  - {aside.kind}: {escaped(aside.note)}" for aside in one.asides)
    return f"- {when}{_realness(one)}: {escaped(one.text)} ({support}{_by(one.tellings)}{apart}){asides}"


def _boards(found: Iterable[Board]) -> list[str]:
    """Return how far the measures have come, a list for each, and what each provides."""
    parts = []
    for board in found:
        notes = f" ({' · '.join(map(escaped, board.notes))})" if board.notes else ""
        parts.append(f"**{escaped(board.title)}**{notes}")
        parts.append("\n".join(map(_step, board.steps)))
        parts.append(escaped(board.coming))
        if board.provisions:
            parts.append("What it provides, as the accounts tell it:")
            parts.append(
                "\n".join(
                    f"{'  ' if at else ''}- {_version(one)}"
                    for group in board.provisions
                    for at, one in enumerate(group)
                )
            )
    return ["## How far it has come", *parts] if parts else []


def _step(one: Step) -> str:
    notes = [note for note in (one.is_, escaped(one.body), one.when, one.vote) if note]
    support = f"{one.support}: " if one.support else ""
    told = f" ({support}{_by(one.tellings)})" if one.tellings else ""
    return f"- **{escaped(one.label)}**: {', '.join(notes)}{told}"


def _progress(one: Board) -> str:
    """Return the last stages that are told, and what comes next."""
    parts = []
    for step in one.told[-LAST:]:
        vote = f" ({step.vote})" if step.vote else ""
        parts.append(f"{escaped(step.outcome)}{on_day(step.stage.time)}{vote} ({_by(step.tellings[:1])})")
    return "; ".join((*parts, escaped(one.next_)))


def _version(one: Version) -> str:
    relation = f"{one.relation}: " if one.relation else ""
    condition = f"; condition: “{escaped(one.condition)}”" if one.condition else ""
    basis = f"; basis: “{escaped(one.basis)}”" if one.basis else ""
    return f"{relation}“{escaped(one.obligation)}”{condition}{basis} ({_by((one.telling,))})"


def _differences(found: Differences) -> list[str]:
    """Return how the accounts differ, by rank, and what differs in words alone."""
    groups = (("", (*found.first, *found.others)), ("Other words for the same:\n\n", found.wording))
    parts = [title + "\n".join(map(_difference, rows)) for title, rows in groups if rows]
    return ["## Where the accounts differ", *parts] if parts else []


def _difference(one: Differing) -> str:
    about = f", {escaped(one.about)}" if one.about else ""
    sides = "".join(f"\n  - {escaped(side.value)} ({_by(side.tellings)})" for side in one.sides)
    return f"- **{one.kind}** ({escaped(one.slot)}{about}): {escaped(one.note)}{sides}"


def _figures(found: Figures) -> list[str]:
    """Return the figures with all their values, those with several values first."""
    several, single = (*found.several, *found.others), found.single
    parts = ["\n".join(map(_figure, several))] if several else []
    parts += ["With one value:\n\n" + "\n".join(map(_figure, single))] if single else []
    return ["## Figures", *parts] if parts else []


def _figure(one: Listed, indent: str = "", of_them: str = "") -> str:
    support = f" ({one.support})" if one.support else ""
    lines = [f"{indent}- {of_them}**{escaped(one.label)}**{support}"]
    for row in one.rows:
        relation = f" — {row.relation}" if row.relation else ""
        why = f": {escaped(row.why)}" if row.relation and row.why else ""
        lines.append(f"{indent}  - {_value(row)}{relation}{why}")
    lines += [_figure(part, indent + "  ", "of them: ") for part in one.parts]
    return "\n".join(lines)


def _value(row: Row) -> str:
    """Return a value with its scope, its day and who states it."""
    told = " ".join(part for part in (f"“{escaped(row.value)}”", escaped(row.scope)) if part)
    who = f"{escaped(row.who)} in {_by(row.tellings)}" if row.who else _by(row.tellings)
    return f"{told} ({', '.join(part for part in (row.is_, row.when, who) if part)})"


def _by(tellings: Iterable[Telling]) -> str:
    return ", ".join(escaped(telling.by) for telling in tellings)


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
