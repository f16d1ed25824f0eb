"""Which mentions of events are worth comparing: those of like articles whose triggers are like."""

import math
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from rashomon.link.events.bags import Floats, Ids
from rashomon.link.events.mentions import Mention

MOST_PARTNERS = 32
"""Mentions that each is compared with."""
NEAR_TRIGGERS = 48
"""Triggers, as words, that are most like one: mentions with others are not compared with it."""
MOST_MENTIONS = 4096
"""Mentions with such triggers that are looked at; of more an even share, so that no text makes the cost grow faster."""
ROWS = 256
SAME_STEM, SAME_FAMILY = np.float32(1.0), np.float32(0.4)
"""What counts beside the cosines of the embeddings."""


class Triggers:
    """The triggers of some mentions as words, each once, and the mentions that have them."""

    def __init__(self, mentions: Sequence[Mention], alone: Floats) -> None:
        """Take the mentions with the embeddings of their triggers by themselves, (mentions, 384)."""
        number: dict[tuple[str, tuple[str, ...]], int] = {}
        self.members: list[list[int]] = []
        for place, mention in enumerate(mentions):
            own = number.setdefault((mention.kind, mention.words), len(number))
            if own == len(self.members):
                self.members.append([])
            self.members[own].append(place)
        firsts = [places[0] for places in self.members]
        self.alone = alone[firsts]
        self.stems = numbered([main_stem(mentions[place]) for place in firsts])
        self.families = _marked([mentions[place].families for place in firsts])

    def partners(self, in_context: Floats, near: npt.NDArray[np.bool_], article: Ids) -> tuple[Ids, Ids]:
        """Return the places of the pairs to compare, ``first < second``, ascending.

        ``in_context``: embeddings of the triggers where they stand, (mentions, 384); ``near``: for each mention which
        articles are like its own, (mentions, articles); ``article``: the number of each mention's article.
        """
        count = len(article)
        found = [np.zeros(0, np.int64)]
        for own, others, likeness in self._near():
            rows = np.array(self.members[own], np.int64)
            columns = np.concatenate([self.members[other] for other in others]).astype(np.int64)
            base = np.repeat(likeness, [len(self.members[other]) for other in others])
            step = max(1, math.ceil(len(columns) / MOST_MENTIONS))
            columns, base = columns[::step], base[::step]
            for start in range(0, len(rows), ROWS):
                some = rows[start : start + ROWS]
                score = base + in_context[some] @ in_context[columns].T
                score[~near[some][:, article[columns]] | (some[:, None] == columns[None, :])] = -np.inf
                kept = min(MOST_PARTNERS, len(columns))
                best = np.argpartition(-score, kept - 1, axis=1)[:, :kept]
                live = np.isfinite(np.take_along_axis(score, best, axis=1))
                one = np.broadcast_to(some[:, None], best.shape)[live]
                other = columns[best[live]]
                found.append(np.minimum(one, other) * count + np.maximum(one, other))
        keys = np.unique(np.concatenate(found))
        return keys // max(1, count), keys % max(1, count)

    def _near(self) -> Iterable[tuple[int, list[int], Floats]]:
        """Yield for each trigger those most like it, with how like they are."""
        count = len(self.members)
        kept = min(NEAR_TRIGGERS, count)
        for start in range(0, count, ROWS):
            rows = slice(start, min(start + ROWS, count))
            score = self.alone[rows] @ self.alone.T
            score += SAME_STEM * (self.stems[rows, None] == self.stems[None, :])
            score += SAME_FAMILY * (self.families[rows] @ self.families.T > 0)
            best = np.argpartition(-score, kept - 1, axis=1)[:, :kept]
            for row, others in enumerate(np.sort(best, axis=1)):
                yield start + row, others.tolist(), score[row, others]


def main_stem(mention: Mention) -> str:
    """Return the longest stem of a trigger's words."""
    return min(mention.stems, key=lambda word: (-len(word), word), default="")


def numbered(values: Sequence[str]) -> Ids:
    """Return a number for each value, the same for the same."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values], np.int64)


def _marked(sets: Sequence[Iterable[str]]) -> Floats:
    """Return one row per set with 1 for what is in it."""
    numbers = {name: number for number, name in enumerate(sorted({name for one in sets for name in one}))}
    marks = np.zeros((len(sets), max(1, len(numbers))), np.float32)
    for row, names in enumerate(sets):
        for name in names:
            marks[row, numbers[name]] = 1
    return marks
