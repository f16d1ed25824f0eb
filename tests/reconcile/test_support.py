"""Tests of ``rashomon.reconcile.support``: who stands behind a line."""

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reconcile.support import Sources
from rashomon.records import Agency, Article, Outlet, Support

ArticleOf = Callable[..., Article]


def printed(article: Article, outlet: str | None, agency: str | None = None, copy_of: Article | None = None) -> Article:
    """Return an article with its publisher, its agency and what it is a print of."""
    return msgspec.structs.replace(
        article,
        outlet=None if outlet is None else Outlet(name=outlet, basis="stated", evidence=(), metadata=()),
        agency=None if agency is None else Agency(name=agency, evidence=(), metadata=()),
        copy_of=None if copy_of is None else copy_of.id,
    )


@pytest.fixture
def three(article_of: ArticleOf) -> list[Article]:
    """Return three articles of which nothing is known."""
    return [article_of(f"Account {number}.", source=f"{number}.txt") for number in range(3)]


def counted(articles: list[Article]) -> Support:
    """Return the support of what all articles tell in their own voice."""
    return Sources(articles, []).support((article.id, None) for article in articles)


def test_three_outlets_of_their_own_are_three(three: list[Article]) -> None:
    known = [printed(article, name) for article, name in zip(three, "ABC", strict=True)]
    assert counted(known) == Support(articles=3, outlets=3, independent=3, origins=3)


def test_an_unknown_outlet_counts_as_one_of_its_own(three: list[Article]) -> None:
    assert counted([printed(article, None) for article in three]) == Support(
        articles=3, outlets=3, independent=3, origins=3
    )


def test_two_articles_of_one_outlet_are_one_source(three: list[Article]) -> None:
    known = [printed(article, name) for article, name in zip(three, "AAB", strict=True)]
    assert counted(known) == Support(articles=3, outlets=2, independent=2, origins=2)


def test_prints_of_one_report_are_one_source(three: list[Article]) -> None:
    first = printed(three[0], "A", "TMP")
    known = [first, printed(three[1], "B", "TMP", first), printed(three[2], "C", None, first)]
    assert counted(known) == Support(articles=3, outlets=3, independent=1, origins=1)


def test_an_article_told_twice_counts_once(three: list[Article]) -> None:
    sources = Sources(three, [])
    assert sources.support([(three[0].id, None), (three[0].id, None)]).articles == 1


@given(
    told=st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from([None, "TMP", "VSW"])), min_size=1, max_size=5),
    number=st.integers(0, 4),
    printer=st.sampled_from("ABCD"),
)
def test_a_print_of_an_article_adds_no_source(
    article_of: ArticleOf, told: list[tuple[str, str | None]], number: int, printer: str
) -> None:
    known = [
        printed(article_of(f"Account {place}.", source=f"{place}.txt"), outlet, agency)
        for place, (outlet, agency) in enumerate(told)
    ]
    original = known[number % len(known)]
    copy = printed(article_of("The print.", source="print.txt"), f"{printer} Print", None, original)
    before, after = counted(known), counted([*known, copy])
    assert (after.independent, after.origins) == (before.independent, before.origins)
    assert after.articles == before.articles + 1
    assert after.outlets == before.outlets + 1
