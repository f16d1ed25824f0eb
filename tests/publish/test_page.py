"""Tests of ``rashomon.publish.page``: a page that asks nothing of the network and lets no text become markup."""

import re
import time
from collections import Counter
from collections.abc import Callable

import lxml.html
import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml.html import HtmlElement

from rashomon.publish.describe import in_reading_order
from rashomon.publish.page import record_page
from rashomon.publish.shown import is_web_address, shown, shown_line
from rashomon.records import NOT_STATED, Agency, Article, Outlet, Record, Rejection, Span, StatedDate, Title
from tests.publish.conftest import Accord, Weir, hostile_words

ArticleOf = Callable[..., Article]
RecordOf = Callable[..., Record]

PLACES = r"accounts|boards|differences|figures|happened|matrix|rejections|unplaced|voices"
LINES = r"(?:article|name)-[0-9a-f]{16}|(?:board|difference|event|figure|label)-[a-z][0-9a-f]{12}"
WORDS = r"a[0-9a-f]{16}-\d+-\d+"
ATTRIBUTES = {
    "lang": r"[a-z]{2}",
    "charset": "utf-8",
    "http-equiv": "Content-Security-Policy",
    "name": "generator|referrer|viewport",
    "content": r"[a-z0-9 ',;=.-]+|Rashomon",
    "class": "[a-z0-9 -]+",
    "dir": "auto",
    "open": "",
    "rel": "noopener noreferrer nofollow",
    "href": rf"#(?:{PLACES}|{LINES}|{WORDS})|https?://[^\s\"'<>\\]+",
    "title": r"[^\x00-\x1f]*",
    "aria-label": "Marks in the text|Contents|told|told otherwise|silent",
    "aria-hidden": "true",
    "id": f"{PLACES}|{LINES}|{WORDS}",
    "aria-labelledby": f"{PLACES}|{LINES}",
    "colspan": "4",
    "scope": "col|row",
    "start": r"\d+",
    "tabindex": "0",
}
"""Every attribute that a page may have outside of pictures, and what may stand in it."""
DRAWN = {
    "xmlns": re.escape("http://www.w3.org/2000/svg"),
    "xmlns:xlink": re.escape("http://www.w3.org/1999/xlink"),
    "version": "1.1",
    "class": "[a-z0-9 _-]+",
    "role": "graphics-(?:object|symbol)",
    "aria-roledescription": "[a-z -]+",
    "aria-label": r"[XY]-axis[A-Za-z0-9 ,.-]*|[-0-9A-Za-z ,.+]+, [A-Za-z0-9 ]+",
    "aria-hidden": "true",
    "href": rf"#{WORDS}",
    "transform": r"translate\([-0-9.e]+,[-0-9.e]+\)",
    "viewbox": "[0-9 ]+",
    "d": "[-MLHVAZhvlaz0-9.,e ]*",
    "fill": r"none|transparent|var\(--[a-z0-9-]+\)",
    "stroke": r"none|transparent|var\(--[a-z0-9-]+\)",
    "text-anchor": "start|middle|end",
    "font-family": "sans-serif",
    "font-size": r"\d+px",
    "pointer-events": "none",
    "display": "none",
    **dict.fromkeys(
        "width height x2 y2 opacity stroke-width stroke-miterlimit stroke-dasharray".split(), r"[-0-9.,e]+"
    ),
}
"""Every attribute that a picture may have, and what may stand in it."""
HIDDEN = "\x00\x07\x0b\x0c\x1b\x7f\x85\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufeff\U000e0041"


def parsed(record: Record) -> HtmlElement:
    """Return the page of a record as elements."""
    return lxml.html.document_fromstring(
        record_page(record).encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8")
    )


def elements(page: HtmlElement) -> list[str]:
    """Return the names of all elements in order."""
    return [str(element.tag) for element in page.iter()]


def odd_attributes(page: HtmlElement) -> list[tuple[str, str, str]]:
    """Return the attributes that no page of ours has."""
    return [
        (str(element.tag), str(name), str(value))
        for element in page.iter()
        for name, value in element.attrib.items()
        if re.fullmatch(
            (DRAWN if element.xpath("ancestor-or-self::svg") else ATTRIBUTES).get(str(name), "(?!)"), str(value)
        )
        is None
    ]


def targets(page: HtmlElement) -> list[str]:
    """Return where the links within the page lead."""
    return [str(href)[1:] for href in page.xpath("//a/@href") if str(href).startswith("#")]


def ids(page: HtmlElement) -> list[str]:
    """Return the ids of all elements in order."""
    return [str(found) for found in page.xpath("//@id")]


@pytest.fixture(scope="module")
def stories(tamarel: Record, hostile: Record, weir: Weir, accord: Accord) -> dict[str, Record]:
    """Return the example, a hostile story, one that has something of everything, a treaty with evil names."""
    return {"tamarel": tamarel, "hostile": hostile, "weir": weir.record, "accord": hostile_words(accord)}


@pytest.fixture(scope="module")
def pages(stories: dict[str, Record]) -> dict[str, HtmlElement]:
    """Return the pages of the stories."""
    return {name: parsed(record) for name, record in stories.items()}


EACH = pytest.mark.parametrize("story", ["tamarel", "hostile", "weir", "accord"])


@EACH
def test_a_page_has_no_element_that_runs_loads_or_sends(pages: dict[str, HtmlElement], story: str) -> None:
    forbidden = (
        "script img image use foreignobject animate iframe object embed link base form input button video audio "
        "source picture template"
    ).split()
    assert [name for name in elements(pages[story]) if name in forbidden] == []


@EACH
def test_a_page_has_no_attribute_but_its_own(pages: dict[str, HtmlElement], story: str) -> None:
    assert odd_attributes(pages[story]) == []


@EACH
def test_a_page_says_once_what_made_it(pages: dict[str, HtmlElement], story: str) -> None:
    assert pages[story].xpath("/html/head/meta[@name='generator']/@content") == ["Rashomon"]
    assert len(pages[story].xpath("//meta")) == 5


@EACH
def test_the_style_loads_nothing(pages: dict[str, HtmlElement], story: str) -> None:
    styles = pages[story].xpath("//style/text()")
    assert len(styles) == 1
    assert re.search(r"@import|url\s*\(|expression|javascript|</", str(styles[0]), re.IGNORECASE) is None


@EACH
def test_a_policy_forbids_everything_but_the_style(pages: dict[str, HtmlElement], story: str) -> None:
    (policy,) = pages[story].xpath("/html/head/meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.strip().split(" ", 1) for rule in str(policy).split(";"))
    assert rules["default-src"] == "'none'"
    assert (rules["base-uri"], rules["form-action"]) == ("'none'", "'none'")
    assert not {"script-src", "img-src", "connect-src", "font-src"} & set(rules)


@EACH
def test_the_policy_stands_before_everything_that_it_governs(pages: dict[str, HtmlElement], story: str) -> None:
    head = [element.get("http-equiv") or str(element.tag) for element in pages[story].xpath("/html/head/*")]
    assert head.index("Content-Security-Policy") < head.index("style")


@EACH
def test_every_link_within_the_page_leads_somewhere(pages: dict[str, HtmlElement], story: str) -> None:
    assert targets(pages[story])
    assert sorted(set(targets(pages[story])) - set(ids(pages[story]))) == []


@EACH
def test_no_id_stands_twice(pages: dict[str, HtmlElement], story: str) -> None:
    assert [found for found, count in Counter(ids(pages[story])).items() if count > 1] == []


@EACH
def test_every_label_is_that_of_an_element(pages: dict[str, HtmlElement], story: str) -> None:
    assert set(map(str, pages[story].xpath("//@aria-labelledby"))) <= set(ids(pages[story]))


@EACH
def test_the_name_of_every_article_is_linked_from_the_list(
    pages: dict[str, HtmlElement], story: str, stories: dict[str, Record]
) -> None:
    linked = pages[story].xpath("//ol[@class='list']//a/@href")
    assert linked == [f"#article-{article.id}" for article in in_reading_order(stories[story])]


def test_the_evidence_of_a_field_is_marked_with_its_very_characters(tamarel: Record) -> None:
    page = parsed(tamarel)
    dateline = next(article.dateline for article in tamarel.articles if article.dateline is not None)
    (mark,) = page.xpath("//mark[@id=$name]", name=f"a{dateline.article}-{dateline.start}-{dateline.end}")
    rest = "".join(mark.itertext())
    assert dateline.text.startswith(rest)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "</style></p>",
        '<a href="https://evil.example/x" onclick="alert(3)">open me</a>',
        "&lt;b&gt; &#60;i&#62;",
        "<img src=x onerror=alert(6)> on the weir of Ferrel",
        "<img src=x onerror=alert(7)> Council of Ferrel",
        "<b>Bold [U+202E]Gazette",
        "</title><u>Weir</u> Gazette",
        "<b onmouseover=alert(4)>&\"'.txt",
        "# [x](javascript:alert(5)) `.png",
        "saw [U+202E]esrever ni emoc[U+202C] what [U+2066]hides[U+2069] and a bell ␇ and an escape ␛[31m",
    ],
)
def test_hostile_text_is_shown_as_text(pages: dict[str, HtmlElement], text: str) -> None:
    assert text in pages["hostile"].text_content()


def test_no_hidden_character_is_left_in_a_page(hostile: Record) -> None:
    assert sorted(set(HIDDEN) & set(record_page(hostile))) == []


@pytest.mark.parametrize("hidden", HIDDEN, ids=lambda hidden: f"U+{ord(hidden):04X}")
def test_a_hidden_character_is_written_out(hidden: str, article_of: ArticleOf, record_of: RecordOf) -> None:
    picture = chr(0x2400 + ord(hidden)) if ord(hidden) < 0x20 else f"[U+{ord(hidden):04X}]"
    page = record_page(record_of(article_of(f"The weir{hidden} fell.")))
    assert hidden not in page
    assert f"The weir{picture} fell." in page


@given(st.text(max_size=200))
def test_what_is_shown_hides_nothing(text: str) -> None:
    assert shown(shown(text)) == shown(text)
    assert not set(HIDDEN) & set(shown(text))


@given(st.text() | st.text("a\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"))
def test_what_is_shown_in_a_line_is_one_line(text: str) -> None:
    assert len(shown_line(text).splitlines()) <= 1
    assert "\t" not in shown_line(text)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        'https://evil.example/"><script>',
        "https://evil.example/\u202egnp.exe",
        "https://evil.example/a b",
        "https:evil.example",
        "",
    ],
)
def test_an_address_that_is_none_of_the_web_is_not_linked(url: str, article_of: ArticleOf, record_of: RecordOf) -> None:
    article = msgspec.structs.replace(article_of("The weir fell."), url=url)
    page = parsed(record_of(article))
    assert not is_web_address(url)
    assert page.xpath("//a[not(starts-with(@href, '#'))]") == []


def test_an_address_of_the_web_is_linked_and_tells_nobody(article_of: ArticleOf, record_of: RecordOf) -> None:
    article = msgspec.structs.replace(article_of("The weir fell."), url="https://ferrel.example/weir?a=1&b=2")
    (link,) = parsed(record_of(article)).xpath("//a[not(starts-with(@href, '#'))]")
    assert link.get("href") == "https://ferrel.example/weir?a=1&b=2"
    assert {"noopener", "noreferrer"} <= set(str(link.get("rel")).split())


def told(text: str, article_of: ArticleOf, record_of: RecordOf) -> Record:
    """Return a record in which ``text`` stands in every field that comes from outside."""
    article = article_of("Heading", text, source=text)
    inside = Span(article="0" * 16, start=article.paragraphs[1].start, end=article.paragraphs[1].end, text=text)
    stated = StatedDate(
        role="modified", value=text, earliest=None, latest=None, basis="given", evidence=(), metadata=()
    )
    article = msgspec.structs.replace(
        article,
        id="0" * 16,
        url=text,
        outlet=Outlet(name=text, basis="given", evidence=(), metadata=()),
        agency=Agency(name=text, evidence=(), metadata=()),
        headline=inside,
        published=msgspec.structs.replace(NOT_STATED, value=text, basis="stated"),
        stated=(stated,),
    )
    record = record_of(article, rejections=(Rejection(source=text, reason=text),))
    return msgspec.structs.replace(record, title=Title(text=text, span=inside))


@given(st.text(min_size=1, max_size=60) | st.text("<>&\"'=/!-]ab# \n\x00\u202e", min_size=1, max_size=60))
def test_no_text_whatsoever_becomes_markup(article_of: ArticleOf, record_of: RecordOf, text: str) -> None:
    assume(text.strip())
    page = parsed(told(text, article_of, record_of))
    plain = parsed(told("x" * len(text), article_of, record_of))
    assert elements(page) == elements(plain)
    assert odd_attributes(page) == []


def sentence(article: Article, text: str) -> Span:
    """Return the characters ``text`` of an article."""
    start = article.text.index(text)
    return article.span(start, start + len(text))


def test_fields_that_rest_on_the_same_characters_share_one_place(article_of: ArticleOf, record_of: RecordOf) -> None:
    article = article_of("Ada Brill of Weir Gazette", "The weir fell.")
    name = sentence(article, "Ada Brill")
    outlet = Outlet(name="Ada Brill", basis="inferred", evidence=(name,), metadata=())
    page = parsed(record_of(msgspec.structs.replace(article, byline=name, outlet=outlet)))
    assert len(targets(page)) == 3
    assert ids(page).count(f"a{article.id}-{name.start}-{name.end}") == 1


def test_fields_that_rest_on_characters_with_one_start_have_a_place_each(
    article_of: ArticleOf, record_of: RecordOf
) -> None:
    article = article_of("Ada Brill of Weir Gazette", "The weir fell.")
    whole, name = sentence(article, "Ada Brill of Weir Gazette"), sentence(article, "Ada Brill")
    page = parsed(record_of(msgspec.structs.replace(article, headline=whole, byline=name)))
    assert set(targets(page)) <= set(ids(page))


def test_evidence_over_two_paragraphs_has_one_place(article_of: ArticleOf, record_of: RecordOf) -> None:
    article = article_of("The old weir", "of Ferrel fell on Monday.")
    page = parsed(record_of(msgspec.structs.replace(article, headline=sentence(article, article.text))))
    assert set(Counter(ids(page)).values()) == {1}


def test_overlapping_evidence_marks_every_character_of_both(article_of: ArticleOf, record_of: RecordOf) -> None:
    article = article_of("one two three four", "The weir fell.")
    fields = {"headline": sentence(article, "one two three"), "byline": sentence(article, "two three four")}
    page = parsed(record_of(msgspec.structs.replace(article, **fields)))
    assert "".join(page.xpath("//mark//text()")) == "one two three four"
    assert set(targets(page)) <= set(ids(page))


def inferred(article: Article, *evidence: Span) -> Article:
    """Return the article with a day of publication that rests on words of it or of others."""
    published = msgspec.structs.replace(NOT_STATED, value="2031-03-10", basis="inferred", evidence=evidence)
    return msgspec.structs.replace(article, published=published)


def test_evidence_in_another_article_is_marked_there_and_there_alone(
    article_of: ArticleOf, record_of: RecordOf
) -> None:
    other = article_of("Two hundred were sent home on Monday, the council of Ferrel said.", source="b.txt")
    monday = sentence(other, "Monday")
    one = inferred(article_of("The mill of Ferrel burned down, and nobody was hurt.", source="a.txt"), monday)
    page = parsed(record_of(one, inferred(other, monday)))
    assert set(Counter(ids(page)).values()) == {1}
    assert [mark.text_content() for mark in page.xpath("//mark")] == ["Monday"]
    links = page.xpath("//ul[@class='evidence']//a")
    assert {link.get("href") for link in links} == {f"#a{other.id}-{monday.start}-{monday.end}"}
    assert sorted(link.text_content() for link in links) == [
        f"b.txt, characters {monday.start}–{monday.end}",
        f"characters {monday.start}–{monday.end}",
    ]


def test_articles_called_alike_are_told_apart_by_their_headlines(article_of: ArticleOf, record_of: RecordOf) -> None:
    other = article_of("The mill fell on Monday.", source="b.txt")
    gazette = Outlet(name="Gazette", basis="given", evidence=(), metadata=())
    articles = [
        msgspec.structs.replace(article, outlet=gazette)
        for article in (inferred(article_of("The mill burned.", source="a.txt"), sentence(other, "Monday")), other)
    ]
    (link,) = parsed(record_of(*articles)).xpath("//ul[@class='evidence']//a")
    assert link.text_content() == "Gazette, “The mill fell on Monday.”, characters 17–23"


@EACH
def test_every_place_holds_the_very_characters_that_its_name_tells(
    pages: dict[str, HtmlElement], story: str, stories: dict[str, Record]
) -> None:
    texts = {article.id: article.text for article in stories[story].articles}
    for mark in pages[story].xpath("//mark[@id]|//span[@id]"):
        article, start, end = mark.get("id")[1:].split("-")
        cited = shown(texts[article][int(start) : int(end)])
        assert cited.startswith(mark.text_content()) or mark.text_content() in cited


def test_a_long_line_with_many_marks_is_shown_in_linear_time(article_of: ArticleOf, record_of: RecordOf) -> None:
    article = article_of("Weir fell. " * 20_000)
    spans = tuple(article.span(place, place + 4) for place in range(0, len(article.text) - 11, 11))
    outlet = Outlet(name="Weir", basis="stated", evidence=spans, metadata=())
    began = time.process_time()
    record_page(record_of(msgspec.structs.replace(article, outlet=outlet)))
    assert time.process_time() - began < 30


def test_the_title_leads_to_its_characters(article_of: ArticleOf, record_of: RecordOf) -> None:
    article = article_of("The old weir fell.", "Nobody was hurt.")
    title = Title(text="The old weir", span=sentence(article, "The old weir"))
    page = parsed(msgspec.structs.replace(record_of(article), title=title))
    assert page.xpath("//mark/text()") == ["The old weir"]
    assert set(targets(page)) <= set(ids(page))


def test_the_text_of_every_paragraph_is_shown_whole(tamarel: Record) -> None:
    text = parsed(tamarel).text_content()
    for article in tamarel.articles:
        for paragraph in article.paragraphs:
            assert article.text[paragraph.start : paragraph.end] in text


def test_copied_words_are_marked_as_such(tamarel: Record) -> None:
    found = next(article for article in tamarel.articles if article.copy_of is not None)
    copied = parsed(tamarel).xpath("//*[contains(concat(' ', @class, ' '), ' copied ')]")
    marked = "".join("".join(str(element.text_content()).split()) for element in copied)
    assert found.copied
    assert [span.text for span in found.copied if "".join(span.text.split()) not in marked] == []


def test_rejections_are_listed_with_their_reasons(article_of: ArticleOf, record_of: RecordOf) -> None:
    rejection = Rejection(source="<i>.txt", reason="an <empty> file")
    page = parsed(record_of(article_of("The weir fell."), rejections=(rejection,)))
    assert [item.text_content() for item in page.xpath("//ul[@class='rejections']/li")] == ["<i>.txt an <empty> file"]


def test_a_record_without_headline_outlet_and_date_has_a_page(article_of: ArticleOf, record_of: RecordOf) -> None:
    page = parsed(record_of(article_of("The weir fell.", source="weir.txt")))
    assert "not known" in page.text_content()
    assert page.text_content().count("not known") > 1


def test_the_same_record_gives_the_same_page(tamarel: Record) -> None:
    assert record_page(tamarel) == record_page(tamarel)
