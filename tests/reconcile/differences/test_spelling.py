"""Tests of ``rashomon.reconcile.differences.spelling``: how names are spelled."""

from collections.abc import Callable

import pytest

from rashomon.reconcile.differences import Story, differences
from rashomon.records import Alias, Article, Entity
from rashomon.records.findings import EntityType
from tests.publish.tellings import words

ArticleOf = Callable[..., Article]


def story(article_of: ArticleOf, *names: str, kind: EntityType = "person") -> Story:
    """Return a story that names someone in each article."""
    articles = [article_of(f"{name} spoke.", source=f"{number}.txt") for number, name in enumerate(names)]
    one = Entity(
        id="e1",
        type=kind,
        name=names[0],
        aliases=tuple(Alias(text=name, count=1) for name in dict.fromkeys(names)),
        mentions=tuple(words(article, name) for article, name in zip(articles, names, strict=True)),
        roles=(),
        part_of=None,
    )
    return Story(articles=articles, readings=[], entities=[one], claims=[], events=[], figures=[])


def test_two_spellings_of_one_name_are_wording(article_of: ArticleOf) -> None:
    (found,) = differences(story(article_of, "Vasko Terebin", "Terebyn", "Terebin"))
    assert (found.kind, found.slot, found.about) == ("wording", "how named", "e1")
    assert found.note == "Vasko Terebin is spelled in two ways: two accounts write “Terebin”, one “Terebyn”."


@pytest.mark.parametrize(
    "other",
    ["VASKO TEREBIN", "Vasko Terebín", "Terebin’s", "the Terebins", "Vasko", "Vasko-Terebin", "Va-sko Terebin", "Korr"],
)
def test_what_is_no_other_spelling(article_of: ArticleOf, other: str) -> None:
    assert differences(story(article_of, "Vasko Terebin", other)) == ()


def test_only_people_are_looked_at(article_of: ArticleOf) -> None:
    assert differences(story(article_of, "Terebin", "Terebyn", kind="place")) == ()


def test_two_names_of_a_place_are_wording(article_of: ArticleOf) -> None:
    (found,) = differences(story(article_of, "Kyiv", "Kiev", "Kyiv", kind="place"))
    assert found.note == "Kyiv is called by two names: two accounts write “Kyiv”, one “Kiev”."


def test_a_short_form_is_no_other_name(article_of: ArticleOf) -> None:
    assert differences(story(article_of, "Florida", "Fla", kind="place")) == ()
