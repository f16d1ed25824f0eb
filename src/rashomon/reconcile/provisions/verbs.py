"""The verbs by which a measure provides something, with their auxiliaries and what must stand behind them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.languages.denials import denial_words
from rashomon.languages.provision_words import Form, verb_forms, words_of
from rashomon.languages.stances import stances
from rashomon.reconcile.provisions.wording import Wording

OBJECT = 4
"""Words behind a verb that may say that it brings about nothing of the kind."""
ACTOR = 12
"""Words behind a verb among which the infinitive stands, or before the modal verb of a clause."""
GAP = 9
"""Words between a measure and the clause that hangs on it: "the bill passed by the house would"."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of a measure: the places of its first auxiliary and of itself."""

    first: int
    place: int
    lemma: str


def verb_at(sentence: Wording, first: int, form: Form | None = None) -> Verb | None:
    """Return the verb that begins at a word, with its auxiliaries, if what it brings about is a provision.

    ``form``: that one without auxiliaries; else what follows from these: "bans", "would ban", "would have banned".
    """
    place = first
    modal = form is None and sentence.lower(place) in words_of("phrases", "modals")
    place += modal
    perfect = False
    while form is None and sentence.lower(place) in words_of("phrases", "adverbs"):
        perfect = perfect or sentence.lower(place) == "have"
        place += 1
    if perfect and not modal:
        return None
    wanted: Form = form or ("past" if perfect else "base" if modal else "present")
    for lemma, known in verb_forms().get(sentence.lower(place), ()):
        if known == wanted and (modal or not _needs_modal(lemma)) and _has_object(sentence, place, lemma):
            return Verb(first=first, place=place, lemma=lemma)
    return None


def main_verb(sentence: Wording, last: int) -> Verb | None:
    """Return the verb of a measure that ends at a word, past what is told of the measure between them."""
    verb = verb_at(sentence, last + 1)
    if verb is not None or last + 1 >= len(sentence.words):
        return verb
    if "," in sentence.words[last + 1].before:
        return _behind_commas(sentence, last + 1)
    if sentence.lower(last + 1) in words_of("phrases", "complements"):
        return _behind_complement(sentence, last + 2)
    return None


def is_certain(verb: Verb) -> bool:
    """Return whether nothing but a measure does so."""
    return verb.lemma in words_of("verbs", "certain")


def states(sentence: Wording, verb: Verb) -> bool:
    """Return whether what a verb brings about is told in a clause of its own: "provides that"."""
    if verb.lemma not in words_of("verbs", "stating"):
        return False
    return verb.lemma not in words_of("verbs", "ruling") or sentence.lower(verb.place + 1) in {"that", "if"}


def has_to(sentence: Wording, place: int) -> bool:
    """Return whether a word says that someone has to do something, or may: "shall", "are obliged"."""
    word = sentence.lower(place)
    if word in words_of("verbs", "having"):
        behind = sentence.lower(place + 1)
        return behind == "to" or any(form == "past" for _, form in verb_forms().get(behind, ()))
    return word in words_of("verbs", "modal")


def says(sentence: Wording, first: int, end: int) -> bool:
    """Return whether words from one place to another tell that someone says something."""
    return any(
        _reports(sentence.lower(place)) and not _stands_for_noun(sentence.lower(place - 1))
        for place in range(first, min(end, len(sentence.words)))
    )


def _reports(word: str) -> bool:
    """Return whether a written word, lower case, may be one of saying."""
    if word in denial_words("told"):
        return True
    forms = (word, *(word.removesuffix(end) for end in ("s", "ed", "d", "es") if word.endswith(end)))
    return any(form in stances() for form in forms)


def _stands_for_noun(before: str) -> bool:
    """Return whether behind a word stands a noun, as "state" in "a first for the state"."""
    kinds = ("definite", "indefinite", "prepositions")
    return any(before in words_of("phrases", kind) for kind in kinds)


def _needs_modal(lemma: str) -> bool:
    return lemma in words_of("verbs", "doing") or lemma in words_of("verbs", "keeping")


def _behind_commas(sentence: Wording, first: int) -> Verb | None:
    """Return the verb behind what two commas set off, unless that says who says so."""
    for place in range(first + 1, len(sentence.words)):
        if "," in sentence.words[place].before:
            verb = None if says(sentence, first, place) else verb_at(sentence, place)
            if verb is not None or not sentence.lower(place).isdecimal():
                return verb
    return None


def _behind_complement(sentence: Wording, first: int) -> Verb | None:
    for place in range(first, min(first + GAP, len(sentence.words))):
        if not sentence.joined(place):
            return None
        verb = verb_at(sentence, place)
        if verb is not None or says(sentence, place, place + 1):
            return verb
    return None


def _has_object(sentence: Wording, place: int, lemma: str) -> bool:
    """Return whether a verb stands before what it provides: who has to do what, a new value, a clause."""
    behind = [word.lower for word in sentence.words[place + 1 : place + 1 + ACTOR]]
    if not behind or any(word in words_of("verbs", "empty") for word in behind[:OBJECT]):
        return False
    kind = next((kind for kind in OBJECTS if lemma in words_of("verbs", kind)), None)
    return OBJECTS[kind](behind) if kind is not None else _is_thing(behind)


def _is_thing(behind: Sequence[str]) -> bool:
    return behind[0] not in words_of("phrases", "prepositions")


def _has_value(behind: Sequence[str]) -> bool:
    return any(one == "to" and other[:1].isdecimal() for one, other in pairwise(behind))


def _has_power(behind: Sequence[str]) -> bool:
    return _is_thing(behind) and any(word in words_of("verbs", "given") for word in behind)


def _is_set_aside(behind: Sequence[str]) -> bool:
    return behind[0] in {"for", "that", "if"} or behind[0][:1].isdecimal()


OBJECTS: Mapping[str, Callable[[Sequence[str]], bool]] = {
    "setting": _has_value,
    "giving": _has_power,
    "opening": lambda behind: "to" in behind and _is_thing(behind),
    "providing": _is_set_aside,
    "allowing": lambda behind: behind[0] == "for" or _is_thing(behind),
    "binding": lambda behind: "to" in behind and _is_thing(behind),
    "keeping": lambda behind: "from" in behind,
    "stating": lambda _: True,
}
"""What has to stand behind the verbs of a kind, by the first that a verb is of; behind others no preposition."""
