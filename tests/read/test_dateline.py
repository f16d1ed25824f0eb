"""Datelines at the start of a report."""

from collections.abc import Callable
from datetime import date

import pytest

from rashomon.read.dateline import Dateline, find_dateline
from rashomon.records import Article

REST = "The council of Velmara approved a plan to rebuild the old harbour."


def found(text: str) -> Dateline | None:
    return find_dateline(text, 0, len(text))


@pytest.mark.parametrize(
    "line",
    [
        "VELMARA (XYZ)",
        "Velmara (XYZ)",
        "VELMARA, Tamarel (XYZ)",
        "Velmara, Tamarel (XYZ)",
        "PORT VELMARA (XYZ)",
        "ST. OLAV (XYZ)",
        "PORT-AU-VELL (XYZ)",
        "VELMARA/ORSUND (XYZ)",
        "SÃO TAMAREL (XYZ)",
        "VELMARA, May 14 (XYZ)",
        "VELMARA, 14 May (XYZ)",
        "VELMARA, Tamarel, May 14 (XYZ)",
        "Velmara, Sept. 3 (XYZ)",
        "VELMARA (XYZ News)",
        "VELMARA (Reuters)",
        "(XYZ)",
    ],
)
@pytest.mark.parametrize("separator", [" — ", " – ", " -- ", " - "])
def test_line_with_agency(line: str, separator: str) -> None:
    dateline = found(line + separator + REST)
    assert dateline is not None
    assert dateline.at.of(line) == line


@pytest.mark.parametrize("line", ["VELMARA (XYZ)", "VELMARA, May 14 (XYZ)"])
def test_line_may_end_with_a_colon(line: str) -> None:
    dateline = found(f"{line}: {REST}")
    assert dateline is not None
    assert dateline.at.of(line) == line


@pytest.mark.parametrize("line", ["VELMARA", "VELMARA, Tamarel", "PORT VELMARA, May 14", "VELMARA, Tamarel, May 14"])
@pytest.mark.parametrize("separator", [" — ", " – ", " -- ", " - ", "— "])
def test_line_without_agency(line: str, separator: str) -> None:
    dateline = found(line + separator + REST)
    assert dateline is not None
    assert dateline.at.of(line) == line


@pytest.mark.parametrize("line", ["NEW VELMARA (XYZ)", "NEW YORK (AP)", "New Delhi (PTI)", "NEW YORK, May 14"])
def test_place_may_be_new(line: str) -> None:
    dateline = found(f"{line} — {REST}")
    assert dateline is not None
    assert dateline.at.of(line) == line


def test_credit_is_what_stands_in_brackets() -> None:
    text = f"VELMARA, May 14 (XYZ) — {REST}"
    dateline = found(text)
    assert dateline is not None
    assert dateline.credit is not None
    assert dateline.credit.of(text) == "XYZ"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("VELMARA, May 14 (XYZ)", "XXXX-05-14"),
        ("VELMARA, 14 May (XYZ)", "XXXX-05-14"),
        ("VELMARA, Sept. 3 (XYZ)", "XXXX-09-03"),
        ("VELMARA, Tamarel, Feb. 29", "XXXX-02-29"),
    ],
)
def test_day_has_no_year(line: str, value: str) -> None:
    dateline = found(f"{line} — {REST}")
    assert dateline is not None
    assert dateline.moment is not None
    assert (dateline.moment.value, dateline.moment.earliest) == (value, None)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("VELMARA, March 4, 2031", "2031-03-04"),
        ("VELMARA, March 4 2031", "2031-03-04"),
        ("VELMARA, Tam., Mar. 4, 2031", "2031-03-04"),
        ("VELMARA, 4 March 2031", "2031-03-04"),
        ("VELMARA, 4 March 2031 (XYZ)", "2031-03-04"),
        ("Velmara, 4 March 2031 (XYZ)", "2031-03-04"),
        ("VELMARA, Tamarel, March 4, 2031 (XYZ)", "2031-03-04"),
    ],
)
@pytest.mark.parametrize("separator", [" — ", " – ", " -- ", " - "])
def test_day_may_have_its_year(line: str, value: str, separator: str) -> None:
    text = line + separator + REST
    dateline = found(text)
    assert dateline is not None
    assert dateline.at.of(text) == line
    assert dateline.moment is not None
    assert (dateline.moment.value, dateline.moment.earliest) == (value, date(2031, 3, 4))
    assert dateline.day is not None
    assert dateline.day.of(text).endswith("2031")


@pytest.mark.parametrize("line", ["VELMARA, Feb. 29, 2031", "VELMARA, 31 April 2031 (XYZ)", "VELMARA, May 99, 2031"])
def test_day_that_its_year_lacks_is_none(line: str) -> None:
    dateline = found(f"{line} — {REST}")
    assert dateline is not None
    assert dateline.moment is None


@pytest.mark.parametrize(
    "line", ["VELMARA, May 4, 20311", "VELMARA, May 4, 0031", "VELMARA, May 4, ٢٠٣١", "VELMARA, May 4, 9999"]
)
def test_year_in_which_nothing_was_published_is_no_part_of_a_dateline(line: str) -> None:
    assert found(f"{line} — {REST}") is None


def test_dateline_with_a_year_dates_its_article(article: Callable[..., Article], prose: tuple[str, ...]) -> None:
    read = article("\n\n".join((f"VELMARA, March 4, 2031 - {prose[0]}", *prose[1:])))
    assert read.dateline is not None
    assert read.dateline.text == "VELMARA, March 4, 2031"
    assert (read.published.value, read.published.basis) == ("2031-03-04", "stated")
    assert [span.text for span in read.published.evidence] == ["March 4, 2031"]


def test_day_that_does_not_exist_is_none() -> None:
    dateline = found(f"VELMARA, Feb. 31 (XYZ) — {REST}")
    assert dateline is not None
    assert dateline.moment is None


@pytest.mark.parametrize(
    "opening",
    [
        "UPDATE - ",
        "UPDATE (XYZ) - ",
        "FILE - ",
        "FILE — ",
        "BREAKING — ",
        "EXCLUSIVE - ",
        "PHOTOS — ",
        "WATCH – ",
        "FACT CHECK — ",
        "Q&A — ",
        "EDITOR'S NOTE — ",
        "CORRECTION: ",
        "(CORRECTION) - ",
        "BREAKING: ",
        "Velmara - ",
        "Velmara: ",
        "“VELMARA — ",
        "The town of Velmara (population 4,000) - ",
        "velmara (xyz) - ",
        "A PLAN FOR THE HARBOUR\n",
        "2024 - ",
    ],
)
def test_what_is_no_place_is_no_dateline(opening: str) -> None:
    assert found(opening + REST) is None


@pytest.mark.parametrize(
    "text",
    [
        "NATO — the alliance of thirty-two countries — said that it knew of no ships in the harbour of Velmara.",
        "DNA – and not a witness – led the police to the man who had cut the ropes of the boats.",
        "WHO - which counts the ill of all countries - said that the water of Velmara was clean.",
    ],
)
def test_sentence_that_opens_with_an_acronym_has_no_dateline(text: str) -> None:
    assert found(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Fenwick (Independent) - the only one to vote twice - left the town hall early.",
        "Orla Fenwick (left) - here with her dog - speaks for the fishermen.",
        "Harbour Plan (Again) - A Comment",
    ],
)
def test_person_with_a_word_in_brackets_is_no_dateline(text: str) -> None:
    assert found(text) is None


@pytest.mark.parametrize("line", ["VELMARA, May 14", "VELMARA (XYZ)", "VELMARA, May 14 (XYZ)"])
def test_dateline_may_have_a_line_of_its_own(line: str) -> None:
    dateline = found(line)
    assert dateline is not None
    assert dateline.is_alone
    assert dateline.at.of(line) == line


def test_dateline_before_a_sentence_is_not_alone() -> None:
    dateline = found(f"VELMARA, May 14 (XYZ) — {REST}")
    assert dateline is not None
    assert not dateline.is_alone


@pytest.mark.parametrize("line", ["VELMARA", "HARBOUR", "VELMARA, Tamarel"])
def test_name_alone_is_no_dateline(line: str) -> None:
    assert found(line) is None


def test_dateline_on_a_line_of_its_own_is_no_body(
    article: Callable[..., Article], prose: tuple[str, ...], kind_of: Callable[[Article, str], str]
) -> None:
    read = article("\n\n".join(("VELMARA, May 14 (XYZ)", *prose)))
    assert read.dateline is not None
    assert read.dateline.text == "VELMARA, May 14 (XYZ)"
    assert kind_of(read, "VELMARA, May 14 (XYZ)") == "dateline"


def test_dateline_opens_the_paragraph() -> None:
    assert found(f"{REST} VELMARA (XYZ) — {REST}") is None


def test_dateline_is_a_span_of_the_article(article: Callable[..., Article], prose: tuple[str, ...]) -> None:
    read = article("\n\n".join((f"VELMARA, May 14 (XYZ) — {prose[0]}", *prose[1:])))
    assert read.dateline is not None
    assert read.dateline.text == "VELMARA, May 14 (XYZ)"


def test_dateline_may_stand_below_a_standfirst(article: Callable[..., Article], prose: tuple[str, ...]) -> None:
    read = article("\n\n".join((prose[0], f"VELMARA (XYZ) — {prose[1]}", *prose[2:])))
    assert read.dateline is not None
    assert read.dateline.text == "VELMARA (XYZ)"


def test_dateline_deep_in_the_body_is_none(article: Callable[..., Article], prose: tuple[str, ...]) -> None:
    assert article("\n\n".join((*prose[:-1], f"VELMARA (XYZ) — {prose[-1]}"))).dateline is None


def test_dateline_of_a_plain_report_is_null(article: Callable[..., Article], prose: tuple[str, ...]) -> None:
    assert article("\n\n".join(prose)).dateline is None


@pytest.mark.parametrize("line", ["VELMARA, ſept. 3 (XYZ)", "VELMARA, APRİL 3 (XYZ)"])
def test_odd_letters_in_a_month_do_not_raise(line: str) -> None:
    found(f"{line} — {REST}")
