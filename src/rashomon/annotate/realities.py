"""How real an event is told to be: happened, going on, planned, possible, denied."""

from spacy.tokens import Token

from rashomon.annotate.stances import IF
from rashomon.languages.event_words import brings_to_nothing, takes_for_granted
from rashomon.records.findings import Stance, Status

BEFORE = frozenset({"before", "until", "once"})
PERFECT = frozenset({"has", "have", "'ve", "’ve"})
ONLY = frozenset({"only", "just", "merely", "simply"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
TO_COME = frozenset(
    {"upcoming", "next", "planned", "proposed", "possible", "potential", "coming", "future", "scheduled"}
)
REAL = frozenset({"happened", "ongoing"})


def status_of(trigger: Token, told: Status, stance: Stance | None) -> Status:
    """Return how real an event is, given how the model has marked it and the stance of the claim that tells it.

    On a condition it is possible, and what a speaker denies is denied. What one refused or failed to do is denied too.
    "Not only" denies nothing; what someone is not to do has neither happened nor is it denied; what something else
    comes before ("before Ormelia has ratified it") is still to come; and a definite noun ("override the veto") is of
    something that was, whatever becomes of it.
    """
    marks = {child.lower_ for child in trigger.children if child.dep_ == "mark"}
    if marks & IF:
        return "possible"
    if marks & BEFORE and any(child.lower_ in PERFECT for child in trigger.children):
        return "planned"
    above = trigger.head
    if trigger.dep_ == "xcomp" and brings_to_nothing(above.lemma_.lower()) and above.tag_ in {"VBD", "VBN"}:
        return "denied"
    if trigger.pos_ == "NOUN":
        told = _of_noun(trigger, told)
    told = _without_only(trigger, told)
    return "denied" if stance == "deny" and told in REAL else told


def _of_noun(noun: Token, told: Status) -> Status:
    """Return how real what a noun tells of is: one that is definite is there to be denied, or undone."""
    before = {child.lower_ for child in noun.children if child.i < noun.i}
    definite = bool(before & DEFINITE) or any(child.dep_ == "nmod:poss" for child in noun.children)
    if not definite or before & TO_COME:
        return told
    granted = noun.dep_ in {"obj", "nsubj:pass"} and takes_for_granted(noun.head.lemma_.lower())
    return "happened" if told == "denied" or (told in {"planned", "possible"} and granted) else told


def _without_only(trigger: Token, told: Status) -> Status:
    not_ = next((child for child in trigger.children if child.lower_ == "not" and told == "denied"), None)
    if not_ is None or not_.i + 1 >= len(not_.doc):
        return told
    if not_.nbor(1).lower_ in ONLY:
        return "ongoing" if trigger.tag_ == "VBG" else "happened"
    return "possible" if trigger.tag_ == "VB" and not_.nbor(1).lower_ == "to" else told
