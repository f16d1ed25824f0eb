"""Which source, cue and contents belong together: every attribution has one cue, and the cue gathers the rest."""

from collections.abc import Sequence

import numpy as np

from rashomon.model.pieces import Ids
from rashomon.model.reader import Marks
from rashomon.model.windows import Window

RoleSpan = tuple[int, int, str]
"""First word, word after the last, role."""


def linked(
    found: Sequence[RoleSpan], windows: Sequence[Window], marks: Sequence[Marks], owner: Ids
) -> tuple[tuple[int, ...], ...]:
    """Return for each span, given in order, the numbers of its attributions, counted from 1 in the order of their cues.

    A content goes to the cue that its words point to, each asked in the window in which it stands best; a cue to the
    source that it points to, and a source may belong to several. A cue with no content is no attribution; a span that
    points to nothing belongs to none.
    """
    cues, sources = (_Spans(found, role) for role in ("cue", "source"))
    members: dict[int, list[int]] = {}
    for number, (start, end, role) in enumerate(found):
        if role == "content":
            cue = _cue(start, end, cues, windows, marks, owner)
            if cue is not None:
                members.setdefault(cue, []).append(number)
    belongs: list[list[int]] = [[] for _ in found]
    for number, cue in enumerate(sorted(members), start=1):
        at = int(owner[found[cue][0]])
        source = _source(found[cue][0], sources, windows[at], marks[at])
        for member in (cue, *members[cue], *([] if source is None else [source])):
            belongs[member].append(number)
    return tuple(tuple(numbers) for numbers in belongs)


class _Spans:
    """The spans of one role: their places in the list of all, and their first words."""

    def __init__(self, found: Sequence[RoleSpan], role: str) -> None:
        self.places = np.array([place for place, span in enumerate(found) if span[2] == role], np.int64)
        self.first = np.array([found[place][0] for place in self.places], np.int64)

    def inside(self, window: Window) -> slice:
        """Return which of them begin in the window."""
        return slice(*np.searchsorted(self.first, (window.start, window.end)))


def _cue(
    start: int, end: int, cues: _Spans, windows: Sequence[Window], marks: Sequence[Marks], owner: Ids
) -> int | None:
    """Return the cue that the words of a content point to most, or ``None`` when no cue stands in sight."""
    mass: dict[int, float] = {}
    for number in range(owner[start], owner[end - 1] + 1):
        window = windows[number]
        near = cues.inside(window)
        rows = np.flatnonzero(owner[start:end] == number) + start - window.start
        columns = cues.first[near] - window.start
        if len(rows) and len(columns):
            scores = marks[number].cues[np.ix_(rows, columns)]
            likely = np.exp(scores - scores.max(axis=1, keepdims=True))
            shares = (likely / likely.sum(axis=1, keepdims=True)).sum(axis=0)
            for place, share in zip(cues.places[near].tolist(), shares.tolist(), strict=True):
                mass[place] = mass.get(place, 0.0) + share
    return max(mass, key=lambda place: mass[place]) if mass else None


def _source(word: int, sources: _Spans, window: Window, marks: Marks) -> int | None:
    """Return the source that the cue at ``word`` points to, or ``None`` when it points to itself."""
    near = sources.inside(window)
    scores = marks.sources[word - window.start]
    columns = sources.first[near] - window.start
    if not len(columns) or scores[columns].max() <= scores[word - window.start]:
        return None
    return int(sources.places[near][scores[columns].argmax()])
