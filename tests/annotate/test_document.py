"""Tests of ``rashomon.annotate.document``: what is read of an article, and where quotations stand in it."""

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from rashomon.annotate.document import READ, Document, document, text_to_read
from rashomon.records import Article, Extent, Paragraph

ArticleOf = Callable[..., Article]


def kinds(article: Article, *given_kinds: str) -> Article:
    """Give the paragraphs of an article their kinds."""
    paragraphs = tuple(
        msgspec.convert({**msgspec.structs.asdict(paragraph), "kind": kind}, Paragraph)
        for paragraph, kind in zip(article.paragraphs, given_kinds, strict=True)
    )
    body = tuple(Extent(start=one.start, end=one.end) for one in paragraphs if one.kind in {"body", "standfirst"})
    return msgspec.structs.replace(article, paragraphs=paragraphs, body=body)


@pytest.fixture
def quoted(article_of: ArticleOf, nlp: Language) -> Callable[..., str]:
    """Return the words of paragraphs that stand in quotation marks, these included."""

    def read(*body: str) -> str:
        article = article_of(*body)
        doc = nlp.make_doc(article.text)
        return " ".join(token.text for token, inside in zip(doc, document(article, doc).quoted, strict=True) if inside)

    return read


@given(st.lists(st.text(min_size=1), min_size=1, max_size=5), st.data())
def test_every_offset_of_the_text_that_is_read_holds(
    article_of: ArticleOf, body: list[str], data: st.DataObject
) -> None:
    found = data.draw(st.lists(st.sampled_from(["body", "headline", "navigation", "other"]), min_size=len(body)))
    article = kinds(article_of(*body), *found[: len(body)])
    read = text_to_read(article)
    assert len(read) == len(article.text)
    for paragraph in article.paragraphs:
        if paragraph.kind in READ:
            assert read[paragraph.start : paragraph.end] == article.text[paragraph.start : paragraph.end]


@pytest.mark.parametrize("kind", ["navigation", "donation", "related", "byline", "share", "other"])
def test_furniture_is_not_read(article_of: ArticleOf, kind: str) -> None:
    article = kinds(article_of("Give us money.", "The weir fell."), kind, "body")
    assert text_to_read(article).split() == ["The", "weir", "fell."]


@pytest.mark.parametrize("kind", ["headline", "caption", "dateline", "standfirst"])
def test_what_names_people_and_days_is_read(article_of: ArticleOf, kind: str) -> None:
    article = kinds(article_of("Ferrel", "The weir fell."), kind, "body")
    assert text_to_read(article).split() == article.text.split()


def test_a_dateline_at_the_head_of_the_body_is_not_read_as_a_sentence(article_of: ArticleOf) -> None:
    article = article_of("FERREL, March 13 — The weir fell.")
    article = msgspec.structs.replace(article, dateline=article.span(0, len("FERREL, March 13")))
    assert text_to_read(article).strip() == "The weir fell."
    assert len(text_to_read(article)) == len(article.text)


def test_line_breaks_stay_where_furniture_stood(article_of: ArticleOf) -> None:
    article = kinds(article_of("Menu", "The weir fell.", "Share this"), "navigation", "body", "share")
    assert len(text_to_read(article).splitlines()) >= len(article.text.splitlines())


def test_a_paragraph_ends_though_no_empty_line_follows(article_of: ArticleOf, nlp: Language) -> None:
    article = article_of("Weir of Ferrel falls\nThe weir fell on Monday, the mayor said.")
    middle = article.text.index("\n")
    parts = (
        Paragraph(start=0, end=middle, kind="headline", xpath=None),
        Paragraph(start=middle + 1, end=len(article.text), kind="body", xpath=None),
    )
    doc = nlp(text_to_read(msgspec.structs.replace(article, paragraphs=parts)))
    assert "The" in {sentence[0].text for sentence in doc.sents}


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “we go home” and left.", "“ we go home ”"),
        ('He said "we go home" and left.', '" we go home "'),
        ("He said „we go” and left.", "„ we go ”"),
        ("He said «we go» and left.", "« we go »"),
        ('One "two" three "four" five.', '" two " " four "'),
        ("He said nothing at all.", ""),
        ("It’s the mayor's dog.", ""),
    ],
)
def test_words_between_quotation_marks_are_quoted(quoted: Callable[..., str], text: str, inside: str) -> None:
    assert quoted(text) == inside


def test_a_quotation_that_opens_below_the_line_is_closed_above_it(quoted: Callable[..., str]) -> None:
    assert quoted("He said „we go“ and left.") == "„ we go “"


def test_a_quote_that_is_never_closed_ends_with_its_paragraph(quoted: Callable[..., str]) -> None:
    assert quoted("“We go home.", "They left.").split() == ["“", "We", "go", "home", "."]


def test_a_straight_quote_that_is_never_closed_ends_with_its_paragraph(quoted: Callable[..., str]) -> None:
    assert quoted('"We go home.', 'They "left".').split() == ['"', "We", "go", "home", ".", '"', "left", '"']


@pytest.fixture
def pages(article_of: ArticleOf, nlp: Language) -> Document:
    """Return a document of a headline and two paragraphs of body."""
    article = kinds(article_of("Weir falls", "The weir fell.  ", "Nobody died."), "headline", "body", "body")
    return document(article, nlp.make_doc(article.text))


def test_every_token_knows_its_paragraph(pages: Document) -> None:
    words = {token.text: number for token, number in zip(pages.doc, pages.paragraph, strict=True)}
    assert (words["Weir"], words["fell"], words["Nobody"]) == (0, 1, 2)


def test_the_headline_is_no_body(pages: Document) -> None:
    words = {token.text: inside for token, inside in zip(pages.doc, pages.in_body, strict=True)}
    assert (words["falls"], words["fell"]) == (False, True)


def test_a_span_ends_with_a_word(pages: Document) -> None:
    assert pages.span(0, len(pages.doc)).text == pages.article.text
    last = next(token.i for token in pages.doc if token.text == "Nobody")
    assert pages.span(0, last).text == "Weir falls\n\nThe weir fell."


def test_evidence_is_of_the_body_when_one_paragraph_holds_it(pages: Document) -> None:
    start = pages.article.text.index("weir fell")
    assert pages.is_body(pages.article.span(start, start + 4))
    assert not pages.is_body(pages.article.span(0, 4))
    assert not pages.is_body(pages.article.span(0, start + 4))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "”", "“", '"', '""""""'])
def test_hardly_a_text_is_no_error(article_of: ArticleOf, nlp: Language, text: str) -> None:
    article = article_of(text)
    doc = nlp.make_doc(text_to_read(article))
    assert len(document(article, doc).quoted) == len(doc)
