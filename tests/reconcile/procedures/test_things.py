"""Tests of ``rashomon.reconcile.procedures.things``: measures as phrases name them."""

from collections.abc import Callable

import pytest

from rashomon.reconcile.procedures.things import Thing, thing_in
from rashomon.records import Article

NOUNS = frozenset({"treaty", "pact", "bill", "act", "law"})


@pytest.fixture
def thing(article_of: Callable[..., Article]) -> Callable[[str], Thing | None]:
    """Read a phrase that is a whole article."""

    def read(phrase: str) -> Thing | None:
        article = article_of(phrase)
        return thing_in(article.span(0, len(phrase)), NOUNS, ())

    return read


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("a landmark defence pact with Orland", "defence pact with Orland"),
        ("the water bill that the Senate passed last month", "water bill"),
        ("Justice for Millers Act", "Justice for Millers Act"),
        ("a bill on the funding of schools", "bill on the funding of schools"),
        ("the governor's veto of the water bill", "water bill"),
    ],
)
def test_a_measure_has_a_name_without_what_is_told_of_it(
    thing: Callable[[str], Thing | None], phrase: str, name: str
) -> None:
    found = thing(phrase)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("phrase", ["a copy of the treaty", "the vote", "members", "a petition against the bill"])
def test_what_is_no_measure_is_none(thing: Callable[[str], Thing | None], phrase: str) -> None:
    assert thing(phrase) is None


@pytest.mark.parametrize("phrase", ["the 1974 treaty", "an earlier bill", "that treaty"])
def test_what_is_told_apart_is_another_measure(thing: Callable[[str], Thing | None], phrase: str) -> None:
    found = thing(phrase)
    assert found is not None
    assert found.apart


def test_a_treaty_is_called_its_owner_s(thing: Callable[[str], Thing | None]) -> None:
    found = thing("Kestravia’s treaty with Ormelia")
    assert found is not None
    assert found.owner == "Kestravia"
