"""Tests of ``rashomon.annotate.entities``: which names of one article name the same."""

import dataclasses
import itertools
from collections.abc import Callable

import pytest

from rashomon.annotate import entities
from rashomon.annotate.entities import Cluster, clusters
from rashomon.annotate.names import Name
from rashomon.languages.people import gender_of
from rashomon.languages.states import states
from tests.annotate.marked import Told


def called(kind: str, *texts: str) -> list[Name]:
    """Return names of one kind, one to a text; a person's title stands before a vertical bar."""
    found = []
    for place, text in enumerate(texts):
        title, _, name = text.rpartition("|")
        words = tuple(name.split())
        state = states().get(name) if kind != "person" else None
        found.append(
            Name(
                start=10 * place,
                end=10 * place + len(words),
                type="person"
                if kind == "person"
                else "group"
                if state and state.by == "people"
                else "place"
                if state
                else "organization",
                words=words,
                state=state,
                gender=gender_of([*title.split(), *words]) if kind == "person" else None,
                roles=(),
                called=frozenset(),
            )
        )
    return found


def together(kind: str, *texts: str) -> list[list[str]]:
    """Return the names that name the same, in the order of the first."""
    return [[" ".join(name.words) for name in cluster.names] for cluster in clusters(called(kind, *texts))]


@pytest.mark.parametrize(
    "forms",
    [
        ["Anna Kessel", "Kessel"],
        ["Anna Kessel", "Anna"],
        ["Kessel", "Anna Kessel"],
        ["Anna Kessel", "Anna Kessel"],
        ["Anna Maria Kessel", "Anna Kessel", "Anna M. Kessel"],
        ["Michael Orsk", "Mike Orsk"],
        ["A. Kessel", "Anna Kessel"],
        ["ANNA KESSEL", "Anna Kessel"],
        ["Jan van der Orm", "Jan Orm"],
    ],
)
def test_full_name_family_name_and_initials_are_one_person(forms: list[str]) -> None:
    assert together("person", *forms) == [forms]


@pytest.mark.parametrize(
    "forms",
    [
        ["Anna Kessel", "Peter Kessel"],
        ["Anna Kessel", "Anna Holm"],
        ["Anna Maria Kessel", "Anna Jana Kessel"],
        ["Mr|Kessel", "Mrs|Kessel"],
        ["Anna Kessel", "Mr|Kessel"],
        ["Kessel", "Holm"],
    ],
)
def test_other_given_names_and_titles_are_other_people(forms: list[str]) -> None:
    assert together("person", *forms) == [[form.split("|")[-1]] for form in forms]


def test_a_family_name_of_two_people_goes_to_the_one_named_last() -> None:
    assert together("person", "Anna Kessel", "Peter Kessel", "Kessel") == [["Anna Kessel"], ["Peter Kessel", "Kessel"]]


def ending(name: Name, end: str) -> Name:
    """Return a name with an ending."""
    return dataclasses.replace(name, ending=end)


def test_a_son_is_not_the_father_of_whom_a_title_is_told() -> None:
    president, son, bare = called("person", "Orsk", "Peter Orsk", "Orsk")
    president = dataclasses.replace(president, called=frozenset({"president"}))
    found = clusters([president, ending(son, "jr"), bare])
    assert [len(cluster.names) for cluster in found] == [2, 1]


def test_a_relative_of_almost_the_same_name_is_another() -> None:
    father, son = called("person", "Peter Orsk", "Peter W. Orsk")
    son = dataclasses.replace(son, called=frozenset({"son"}))
    assert len(clusters([father, son])) == 2


def test_a_name_with_an_ending_is_another_than_the_full_name_without() -> None:
    father, son, again = called("person", "Peter Orsk", "Peter Orsk", "Peter Orsk")
    assert [len(one.names) for one in clusters([father, ending(son, "jr"), ending(again, "jr")])] == [1, 2]


def test_the_family_name_alone_is_that_of_one_with_an_ending() -> None:
    son, bare = called("person", "Peter Orsk", "Orsk")
    assert len(clusters([ending(son, "jr"), bare])) == 1


def test_a_title_tells_two_people_of_one_family_name_apart() -> None:
    found = together("person", "Anna Kessel", "Peter Kessel", "Mrs|Kessel", "Mr|Kessel")
    assert found == [["Anna Kessel", "Kessel"], ["Peter Kessel", "Kessel"]]


@pytest.mark.parametrize("other", ["Elena Brandt", "Jonas Brandt"])
def test_a_family_name_used_alone_opens_nobody_to_another_given_name(other: str) -> None:
    assert together("person", "Tomas Brandt", "Brandt", other) == [["Tomas Brandt", "Brandt"], [other]]


def test_a_title_goes_to_whom_it_is_known_to_fit() -> None:
    found = together("person", "Elena Brandt", "Jonas Brandt", "Mrs|Brandt")
    assert found == [["Elena Brandt", "Brandt"], ["Jonas Brandt"]]


@pytest.mark.parametrize(
    "forms",
    [
        ["National Water Agency", "NWA"],
        ["NWA", "National Water Agency"],
        ["National Water Agency", "N.W.A."],
        ["Bank of Ferrel", "BF"],
        ["Bank of Ferrel", "BOF"],
        ["Ferrel Steel Company", "Ferrel Steel"],
        ["Ferrel Assembly of Deputies", "Assembly of Deputies"],
        ["Treasury", "TREASURY"],
    ],
)
def test_short_forms_and_acronyms_are_one_body(forms: list[str]) -> None:
    assert together("organization", *forms) == [forms]


def test_the_body_of_a_region_is_another() -> None:
    assert together("organization", "Texas Supreme Court", "Supreme Court") == [
        ["Texas Supreme Court"],
        ["Supreme Court"],
    ]


@pytest.mark.parametrize("form", ["Ferrel Workers ' Union", "Ferrel Worker ’s Union"])
def test_an_apostrophe_is_no_initial(form: str) -> None:
    assert together("organization", form, "FWU") == [[form, "FWU"]]


@pytest.mark.parametrize(
    "forms",
    [
        ["Bank of Ferrel", "Bank of Ormel"],
        ["National Water Agency", "NWB"],
        ["Foreign Ministry", "Defence Ministry"],
        ["Ferrel Gazette", "Gazette"],
    ],
)
def test_bodies_of_other_names_are_apart(forms: list[str]) -> None:
    assert together("organization", *forms) == [[form] for form in forms]


def test_a_state_is_one_by_all_its_names_and_so_are_its_people() -> None:
    found = together("organization", "United States", "US", "American", "Americans", "U.S.")
    assert found == [["United States", "US", "U.S."], ["American", "Americans"]]


def test_a_capital_is_no_other_states() -> None:
    assert together("organization", "Berlin", "France", "Germany", "Paris") == [
        ["Berlin"],
        ["France"],
        ["Germany"],
        ["Paris"],
    ]


def test_the_full_name_is_the_longest_and_of_these_the_first() -> None:
    (found,) = clusters(called("person", "Kessel", "Anna Kessel", "Ann Kessel"))
    assert found.full().words == ("Anna", "Kessel")


def test_an_entity_has_its_forms_mentions_and_roles(told: Callable[..., Told]) -> None:
    found = told(
        "Mayor Anna Kessel opened the bridge on Monday. Kessel said it would last.\n"
        "Peter Holm, a baker, was the first to cross it. Kessel thanked him."
    )
    kessel, holm = found.entity("Anna Kessel"), found.entity("Peter Holm")
    assert {(alias.text, alias.count) for alias in kessel.aliases} == {("Anna Kessel", 1), ("Kessel", 2)}
    assert [span.text for span in kessel.mentions] == ["Anna Kessel", "Kessel", "Kessel"]
    assert ([span.text for span in kessel.roles], [span.text for span in holm.roles]) == (["Mayor"], ["baker"])
    assert (kessel.type, kessel.part_of) == ("person", None)
    assert kessel.id[0] == "e"


def comparisons(monkeypatch: pytest.MonkeyPatch, names: list[Name]) -> int:
    """Return how often two names are compared when these are told apart."""
    same, count = entities._same, itertools.count()

    def counted(name: Name, cluster: Cluster) -> bool:
        next(count)
        return same(name, cluster)

    monkeypatch.setattr(entities, "_same", counted)
    assert len(clusters(names)) == len(names)
    return next(count)


def test_a_name_is_compared_with_few_of_thousands(monkeypatch: pytest.MonkeyPatch) -> None:
    names = called("person", *(f"Given{number} Family{number}" for number in range(2000)))
    assert comparisons(monkeypatch, names) <= len(names)


@pytest.mark.parametrize(
    ("kind", "form"), [("person", "Anna Family{}"), ("person", "Given{} Kessel"), ("organization", "Water{} Agency{}")]
)
def test_a_name_is_compared_with_few_of_those_that_look_alike(
    monkeypatch: pytest.MonkeyPatch, kind: str, form: str
) -> None:
    names = called(kind, *(form.format(number, number) for number in range(300)))
    assert comparisons(monkeypatch, names) <= 50 * len(names)


def test_no_name_is_no_entity() -> None:
    assert clusters([]) == []
