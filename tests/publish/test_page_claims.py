"""Tests of ``rashomon.publish.page``: claims, what could not be placed, and the marks in the text."""

from collections import Counter

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml.html import HtmlElement

from rashomon.publish.shown import shown
from rashomon.records import Article, Record, Span
from tests.publish.tellings import (
    claim,
    entity,
    event,
    moment,
    quantity,
    reading,
    telling,
    through,
    time_mention,
    words,
)
from tests.publish.test_page import ArticleOf, RecordOf, elements, ids, odd_attributes, parsed, targets

SAID = "Anna Kessel told reporters on Monday that 40 had fallen."


def voiced(article: Article, record_of: RecordOf, name: str = "Anna Kessel") -> Record:
    """Return a record of one claim, whose speaker is called ``name`` in it, with a time, a number and an event."""
    anna = entity(words(article, "Anna Kessel"), name)
    told = through(
        claim(article, "Anna Kessel", "told", "that 40 had fallen", of=anna), "channel", words(article, "reporters")
    )
    found = reading(
        article,
        times=(time_mention(words(article, "Monday"), moment(words(article, "Monday"), "2031-03-10")),),
        quantities=(quantity(words(article, "40"), 40, 40),),
        events=(event(words(article, "fallen"), "fall"),),
    )
    return telling(record_of(article), told, entities=(anna,), readings=(found,))


def test_claims_are_listed_by_speaker_and_lead_to_their_words(article_of: ArticleOf, record_of: RecordOf) -> None:
    article = article_of(SAID)
    page = parsed(voiced(article, record_of))
    (voice,) = page.xpath("//section[@aria-labelledby='voices']/details")
    assert [str(name) for name in voice.xpath("summary/b/text()")] == ["Anna Kessel"]
    content = words(article, "that 40 had fallen")
    assert voice.xpath(".//a/@href") == [f"#a{article.id}-{content.start}-{content.end}"]
    assert "to reporters" in voice.text_content()


def test_what_could_not_be_placed_is_listed(article_of: ArticleOf, record_of: RecordOf) -> None:
    article = article_of(SAID)
    told = claim(article, "Anna Kessel", "told", "that 40 had fallen", kind="unknown")
    page = parsed(msgspec.structs.replace(voiced(article, record_of), claims=(told,)))
    assert page.xpath("//section[@aria-labelledby='voices']") == []
    (section,) = page.xpath("//section[@aria-labelledby='unplaced']")
    assert [str(name) for name in section.xpath("details/summary/b/text()")] == [
        "Not clear who says it",
        "Not clear what is counted",
    ]


def test_every_place_that_a_claim_leads_to_is_in_the_page(article_of: ArticleOf, record_of: RecordOf) -> None:
    article = article_of(SAID)
    page = parsed(voiced(article, record_of))
    assert sorted(set(targets(page)) - set(ids(page))) == []
    assert set(Counter(ids(page)).values()) == {1}


def test_a_claim_that_goes_over_two_paragraphs_has_one_place(article_of: ArticleOf, record_of: RecordOf) -> None:
    article = article_of("Anna Kessel told: “We go.", "“We stay.”")
    told = claim(article, "Anna Kessel", "told", "“We go.\n\n“We stay.”", kind="group")
    page = parsed(telling(record_of(article), told))
    assert sorted(set(targets(page)) - set(ids(page))) == []
    assert set(Counter(ids(page)).values()) == {1}


def test_marks_that_lie_in_one_another_are_all_shown(article_of: ArticleOf, record_of: RecordOf) -> None:
    article = article_of(SAID)
    page = parsed(voiced(article, record_of))
    (number,) = page.xpath("//*[@class='number said']")
    assert (number.text_content(), number.get("title")) == ("40", "40 · Anna Kessel says")


def test_the_marks_of_a_text_are_explained_beside_it(article_of: ArticleOf, record_of: RecordOf) -> None:
    page = parsed(voiced(article_of(SAID), record_of))
    legend = page.xpath("//ul[@class='legend']/li/span/@class")
    assert legend == ["who", "cue", "said", "time", "number", "event"]


def test_marks_leave_the_text_as_it_is(article_of: ArticleOf, record_of: RecordOf) -> None:
    page = parsed(voiced(article_of(SAID), record_of))
    assert [paragraph.text_content() for paragraph in page.xpath("//p[@class='body']")] == [SAID]


def test_a_record_that_tells_nothing_has_no_section_of_voices_and_no_legend(
    article_of: ArticleOf, record_of: RecordOf
) -> None:
    page = parsed(record_of(article_of(SAID)))
    assert page.xpath("//section[@aria-labelledby='voices' or @aria-labelledby='unplaced']") == []
    assert page.xpath("//ul[@class='legend']") == []


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        '" onmouseover="alert(2)',
        "</summary></details><img src=x>",
        "&lt;b&gt;",
        "Anna\u202eKessel\x1b",
        "{{ 7 * 7 }}",
    ],
)
def test_a_hostile_speaker_is_shown_as_text(article_of: ArticleOf, record_of: RecordOf, name: str) -> None:
    record = voiced(article_of(SAID), record_of, name)
    page, plain = parsed(record), parsed(voiced(article_of(SAID), record_of))
    assert elements(page) == elements(plain)
    assert odd_attributes(page) == []
    assert [str(found) for found in page.xpath("//section[@aria-labelledby='voices']//summary/b/text()")] == [
        shown(name)
    ]
    assert page.xpath("//p[@class='body']/*[1]/@title") == [shown(name)]


@given(st.text(min_size=1, max_size=40) | st.text("<>&\"'=/!-]ab#", min_size=1, max_size=40))
def test_no_speaker_and_nothing_said_becomes_markup(article_of: ArticleOf, record_of: RecordOf, text: str) -> None:
    assume(text.strip())

    def page_of(words_said: str) -> HtmlElement:
        article = article_of("Told: ", f"{words_said}.", source="x")
        place = article.paragraphs[1].start
        span = Span(article=article.id, start=place, end=place + len(words_said), text=words_said)
        told = msgspec.structs.replace(
            claim(article, "Told", "Told", "Told", kind="group"), content=(span,), cue=span, ground=span
        )
        told = msgspec.structs.replace(told, speaker=msgspec.structs.replace(told.speaker, span=span))
        found = reading(article, events=(event(span, words_said),))
        return parsed(telling(record_of(article), through(told, "channel", span), readings=(found,)))

    page = page_of(text)
    assert elements(page) == elements(page_of("x" * len(text)))
    assert odd_attributes(page) == []
