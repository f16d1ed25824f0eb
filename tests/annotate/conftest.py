"""What the tests of one article share: the language model, and articles read by it or parsed by hand."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.annotate.annotation import annotated
from rashomon.annotate.document import document, text_to_read
from rashomon.records import Article
from tests.annotate.marked import Told, parsed

ArticleOf = Callable[..., Article]


@pytest.fixture(scope="session")
def told(nlp: Language, article_of: ArticleOf) -> Callable[..., Told]:
    """Read an article: its paragraphs, or as it is; ``day`` by name."""

    def read(*body: str | Article, day: str | None = "2031-03-13") -> Told:
        article = body[0] if isinstance(body[0], Article) else article_of(*body, day=day)
        known = document(article, nlp(text_to_read(article)))
        return Told(article, known, annotated(known))

    return read


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Callable[..., Doc]:
    """Make a document of sentences that are parsed by hand."""
    return lambda *sentences: parsed(nlp.vocab, *sentences)


@pytest.fixture(scope="session")
def by_hand(article_of: ArticleOf) -> Callable[[Doc], Told]:
    """Annotate a document that was marked by hand, all of it one paragraph of an article."""

    def read(doc: Doc) -> Told:
        article = article_of(doc.text, day="2031-03-13")
        known = document(article, doc)
        return Told(article, known, annotated(known))

    return read
