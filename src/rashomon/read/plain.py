"""Bare text: its paragraphs, and how likely each is body."""

import re

from rashomon.languages.prose import function_words
from rashomon.model.paragraphs import body_scores
from rashomon.read import limits
from rashomon.read.draft import BODY, Block, Draft, Given, Unreadable, check_length
from rashomon.read.stamps import stamps
from rashomon.read.wrapped import FULL_STOPS, is_wrapped, joined, recurring
from rashomon.text import Range, lines, strip, words

HUGE_WORDS = 150
"""Words of a line that no writer leaves without a break."""
SENTENCE_WORDS = 8
PROSE_SHARE = 0.2
"""Share of function words in running text, at least."""
RUN_IN_LABEL = re.compile(r"(?:date|published|posted|updated)\W{1,3}(?:on |at )?", re.IGNORECASE)
RUN_IN_WORDS = 8
"""Words that must follow a date header for it to be run into a paragraph."""
EMPTY_LINE = re.compile(r"\n[ \t\u00a0]*\r?\n|\r[ \t]*\r")


def draft_plain(text: str, given: Given) -> Draft:
    """Take bare text apart into paragraphs: one a line, or one a block where the lines are broken at a fixed width.

    Raises ``Unreadable`` when it is too long, or shows no text.
    """
    check_length(len(text), 0)
    found = list(lines(text))
    check_length(len(text), len(found))
    if not found:
        raise Unreadable("no visible text")
    gaps = [
        number == 0 or EMPTY_LINE.search(text, found[number - 1].end, line.start) is not None
        for number, line in enumerate(found)
    ]
    was_wrapped = is_wrapped(text, found)
    if was_wrapped:
        found, gaps = joined(text, found, gaps)
    found, gaps = _without_run_in_dates(text, found, gaps)
    scores = _with_long_prose([line.of(text) for line in found], gaps)
    for place in recurring([line.of(text) for line in found]) if was_wrapped else ():
        scores[place] = 0.0
    blocks = [Block(start=line.start, end=line.end, gap=gap) for line, gap in zip(found, gaps, strict=True)]
    return Draft(text=text, blocks=tuple(blocks), scores=tuple(scores), given=given)


def _with_long_prose(texts: list[str], gaps: list[bool]) -> list[float]:
    """Score the lines of a text.

    Where it has lost its breaks, so that little is found but in huge lines, these are body; where it is so short that
    next to nothing is found, its sentences are.
    """
    scores = body_scores(texts, gaps)
    sizes = [len(text.split()) for text in texts]
    huge = [place for place, text in enumerate(texts) if sizes[place] >= HUGE_WORDS and _is_prose(text)]
    found = sum(size for size, score in zip(sizes, scores, strict=True) if score >= BODY)
    if found < sum(sizes[place] for place in huge):
        for place in huge:
            scores[place] = max(scores[place], BODY)
    if sum(size for size, score in zip(sizes, scores, strict=True) if score >= BODY) < limits.BODY_WORDS:
        for place, text in enumerate(texts):
            if sizes[place] >= SENTENCE_WORDS and text.endswith(FULL_STOPS) and _is_prose(text):
                scores[place] = max(scores[place], BODY)
    return scores


def _is_prose(text: str) -> bool:
    found = words(text)
    return sum(word in function_words() for word in found) >= PROSE_SHARE * len(found)


def _without_run_in_dates(text: str, found: list[Range], gaps: list[bool]) -> tuple[list[Range], list[bool]]:
    """Part a date header from the paragraph that it is run into: "date 2024-10-24 SEOUL (XYZ): Lawmakers ..."."""
    parted: list[Range] = []
    parted_gaps: list[bool] = []
    for line, gap in zip(found, gaps, strict=True):
        label = RUN_IN_LABEL.match(text, line.start, line.end)
        stamp = next(stamps(text, label.end(), line.end), None) if label else None
        if (
            label
            and stamp
            and stamp.at.start == label.end()
            and len(text[stamp.at.end : line.end].split()) >= RUN_IN_WORDS
        ):
            parted += [Range(line.start, stamp.at.end), strip(text, stamp.at.end, line.end)]
            parted_gaps += [gap, False]
        else:
            parted.append(line)
            parted_gaps.append(gap)
    return parted, parted_gaps
