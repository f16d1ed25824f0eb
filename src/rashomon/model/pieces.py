"""Words as the encoder reads them: word pieces, and for each piece what lower-casing and splitting throw away.

The encoder's vocabulary is uncased and knows no white space. Capitals, digits and the gap before a word come back as
a second input, one number per piece, whose embedding is added to the word's (``SHAPES`` x ``GAPS``, and one for the
two marks at the ends of a window).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from rashomon.model.weights import verified

VOCABULARY = "vocabulary.txt"
UNKNOWN = "[UNK]"
LONGEST_WORD = 10
"""Pieces of a word that are read: a longer one (an address, a run of signs) is cut, so that it can't fill a window."""
LONGEST_SPELLING = 100
"""Characters of a word that are looked at, and remembered."""

SHAPES = ("lower", "Title", "UPPER", "mixed", "digits", "other")
GAPS = ("none", "space", "line", "blank")
"""What stands before a word: nothing, white space, a line break, an empty line or the start of the text."""
NONE, SPACE, LINE, BLANK = range(len(GAPS))
END_SHAPE = len(SHAPES) * len(GAPS)
SHAPE_COUNT = END_SHAPE + 1

QUOTES = {"``": "“", "''": "”", "’": "'", "‘": "'", "`": "'", "…": "...", "-LRB-": "(", "-RRB-": ")"}
NUMBER = re.compile(r"[\d.,:/-]+")
DIGIT = re.compile(r"\d")

Ids = npt.NDArray[np.int64]


PARAGRAPH_END = "\u2029"


def gap_of(between: str) -> int:
    """Return the gap that this text between two words is; U+2029 ends a paragraph as an empty line does."""
    if not between:
        return NONE
    if PARAGRAPH_END in between:
        return BLANK
    lines = between.count("\n")
    return SPACE if lines == 0 else LINE if lines == 1 else BLANK


def words_and_gaps(text: str, spans: Sequence[tuple[int, int]]) -> tuple[list[str], list[int]]:
    """Return the words at ``spans`` of ``text`` and the gaps before them."""
    words = [text[start:end] for start, end in spans]
    ends = [0, *(end for _, end in spans)]
    gaps = [gap_of(text[end:start]) for end, (start, _) in zip(ends, spans, strict=False)]
    if gaps:
        gaps[0] = BLANK
    return words, gaps


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a text in a row: ``ids[i]``, ``shapes[i]``; word ``w`` is those from ``starts[w]`` on."""

    ids: Ids
    shapes: Ids
    starts: Ids


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The word pieces of the encoder; ``ends`` are the marks before and after a window."""

    tokenizer: Tokenizer
    ends: tuple[int, int]
    unknown: int

    def pieces(self, word: str) -> list[int]:
        """Return the pieces of one word, at least one."""
        ids: list[int] = self.tokenizer.encode(word, add_special_tokens=False).ids
        return ids[:LONGEST_WORD] or [self.unknown]


def vocabulary_of(content: bytes) -> Vocabulary:
    """Return the vocabulary written in ``content``: one piece per line, in the order of their numbers (WordPiece)."""
    numbers = {piece: number for number, piece in enumerate(content.decode("utf-8").splitlines())}
    tokenizer = Tokenizer(models.WordPiece(numbers, unk_token=UNKNOWN))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return Vocabulary(tokenizer, (numbers["[CLS]"], numbers["[SEP]"]), numbers[UNKNOWN])


def shape(word: str) -> int:
    """Return the place of the word's shape in ``SHAPES``."""
    if NUMBER.fullmatch(word) and DIGIT.search(word):
        return 4
    letters = [character for character in word if character.isalpha()]
    if not letters:
        return 5
    if all(character.islower() for character in letters):
        return 0
    if all(character.isupper() for character in letters):
        return 2 if len(letters) > 1 else 1
    if letters[0].isupper() and all(character.islower() for character in letters[1:]):
        return 1
    return 3


class PieceReader:
    """Turns words into pieces, remembering those met before."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._known = lru_cache(maxsize=100_000)(self._read)

    def _read(self, word: str) -> tuple[list[int], int]:
        return self.vocabulary.pieces(QUOTES.get(word, word)), shape(word)

    def read(self, words: Sequence[str], gaps: Sequence[int]) -> Pieces:
        """Return the pieces of ``words``; ``gaps[i]`` is the place in ``GAPS`` of what stands before ``words[i]``.

        A straight quotation mark becomes an opening one where a gap stands before it and none after it, as the
        directed ones tell the encoder more.
        """
        ids: list[int] = []
        shapes: list[int] = []
        starts: list[int] = [0]
        last = len(words) - 1
        for place, (word, gap) in enumerate(zip(words, gaps, strict=True)):
            spelled = word[:LONGEST_SPELLING]
            if word == '"':
                opens = gap > 0 and place < last and gaps[place + 1] == 0
                spelled = "“" if opens else "”"
            pieces, form = self._known(spelled)
            ids += pieces
            shapes.append(form * len(GAPS) + gap)
            shapes += [form * len(GAPS)] * (len(pieces) - 1)
            starts.append(len(ids))
        return Pieces(np.array(ids, np.int64), np.array(shapes, np.int64), np.array(starts, np.int64))


def shipped_pieces() -> PieceReader:
    """Return a reader over the vocabulary that ships with the weights."""
    return PieceReader(vocabulary_of(verified(VOCABULARY)))
