"""Tests of ``rashomon.link.entities``: which names of several articles are one body, place or people."""

import pytest

from tests.link.entities.accounts import Account, account, entity_of, found, story


def of(name: str, number: int, kind: str = "organization", beside: str = "", before: str = "the") -> Account:
    """Return an account of one body, and of a state beside it."""
    text = f"{number}. In {beside}, {before} {name.replace(' | ', ' and ')}."
    return account(text, f"{kind}: {name}", *([f"place: {beside}"] if beside else []))


ONE = [
    ("National Water Agency | NWA", "NWA"),
    ("National Water Agency", "NWA"),
    ("National Water Agency", "N.W.A."),
    ("National Intelligence Service", "NIS"),
    ("Ferrel Defence Ministry", "Ferrel Defense Ministry"),
    ("Ministry of Defence of Ukraine", "Ukrainian Defense Ministry"),
    ("Pentagon", "U.S. Defense Department"),
    ("State Duma", "Duma"),
    ("Federation Council", "Federation Council of Russia"),
    ("Justice Department", "Department of Justice"),
    ("Treasury Department", "Treasury Department"),
    ("U.S. Fish and Wildlife Service", "Fish & Wildlife Service"),
    ("UN Charter", "United Nations Charter"),
    ("Orsk Stores Inc.", "Orsk Stores"),
    ("Safari Club International", "Safari Club"),
    ("House Judiciary Committee", "Judiciary Committee"),
    ("14th Amendment", "Fourteenth Amendment"),
    ("Associated Press", "AP"),
    ("Tamarell Council", "Tamarel Council"),
    ("USPS", "United States Postal Service"),
    ("GOP", "Republican Party"),
    ("F.B.I.", "Federal Bureau of Investigation"),
]
TWO = [
    ("Ukrainian Defence Ministry", "Russian Defence Ministry"),
    ("Texas Supreme Court", "Ohio Supreme Court"),
    ("Wisconsin Republican Party", "Republican Party"),
    ("National Water Agency", "NWB"),
    ("Washington Post | Post", "New York Post | Post"),
    ("Democratic National Convention | DNC", "Democratic National Committee | DNC"),
    ("Lower Bank", "Upper Bank"),
    ("Council", "Council of Provinces"),
    ("British Transport", "Transport"),
    ("state Republican Party", "Republican Party"),
    ("Ferrel Aid UK", "Ferrel Aid"),
    ("Play Store", "PS"),
]
PLACES = [
    ("Kyiv", "Kiev", True),
    ("Calif.", "California", True),
    ("Tamarel", "Tamarell", True),
    ("U.S.", "United States of America", True),
    ("North Korea", "N Korea", True),
    ("Germany", "Berlin", False),
    ("Iran", "Iraq", False),
    ("Austria", "Australia", False),
    ("New York", "New York City", False),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_names_of_one_body(one: str, other: str) -> None:
    assert len(found(of(one, 1), of(other, 2))) == 1


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_of_two_bodies(one: str, other: str) -> None:
    assert len(found(of(one, 1), of(other, 2))) == 2


@pytest.mark.parametrize(("one", "other", "same"), PLACES)
def test_names_of_places(one: str, other: str, same: bool) -> None:
    assert len(found(of(one, 1, "place"), of(other, 2, "place"))) == (1 if same else 2)


def test_a_body_is_one_whatever_it_is_taken_for() -> None:
    accounts = [of("Kelm Ford", 1, "place"), of("Kelm Ford", 2), of("Kelm Ford", 3, "place")]
    assert entity_of(story(*accounts)[1], "Kelm Ford").type == "place"


def test_initials_that_two_bodies_have_are_neithers() -> None:
    assert len(found(of("National Water Agency", 1), of("New Wave Alliance", 2), of("NWA", 3))) == 3


def test_a_ministry_whose_state_is_unsaid_is_the_only_one_of_the_story() -> None:
    said = of("Ukrainian Interior Ministry", 1, beside="Ukraine")
    assert {"Ukrainian Interior Ministry", "Interior Ministry"} in found(
        said, of("Interior Ministry", 2, beside="Ukraine")
    )


def test_a_ministry_whose_state_is_unsaid_is_nobodys_where_there_are_two() -> None:
    both = [of("Ukrainian Interior Ministry", 1, beside="Ukraine"), of("Russian Interior Ministry", 2, beside="Russia")]
    assert {"Interior Ministry"} in found(*both, of("Interior Ministry", 3, beside="Ukraine"))


def test_a_ministry_has_the_state_that_stands_before_it() -> None:
    said = of("Ukrainian Interior Ministry", 1)
    assert len(found(said, of("Interior Ministry", 2, before="Ukraine's"))) == 1
    assert len(found(said, of("Interior Ministry", 2, before="the Russian"))) == 2


def test_a_chamber_is_of_the_state_that_its_article_names() -> None:
    accounts = [of("Senate", 1, beside="France"), of("Senate", 2, beside="Italy"), of("Senate", 3, beside="France")]
    assert sum("Senate" in forms for forms in found(*accounts)) == 2


def test_a_noun_alone_is_the_one_body_of_its_article_that_is_built_on_it() -> None:
    one = account("Council of Provinces; Council.", "organization: Council of Provinces", "organization: Council")
    both = account(
        "Council of Provinces; Council of Elders; Council.",
        "organization: Council of Provinces",
        "organization: Council of Elders",
        "organization: Council",
    )
    assert (len(found(one)), len(found(both))) == (1, 3)


def test_the_team_of_a_place_is_called_by_its_last_word() -> None:
    full = account("Ferrel Otters of Ferrel.", "organization: Ferrel Otters", "place: Ferrel")
    assert {"Ferrel Otters", "Otters"} in found(full, of("Otters", 2))


@pytest.mark.parametrize(("one", "other"), [("Democratic", "Democrats"), ("Republican", "Republicans")])
def test_a_party_is_one_in_singular_and_plural(one: str, other: str) -> None:
    assert len(found(of(one, 1, "group"), of(other, 2, "group"))) == 1


def test_a_party_is_no_team_of_a_region() -> None:
    full = account("Texas Democrats of Texas.", "group: Texas Democrats", "place: Texas")
    assert {"Texas Democrats"} in found(full, of("Democrats", 2, "group"))


def test_the_north_is_the_state_that_is_called_so() -> None:
    korea = account("North Korea, and the North.", "place: North Korea", "place: North")
    assert found(korea, of("North Korea", 2, "place")) == [{"North Korea", "North"}]
    assert len(found(of("North Korea", 1, "place"), of("North", 2, "place"))) == 2


def test_a_headline_gives_no_name() -> None:
    accounts = [
        account("Supreme Court Hears Argument.", "organization: Supreme Court Hears Argument"),
        *(of("Supreme Court", number) for number in (2, 3)),
    ]
    assert any(one.name == "Supreme Court" for one in story(*accounts)[1])


@pytest.mark.parametrize(
    ("part", "kind", "beside", "whole"),
    [
        ("State Duma", "organization", "Russia", "Russia"),
        ("Kremlin", "place", "Russia", "Russia"),
        ("Moscow", "place", "Russia", "Russia"),
        ("Russians", "group", "Russia", "Russia"),
        ("Russian Navy", "organization", "Russia", "Russia"),
        ("Texas", "place", "United States", "United States"),
        ("U.S. Forest Service", "organization", "United States", "United States"),
        ("Ormelian", "group", "Ormelia", "Ormelia"),
        ("Ormelian Defence Ministry", "organization", "Ormelia", "Ormelia"),
        ("Chinese New Year", "event", "China", None),
        ("Ukraine War News", "organization", "Ukraine", None),
        ("Ferrel", "place", "Russia", None),
    ],
)
def test_what_is_a_part_of_a_state(part: str, kind: str, beside: str, whole: str | None) -> None:
    entities = story(of(part, 1, kind, beside=beside))[1]
    of_what = entity_of(entities, part).part_of
    assert of_what == (entity_of(entities, whole).id if whole else None)


def test_a_chamber_is_a_part_of_its_parliament() -> None:
    text = "The Senate of Congress in the United States, and its House Budget Committee; the House."
    names = ["Senate", "Congress", "House Budget Committee", "House"]
    entities = story(account(text, "place: United States", *(f"organization: {name}" for name in names)))[1]
    assert entity_of(entities, "Senate").part_of == entity_of(entities, "Congress").id
    assert entity_of(entities, "Congress").part_of == entity_of(entities, "United States").id


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("In Kursk, Russia, on Monday.", "Russia"),
        ("In Russia's Kursk region.", "Russia"),
        ("In Russia’s southern Kursk region.", "Russia"),
        ("In Kursk and Russia.", None),
    ],
)
def test_a_place_lies_where_an_account_says(text: str, whole: str | None) -> None:
    entities = story(account(text, "place: Kursk", "place: Russia"))[1]
    assert entity_of(entities, "Kursk").part_of == (entity_of(entities, whole).id if whole else None)
