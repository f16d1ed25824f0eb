"""Tests of ``rashomon.annotate.stances``: what a speaker does, from the words that report it."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon.annotate.stances import stance
from rashomon.model.language import Attribution
from rashomon.records.findings import Stance
from tests.annotate.marked import Told, attributed

Parse = Callable[..., Doc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Kessel announced that the ferry would stop in May.", "assert"),
        ("“The dam is safe,” Anna Kessel insisted.", "assert"),
        ("The ministry confirmed that two soldiers had died.", "confirm"),
        ("Engineers estimated that the repairs would cost nine million crowns.", "estimate"),
        ("The bank predicted that prices would rise next year.", "predict"),
        ("Anna Kessel promised to rebuild the bridge before winter.", "promise"),
        ("The minister vowed that the killers would be found.", "promise"),
        ("The union demanded that the mill pay its workers.", "demand"),
        ("The police warned that the road was dangerous.", "warn"),
        ("Anna Kessel accused the council of hiding the report.", "accuse"),
        ("The company denied that it had paid the judge.", "deny"),
        ("Peter Holm doubted that the dam would hold.", "doubt"),
        ("Peter Holm does not believe that the tax will fall.", "doubt"),
        ("Anna Kessel did not deny that the money was missing.", "decline"),
        ("The ministry refused to comment on the report.", "decline"),
        ("A spokesman declined to say how many people were hurt.", "decline"),
        ("Anna Kessel criticised the decision to close the school.", "criticise"),
        ("Reporters asked whether the tunnel was safe.", "ask"),
        ("Farmers believe that the river is poisoned.", "think"),
    ],
)
def test_a_plain_sentence_tells_what_the_speaker_does(told: Callable[..., Told], text: str, expected: Stance) -> None:
    assert [claim.stance for claim in told(text).annotation.claims] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The council voted to close the school.",
        "Peter Holm signed the contract in Ferrel.",
        "Peter Holm will say on Monday that he is leaving.",
        "If Anna Kessel says that the bridge is safe, the trains will run.",
    ],
)
def test_an_act_that_reports_nothing_or_is_still_to_come_makes_no_claim(told: Callable[..., Told], text: str) -> None:
    assert told(text).annotation.claims == ()


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("say", "assert"),
        ("report", "assert"),
        ("confirm", "confirm"),
        ("estimate", "estimate"),
        ("predict", "predict"),
        ("promise", "promise"),
        ("demand", "demand"),
        ("warn", "warn"),
        ("accuse", "accuse"),
        ("deny", "deny"),
        ("doubt", "doubt"),
        ("praise", "praise"),
        ("criticise", "criticise"),
        ("ask", "ask"),
        ("think", "think"),
        ("vote", None),
        ("sign", None),
    ],
)
def test_the_lemma_of_the_cue_tells_the_stance(parse: Parse, lemma: str, expected: Stance | None) -> None:
    doc = parse(f"Kessel/NNP/nsubj/2 {lemma}ed/VBD/root/0/{lemma} it/PRP/nsubj/4 fell/VBD/ccomp/2/fall ././punct/2")
    assert stance(attributed(doc, (1, 2), (2, 4), (0, 1)), direct=False) == expected


def cue_of(doc: Doc) -> Attribution:
    """Attribute "it fell", the last words before the full stop, to the first word; the cue is all between them."""
    last = len(doc) - 1
    return attributed(doc, (1, last - 2), (last - 2, last), (0, 1))


SAYING = "Kessel/NNP/nsubj/{0} {1} it/PRP/nsubj/{2} fell/VBD/ccomp/{0}/fall ././punct/{0}"


@pytest.mark.parametrize(
    ("verbs", "expected"),
    [
        ("did/VBD/aux/4/do not/RB/advmod/4 say/VB/root/0", "decline"),
        ("did/VBD/aux/4/do not/RB/advmod/4 deny/VB/root/0", "decline"),
        ("did/VBD/aux/4/do n't/RB/advmod/4/not confirm/VB/root/0", "decline"),
        ("could/MD/aux/4 not/RB/advmod/4 confirm/VB/root/0", "decline"),
        ("does/VBZ/aux/4/do not/RB/advmod/4 think/VB/root/0", "doubt"),
        ("did/VBD/aux/4/do not/RB/advmod/4 praise/VB/root/0", None),
        ("did/VBD/aux/4/do not/RB/advmod/4 promise/VB/root/0", None),
        ("would/MD/aux/4 have/VB/aux/4 said/VBN/root/0/say", "assert"),
    ],
)
def test_what_a_speaker_does_not_do_is_left_open(parse: Parse, verbs: str, expected: Stance | None) -> None:
    doc = parse(SAYING.format(4, verbs, 6))
    assert stance(cue_of(doc), direct=False) == expected


def test_not_to_doubt_is_no_doubt(parse: Parse) -> None:
    doc = parse(SAYING.format(4, "does/VBZ/aux/4/do not/RB/advmod/4 doubt/VB/root/0", 6))
    assert stance(cue_of(doc), direct=False) != "doubt"


@pytest.mark.parametrize("auxiliary", ["will", "may", "might", "would", "should"])
def test_what_is_only_going_to_be_said_is_not_said(parse: Parse, auxiliary: str) -> None:
    doc = parse(SAYING.format(3, f"{auxiliary}/MD/aux/3 say/VB/root/0", 5))
    assert stance(cue_of(doc), direct=False) is None


@pytest.mark.parametrize("word", ["if", "unless", "whether"])
def test_what_is_said_on_a_condition_is_not_said(parse: Parse, word: str) -> None:
    doc = parse(
        f"{word}/IN/mark/3 Kessel/NNP/nsubj/3 says/VBZ/advcl/7/say it/PRP/nsubj/5 fell/VBD/ccomp/3/fall "
        "we/PRP/nsubj/7 go/VBP/root/0 ././punct/7"
    )
    assert stance(attributed(doc, (2, 3), (3, 5), (1, 2)), direct=False) is None


REFUSING = "Kessel/NNP/nsubj/2 {0}/VBD/root/0/{1} to/TO/mark/4 {2}/VB/xcomp/2 on/IN/case/6 it/PRP/obl/4 ././punct/2"


@pytest.mark.parametrize(
    ("form", "lemma", "verb", "expected"),
    [
        ("refused", "refuse", "comment", "decline"),
        ("declined", "decline", "say", "decline"),
        ("refused", "refuse", "confirm", "decline"),
        ("refused", "refuse", "leave", "deny"),
    ],
)
def test_to_refuse_to_speak_is_silence_and_to_refuse_to_act_is_none(
    parse: Parse, form: str, lemma: str, verb: str, expected: Stance
) -> None:
    doc = parse(REFUSING.format(form, lemma, verb))
    assert stance(attributed(doc, (1, 2), (2, 6), (0, 1)), direct=False) == expected


def test_a_cue_behind_a_refusal_is_silence(parse: Parse) -> None:
    doc = parse(REFUSING.format("refused", "refuse", "confirm"))
    assert stance(attributed(doc, (3, 4), (5, 6), (0, 1)), direct=False) == "decline"


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "expected"),
    [
        (
            "Kessel/NNP/nsubj/2 asked/VBD/root/0/ask them/PRP/obj/2 to/TO/mark/5 stay/VB/xcomp/2 ././punct/2",
            (1, 2),
            (3, 5),
            "demand",
        ),
        (
            "Kessel/NNP/nsubj/2 asked/VBD/root/0/ask whether/IN/mark/5 it/PRP/nsubj/5 fell/VBD/ccomp/2 ././punct/2",
            (1, 2),
            (2, 5),
            "ask",
        ),
        (
            "Kessel/NNP/nsubj/2 called/VBD/root/0/call for/IN/case/4 peace/NN/obl/2 ././punct/2",
            (1, 3),
            (3, 4),
            "demand",
        ),
    ],
)
def test_to_ask_for_an_act_is_to_demand_it(
    parse: Parse, sentence: str, cue: tuple[int, int], content: tuple[int, int], expected: Stance
) -> None:
    assert stance(attributed(parse(sentence), cue, content, (0, 1)), direct=False) == expected


def test_a_cue_that_is_no_reporting_word_brings_in_a_direct_quotation(parse: Parse) -> None:
    doc = parse("It/PRP/nsubj/2 fell/VBD/ccomp/4/fall Kessel/NNP/nsubj/4 laughed/VBD/root/0/laugh ././punct/4")
    attribution = attributed(doc, (3, 4), (0, 2), (2, 3))
    assert (stance(attribution, direct=True), stance(attribution, direct=False)) == ("assert", None)


def test_what_nobody_is_said_to_expect_is_no_claim(parse: Parse) -> None:
    doc = parse(
        "Rain/NN/nsubj:pass/3 is/VBZ/aux:pass/3/be expected/VBN/root/0/expect to/TO/mark/5 fall/VB/xcomp/3 ././punct/3"
    )
    assert stance(attributed(doc, (2, 3), (3, 5)), direct=False) is None


def test_what_a_speaker_rests_on_is_not_said(parse: Parse) -> None:
    doc = parse("Kessel/NNP/nsubj/2 spoke/VBD/root/0/speak citing/VBG/advcl/2/cite a/DT/det/5 report/NN/obj/3")
    assert stance(attributed(doc, (2, 3), (3, 5), (0, 1)), direct=False) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody/NN/nsubj/2 confirmed/VBD/root/0/confirm it/PRP/nsubj/4 fell/VBD/ccomp/2/fall",
        "No/DT/det/2 official/NN/nsubj/3 confirmed/VBD/root/0/confirm it/PRP/nsubj/5 fell/VBD/ccomp/3/fall",
    ],
)
def test_what_nobody_confirms_is_not_confirmed(parse: Parse, sentence: str) -> None:
    doc = parse(sentence)
    last = len(doc)
    attribution = attributed(doc, (last - 3, last - 2), (last - 2, last), (0, last - 3))
    assert stance(attribution, direct=False) != "confirm"
