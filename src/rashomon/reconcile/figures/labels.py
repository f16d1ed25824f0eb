"""What a figure is called, and which part of it a point counts."""

import re
from collections.abc import Sequence

from lemminflect import getInflection

from rashomon.languages.figure_words import is_act, is_anyone, is_told, leads_somewhere, leads_there
from rashomon.reconcile.figures.counts import Count
from rashomon.reconcile.figures.groups import is_short, most_common
from rashomon.reconcile.figures.told import SUM, THERE
from rashomon.text import cut
from rashomon.values.days import days_in_words

LONGEST = 70
"""Characters."""
BESIDE = 45
"""Characters on either side of a sum."""
STOP = re.compile(r"[,;:!?]\s|\.\s(?=[A-Z“\"])|[()“”\"\n\u2029—–]")


def main_place(counts: Sequence[Count]) -> str | None:
    """Return the place that a figure is told of: the whole where a point tells of all of it, else the place of most."""
    wheres = [count.where for count in counts if count.where is not None]
    whole = most_common(where.whole for where in wheres)
    if any(where.place == whole for where in wheres):
        return whole
    return most_common(where.place for where in wheres)


def scopes(counts: Sequence[Count]) -> list[str | None]:
    """Return in words which part of a figure each point counts, None for all of it; a part has one name throughout."""
    names: dict[tuple[str | None, ...], str] = {}
    found: list[str | None] = []
    thing, place = _main_thing(counts), main_place(counts)
    for count in counts:
        key, words = _scope(count, counts, thing, place)
        found.append(names.setdefault(key, words) or None)
    return found


def _scope(
    count: Count, counts: Sequence[Count], main_thing: str | None, main_place: str | None
) -> tuple[tuple[str | None, ...], str]:
    """Return what makes the part that a point counts, and that part in words; a sum is no part of itself."""
    if count.relation == SUM:
        return (None,), ""
    which, place, whose = _which(count, counts), None, None
    counted = count.quantity.counted
    if not is_anyone(count.thing) and count.thing != main_thing and counted is not None:
        which = counted.span.text
    words = [count.state, which]
    if count.where is not None and count.where.place != main_place:
        place = count.where.place
        words.append(count.where.text)
    elif any(_is_part_of(count, one) for one in counts):
        whose = next(one.span.text for one in counts if _is_part_of(count, one))
        words.append(f"part of {whose}")
    return (count.state, which, place, whose), ", ".join(word for word in words if word)


def _main_thing(counts: Sequence[Count]) -> str | None:
    """Return what a figure counts; where half of its points leave open who the victims are, it is whoever they are."""
    open_ = [count for count in counts if is_anyone(count.thing)]
    if 2 * len(open_) >= len(counts):
        return None
    return most_common(count.thing for count in counts if not is_anyone(count.thing))


def _which(count: Count, counts: Sequence[Count]) -> str | None:
    """Return the words that say which of the things these are, where most of the other points do not say them.

    Where another point gives the same number without them, they are only another way of putting it.
    """
    own = _adjectives(count)
    said = [_adjectives(one) for one in counts]
    number = count.quantity.value.number
    if any(words != own and one.quantity.value.number == number for one, words in zip(counts, said, strict=True)):
        return None
    rare = {word for word in own if 2 * sum(word in words for words in said) <= len(counts)}
    return " ".join(span.text for span in count.narrowed if span.text.lower() in rare) or None


def _adjectives(count: Count) -> frozenset[str]:
    return frozenset(span.text.lower() for span in count.narrowed)


def _is_part_of(count: Count, other: Count) -> bool:
    return count.article.id == other.article.id and count.quantity.part_of == other.number


def label(counts: Sequence[Count], parts: Sequence[str | None]) -> str:
    """Return what a figure is called, in the words of its accounts: what is counted, what is told of it, where.

    ``parts`` are the scopes of the counts.
    """
    if counts[0].relation == SUM:
        return _around(counts[0])
    if not is_told(counts[0].relation):
        return _as_told(counts[0])
    whole = [count for count, part in zip(counts, parts, strict=True) if part is None] or list(counts)
    telling = [count for count in whole if count.told.verb] or whole
    verb = most_common(count.told.verb for count in telling) or ""
    best = next(count for count in telling if count.told.verb == verb)
    place = main_place(counts)
    where = next((one.where.text for one in counts if one.where is not None and one.where.place == place), None)
    if is_act(best.relation) and where is None:
        days = next((count.days for count in counts if is_short(count.days)), None)
        if days is not None and days.earliest is not None:
            where = f"on {days_in_words(days.earliest, days.earliest)}"
        elif best.told.mention is not None and best.quantity.counted is not None and _says_more(best):
            return _as_told(best)
    told = _told(best, verb, where)
    if where is not None and not told and leads_there(where):
        where = " ".join(["in", *where.split()[1:]])
    words = [_phrase(whole), told, where or ""]
    return _cut(" ".join(word for word in words if word))


def _around(count: Count) -> str:
    """Return the words around a number, up to the marks on either side."""
    text, span = count.article.text, count.span
    before = STOP.split(text[max(0, span.start - BESIDE) : span.start])[-1]
    after = STOP.split(text[span.end : span.end + BESIDE])[0]
    if len(before) == BESIDE:
        before = before.split(" ", 1)[-1]
    if len(after) == BESIDE:
        after = after.rsplit(" ", 1)[0]
    return " ".join(f"{before}{span.text}{after}".split()).rstrip(".")


def is_clear(counts: Sequence[Count]) -> bool:
    """Return whether a figure can be told by its label: more than a noun."""
    return is_told(counts[0].relation) or _says_more(counts[0])


def _says_more(count: Count) -> bool:
    """Return whether the words of an account say more than what is counted."""
    return len(_as_told(count).split()) > len(_bare(count).split())


def _as_told(count: Count) -> str:
    """Return the words of an account from what is counted on, to the end of the clause that tells of it."""
    counted = count.quantity.counted
    if counted is None and count.told.clause is not None:
        return _cut(count.article.text[count.span.end : count.told.clause.end].strip(" ,;:."))
    if counted is None or counted.span.start < count.span.start:
        return _cut(_bare(count))
    ends = [counted.span.end, *(words.end for words in counted.modifiers)]
    ends += [] if count.told.clause is None or count.told.clause.end < counted.span.end else [count.told.clause.end]
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
    if not verb or (count.relation == THERE and not leads_somewhere(verb) and where is not None):
        return ""
    if count.relation == THERE and where is not None and not leads_there(where):
        return ""
    if count.told.role == "agent":
        return f"{'who' if is_act(count.relation) else 'that'} {_form(verb, 'VBD')}"
    return _form(verb, "VBN")


def _form(verb: str, tag: str) -> str:
    forms = getInflection(verb, tag)
    return forms[0] if forms else verb


def _cut(words: str) -> str:
    return cut(" ".join(words.split()), LONGEST)
