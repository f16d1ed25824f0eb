"""Lines that a program, a column or a page of a PDF has broken, joined into paragraphs again."""

import re
from collections import Counter

from rashomon.text import Range

SENTENCE_END = (".", "!", "?", "…", "”", '"', "’", ":", ")")
WIDEST = 130
"""Characters; text with longer lines than this was not broken by a program or a column."""
NARROWEST = 25
FULL_SHARE = 0.75
"""Share of the usual width from which a line is full."""
FEWEST_LINES = 4
FULL_MASS = 0.6
"""Share of the text that stands in full lines, at least."""
BROKEN_SHARE = 0.5
"""Share of the full lines that break off in mid-sentence, at least, in text that was broken."""
LINES_A_BLOCK = 0.15
"""Share of lines that stand after an empty one, from which empty lines part the paragraphs."""
FULL_STOPS = (".", "!", "?", "…", "”", '"', "»", "“")


def is_wrapped(text: str, found: list[Range]) -> bool:
    """Whether no line is longer than a program or a column would leave it, and the full ones break off in mid-sentence.

    One line may be longer: an address is not broken.
    """
    sizes = sorted(line.end - line.start for line in found)
    if len(sizes) < FEWEST_LINES or sizes[-2] > WIDEST:
        return False
    long = [line for line in found if line.end - line.start >= FULL_SHARE * sizes[int(0.9 * (len(sizes) - 1))]]
    broken = [line for line in long if line.end - line.start >= NARROWEST and not line.of(text).endswith(SENTENCE_END)]
    mass = sum(line.end - line.start for line in long)
    return len(broken) >= max(FEWEST_LINES, BROKEN_SHARE * len(long)) and mass >= FULL_MASS * sum(sizes)


def joined(text: str, found: list[Range], gaps: list[bool]) -> tuple[list[Range], list[bool]]:
    """Join broken lines into paragraphs.

    Where empty lines part the text, what stands between two of them is a paragraph. Else a line goes on in the next one
    when it is full and ends in mid-sentence; lines that recur but for their numbers are heads and feet of pages.
    """
    is_parted = sum(gaps) >= LINES_A_BLOCK * len(gaps)
    sizes = sorted(line.end - line.start for line in found)
    full = FULL_SHARE * sizes[int(0.9 * (len(sizes) - 1))]
    heads = recurring([line.of(text) for line in found])
    whole: list[Range] = []
    whole_gaps: list[bool] = []
    for place, (line, gap) in enumerate(zip(found, gaps, strict=True)):
        before = found[place - 1] if place else line
        goes_on = before.end - before.start >= full and not before.of(text).endswith(FULL_STOPS)
        is_apart = place in heads or place - 1 in heads
        if place and not gap and not is_apart and (is_parted or goes_on):
            whole[-1] = Range(whole[-1].start, line.end)
        else:
            whole.append(line)
            whole_gaps.append(gap or not is_parted)
    return whole, whole_gaps


def recurring(texts: list[str]) -> set[int]:
    """Return the places of the lines that stand more than once in a text, but for their numbers."""
    shapes = [re.sub(r"\d+", "0", text) for text in texts]
    counts = Counter(shapes)
    return {place for place, shape in enumerate(shapes) if counts[shape] > 1 and re.search(r"\d", texts[place])}
