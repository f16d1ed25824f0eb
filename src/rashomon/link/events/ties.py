"""What makes two mentions of events one, whatever else their words say.

One result of a vote, one act on one day, and what one account affirms of someone and another denies.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from rashomon.languages.event_families import families
from rashomon.languages.event_words import is_voting, says_little
from rashomon.link.events.constraints import REAL, contradict, denies, denies_another
from rashomon.link.events.mentions import Mention

FEWEST_VOTES = 10
"""A vote of so few tells little by its result."""
MOST_IN_BLOCK = 60
"""Groups of one day that are laid beside one another."""


def joined(groups: Iterable[Sequence[Mention]]) -> list[list[Mention]]:
    """Return the groups, those joined that something ties and nothing keeps apart."""
    kept = {number: list(group) for number, group in enumerate(groups)}
    into = {number: number for number in kept}
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    denied = {key for group in kept.values() for one in group if one.facts.status == "denied" for key in _matters(one)}
    for number, group in kept.items():
        keys = [key for mention in group for key in _keys(mention)]
        keys += [key for mention in group for key in _matters(mention) if key in denied]
        for key in dict.fromkeys(keys):
            blocks[key].append(number)
    for block in blocks.values():
        for one, other in combinations(block[:MOST_IN_BLOCK], 2):
            first, second = _head(into, one), _head(into, other)
            if first != second and _are_tied(kept[first], kept[second]):
                kept[first] += kept.pop(second)
                into[second] = first
    return list(kept.values())


def tie(one: Mention, other: Mention) -> str | None:
    """Return why two mentions are of one event, None when nothing ties them."""
    if one.facts.tally is not None and one.facts.tally == other.facts.tally and sum(one.facts.tally) >= FEWEST_VOTES:
        return "one result of a vote"
    if _day(one) is not None and _day(one) == _day(other) and _is_akin(one, other) and _of_the_same(one, other):
        return "one act on one day"
    if _is_denial(one, other):
        return "affirmed and denied"
    return None


def _are_tied(one: Sequence[Mention], other: Sequence[Mention]) -> bool:
    if any(contradict(left.facts, right.facts) is not None for left in one for right in other):
        return False
    return any(tie(left, right) is not None for left in one for right in other)


def _keys(mention: Mention) -> Iterator[Hashable]:
    if mention.facts.tally is not None:
        yield mention.facts.tally
    if _day(mention) is not None:
        yield _day(mention)


def _matters(mention: Mention) -> Iterator[Hashable]:
    """Yield who does something to what, so that what is denied is laid beside what is affirmed."""
    facts = mention.facts
    for agent in sorted(facts.agents):
        yield from ((agent, thing) for thing in sorted(facts.nouns | facts.besides | (facts.objects & facts.actors)))


def _is_denial(one: Mention, other: Mention) -> bool:
    """Return whether one affirms and the other denies that the same did the same to the same."""
    if not {one.status, other.status} <= REAL or not one.facts.agents & other.facts.agents or says_little(one.kind):
        return False
    akin = one.kind == other.kind or ("ongoing" not in {one.status, other.status} and _is_akin(one, other))
    return akin and denies(one.facts, other.facts) and not denies_another(one.facts, other.facts)


def _day(mention: Mention) -> Hashable:
    days = mention.facts.days
    return days.earliest if mention.facts.dated and days.earliest == days.latest else None


def _is_akin(one: Mention, other: Mention) -> bool:
    if one.kind == other.kind or (is_voting(one.kind) and is_voting(other.kind)):
        return True
    return bool(families([one.kind]) & families([other.kind]))


def _of_the_same(one: Mention, other: Mention) -> bool:
    """Return whether two acts have an actor in common and nothing else done to, or the same thing done to."""
    done = bool(one.patients & other.patients)
    return done or (bool(one.facts.agents & other.facts.agents) and not (one.patients and other.patients))


def _head(into: dict[int, int], number: int) -> int:
    while into[number] != number:
        number = into[number]
    return number
