"""The example story across its accounts against ``examples/tamarel/expected.toml``: what happened, and who is one."""

import pytest

from rashomon.records import Event, Figure, Record
from tests.test_example import EXPECTED, Expected

EVENTS = pytest.mark.parametrize("expected", EXPECTED["event"], ids=lambda expected: str(expected["name"]))
PEOPLE = pytest.mark.parametrize("expected", EXPECTED["person"], ids=lambda expected: str(expected["name"]))


def event_of(record: Record, expected: Expected) -> Event:
    """Return the event of a day that has one of the triggers."""
    found = [
        event
        for event in record.events
        if event.time is not None
        and (event.time.earliest, event.time.latest) == (expected["earliest"], expected["latest"])
        and {account.trigger.text for account in event.accounts} & set(expected["triggers"])
    ]
    assert len(found) == 1
    return found[0]


@EVENTS
def test_an_event_is_told_by_all_its_accounts(tamarel: Record, expected: Expected) -> None:
    sources = {article.id: article.source for article in tamarel.articles}
    told_by = {sources[account.article] for account in event_of(tamarel, expected).accounts}
    assert told_by >= set(expected["told_by"])


@EVENTS
def test_an_event_is_as_real_as_it_is_told(tamarel: Record, expected: Expected) -> None:
    assert event_of(tamarel, expected).status == expected["status"]


@EVENTS
def test_background_is_what_was_long_before(tamarel: Record, expected: Expected) -> None:
    assert event_of(tamarel, expected).background == expected.get("background", False)


@EVENTS
def test_votes(tamarel: Record, expected: Expected) -> None:
    vote = event_of(tamarel, expected).slots.vote
    found = None if vote is None or vote.for_ is None else [vote.for_, vote.against]
    assert found == expected.get("vote")
    assert bool(vote is not None and vote.unanimous) == expected.get("unanimous", False)


@PEOPLE
def test_a_person_is_one_under_all_names(tamarel: Record, expected: Expected) -> None:
    (person,) = (entity for entity in tamarel.entities if entity.name == expected["name"])
    assert sorted(alias.text for alias in person.aliases) == expected["forms"]


def test_the_prints_of_one_report_are_one_origin(tamarel: Record) -> None:
    (clash,) = (event for event in tamarel.events if event.kind == "kill")
    assert clash.support.articles > clash.support.independent
    assert clash.support.origins <= clash.support.articles


def test_no_two_people_are_one(tamarel: Record) -> None:
    known = {"Venn", "Molvane", "Korr", "Orlik", "Kost", "Ardanec", "Lask", "Castellow", "Brisko", "Paske", "Dray"}
    for entity in tamarel.entities:
        assert len(known & {word for alias in entity.aliases for word in alias.text.split()}) <= 1


FIGURES = pytest.mark.parametrize("expected", EXPECTED["figure"], ids=lambda expected: str(expected["name"]))


def figure_of(record: Record, expected: Expected) -> Figure:
    """Return the figure with these numbers."""
    texts = [text for text, _, _ in expected["points"]]
    found = [figure for figure in record.figures if [point.value.text for point in figure.points] == texts]
    assert len(found) == 1
    return found[0]


@FIGURES
def test_the_points_of_a_figure_relate_as_a_reader_says(tamarel: Record, expected: Expected) -> None:
    figure = figure_of(tamarel, expected)
    found = [[point.value.text, point.scope or "", point.relation or ""] for point in figure.points]
    assert found == expected["points"]
    assert figure.counted == expected["counted"]


@FIGURES
def test_the_support_of_a_figure(tamarel: Record, expected: Expected) -> None:
    support = figure_of(tamarel, expected).support
    assert (support.articles, support.independent) == (expected["articles"], expected["independent"])


@FIGURES
def test_a_figure_is_part_of_another_only_where_an_account_says_so(tamarel: Record, expected: Expected) -> None:
    wholes = {one["name"]: figure_of(tamarel, one).id for one in EXPECTED["figure"]}
    assert figure_of(tamarel, expected).part_of == wholes.get(expected.get("part_of", ""))


def test_no_other_numbers_are_figures(tamarel: Record) -> None:
    assert len(tamarel.figures) == len(EXPECTED["figure"])


DIFFERENCES = pytest.mark.parametrize(
    "expected", EXPECTED["difference"], ids=lambda expected: f"{expected['kind']}: {', '.join(expected['sides'])}"
)


@DIFFERENCES
def test_the_accounts_differ_as_a_reader_says(tamarel: Record, expected: Expected) -> None:
    sides = [
        [side.value for side in found.sides]
        for found in tamarel.differences
        if (found.kind, found.slot) == (expected["kind"], expected["slot"])
    ]
    assert [
        said
        for said in sides
        if len(said) == len(expected["sides"])
        and all(words in value for words, value in zip(expected["sides"], said, strict=True))
    ]


def test_the_gravest_differences_come_first(tamarel: Record) -> None:
    assert [found.kind for found in tamarel.differences][:3] == ["conflict", "status", "update"]
    assert [found.rank for found in tamarel.differences] == list(range(1, len(tamarel.differences) + 1))
    kinds = [found.kind for found in tamarel.differences]
    assert (kinds.count("conflict"), kinds.count("status"), kinds.count("unclear")) == (1, 1, 0)


def test_only_what_is_contradicted_differs(tamarel: Record) -> None:
    events = {event.id for event in tamarel.events if event.agreement == "differ"}
    figures = {figure.id for figure in tamarel.figures if figure.agreement == "differ"}
    assert events | figures == {found.about for found in tamarel.differences if found.kind in {"conflict", "status"}}
