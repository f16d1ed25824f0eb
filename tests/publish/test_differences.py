"""Tests of ``rashomon.publish.differences``: how the accounts differ, as it is listed."""

import msgspec
import pytest

from rashomon.publish.citing import Names
from rashomon.publish.differences import FIRST, KINDS, Differences, by_line, differences
from rashomon.records import Difference, Record
from rashomon.records.findings import Relation
from tests.publish.conftest import Weir
from tests.publish.tellings import difference, side, words


def listed(record: Record, *found: Difference) -> Differences:
    """Return the differences of a record, or others in their stead."""
    record = msgspec.structs.replace(record, differences=found) if found else record
    return differences(record, Names(record))


def test_differences_go_by_their_rank_and_wording_stands_apart(weir: Weir) -> None:
    found = listed(weir.record, weir.named, weir.when, weir.how_many)
    assert [one.id for one in found.first] == [weir.how_many.id, weir.when.id]
    assert [one.id for one in found.wording] == [weir.named.id]


def test_the_first_few_stand_open(weir: Weir) -> None:
    many = [msgspec.structs.replace(weir.when, rank=rank) for rank in range(1, FIRST + 3)]
    found = listed(weir.record, *many)
    assert (len(found.first), len(found.others)) == (FIRST, 2)


def test_a_side_names_the_accounts_that_take_it(weir: Weir) -> None:
    one = listed(weir.record).first[1]
    assert [(side.value, [telling.by for telling in side.tellings]) for side in one.sides] == [
        ("Monday", ["Weir Gazette", "Osk Ledger"]),
        ("March 10", ["Ferrel Post"]),
    ]


def test_a_difference_leads_to_the_line_that_it_is_about(weir: Weir) -> None:
    how_many, when = listed(weir.record).first
    assert (how_many.about, how_many.target) == ("mill workers sent home", f"figure-{weir.home.id}")
    assert (when.about, when.target) == ("The old weir of Ferrel broke", f"event-{weir.broke.id}")


def test_a_difference_about_an_entity_names_it(weir: Weir) -> None:
    sides = side("Ada Brill", words(weir.post, "Ada Brill")), side("mayor", words(weir.post, "mayor"))
    (one,) = listed(weir.record, difference("wording", weir.ada.id, "how named", *sides, note="So.")).wording
    assert (one.about, one.target) == ("Ada Maria Brill", "")


@pytest.mark.parametrize(("kind", "is_grave"), [(kind, kind in ("conflict", "status")) for kind in KINDS])
def test_only_conflict_and_status_make_a_line_disputed(weir: Weir, kind: Relation, is_grave: bool) -> None:
    found = listed(weir.record, msgspec.structs.replace(weir.when, kind=kind))
    (one,) = (*found.first, *found.wording)
    assert one.is_grave == is_grave


def test_wording_differs_at_no_line(weir: Weir) -> None:
    assert by_line(weir.record.differences) == {weir.home.id: [weir.how_many], weir.broke.id: [weir.when]}
