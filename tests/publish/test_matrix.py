"""Tests of ``rashomon.publish.matrix``: which account tells what."""

import msgspec

from rashomon.publish.citing import Names
from rashomon.publish.matrix import COLUMNS, ROWS, Matrix, matrix
from rashomon.records import Record
from tests.publish.conftest import Weir
from tests.publish.tellings import difference, happening, side, words


def told(record: Record, **other: object) -> Matrix:
    """Return the matrix of a record, some of its fields exchanged."""
    record = msgspec.structs.replace(record, **other)
    return matrix(record, Names(record))


def test_rows_are_ranked_events_and_figures_of_several_accounts(weir: Weir) -> None:
    assert [fact.target for fact in told(weir.record).facts] == [f"event-{weir.broke.id}", f"figure-{weir.home.id}"]


def test_columns_are_the_articles_by_their_days(weir: Weir) -> None:
    assert [column.short for column in told(weir.record).columns] == ["Weir Gazette", "Ferrel Post", "Osk Ledger"]


def test_an_account_that_tells_otherwise_than_most_is_marked(weir: Weir) -> None:
    apart = tuple(
        msgspec.structs.replace(one, kind="unclear" if one.kind == "finer" else one.kind)
        for one in weir.record.differences
    )
    broke = told(weir.record, differences=apart).facts[0]
    assert [cell.telling for cell in broke.cells] == ["told", "differs", "told"]


def test_an_account_that_is_only_more_exact_tells_it_as_the_others_do(weir: Weir) -> None:
    finer = tuple(msgspec.structs.replace(one, kind="finer") for one in weir.record.differences)
    assert [cell.telling for cell in told(weir.record, differences=finer).facts[0].cells] == ["told"] * 3


def test_where_no_side_has_most_all_tell_it_otherwise(weir: Weir) -> None:
    home = told(weir.record).facts[1]
    assert [cell.telling for cell in home.cells] == ["differs"] * 3


def test_an_account_that_denies_an_event_tells_it_otherwise(weir: Weir) -> None:
    first, *others = weir.broke.accounts
    denied = msgspec.structs.replace(weir.broke, accounts=(msgspec.structs.replace(first, status="denied"), *others))
    fact = told(weir.record, events=(denied,), differences=()).facts[0]
    assert [cell.telling for cell in fact.cells] == ["differs", "told", "told"]


def test_an_account_that_tells_and_denies_an_event_tells_it(weir: Weir) -> None:
    first, *others = weir.broke.accounts
    both = msgspec.structs.replace(
        weir.broke, accounts=(msgspec.structs.replace(first, status="denied"), first, *others)
    )
    fact = told(weir.record, events=(both,), differences=()).facts[0]
    assert [cell.telling for cell in fact.cells] == ["told"] * 3


def test_an_account_that_does_not_tell_it_is_silent(weir: Weir) -> None:
    told_twice = msgspec.structs.replace(weir.told, rank=2)
    (fact,) = told(weir.record, events=(told_twice,), figures=()).facts
    assert [cell.telling for cell in fact.cells] == ["silent", "told", "told"]


def test_an_account_that_is_not_read_is_not_called_silent(weir: Weir) -> None:
    other = msgspec.structs.replace(weir.gazette, id="0" * 16, annotated=False)
    assert len(told(weir.record, articles=(*weir.record.articles, other)).columns) == 3


def test_words_alone_are_no_other_telling(weir: Weir) -> None:
    sides = side("weir", words(weir.gazette, "weir")), side("dam", words(weir.ledger, "dam"))
    wording = difference("wording", weir.broke.id, "how named", *sides, note="So.")
    facts = told(weir.record, differences=(wording,)).facts
    assert [cell.telling for cell in facts[0].cells] == ["told"] * 3


def test_the_cell_of_a_figure_has_the_last_value_of_the_account(weir: Weir) -> None:
    again = msgspec.structs.replace(weir.home.points[1], span=words(weir.post, "Two"))
    home = msgspec.structs.replace(weir.home, points=(*weir.home.points, again))
    (fact,) = told(weir.record, events=(), figures=(home,)).facts
    assert [(cell.text, cell.more) for cell in fact.cells] == [("About 40", 0), ("Two", 1), ("More than 100", 0)]


def test_cells_lead_to_the_words(weir: Weir) -> None:
    assert told(weir.record).facts[0].cells[2].span == words(weir.ledger, "gave way")


def test_what_there_is_no_room_for_is_counted(weir: Weir) -> None:
    articles = [
        msgspec.structs.replace(weir.post, id=f"{number:016x}", source=f"{number}.txt") for number in range(COLUMNS + 5)
    ]
    spans = [msgspec.structs.replace(words(weir.post, "broke"), article=article.id) for article in articles]
    events = [
        happening(
            spans[0], *(msgspec.structs.replace(span, start=span.start + n) for span in spans), label="x", rank=n + 1
        )
        for n in range(ROWS + 2)
    ]
    found = told(weir.record, articles=tuple(articles), events=tuple(events), figures=(), differences=())
    assert (len(found.columns), found.articles_left_out) == (COLUMNS, 5)
    assert (len(found.facts), found.facts_left_out) == (ROWS, 2)


def test_a_story_without_ranks_and_figures_has_no_matrix(weir: Weir) -> None:
    assert told(weir.record, events=(weir.told,), figures=()).facts == ()


def test_a_fact_that_no_shown_account_tells_is_left_out(weir: Weir) -> None:
    other = msgspec.structs.replace(weir.post, id="0" * 16, related=False)
    lone = [msgspec.structs.replace(words(weir.post, text), article=other.id) for text in ("broke", "said")]
    event = msgspec.structs.replace(happening(lone[0], *lone, label="x", rank=1), support=weir.broke.support)
    found = told(weir.record, articles=(*weir.record.articles, other), events=(event, weir.broke))
    assert [fact.target for fact in found.facts] == [f"event-{weir.broke.id}", f"figure-{weir.home.id}"]
    assert found.facts_left_out == 1
