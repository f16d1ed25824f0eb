"""Tests of ``rashomon.languages.offices`` and ``rashomon.languages.bodies``: ranks, fields, holders, kinds."""

import pytest
from babel import Locale

from rashomon.languages.bodies import body_kinds, company_endings, shortened, spellings, state_heads
from rashomon.languages.offices import held, holders, in_office, office_words
from rashomon.languages.tables import table
from rashomon.link.entities.offices import office_of

HOLDERS = table("world/offices.toml")


def test_there_are_heads_of_many_states() -> None:
    assert len(HOLDERS) >= 40


def test_every_code_is_one_of_cldr() -> None:
    assert [code for code in HOLDERS if code not in Locale("en").territories] == []


@pytest.mark.parametrize("office", sorted({office for rows in HOLDERS.values() for office in rows}))
def test_every_office_is_one_that_roles_are_read_as(office: str) -> None:
    read = office_of(f"German {office}")
    assert read is not None
    assert (read.name, read.state, read.known_throughout) == (office, "DE", True)


def test_terms_run_forward() -> None:
    years = [term for rows in HOLDERS.values() for people in rows.values() for term in people.values()]
    assert [term for term in years if term != sorted(term) or not all(1900 < year < 2100 for year in term)] == []


def test_a_holder_has_terms_and_an_open_end_is_none() -> None:
    assert dict(holders("US", "president"))["Donald Trump"] == ((2017, 2021), (2025, None))
    assert holders("XX", "president") == ()


def test_offices_are_found_by_their_holders() -> None:
    assert [(state, office) for state, office, _ in held()["Vladimir Putin"]] == [
        ("RU", "president"),
        ("RU", "prime minister"),
    ]


@pytest.mark.parametrize(("year", "holds"), [(2016, False), (2017, True), (2021, True), (2022, False), (2040, True)])
def test_a_year_lies_in_a_term_or_not(year: int, holds: bool) -> None:
    assert in_office(((2017, 2021), (2025, None)), year) == holds


def test_no_word_of_an_office_means_two_things() -> None:
    ranks, before, empty = (set(office_words(kind)) for kind in ("ranks", "before", "empty"))
    assert ranks & before == ranks & empty == before & empty == set()


def test_words_are_written_in_lower_case() -> None:
    written = [word for gram in (*body_kinds(), *office_words("ranks"), *shortened()) for word in gram]
    written += [*company_endings(), *state_heads(), *spellings()]
    assert [word for word in written if word != word.lower()] == []


def test_a_spelling_leads_to_one_that_stays() -> None:
    assert [word for word, usual in spellings().items() if usual in spellings()] == []
