"""Tests of ``rashomon.link.events.mentions``: what a clause says of an event, on sentences parsed by hand."""

import pytest
from spacy.language import Language

from rashomon.link.events.mentions import Mention, MentionReader
from tests.annotate.marked import parsed


def read(nlp: Language, sentence: str, trigger: int) -> Mention:
    """Return the mention of a trigger by its place."""
    (mention,) = MentionReader(nlp).read("a", parsed(nlp.vocab, sentence), [[trigger]]).mentions
    return mention


DENIAL = "He/PRP/nsubj/4 did/VBD/aux/4/do not/RB/advmod/4 sell/VB/root/0 guns/NNS/obj/4/gun"


@pytest.mark.parametrize(
    ("sentence", "trigger", "limited"),
    [
        (DENIAL, 3, False),
        ("He/PRP/nsubj/2 sold/VBD/ccomp/0/sell guns/NNS/obj/2/gun", 1, False),
        ("He/PRP/nsubj/4 will/MD/aux/4 not/RB/advmod/4 sell/VB/root/0 guns/NNS/obj/4/gun", 3, True),
        ("He/PRP/nsubj/2 refused/VBD/root/0/refuse to/TO/mark/4 sell/VB/xcomp/2", 3, True),
        ("not/RB/advmod/2 selling/VBG/csubj/4/sell is/VBZ/cop/4/be wise/JJ/root/0", 1, True),
        (f"{DENIAL} yet/RB/advmod/4", 3, True),
        (f"{DENIAL} before/IN/case/7 Friday/NNP/obl/4", 3, True),
        (f"{DENIAL} to/TO/mark/7 help/VB/advcl/4", 3, True),
    ],
)
def test_which_denials_are_of_less_than_that_it_happened(
    nlp: Language, sentence: str, trigger: int, limited: bool
) -> None:
    assert read(nlp, sentence, trigger).limited == limited


@pytest.mark.parametrize(
    ("objects", "nouns"),
    [
        ("old/JJ/amod/4 guns/NNS/obj/2/gun", {"gun"}),
        ("guns/NNS/obj/2/gun and/CC/cc/5 shells/NNS/conj/3/shell", {"gun", "shell"}),
        ("millions/NNS/obj/2/million of/IN/case/5 shells/NNS/nmod/3/shell", {"shell"}),
        ("it/PRP/obj/2", set()),
    ],
)
def test_nouns_for_what_is_done_to(nlp: Language, objects: str, nouns: set[str]) -> None:
    assert read(nlp, f"He/PRP/nsubj/2 sold/VBD/root/0/sell {objects}", 1).objects == nouns
