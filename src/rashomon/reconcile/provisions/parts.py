"""What is to be done, on which condition, on which legal basis: the parts of a clause that tells a provision."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.languages.provision_words import (
    basis_openers,
    condition_openers,
    into_force,
    measure_kind,
    numbered_part,
    words_of,
)
from rashomon.reconcile.provisions.wording import quoted
from rashomon.text import SPACE, WORD, Range, words

LOOSE = SPACE + ",;:–—-"
SHORTEST = 3
"""Words of what is to be done."""
LAST = 3
"""Words before a comma that can end a condition."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Where in an article the parts of a provision stand."""

    obligation: Range
    condition: Range | None
    basis: Range | None


def parted(text: str, clause: Range) -> Parts | None:
    """Return the parts of a clause of an article; None when next to nothing is to be done.

    The condition and the basis are left out of the obligation where they stand at one of its ends.
    """
    basis = _basis(text, clause)
    condition = _condition(text, clause, basis)
    found = [part for part in (condition, basis) if part is not None]
    rest = clause
    for _ in found:
        for part in found:
            rest = _without(text, rest, part)
    if clause in found or len(words(rest.of(text))) < SHORTEST:
        return None
    return Parts(obligation=rest, condition=condition, basis=basis)


def trimmed(text: str, start: int, end: int) -> Range:
    """Return a stretch without the space and the commas around it, and without half a pair of quotation marks."""
    while start < end and text[start] in LOOSE:
        start += 1
    while start < end and text[end - 1] in LOOSE:
        end -= 1
    stretch = text[start:end]
    if stretch.count("“") == 1 and stretch[0] == "“" and "”" not in stretch:
        start += 1
    if stretch.count("”") == 1 and stretch[-1] == "”" and "“" not in stretch:
        end -= 1
    return Range(start, end)


def _without(text: str, clause: Range, part: Range) -> Range:
    """Return a clause without a part at one of its ends, the clause itself where a quotation would be torn."""
    if trimmed(text, part.end, clause.end) == Range(clause.end, clause.end) or part.end >= clause.end:
        rest = trimmed(text, clause.start, part.start)
    elif trimmed(text, clause.start, part.start).start >= part.start:
        rest = trimmed(text, part.end, clause.end)
    else:
        return clause
    torn = rest.of(text)
    return clause if quoted(torn) or torn.count("”") > torn.count("“") or rest.start >= rest.end else rest


def _basis(text: str, clause: Range) -> Range | None:
    """Return the first phrase that names a law, or an article of one, behind words that bring in a basis."""
    for opener in basis_openers().finditer(text, clause.start, clause.end):
        end = _phrase_end(text, opener.end(), clause.end)
        if _names_law(text[opener.end() : end]):
            return Range(opener.start(), end)
    return None


def _phrase_end(text: str, start: int, end: int) -> int:
    """Return where a phrase ends: at a comma, or before a condition."""
    stops = [match.start() for match in condition_openers(of_force=False).finditer(text, start, end)]
    stops += [place for mark in ",;" if (place := text.find(mark, start, end)) >= 0]
    return trimmed(text, start, min([end, *stops])).end


def _names_law(phrase: str) -> bool:
    """Return whether a phrase names a law, or a part of one that it names; "the treaty" and "the law" name none."""
    said = [match.group() for match in WORD.finditer(phrase)]
    laws = [place for place, word in enumerate(said) if word.lower() in words_of("bases", "laws")]
    if not laws:
        return False
    if numbered_part().match(phrase) or any(said[place][0].isupper() for place in laws):
        return True
    first = laws[0]
    general = measure_kind(said[first].lower()) is None
    return general or (first > 0 and said[first - 1].lower() in words_of("bases", "general"))


def _condition(text: str, clause: Range, basis: Range | None) -> Range | None:
    """Return the first clause of condition, as far as the next comma that ends it."""
    of_force = into_force().search(text, clause.start, clause.end) is not None
    for opener in condition_openers(of_force=of_force).finditer(text, clause.start, clause.end):
        before = words(text[clause.start : opener.start()])
        if before and before[-1] in words_of("conditions", "never"):
            continue
        if basis is not None and basis.start <= opener.start() < basis.end:
            continue
        stop = basis.start if basis is not None and basis.start > opener.start() else clause.end
        leads = not before
        end = next(_ends(text, opener.start(), stop, leads=leads), stop)
        return trimmed(text, opener.start(), end)
    return None


def _ends(text: str, start: int, stop: int, *, leads: bool) -> Iterator[int]:
    """Yield the commas at which a condition can end: one that leads, before the clause that says what is to be done."""
    place = text.find(",", start, stop)
    while place >= 0:
        behind = words(text[place:stop])
        comma = text.find(",", place + 1, stop)
        until = words(text[place : comma if comma >= 0 else stop])
        long_enough = len(words(text[start:place])) >= LAST
        if not leads or (long_enough and behind and any(word in words_of("verbs", "modal") for word in until)):
            yield place
        place = comma
