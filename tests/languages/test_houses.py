"""Tests of ``rashomon.languages.houses``: which house a phrase or an entity is."""

from collections.abc import Callable

import pytest

from rashomon.languages.houses import house_in, houses, members
from rashomon.records import Article, Entity

ArticleOf = Callable[..., Article]


def named(article: Article, name: str) -> Entity:
    """Return an organization that an article names once."""
    start = article.text.index(name)
    span = article.span(start, start + len(name))
    return Entity(id=name, type="organization", name=name, aliases=(), mentions=(span,), roles=(), part_of=None)


@pytest.mark.parametrize(
    ("phrase", "house"),
    [
        ("the lower house of parliament", "lower"),
        ("Orland’s upper house", "upper"),
        ("the transport committee", "committee"),
        ("the lower house and the upper house", None),
        ("the harbour master", None),
    ],
)
def test_a_phrase_names_one_house_or_none(phrase: str, house: str | None) -> None:
    assert house_in(phrase) == house


def test_a_chamber_of_one_kind_everywhere_is_known_by_its_name(article_of: ArticleOf) -> None:
    article = article_of("The Senate voted on Monday.")
    assert houses([article], [named(article, "Senate")]) == {"Senate": "upper"}


def test_what_an_account_calls_it_goes_before_its_name(article_of: ArticleOf) -> None:
    article = article_of("The Senate, the lower house of Orland’s parliament, voted on Monday.")
    assert houses([article], [named(article, "Senate")]) == {"Senate": "lower"}


def test_a_ministry_is_no_house(article_of: ArticleOf) -> None:
    article = article_of("The Water Ministry wrote on Monday.")
    assert houses([article], [named(article, "Water Ministry")]) == {}


def test_lawmakers_are_of_no_house_and_senators_of_one() -> None:
    assert (members()["lawmakers"], members()["senators"]) == ("open", "upper")


@pytest.mark.parametrize("name", ["Central Committee", "the Democratic National Committee", "its executive committee"])
def test_a_committee_of_a_party_is_no_house(name: str) -> None:
    assert house_in(name) is None
    assert house_in("the foreign affairs committee") == "committee"
