"""Tests of ``rashomon.annotate.speech_acts``: when a verb of saying tells of something done."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from tests.annotate.marked import Told, attributed

Parse = Callable[..., Doc]
ByHand = Callable[[Doc], Told]

HOLM = "Holm/NNP/nsubj/2"


def acts(by_hand: ByHand, doc: Doc, cue: int, content: tuple[int, int], label: str = "REPORTING") -> list[str]:
    """Return the triggers of the events of a document in which a verb brings in what someone says."""
    doc.spans["events"] = [Tokens(doc, cue, cue + 1, label=label)]
    doc.spans["events"][0]._.status = "happened"
    attributed(doc, (cue, cue + 1), content, (cue - 1, cue))
    return [event.trigger.text for event in by_hand(doc).annotation.reading.events]


@pytest.mark.parametrize(
    ("sentence", "is_act"),
    [
        (f"{HOLM} demanded/VBD/root/0/demand that/IN/mark/5 Vesk/NNP/nsubj/5 leave/VB/ccomp/2", True),
        (f"{HOLM} announced/VBD/root/0/announce that/IN/mark/5 Vesk/NNP/nsubj/5 left/VBD/ccomp/2/leave", True),
        (f"{HOLM} said/VBD/root/0/say that/IN/mark/5 Vesk/NNP/nsubj/5 left/VBD/ccomp/2/leave", False),
        (f"{HOLM} noted/VBD/root/0/note that/IN/mark/5 Vesk/NNP/nsubj/5 left/VBD/ccomp/2/leave", False),
        (f"{HOLM} urged/VBD/root/0/urge Vesk/NNP/obj/2 to/TO/mark/5 leave/VB/xcomp/2", True),
        (f"{HOLM} agreed/VBD/root/0/agree to/TO/mark/4 leave/VB/xcomp/2", True),
        (f"{HOLM} agreed/VBD/root/0/agree that/IN/mark/5 Vesk/NNP/nsubj/5 left/VBD/ccomp/2/leave", False),
        (f"{HOLM} ordered/VBD/root/0/order guards/NNS/obj/2/guard to/TO/mark/5 leave/VB/xcomp/2", True),
        (f"{HOLM} asked/VBD/root/0/ask not/RB/advmod/6 to/TO/mark/6 be/VB/aux:pass/6 named/VBN/xcomp/2/name", False),
        (f"{HOLM} warned/VBD/root/0/warn farmers/NNS/obj/2/farmer of/IN/case/5 frost/NN/obl/2", True),
        (f"{HOLM} warned/VBD/root/0/warn that/IN/mark/5 farmers/NNS/nsubj/5 leave/VBP/ccomp/2", False),
        (f"{HOLM} called/VBD/root/0/call for/IN/case/5 an/DT/det/5 inquiry/NN/obl/2", True),
        (f"{HOLM} called/VBD/root/0/call the/DT/det/4 pact/NN/obj/2 absurd/JJ/xcomp/2", False),
        (f"{HOLM} ruled/VBD/root/0/rule that/IN/mark/5 Vesk/NNP/nsubj/5 lied/VBD/ccomp/2/lie", True),
    ],
)
def test_an_act_has_what_its_verb_needs(by_hand: ByHand, parse: Parse, sentence: str, is_act: bool) -> None:
    doc = parse(sentence)
    assert bool(acts(by_hand, doc, 1, (2, len(doc)))) == is_act


@pytest.mark.parametrize(("day", "is_act"), [(True, True), (False, False)])
def test_a_denial_is_an_act_of_its_day(by_hand: ByHand, parse: Parse, day: bool, is_act: bool) -> None:
    doc = parse(
        f"{HOLM} denied/VBD/root/0/deny on/IN/case/4 Friday/NNP/obl/2 that/IN/mark/7 Vesk/NNP/nsubj/7"
        " lied/VBD/ccomp/2/lie"
    )
    doc.spans["times"] = [Tokens(doc, 3, 4, label="DATE")] if day else []
    assert bool(acts(by_hand, doc, 1, (4, 7))) == is_act


@pytest.mark.parametrize(
    "sentence",
    [
        "Holm/NNP/nsubj/2 demands/VBZ/root/0/demand that/IN/mark/5 Vesk/NNP/nsubj/5 leave/VB/ccomp/2",
        (
            "as/IN/mark/3 Holm/NNP/nsubj/3 demanded/VBD/advcl/8/demand that/IN/mark/6 Vesk/NNP/nsubj/6"
            " leave/VB/ccomp/3 guards/NNS/nsubj/8 left/VBD/root/0/leave"
        ),
        "memo/NN/nsubj/2 demanded/VBD/root/0/demand that/IN/mark/5 Vesk/NNP/nsubj/5 leave/VB/ccomp/2",
        (
            "Holm/NNP/nsubj/4 has/VBZ/aux/4/have long/RB/advmod/4 demanded/VBN/root/0/demand that/IN/mark/7"
            " Vesk/NNP/nsubj/7 leave/VB/ccomp/4"
        ),
        (
            "Holm/NNP/nsubj/4 has/VBZ/aux/4/have never/RB/advmod/4 demanded/VBN/root/0/demand that/IN/mark/7"
            " Vesk/NNP/nsubj/7 leave/VB/ccomp/4"
        ),
        (
            "“/``/punct/2 Holm/NNP/nsubj/3 demanded/VBD/root/0/demand that/IN/mark/6 Vesk/NNP/nsubj/6"
            " leave/VB/ccomp/3 ”/''/punct/3"
        ),
    ],
    ids=["holds", "aside", "thing", "habit", "not", "quoted"],
)
def test_what_is_no_act_of_someone_on_a_day(by_hand: ByHand, parse: Parse, sentence: str) -> None:
    doc = parse(sentence)
    cue = next(token.i for token in doc if token.lemma_ == "demand")
    assert acts(by_hand, doc, cue, (cue + 1, cue + 4)) == []


def test_nobody_acts_on_himself_by_name(by_hand: ByHand, parse: Parse) -> None:
    doc = parse(f"{HOLM} accused/VBD/root/0/accuse Holm/NNP/obj/2 of/IN/mark/5 lying/VBG/advcl/2/lie")
    assert acts(by_hand, doc, 1, (2, 5)) == []


def test_a_verb_that_brings_in_a_quotation_is_no_act(by_hand: ByHand, parse: Parse) -> None:
    doc = parse("“/``/punct/3 Leave/VB/ccomp/5 ”/''/punct/3 Holm/NNP/nsubj/5 demanded/VBD/root/0/demand")
    assert acts(by_hand, doc, 4, (0, 3)) == []


@pytest.mark.parametrize("verb", ["has/VBZ/aux/3/have demanded/VBN", "is/VBZ/aux/3/be demanding/VBG"])
def test_the_perfect_and_the_progressive_tell_of_acts(by_hand: ByHand, parse: Parse, verb: str) -> None:
    doc = parse(f"Holm/NNP/nsubj/3 {verb}/root/0/demand that/IN/mark/6 Vesk/NNP/nsubj/6 leave/VB/ccomp/3")
    assert acts(by_hand, doc, 2, (3, 6)) == [doc[2].text]


CALLED = f"{HOLM} called/VBD/root/0/call on/IN/case/4 Vesk/NNP/obl/2 to/TO/mark/6 leave/VB/advcl/2"


def test_whom_one_calls_on_is_to_do_it(by_hand: ByHand, parse: Parse) -> None:
    doc = parse(CALLED)
    doc.spans["events"] = [Tokens(doc, place, place + 1, label="OCCURRENCE") for place in (1, 5)]
    for trigger, status in zip(doc.spans["events"], ("happened", "planned"), strict=True):
        trigger._.status = status
    attributed(doc, (1, 3), (3, 6), (0, 1))
    told = by_hand(doc)
    roles = {
        trigger: [(actor.role, actor.span.text) for actor in told.event(trigger).actors]
        for trigger in ("called", "leave")
    }
    assert roles == {"called": [("agent", "Holm"), ("patient", "Vesk")], "leave": [("agent", "Vesk")]}


def test_the_clause_of_a_call_has_what_it_is_for(by_hand: ByHand, parse: Parse) -> None:
    doc = parse(CALLED)
    doc.spans["events"] = [Tokens(doc, 1, 2, label="OCCURRENCE")]
    attributed(doc, (1, 3), (3, 6), (0, 1))
    assert by_hand(doc).event("called").clause.text == "Holm called on Vesk to leave"


def test_an_act_is_told_by_who_tells_it_and_not_by_who_does_it(told: Callable[..., Told]) -> None:
    found = told("The mayor of Ferrel announced on Monday that the bridge would close.")
    event = found.event("announced")
    assert (event.claim, event.status, event.time is not None) == (None, "happened", True)


def test_another_noun_does_not_take_up_an_act(told: Callable[..., Told]) -> None:
    found = told("The mayor announced on Monday that he would fight it. The declaration was welcomed by farmers.")
    assert found.event("announced").kind == "announce"
    assert found.event("declaration").takes_up is None
