"""The five pages of the seed story."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.read import find_sources, read
from rashomon.records import Article

STORY = Path(__file__).resolve().parents[3] / "shared" / "stories" / "pact"

pytestmark = pytest.mark.skipif(not STORY.is_dir(), reason="../shared/stories/pact is not there")


@pytest.fixture(scope="module")
def pact() -> dict[str, Article]:
    """Return the articles by the number that their files start with."""
    articles = {}
    for source in find_sources([str(STORY)])[0]:
        (article,) = read(source)
        assert isinstance(article, Article)
        articles[source.name[:3]] = article
    return articles


def test_five_pages_are_articles(pact: dict[str, Article]) -> None:
    assert sorted(pact) == ["000", "001", "002", "003", "004"]


def test_outlets(pact: dict[str, Article]) -> None:
    assert {number: article.outlet.name for number, article in pact.items() if article.outlet} == {
        "002": "The Independent",
        "004": "Kyiv Post",
    }


def test_agencies(pact: dict[str, Article]) -> None:
    assert {number: article.agency.name for number, article in pact.items() if article.agency} == {
        "000": "AFP",
        "003": "AP",
    }


def test_date_of_the_independent(pact: dict[str, Article]) -> None:
    assert pact["002"].published.value == "2024-10-24T08:37:00-04:00"


def test_stated_dates(pact: dict[str, Article]) -> None:
    assert {number: [stated.value for stated in article.stated] for number, article in pact.items()} == {
        "000": ["2024-01-01"],
        "001": [],
        "002": ["2024-10-24T08:37:00-04:00"],
        "003": [],
        "004": [],
    }


def test_datelines(pact: dict[str, Article]) -> None:
    assert {number: article.dateline.text for number, article in pact.items() if article.dateline} == {
        "000": "MOSCOW (AFP)",
        "003": "MOSCOW (AP)",
    }


def test_byline_of_the_independent(pact: dict[str, Article]) -> None:
    assert {number: article.byline.text for number, article in pact.items() if article.byline} == {"002": "Arpan Rai"}


def test_pages_with_a_headline(pact: dict[str, Article]) -> None:
    assert [number for number, article in sorted(pact.items()) if article.headline] == ["001", "002", "003"]


def test_body_has_80_paragraphs(pact: dict[str, Article]) -> None:
    counts = Counter(paragraph.kind for article in pact.values() for paragraph in article.paragraphs)
    assert counts["body"] == 80


@pytest.mark.parametrize(
    ("number", "words", "kind"),
    [
        ("001", "Top 5 This Week", "related"),
        ("001", "Related Posts", "related"),
        ("001", "[Vladimir Smirnov", "caption"),
        ("001", "LEAVE A REPLY", "comments"),
        ("001", "enter your comment", "comments"),
        ("001", "enter your name", "comments"),
        ("001", "Popular Articles", "related"),
        ("002", "Stay up to date", "subscription"),
        ("002", "browser preferences", "subscription"),
        ("002", "Related: ", "related"),
        ("002", "Your support helps", "donation"),
        ("002", "From reproductive rights", "donation"),
        ("002", "critical moment", "donation"),
        ("002", "trusted by Americans", "donation"),
        ("002", "makes all the difference", "donation"),
        ("002", "commenting forum", "comments"),
        ("002", "thought-provoking", "comments"),
        ("002", "for registering", "subscription"),
        ("003", "View All (4)", "gallery"),
        ("004", "TELEGRAM", "share"),
        ("004", "@Kyivpost", "share"),
        ("004", "Drone Production", "related"),
        ("004", "Ctrl", "notice"),
    ],
)
def test_furniture(
    pact: dict[str, Article], kind_of: Callable[[Article, str], str], number: str, words: str, kind: str
) -> None:
    assert kind_of(pact[number], words) == kind


def test_both_prints_of_the_caption_are_captions(pact: dict[str, Article]) -> None:
    article = pact["003"]
    captions = [
        paragraph.kind
        for paragraph in article.paragraphs
        if article.text[paragraph.start : paragraph.end].startswith("FILE - ")
    ]
    assert captions == ["caption", "caption"]


def test_subheads_are_body(pact: dict[str, Article], kind_of: Callable[[Article, str], str]) -> None:
    assert [kind_of(pact["000"], words) for words in ("‘Mutual", "‘Frontline", "Missile tests")] == ["body"] * 3


def test_all_pages_are_english_and_annotated(pact: dict[str, Article]) -> None:
    assert {(article.language, article.annotated) for article in pact.values()} == {("en", True)}
