"""Tests of ``rashomon.reconcile.differences.parts``: where and who, as a part or as the whole."""

import msgspec

from rashomon.reconcile.differences import differences
from rashomon.records import Entity, Place
from rashomon.records.findings import EntityType
from tests.reconcile.differences.conftest import Tale, known


def met(tale: Tale, *places: str) -> Tale:
    """Tell a meeting once for each place."""
    for name in places:
        text = f"Quell met them in {name}."
        tale.account(text, "met", "meet", agent=("Quell", "Quell"))
        teller = tale.tellers[-1]
        (event,) = teller.events
        place = Place(entity=name, span=teller.words(name))
        teller.events = [msgspec.structs.replace(event, place=place)]
    return tale


def voted(tale: Tale, kind: EntityType) -> Tale:
    """Tell a vote of a house, and of what it is a part of."""
    tale.named(known("Assembly", kind, part_of="Parliament"), known("Parliament", kind))
    for name in ("Parliament", "Assembly"):
        tale.account(f"The {name} voted.", "voted", "vote", agent=(f"The {name}", name))
    return tale


def found(tale: Tale) -> list[tuple[str, str, list[str]]]:
    """Return kind, slot and values of the differences."""
    return [(one.kind, one.slot, [side.value for side in one.sides]) for one in differences(tale.story())]


def places(*names: str) -> list[Entity]:
    """Return places, each a part of the one before."""
    return [known(name, part_of=whole) for name, whole in zip(names, (None, *names), strict=False)]


def test_a_town_beside_its_province_is_finer(tale: Tale) -> None:
    assert found(met(tale.named(*places("Sorn", "Varse")), "Varse", "Sorn")) == [("finer", "where", ["Sorn", "Varse"])]


def test_one_place_is_the_same(tale: Tale) -> None:
    assert found(met(tale.named(*places("Sorn")), "Sorn", "Sorn")) == []


def test_places_apart_show_nothing(tale: Tale) -> None:
    assert found(met(tale.named(known("Sorn"), known("Varse")), "Varse", "Sorn")) == []


def test_a_house_beside_its_parliament_is_finer(tale: Tale) -> None:
    assert found(voted(tale, "organization")) == [("finer", "who", ["The Parliament", "The Assembly"])]


def test_a_state_acts_through_its_capital(tale: Tale) -> None:
    assert found(voted(tale, "place")) == []


def test_in_which_state_a_town_lies_goes_without_saying(tale: Tale) -> None:
    assert found(met(tale.named(*places("Norway", "Bergen")), "Bergen", "Norway")) == []
