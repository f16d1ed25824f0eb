"""Whole inputs: refusals, and what holds for every article whatever the input."""

import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.read import Source, read
from rashomon.records import BODY_KINDS, Article, Rejection, Span

Read = Callable[..., Article]
Refused = Callable[..., str]
STORY = (
    "The council of Velmara approved a plan on Tuesday to rebuild the old harbour, after a debate that went on until "
    "late in the night.\n\nNine members voted for the plan and four against it, while two stayed away from the meeting."
)


def spans(value: object) -> Iterator[Span]:
    """Yield every span anywhere in a record."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


def assert_true_to_its_text(article: Article) -> None:
    for span in spans(article):
        assert span.article == article.id
        assert span.start < span.end
        assert span.text == article.text[span.start : span.end]
    end = 0
    for paragraph in article.paragraphs:
        assert end <= paragraph.start < paragraph.end <= len(article.text)
        end = paragraph.end
    furniture = [(one.start, one.end, one.kind) for one in article.paragraphs if one.kind not in BODY_KINDS]
    assert [(one.start, one.end, one.kind) for one in article.boilerplate] == furniture
    for paragraph in article.paragraphs:
        is_within = any(run.start <= paragraph.start and paragraph.end <= run.end for run in article.body)
        assert is_within is (paragraph.kind in BODY_KINDS)
    assert all(before.end <= after.start for before, after in pairwise(article.body))
    assert msgspec.json.encode(article)


def outcome(content: bytes, name: str) -> list[Article | Rejection]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return read(Source(name=name, path=path))


def assert_reads(content: bytes, name: str) -> None:
    (found,) = outcome(content, name)
    if isinstance(found, Article):
        assert_true_to_its_text(found)
    else:
        assert found.reason


def test_id_is_the_start_of_the_hash_of_the_bytes(article: Read) -> None:
    assert article(STORY).id == hashlib.sha256(STORY.encode()).hexdigest()[:16]


def test_source_and_language(article: Read) -> None:
    found = article(STORY)
    assert (found.source, found.language, found.annotated) == ("story.txt", "en", True)


def test_article_in_a_language_that_is_not_read_is_kept(article: Read) -> None:
    found = article(
        "Der Rat von Velmara hat am Dienstag einen Plan für den Wiederaufbau des alten Hafens beschlossen. "
        "Neun Mitglieder stimmten dafür, vier dagegen, und zwei blieben der Sitzung im Rathaus fern."
    )
    assert (found.language, found.annotated) == ("de", False)


def test_what_later_stages_find_is_not_there_yet(article: Read) -> None:
    found = article(STORY)
    assert (found.copy_of, found.shared, found.copied, found.related) == (None, 0.0, (), True)


@pytest.mark.parametrize("content", ["", " ", "\n\r\n\t"])
def test_empty_file_is_rejected(refused: Refused, content: str) -> None:
    assert refused(content) == "an empty file"


@pytest.mark.parametrize("content", ["\u00a0", "\0", "\ufeff", "\u200b\n", "\u2028"])
def test_blank_file_is_rejected(refused: Refused, content: str) -> None:
    assert refused(content)


def test_few_words_are_no_article(refused: Refused) -> None:
    assert refused("The council met.").startswith("no article found: ")


def test_furniture_alone_is_no_article(refused: Refused) -> None:
    assert refused("Home\nNews\nSport\nSubscribe to our newsletter\nShare\nComments").startswith("no article found: 0")


def test_missing_file_is_rejected(tmp_path: Path) -> None:
    assert read(Source(name="a.txt", path=tmp_path / "a.txt")) == [Rejection(source="a.txt", reason="no such file")]


def test_folder_in_place_of_a_file_is_rejected(tmp_path: Path) -> None:
    assert read(Source(name="a", path=tmp_path)) == [Rejection(source="a", reason="not a regular file")]


def test_named_pipe_is_rejected(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert read(Source(name="a.txt", path=tmp_path / "a.txt")) == [
        Rejection(source="a.txt", reason="not a regular file")
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_file_that_may_not_be_read_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    path.chmod(0)
    (found,) = read(Source(name="a.txt", path=path))
    assert isinstance(found, Rejection)
    assert found.reason == "can't be opened: Permission denied"


def test_name_that_is_too_long_is_rejected(tmp_path: Path) -> None:
    (found,) = read(Source(name="a.txt", path=tmp_path / ("a" * 300)))
    assert isinstance(found, Rejection)
    assert found.reason == "can't be opened: File name too long"


@pytest.mark.parametrize(
    ("mark", "kind"),
    [(b"\x1f\x8b\x08", "gzip"), (b"PK\x03\x04", "zip"), (b"\x89PNG\r\n", "PNG"), (b"\xff\xd8\xff\xe0", "JPEG")],
)
def test_packed_files_and_pictures_are_rejected(refused: Refused, mark: bytes, kind: str) -> None:
    assert refused(mark + b"\0\1\2\3" * 20) == f"binary data ({kind}), not text"


def test_article_from_riffa_is_text(article: Read) -> None:
    assert article(f"RIFFA, Bahrain (XYZ) — {STORY}").dateline


def test_spans_of_an_article_with_everything(article: Read) -> None:
    head = "Velmara council approves plan for the harbour\n\nBy Ann Bell\n\nTuesday 14 May 2024 20:15 GMT\n\n"
    found = article(f"{head}VELMARA, May 14 (XYZ) — {STORY}\n\n© 2024 The Fictional Times. All rights reserved.")
    assert [span.text for span in spans(found)] == [
        "The Fictional Times",
        "XYZ",
        "Velmara council approves plan for the harbour",
        "Ann Bell",
        "VELMARA, May 14 (XYZ)",
        "Tuesday 14 May 2024 20:15 GMT",
        "May 14",
        "Tuesday 14 May 2024 20:15 GMT",
    ]
    assert_true_to_its_text(found)


def assert_quick(line: str) -> None:
    outcome(STORY.encode(), "warm.txt")
    before = time.process_time()
    outcome(f"{line}\n\n{STORY}\n\n{STORY}".encode(), "story.txt")
    assert time.process_time() - before < 0.5


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("(/" * 500, id="brackets and slashes"),
        pytest.param("“" * 4000, id="quotations without end"),
        pytest.param("By " + "Ann Bell, " * 400 + "!", id="a byline without end"),
        pytest.param("14 May 2024 10:30 " * 200, id="many dates"),
        pytest.param("Copyright " * 400, id="many copyrights"),
    ],
)
def test_long_line_does_not_hold_up_the_reading(line: str) -> None:
    assert_quick(line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Share" + " on" * 22 + "!", id="share on on on"),
        pytest.param("AA-" * 20 + "? " + STORY, id="dateline of many hyphens"),
        pytest.param(
            "Velmara council approves plan" + " " * 30_000 + "for the old harbour", id="a long gap in a headline"
        ),
    ],
)
def test_hostile_line_does_not_hold_up_the_reading(line: str) -> None:
    assert_quick(line)


CONTROLS = st.sampled_from("\0\x01\x07\x0b\x0c\x1c\x7f\x85\u00a0\u00ad\u200b\u200e\u202a\u202e\u2028\u2066\ufeff\ufffd")
WORDS = st.sampled_from(
    "Velmara council (XYZ) — “quoted” By Ann Bell said 40 million 14 May 2024 20:15 GMT Comments Share © All (4)"
    " @fictional FILE - Photo: support us subscribe newsletter … İstanbul 𝒱elmara ١٤ é 漢字 שלום".split()
)
LINES = st.lists(st.text(max_size=20) | WORDS | CONTROLS, max_size=12).map(" ".join)
TAGS = "p div span a b h1 h2 ul li table tr td br pre form section figure figcaption script style title svg o:p x-y"
NAMES = st.sampled_from(TAGS.split())
ATTRIBUTES = st.sampled_from(
    [
        "",
        " hidden",
        " class='caption byline'",
        " style=display:none",
        " href='x'",
        ' id="',
        " data-x='\u202e'",
        " =",
        " <",
    ]
)
ENTITIES = st.sampled_from(["&amp;", "&nbsp;", "&#0;", "&#xD800;", "&#x1F600;", "&lt;p&gt;", "&bogus;", "&", "&#"])
MARKUP = st.one_of(
    st.builds("<{}{}>".format, NAMES, ATTRIBUTES),
    NAMES.map("</{}>".format),
    st.sampled_from(["<!-- x -->", "<!--", "<![CDATA[x]]>", "<?php x ?>", "<", ">", "<!DOCTYPE html>", "</", "\0"]),
    ENTITIES,
    LINES,
)
PAGES = st.lists(MARKUP, max_size=25).map("".join)


@given(st.lists(LINES, max_size=8), st.integers(0, 8), st.sampled_from(["\n", "\n\n", "\r\n", "\u2028"]))
@settings(max_examples=120, deadline=None)
def test_any_lines_around_a_story_are_read(lines: list[str], place: int, between: str) -> None:
    text = between.join([*lines[:place], STORY, *lines[place:]])
    assert_reads(text.encode("utf-8", "surrogatepass"), "story.txt")


@given(st.text())
@settings(max_examples=100, deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    assert_reads(f"Velmara {text}".encode(), "story.txt")


@given(st.text(), st.integers(0, 60))
@settings(max_examples=60, deadline=None)
def test_any_text_repeated_is_read_or_refused(text: str, times: int) -> None:
    assert_reads(f"Velmara {text} \n".encode() * times + STORY.encode(), "story.txt")


@given(st.binary(max_size=400))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    assert_reads(b"Velmara " + content, "story.txt")


@given(st.binary(max_size=200), st.sampled_from(["story.txt", "story.html"]))
@settings(max_examples=60, deadline=None)
def test_any_bytes_before_a_story_are_read_or_refused(content: bytes, name: str) -> None:
    assert_reads(content + STORY.encode(), name)


@given(PAGES, PAGES)
@settings(max_examples=120, deadline=None)
def test_any_page_around_a_story_is_read(above: str, below: str) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY.split("\n\n"))
    assert_reads(f"<html><body>{above}{paragraphs}{below}</body></html>".encode(), "story.html")


@given(PAGES)
@settings(max_examples=80, deadline=None)
def test_any_page_is_read_or_refused(content: str) -> None:
    assert_reads(f"<p>{content}".encode(), "story.html")


@given(st.dictionaries(st.sampled_from(["text", "html", "url", "outlet", "date", "author", "title"]), LINES))
@settings(max_examples=80, deadline=None)
def test_any_line_of_json_is_read_or_refused(fields: dict[str, str]) -> None:
    content = msgspec.json.encode({**fields, "text": f"{STORY} {fields.get('text', '')}"})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "wires.jsonl"
        path.write_bytes(content)
        found, *told = read(Source(name="wires.jsonl#1", path=path, start=0, length=len(content)))
    assert all(isinstance(one, Rejection) and one.reason.startswith("the given date ") for one in told)
    assert len(told) <= ("date" in fields)
    if isinstance(found, Article):
        assert_true_to_its_text(found)


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_sidecar_leaves_the_article(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, sidecar = Path(folder) / "story.txt", Path(folder) / "story.meta.toml"
        path.write_text(STORY, encoding="utf-8")
        sidecar.write_bytes(content)
        found = read(Source(name="story.txt", path=path, sidecar=sidecar))
    assert isinstance(found[0], Article)


@given(PAGES)
@settings(max_examples=40, deadline=None)
def test_reading_twice_gives_the_same(content: str) -> None:
    page = f"<html><body><p>{STORY}</p>{content}".encode()
    assert outcome(page, "story.html") == outcome(page, "story.html")
