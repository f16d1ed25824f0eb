"""Tests of ``rashomon.annotate.attributions``: what the parse shows where the model marks nothing."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon.annotate.attributions import attributions
from rashomon.annotate.document import document
from rashomon.records import Article
from tests.annotate.marked import Told, attributed

Parse = Callable[..., Doc]
SAID = "Kessel/NNP/nsubj/2 claimed/VBD/root/0/claim that/IN/mark/5 it/PRP/nsubj/5 fell/VBD/ccomp/2/fall ././punct/2"


def found_in(doc: Doc, article_of: Callable[..., Article]) -> list[tuple[str, str, str]]:
    """Return source, cue and content of the attributions of a text that was parsed by hand."""
    found = attributions(document(article_of(doc.text), doc))
    return [(one.source.text if one.source else "", one.cue.text, one.contents[0].text) for one in found]


def test_a_verb_of_saying_with_a_subject_and_a_clause(parse: Parse, article_of: Callable[..., Article]) -> None:
    assert found_in(parse(SAID), article_of) == [("Kessel", "claimed", "that it fell")]


BEHIND = "It/PRP/nsubj/2 fell/VBD/{}/6/fall {} the/DT/det/5 mayor/NN/nsubj/6 {} ././punct/6"


def test_who_says_it_may_stand_behind_what_is_said(parse: Parse, article_of: Callable[..., Article]) -> None:
    doc = parse(BEHIND.format("ccomp", ",/,/punct/2", "said/VBD/root/0/say"))
    assert found_in(doc, article_of) == [("the mayor", "said", "It fell")]


def test_according_to_somebody_stands_behind_what_is_told(parse: Parse, article_of: Callable[..., Article]) -> None:
    doc = parse(
        "It/PRP/nsubj/2 fell/VBD/root/0/fall ,/,/punct/7 according/VBG/case/7 to/IN/fixed/4 the/DT/det/7 "
        "mayor/NN/obl/2 ././punct/2"
    )
    assert found_in(doc, article_of) == [("the mayor", "according to", "It fell")]


@pytest.mark.parametrize(
    ("relation", "comma", "verb"),
    [
        ("advcl", ",/,/punct/2", "said/VBD/root/0/say"),
        ("ccomp", "as/IN/mark/6", "said/VBD/root/0/say"),
        ("ccomp", ",/,/punct/2", "left/VBD/root/0/leave"),
    ],
)
def test_what_stands_before_a_verb_is_not_always_said(
    parse: Parse, article_of: Callable[..., Article], relation: str, comma: str, verb: str
) -> None:
    assert found_in(parse(BEHIND.format(relation, comma, verb)), article_of) == []


def test_a_clause_without_that_is_left_to_the_model(parse: Parse, article_of: Callable[..., Article]) -> None:
    doc = parse("Kessel/NNP/nsubj/2 claimed/VBD/root/0/claim it/PRP/nsubj/4 fell/VBD/ccomp/2/fall ././punct/2")
    assert found_in(doc, article_of) == []


def test_what_shows_something_says_nothing(parse: Parse, article_of: Callable[..., Article]) -> None:
    doc = parse(
        "Figures/NNS/nsubj/2 show/VBP/root/0/show that/IN/mark/5 it/PRP/nsubj/5 fell/VBD/ccomp/2/fall ././punct/2"
    )
    assert found_in(doc, article_of) == []


def test_who_is_quoted_as_saying_speaks(told: Callable[..., Told]) -> None:
    claims = told(
        "The weir of Ferrel fell on Monday.",
        "The news agency Vesper Wire quoted the Water Ministry as saying on Tuesday that the weir had been sound.",
    ).annotation.claims
    speakers = {claim.speaker.span.text: [link.role for link in claim.chain] for claim in claims if claim.speaker.span}
    assert speakers["the Water Ministry"] == ["agency", "speaker"]


def test_a_cue_holds_its_auxiliaries_and_negation(parse: Parse, article_of: Callable[..., Article]) -> None:
    doc = parse(
        "Kessel/NNP/nsubj/4 did/VBD/aux/4/do not/RB/advmod/4 say/VB/root/0 that/IN/mark/7 it/PRP/nsubj/7 "
        "fell/VBD/ccomp/4/fall ././punct/4"
    )
    assert found_in(doc, article_of) == [("Kessel", "did not say", "that it fell")]


def test_what_is_neither_confirmed_nor_denied_may_be_a_thing(parse: Parse, article_of: Callable[..., Article]) -> None:
    doc = parse(
        "Kessel/NNP/nsubj/3 neither/CC/cc:preconj/3 confirmed/VBD/root/0/confirm nor/CC/cc/5 denied/VBD/conj/3/deny "
        "the/DT/det/7 report/NN/obj/5 ././punct/3"
    )
    assert found_in(doc, article_of) == [("Kessel", "neither confirmed nor denied", "the report")]


def test_the_neither_before_a_cue_belongs_to_it(parse: Parse, article_of: Callable[..., Article]) -> None:
    doc = parse(
        "Kessel/NNP/nsubj/3 neither/CC/cc:preconj/3 confirmed/VBD/root/0/confirm nor/CC/cc/5 denied/VBD/conj/3/deny "
        "the/DT/det/7 report/NN/obj/5 ././punct/3"
    )
    attributed(doc, (2, 5), (5, 7), (0, 1))
    assert found_in(doc, article_of) == [("Kessel", "neither confirmed nor denied", "the report")]


def test_who_neither_confirms_nor_denies_declines(told: Callable[..., Told]) -> None:
    found = told("Anna Kessel neither confirmed nor denied that the weir had fallen. The mayor of Ferrel left early.")
    claim = found.claim("had fallen")
    assert (claim.stance, claim.cue.text) == ("decline", "neither confirmed nor denied")
