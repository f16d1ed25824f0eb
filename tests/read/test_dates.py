"""The dates stated for an article, and which counts as its publication."""

from collections.abc import Callable
from datetime import date

import pytest

from rashomon.records import Article

Page = Callable[..., str]
Read = Callable[..., Article]
HEADLINE = "Velmara council approves plan for the harbour"


def text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def linked_data(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {fields}}}</script>'


def published(article: Article) -> tuple[str | None, str | None]:
    return article.published.value, article.published.basis


def test_nothing_stated_leaves_the_date_open(article: Read, prose: tuple[str, ...]) -> None:
    found = article(text(*prose))
    assert found.stated == ()
    assert (found.published.value, found.published.earliest, found.published.latest) == (None, None, None)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2024-05-14T20:15:00+02:00", "2024-05-14T20:15:00+02:00"),
        ("2024-05-14T20:15:00.123Z", "2024-05-14T20:15:00+00:00"),
        ("2024-05-14T20:15:00", "2024-05-14T20:15:00"),
        ("2024-05-14", "2024-05-14"),
        ("Tue, 14 May 2024 20:15:00 -0400", "2024-05-14T20:15:00-04:00"),
        ("May 14, 2024", "2024-05-14"),
    ],
)
def test_linked_data_keeps_the_zone(article: Read, page: Page, written: str, value: str) -> None:
    found = article(page(head=linked_data(f'"datePublished": "{written}"')), "story.html")
    assert published(found) == (value, "stated")
    assert (found.published.earliest, found.published.latest) == (date(2024, 5, 14), date(2024, 5, 14))


def test_day_of_a_time_is_that_of_its_own_zone(article: Read, page: Page) -> None:
    found = article(page(head=linked_data('"datePublished": "2024-05-14T23:30:00-04:00"')), "story.html")
    assert found.published.earliest == date(2024, 5, 14)


@pytest.mark.parametrize(
    "name", ["article:published_time", "datePublished", "pubdate", "DC.date.issued", "parsely-pub-date"]
)
def test_meta_field(article: Read, page: Page, name: str) -> None:
    head = f'<meta property="{name}" content="2024-05-14T20:15:00Z">'
    assert published(article(page(head=head), "story.html")) == ("2024-05-14T20:15:00+00:00", "stated")


def test_date_says_which_field_it_comes_from(article: Read, page: Page) -> None:
    found = article(page(head=linked_data('"datePublished": "2024-05-14"')), "story.html")
    assert [(entry.field, entry.text) for entry in found.published.metadata] == [
        ("json-ld datePublished", "2024-05-14")
    ]


@pytest.mark.parametrize(
    "head",
    [
        linked_data('"dateModified": "2024-05-15"'),
        '<meta property="article:modified_time" content="2024-05-15">',
        '<meta property="og:updated_time" content="2024-05-15">',
    ],
)
def test_date_of_a_change_is_no_publication(article: Read, page: Page, head: str) -> None:
    found = article(page(head=head), "story.html")
    assert [(entry.role, entry.value) for entry in found.stated] == [("modified", "2024-05-15")]
    assert found.published.value is None


def test_change_is_told_apart_in_a_line(article: Read, prose: tuple[str, ...]) -> None:
    found = article(text(HEADLINE, "Published 14 May 2024, updated 15 May 2024", *prose))
    assert [(entry.role, entry.value) for entry in found.stated] == [
        ("published", "2024-05-14"),
        ("modified", "2024-05-15"),
    ]


def test_given_date_beats_the_stated_one(article: Read, page: Page) -> None:
    content = page(head=linked_data('"datePublished": "2024-05-14"'))
    found = article(content, "story.html", sidecar="date = 2024-05-13")
    assert published(found) == ("2024-05-13", "given")
    assert [entry.value for entry in found.stated] == ["2024-05-13", "2024-05-14"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2024-05-14", "2024-05-14"),
        ('"2024-05-14"', "2024-05-14"),
        ('"14 May 2024"', "2024-05-14"),
        ("2024-05-14T20:15:00+02:00", "2024-05-14T20:15:00+02:00"),
        ("2024-05-14T20:15:00", "2024-05-14T20:15:00"),
    ],
)
def test_given_date(article: Read, prose: tuple[str, ...], written: str, value: str) -> None:
    assert published(article(text(*prose), sidecar=f"date = {written}")) == (value, "given")


def test_field_beats_the_line(article: Read, page: Page) -> None:
    content = page(head=linked_data('"datePublished": "2024-05-14"'), above=f"<h1>{HEADLINE}</h1><p>13 May 2024</p>")
    assert [entry.value for entry in article(content, "story.html").stated] == ["2024-05-14", "2024-05-13"]


def test_line_below_the_headline(article: Read, prose: tuple[str, ...]) -> None:
    found = article(text(HEADLINE, "Tuesday 14 May 2024 20:15 EDT", *prose))
    assert published(found) == ("2024-05-14T20:15:00-04:00", "stated")
    assert [span.text for span in found.published.evidence] == ["Tuesday 14 May 2024 20:15 EDT"]


def test_labelled_line_beats_a_nearer_one(article: Read, prose: tuple[str, ...]) -> None:
    found = article(text("Published: 14 May 2024", HEADLINE, "13 May 2024", *prose))
    assert found.published.value == "2024-05-14"


def test_date_told_in_the_body_is_not_stated(article: Read, prose: tuple[str, ...]) -> None:
    told = "The storm of 3 March 2024 was the worst in the memory of the people of Velmara, the mayor said."
    assert article(text(*prose[:2], told, *prose[2:])).stated == ()


def test_date_far_below_the_text_is_not_stated(article: Read, prose: tuple[str, ...]) -> None:
    below = ("Most read", "A quiet day at the fish market", "Snow on the hills", "Lost dog found", "12 May 2024")
    assert article(text(*prose, *below)).stated == ()


def test_day_in_the_dateline_has_no_year(article: Read, prose: tuple[str, ...]) -> None:
    found = article(text(f"VELMARA, May 14 (XYZ) — {prose[0]}", *prose[1:]))
    assert [(entry.value, entry.earliest) for entry in found.stated] == [("XXXX-05-14", None)]
    assert found.published.value is None


@pytest.mark.parametrize(
    "address", ["https://fictional.example/2024/05/14/harbour", "https://fictional.example/news/2024-05-14/harbour"]
)
def test_day_in_the_address(article: Read, page: Page, address: str) -> None:
    found = article(page(head=f'<link rel="canonical" href="{address}">'), "story.html")
    assert published(found) == ("2024-05-14", "stated")


def test_day_in_the_given_address(article: Read, prose: tuple[str, ...]) -> None:
    found = article(text(*prose), sidecar='url = "https://fictional.example/2024/05/14/harbour"')
    assert found.published.value == "2024-05-14"


@pytest.mark.parametrize(
    "address", ["https://fictional.example/2024/13/45/x", "https://fictional.example/2024/05/x", "/1999/123/4"]
)
def test_address_without_a_day_is_ignored(article: Read, page: Page, address: str) -> None:
    assert article(page(head=f'<link rel="canonical" href="{address}">'), "story.html").stated == ()


@pytest.mark.parametrize(
    "written", ["yesterday", "2024-02-31", "2024-13-01T00:00:00Z", "0000-00-00", "", "20240514201500"]
)
def test_broken_field_is_ignored(article: Read, page: Page, written: str) -> None:
    assert article(page(head=linked_data(f'"datePublished": "{written}"')), "story.html").stated == ()


def test_broken_field_leaves_the_next_one(article: Read, page: Page) -> None:
    head = linked_data('"datePublished": "soon"') + '<meta name="pubdate" content="2024-05-14">'
    assert article(page(head=head), "story.html").published.value == "2024-05-14"


@pytest.mark.parametrize("value", ["3", "null", "true", '{"@value": 1}', "[]"])
def test_field_of_another_type_is_ignored(article: Read, page: Page, value: str) -> None:
    assert article(page(head=linked_data(f'"datePublished": {value}')), "story.html").stated == ()


def test_line_with_an_impossible_day_is_ignored(article: Read, prose: tuple[str, ...]) -> None:
    assert article(text(HEADLINE, "31 February 2024", *prose)).stated == ()


def test_span_of_hours_in_a_date_line_does_not_raise(article: Read, prose: tuple[str, ...]) -> None:
    assert article(text(HEADLINE, "14 May 2024 22:00-2400", *prose)).published.value == "2024-05-14T22:00:00"


def test_month_in_turkish_capitals_does_not_raise(article: Read, prose: tuple[str, ...]) -> None:
    assert article(text(HEADLINE, "14 APRİL 2024", *prose))


def test_given_date_that_cannot_be_read_is_reported(
    read_file: Callable[..., list[object]], prose: tuple[str, ...]
) -> None:
    assert len(read_file(text(*prose), sidecar='date = "sometime in May"')) == 2
