"""Words as word pieces with their shapes."""

import pytest

from rashomon.model.pieces import GAPS, LONGEST_WORD, SHAPES, PieceReader, shape, vocabulary_of

PIECES = ["[UNK]", "[CLS]", "[SEP]", "the", "vote", "##d", "“", "”", "'", "x", "##x", "naive"]
NONE, SPACE, LINE, BLANK = range(len(GAPS))


@pytest.fixture
def reader() -> PieceReader:
    return PieceReader(vocabulary_of("\n".join(PIECES).encode()))


def spelled(reader: PieceReader, words: list[str], gaps: list[int]) -> list[str]:
    return [PIECES[number] for number in reader.read(words, gaps).ids]


def test_words_fall_into_pieces(reader: PieceReader) -> None:
    read = reader.read(["The", "voted", "vote"], [BLANK, SPACE, SPACE])
    assert [PIECES[number] for number in read.ids] == ["the", "vote", "##d", "vote"]
    assert read.starts.tolist() == [0, 1, 3, 4]


def test_first_piece_carries_shape_and_gap_and_the_rest_the_shape(reader: PieceReader) -> None:
    read = reader.read(["VOTED"], [BLANK])
    upper = SHAPES.index("UPPER") * len(GAPS)
    assert read.shapes.tolist() == [upper + BLANK, upper]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("vote", "lower"),
        ("Vote", "Title"),
        ("A", "Title"),
        ("U.S.", "UPPER"),
        ("NATO", "UPPER"),
        ("McCain", "mixed"),
        ("iPhone", "mixed"),
        ("1,000", "digits"),
        ("397-0", "digits"),
        ("—", "other"),
        ("", "other"),
    ],
)
def test_shape(word: str, expected: str) -> None:
    assert SHAPES[shape(word)] == expected


def test_straight_quotation_marks_get_a_direction(reader: PieceReader) -> None:
    assert spelled(reader, ["the", '"', "vote", '"', "the"], [BLANK, SPACE, NONE, NONE, SPACE]) == [
        "the", "“", "vote", "”", "the",
    ]  # fmt: skip


def test_accents_do_not_matter(reader: PieceReader) -> None:
    assert spelled(reader, ["naïve"], [SPACE]) == ["naive"]


@pytest.mark.parametrize("word", ["\x00", "😀", "\u200b", "\ufffd", " "])
def test_every_word_has_a_piece(reader: PieceReader, word: str) -> None:
    assert spelled(reader, [word], [SPACE]) == ["[UNK]"]


def test_long_words_are_cut(reader: PieceReader) -> None:
    assert len(reader.read(["x" * 90], [SPACE]).ids) == LONGEST_WORD
    assert len(reader.read(["x" * 10_000_000], [SPACE]).ids) <= LONGEST_WORD
