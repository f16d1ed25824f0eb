"""When a claim was made: the time that stands with its cue, not in what is said."""

from bisect import bisect_left
from collections.abc import Sequence

from rashomon.annotate.document import Document
from rashomon.annotate.statements import Statement
from rashomon.records import Time
from rashomon.records.annotation import TimeMention

STEPS = 3
"""Words between a time and the cue that it hangs on."""


def said(statement: Statement, document: Document, times: Sequence[TimeMention]) -> Time | None:
    """Return the time of a statement: it stands in the cue, or hangs on it; of several the first."""
    doc = document.doc
    cue = statement.attribution.cue
    sentence = cue.root.sent
    low = bisect_left(times, sentence.start_char, key=lambda time: time.expression.span.start)
    for mention in times[low:]:
        time = mention.expression
        if time.span.start >= sentence.end_char:
            break
        tokens = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if time.type not in {"DATE", "TIME"} or tokens is None or statement.tells(tokens.start):
            continue
        source = statement.attribution.source
        if source is not None and source.start <= tokens.start < source.end:
            continue
        head = tokens.root
        for _ in range(STEPS):
            if cue.start <= head.i < cue.end:
                return mention.time
            if head.pos_ == "VERB":
                break
            head = head.head
    return None
