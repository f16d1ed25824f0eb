"""Tests of ``rashomon.text``: lines, sentences and words whose offsets are true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text import Range, enclosing_sentence, lines, sentences, strip, whole, words

STORY = (
    "The U.S. delegate, Mr. Orlo Tamm, left at 9 a.m. on Monday. “We have $2.5 bn. to spend,” he said! Did he? "
    "Nobody in St. Ferrel knew."
)
PIECES = st.lists(
    st.sampled_from(
        [
            "The weir",
            " fell",
            ". ",
            "! ",
            "? ",
            " Mr. Orlo",
            " said: ",
            "“",
            "”",
            "(",
            ")",
            "…",
            "\n",
            "\n\n",
            "\t",
            "\u00a0",
        ]
    )
    | st.text(max_size=4),
    max_size=30,
).map("".join)


@pytest.mark.parametrize(
    "separator", ["\n", "\r\n", "\r", "\f", "\v", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\n\n \n"]
)
def test_every_separator_of_lines_parts_them(separator: str) -> None:
    text = f"one{separator}  two\t{separator}"
    assert [line.of(text) for line in lines(text)] == ["one", "two"]


def test_a_line_has_no_white_space_around_it() -> None:
    text = "\u00a0\t one two\u3000\u200b\n"
    assert [line.of(text) for line in lines(text)] == ["one two"]


@pytest.mark.parametrize("text", ["", " ", "\n\n\r\n", "\u00a0\u3000\t\n\ufeff"])
def test_white_space_holds_no_line(text: str) -> None:
    assert list(lines(text)) == []


@pytest.mark.parametrize("space", ["\u2003", "\u202f", "\u2009", "\x1f"])
def test_a_line_of_any_white_space_is_none(space: str) -> None:
    assert list(lines(f"one\n{space}\ntwo")) == [Range(0, 3), Range(6, 9)]


@given(PIECES)
def test_lines_are_in_order_and_leave_out_only_what_has_no_word(text: str) -> None:
    place = 0
    for line in lines(text):
        assert place <= line.start < line.end <= len(text)
        assert words(text[place : line.start]) == []
        place = line.end
    assert words(text[place:]) == []


@given(PIECES)
def test_no_line_holds_a_line_break(text: str) -> None:
    assert all(len(line.of(text).splitlines()) == 1 for line in lines(text))


@given(PIECES, st.integers(0, 60), st.integers(0, 60))
def test_stripping_stays_within_its_bounds_and_takes_no_letter(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    stripped = strip(text, start, end)
    assert start <= stripped.start <= stripped.end <= end
    assert words(stripped.of(text)) == words(text[start:end])


def test_stripping_white_space_alone_is_empty_and_in_place() -> None:
    assert strip("one \n two", 3, 6) == Range(6, 6)


def test_sentences_are_told_from_abbreviations() -> None:
    assert [sentence.of(STORY) for sentence in sentences(STORY)] == [
        "The U.S. delegate, Mr. Orlo Tamm, left at 9 a.m. on Monday.",
        "“We have $2.5 bn. to spend,” he said!",
        "Did he?",
        "Nobody in St. Ferrel knew.",
    ]


@pytest.mark.parametrize("title", ["Ormelian Gov.", "Lt. Gov.", "Reps.", "Former Sen.", "the Atty. Gen."])
def test_no_sentence_ends_in_a_title(title: str) -> None:
    text = f"On Monday {title} Orlo Tamm left. Nobody knew."
    assert [sentence.of(text) for sentence in sentences(text)] == [f"On Monday {title} Orlo Tamm left.", "Nobody knew."]


@given(PIECES)
def test_sentences_are_in_order_and_leave_out_only_what_has_no_word(text: str) -> None:
    place = 0
    for sentence in sentences(text):
        assert place <= sentence.start <= sentence.end <= len(text)
        assert words(text[place : sentence.start]) == []
        place = sentence.end
    assert words(text[place:]) == []


def test_the_sentence_around_a_word_is_found_within_its_paragraph() -> None:
    text = f"Heading\n\n{STORY}\n\nEnd."
    at = text.index("spend")
    paragraph = Range(9, 9 + len(STORY))
    assert enclosing_sentence(text, paragraph, Range(at, at + 5)).of(text) == "“We have $2.5 bn. to spend,” he said!"


def test_what_crosses_a_full_stop_is_held_by_both_sentences() -> None:
    inside = Range(STORY.index("he said"), STORY.index("Did he") + 3)
    found = enclosing_sentence(STORY, Range(0, len(STORY)), inside)
    assert found.of(STORY) == "“We have $2.5 bn. to spend,” he said! Did he?"


@given(PIECES, st.data())
def test_the_enclosing_sentence_holds_what_it_should_and_stays_in_the_paragraph(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first = data.draw(st.integers(start, end))
    inside = Range(first, data.draw(st.integers(first, end)))
    found = enclosing_sentence(text, Range(start, end), inside)
    assert start <= found.start <= inside.start
    assert inside.end <= found.end <= end


def test_words_are_lower_case_and_keep_their_apostrophes() -> None:
    assert words("The council’s weir, don't you SEE?") == ["the", "council’s", "weir", "don't", "you", "see"]


def test_lone_surrogates_are_replaced() -> None:
    assert whole("a\ud800b\udfffc \U0001f600") == "a\ufffdb\ufffdc \U0001f600"
