"""The clauses of a sentence that tell what a measure provides."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.languages.provision_words import condition_openers, into_force, verb_forms, words_of
from rashomon.reconcile.provisions.extents import closed, end_of, is_spoken, is_torn, lists_on
from rashomon.reconcile.provisions.measures import Phrase
from rashomon.reconcile.provisions.verbs import (
    ACTOR,
    GAP,
    Verb,
    has_to,
    is_certain,
    main_verb,
    says,
    states,
    verb_at,
)
from rashomon.reconcile.provisions.wording import Wording
from rashomon.text import Range

BACK = 8
"""Words behind "takes effect" that may mean the clause before: "on the same day"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that tells a provision: its characters, where its verb stands, the condition before it."""

    range: Range
    verb: int
    condition: Range | None = None


def clauses_of(sentence: Wording, phrase: Phrase) -> Iterator[Clause]:
    """Yield the clauses of a sentence that tell what the measure provides that a phrase means."""
    if sentence.in_quotation(sentence.words[phrase.head].start) or sentence.text[sentence.range.end - 1] == "?":
        return
    if _is_ground(sentence, phrase):
        yield from _under(sentence, phrase)
        return
    if sentence.lower(phrase.first - 1) in words_of("phrases", "binders"):
        yield from _bound(sentence, phrase)
        return
    if _is_subject(sentence, phrase.first):
        verb = main_verb(sentence, phrase.last)
        if verb is not None:
            yield from _main(sentence, phrase.first, verb)
            return
        yield from _force(sentence, phrase.first, phrase.last)
    if phrase.kind != "ordinal":
        yield from _hanging(sentence, phrase.last)


def clauses_of_it(sentence: Wording, *, certain: bool) -> Iterator[Clause]:
    """Yield what "it" provides at the beginning of a sentence; ``certain``: only by verbs of nothing but a measure."""
    if sentence.lower(0) != "it" or sentence.in_quotation(sentence.words[0].start):
        return
    verb = verb_at(sentence, 1)
    if verb is not None and (not certain or is_certain(verb)):
        yield from _main(sentence, 0, verb)
    elif not certain:
        yield from _force(sentence, 0, 0)


def is_bound_by_it(sentence: Wording) -> bool:
    """Return whether "it" is told of somewhere by a verb that only a measure has."""
    places = (place for place, word in enumerate(sentence.words) if word.lower == "it")
    verbs = (verb_at(sentence, place + 1) for place in places)
    return any(verb is not None and is_certain(verb) for verb in verbs)


def _is_ground(sentence: Wording, phrase: Phrase) -> bool:
    before = phrase.first - 1
    return sentence.lower(before) in words_of("phrases", "grounds") and sentence.starts_clause(before)


def _is_subject(sentence: Wording, first: int) -> bool:
    return sentence.starts_clause(first) or sentence.lower(first - 1) in words_of("phrases", "clauses")


def _main(sentence: Wording, first: int, verb: Verb) -> Iterator[Clause]:
    """Yield a main clause from its subject on, and the next that goes on with "and it"."""
    start: int | None = sentence.words[first].start
    place = verb.place
    if states(sentence, verb):
        start, place = _stated(sentence, verb.place)
    end = end_of(sentence, place + 1, relative=False)
    if start is not None and not is_spoken(sentence, end) and not is_torn(sentence, verb.place, end):
        verb_start = sentence.words[verb.place].start
        yield Clause(Range(start, closed(sentence, end)), verb_start, _leading(sentence, first))
    if sentence.lower(end) in words_of("phrases", "clauses") and sentence.lower(end + 1) == "it":
        following = verb_at(sentence, end + 2)
        if following is not None:
            yield from _main(sentence, end + 1, following)


def _leading(sentence: Wording, first: int) -> Range | None:
    """Return the condition between the beginning of a sentence and a comma before a word; that it is passed is none."""
    before = sentence.words[:first]
    if not before or "," not in sentence.words[first].before:
        return None
    opener = condition_openers(of_force=False).match(sentence.text, before[0].start)
    if opener is None or any(word.lower in words_of("conditions", "taken") for word in before):
        return None
    return Range(before[0].start, before[-1].end)


def _under(sentence: Wording, phrase: Phrase) -> Iterator[Clause]:
    """Yield the main clause behind "under its third article"."""
    first: int | None = phrase.last + 1
    if sentence.lower(phrase.last + 1) in words_of("phrases", "relatives"):
        places = range(phrase.last + 2, len(sentence.words))
        first = next((place for place in places if "," in sentence.words[place].before), None)
    if first is not None and sentence.follows(first):
        yield from _so(sentence, phrase.first - 1, first)


def _so(sentence: Wording, lead: int, first: int) -> Iterator[Clause]:
    """Yield the clause that begins at a word and says who has to do something; ``lead``: the word that brings it in."""
    end = end_of(sentence, first, relative=False)
    inside = sentence.words[first:end]
    place = next((place for place in range(first, min(first + ACTOR, end)) if has_to(sentence, place)), None)
    force = into_force().search(sentence.text, inside[0].start, inside[-1].end)
    if force is not None:
        yield Clause(Range(sentence.words[lead].start, closed(sentence, end)), force.start())
    elif place is not None and not says(sentence, first, place) and not is_spoken(sentence, end):
        yield Clause(Range(inside[0].start, closed(sentence, end)), sentence.words[place].start)


def _bound(sentence: Wording, phrase: Phrase) -> Iterator[Clause]:
    """Yield the sentence that says who is bound by the measure to do something: "both are bound by the pact to"."""
    place = phrase.first - 2
    known = verb_forms().get(sentence.lower(place), ())
    binds = sentence.lower(place - 1) in words_of("verbs", "having") and any(form == "past" for _, form in known)
    if (
        not binds
        or sentence.lower(phrase.last + 1) != "to"
        or any("," in word.before for word in sentence.words[:place])
    ):
        return
    end = end_of(sentence, phrase.last + 1, relative=False)
    if not is_spoken(sentence, end) and not says(sentence, 0, place - 1):
        yield Clause(Range(sentence.words[0].start, closed(sentence, end)), sentence.words[place].start)


def _force(sentence: Wording, first: int, last: int) -> Iterator[Clause]:
    """Yield the clause that says how the measure comes into force."""
    place = last + 1
    while sentence.joined(place) and sentence.lower(place) in _auxiliaries():
        place += 1
    if not sentence.joined(place):
        return
    verb = sentence.words[place]
    if into_force().match(sentence.text, verb.start, sentence.range.end) is None:
        return
    end = end_of(sentence, place + 1, relative=False)
    back = any(word.lower in words_of("force", "same") for word in sentence.words[place : place + BACK])
    start = sentence.range.start if back else sentence.words[first].start
    hangs = sentence.lower(end - 1) in words_of("force", "back")
    torn = is_spoken(sentence, end) or is_torn(sentence, place, end)
    if (not hangs or start < sentence.words[first].start) and not torn:
        yield Clause(Range(start, closed(sentence, end)), verb.start)


def _hanging(sentence: Wording, last: int) -> Iterator[Clause]:
    """Yield the clause that hangs on a measure: "a bill that would", "legislation allowing", "a bill to let"."""
    for place in range(last + 1, min(last + GAP, len(sentence.words))):
        word = sentence.words[place]
        behind = place == last + 1
        named = sentence.lower(last + 1) in words_of("phrases", "partners") and word.lower == "which"
        if not behind and not sentence.joined(place) and not (named and "," in word.before):
            return
        verb = None
        if word.lower in words_of("phrases", "grounds") and sentence.lower(place + 1) in words_of(
            "phrases", "relatives"
        ):
            if place + 2 < len(sentence.words):
                yield from _so(sentence, place, place + 2)
            return
        if word.lower in words_of("phrases", "relatives"):
            verb = verb_at(sentence, place + 1)
            if verb is None:
                return
        elif sentence.joined(place) and (behind or sentence.lower(last + 1) in words_of("phrases", "complements")):
            verb = verb_at(sentence, place, form="participle")
            if verb is None and behind and word.lower == "to":
                verb = verb_at(sentence, place + 1, form="base")
        if verb is not None:
            yield from _of_verb(sentence, verb)
            return


def _of_verb(sentence: Wording, verb: Verb) -> Iterator[Clause]:
    """Yield the clause of a verb that hangs on a measure, if its first comma leaves it whole and it is its own."""
    end = end_of(sentence, verb.place + 1, relative=True)
    inside = {word.lower for word in sentence.words[verb.place + 1 : end]}
    relative = sentence.lower(verb.first - 1) in words_of("phrases", "relatives")
    goes_on = not relative and not inside.isdisjoint(words_of("phrases", "finite"))
    if not goes_on and not lists_on(sentence, end) and not states(sentence, verb) and not is_spoken(sentence, end):
        verb_start = sentence.words[verb.place].start
        yield Clause(Range(sentence.words[verb.first].start, closed(sentence, end)), verb_start)


def _stated(sentence: Wording, place: int) -> tuple[int | None, int]:
    """Return where the clause begins that is stated behind a verb, and the word before; None when it binds nobody."""
    if sentence.lower(place + 1) == "that":
        place += 1
    first = place + 1
    if first >= len(sentence.words):
        return None, place
    end = end_of(sentence, first, relative=False)
    inside = sentence.words[first:end]
    binds = any(has_to(sentence, at) for at in range(first, end))
    if not binds and into_force().search(sentence.text, inside[0].start, inside[-1].end) is None:
        return None, place
    return inside[0].start, place


def _auxiliaries() -> frozenset[str]:
    return words_of("phrases", "modals") | words_of("phrases", "adverbs")
