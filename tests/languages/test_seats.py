"""Tests of ``rashomon.languages.seats`` and ``rashomon.languages.regions``: what stands for a body, parts of states."""

import pytest
from babel import Locale

from rashomon.languages.bodies import body_kinds
from rashomon.languages.chambers import chambers
from rashomon.languages.regions import Region, regions
from rashomon.languages.seats import Seat, seats
from rashomon.languages.states import states
from rashomon.languages.tables import table

ROWS = table("world/seats.toml")["seat"]
OWN = {"crown", "premiership", "federal police", "guard", "tax agency", "party"}
"""What seats stand for beside the kinds of bodies."""


def test_a_seat_has_the_fields_of_the_table_and_no_others() -> None:
    assert [row for row in ROWS if set(row) != {"state", "names", "stands_for"}] == []


def test_every_seat_and_region_is_of_a_state_of_cldr() -> None:
    codes = {row["state"] for row in ROWS} | set(table("world/regions.toml"))
    assert sorted(codes - set(Locale("en").territories)) == []


def test_no_name_is_that_of_two_seats() -> None:
    names = [name.lower() for row in ROWS for name in row["names"]]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_a_seat_stands_for_a_kind_of_body() -> None:
    kinds = set(body_kinds().values())
    odd = {row["stands_for"] for row in ROWS if row["stands_for"].split()[-1] not in kinds}
    assert odd <= OWN | {"bank"}


@pytest.mark.parametrize("name", sorted(seats()))
def test_no_seat_is_a_chamber_too(name: str) -> None:
    assert name not in chambers()


def test_no_region_is_a_state() -> None:
    assert sorted(form for form in regions() if form in states()) == []


def test_no_form_names_two_regions() -> None:
    forms = [form for rows in table("world/regions.toml").values() for row in rows for form in row]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_a_seat_and_a_region_are_known_by_their_names() -> None:
    assert seats()["kremlin"] == Seat("RU", "Kremlin", "government")
    assert regions()["Calif."] == Region("US", "California")
