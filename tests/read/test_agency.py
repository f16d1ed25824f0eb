"""The agency that an article credits for its text."""

from collections.abc import Callable

import pytest

from rashomon.records import Article

Page = Callable[..., str]
Read = Callable[..., Article]


def text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def linked_data(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {fields}}}</script>'


def named(article: Article) -> tuple[str, list[str]] | None:
    agency = article.agency
    return None if agency is None else (agency.name, [span.text for span in agency.evidence])


@pytest.mark.parametrize(
    ("line", "name", "credit"),
    [
        ("VELMARA (AFP) —", "AFP", "AFP"),
        ("VELMARA, Tamarel (AP) —", "AP", "AP"),
        ("VELMARA, May 14 (Yonhap) --", "Yonhap", "Yonhap"),
        ("VELMARA (Reuters) -", "Reuters", "Reuters"),
        ("VELMARA (Agence France-Presse):", "AFP", "Agence France-Presse"),
        ("VELMARA (XYZ) —", "XYZ", "XYZ"),
        ("(dpa) -", "dpa", "dpa"),
        ("VELMARA (XYZ/AFP) —", "AFP", "XYZ/AFP"),
    ],
)
def test_credit_in_the_dateline(article: Read, prose: tuple[str, ...], line: str, name: str, credit: str) -> None:
    assert named(article(text(f"{line} {prose[0]}", *prose[1:]))) == (name, [credit])


def test_outlet_in_the_dateline_is_no_agency(article: Read, prose: tuple[str, ...]) -> None:
    assert article(text(f"VELMARA (Kyiv Post) — {prose[0]}", *prose[1:])).agency is None


@pytest.mark.parametrize("line", ["By Reuters", "Reuters", "By The Associated Press", "From AFP"])
def test_credit_in_the_byline(article: Read, prose: tuple[str, ...], line: str) -> None:
    found = article(text("Velmara council approves harbour plan", line, "14 May 2024", *prose)).agency
    assert found is not None
    assert found.name in {"Reuters", "AP", "AFP"}


def test_agency_in_the_byline_is_no_author(article: Read, prose: tuple[str, ...]) -> None:
    assert article(text("Velmara council approves harbour plan", "By Reuters", "14 May 2024", *prose)).byline is None


@pytest.mark.parametrize("credit", ["(AFP)", "— Reuters", "- AFP", "(Reuters)"])
def test_closing_credit(article: Read, prose: tuple[str, ...], credit: str) -> None:
    found = article(text(*prose[:-1], f"{prose[-1]} {credit}")).agency
    assert found is not None
    assert found.name in credit


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© 2024 AFP. All rights reserved.", "AFP"),
        ("Copyright 2024 The Associated Press. All rights reserved.", "AP"),
        ("© Reuters 2024. All rights reserved.", "Reuters"),
    ],
)
def test_copyright_line(article: Read, prose: tuple[str, ...], line: str, name: str) -> None:
    found = article(text(*prose, line)).agency
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "head",
    [
        linked_data('"author": {"name": "Reuters"}'),
        linked_data('"author": [{"name": "Ann Bell"}, "Reuters"]'),
        linked_data('"sourceOrganization": {"name": "Reuters"}'),
        '<meta name="author" content="Reuters">',
    ],
)
def test_author_field(article: Read, page: Page, head: str) -> None:
    found = article(page(head=head), "story.html").agency
    assert found is not None
    assert (found.name, found.evidence, [entry.text for entry in found.metadata]) == ("Reuters", (), ["Reuters"])


def test_author_who_is_no_agency_is_none(article: Read, page: Page) -> None:
    assert article(page(head='<meta name="author" content="Ann Bell">'), "story.html").agency is None


@pytest.mark.parametrize(
    "caption",
    [
        "The harbour of Velmara after the storm. (AFP)",
        "The harbour of Velmara after the storm. Photo: AFP",
        "The harbour of Velmara after the storm. (Ann Bell/AFP)",
        "FILE - The harbour of Velmara in the spring. (AP Photo/Ann Bell, File)",
        "The harbour of Velmara after the storm [Ann Bell/Reuters]",
    ],
)
def test_photo_credit_is_no_agency(article: Read, prose: tuple[str, ...], caption: str) -> None:
    assert article(text(*prose[:2], caption, *prose[2:])).agency is None


def test_photo_credit_below_the_text_is_no_agency(article: Read, prose: tuple[str, ...]) -> None:
    assert article(text(*prose, "The harbour of Velmara after the storm. (Ann Bell/AFP)")).agency is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The wall had been weak for many years, according to the Reuters news agency, which spoke to two engineers.",
        "The mayor told AFP that she had known nothing of the state of the wall before the storm broke it.",
        "Tamarel's state news agency TASS said that the ships of the town had been seen far in the north.",
        "“We have seen worse,” a fisherman told the Yonhap news agency.",
    ],
)
def test_agency_that_is_quoted_is_none(article: Read, prose: tuple[str, ...], sentence: str) -> None:
    assert article(text(*prose[:3], sentence, *prose[3:])).agency is None


@pytest.mark.parametrize(
    "sentence",
    [
        "“We have seen worse,” a fisherman told Reuters.",
        "The mayor had said the same before, according to AFP.",
        "The paper belonged for nine years to the owner of Bloomberg.",
    ],
)
def test_agency_that_ends_the_last_sentence_is_none(article: Read, prose: tuple[str, ...], sentence: str) -> None:
    assert article(text(*prose, sentence)).agency is None


@pytest.mark.parametrize("line", ["(AFP)", "Source: AFP", "— AFP"])
def test_closing_credit_in_a_line_of_its_own(article: Read, prose: tuple[str, ...], line: str) -> None:
    assert named(article(text(*prose, line))) == ("AFP", ["AFP"])


@pytest.mark.parametrize("place", ["NEW YORK", "New Delhi"])
def test_credit_in_the_dateline_of_a_new_place(article: Read, prose: tuple[str, ...], place: str) -> None:
    assert named(article(text(f"{place} (AFP) — {prose[0]}", *prose[1:]))) == ("AFP", ["AFP"])


def test_label_in_brackets_is_no_agency(article: Read, prose: tuple[str, ...]) -> None:
    assert article(text(f"(UPDATE) - {prose[0]}", *prose[1:])).agency is None
