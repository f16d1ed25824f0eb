"""Tests of ``rashomon.annotate.chains``: through whom a claim went, and what its speaker rests on."""

import itertools
from collections.abc import Callable

import msgspec
import pytest
from spacy.tokens import Doc

from rashomon.annotate.statements import Statement
from rashomon.records import Agency, Article, Outlet
from tests.annotate.marked import Told, attributed, named

Parse = Callable[..., Doc]
ByHand = Callable[[Doc], Told]
Read = Callable[..., Told]


def chain(told: Told, words: str) -> list[tuple[str, str]]:
    """Return the chain of the claim that says the words, by role and text."""
    return [(link.role, link.span.text) for link in told.claim(words).chain]


@pytest.mark.parametrize(
    ("phrase", "channel"),
    [
        ("reporters/NNS/obj/2/reporter", "reporters"),
        ("Reuters/NNP/obj/2", "Reuters"),
        ("on/IN/case/4 Twitter/NNP/obl/2", "Twitter"),
        ("to/TO/case/5 the/DT/det/5 newspaper/NN/obl/2", "the newspaper"),
    ],
)
def test_who_is_told_and_where_is_the_channel(by_hand: ByHand, parse: Parse, phrase: str, channel: str) -> None:
    number = 3 + len(phrase.split())
    doc = parse(f"Kessel/NNP/nsubj/2 told/VBD/root/0/tell {phrase} it/PRP/nsubj/{number + 1} fell/VBD/ccomp/2/fall")
    attributed(doc, (1, 2), (number - 1, number + 1), (0, 1))
    assert chain(by_hand(doc), "fell") == [("channel", channel), ("speaker", "Kessel")]


@pytest.mark.parametrize(
    "phrase",
    [
        "farmers/NNS/obj/2/farmer",
        "about/IN/case/4 reporters/NNS/obl/2/reporter",
        "in/IN/case/4 Ferrel/NNP/obl/2",
    ],
)
def test_other_hearers_and_places_are_no_channel(by_hand: ByHand, parse: Parse, phrase: str) -> None:
    number = 3 + len(phrase.split())
    doc = parse(f"Kessel/NNP/nsubj/2 told/VBD/root/0/tell {phrase} it/PRP/nsubj/{number + 1} fell/VBD/ccomp/2/fall")
    attributed(doc, (1, 2), (number - 1, number + 1), (0, 1))
    assert chain(by_hand(doc), "fell") == [("speaker", "Kessel")]


def test_a_channel_is_told_by_all_of_its_name(by_hand: ByHand, parse: Parse) -> None:
    doc = parse(
        "Kessel/NNP/nsubj/2 told/VBD/root/0/tell Radio/NNP/iobj/2 Ferrel/NNP/iobj/2 it/PRP/nsubj/6 "
        "fell/VBD/ccomp/2/fall"
    )
    named(doc, (2, 4, "organization"))
    attributed(doc, (1, 2), (4, 6), (0, 1))
    assert chain(by_hand(doc), "fell") == [("channel", "Radio Ferrel"), ("speaker", "Kessel")]


def test_a_channel_inside_what_is_said_is_none(by_hand: ByHand, parse: Parse) -> None:
    doc = parse("Kessel/NNP/nsubj/2 told/VBD/root/0/tell Reuters/NNP/obj/2 fell/VBD/ccomp/2/fall")
    attributed(doc, (1, 2), (2, 4), (0, 1))
    assert chain(by_hand(doc), "fell") == [("speaker", "Kessel")]


NESTED = (
    "{}/NNP/nsubj/2 reported/VBD/root/0/report Kessel/NNP/nsubj/4 said/VBD/ccomp/2/say it/PRP/nsubj/6 "
    "fell/VBD/ccomp/4/fall"
)


@pytest.mark.parametrize(
    ("teller", "role"), [("Reuters", "agency"), ("Interfax", "agency"), ("BBC", "outlet"), ("Holm", "channel")]
)
def test_who_tells_what_another_said_stands_before_the_speaker(
    by_hand: ByHand, parse: Parse, teller: str, role: str
) -> None:
    doc = named(parse(NESTED.format(teller)), (0, 1, "organization"), (2, 3, "person"))
    attributed(doc, (1, 2), (2, 6), (0, 1))
    attributed(doc, (3, 4), (4, 6), (2, 3))
    inner = by_hand(doc).annotation.claims[1]
    assert [(link.role, link.span.text) for link in inner.chain] == [(role, teller), ("speaker", "Kessel")]


def test_the_one_who_tells_has_no_one_before(by_hand: ByHand, parse: Parse) -> None:
    doc = named(parse(NESTED.format("Reuters")), (0, 1, "organization"), (2, 3, "person"))
    attributed(doc, (1, 2), (2, 6), (0, 1))
    attributed(doc, (3, 4), (4, 6), (2, 3))
    outer = by_hand(doc).annotation.claims[0]
    assert [(link.role, link.span.text) for link in outer.chain] == [("speaker", "Reuters")]


def test_a_chain_names_the_entities_that_it_went_through(by_hand: ByHand, parse: Parse) -> None:
    doc = named(parse(NESTED.format("Reuters")), (0, 1, "organization"), (2, 3, "person"))
    attributed(doc, (1, 2), (2, 6), (0, 1))
    attributed(doc, (3, 4), (4, 6), (2, 3))
    found = by_hand(doc)
    assert [found.named(link.entity) for link in found.annotation.claims[1].chain] == ["Reuters", "Kessel"]


def test_a_chain_begins_with_the_outlet_and_the_agency_that_the_text_names(
    article_of: Callable[..., Article], told: Read
) -> None:
    article = article_of("Weir Gazette / Interfax", "Anna Kessel said the mill would close.")
    article = msgspec.structs.replace(
        article,
        outlet=Outlet(name="Weir Gazette", basis="stated", evidence=(article.span(0, 12),), metadata=()),
        agency=Agency(name="Interfax", evidence=(article.span(15, 23),), metadata=()),
    )
    assert chain(told(article), "close") == [
        ("outlet", "Weir Gazette"),
        ("agency", "Interfax"),
        ("speaker", "Anna Kessel"),
    ]


def test_what_an_unknown_speaker_says_went_through_nobody(by_hand: ByHand, parse: Parse) -> None:
    doc = parse("said/VBN/root/0/say it/PRP/nsubj/3 fell/VBD/ccomp/1/fall")
    attributed(doc, (0, 1), (1, 3))
    assert chain(by_hand(doc), "fell") == []


RESTING = (
    "Kessel/NNP/nsubj/2 said/VBD/root/0/say it/PRP/nsubj/4 fell/VBD/ccomp/2/fall ,/,/punct/6 {} a/DT/det/{n} "
    "report/NN/{rel}/6"
)


@pytest.mark.parametrize(
    "sentence",
    [
        RESTING.format("citing/VBG/advcl/2/cite", n=8, rel="obj"),
        RESTING.format("based/VBN/advcl/2/base on/IN/case/9", n=9, rel="obl"),
    ],
)
def test_what_the_speaker_rests_on_is_the_ground(by_hand: ByHand, parse: Parse, sentence: str) -> None:
    doc = parse(sentence)
    attributed(doc, (1, 2), (2, 4), (0, 1))
    ground = by_hand(doc).claim("fell").ground
    assert ground is not None
    assert ground.text == "a report"


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (RESTING.format("cited/VBD/conj/2/cite", n=8, rel="obj"), (2, 4)),
        (RESTING.format("reading/VBG/advcl/2/read", n=8, rel="obj"), (2, 4)),
        (RESTING.format("citing/VBG/advcl/4/cite", n=8, rel="obj"), (2, 8)),
    ],
)
def test_other_verbs_and_what_is_said_give_no_ground(
    by_hand: ByHand, parse: Parse, sentence: str, content: tuple[int, int]
) -> None:
    doc = parse(sentence)
    attributed(doc, (1, 2), content, (0, 1))
    assert by_hand(doc).claim("fell").ground is None


def test_a_plain_sentence_has_its_channel_and_its_ground(told: Read) -> None:
    found = told("Anna Kessel told reporters that the plant was safe, citing a report by the water agency.")
    ground = found.claim("safe").ground
    assert chain(found, "safe") == [("channel", "reporters"), ("speaker", "Anna Kessel")]
    assert ground is not None
    assert ground.text == "a report by the water agency"


def test_a_statement_is_laid_beside_few_others(by_hand: ByHand, parse: Parse, monkeypatch: pytest.MonkeyPatch) -> None:
    count, tells, calls = 200, Statement.tells, itertools.count()

    def counted(statement: Statement, token: int) -> bool:
        next(calls)
        return tells(statement, token)

    doc = parse(*["Kessel/NNP/nsubj/2 said/VBD/root/0/say it/PRP/nsubj/4 fell/VBD/ccomp/2/fall"] * count)
    for start in range(0, 4 * count, 4):
        attributed(doc, (start + 1, start + 2), (start + 2, start + 4), (start, start + 1))
    monkeypatch.setattr(Statement, "tells", counted)
    assert len(by_hand(doc).annotation.claims) == count
    assert next(calls) <= 20 * count
