"""String work that keeps offsets true."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from syntok import segmenter

WORD = re.compile(r"\w+(?:['’]\w+)*")
LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")
TITLE = re.compile(r"\b(?:Rep|Sen|Gov|Lt|Gen|Col|Maj|Capt|Cmdr|Sgt|Atty|Pres|Supt|Det|Amb|Rev)s?\.$")
KEPT = 16
"""Paragraphs whose sentences are kept: a long one is asked for many times in a row."""
SPACE = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b\ufeff\x00"


@dataclass(frozen=True, slots=True)
class Range:
    """Offsets of a stretch of text, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch of ``text``."""
        return text[self.start : self.end]


def whole(text: str) -> str:
    """Return ``text`` with lone surrogates, which no file can hold, replaced by U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def alternatives(names: Iterable[str]) -> str:
    """Return the regular expression that matches any of ``names``, the longest first."""
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


def words(text: str) -> list[str]:
    """Return the words of ``text``, lower case, in order."""
    return [match.group().lower() for match in WORD.finditer(text)]


def cut(text: str, longest: int) -> str:
    """Return ``text``, cut at a word where it has more than ``longest`` characters."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


def strip(text: str, start: int, end: int) -> Range:
    """Return ``text[start:end]`` without white space around it, as a range; empty when there is nothing else."""
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip(SPACE))
    right = len(stretch.rstrip(SPACE))
    return Range(start + left, start + max(left, right))


def lines(text: str) -> Iterator[Range]:
    """Yield the lines of ``text`` that hold more than white space, without the white space around them."""
    for match in LINE.finditer(text):
        line = strip(text, match.start(), match.end())
        if line.start < line.end:
            yield line


def sentences(text: str) -> list[Range]:
    """Return the sentences of one paragraph (syntok's segmenter), as ranges without the white space between them.

    No sentence ends in a title before a name ("Maine Gov. ..."), where syntok sees one.
    """
    ranges: list[Range] = []
    for paragraph in segmenter.analyze(text):
        for sentence in paragraph:
            tokens = list(sentence)
            start = tokens[0].offset
            end = tokens[-1].offset + len(tokens[-1].value)
            if ranges and TITLE.search(text, ranges[-1].start, ranges[-1].end):
                start = ranges.pop().start
            ranges.append(strip(text, start, end))
    return ranges


def blanked(text: str) -> str:
    """Return white space as long as ``text``, its line breaks kept."""
    return "".join(character if character in "\r\n" else " " for character in text)


def enclosing(found: Sequence[Range], inside: Range) -> Range:
    """Return what of ``found`` (sentences in order) holds ``inside``, from the first to the last; logarithmic time."""
    first = bisect_right(found, inside.start, key=lambda sentence: sentence.end)
    after = bisect_left(found, inside.end, key=lambda sentence: sentence.start)
    if first >= after:
        return inside
    return Range(min(found[first].start, inside.start), max(found[after - 1].end, inside.end))


def enclosing_sentence(text: str, paragraph: Range, inside: Range) -> Range:
    """Return the sentence or sentences of ``paragraph`` that hold ``inside``; both are ranges of ``text``."""
    at = Range(inside.start - paragraph.start, inside.end - paragraph.start)
    held = enclosing(_kept_sentences(paragraph.of(text)), at)
    return Range(paragraph.start + held.start, paragraph.start + held.end)


@lru_cache(maxsize=KEPT)
def _kept_sentences(text: str) -> list[Range]:
    return sentences(text)
