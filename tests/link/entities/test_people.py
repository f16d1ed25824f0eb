"""Tests of ``rashomon.link.entities``: which names of several articles are one person's."""

import pytest

from tests.link.entities.accounts import Account, account, entity_of, found, story


def of(name: str, number: int) -> Account:
    """Return an account of one person, "Anna Kessel < president"."""
    forms, _, role = name.partition(" < ")
    return account(f"{number}. {role} {forms.replace(' | ', ' and ')} spoke.", f"person: {name}")


ONE = [
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Kim Jong Un", "Kim Jong-un"),
    ("Kim Jong Un", "Jong Un"),
    ("Raul Labrador", "Raúl R. Labrador"),
    ("Charles Orsk", "Chuck Orsk"),
    ("Joseph Orsk", "Joe Orsk"),
    ("J. Christopher Orsk", "Chris Orsk"),
    ("John F. Orsk", "John Orsk"),
    ("Sarah Holm Orsk", "Sarah Orsk"),
    ("Orsk Jan", "Jan Orsk"),
    ("Anna Kessel", "Ana Kessel"),
    ("Vasko Terebin", "Vasko Terebyn"),
    ("Emeric Zhelnar", "Emeric Jelnar"),
    ("Isaura Quell", "Isaura Quill"),
    ("Mary Quell < President", "Mary Quill < President"),
    ("Anna Kessel", "Kessel"),
    ("Kim Jong Un", "Kim"),
    ("Volodymyr Zelensky", "Zelenskyy"),
    ("Kessel < President", "Kessel < President"),
    ("Kessel", "Kessel"),
    ("John Orsk Jr.", "John Orsk"),
]
TWO = [
    ("Anna Kessel", "Peter Kessel"),
    ("Anna Kessel", "Anna Holm"),
    ("George W. Orsk", "George H. W. Orsk"),
    ("Anna Maria Kessel", "Anna Jana Kessel"),
    ("Kim Jong Un", "Kim Jong Il"),
    ("Kim Jong Un", "Kim Yo Jong"),
    ("Martin Orsk", "Martina Orsk"),
    ("John Orsk Jr.", "John Orsk III"),
    ("Mary Quell", "Mary Quill"),
    ("Peter Kessel", "Mrs Kessel"),
    ("Anna", "Anna"),
    ("Anna Kessel", "Anna"),
    ("Kessel < Sen.", "Kessel < Gov."),
    ("Peter Orskman < Texas Gov.", "Pieter Orskman < Ohio Gov."),
    ("Marek Holm < Russian President", "Marek Holme < Ukrainian President"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_names_that_are_one_persons(one: str, other: str) -> None:
    assert len(found(of(one, 1), of(other, 2))) == 1


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_that_are_two_peoples(one: str, other: str) -> None:
    assert len(found(of(one, 1), of(other, 2))) == 2


def test_two_people_of_one_article_stay_two() -> None:
    both = account("Peter Orsk met Pete Orsk.", "person: Peter Orsk", "person: Pete Orsk")
    assert len(found(both, of("Peter Orsk", 2))) == 2


def test_two_spellings_in_one_article_are_one() -> None:
    both = account("Anna Kessel and Ana Kessel.", "person: Anna Kessel", "person: Ana Kessel")
    assert len(found(both, of("Anna Kessel", 2))) == 1


def test_a_son_and_his_father_stay_two_where_one_article_tells_them_apart() -> None:
    both = account("President Orsk and John Orsk Jr.", "person: Orsk < President", "person: John Orsk Jr.")
    assert found(both, of("John Orsk < President", 2)) == [{"Orsk", "John Orsk"}, {"John Orsk Jr."}]


def test_a_family_name_of_two_people_goes_to_neither() -> None:
    assert len(found(of("Anna Kessel", 1), of("Peter Kessel", 2), of("Kessel", 3))) == 3


def test_a_family_name_of_two_people_goes_to_the_one_whose_office_stands_beside_it() -> None:
    groups = found(of("Anna Kessel < Senator", 1), of("Peter Kessel < Sheriff", 2), of("Kessel < Sheriff", 3))
    assert groups == [{"Anna Kessel"}, {"Peter Kessel", "Kessel"}]


def test_a_family_name_of_two_people_goes_to_the_known_holder_of_the_office() -> None:
    accounts = [
        account("1. Barack Obama.", "person: Barack Obama"),
        account("2. Michelle Obama.", "person: Michelle Obama"),
        account("3. President Obama.", "person: Obama < President", day="2012-05-04"),
        account("4. President Obama.", "person: Obama < President", day="1912-05-04"),
    ]
    assert found(*accounts[:3]) == [{"Barack Obama", "Obama"}, {"Michelle Obama"}]
    assert len(found(*accounts[:2], accounts[3])) == 3


def test_a_family_name_is_nobodys_in_an_article_of_another_story() -> None:
    one, other = of("Anna Kessel", 1), account("Kessel won the cup.", "person: Kessel")
    lone = other.annotation.entities[:1]
    other = Account(other.article, type(other.annotation)(reading=other.annotation.reading, entities=lone, claims=()))
    assert {"Kessel"} in found(one, other)


def test_an_initial_that_fits_two_people_goes_to_neither() -> None:
    assert len(found(of("John Orsk", 1), of("Jane Orsk", 2), of("J. Orsk", 3))) == 3


def test_a_name_without_a_second_given_name_that_fits_two_people_goes_to_neither() -> None:
    groups = found(of("George W. Orsk", 1), of("George H. W. Orsk", 2), of("George Orsk", 3))
    assert len(groups) == 3


def test_a_misspelt_family_name_needs_the_same_given_name() -> None:
    assert len(found(of("Kim Jong Un < North Korean leader", 1), of("Jong Un < North Korean leader King", 2))) == 1
    assert len(found(of("Isaura Quell", 1), of("Quill", 2))) == 2


def test_what_is_taken_for_a_person_is_a_place_when_most_take_it_for_one() -> None:
    accounts = [
        account("1. In Drevany.", "place: Drevany"),
        account("2. Drevany said.", "person: Drevany"),
        account("3. Drevany, Drevany.", "person: Drevany"),
    ]
    (entity,) = [one for one in story(*accounts)[1] if one.name == "Drevany"]
    assert (entity.type, len(entity.mentions)) == ("place", 4)


def test_a_family_name_stays_a_persons_though_a_place_is_called_so() -> None:
    accounts = [of("Anna Ferrel", 1), account("2. In Ferrel.", "place: Ferrel"), of("Ferrel", 3)]
    assert {"Anna Ferrel", "Ferrel"} in found(*accounts)


def test_a_family_name_marked_as_a_bodys_is_the_holders_of_an_office() -> None:
    accounts = [of("Anna Kessel < President", 1), account("2. The Kessel team.", "organization: Kessel")]
    (entity,) = [one for one in story(*accounts)[1] if "Kessel" in one.name]
    assert (entity.type, entity.name) == ("person", "Anna Kessel")


def test_a_company_is_not_the_founder_after_whom_it_is_called() -> None:
    beside = account("Kessel, said Sam Kessel.", "organization: Kessel", "person: Sam Kessel")
    often = [
        of("Sam Kessel | Kessel", 1),
        *(account(f"{number}. Kessel.", "organization: Kessel") for number in (2, 3)),
    ]
    assert len(found(beside)) == len(found(*often)) == 2


def test_a_town_is_not_the_person_who_is_called_like_it() -> None:
    person = of("Lloyd Kessel | Kessel", 1)
    assert len(found(person, account("2. In Kessel.", "place: Kessel"))) == 2


def test_a_family_name_is_a_persons_as_in_other_accounts_whatever_it_is_marked_as() -> None:
    other = [of("Anna Kessel | Kessel", number) for number in (1, 2)]
    place = account("3. Anna Kessel was there, and Kessel left.", "person: Anna Kessel", "place: Kessel")
    (entity,) = [one for one in story(*other, place)[1] if "Kessel" in one.name]
    assert (entity.type, entity.name) == ("person", "Anna Kessel")


def test_a_person_has_the_name_that_most_accounts_give() -> None:
    accounts = [of("Isaura Quell", 1), of("Isaura Quell", 2), of("Isaura Quill", 3), of("Quell", 4)]
    assert entity_of(story(*accounts)[1], "Isaura Quill").name == "Isaura Quell"


def test_a_word_in_lower_case_is_nobodys_name() -> None:
    assert len(found(of("Barney Frank", 1), account("2. To be frank.", "person: frank"))) == 2
