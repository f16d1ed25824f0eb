"""The publisher of an article."""

from collections.abc import Callable

import pytest

from rashomon.records import Article

Page = Callable[..., str]
Read = Callable[..., Article]


def linked_data(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {fields}}}</script>'


def outlet(article: Article) -> tuple[str, str] | None:
    return None if article.outlet is None else (article.outlet.name, article.outlet.basis)


def text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def test_nothing_named_is_no_outlet(article: Read, prose: tuple[str, ...]) -> None:
    assert article(text(*prose)).outlet is None


def test_given_outlet(article: Read, prose: tuple[str, ...]) -> None:
    found = article(text(*prose), sidecar='outlet = "The Fictional Times"').outlet
    assert found is not None
    assert (found.name, found.basis) == ("The Fictional Times", "given")
    assert [(entry.field, entry.text) for entry in found.metadata] == [("given outlet", "The Fictional Times")]


def test_given_outlet_wins_over_the_page(article: Read, page: Page) -> None:
    content = page(head='<meta property="og:site_name" content="The Other Gazette">')
    assert outlet(article(content, "story.html", sidecar='outlet = "The Fictional Times"')) == (
        "The Fictional Times",
        "given",
    )


def test_given_outlet_gets_its_usual_name(article: Read, prose: tuple[str, ...]) -> None:
    assert outlet(article(text(*prose), sidecar='outlet = "spiegel.de"')) == ("Der Spiegel", "given")


@pytest.mark.parametrize(
    "publisher", ['"The Fictional Times"', '{"@type": "Organization", "name": "The Fictional Times"}']
)
def test_publisher_in_linked_data(article: Read, page: Page, publisher: str) -> None:
    content = page(head=linked_data(f'"publisher": {publisher}'))
    assert outlet(article(content, "story.html")) == ("The Fictional Times", "stated")


def test_publisher_in_a_graph_of_linked_data(article: Read, page: Page) -> None:
    graph = '[{"@type": "WebSite", "name": "x"}, {"@type": "Article", "publisher": {"name": "Fictional Times"}}]'
    content = page(head=f'<script type="application/ld+json">{{"@graph": {graph}}}</script>')
    assert outlet(article(content, "story.html")) == ("Fictional Times", "stated")


def test_publisher_wins_over_the_name_of_the_site(article: Read, page: Page) -> None:
    head = '<meta property="og:site_name" content="Fictional Online">' + linked_data(
        '"publisher": "The Fictional Times"'
    )
    assert outlet(article(page(head=head), "story.html")) == ("The Fictional Times", "stated")


def test_name_of_the_site(article: Read, page: Page) -> None:
    found = article(page(head='<meta property="og:site_name" content="The Fictional Times">'), "story.html").outlet
    assert found is not None
    assert (found.name, found.basis) == ("The Fictional Times", "stated")
    assert [entry.field for entry in found.metadata] == ["meta og:site_name"]


def test_blank_name_of_the_site_is_none(article: Read, page: Page) -> None:
    assert article(page(head='<meta property="og:site_name" content="  ">'), "story.html").outlet is None


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://www.kyivpost.com/post/1">',
        '<meta property="og:url" content="https://kyivpost.com/post/1">',
    ],
)
def test_address_of_a_known_outlet(article: Read, page: Page, head: str) -> None:
    assert outlet(article(page(head=head), "story.html")) == ("Kyiv Post", "inferred")


def test_given_address_of_a_known_outlet(article: Read, prose: tuple[str, ...]) -> None:
    assert outlet(article(text(*prose), sidecar='url = "https://edition.cnn.com/2024/05/14"')) == ("CNN", "inferred")


@pytest.mark.parametrize("address", ["https://fictional.example/1", "https://notcnn.com/1", "https://[broken/1"])
def test_address_of_an_unknown_outlet_is_none(article: Read, page: Page, address: str) -> None:
    assert article(page(head=f'<link rel="canonical" href="{address}">'), "story.html").outlet is None


def test_outlet_in_the_brackets_of_the_dateline(article: Read, prose: tuple[str, ...]) -> None:
    found = article(text(f"VELMARA (Kyiv Post) — {prose[0]}", *prose[1:])).outlet
    assert found is not None
    assert (found.name, found.basis, [span.text for span in found.evidence]) == ("Kyiv Post", "stated", ["Kyiv Post"])


@pytest.mark.parametrize(
    "line",
    [
        "Stay up to date with notifications from The Fictional Times",
        "Subscribe to The Fictional Times",
        "Sign up for The Fictional Times newsletter",
        "© 2024 The Fictional Times. All rights reserved.",
        "Copyright 2024 The Fictional Times Ltd. All rights reserved.",
    ],
)
def test_own_voice_in_furniture(article: Read, prose: tuple[str, ...], line: str) -> None:
    assert outlet(article(text(*prose, line))) == ("The Fictional Times", "inferred")


def test_own_voice_in_an_appeal(article: Read, prose: tuple[str, ...]) -> None:
    appeal = (
        "The Fictional Times is funded by readers like you. Your donation helps us keep our journalism free for all. "
        "Please support us today."
    )
    found = article(text(*prose, appeal)).outlet
    assert found is not None
    assert (found.name, [span.text for span in found.evidence]) == ("The Fictional Times", ["The Fictional Times"])


def test_own_voice_has_its_words_as_evidence(article: Read, prose: tuple[str, ...]) -> None:
    found = article(text(*prose, "© 2024 The Fictional Times. All rights reserved."))
    assert found.outlet is not None
    assert [span.text for span in found.outlet.evidence] == ["The Fictional Times"]


def test_handle_that_spells_a_name_in_the_text(article: Read, prose: tuple[str, ...]) -> None:
    reported = "Velmara Herald, citing two engineers, reported earlier that the wall had been weak for many years."
    assert outlet(article(text(*prose, reported, "Follow our coverage on @VelmaraHerald_official."))) == (
        "Velmara Herald",
        "inferred",
    )


def test_handle_of_a_known_outlet(article: Read, prose: tuple[str, ...]) -> None:
    assert outlet(article(text(*prose, "Follow us on Telegram: @kyivpost_official"))) == ("Kyiv Post", "inferred")


def test_handle_that_spells_nothing_in_the_text_is_none(article: Read, prose: tuple[str, ...]) -> None:
    assert article(text(*prose, "Follow us on Telegram: @vh_channel_77")).outlet is None


def test_handle_of_a_person_in_the_text_is_none(article: Read, prose: tuple[str, ...]) -> None:
    line = "Follow Orla Fenwick on Twitter: @OrlaFenwick"
    assert article(text(*prose, line)).outlet is None


def test_masthead_above_the_text(article: Read, prose: tuple[str, ...]) -> None:
    assert outlet(article(text("The Fictional Times", "Velmara council approves harbour plan", *prose))) == (
        "The Fictional Times",
        "inferred",
    )


def test_two_voices_are_none(article: Read, prose: tuple[str, ...]) -> None:
    lines = ("Subscribe to The Fictional Times", "Subscribe to The Other Gazette")
    assert article(text(*prose, *lines)).outlet is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The wall had been weak for many years, according to The Fictional Times, which spoke to two engineers.",
        "The mayor told CNN that she had known nothing of the state of the wall before the storm broke it.",
        "The Kyiv Post reported on Tuesday that ships of the town had been seen in the port of Odesa.",
        "“Subscribe to The Fictional Times if you want to know more,” she said with a laugh to the reporters.",
        "Orla Fenwick, an editor of The Fictional Times for nine years, now speaks for the fishermen.",
    ],
)
def test_outlet_that_is_cited_in_the_body_is_none(article: Read, prose: tuple[str, ...], sentence: str) -> None:
    assert article(text(*prose[:3], sentence, *prose[3:])).outlet is None


@pytest.mark.parametrize(
    "caption",
    [
        "The harbour of Velmara after the storm. (Photo: Ann Bell / The Fictional Times)",
        "Photo: The Fictional Times",
        "FILE - The harbour of Velmara in the spring. (Ann Bell, The Fictional Times)",
        "The harbour of Velmara after the storm. [Ann Bell/Kyiv Post]",
    ],
)
def test_photo_credit_names_no_outlet(article: Read, prose: tuple[str, ...], caption: str) -> None:
    assert article(text(*prose[:2], caption, *prose[2:])).outlet is None


def test_related_headline_names_no_outlet(article: Read, prose: tuple[str, ...]) -> None:
    assert (
        article(text(*prose[:2], "Read more: The Fictional Times on the storm of the century", *prose[2:])).outlet
        is None
    )


@pytest.mark.parametrize("line", ["© 2024 AFP. All rights reserved.", "Copyright 2024 The Associated Press."])
def test_agency_in_a_copyright_line_is_no_outlet(article: Read, prose: tuple[str, ...], line: str) -> None:
    assert article(text(*prose, line)).outlet is None


def test_social_network_is_no_outlet(article: Read, prose: tuple[str, ...]) -> None:
    assert article(text(*prose, "Join us on Telegram", "Follow us on Facebook", "Sign up for Free")).outlet is None


def test_blank_given_outlet_is_none(article: Read, prose: tuple[str, ...]) -> None:
    assert article(text(*prose), sidecar='outlet = "  "').outlet is None


@pytest.mark.parametrize(
    "lines",
    [
        ("Comments", "CNN told it better.", "Reply"),
        ("Comments (2)", "I read it in The Other Gazette first, so support The Other Gazette instead!"),
    ],
)
def test_outlet_that_a_reader_names_in_a_comment_is_none(
    article: Read, prose: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    assert article(text(*prose, *lines)).outlet is None


def test_owner_of_pictures_is_no_outlet(article: Read, prose: tuple[str, ...]) -> None:
    assert article(text(*prose, "© 2024 Getty Images")).outlet is None


def test_handle_of_the_author_is_no_outlet(article: Read, prose: tuple[str, ...]) -> None:
    lines = ("Velmara council approves harbour plan", "By Ann Bell", *prose, "Follow Ann Bell @annbell on Twitter")
    assert article(text(*lines)).outlet is None


def test_newsletter_is_no_outlet(article: Read, prose: tuple[str, ...]) -> None:
    assert article(text(*prose, "Sign up for Morning Briefing, our daily newsletter")).outlet is None
