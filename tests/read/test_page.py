"""Saved pages."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from lxml import html

from rashomon.read import Source, limits, read
from rashomon.read.page import looks_like_page
from rashomon.records import Article, Rejection

Page = Callable[..., str]


def rejected(path: Path, *, start: int | None = None, length: int = 0) -> str:
    (only,) = read(Source(name="story", path=path, start=start, length=length))
    assert isinstance(only, Rejection)
    return only.reason


def texts(article: Article) -> list[str]:
    return [article.text[paragraph.start : paragraph.end] for paragraph in article.paragraphs]


def test_xpaths_resolve_in_the_page(article: Callable[..., Article], page: Page) -> None:
    content = page(above="<nav><ul><li>Home<li>News</ul></nav>", below="<footer><p>All rights reserved</p></footer>")
    root = html.document_fromstring(content)
    found = article(content, "story.html")
    for paragraph in found.paragraphs:
        elements = root.getroottree().xpath(str(paragraph.xpath))
        assert isinstance(elements, list)
        (element,) = elements
        assert isinstance(element, html.HtmlElement)
        assert found.text[paragraph.start : paragraph.end] == " ".join(element.text_content().split())


def test_paragraphs_of_the_article_are_body(
    article: Callable[..., Article], page: Page, prose: tuple[str, ...]
) -> None:
    found = article(page(above="<nav><a href='/'>Home</a></nav>"), "story.html")
    body = [found.text[one.start : one.end] for one in found.paragraphs if one.kind == "body"]
    assert body == list(prose)


def test_body_runs_over_paragraphs_without_furniture_between(article: Callable[..., Article], page: Page) -> None:
    found = article(page(), "story.html")
    assert [(one.start, one.end) for one in found.body] == [(0, len(found.text))]


def test_script_is_not_in_the_text(article: Callable[..., Article], page: Page) -> None:
    found = article(page(above="<script>var secret = 1;</script>", below="<style>.secret {}</style>"), "story.html")
    assert "secret" not in found.text


def test_page_is_known_by_its_start_whatever_its_name(article: Callable[..., Article], page: Page) -> None:
    assert article(page(), "story.txt").paragraphs[0].xpath is not None


def test_text_that_mentions_a_tag_is_no_page() -> None:
    assert not looks_like_page("The engineers wrote <p> on the wall, and nobody in Velmara knew why.")


@pytest.mark.parametrize(
    "start", ["<!DOCTYPE html>", "<html>", " \n<!doctype HTML>", "<?xml version='1.0'?><html>", "<!-- saved --><head>"]
)
def test_start_of_a_page_is_known(start: str) -> None:
    assert looks_like_page(start + "<title>Harbour</title>")


def test_fragment_full_of_tags_is_a_page(prose: tuple[str, ...]) -> None:
    assert looks_like_page("".join(f"<p>{paragraph}</p>" for paragraph in prose))


def test_page_that_is_one_bare_string(article: Callable[..., Article], prose: tuple[str, ...]) -> None:
    found = article(" ".join(prose), "story.html")
    assert texts(found) == [" ".join(prose)]


def test_nested_forms(article: Callable[..., Article], page: Page, prose: tuple[str, ...]) -> None:
    found = article(page(above="<form><form><form>", below="</form></form></form>"), "story.html")
    assert texts(found) == list(prose)


def test_nul_becomes_a_replacement_character(
    article: Callable[..., Article], page: Page, prose: tuple[str, ...]
) -> None:
    found = article(page(paragraphs=(f"Vel\0mara: {prose[0]}", *prose[1:])), "story.html")
    assert texts(found) == [f"Vel\ufffdmara: {prose[0]}", *prose[1:]]


def test_unclosed_paragraphs_are_paragraphs(article: Callable[..., Article], prose: tuple[str, ...]) -> None:
    assert texts(article("<html><body><p>" + "<p>".join(prose), "story.html")) == list(prose)


def test_unclosed_inline_elements_do_not_join_paragraphs(
    article: Callable[..., Article], prose: tuple[str, ...]
) -> None:
    content = "<html><body>" + "".join(f"<p><b><i>{paragraph}</p>" for paragraph in prose)
    assert texts(article(content, "story.html")) == list(prose)


def test_page_cut_off_within_a_tag_keeps_what_came_before(
    article: Callable[..., Article], page: Page, prose: tuple[str, ...]
) -> None:
    content = page(below="<p>The end of the page was lost.</p>")
    assert texts(article(content[: content.index("The end") - 1], "story.html")) == list(prose)


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r"])
def test_page_in_a_declared_encoding_is_read(article: Callable[..., Article], charset: str) -> None:
    paragraph = "Совет города Вельмара одобрил план восстановления старой гавани после долгих споров в ратуше. " * 3
    content = f'<html><head><meta charset="{charset}"></head><body><p>{paragraph}</p></body></html>'
    assert article(content.encode(charset), "story.html").text == paragraph.strip()


@pytest.mark.parametrize(
    "content", ["<html></html>", "<html><body><script>x</script></body></html>", "<p hidden>x</p>"]
)
def test_page_without_visible_text_is_rejected(refused: Callable[..., str], content: str) -> None:
    assert refused(content, "story.html") == "a page without visible text"


def test_page_of_a_comment_only_is_rejected(refused: Callable[..., str]) -> None:
    assert refused("<!-- nothing here -->", "story.html")


def test_too_many_elements_are_rejected(refused: Callable[..., str], page: Page) -> None:
    content = page(below="<b>x</b>" * (limits.ELEMENTS + 1))
    assert "elements, the limit is 100,000" in refused(content, "story.html")


def test_too_many_tags_are_rejected_before_they_are_parsed(refused: Callable[..., str], page: Page) -> None:
    content = page(below="<b>" * (3 * limits.ELEMENTS + 1))
    assert "tags, the limit is 300,000" in refused(content, "story.html")


@pytest.mark.parametrize("depth", [600, 100_000])
def test_too_deep_page_is_rejected(refused: Callable[..., str], page: Page, depth: int) -> None:
    assert "deep" in refused(page(above="<div>" * depth), "story.html")


def test_deep_elements_below_the_text_lose_none_of_it_in_silence(refused: Callable[..., str], page: Page) -> None:
    below = "<div>" * 300 + "</div>" * 300 + "<p>The king of Tamarel has not said what he thinks of the plan.</p>"
    assert "deep" in refused(page(below=below), "story.html")


def test_deep_but_not_too_deep_page_is_read(
    article: Callable[..., Article], page: Page, prose: tuple[str, ...]
) -> None:
    assert texts(article(page(above="<div>" * 240, below="</div>" * 240), "story.html")) == list(prose)


@pytest.mark.parametrize("size", [40_000_000, limits.BYTES + 1])
def test_file_over_the_limit_is_rejected_unread(tmp_path: Path, size: int) -> None:
    path = tmp_path / "story.html"
    with path.open("wb") as file:
        file.write(b"<html>")
        file.truncate(size)
    assert rejected(path) == f"over the size limit: {size:,} bytes, the limit is 20,000,000"


def test_40_megabytes_of_tags_are_rejected(tmp_path: Path) -> None:
    path = tmp_path / "story.html"
    path.write_bytes(b"<b>" * 13_400_000)
    assert "over the size limit" in rejected(path)


def test_line_over_the_limit_is_rejected_unread(tmp_path: Path) -> None:
    path = tmp_path / "wires.jsonl"
    path.touch()
    assert "over the size limit" in rejected(path, start=0, length=limits.BYTES + 1)


def test_too_much_visible_text_is_rejected(refused: Callable[..., str]) -> None:
    paragraph = f"<p>{'harbour ' * 10_000}</p>"
    content = "<html><body>" + paragraph * (limits.CHARACTERS // 80_000 + 1)
    assert "too long to be an article" in refused(content, "story.html")


def test_too_much_plain_text_is_rejected(refused: Callable[..., str]) -> None:
    assert "too long to be an article" in refused("harbour\n" * (limits.CHARACTERS // 8 + 1))


def test_title_and_address_are_metadata(article: Callable[..., Article], page: Page) -> None:
    head = '<title>Harbour plan</title><link rel="canonical" href="https://fictional.example/harbour">'
    found = article(page(head=head), "story.html")
    assert found.url == "https://fictional.example/harbour"
    assert [(entry.field, entry.text) for entry in found.metadata] == [
        ("link canonical", "https://fictional.example/harbour"),
        ("title", "Harbour plan"),
    ]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/harbour", "data:text/html,x"])
def test_address_that_is_no_web_address_is_none(article: Callable[..., Article], page: Page, address: str) -> None:
    assert article(page(head=f'<link rel="canonical" href="{address}">'), "story.html").url is None


@pytest.mark.parametrize("data", ["{", "[[[", "null", "[" * 10_000, '{"@type": 3}', '{"@graph": {"a": 1}}'])
def test_broken_linked_data_is_ignored(article: Callable[..., Article], page: Page, data: str) -> None:
    head = f'<script type="application/ld+json">{data}</script>'
    assert article(page(head=head), "story.html").metadata == ()


def test_lone_surrogate_in_linked_data_can_be_written(article: Callable[..., Article], page: Page) -> None:
    data = r'{"@type": "NewsArticle", "headline": "Harbour plan \ud83d"}'
    head = f'<script type="application/ld+json">{data}</script>'
    assert msgspec.json.encode(article(page(head=head), "story.html"))


def test_page_that_this_program_wrote_is_rejected(refused: Callable[..., str], page: Page) -> None:
    head = '<meta name="generator" content="Rashomon">'
    assert refused(page(head=head), "index.html") == "a page that this program wrote"


def test_page_of_another_generator_is_read(article: Callable[..., Article], page: Page) -> None:
    assert article(page(head='<meta name="generator" content="Rashomon Blog Engine 2">'), "story.html")


def test_headline_is_the_heading_of_the_page(article: Callable[..., Article], page: Page) -> None:
    found = article(page(above="<h1>Velmara council approves harbour plan</h1>"), "story.html")
    assert found.headline is not None
    assert found.headline.text == "Velmara council approves harbour plan"


def test_name_of_the_site_is_no_part_of_the_headline(article: Callable[..., Article], page: Page) -> None:
    found = article(page(above="<h1>Velmara council approves harbour plan | The Fictional Times</h1>"), "story.html")
    assert found.headline is not None
    assert found.headline.text == "Velmara council approves harbour plan"
