"""The attributions of one article that are claims, with those who make them and all that they say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.annotate.discourse import Discourse
from rashomon.annotate.document import CLOSING, OPENING, SINGLE, STRAIGHT, Document
from rashomon.annotate.speakers import Voice, source_heads, voices
from rashomon.annotate.stances import reporting_word, stance, words_of
from rashomon.annotate.subjects import is_mute
from rashomon.model.language import Attribution
from rashomon.records.findings import Stance

MOSTLY = 0.5
"""Share of the words of a content that stand in quotation marks when the speech is direct."""
SAYING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "INTJ"})
"""Words without one of which nothing is said: "denied it"."""
BESIDE = 2
"""Paragraphs from a cue to a quotation that it brings in."""
Extent = tuple[int, int]
"""First token, token after the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attribution that is a claim, and those who make it."""

    attribution: Attribution
    contents: tuple[Extent, ...]
    voices: tuple[Voice, ...]
    stance: Stance
    direct: bool

    def tells(self, token: int) -> bool:
        """Return whether a token belongs to what is said."""
        return any(start <= token < end for start, end in self.contents)


def statements(document: Document, attributions: Sequence[Attribution], discourse: Discourse) -> list[Statement]:
    """Return the claims of an article in the order of their cues.

    A quotation that is left open at the end of a paragraph goes on in the next one that begins with quotation marks.
    Subheadings say nothing.
    """
    told = document.in_body
    continued = _continued(document, attributions, told)
    happenings = {trigger.start for trigger in document.doc.spans["events"]}
    found = []
    for attribution in attributions:
        direct = _is_direct(document, attribution)
        if not direct and is_mute(source_heads(attribution), reporting_word(attribution.cue), happenings):
            continue
        is_told = told[attribution.cue.start] and any(token.pos_ in SAYING for token in words_of(attribution))
        does = stance(attribution, direct=direct) if is_told else None
        if does is not None:
            contents = tuple(_contents(document, attribution, told))
            if not contents:
                continue
            found.append(
                Statement(
                    attribution=attribution,
                    contents=(*contents, *_further(contents, continued)),
                    voices=tuple(voices(attribution, discourse)),
                    stance=does,
                    direct=direct,
                )
            )
    return found


def _contents(document: Document, attribution: Attribution, told: Sequence[bool]) -> Iterator[Extent]:
    """Yield what is said: in the cue's paragraph, and quotations in a paragraph beside it.

    A cue behind a quotation of its own does not reach back to one that is closed in an earlier paragraph.
    """
    at = document.paragraph[attribution.cue.start]
    follows = any(
        document.paragraph[content.start] == at and document.quoted[content.start]
        for content in attribution.contents
        if content.start < attribution.cue.start
    )
    for content in attribution.contents:
        if not told[content.start]:
            continue
        number = document.paragraph[content.start]
        near = abs(number - at) <= BESIDE and not (number < at and follows and not _is_left_open(document, content.end))
        if number == at or (near and document.quoted[content.start]):
            yield content.start, content.end


def _is_left_open(document: Document, end: int) -> bool:
    """Tell whether the paragraph in which the token before ``end`` stands ends inside a quotation."""
    last = end - 1
    for token in document.doc[end:]:
        if not document.same_paragraph(end - 1, token.i):
            break
        last = last if token.is_space else token.i
    return document.quoted[last] and document.doc[last].text[-1] not in CLOSING | {STRAIGHT} | SINGLE


def _is_direct(document: Document, attribution: Attribution) -> bool:
    quoted: list[bool] = [document.quoted[token.i] for token in words_of(attribution)]
    return sum(quoted) > MOSTLY * len(quoted)


def _further(contents: Sequence[Extent], continued: dict[int, Extent]) -> Iterator[Extent]:
    """Yield the quotations that go on where the contents end."""
    ends = {place for _, end in contents for place in (end, end - 1)}
    more = next((extent for last, extent in continued.items() if last in ends), None)
    while more is not None:
        yield more
        more = continued.get(more[1] - 1)


def _continued(document: Document, attributions: Sequence[Attribution], told: Sequence[bool]) -> dict[int, Extent]:
    """Return by the last token of a quotation left open the extent in which it goes on, where nobody else speaks."""
    doc, found = document.doc, {}
    spoken = {token.i for attribution in attributions for content in attribution.contents for token in content}
    last = -1
    for token in doc:
        if token.is_space or not told[token.i]:
            continue
        opens = last >= 0 and not document.same_paragraph(last, token.i)
        if opens and document.quoted[last] and doc[last].text[-1] not in CLOSING | {STRAIGHT} | SINGLE:
            end = _end_of_quote(document, token.i)
            is_open = token.text[0] in OPENING | {STRAIGHT} | SINGLE and end > token.i
            if is_open and not spoken & set(range(token.i, end)):
                found[last] = token.i, end
        last = token.i
    return found


def _end_of_quote(document: Document, start: int) -> int:
    """Return the token after a quotation that begins at ``start``."""
    end = start
    while end < len(document.doc) and document.quoted[end] and document.same_paragraph(start, end):
        end += 1
    while document.doc[end - 1].is_space:
        end -= 1
    return end
