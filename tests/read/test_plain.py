"""Bare text and its paragraphs."""

import textwrap
from collections.abc import Callable

import pytest

from rashomon.read.draft import Given, Unreadable
from rashomon.read.plain import draft_plain
from rashomon.records import BODY_KINDS, Article, Rejection


def blocks(text: str) -> list[str]:
    draft = draft_plain(text, Given())
    return [draft.words_of(block) for block in draft.blocks]


def test_offsets_count_characters_of_the_text_as_it_was_read(
    article: Callable[..., Article], prose: tuple[str, ...]
) -> None:
    text = "\n\n".join(("  𝒱elmara  ", *prose)) + "  \n"
    found = article(text)
    assert found.text == text
    assert [text[one.start : one.end] for one in found.paragraphs] == ["𝒱elmara", *prose]


def test_byte_order_mark_is_not_in_the_text(article: Callable[..., Article], prose: tuple[str, ...]) -> None:
    text = "\n\n".join(prose)
    assert article(b"\xef\xbb\xbf" + text.encode()).text == text


def test_windows_line_ends_are_kept(article: Callable[..., Article], prose: tuple[str, ...]) -> None:
    text = "\r\n\r\n".join(prose)
    found = article(text)
    assert found.text == text
    assert [text[one.start : one.end] for one in found.paragraphs] == list(prose)


@pytest.mark.parametrize("between", ["\n", "\r\n", "\r", "\n\n", "\u2028", "\x0c", "\n \t\n"])
def test_every_line_end_parts_paragraphs(between: str, prose: tuple[str, ...]) -> None:
    assert blocks(between.join(prose)) == list(prose)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("width", [60, 72, 80])
def test_lines_broken_at_a_width_are_joined(width: int, end: str, prose: tuple[str, ...]) -> None:
    wrapped = [end.join(textwrap.wrap(paragraph, width)) for paragraph in prose]
    assert blocks((end + end).join(wrapped)) == wrapped


def test_short_lines_of_a_list_are_not_joined() -> None:
    lines = ["Harbour", "Town hall", "Lighthouse", "Market square", "Old wall", "Fish market"]
    assert blocks("\n".join(lines)) == lines


@pytest.mark.parametrize("header", ["date 2024-05-14", "Published: 14 May 2024", "Posted on May 14, 2024 10:30 GMT"])
def test_date_header_run_into_a_paragraph_is_parted(header: str, prose: tuple[str, ...]) -> None:
    assert blocks("\n\n".join((f"{header} {prose[0]}", *prose[1:]))) == [header, *prose]


def test_date_in_a_sentence_is_not_parted() -> None:
    line = "The date 14 May 2024 was named by the council as the day on which the harbour would open again."
    assert blocks(line) == [line]


def test_date_header_alone_stays_whole(prose: tuple[str, ...]) -> None:
    assert blocks("Updated: 14 May 2024\n\n" + prose[0]) == ["Updated: 14 May 2024", prose[0]]


def test_empty_lines_are_known() -> None:
    draft = draft_plain("one\ntwo\n\nthree\r\n\r\nfour", Given())
    assert [block.gap for block in draft.blocks] == [True, False, True, True]


def test_white_space_around_a_line_is_no_part_of_it() -> None:
    assert blocks("\u00a0 \tone \u200b\n\ufefftwo\u3000") == ["one", "two"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0", "\0"])
def test_blank_text_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="no visible text"):
        draft_plain(text, Given())


def test_there_is_one_score_a_paragraph(prose: tuple[str, ...]) -> None:
    draft = draft_plain("\n".join(prose), Given())
    assert len(draft.scores) == len(prose)
    assert all(0 <= score <= 1 for score in draft.scores)


def broken(width: int, *paragraphs: str) -> str:
    """Return paragraphs as a column of lines of at most ``width`` characters, without empty lines between them."""
    return "\n".join(line for paragraph in paragraphs for line in textwrap.wrap(paragraph, width))


@pytest.mark.parametrize("width", [45, 72, 95])
def test_lines_of_a_column_are_joined_into_paragraphs(
    read_file: Callable[..., list[Article | Rejection]], prose: tuple[str, ...], width: int
) -> None:
    article = read_file(broken(width, *prose))[0]
    assert isinstance(article, Article)
    found = [" ".join(article.text[part.start : part.end].split()) for part in article.paragraphs]
    assert " ".join(found) == " ".join(prose)
    assert len(found) <= len(prose) + 2
    assert {part.kind for part in article.paragraphs} == {"body"}


def test_heads_and_feet_of_pages_are_no_body(
    read_file: Callable[..., list[Article | Rejection]], prose: tuple[str, ...]
) -> None:
    foot = "Osk Gazette, 14 March 2031, page {}"
    pages = [f"{broken(80, *prose[start : start + 2])}\n{foot.format(start)}" for start in (0, 2, 4)]
    article = read_file("\n".join(pages))[0]
    assert isinstance(article, Article)
    kinds = {article.text[part.start : part.end]: part.kind for part in article.paragraphs}
    assert all(kinds[foot.format(start)] not in BODY_KINDS for start in (0, 2, 4))
