"""Tests of ``rashomon.publish.markdown``: scraped text stays text, whatever Markdown it spells."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from rashomon.publish.describe import in_reading_order
from rashomon.publish.markdown import escaped, record_markdown
from rashomon.publish.shown import shown
from rashomon.records import BODY_KINDS, NOT_STATED, Agency, Article, Outlet, Record, Rejection, Title
from tests.publish.conftest import Accord, Weir, hostile_words
from tests.publish.tellings import claim, doing, quantity, reading, telling, through, words

ArticleOf = Callable[..., Article]
RecordOf = Callable[..., Record]
MARKUP = st.text("*_`~[]()<>!&;#+-=|\\:./\"' \n\tab1.)@$^{}\u202e", min_size=1, max_size=40)
ANY_TEXT = st.text(min_size=1, max_size=60) | MARKUP
LINKING = ("html_block", "html_inline", "link_open", "image", "code_block", "fence", "hr", "table_open", "s_open")


def tokens_of(markdown: str) -> list[Token]:
    """Return the tokens of a document, those within lines after the line; HTML, tables and strikethrough are read."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

    def flat(tokens: list[Token]) -> Iterator[Token]:
        for token in tokens:
            yield token
            yield from flat(token.children or [])

    return list(flat(parser.parse(markdown)))


def headings(tokens: list[Token]) -> list[str]:
    """Return the headings, their level as number signs, as they are read."""
    return [
        f"{token.markup} {''.join(part.content for part in line.children or [])}"
        for token, line in pairwise(tokens)
        if token.type == "heading_open"
    ]


def in_one_line(text: str) -> str:
    """Return what a reader of ``text`` should see."""
    return " ".join(shown(text).split())


STORIES = pytest.mark.parametrize("story", ["tamarel", "hostile"])


@STORIES
def test_no_text_of_an_account_becomes_html_a_link_or_a_picture(story: str, request: pytest.FixtureRequest) -> None:
    record: Record = request.getfixturevalue(story)
    assert [token.type for token in tokens_of(record_markdown(record)) if token.type in LINKING] == []


def test_no_name_of_a_procedure_becomes_html_a_link_or_a_picture(accord: Accord) -> None:
    tokens = tokens_of(record_markdown(hostile_words(accord)))
    assert [token.type for token in tokens if token.type in LINKING] == []


SECTIONS = [
    "## Timeline",
    "## How far it has come",
    "## Where the accounts differ",
    "## Figures",
    "## Who says what",
    "## Not placed",
    "## Articles",
]

OPTIONAL = {"## How far it has come", "## Not placed"}


@STORIES
def test_headings_are_the_title_the_list_and_the_names(story: str, request: pytest.FixtureRequest) -> None:
    record: Record = request.getfixturevalue(story)
    found = headings(tokens_of(record_markdown(record)))
    assert record.title is not None
    assert found[0] == f"# {in_one_line(record.title.text)}"
    assert found[-1] == "## Not read"
    sections = [heading for heading in found if heading in SECTIONS]
    assert sections == [section for section in SECTIONS if section in sections]
    names = found[found.index("## Articles") + 1 : -1]
    assert [heading.split(". ")[0] for heading in names] == [
        f"## {number}" for number in range(1, len(record.articles) + 1)
    ]


def test_a_hostile_name_of_an_outlet_is_read_as_it_was_given(hostile: Record) -> None:
    assert "## 1. <b>Bold [U+202E]Gazette" in headings(tokens_of(record_markdown(hostile)))


@STORIES
def test_every_paragraph_of_the_body_is_quoted_as_it_reads(story: str, request: pytest.FixtureRequest) -> None:
    record: Record = request.getfixturevalue(story)
    tokens = tokens_of(record_markdown(record))
    quoted = [
        "".join(part.content for part in line.children or [])
        for token, line in zip(tokens, tokens[2:], strict=False)
        if token.type == "blockquote_open"
    ]
    assert quoted == [
        in_one_line(article.text[paragraph.start : paragraph.end])
        for article in in_reading_order(record)
        for paragraph in article.paragraphs
        if paragraph.kind in BODY_KINDS
    ]


def test_hidden_characters_are_written_out(hostile: Record) -> None:
    markdown = record_markdown(hostile)
    assert not set("\x07\x1b\u202e\u202c\u2066\u2069") & set(markdown)
    assert "bell ␇ and" in markdown


@pytest.mark.parametrize(
    "address", ["https://evil.example/x", "HTTP://evil.example", "www.evil.example", "mailto:a@b.c"]
)
def test_a_bare_address_is_broken_for_readers_that_link_it(address: str) -> None:
    assert address not in escaped(f"see {address} now")


@pytest.mark.parametrize(
    "text",
    [
        "# heading",
        "- item",
        "+ item",
        "* item",
        "12. item",
        "3) item",
        "> quote",
        "***",
        "---",
        "===",
        "___",
        "    code",
        "```sh",
        "~~~",
        "[a]: https://evil.example",
        "| a | b |",
        "<div>",
        "<!-- x -->",
        "&amp; &#35;",
        "a\\",
        "line  \nbreak",
        "https://evil.example",
        "www.evil.example",
        "![a](b)",
        "$x$",
        "a\n===",
        "- [ ] task",
    ],
)
def test_a_line_of_markdown_is_read_as_its_characters(text: str) -> None:
    tokens = tokens_of(escaped(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "text", "paragraph_close"]
    assert tokens[2].content == in_one_line(text)


@given(ANY_TEXT)
def test_any_text_is_read_as_its_characters(text: str) -> None:
    assume(in_one_line(text))
    tokens = tokens_of(escaped(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "text", "paragraph_close"]
    assert tokens[2].content == in_one_line(text)


@given(ANY_TEXT)
def test_no_text_changes_the_shape_of_the_document(article_of: ArticleOf, record_of: RecordOf, text: str) -> None:
    assume(in_one_line(text))

    def shape(told: str) -> list[str]:
        article = article_of(told, source=told)
        article = msgspec.structs.replace(
            article,
            outlet=Outlet(name=told, basis="given", evidence=(), metadata=()),
            agency=Agency(name=told, evidence=(), metadata=()),
            byline=article.span(0, len(told)),
            published=msgspec.structs.replace(NOT_STATED, value=told, basis="given"),
        )
        record = record_of(article, rejections=(Rejection(source=told, reason=told),))
        record = msgspec.structs.replace(record, title=Title(text=told, span=article.span(0, len(told))))
        return [token.type for token in tokens_of(record_markdown(record))]

    assert shape(text) == shape("x")


def test_evidence_in_another_article_names_it(article_of: ArticleOf, record_of: RecordOf) -> None:
    other = article_of("The mill fell on Monday.", source="b_1.txt")
    published = msgspec.structs.replace(
        NOT_STATED, value="2031-03-10", basis="inferred", evidence=(words(other, "Monday"),)
    )
    one = msgspec.structs.replace(article_of("The mill burned.", source="a.txt"), published=published)
    markdown = record_markdown(record_of(one, msgspec.structs.replace(other, published=published)))
    assert "“Monday” (b\\_1.txt, characters 17 to 23)" in markdown
    assert "“Monday” (characters 17 to 23)" in markdown


def test_rejections_are_listed_with_their_reasons(article_of: ArticleOf, record_of: RecordOf) -> None:
    rejection = Rejection(source="*.txt", reason="an _empty_ file")
    markdown = record_markdown(record_of(article_of("The weir fell."), rejections=(rejection,)))
    assert [token.content for token in tokens_of(markdown) if token.type == "text"][-3] == "*.txt: an _empty_ file"


def test_a_record_without_headline_outlet_and_date_is_told_so(article_of: ArticleOf, record_of: RecordOf) -> None:
    markdown = record_markdown(record_of(article_of("The weir fell.", source="weir.txt")))
    assert markdown.startswith("# A story without a headline\n")
    assert "date not known" in markdown


def test_the_document_ends_with_one_line_break(tamarel: Record) -> None:
    markdown = record_markdown(tamarel)
    assert markdown.endswith("*\n")


def test_claims_are_listed_by_speaker(article_of: ArticleOf, record_of: RecordOf) -> None:
    article = article_of("Anna Kessel told reporters that 40 had fallen.", source="weir.txt")
    told = through(
        claim(article, "Anna Kessel", "told", "that 40 had fallen", kind="group"),
        "channel",
        words(article, "reporters"),
    )
    markdown = record_markdown(telling(record_of(article), doing(told, "warn")))
    assert (
        "## Who says what\n\n- **Anna Kessel**\n  - warns: *told* that 40 had fallen (weir.txt; to reporters)\n"
    ) in markdown
    assert "## Not placed" not in markdown


def test_what_could_not_be_placed_is_listed(article_of: ArticleOf, record_of: RecordOf) -> None:
    article = article_of("She said that 40 had fallen.", source="weir.txt")
    record = telling(
        record_of(article),
        claim(article, "She", "said", "that 40 had fallen", kind="unknown"),
        readings=(reading(article, quantities=(quantity(words(article, "40"), 40, 40),)),),
    )
    found = record_markdown(record).split("## Not placed\n\n")[1].split("\n\n")[1]
    assert found.split("\n") == ["- *said* that 40 had fallen (weir.txt)", "- 40 (weir.txt)"]
    assert "## Who says what" not in record_markdown(record)


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "# Kessel", "[Kessel](https://evil.example)", "**", "`"])
def test_a_hostile_speaker_stays_text(article_of: ArticleOf, record_of: RecordOf, name: str) -> None:
    article = article_of(f"{name} said it.")
    record = telling(record_of(article), claim(article, name, "said", "it", kind="group"))
    tokens = tokens_of(record_markdown(record))
    assert headings(tokens)[1] == "## Who says what"
    inside = [token for token in tokens if token.type == "inline" and token.content.startswith("**")]
    assert name in ["".join(part.content for part in line.children or []) for line in inside]
    assert not {token.type for token in tokens} & set(LINKING)


def test_the_state_the_timeline_the_differences_and_the_figures_are_told(weir: Weir) -> None:
    tokens = tokens_of(record_markdown(weir.record))
    found = headings(tokens)
    assert [heading for heading in found if heading in SECTIONS] == [
        section for section in SECTIONS if section not in OPTIONAL or section in found
    ]
    lines = [in_one_line("".join(part.content for part in token.children or [])) for token in tokens]
    assert "As of the latest account, 12 March 2031:" in lines
    told = [line for line in lines if line.startswith("10 March 2031: ")]
    assert told == [
        "10 March 2031: The old weir of Ferrel broke on Monday. (Weir Gazette)",
        (
            "10 March 2031: The old weir of Ferrel broke on Monday. (3 accounts · independent at most 3 · 3 origins: "
            "Weir Gazette, Ferrel Post, Osk Ledger)"
        ),
    ]
    assert "more exact: March 10 is that Monday." in lines
    assert "update" not in lines
    assert (
        "changed over time (how many, mill workers sent home): The number went from about 40 to more than 100." in lines
    )
    assert "mill workers sent home (3 accounts · independent at most 3 · 3 origins)" in lines
    assert (
        "“60” (11 March 2031, Ada Maria Brill in Ferrel Post) — changed since: a day later, and more can be sent home"
        in lines
    )
    assert "of them: mill workers who live in Osk" in lines


def test_a_story_without_lines_has_no_sections_for_them(article_of: ArticleOf, record_of: RecordOf) -> None:
    found = headings(tokens_of(record_markdown(record_of(article_of("The weir fell.")))))
    assert found[1] == "## Articles"


@given(ANY_TEXT)
def test_no_text_of_a_line_becomes_markup(weir: Weir, text: str) -> None:
    assume(text.strip())
    replace = msgspec.structs.replace
    points = [replace(point, scope=text, why=text) for point in weir.home.points]
    sides = tuple(replace(side, value=text) for side in weir.when.sides)
    record = replace(
        weir.record,
        events=tuple(replace(event, label=text, rank=None) for event in weir.record.events),
        figures=(replace(weir.home, label=text, points=tuple(points)), replace(weir.in_osk, label=text)),
        differences=(replace(weir.when, slot=text, note=text, sides=sides), replace(weir.named, note=text)),
    )
    tokens = tokens_of(record_markdown(record))
    assert [token.type for token in tokens if token.type in LINKING] == []
    assert [heading for heading in headings(tokens) if heading in SECTIONS] == [
        section for section in SECTIONS if section in headings(tokens)
    ]
    assert (
        sum(
            "".join(part.content for part in token.children or []).count(in_one_line(" ".join(text.split())))
            for token in tokens
        )
        >= 8
    )
