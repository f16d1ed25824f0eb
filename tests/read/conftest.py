"""An invented story about a harbour, and short ways to read it from a file or a page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.read import Source, find_sources, read
from rashomon.records import Article, Rejection

PROSE = (
    "The council of Velmara approved a plan on Tuesday to rebuild the old harbour after a debate late into the night.",
    "Nine members voted for the plan and four against it, while two stayed away from the meeting in the town hall.",
    "The harbour was closed in the spring, when a storm broke the outer wall and sank eleven fishing boats.",
    "“We have waited for this day since the storm,” said Orla Fenwick, who speaks for the fishermen of the town.",
    "The work will take three years and cost about 40 million crowns, according to the engineers who drew the plan.",
    "Opponents of the plan said that the council should have asked the people of Velmara before the vote.",
)

ReadFile = Callable[..., list[Article | Rejection]]


@pytest.fixture
def prose() -> tuple[str, ...]:
    return PROSE


@pytest.fixture
def page() -> Callable[..., str]:
    """Return a function that builds a page of the story with markup in its head, above and below the text."""

    def build(*, head: str = "", above: str = "", below: str = "", paragraphs: tuple[str, ...] = PROSE) -> str:
        body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        return (
            f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">{head}</head>\n'
            f"<body>{above}<article>{body}</article>{below}</body></html>"
        )

    return build


@pytest.fixture
def read_file(tmp_path: Path) -> ReadFile:
    """Return a function that writes one file, and a sidecar where one is given, and reads it."""

    def write_and_read(
        content: str | bytes, name: str = "story.txt", *, sidecar: str | bytes | None = None
    ) -> list[Article | Rejection]:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        beside = None
        if sidecar is not None:
            beside = path.with_name(f"{path.stem}.meta.toml")
            beside.write_bytes(sidecar.encode() if isinstance(sidecar, str) else sidecar)
        return read(Source(name=name, path=path, sidecar=beside))

    return write_and_read


@pytest.fixture
def article(read_file: ReadFile) -> Callable[..., Article]:
    """Return a function that reads one file which has to be an article."""

    def read_article(content: str | bytes, name: str = "story.txt", *, sidecar: str | bytes | None = None) -> Article:
        first = read_file(content, name, sidecar=sidecar)[0]
        assert isinstance(first, Article), first
        return first

    return read_article


@pytest.fixture
def refused(read_file: ReadFile) -> Callable[..., str]:
    """Return a function that reads one file which has to be refused, and returns the reason."""

    def read_refused(content: str | bytes, name: str = "story.txt") -> str:
        (only,) = read_file(content, name)
        assert isinstance(only, Rejection), only
        assert only.source == name
        return only.reason

    return read_refused


@pytest.fixture
def read_lines(tmp_path: Path) -> Callable[..., list[Article | Rejection]]:
    """Return a function that writes lines of JSONL and reads each of them."""

    def write_and_read(*lines: str | bytes) -> list[Article | Rejection]:
        path = tmp_path / "wires.jsonl"
        path.write_bytes(b"\n".join(line.encode() if isinstance(line, str) else line for line in lines))
        sources, rejections = find_sources([str(path)])
        return [*(found for source in sources for found in read(source)), *rejections]

    return write_and_read


@pytest.fixture
def kind_of() -> Callable[[Article, str], str]:
    """Return a function that tells the kind of the only paragraph that holds some words."""

    def find(article: Article, words: str) -> str:
        (kind,) = [
            paragraph.kind for paragraph in article.paragraphs if words in article.text[paragraph.start : paragraph.end]
        ]
        return kind

    return find
