"""Groups of mentions that tell one event: average linkage (UPGMA) over scored pairs, under constraints."""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rashomon.link.events.bags import Floats, Ids
from rashomon.link.events.candidates import MOST_PARTNERS
from rashomon.link.events.constraints import Facts, apart, strangers
from rashomon.link.events.mentions import Mention

EXPECTED = MOST_PARTNERS // 4
"""Pairs that are expected to be scored for each mention of the smaller of two large groups."""

Offer = tuple[float, int, int]
"""Two groups that may join: their mean chance, negative, and their numbers, the smaller first."""


@dataclass(slots=True)
class _Group:
    members: list[int]
    near: dict[int, tuple[float, int]] = field(default_factory=dict)
    """By the other group: the sum of the chances of the pairs between, and how many there are."""
    facts: set[Facts] = field(default_factory=set)
    """What is known of its members, each once: by this they are kept apart."""
    foes: set[int] = field(default_factory=set)
    """Groups that it must stay apart from, found when they were to be joined."""


def linked(mentions: Sequence[Mention], first: Ids, second: Ids, chances: Floats, threshold: float) -> list[list[int]]:
    """Return the groups, the places of their mentions ascending, in the order of their first mentions.

    ``chances`` are the probabilities that the pairs tell one event. Two groups join while the mean chance of the pairs
    between them is above ``threshold``, no two of their mentions must stay apart, and two of them have something in
    common; a pair that is not scored counts as 0, but no more of them than can be expected of mentions that are each
    compared with a few others.
    """
    groups = {place: _Group([place], facts={mention.facts}) for place, mention in enumerate(mentions)}
    for i, j, chance in zip(first.tolist(), second.tolist(), chances.tolist(), strict=True):
        groups[i].near[j] = groups[j].near[i] = (chance, 1)
    queue = [
        offer for i, group in groups.items() for j in group.near if i < j for offer in _offer(groups, i, j, threshold)
    ]
    heapq.heapify(queue)
    while queue:
        offered, i, j = heapq.heappop(queue)
        if i not in groups or j not in groups or j in groups[i].foes:
            continue
        for now in _offer(groups, i, j, threshold):
            if now[0] > offered:
                heapq.heappush(queue, now)
            elif _forbidden(groups[i], groups[j]):
                groups[i].foes.add(j)
                groups[j].foes.add(i)
            elif not _are_strangers(groups[i], groups[j]):
                kept, changed = _merge(groups, i, j)
                for other in changed:
                    for offer in _offer(groups, kept, other, threshold):
                        heapq.heappush(queue, offer)
    return sorted(sorted(group.members) for group in groups.values())


def _offer(groups: dict[int, _Group], i: int, j: int, threshold: float) -> Iterator[Offer]:
    """Yield the mean chance between two groups where it is above the threshold.

    It falls as the groups grow, but for those that one of them had pairs with before: so an offer in the queue is never
    too low, and is looked at again when its turn comes.
    """
    one, other = groups[i], groups[j]
    total, scored = one.near[j]
    if total > threshold * scored:
        small, large = sorted((len(one.members), len(other.members)))
        mean = total / max(scored, small * min(large, EXPECTED))
        if mean > threshold:
            yield -round(mean, 9), min(i, j), max(i, j)


def _merge(groups: dict[int, _Group], i: int, j: int) -> tuple[int, list[int]]:
    """Join two groups under the number of that with more neighbours; return it, and the neighbours of the other."""
    if len(groups[i].near) < len(groups[j].near):
        i, j = j, i
    kept, gone = groups[i], groups.pop(j)
    kept.members += gone.members
    kept.facts |= gone.facts
    kept.foes |= gone.foes
    for foe in gone.foes & groups.keys():
        groups[foe].foes.add(i)
    del kept.near[j], gone.near[i]
    for other, (total, scored) in gone.near.items():
        before, number = kept.near.get(other, (0.0, 0))
        kept.near[other] = (before + total, number + scored)
        groups[other].near[i] = kept.near[other]
        del groups[other].near[j]
    return i, list(gone.near)


def _forbidden(one: _Group, other: _Group) -> bool:
    return any(apart(own, others) is not None for own in one.facts for others in other.facts)


def _are_strangers(one: _Group, other: _Group) -> bool:
    return all(strangers(own, others) for own in one.facts for others in other.facts)
