"""Tests of ``rashomon.annotate.statements``: which attributions are claims, and all that they say."""

from collections.abc import Callable

import msgspec
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.annotate.annotation import annotated
from rashomon.annotate.document import document
from rashomon.records import Article, Paragraph
from tests.annotate.marked import Told, attributed

Parse = Callable[..., Doc]
ByHand = Callable[[Doc], Told]


@pytest.fixture
def over_paragraphs(nlp: Language, article_of: Callable[..., Article]) -> Callable[..., Told]:
    """Annotate paragraphs without marks but an attribution by hand: "said" is the cue, what is quoted after it said."""

    def read(*body: str) -> Told:
        article = article_of(*body)
        tokens = nlp.make_doc(article.text)
        words = [token.text for token in tokens]
        doc = Doc(
            nlp.vocab,
            words=words,
            spaces=[bool(token.whitespace_) for token in tokens],
            pos=["SPACE" if token.is_space else "PUNCT" if token.is_punct else "NOUN" for token in tokens],
            lemmas=["say" if word == "said" else word for word in words],
            heads=[0] * len(words),
            deps=["ROOT", *["dep"] * (len(words) - 1)],
        )
        doc.spans["times"], doc.spans["events"], doc.spans["attribution"] = [], [], []
        cue = next(token for token in doc if token.text == "said")
        stop = next((token.i for token in doc if token.i > cue.i and (token.is_space or token.text == "”")), len(doc))
        attributed(doc, (cue.i, cue.i + 1), (cue.i + 1, stop + (stop < len(doc) and doc[stop].text == "”")))
        known = document(article, doc)
        return Told(article, known, annotated(known))

    return read


def contents(told: Told) -> list[str]:
    """Return what is said in the only claim."""
    (claim,) = told.annotation.claims
    return [span.text for span in claim.content]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph(over_paragraphs: Callable[..., Told]) -> None:
    found = over_paragraphs("Kessel said “We go.", "“We come.", "“We stay.”", "Trains ran.")
    assert contents(found) == ["“We go.", "“We come.", "“We stay.”"]


def test_a_quotation_left_open_goes_on_with_straight_marks(over_paragraphs: Callable[..., Told]) -> None:
    found = over_paragraphs('Kessel said "We go.', '"We stay."', "Trains ran.")
    assert contents(found) == ['"We go.', '"We stay."']


def test_a_quotation_that_is_closed_does_not_go_on(over_paragraphs: Callable[..., Told]) -> None:
    assert contents(over_paragraphs("Kessel said “We go.”", "“We stay.”")) == ["“We go.”"]


def test_a_quotation_does_not_go_on_where_none_opens(over_paragraphs: Callable[..., Told]) -> None:
    assert contents(over_paragraphs("Kessel said “We go.", "Trains ran.", "“We stay.”")) == ["“We go."]


def test_only_what_is_quoted_of_the_next_paragraph_goes_on(over_paragraphs: Callable[..., Told]) -> None:
    assert contents(over_paragraphs("Kessel said “We go.", "“We stay,” and left."))[1:] == ["“We stay,”"]


def test_a_cue_behind_its_own_quotation_does_not_reach_back(told: Callable[..., Told]) -> None:
    found = told(
        "The council of Ferrel met on Monday to speak of the weir, which fell in the storm of last week.",
        "‘The weir must be rebuilt at once.’ Anna Kessel, the mayor, was clear.",
        "‘Ask the province,’ Maria Brandt said.",
    )
    assert [span.text for claim in found.claims("province") for span in claim.content] == ["‘Ask the province,’"]


def test_a_continued_quotation_is_of_its_speaker(told: Callable[..., Told]) -> None:
    found = told(
        "Anna Kessel, the mayor, said: “The river has risen by two metres. Nobody can cross it.",
        "“We need boats and we need them now. Nobody has come to help.”",
        "The trains stopped running on Sunday.",
    )
    assert found.speaker("boats") == "Anna Kessel"
    assert found.claim("boats") == found.claim("river")
    assert found.claims("trains") == []


@pytest.mark.parametrize(
    "next_", ["'' Nobody came, and the trains stopped.", "'s market was shut, and the trains stopped."]
)
def test_a_quotation_left_open_does_not_go_on_in_a_stray_mark(told: Callable[..., Told], next_: str) -> None:
    found = told('Anna Kessel, the mayor, said: "The river has risen by two metres. Nobody can cross it.', next_)
    assert found.speaker("river") == "Anna Kessel"
    assert found.claims("trains") == []


FELL = "Kessel/NNP/nsubj/2 said/VBD/root/0/say {}"
QUOTED = "“/``/punct/2 it/PRP/nsubj/5 fell/VBD/ccomp/2/fall ”/''/punct/2"


def test_speech_in_quotation_marks_is_direct(by_hand: ByHand, parse: Parse) -> None:
    doc = parse(FELL.format(QUOTED))
    attributed(doc, (1, 2), (2, 6), (0, 1))
    assert by_hand(doc).claim("fell").direct


def test_speech_that_quotes_only_a_word_is_not_direct(by_hand: ByHand, parse: Parse) -> None:
    doc = parse(
        FELL.format(
            "the/DT/det/5 old/JJ/amod/5 weir/NN/nsubj/7 “/``/punct/7 fell/VBD/ccomp/2/fall ”/''/punct/7 "
            "on/IN/case/9 Monday/NNP/obl/7"
        )
    )
    attributed(doc, (1, 2), (2, 9), (0, 1))
    assert not by_hand(doc).claim("fell").direct


@pytest.mark.parametrize("content", ["it/PRP/obj/2", "”/''/punct/2", "that/DT/obj/2"])
def test_nothing_is_said_without_a_word_that_says_something(by_hand: ByHand, parse: Parse, content: str) -> None:
    doc = parse(FELL.format(content))
    attributed(doc, (1, 2), (2, 3), (0, 1))
    assert by_hand(doc).annotation.claims == ()


@pytest.mark.parametrize("kind", ["headline", "caption", "navigation"])
def test_outside_the_body_nobody_says_anything(
    article_of: Callable[..., Article], told: Callable[..., Told], kind: str
) -> None:
    article = article_of("Anna Kessel said the mill would close.", "Trains ran on Monday.")
    head, body = article.paragraphs
    article = msgspec.structs.replace(
        article,
        paragraphs=(Paragraph(start=head.start, end=head.end, kind=kind, xpath=None), body),  # type: ignore[arg-type]
        body=article.body[1:],
    )
    assert told(article).annotation.claims == ()
