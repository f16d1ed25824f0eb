"""Tests of ``rashomon.annotate.quotations``: a quotation is of whoever speaks in its own paragraph."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.annotate.document import document
from rashomon.annotate.quotations import at_home
from rashomon.model.language import Attribution
from rashomon.records import Article
from tests.annotate.marked import Told

NEWS = "The council of Ferrel met on Monday to speak of the weir, which fell in the storm of last week."
MARKS = [("„", "“"), ("„", '"'), ("'", "'"), ("‘", "’"), ("“", "”"), ('"', '"')]


@pytest.mark.parametrize(("opening", "closing"), MARKS)
def test_quotations_of_neighbouring_paragraphs_are_of_their_own_speakers(
    told: Callable[..., Told], opening: str, closing: str
) -> None:
    found = told(
        NEWS,
        f"{opening}The weir must be rebuilt at once{closing}, said the mayor, Anna Kessel.",
        f"{opening}There is no money for it{closing}, Jon Holm said.",
        f"{opening}Ask the province{closing}, Maria Brandt told them.",
        NEWS,
    )
    said = {"The weir must": "Anna Kessel", "no money": "Jon Holm", "Ask": "Maria Brandt"}
    assert {words: found.speaker(words) for words in said} == said
    assert all(len(claim.content) == 1 for claim in found.annotation.claims)


@pytest.fixture
def pair(nlp: Language, article_of: Callable[..., Article]) -> Callable[..., list[tuple[str, list[str]]]]:
    """Return cues and contents of two paragraphs whose quotations the model gives to "said" in the second."""

    def settled(first: str, second: str) -> list[tuple[str, list[str]]]:
        article = article_of(first, second)
        tokens = nlp.make_doc(article.text)
        words = [token.text for token in tokens]
        heads = list(range(len(words)))
        deps = ["ROOT"] * len(words)
        for token in tokens:
            if token.text == "added":
                heads[token.i - 1], deps[token.i - 1] = token.i, "nsubj"
        doc = Doc(
            nlp.vocab,
            words=words,
            spaces=[bool(token.whitespace_) for token in tokens],
            pos=["VERB" if word in {"said", "added"} else "SPACE" if word.isspace() else "NOUN" for word in words],
            lemmas=[{"said": "say", "added": "add"}.get(word, word) for word in words],
            heads=heads,
            deps=deps,
        )
        cue = words.index("said", words.index("\n\n"))
        quotes = [place for place, word in enumerate(words) if word in "“”"]
        contents = tuple(doc[start : end + 1] for start, end in zip(quotes[::2], quotes[1::2], strict=True))
        attribution = Attribution(None, doc[cue : cue + 1], contents)
        return [
            (one.cue.text, [content.text for content in one.contents])
            for one in at_home(document(article, doc), [attribution])
        ]

    return settled


def test_a_verb_that_the_model_passes_over_takes_its_quotation(
    pair: Callable[..., list[tuple[str, list[str]]]],
) -> None:
    found = pair("“We go.” Holm added so.", "“We stay.” Kessel said.")
    assert found == [("said", ["“We stay.”"]), ("added", ["“We go.”"])]


def test_a_quotation_with_nobody_beside_it_stays(pair: Callable[..., list[tuple[str, list[str]]]]) -> None:
    assert pair("“We go.”", "“We stay.” Kessel said.") == [("said", ["“We go.”", "“We stay.”"])]


def test_a_colon_brings_in_the_next_paragraph(told: Callable[..., Told]) -> None:
    found = told(
        NEWS, "Anna Kessel, the mayor, said on Monday:", "“The river has risen. Holm said it would, and so it did.”"
    )
    assert found.speaker("has risen") == "Anna Kessel"
