"""Tests of ``rashomon.annotate.said``: when a claim was made."""

from collections.abc import Callable
from datetime import date

import pytest
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from tests.annotate.marked import Told, attributed

Parse = Callable[..., Doc]
ByHand = Callable[[Doc], Told]

ON_DAY = (
    "Kessel/NNP/nsubj/2 said/VBD/root/0/say on/IN/case/4 {}/NNP/obl/2 that/IN/mark/7 it/PRP/nsubj/7 "
    "fell/VBD/ccomp/2/fall on/IN/case/9 {}/NNP/obl/7 ././punct/2"
)


def dated(doc: Doc, *places: int, label: str = "DATE") -> Doc:
    """Mark words as times."""
    doc.spans["times"] = [Tokens(doc, place, place + 1, label=label) for place in places]
    return doc


def test_the_day_beside_the_cue_is_when_it_was_said(by_hand: ByHand, parse: Parse) -> None:
    doc = dated(parse(ON_DAY.format("Monday", "Sunday")), 3, 8)
    attributed(doc, (1, 2), (4, 9), (0, 1))
    said = by_hand(doc).claim("fell").said
    assert said is not None
    assert (said.earliest, said.latest, [span.text for span in said.evidence]) == (
        date(2031, 3, 10),
        date(2031, 3, 10),
        ["Monday"],
    )


def test_a_day_inside_the_cue_is_when_it_was_said(by_hand: ByHand, parse: Parse) -> None:
    doc = dated(parse(ON_DAY.format("Monday", "Sunday")), 3, 8)
    attributed(doc, (1, 4), (4, 9), (0, 1))
    said = by_hand(doc).claim("fell").said
    assert said is not None
    assert [span.text for span in said.evidence] == ["Monday"]


def test_a_day_in_what_is_said_is_not_when_it_was_said(by_hand: ByHand, parse: Parse) -> None:
    doc = dated(parse(ON_DAY.format("Ferrel", "Sunday")), 8)
    attributed(doc, (1, 2), (4, 9), (0, 1))
    assert by_hand(doc).claim("fell").said is None


@pytest.mark.parametrize("label", ["DURATION", "SET"])
def test_a_stretch_of_time_is_no_moment_of_saying(by_hand: ByHand, parse: Parse, label: str) -> None:
    doc = dated(parse(ON_DAY.format("years", "Sunday")), 3, label=label)
    attributed(doc, (1, 2), (4, 9), (0, 1))
    assert by_hand(doc).claim("fell").said is None


def test_a_day_in_another_sentence_is_not_when_it_was_said(by_hand: ByHand, parse: Parse) -> None:
    doc = parse("It/PRP/nsubj/2 rained/VBD/root/0/rain Monday/NNP/obl/2 ././punct/2", ON_DAY.format("Ferrel", "May"))
    attributed(dated(doc, 2), (5, 6), (8, 13), (4, 5))
    assert by_hand(doc).claim("fell").said is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Monday, Anna Kessel said the mill would close in May.", date(2031, 3, 10)),
        ("Anna Kessel said on Monday that the mill would close in May.", date(2031, 3, 10)),
        ("Anna Kessel said the mill would close.", None),
    ],
)
def test_a_plain_sentence_tells_when_it_was_said(told: Callable[..., Told], text: str, day: date | None) -> None:
    said = told(text, day="2031-03-13").claim("close").said
    assert (said and said.earliest) == day


def test_without_a_date_of_the_article_the_day_is_open(told: Callable[..., Told]) -> None:
    said = told("Anna Kessel said on Monday that the mill would close in May.", day=None).claim("close").said
    assert said is not None
    assert (said.earliest, said.latest) == (None, None)


def test_a_day_outside_the_quotation_is_placed_by_the_saying(by_hand: ByHand, parse: Parse) -> None:
    doc = parse(
        "“/``/punct/4 It/PRP/nsubj/4 will/MD/aux/4 close/VB/ccomp/7 ”/''/punct/4 Kessel/NNP/nsubj/7 "
        "said/VBD/root/0/say on/IN/case/9 Friday/NNP/obl/4 ././punct/7"
    )
    attributed(dated(doc, 8), (6, 7), (0, 5), (5, 6))
    said = by_hand(doc).claim("close").said
    assert said is None or said.earliest == date(2031, 3, 7)
