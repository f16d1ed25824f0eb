"""Articles of a few lines, and what small words around an article tell."""

from collections.abc import Callable

from rashomon.records import Article, Rejection

ReadFile = Callable[..., list[Article | Rejection]]

BRIEF = (
    "Selmer Lines has cancelled every sailing to the island of Osk until Monday after one of its ferries ran aground on"
    " Friday night, the company said. Passengers with bookings will be given their money back, it said."
)


def only(found: list[Article | Rejection]) -> Article:
    (article,) = found
    assert isinstance(article, Article)
    return article


def kind_of(article: Article, text: str) -> str:
    return next(part.kind for part in article.paragraphs if article.text[part.start : part.end] == text)


def test_a_brief_of_one_paragraph_is_an_article(read_file: ReadFile) -> None:
    article = only(read_file(f"Osk Gazette\n\nSailings stop until Monday\n\nBy Jo Day\n\nMarch 15, 2031\n\n{BRIEF}\n"))
    assert [article.text[part.start : part.end] for part in article.body] == [BRIEF]


def test_a_correction_is_a_notice(read_file: ReadFile, prose: tuple[str, ...]) -> None:
    line = "Correction: An earlier version of this article gave the wrong number of boats."
    article = only(read_file("\n\n".join((*prose, line))))
    assert kind_of(article, line) == "notice"


def test_all_authors_of_a_line_are_named(read_file: ReadFile, page: Callable[..., str]) -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"name": "Ellen Varga"},'
        ' {"name": "Tom Oduya"}]}</script>'
    )
    above = "<h1>Velmara council approves harbour plan</h1><p>By Ellen Varga and Tom Oduya</p>"
    article = only(read_file(page(head=head, above=above), "story.html"))
    assert article.byline is not None
    assert article.byline.text == "Ellen Varga and Tom Oduya"


def test_a_labelled_date_line_is_a_header(read_file: ReadFile, prose: tuple[str, ...]) -> None:
    article = only(read_file("\n\n".join(("Harbour plan approved in Velmara", "Last updated 24/03/2031", *prose))))
    assert kind_of(article, "Last updated 24/03/2031") == "header"
    assert [(date.role, date.value) for date in article.stated] == [("modified", "2031-03-24")]


def test_a_bare_date_below_the_body_is_not_the_article_s_own(read_file: ReadFile, prose: tuple[str, ...]) -> None:
    article = only(read_file("\n\n".join((*prose, "Old harbour walls of the north", "3 February 2030"))))
    assert article.stated == ()


def test_a_dateline_without_a_place_credits_its_agency(read_file: ReadFile, prose: tuple[str, ...]) -> None:
    article = only(read_file("\n\n".join((f"March 14 (QXP) - {prose[0]}", *prose[1:]))))
    assert article.agency is not None
    assert article.agency.name == "QXP"
    assert [date.value for date in article.stated] == ["XXXX-03-14"]


def test_a_masthead_above_the_headline_names_the_outlet(read_file: ReadFile, prose: tuple[str, ...]) -> None:
    article = only(read_file("\n\n".join(("Daily Osk", "Velmara council approves harbour plan", "By Jo Day", *prose))))
    assert article.outlet is not None
    assert article.outlet.name == "Daily Osk"
