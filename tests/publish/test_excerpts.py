"""Tests of ``rashomon.publish.excerpts``: only cited sentences are left, and every offset still holds."""

import re
from collections.abc import Callable, Iterator

import lxml.html
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.publish import excerpted, record_json
from rashomon.publish.excerpts import kept_sentences
from rashomon.publish.markdown import record_markdown
from rashomon.publish.page import record_page
from rashomon.publish.shown import shown
from rashomon.records import Article, Metadata, Outlet, Record, Span
from rashomon.text import Range, sentences
from tests.publish.conftest import Weir

ArticleOf = Callable[..., Article]
RecordOf = Callable[..., Record]
SpansOf = Callable[[object], Iterator[Span]]

STORIES = pytest.mark.parametrize("story", ["tamarel", "hostile"])
BODY = (
    "The old weir of Ferrel fell on Monday. Nobody was hurt, the council said. The millers had warned of it.",
    "It was built in 1884. A paper mill stood there.",
)


def cited_in(record: Record, spans_of: SpansOf) -> dict[str, list[Span]]:
    """Return what the excerpts of the record cite, by article."""
    cited: dict[str, list[Span]] = {}
    for span in spans_of(excerpted(record)):
        cited.setdefault(span.article, []).append(span)
    return cited


def uncited(record: Record, spans_of: SpansOf) -> list[str]:
    """Return the sentences of the accounts in which nothing is cited, and that stand in no cited one."""
    cited = cited_in(record, spans_of)
    found: list[tuple[str, bool]] = []
    for article in record.articles:
        for paragraph in article.paragraphs:
            text = article.text[paragraph.start : paragraph.end]
            for sentence in sentences(text):
                start, end = paragraph.start + sentence.start, paragraph.start + sentence.end
                is_cited = any(span.start < end and start < span.end for span in cited.get(article.id, []))
                found.append((article.text[start:end], is_cited))
    kept = [text for text, is_cited in found if is_cited]
    return [text for text, is_cited in found if not is_cited and not any(text in other for other in kept)]


def one_line(text: str) -> str:
    """Return ``text`` as the files show it, on one line."""
    return " ".join(shown(text).split())


def read_by_people(record: Record) -> list[str]:
    """Return the words of the page and of the Markdown, each on one line."""
    page = str(lxml.html.document_fromstring(record_page(record)).text_content())
    return [one_line(page), one_line(re.sub(r"\\([\W_])", r"\1", record_markdown(record)))]


@STORIES
def test_every_text_keeps_its_length(story: str, request: pytest.FixtureRequest) -> None:
    record: Record = request.getfixturevalue(story)
    assert [len(article.text) for article in excerpted(record).articles] == [
        len(article.text) for article in record.articles
    ]


@STORIES
def test_every_span_slices_true(story: str, request: pytest.FixtureRequest, spans_of: SpansOf) -> None:
    record = excerpted(request.getfixturevalue(story))
    texts = {article.id: article.text for article in record.articles}
    spans = list(spans_of(record))
    assert spans
    assert [span for span in spans if texts[span.article][span.start : span.end] != span.text] == []


@STORIES
def test_a_character_is_as_it_was_or_blank(story: str, request: pytest.FixtureRequest) -> None:
    record: Record = request.getfixturevalue(story)
    for before, after in zip(record.articles, excerpted(record).articles, strict=True):
        assert {new for old, new in zip(before.text, after.text, strict=True) if new != old} <= {" "}
        assert [line == "" for line in after.text.split("\n")] == [line == "" for line in before.text.split("\n")]


@STORIES
def test_uncited_sentences_are_gone_from_all_that_is_written(
    story: str, request: pytest.FixtureRequest, spans_of: SpansOf
) -> None:
    record: Record = request.getfixturevalue(story)
    left_out = [text for text in uncited(record, spans_of) if len(text) > 25]
    page, _ = read_by_people(record)
    assert [text for text in left_out if one_line(text) not in page] == []
    assert left_out
    excerpts = excerpted(record)
    texts = "\n".join(one_line(article.text) for article in excerpts.articles)
    for content in (*read_by_people(excerpts), texts, one_line(record_json(excerpts).decode("utf-8"))):
        assert [text for text in left_out if one_line(text) in content] == []


def test_cited_sentences_are_left_whole(tamarel: Record) -> None:
    before = next(article for article in tamarel.articles if article.source == "deputies-back-treaty.txt")
    after = next(article for article in excerpted(tamarel).articles if article.id == before.id)
    assert before.dateline is not None
    paragraph = next(found for found in before.paragraphs if found.start <= before.dateline.start < found.end)
    first = sentences(before.text[paragraph.start : paragraph.end])[0]
    at = slice(paragraph.start + first.start, paragraph.start + first.end)
    assert before.dateline.text in after.text[at]
    assert after.text[at] == before.text[at]


def test_only_the_sentence_of_the_evidence_is_left(article_of: ArticleOf, record_of: RecordOf) -> None:
    article = article_of(*BODY)
    start = article.text.index("the council")
    cited = msgspec.structs.replace(article, byline=article.span(start, start + 11))
    (left,) = excerpted(record_of(cited)).articles
    assert left.text.split() == ["Nobody", "was", "hurt,", "the", "council", "said."]


def test_an_article_that_nothing_cites_is_blank(article_of: ArticleOf, record_of: RecordOf) -> None:
    (left,) = excerpted(record_of(article_of(*BODY))).articles
    assert left.text.strip() == ""


def test_a_blank_article_is_shown_under_its_source(article_of: ArticleOf, record_of: RecordOf) -> None:
    excerpts = excerpted(record_of(article_of(*BODY, source="weir.txt")))
    assert "weir.txt" in record_page(excerpts)
    assert "weir" in record_markdown(excerpts)


def test_copied_words_are_left_out_and_their_share_is_kept(tamarel: Record) -> None:
    shared = {article.id: article.shared for article in tamarel.articles}
    excerpts = excerpted(tamarel)
    assert any(article.copied for article in tamarel.articles)
    assert all(article.copied == () for article in excerpts.articles)
    assert {article.id: article.shared for article in excerpts.articles} == shared


def test_fields_of_a_page_that_nothing_rests_on_are_left_out(article_of: ArticleOf, record_of: RecordOf) -> None:
    told = Metadata(field="meta description", text="A summary that somebody wrote.", xpath=None)
    name = Metadata(field="meta og:site_name", text="Weir Gazette", xpath=None)
    article = msgspec.structs.replace(
        article_of(*BODY),
        metadata=(told, name),
        outlet=Outlet(name="Weir Gazette", basis="stated", evidence=(), metadata=(name,)),
    )
    written = record_json(excerpted(record_of(article)))
    assert b"Weir Gazette" in written
    assert b"summary" not in written


def test_excerpts_say_so(tamarel: Record) -> None:
    excerpts = excerpted(tamarel)
    assert (tamarel.excerpts, excerpts.excerpts) == (False, True)
    assert "Excerpts" in record_page(excerpts)
    assert "Excerpts" in record_markdown(excerpts)


def test_nothing_else_of_the_record_changes(tamarel: Record) -> None:
    excerpts = excerpted(tamarel)
    blank = {"text": "", "copied": (), "metadata": ()}
    assert [msgspec.structs.replace(article, **blank) for article in excerpts.articles] == [
        msgspec.structs.replace(article, **blank) for article in tamarel.articles
    ]
    bare = {"mentions": (), "roles": ()}
    assert [msgspec.structs.replace(entity, **bare) for entity in excerpts.entities] == [
        msgspec.structs.replace(entity, **bare) for entity in tamarel.entities
    ]
    same = {"articles": (), "entities": (), "readings": (), "excerpts": False}
    assert msgspec.structs.replace(excerpts, **same) == msgspec.structs.replace(tamarel, **same)


def test_readings_and_further_mentions_are_left_out(tamarel: Record) -> None:
    excerpts = excerpted(tamarel)
    assert excerpts.readings == ()
    assert {len(entity.mentions) for entity in excerpts.entities} == {1}
    assert [entity.mentions[0] for entity in excerpts.entities] == [entity.mentions[0] for entity in tamarel.entities]


def test_excerpts_of_excerpts_are_the_same(tamarel: Record) -> None:
    assert excerpted(excerpted(tamarel)) == excerpted(tamarel)


def test_cited_sentences_that_touch_are_joined_and_in_order(article_of: ArticleOf) -> None:
    article = article_of(*BODY)
    places = [article.text.index(word) for word in ("built", "hurt", "Nobody", "Monday")]
    kept = kept_sentences(article, [Range(place, place + 3) for place in places])
    assert [found.of(article.text) for found in kept] == [
        "The old weir of Ferrel fell on Monday.",
        "Nobody was hurt, the council said.",
        "It was built in 1884.",
    ]


def test_a_paragraph_is_cut_into_sentences_once(article_of: ArticleOf, monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[str] = []

    def counted(paragraph: str) -> list[Range]:
        cut.append(paragraph)
        return sentences(paragraph)

    monkeypatch.setattr("rashomon.publish.excerpts.sentences", counted)
    article = article_of(" ".join(BODY))
    kept = kept_sentences(article, [Range(place, place + 2) for place in range(len(article.text) - 2)])
    assert "".join(found.of(article.text) for found in kept).split()[:3] == ["The", "old", "weir"]
    assert cut == [article.text]


@given(
    st.lists(st.text("Weir fel. “”!?…Mr\t\u2028\f", max_size=40), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 40), st.integers(1, 20)), max_size=4),
)
def test_whatever_is_cited_within_a_paragraph_is_left(
    article_of: ArticleOf, record_of: RecordOf, paragraphs: list[str], places: list[tuple[int, int, int]]
) -> None:
    article = article_of(*paragraphs)
    spans = []
    for number, start, length in places:
        paragraph = article.paragraphs[min(number, len(paragraphs) - 1)]
        first = min(paragraph.start + start, paragraph.end)
        spans.append(article.span(first, min(first + length, paragraph.end)))
    outlet = Outlet(name="Weir Gazette", basis="stated", evidence=tuple(spans), metadata=())
    (left,) = excerpted(record_of(msgspec.structs.replace(article, outlet=outlet))).articles
    assert len(left.text) == len(article.text)
    assert [left.text[span.start : span.end] for span in spans] == [span.text for span in spans]


def test_the_sentences_of_events_figures_and_differences_are_kept(weir: Weir) -> None:
    post = next(article for article in excerpted(weir.record).articles if article.id == weir.post.id)
    assert "The weir of Ferrel broke on March 10." in post.text
    assert "Mayor Ada Brill said that 60 mill workers were sent home." in post.text
    assert "Two of them live in Osk." in post.text
    gazette = next(article for article in excerpted(weir.record).articles if article.id == weir.gazette.id)
    assert "The weir was built in 1884." in gazette.text
    assert "Nobody has been told" not in gazette.text


def test_the_lines_of_excerpts_are_those_of_the_whole(weir: Weir) -> None:
    def lines(record: Record) -> str:
        return record_markdown(record).split("## Articles")[0]

    mark = "*Excerpts: only cited sentences are shown.*\n\n"
    assert lines(excerpted(weir.record)).replace(mark, "") == lines(weir.record)
