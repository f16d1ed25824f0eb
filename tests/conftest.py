"""What several tests share: articles and records made by hand, the example story, and a story full of traps."""

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import settings
from spacy.language import Language

from rashomon.model import load
from rashomon.pipeline import build
from rashomon.records import NOT_STATED, SCHEMA, Article, Extent, Generator, Paragraph, Record, Rejection, Span

settings.register_profile("repeatable", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("repeatable")

ACCOUNTS = Path(__file__).parents[1] / "examples" / "tamarel" / "accounts"
HARMLESS = (
    "The council of Ferrel said on Monday that the old weir would be pulled down. Two of its arches had sunk, it said.",
    "Work is to begin in May and to cost nine hundred thousand crowns, of which the province pays a third.",
    "The weir was built in 1884 for the paper mill, which closed eleven years ago. Nobody has used it since.",
)
"""Paragraphs that any reader takes for body, so that the traps among them are read too."""
TRAPS = (
    "The clerk read out <script>alert(1)</script> from the screen and said that </style></p> came next on it.",
    'Her note read "javascript:alert(2)" and <a href="https://evil.example/x" onclick="alert(3)">open me</a>, he said.',
    "Millers saw \u202eesrever ni emoc\u202c what \u2066hides\u2069 and a bell \x07 and an escape \x1b[31m in it.",
    "They signed [a link](https://evil.example/y) and ![a picture](https://evil.example/z.png) under `code` of it.",
    "A member of the council said that *stars*, _lines_, ~~strikes~~ and &lt;b&gt; &#60;i&#62; meant nothing to her.",
    "One of the engineers wrote that <https://evil.example/auto> and https://evil.example/bare would be looked into.",
)


@pytest.fixture(scope="session")
def nlp() -> Language:
    """Return the language model."""
    return load()


def _article(
    *body: str, source: str = "account.txt", day: str | None = None, kind: str = "body", language: str = "en"
) -> Article:
    """Make an article of paragraphs of one kind, an empty line between them."""
    places: list[tuple[int, int]] = []
    at = 0
    for paragraph in body:
        places.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    text = "\n\n".join(body)
    published = date.fromisoformat(day) if day is not None else None
    return Article(
        id=hashlib.sha256(f"{source}\n{day}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:16],
        source=source,
        url=None,
        text=text,
        language=language,
        outlet=None,
        agency=None,
        headline=None,
        byline=None,
        dateline=None,
        stated=(),
        published=msgspec.structs.replace(
            NOT_STATED, value=day, earliest=published, latest=published, basis="stated" if day is not None else None
        ),
        metadata=(),
        paragraphs=msgspec.convert(
            [{"start": start, "end": end, "kind": kind, "xpath": None} for start, end in places], tuple[Paragraph, ...]
        ),
        body=tuple(Extent(start=start, end=end) for start, end in places),
        boilerplate=(),
        copy_of=None,
        shared=0.0,
        copied=(),
        annotated=True,
        related=True,
    )


def _record(*articles: Article, rejections: tuple[Rejection, ...] = ()) -> Record:
    return Record(
        schema=SCHEMA,
        generator=Generator(name="rashomon", version="0", model="0" * 12),
        title=None,
        as_of=None,
        excerpts=False,
        articles=articles,
        entities=(),
        events=(),
        claims=(),
        readings=(),
        figures=(),
        differences=(),
        procedures=(),
        rejections=rejections,
    )


def _spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _spans(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)


@pytest.fixture(scope="session")
def article_of() -> Callable[..., Article]:
    """Make an article from the paragraphs of its body; ``day``, ``source`` by name."""
    return _article


@pytest.fixture(scope="session")
def record_of() -> Callable[..., Record]:
    """Make a record of articles as they are; ``rejections`` by name."""
    return _record


@pytest.fixture(scope="session")
def spans_of() -> Callable[[object], Iterator[Span]]:
    """Yield every span in a record or a part of one."""
    return _spans


@pytest.fixture(scope="session")
def harmless() -> str:
    """Return a text of three paragraphs that is read as an article."""
    return "\n\n".join(HARMLESS) + "\n"


@pytest.fixture(scope="session")
def tamarel() -> Record:
    """Return the record of the example story."""
    return build([str(ACCOUNTS)])


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Return the record of a story whose accounts try everything to become more than text."""
    folder = tmp_path_factory.mktemp("hostile")
    body = "\n\n".join(part for pair in zip(HARMLESS * 2, TRAPS, strict=True) for part in pair)
    (folder / "<b onmouseover=alert(4)>&\"'.txt").write_text(body, encoding="utf-8")
    (folder / "# [x](javascript:alert(5)) `.png").write_bytes(b"\x89PNG")
    escaped = body.replace("&", "&amp;").replace("<", "&lt;").replace("\x1b", "").replace("\x07", "")
    paragraphs = "".join(f"<p>{part}</p>" for part in escaped.split("\n\n"))
    (folder / "page.html").write_text(
        "<html><head><title>&lt;img src=x onerror=alert(6)&gt; on the weir of Ferrel</title>"
        '<meta property="og:site_name" content="&lt;/title&gt;&lt;u&gt;Weir&lt;/u&gt; Gazette">'
        '<meta property="article:published_time" content="2031-05-02T10:00:00Z">'
        '<link rel="canonical" href="https://evil.example/&quot;&gt;&lt;i&gt;"></head>'
        "<body><article><h1>&lt;img src=x onerror=alert(6)&gt; on the weir of Ferrel</h1>"
        f"{paragraphs}</article></body></html>",
        encoding="utf-8",
    )
    line = {
        "text": body,
        "title": "<img src=x onerror=alert(7)> Council of Ferrel to pull down the weir",
        "outlet": "<b>Bold \u202eGazette",
        "url": "javascript:alert(8)",
        "date": "2031-05-01",
        "author": '"><svg onload=alert(9)>',
    }
    (folder / "lines.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    return build([str(folder)])
