"""What the sentence around a time expression says of it: whether it looks back or ahead, and what stands before it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from spacy.tokens import Doc, Token

from rashomon.languages.time_words import tense_words

Tense = Literal["past", "future"]
PRESENT = frozenset({"VBZ", "VBP"})
CLIMB = 6
"""Words upwards in the parse among which the verb is looked for."""


class Told:
    """How real the events of a document are told to be; looked up when first asked for."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc

    @cached_property
    def reports(self) -> frozenset[int]:
        """The places of the words that report what somebody says."""
        return frozenset(span.start for span in self.doc.spans.get("events", ()) if span.label_ == "REPORTING")

    @cached_property
    def cues(self) -> Mapping[int, Token]:
        """The head of the cue by each word of what somebody is told to say."""
        attributions = self.doc._.attributions if self.doc.has_extension("attributions") else ()
        return {
            word.i: attribution.cue.root
            for attribution in attributions
            for content in attribution.contents
            for word in content
        }

    @cached_property
    def statuses(self) -> Mapping[int, str]:
        """The status of each event by the place of its trigger."""
        return {span.start: span._.status for span in self.doc.spans.get("events", ()) if span.has_extension("status")}


def tense_at(token: Token, preposition: str, told: Told) -> Tense | None:
    """Return whether the clause around ``token`` tells of what was or of what is to come; None when it doesn't say.

    The nearest verb above the word in the parse decides: its auxiliaries, its form, and what the model says of it. When
    that stands in what somebody says and the word does not, the verb of saying does.
    ``preposition`` is the word before the expression: "has until Friday" looks ahead, "had until Friday" back.
    """
    if preposition in tense_words("up_to") and token.dep_ != "compound":
        helpers = {child.lower_ for child in token.head.children if child.dep_.startswith("aux")}
        return "past" if token.head.tag_ == "VBD" or helpers & tense_words("long_past") else "future"
    if preposition == "for" and not {token.head.lemma_, token.head.head.lemma_}.isdisjoint(tense_words("set_for")):
        return "future"
    copula = next((child for child in token.children if child.dep_ == "cop"), None)
    if copula is not None:
        return _of_helpers(token) or _of_verb(copula, told)
    here = token
    for _ in range(CLIMB):
        if here.i != token.i:
            cue = told.cues.get(here.i) if token.i not in told.cues else None
            found = _of_word(here if cue is None else cue, token, told)
            if found is not None or cue is not None or here.head.i == here.i:
                return found
        here = here.head
    return None


def _of_word(word: Token, time: Token, told: Told) -> Tense | None:
    """Return what one word above a time says; None when the next one above is to be asked."""
    if word.pos_ in {"VERB", "AUX"}:
        return _of_verb(word, told)
    if word.lemma_.lower() in tense_words("due"):
        return "future"
    if time.dep_.startswith("nmod:poss") or time.dep_ == "compound":
        status = told.statuses.get(word.i)
        if status in {"happened", "planned"}:
            return "past" if status == "happened" else "future"
    copula = next((child for child in word.children if child.dep_ == "cop"), None)
    if copula is None:
        return None
    return _of_helpers(word) or _of_verb(copula, told)


def _of_helpers(verb: Token) -> Tense | None:
    helpers = {child.lower_ for child in verb.children if child.dep_.startswith("aux")}
    if helpers & tense_words("auxiliaries"):
        return "future"
    return "past" if helpers & tense_words("past") else None


def _of_verb(verb: Token, told: Told) -> Tense | None:
    tag, status = verb.tag_, told.statuses.get(verb.i)
    lemma = verb.lemma_.lower()
    if (lemma in tense_words("due") and tag != "VBD") or (lemma == "plan" and tag != "VBN"):
        return "future"
    helpers = _of_helpers(verb)
    if helpers is not None or tag == "VBD":
        return helpers or "past"
    if tag == "VB" or (tag == "VBN" and any(child.lower_ == "be" for child in verb.children)):
        return _of_infinitive(verb, status)
    if tag == "VBN":
        return None if status in {"planned", "possible"} else "past"
    if tag == "VBG":
        return _of_participle(verb, status)
    return "future" if status in {"ongoing", "planned", "possible"} else None


def _of_participle(verb: Token, status: str | None) -> Tense | None:
    """Return what "is choosing", "was choosing" or "choosing" says."""
    if status == "planned" or any(child.tag_ in PRESENT for child in verb.children if child.dep_ == "aux"):
        return "future"
    return "past" if status == "happened" else None


def _of_infinitive(verb: Token, status: str | None) -> Tense | None:
    head = verb.head
    if head.lower_ in tense_words("done"):
        return "past"
    if head.lemma_.lower() in tense_words("ahead") | {"be"} and verb.i > head.i:
        return "future"
    return "future" if status in {"planned", "possible"} and head.tag_ != "VBD" else None


def words_before(doc: Doc, place: int, count: int) -> list[Token]:
    """Return up to ``count`` tokens before the one at ``place``, the nearest first, without white space."""
    found: list[Token] = []
    while place > 0 and len(found) < count:
        place -= 1
        if not doc[place].is_space:
            found.append(doc[place])
    return found
