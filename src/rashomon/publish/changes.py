"""What changed between two records, as it is read: plain text, Markdown, JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from rashomon.publish.citing import line, support_in_words
from rashomon.publish.describe import in_words
from rashomon.publish.markdown import escaped
from rashomon.publish.shown import shown_line
from rashomon.publish.times import time_in_words
from rashomon.publish.voices import SAYS
from rashomon.records import Span, Time
from rashomon.records.changes import Change, Changes, Cited, Compared
from rashomon.text import cut

LISTED = 10
"""Lines of a group that are shown unless all are asked for."""
CITED = 4
"""Spans that a line shows; the JSON has them all."""
LONGEST = 200
"""Characters of a label or a quotation."""
OPEN = ".."
PLAIN = "assert"
GROUPS = (
    ("disputed", "Newly disputed"),
    ("withdrawn", "Withdrawn"),
    ("updated", "Updated"),
    ("new event", "New events"),
    ("new figure", "New figures"),
    ("new statement", "New statements"),
    ("settled", "No longer disputed"),
    ("support", "Told by more or fewer independent accounts"),
    ("article", "Articles"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line and where its words stand."""

    head: str
    cited: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one heading, the most important first."""

    title: str
    rows: tuple[Row, ...]


def changes_json(changes: Changes) -> bytes:
    """Return the changes as indented UTF-8 JSON: every key written, in the order of the types."""
    return msgspec.json.format(msgspec.json.encode(changes), indent=1) + b"\n"


def changes_text(changes: Changes, listed: int | None = LISTED) -> str:
    """Return the changes as plain text for a terminal, at most ``listed`` lines of a group, all of them for None."""
    parts = ["\n".join(map(shown_line, _opening(changes)))]
    for group in _groups(changes):
        rows = group.rows[:listed]
        lines = [f"{group.title} ({len(group.rows)})"]
        for row in rows:
            lines += [f"- {shown_line(row.head)}", *(f"    {shown_line(cited)}" for cited in row.cited)]
        if len(rows) < len(group.rows):
            lines.append(f"  ... and {len(group.rows) - len(rows)} more; --all lists them")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def changes_markdown(changes: Changes) -> str:
    """Return all changes as one Markdown document (CommonMark)."""
    parts = ["# What changed", *map(escaped, _opening(changes))]
    for group in _groups(changes):
        lines = [f"## {group.title}", ""]
        for row in group.rows:
            lines += [f"- {escaped(row.head)}", *(f"  - {escaped(cited)}" for cited in row.cited)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _opening(changes: Changes) -> Iterator[str]:
    """Yield what is compared, and what to mind."""
    title = changes.new.title or changes.old.title
    if title:
        yield line(title)
    yield f"From {_compared(changes.old)} to {_compared(changes.new)}."
    if changes.old.generator != changes.new.generator:
        yield "The two records were made by different releases or models: some lines may come of that."
    if changes.shared == 0:
        yield "The two records share no article."
    if not changes.changes:
        yield "Nothing changed."


def _compared(one: Compared) -> str:
    count = "1 article" if one.articles == 1 else f"{one.articles} articles"
    day = one.as_of or one.latest
    return count if day is None else f"{in_words(str(day))} ({count})"


def _groups(changes: Changes) -> Iterator[Group]:
    """Yield the groups that are not empty; what is updated of one event or figure stands in one line."""
    articles = {article.id: article for article in changes.articles}
    found: dict[str, dict[tuple[str, ...], list[Change]]] = {}
    updated = {one.new for one in changes.changes if one.subject == "event" and one.slot not in {None, "support"}}
    for place, change in enumerate(changes.changes):
        of_one = change.kind == "updated" and change.subject in {"event", "figure"}
        key = (change.subject, change.new or "") if of_one else ("", str(place))
        name = _group(change, is_first=change.new not in updated)
        found.setdefault(name, {}).setdefault(key, []).append(change)
    for name, title in GROUPS:
        if name in found:
            yield Group(title, tuple(_row(one, articles) for one in found[name].values()))


def _group(change: Change, *, is_first: bool) -> str:
    if change.subject == "article":
        return "article"
    if change.kind == "new":
        return f"new {change.subject}"
    return "support" if change.slot == "support" and is_first else change.kind


def _row(changes: Sequence[Change], articles: dict[str, Cited]) -> Row:
    first = changes[0]
    head = _head(first) if len(changes) == 1 else f"{_labelled(first)}: {'; '.join(map(_turn, changes))}"
    found: dict[object, Span] = {}
    for span in (span for change in changes for span in _telling(change)):
        found.setdefault(span if first.slot == "text" or first.subject == "figure" else span.article, span)
    cited = [_cited(span, articles[span.article], quoted=_is_quoted(span, first, head)) for span in found.values()]
    return Row(head, (*cited[:CITED], f"and {len(cited) - CITED} more") if len(cited) > CITED else tuple(cited))


def _is_quoted(span: Span, change: Change, head: str) -> bool:
    """Return whether a line lacks the words that it cites; what an article replaced is always shown."""
    words = line(span.text).casefold()
    has = words in head.casefold() or line(change.label).casefold() in words
    return change.slot == "text" or (change.slot != "support" and not has)


def _telling(change: Change) -> tuple[Span, ...]:
    """Return the spans that a reader wants to see: of what was corrected both, of what is withdrawn what it was."""
    if change.slot in {"text", "corrected", "words"}:
        return (*change.before, *change.after)
    return change.after or change.before


def _cited(span: Span, article: Cited, *, quoted: bool) -> str:
    """Return where words stand, and the words themselves where the line does not have them."""
    name = article.outlet or (f"{article.agency} report" if article.agency is not None else "")
    day = _published(article.published) if article.published else "date not known"
    earlier = ", in the earlier record" if article.held_by == "old" else ""
    place = f"{article.source} {span.start}-{span.end}"
    where = f"{name}, {day} ({place}){earlier}" if name else f"{place}, {day}{earlier}"
    return f"{where}: “{cut(line(span.text), LONGEST)}”" if quoted else where


def _published(value: str) -> str:
    """Return the day or days of a publication in words, and what is no day as it is."""
    try:
        return in_words(value.partition("T")[0])
    except ValueError:
        return value


def _labelled(change: Change) -> str:
    """Return what a change is of; of an event and an article after its day, where that is told and not what changed."""
    dated = change.time is not None and change.time.evidence and change.slot != "time" and change.subject != "figure"
    when = time_in_words(change.time) if change.time is not None and dated else ""
    return f"{when}: {cut(line(change.label), LONGEST)}" if when else cut(line(change.label), LONGEST)


def _head(change: Change) -> str:
    return {
        "event": _of_event,
        "figure": _of_figure,
        "statement": _of_statement,
        "difference": _of_difference,
        "article": _of_article,
    }[change.subject](change)


def _of_event(change: Change) -> str:
    if change.kind == "disputed":
        return f"{_labelled(change)}: the accounts contradict one another"
    if change.kind == "updated":
        return f"{_labelled(change)}: {_turn(change)}"
    status = (change.now or change.was or "").replace("happened", "")
    told = support_in_words(change.support) if change.support is not None else ""
    notes = [note for note in (status, told, change.why) if note]
    return f"{_labelled(change)} ({'; '.join(notes)})" if notes else _labelled(change)


def _turn(change: Change) -> str:
    """Return one change of an event or a figure: what it was and what it is."""
    if change.subject == "figure":
        return _values(change)
    was, now = change.was or "", change.now or ""
    if change.slot == "time":
        now = f"{_days(now)} ({change.why})"
        was = _days(was) if was else ""
    name = {"time": "when: ", "vote": "result: ", "support": "independent accounts: "}.get(change.slot or "", "")
    return f"{name}{was} → {now}" if was else f"{name}{now}"


def _days(written: str) -> str:
    """Return days in words, as ISO 8601 has them: a day, or two with a slash and open ends as two dots."""
    ends = [None if end == OPEN else date.fromisoformat(end) for end in written.split("/")]
    return time_in_words(Time(timex=None, earliest=ends[0], latest=ends[-1], evidence=()))


def _of_figure(change: Change) -> str:
    label = cut(line(change.label), LONGEST)
    return f"{label}: {'the accounts contradict one another' if change.kind == 'disputed' else _values(change)}"


def _values(change: Change) -> str:
    """Return the values of a figure before and after, with who states the later one, and as of when."""
    was, now = line(change.was or ""), line(change.now or "")
    as_of = "" if change.time is None else time_in_words(change.time)
    note = change.why if change.kind == "withdrawn" else "corrected" if change.slot == "corrected" else None
    written = ", ".join(line(note) for note in (change.by, f"as of {as_of}" if as_of else None, note) if note)
    return (f"{was} → {now}" if was and now else now or was) + (f" ({written})" if written else "")


def _of_statement(change: Change) -> str:
    by = line(change.by) if change.by else "Not clear who"
    if change.slot == "words":
        return f"{by}: {cut(line(change.was or ''), LONGEST)} → {cut(line(change.now or ''), LONGEST)}"
    stance = change.now or change.was or PLAIN
    does = "" if stance == PLAIN else f"{SAYS[stance]}: "
    why = f" ({change.why})" if change.why else ""
    return f"{by}: {does}{cut(line(change.label).removeprefix('that '), LONGEST)}{why}"


def _of_difference(change: Change) -> str:
    if change.kind == "settled" and change.why:
        return f"{line(change.label)} Now: {line(change.why)}"
    return line(change.label)


def _of_article(change: Change) -> str:
    kind = {"new": "new", "updated": "its text was changed"}.get(change.kind)
    return f"{_labelled(change)} ({', '.join(note for note in (kind, change.why) if note)})"
