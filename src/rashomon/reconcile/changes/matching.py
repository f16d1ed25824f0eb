"""Which things of two records are one: those that rest on the same words of the same articles."""

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass

from rashomon.reconcile.changes.versions import Mark


@dataclass(frozen=True, slots=True)
class Matching:
    """Places of things in an old and a new list."""

    pairs: tuple[tuple[int, int], ...]
    """Old and new, each the one that shares most with the other; in the order of the new ones."""
    known: frozenset[int]
    """New ones that share something with an old one."""
    left: frozenset[int]
    """Old ones that share something with a new one."""


def matching(old: Sequence[Set[Mark]], new: Sequence[Set[Mark]]) -> Matching:
    """Return which things of two lists are one, given the ends of the spans that each rests on."""
    by_mark: dict[Mark, list[int]] = defaultdict(list)
    for place, marks in enumerate(old):
        for mark in marks:
            by_mark[mark].append(place)
    shared: Counter[tuple[int, int]] = Counter(
        (one, place) for place, marks in enumerate(new) for mark in marks for one in by_mark.get(mark, ())
    )
    best_old: dict[int, int] = {}
    best_new: dict[int, int] = {}
    for one, other in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        best_old.setdefault(other, one)
        best_new.setdefault(one, other)
    return Matching(
        pairs=tuple((one, other) for other, one in sorted(best_old.items()) if best_new[one] == other),
        known=frozenset(best_old),
        left=frozenset(best_new),
    )
