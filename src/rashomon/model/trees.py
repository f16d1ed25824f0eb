"""The best tree over the words of a sentence, with one root (Chu and Liu 1965; Edmonds 1967)."""

import numpy as np
import numpy.typing as npt

Arcs = npt.NDArray[np.float32]
Heads = npt.NDArray[np.int64]

NEVER = -1e9
ONE_ROOT = 1e5
"""What a root costs, so that the best tree has one only."""


def best_tree(arcs: Arcs) -> Heads:
    """Return the head of each word: 0 for the root, else the head's place counted from 1.

    ``arcs[i, j]`` scores head ``j`` (0 the root) of word ``i``. Mostly the best head of each word already makes a tree.
    """
    scores = arcs.astype(np.float64)
    count = len(scores)
    scores[np.arange(count), np.arange(1, count + 1)] = NEVER
    heads: Heads = scores.argmax(axis=1)
    if (heads == 0).sum() == 1 and _is_tree(heads):
        return heads
    square = np.full((count + 1, count + 1), NEVER)
    square[1:] = scores
    tree = _arborescence(square)[1:]
    if (tree == 0).sum() > 1:
        square[1:, 0] -= ONE_ROOT
        tree = _arborescence(square)[1:]
    return tree


def _is_tree(heads: Heads) -> bool:
    """Return whether every word reaches the root: each step doubles how far every word has gone."""
    reached = np.concatenate([[0], heads])
    steps = 1
    while steps <= len(heads):
        reached = reached[reached]
        steps *= 2
    return not reached.any()


def _arborescence(scores: npt.NDArray[np.float64]) -> Heads:
    """Return the heads of the best arborescence over a square of scores ``[word, head]`` whose place 0 is the root."""
    heads: Heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    kept = scores[cycle, heads[cycle]]
    small = np.full((len(outside) + 1, len(outside) + 1), NEVER)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    entering = scores[np.ix_(cycle, outside)] - kept[:, None]
    small[-1, :-1] = entering.max(axis=0)
    leaving = scores[np.ix_(outside, cycle)]
    small[:-1, -1] = leaving.max(axis=1)
    found = _arborescence(small)
    for place, word in enumerate(outside):
        head = found[place]
        heads[word] = cycle[leaving[place].argmax()] if head == len(outside) else outside[head]
    heads[0] = 0
    broken = entering[:, found[-1]].argmax()
    heads[cycle[broken]] = outside[found[-1]]
    return heads


def _cycle(heads: Heads) -> npt.NDArray[np.int64] | None:
    """Return the words of one cycle, or ``None``."""
    seen = np.zeros(len(heads), np.int64)
    for start in range(1, len(heads)):
        word = start
        while word and not seen[word]:
            seen[word] = start
            word = int(heads[word])
        if word and seen[word] == start:
            cycle = [word]
            while heads[cycle[-1]] != word:
                cycle.append(int(heads[cycle[-1]]))
            return np.array(cycle)
    return None
