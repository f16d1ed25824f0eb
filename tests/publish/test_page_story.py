"""Tests of ``rashomon.publish.page``: the state, the timeline, the figures, the differences and the matrix."""

import time
from collections import Counter
from itertools import pairwise

import lxml.html
import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rashomon.publish import excerpted
from rashomon.publish.page import record_page
from rashomon.publish.shown import shown
from rashomon.records import Record, Span
from rashomon.records.findings import Relation
from tests.publish.conftest import Accord, Weir
from tests.publish.tellings import claim, days, difference, entity, figure, happening, point, side, telling
from tests.publish.test_page import ArticleOf, RecordOf, elements, ids, odd_attributes, parsed, targets

SECTIONS = "Timeline", "Where the accounts differ", "Figures", "Account by account", "The accounts"


def titles(record: Record) -> list[str]:
    """Return the headings of the sections of a page, those of the accounts left out."""
    found = parsed(record).xpath("//main/section/h2/text()")
    return [str(title) for title in found]


def test_sections_stand_in_the_order_of_a_readers_questions(weir: Weir) -> None:
    found = titles(weir.record)
    assert [title for title in found if title in SECTIONS] == list(SECTIONS)


def test_the_contents_name_every_section_in_order(weir: Weir) -> None:
    page = parsed(weir.record)
    links = [(str(link.text), str(link.get("href"))) for link in page.xpath("//nav/a")]
    sections = [(str(title.text), f"#{title.get('id')}") for title in page.xpath("//main/section/h2")]
    assert links == sections


def test_the_board_stands_between_the_timeline_and_the_differences(weir: Weir, accord: Accord) -> None:
    record = msgspec.structs.replace(
        weir.record,
        articles=(*weir.record.articles, *accord.record.articles),
        entities=(*weir.record.entities, *accord.record.entities),
        procedures=accord.record.procedures,
    )
    assert titles(record)[:3] == ["Timeline", "How far it has come", "Where the accounts differ"]


@pytest.mark.parametrize("left_out", ["events", "figures", "differences", "claims"])
def test_a_section_with_nothing_in_it_has_no_heading(weir: Weir, left_out: str) -> None:
    page = parsed(msgspec.structs.replace(weir.record, **{left_out: ()}))
    for section in page.xpath("//main/section"):
        assert len(section.xpath("./*")) > 1
    assert set(targets(page)) <= set(ids(page))


def test_a_record_that_tells_nothing_shows_its_accounts_alone(article_of: ArticleOf, record_of: RecordOf) -> None:
    page = parsed(record_of(article_of("The weir fell.")))
    assert [str(title) for title in page.xpath("//main/section/h2/text()")] == ["The accounts"]
    assert page.xpath("//nav|//p[@class='state']") == []


def test_every_clause_of_the_state_leads_to_its_words(weir: Weir) -> None:
    (state,) = parsed(weir.record).xpath("//p[@class='state']")
    clauses = state.xpath("span[@class='clause']")
    assert len(clauses) == 3
    assert all(clause.xpath(".//a[@class='cite']/@href") for clause in clauses)
    assert "As of the latest account, 12 March 2031" in state.text_content()


def test_an_event_and_a_figure_have_a_place_to_lead_to(weir: Weir) -> None:
    found = ids(parsed(weir.record))
    lines = [
        *(f"event-{event.id}" for event in weir.record.events),
        f"figure-{weir.home.id}",
        f"figure-{weir.in_osk.id}",
    ]
    assert set(lines) <= set(found)


def test_a_picture_leads_to_the_words_of_each_value(weir: Weir) -> None:
    page = parsed(weir.record)
    hrefs = [str(href) for href in page.xpath("//svg//a/@href")]
    spans = [one.span for one in weir.home.points]
    assert hrefs == [f"#a{span.article}-{span.start}-{span.end}" for span in spans]


def test_what_lines_rest_on_has_a_place_also_in_excerpts(weir: Weir) -> None:
    for record in (weir.record, excerpted(weir.record)):
        page = parsed(record)
        assert set(targets(page)) <= set(ids(page))
        assert set(Counter(ids(page)).values()) == {1}


def test_excerpts_show_the_same_lines(weir: Weir) -> None:
    def lines(record: Record) -> list[str]:
        return [
            " ".join(section.text_content().split())
            for section in parsed(record).xpath("//main/section|//p[@class='state']")
        ]

    assert lines(excerpted(weir.record)) == lines(weir.record)


def test_headings_go_down_one_level_at_a_time(weir: Weir) -> None:
    levels = [int(name[1]) for name in elements(parsed(weir.record)) if name in ("h1", "h2", "h3", "h4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def hostile(text: str, article_of: ArticleOf, record_of: RecordOf) -> Record:
    """Return a record in which ``text`` stands in every field of its events, figures and differences."""
    article = article_of("The weir.", text)
    extent = article.paragraphs[1]
    span = Span(article=article.id, start=extent.start, end=extent.end, text=text)
    first = Span(article=article.id, start=0, end=3, text=text)
    other = msgspec.structs.replace(article_of(text, source=text), id="f" * 16)
    elsewhere = Span(article=other.id, start=0, end=len(text), text=text)
    called = entity(span, text)
    told = [claim(article, "The", "weir", "."), claim(article, "The", "weir", ".", of=called)]
    told = [msgspec.structs.replace(one, cue=span, content=(span,), id=f"c{n}") for n, one in enumerate(told)]
    event = happening(
        first, span, elsewhere, label=text, rank=1, status="claimed", claim=told[1], time=days(None, "2031-03-10")
    )
    event = msgspec.structs.replace(event, time=days(None, "2031-03-10", text))
    days_ = days("2031-03-10", "2031-03-10", text)
    points = [
        point(where, n, n, number=n, scope=text, as_of=days_, claim=by, relation="update", why=text)
        for n, (where, by) in enumerate(((span, told[0]), (elsewhere, told[1]), (first, None)))
    ]
    counted = figure(*points, label=text)
    part = figure(point(msgspec.structs.replace(first, end=2), 1, 1, scope=text), label=text, part_of=counted)
    lone = figure(point(msgspec.structs.replace(first, end=1), 1, 1, scope=text), label=text)
    kinds: list[tuple[Relation, str]] = [
        ("status", event.id),
        ("update", counted.id),
        ("wording", called.id),
        ("wording", text),
    ]
    differing = [
        msgspec.structs.replace(
            difference(kind, about, text, side(text, span), side(text, elsewhere), note=text), id=f"d{n:012x}"
        )
        for n, (kind, about) in enumerate(kinds)
    ]
    record = telling(record_of(article, other), *told, entities=(called,))
    return msgspec.structs.replace(record, events=(event,), figures=(counted, part, lone), differences=tuple(differing))


ODD = st.text(min_size=1, max_size=60) | st.text("<>&\"'=/!-]ab# \n\x00\u202e", min_size=1, max_size=60)


@settings(max_examples=15)
@given(ODD)
def test_no_text_of_an_event_a_figure_or_a_difference_becomes_markup(
    article_of: ArticleOf, record_of: RecordOf, text: str
) -> None:
    assume(text.strip())
    page = parsed(hostile(text, article_of, record_of))
    plain = parsed(hostile("x" * len(text), article_of, record_of))
    assert elements(page) == elements(plain)
    assert odd_attributes(page) == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "</svg><img src=x onerror=alert(2)>",
        '"><svg onload=alert(3)>',
        "]]></text></svg><b>",
        "{{ 7 * 7 }}{% raw %}",
        "javascript:alert(4)",
        "\u202eesrever",
    ],
)
def test_hostile_lines_are_shown_as_text(article_of: ArticleOf, record_of: RecordOf, text: str) -> None:
    page = parsed(hostile(text, article_of, record_of))
    state, *sections = page.xpath("//p[@class='state']|//main/section[@aria-labelledby!='accounts']")
    assert len(sections) >= 4
    assert all(shown(text) in one.text_content() for one in (state, *sections))
    assert odd_attributes(page) == []


def test_the_page_of_a_large_story_opens(weir: Weir) -> None:
    number = 200
    articles = [
        msgspec.structs.replace(article, id=f"{n:015x}{kind}", source=f"{n}.txt", dateline=None)
        for n in range(number // 2)
        for kind, article in enumerate((weir.gazette, weir.post))
    ]
    spans = [
        msgspec.structs.replace(weir.broke.accounts[article.source.endswith("1.txt")].trigger, article=article.id)
        for article in articles
    ]
    spans = [
        msgspec.structs.replace(span, text=article.text[span.start : span.end])
        for span, article in zip(spans, articles, strict=True)
    ]
    events = [
        msgspec.structs.replace(
            happening(
                spans[n % number],
                *spans[n % number : n % number + 5],
                label="The weir broke",
                rank=n + 1 if n < 40 else None,
            ),
            id=f"e{n:012x}",
        )
        for n in range(5000)
    ]
    counted = [
        msgspec.structs.replace(
            figure(
                *(
                    point(span, k, k, number=k, as_of=days("2031-03-10", "2031-03-10"))
                    for k, span in enumerate(spans[n % 190 : n % 190 + 4])
                ),
                label="workers",
            ),
            id=f"f{n:012x}",
        )
        for n in range(1000)
    ]
    record = msgspec.structs.replace(
        weir.record, articles=tuple(articles), claims=(), events=tuple(events), figures=tuple(counted), differences=()
    )
    began = time.process_time()
    page = record_page(record)
    assert time.process_time() - began < 30
    assert len(page) < 12_000_000
    assert len(lxml.html.document_fromstring(page).xpath("//svg")) == 12


def test_without_a_timeline_the_events_are_folded_away_and_the_page_says_so(weir: Weir) -> None:
    events = tuple(msgspec.structs.replace(event, rank=None) for event in weir.record.events)
    (section,) = parsed(msgspec.structs.replace(weir.record, events=events)).xpath("//section[h2[@id='happened']]")
    assert section.xpath("p/text()") == ["No event is told firmly enough to stand here."]
    assert len(section.xpath("details[not(@open)]//li")) == len(events)
