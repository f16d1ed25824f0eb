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
    """Return for each span the numbers of its attributions, counted from 1 in the order of their cues.

    A source may belong to several.
    A content goes to the cue that its words point to, each asked in the window in which it stands best; a cue to the
    source that it points to. A cue with no content is no attribution; a span that points to nothing belongs to none.
    """
    cues = [number for number, (_, _, role) in enumerate(found) if role == "cue"]
    contents = [number for number, (_, _, role) in enumerate(found) if role == "content"]
    sources = [number for number, (_, _, role) in enumerate(found) if role == "source"]
    chosen: dict[int, list[int]] = {}
    for content in contents:
        cue = _cue(found, cues, content, windows, marks, owner)
        if cue is not None:
            chosen.setdefault(cue, []).append(content)
    belongs: list[list[int]] = [[] for _ in found]
    for number, cue in enumerate(sorted(chosen), start=1):
        source = _source(found, cue, sources, windows, marks, owner)
        for member in (cue, *chosen[cue], *([] if source is None else [source])):
            belongs[member].append(number)
    return tuple(tuple(numbers) for numbers in belongs)


def _cue(
    found: Sequence[RoleSpan],
    cues: Sequence[int],
    content: int,
    windows: Sequence[Window],
    marks: Sequence[Marks],
    owner: Ids,
) -> int | None:
    start, end, _ = found[content]
    mass = np.zeros(len(cues))
    for number in range(owner[start], owner[end - 1] + 1):
        window = windows[number]
        inside = [place for place, cue in enumerate(cues) if window.start <= found[cue][0] < window.end]
        words = [word for word in range(start, end) if owner[word] == number]
        if inside and words:
            columns = [found[cues[place]][0] - window.start for place in inside]
            scores = marks[number].cues[np.ix_([word - window.start for word in words], columns)]
            likely = np.exp(scores - scores.max(axis=1, keepdims=True))
            mass[inside] += (likely / likely.sum(axis=1, keepdims=True)).sum(axis=0)
    return cues[int(mass.argmax())] if mass.any() else None


def _source(
    found: Sequence[RoleSpan],
    cue: int,
    sources: Sequence[int],
    windows: Sequence[Window],
    marks: Sequence[Marks],
    owner: Ids,
) -> int | None:
    place = found[cue][0]
    window, scores = windows[owner[place]], marks[owner[place]].sources[place - windows[owner[place]].start]
    best, choice = scores[place - window.start], None
    for source in sources:
        start = found[source][0]
        if window.start <= start < window.end and scores[start - window.start] > best:
            best, choice = scores[start - window.start], source
    return choice
