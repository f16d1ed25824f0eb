"""The likeliest spans of a text, from the scores of the tags of its words (Viterbi 1967)."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]

NEVER = np.float32(-1e4)
LONGEST = 400
"""Words of a stretch that are decoded together; a longer one is cut."""


def allowed_steps(tags: Sequence[str]) -> Scores:
    """Return 0 where one tag may follow another and ``NEVER`` where an inside tag has nothing to continue."""
    steps = np.zeros((len(tags), len(tags)), np.float32)
    for place, tag in enumerate(tags):
        if tag.startswith("I-"):
            for before, other in enumerate(tags):
                if other[2:] != tag[2:]:
                    steps[before, place] = NEVER
    return steps


def best_tags(scores: Scores, starts: Places, steps: Scores, tags: Sequence[str]) -> Places:
    """Return the tag of each word in the likeliest sequence of each stretch.

    ``scores`` is (words, tags); ``starts`` are the first words of the stretches, in order, the first 0; ``steps`` are
    the scores of one tag after another. No stretch begins inside a span. All stretches are decoded side by side.
    """
    count = len(scores)
    if not count:
        return np.zeros(0, np.int64)
    starts, lengths = _cut(starts, count)
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    longest = int(lengths[0])
    alive = (lengths[None, :] > np.arange(longest)[:, None]).sum(axis=1)
    opening = np.array([NEVER if tag.startswith("I-") else 0 for tag in tags], np.float32)
    best = scores[starts] + opening
    back = np.zeros((longest, len(starts), len(tags)), np.int8)
    turned = np.ascontiguousarray(steps.T)
    for place in range(1, longest):
        still = alive[place]
        ways = best[:still, None, :] + turned
        back[place, :still] = ways.argmax(axis=2)
        best[:still] = ways.max(axis=2) + scores[starts[:still] + place]
    found = np.zeros(count, np.int64)
    tag = best.argmax(axis=1)
    for place in range(longest - 1, -1, -1):
        still = alive[place]
        found[starts[:still] + place] = tag[:still]
        rows = np.arange(still)
        tag[:still] = back[place, rows, tag[:still]]
    return found


def _cut(starts: Places, count: int) -> tuple[Places, Places]:
    """Return starts and lengths of the stretches, those that are too long cut into pieces."""
    ends = np.append(starts[1:], count)
    if (ends - starts).max() > LONGEST:
        starts = np.array(
            [place for start, end in zip(starts, ends, strict=True) for place in range(start, end, LONGEST)]
        )
        ends = np.append(starts[1:], count)
    return starts, ends - starts


def spans(found: Places, tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return the spans of a tag sequence: first word, word after the last, label."""
    result: list[tuple[int, int, str]] = []
    for place in np.flatnonzero(found):
        tag = tags[found[place]]
        if tag[0] == "I" and result and result[-1][1] == place and result[-1][2] == tag[2:]:
            result[-1] = (result[-1][0], int(place) + 1, tag[2:])
        else:
            result.append((int(place), int(place) + 1, tag[2:]))
    return result
