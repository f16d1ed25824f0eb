"""How real an event is told to be: happened, going on, planned, possible, denied."""

from collections.abc import Container

from spacy.tokens import Token

from rashomon.annotate.stances import IF
from rashomon.languages.event_words import brings_to_nothing, takes_for_granted
from rashomon.languages.stances import stances
from rashomon.records.findings import Stance, Status

BEFORE = frozenset({"before", "until", "once"})
PERFECT = frozenset({"has", "have", "'ve", "’ve"})
NOT = frozenset({"not", "n't", "n’t", "never"})
ONLY = frozenset({"only", "just", "merely", "simply"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
TO_COME = frozenset(
    {"upcoming", "next", "planned", "proposed", "possible", "potential", "coming", "future", "scheduled"}
)
FINITE = frozenset({"VBD", "VBN", "VBG", "VBZ", "VBP"})
REAL = frozenset({"happened", "ongoing"})
CLAUSES = frozenset({"ccomp", "xcomp", "conj", "csubj", "parataxis"})
"""Relations through which a clause is what is said, or a part of it."""
OF_NOUNS = frozenset({"acl", "ccomp"})
SAYING: frozenset[Stance] = frozenset({"assert", "accuse", "criticise", "think", "confirm"})
"""Stances whose words bring in what is or was; a demand or a promise does not."""
OBJECTS = frozenset({"obj", "obl", "nsubj:pass"})


def is_denied(trigger: Token, cue: Container[int]) -> bool:
    """Return whether an event is what a speaker denies with a cue, given the places of the cue's tokens.

    It is when the words between are clauses of what is said, or nouns of saying: "denied that he had met her",
    "rejected claims that he met her"; so is a bare noun, as in "denied collusion". What only tells more of something
    else is not denied: "rejected a plan that she had made", "refused to leave before the vote".
    """
    word = trigger
    if word.pos_ == "NOUN":
        return word.dep_ in OBJECTS and word.head.i in cue and not _is_definite(word) and not is_saying(word)
    while word.i not in cue:
        above = word.head
        if above.i == word.i or not (_is_said(word) or _says(word, trigger)):
            return False
        word = above
    return True


def _is_said(clause: Token) -> bool:
    """Return whether a clause is what the word above says, or a part of it; "that" makes one so, however it hangs."""
    that = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
    if clause.head.pos_ == "NOUN":
        return (that or clause.dep_ in OF_NOUNS) and is_saying(clause.head)
    return that or clause.dep_ in CLAUSES or (clause.dep_ == "obj" and clause.tag_ == "VBG")


def _says(word: Token, trigger: Token) -> bool:
    """Return whether a word that stands between an event and a cue only says it: "disputed reports", "that said"."""
    between = word.dep_ in OBJECTS if word.pos_ == "NOUN" else word.dep_ == "acl:relcl"
    return between and word.i != trigger.i and is_saying(word)


def is_saying(word: Token) -> bool:
    """Return whether a word brings in what someone says is or was: "claims", "report", "said"."""
    return stances().get(word.lemma_.lower()) in SAYING


def status_of(trigger: Token, told: Status, *, denied: bool) -> Status:
    """Return how real an event is, given how the model has marked it and whether it is what a speaker denies.

    On a condition it is possible, and what a speaker denies is denied. What one refused or failed to do is denied too,
    and so is what was done without. "Not only" denies nothing; what someone is not to do has neither happened nor is it
    denied; what something else comes before ("before Ormelia has ratified it") is still to come; and a definite noun
    ("override the veto") is of something that was, whatever becomes of it.
    """
    marks = {child.lower_ for child in trigger.children if child.dep_ == "mark"}
    if marks & IF:
        return "possible"
    if "without" in marks:
        return "denied"
    if marks & BEFORE and any(child.lower_ in PERFECT for child in trigger.children):
        return "planned"
    above = trigger.head
    if trigger.dep_ == "xcomp" and brings_to_nothing(above.lemma_.lower()) and above.tag_ in FINITE:
        return "denied"
    if trigger.pos_ == "NOUN":
        told = _of_noun(trigger, told)
    told = _negated(trigger, told)
    return "denied" if denied and told in REAL else told


def _of_noun(noun: Token, told: Status) -> Status:
    """Return how real what a noun tells of is: one that is definite is there to be denied, or undone."""
    if not _is_definite(noun) or any(child.lower_ in TO_COME for child in noun.children if child.i < noun.i):
        return told
    granted = noun.dep_ in {"obj", "nsubj:pass"} and takes_for_granted(noun.head.lemma_.lower())
    return "happened" if told == "denied" or (told in {"planned", "possible"} and granted) else told


def _is_definite(noun: Token) -> bool:
    owned = any(child.dep_ == "nmod:poss" for child in noun.children)
    return owned or any(child.lower_ in DEFINITE for child in noun.children if child.i < noun.i)


def _negated(trigger: Token, told: Status) -> Status:
    """Return how real it is by the word of negation that stands before it, whatever the model has seen."""
    not_ = next((child for child in trigger.children if child.lower_ in NOT and child.i < trigger.i), None)
    if not_ is None or not_.dep_ != "advmod":
        return told
    after = not_.nbor(1).lower_
    if after in ONLY:
        return ("ongoing" if trigger.tag_ == "VBG" else "happened") if told == "denied" else told
    if told == "denied" and trigger.tag_ == "VB" and not_.lower_ == "not" and after == "to":
        return "possible"
    return "denied" if told in REAL else told
