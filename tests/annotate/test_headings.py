"""Tests of ``rashomon.annotate.headings``: lines between paragraphs that nobody says."""

from collections.abc import Callable

import pytest

from rashomon.annotate.headings import subheadings
from rashomon.records import Article
from tests.annotate.marked import Told

ArticleOf = Callable[..., Article]
FIRST = "Anna Kessel, the mayor of Ferrel, said on Monday that the weir had fallen."
LAST = "The council will vote on Friday. “We shall build a new one,” she said."


@pytest.mark.parametrize(
    "line", ["What the mayor promised", "“We shall not pay”", "Costs of 40%", "Who pays for it?", "A dispute (again)"]
)
def test_a_line_without_a_stop_between_paragraphs_is_a_subheading(article_of: ArticleOf, line: str) -> None:
    assert subheadings(article_of(FIRST, line, LAST)) == {1}


@pytest.mark.parametrize(
    "line",
    [
        "It rained.",
        "“We shall not pay.”",
        "“Who pays for it?”",
        "She named three things:",
        "“We shall not pay,”",
        "and so it went on",
        "A line of words that is as long as a sentence and lacks only its stop",
    ],
)
def test_a_sentence_or_a_part_of_one_is_none(article_of: ArticleOf, line: str) -> None:
    assert subheadings(article_of(FIRST, line, LAST)) == frozenset()


def test_a_line_that_goes_on_below_is_none(article_of: ArticleOf) -> None:
    assert subheadings(article_of(FIRST, "“We shall not pay”", "said Anna Kessel on Monday.")) == frozenset()


def test_items_of_a_list_are_none(article_of: ArticleOf) -> None:
    assert subheadings(article_of(FIRST, "Boats for the valley", "Bread for the town", LAST)) == frozenset()


def test_the_last_line_is_none(article_of: ArticleOf) -> None:
    assert subheadings(article_of(FIRST, "Anna Kessel for the Gazette")) == frozenset()


def test_a_text_without_paragraphs_has_none(article_of: ArticleOf) -> None:
    assert subheadings(article_of()) == frozenset()


@pytest.mark.parametrize("line", ["What the treaty says", "“We shall not pay”", "A bitter dispute over water"])
def test_a_subheading_says_nothing_and_is_said_by_nobody(told: Callable[..., Told], line: str) -> None:
    found = told(FIRST, line, LAST)
    start = found.article.text.index(line)
    for claim in found.annotation.claims:
        for span in (claim.cue, *claim.content):
            assert not start <= span.start < start + len(line)
    assert found.speaker("a new one") == "Anna Kessel"
