"""Scores of coreference: the CoNLL F1, the mean of MUC, B3 and CEAF-e (Pradhan et al. 2014)."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence

Cluster = frozenset[Hashable]


def conll_f1(key: Iterable[Collection[Hashable]], response: Iterable[Collection[Hashable]]) -> float:
    """Return the CoNLL F1 in percent of the response against the key; a mention stands in one cluster of each."""
    gold, found = [frozenset(one) for one in key], [frozenset(one) for one in response]
    of_gold = {mention: cluster for cluster in gold for mention in cluster}
    of_found = {mention: cluster for cluster in found for mention in cluster}
    alike = _ceaf_e(gold, found, of_gold)
    measures = (
        (_muc(found, of_gold), _muc(gold, of_found)),
        (_b_cubed(found, of_gold), _b_cubed(gold, of_found)),
        (alike / max(1, len(found)), alike / max(1, len(gold))),
    )
    return round(sum(_f1(precision, recall) for precision, recall in measures) / len(measures), 2)


def without_singletons(clusters: Iterable[Collection[Hashable]]) -> list[Collection[Hashable]]:
    """Return the clusters of at least two mentions."""
    return [cluster for cluster in clusters if len(cluster) > 1]


def _f1(precision: float, recall: float) -> float:
    """Return the F1 in percent of figures that are rounded as the reference scorer rounds them."""
    return round(200 * precision * recall / (precision + recall), 2) if precision + recall else 0.0


def _muc(clusters: Sequence[Cluster], other: dict[Hashable, Cluster]) -> float:
    """Return the share of links of the clusters that the others keep (Vilain et al. 1995)."""
    kept = links = 0
    for cluster in clusters:
        parts = {id(other[mention]) for mention in cluster if mention in other}
        alone = sum(mention not in other for mention in cluster)
        kept += len(cluster) - len(parts) - alone
        links += len(cluster) - 1
    return kept / links if links else 0.0


def _b_cubed(clusters: Sequence[Cluster], other: dict[Hashable, Cluster]) -> float:
    """Return what share of a mention's cluster is in its other one, in the mean (Bagga and Baldwin 1998)."""
    total = sum(
        len(cluster & other[mention]) / len(cluster) for cluster in clusters for mention in cluster if mention in other
    )
    return total / max(1, sum(map(len, clusters)))


def _ceaf_e(gold: Sequence[Cluster], found: Sequence[Cluster], of_gold: dict[Hashable, Cluster]) -> float:
    """Return the greatest sum of likenesses of clusters laid one to one (Luo 2005), by connected parts."""
    number = {id(cluster): place for place, cluster in enumerate(gold)}
    alike: dict[int, dict[int, float]] = defaultdict(dict)
    back: dict[int, set[int]] = defaultdict(set)
    for place, cluster in enumerate(found):
        for other in {number[id(of_gold[mention])] for mention in cluster if mention in of_gold}:
            common = len(gold[other] & cluster)
            alike[other][place] = 2 * common / (len(gold[other]) + len(cluster))
            back[place].add(other)
    total = 0.0
    seen: set[int] = set()
    for start in alike:
        if start in seen:
            continue
        left, right, waiting = {start}, set[int](), [start]
        while waiting:
            own = waiting.pop()
            new = set(alike[own]) - right
            right |= new
            reached = {other for place in new for other in back[place]} - left
            left |= reached
            waiting += sorted(reached)
        seen |= left
        total += _best([[alike[i].get(j, 0.0) for j in sorted(right)] for i in sorted(left)])
    return total


def _best(gains: list[list[float]]) -> float:
    """Return the greatest sum of gains that lay rows to columns one to one (Kuhn 1955, by potentials)."""
    if len(gains) > len(gains[0]):
        gains = [list(column) for column in zip(*gains, strict=True)]
    rows, columns = len(gains), len(gains[0])
    row_potential, column_potential = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of = [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0] = row
        column = 0
        least = [float("inf")] * (columns + 1)
        came_from = [0] * (columns + 1)
        used = [False] * (columns + 1)
        while row_of[column]:
            used[column] = True
            own = row_of[column]
            for other in range(1, columns + 1):
                slack = -gains[own - 1][other - 1] - row_potential[own] - column_potential[other]
                if not used[other] and slack < least[other]:
                    least[other], came_from[other] = slack, column
            step, nearest = min((least[other], other) for other in range(1, columns + 1) if not used[other])
            for other in range(columns + 1):
                if used[other]:
                    row_potential[row_of[other]] += step
                    column_potential[other] -= step
                else:
                    least[other] -= step
            column = nearest
        while column:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    return sum(gains[row_of[column] - 1][column - 1] for column in range(1, columns + 1) if row_of[column])
