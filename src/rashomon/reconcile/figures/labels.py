"""What a figure is called, and which part of it a point counts."""

from collections.abc import Sequence

from lemminflect import getInflection

from rashomon.languages.figure_words import is_act, is_anyone, is_told, leads_somewhere, leads_there
from rashomon.reconcile.figures.counts import Count
from rashomon.reconcile.figures.groups import is_short, most_common

LONGEST = 70
"""Characters."""


def main_place(counts: Sequence[Count]) -> str | None:
    """Return the place that a figure is told of: the whole where a point tells of all of it, else the place of most."""
    wheres = [count.where for count in counts if count.where is not None]
    whole = most_common(where.whole for where in wheres)
    if any(where.place == whole for where in wheres):
        return whole
    return most_common(where.place for where in wheres)


def scope(count: Count, counts: Sequence[Count]) -> str | None:
    """Return in words which part of a figure a point counts, None for all of it."""
    parts = [] if count.state is None else [count.state]
    if not is_anyone(count.thing) and count.thing != _main_thing(counts) and count.quantity.counted is not None:
        parts.append(count.quantity.counted.span.text)
    else:
        parts += [_which(count, counts)]
    whole = next((one for one in counts if _is_part_of(count, one)), None)
    if count.where is not None and count.where.place != main_place(counts):
        parts.append(count.where.text)
    elif whole is not None:
        parts.append(f"part of {whole.span.text}")
    return ", ".join(part for part in parts if part) or None


def _main_thing(counts: Sequence[Count]) -> str | None:
    """Return what a figure counts; where half of its points leave open who the victims are, it is whoever they are."""
    open_ = [count for count in counts if is_anyone(count.thing)]
    if 2 * len(open_) >= len(counts):
        return None
    return most_common(count.thing for count in counts if not is_anyone(count.thing))


def _which(count: Count, counts: Sequence[Count]) -> str:
    """Return the words that say which of the things these are, where most of the other points do not say them."""
    said = [{span.text.lower() for span in one.narrowed} for one in counts]
    words = [
        span.text
        for span in count.narrowed
        if 2 * sum(span.text.lower() in one for one in said) <= len(counts) and len(counts) > 1
    ]
    return " ".join(words)


def _is_part_of(count: Count, other: Count) -> bool:
    return count.article.id == other.article.id and count.quantity.part_of == other.number


def label(counts: Sequence[Count]) -> str:
    """Return what a figure is called, in the words of its accounts: what is counted, what is told of it, where."""
    if not is_told(counts[0].told):
        return _as_told(counts[0])
    whole = [count for count in counts if scope(count, counts) is None] or list(counts)
    telling = [count for count in whole if count.verb] or whole
    verb = most_common(count.verb for count in telling) or ""
    best = next(count for count in telling if count.verb == verb)
    place = main_place(counts)
    where = next((one.where.text for one in counts if one.where is not None and one.where.place == place), None)
    if is_act(best.told) and where is None:
        days = next((count.days for count in counts if is_short(count.days)), None)
        if days is None or days.earliest is None:
            return _as_told(best)
        where = f"on {days.earliest.day} {days.earliest:%B %Y}"
    told = _told(best, verb, where)
    if where is not None and not told and leads_there(where):
        where = " ".join(["in", *where.split()[1:]])
    words = [_phrase(whole), told, where or ""]
    return _cut(" ".join(word for word in words if word))


def _as_told(count: Count) -> str:
    """Return the words of an account from what is counted on, to the end of the clause that tells of it."""
    counted = count.quantity.counted
    if counted is None and count.clause is not None:
        return _cut(count.article.text[count.span.end : count.clause.end].strip(" ,;:."))
    if counted is None or counted.span.start < count.span.start:
        return _cut(_bare(count))
    ends = [counted.span.end, *(words.end for words in counted.modifiers)]
    ends += [] if count.clause is None or count.clause.end < counted.span.end else [count.clause.end]
    return _cut(count.article.text[counted.span.start : max(ends)].strip(" ,;:."))


def _phrase(counts: Sequence[Count]) -> str:
    """Return the words for what is counted, those that say whose before the others."""
    known = [count for count in counts if count.quantity.counted is not None]
    owned = [count for count in known if count.is_owned] or known
    return most_common(_bare(count) for count in owned) or "people"


def _bare(count: Count) -> str:
    counted = count.quantity.counted
    words = [] if counted is None else counted.span.text.split()
    while words and words[0].lower() in {"the", "a", "an", "of", "its", "his", "her", "their"}:
        words = words[1:]
    return " ".join(words)


def _told(count: Count, verb: str, where: str | None) -> str:
    """Return the participle of what is told of the things, nothing where the place says it."""
    if not verb or (count.told == "there" and not leads_somewhere(verb) and where is not None):
        return ""
    if count.told == "there" and where is not None and not leads_there(where):
        return ""
    if count.role == "agent":
        return f"{'who' if is_act(count.told) else 'that'} {_form(verb, 'VBD')}"
    return _form(verb, "VBN")


def _form(verb: str, tag: str) -> str:
    forms = getInflection(verb, tag)
    return forms[0] if forms else verb


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] + " …"
