"""Which plans were carried out, and by which deeds: "will vote on Wednesday" by "voted"."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.languages.event_words import is_voting, says_little
from rashomon.link.events.constraints import PLANNED_AND_REAL, SHORT, Facts, contradict
from rashomon.link.events.mentions import Mention
from rashomon.values.intervals import Interval

DONE = frozenset({"happened", "ongoing"})
MOST_DEEDS = 60
"""Deeds of one act and actor that a plan is laid beside."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """A group of mentions that tells of something done, and when that was."""

    number: int
    days: Interval
    first: date
    mentions: tuple[Mention, ...]
    """Those that tell it as done."""


def with_plans(groups: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """Return the groups, those joined of which one tells a plan and the other that it was carried out.

    The same must do the same to the same. A plan for some day is carried out on that day; one without a day by the next
    such act within a month, told by another article. A plan that two deeds may have carried out at the same time stays
    a plan.
    """
    by_act: dict[Hashable, list[_Deed]] = defaultdict(list)
    for number, group in enumerate(groups):
        deed = _deed(number, group)
        if deed is not None:
            for key in dict.fromkeys(key for mention in deed.mentions for key in _acts(mention)):
                by_act[key].append(deed)
    kept = {number: list(group) for number, group in enumerate(groups)}
    for number, group in enumerate(groups):
        if all(mention.facts.status == "planned" and mention.facts.to_come for mention in group):
            deed = _carried_out(group, by_act)
            if deed is not None and not _kept_apart(group, kept[deed.number]):
                kept[deed.number] += kept.pop(number)
    return list(kept.values())


def _deed(number: int, group: Sequence[Mention]) -> _Deed | None:
    done = tuple(mention for mention in group if mention.facts.status in DONE)
    days: Interval | None = None
    for mention in done:
        if mention.facts.dated:
            days = mention.facts.days if days is None else days.within(mention.facts.days) or days
    if days is None or days.earliest is None or days.latest is None or (days.latest - days.earliest).days > SHORT:
        return None
    return _Deed(number, days, days.earliest, done)


def _carried_out(plan: Sequence[Mention], by_act: dict[Hashable, list[_Deed]]) -> _Deed | None:
    """Return the first deed that carries out a plan; None when there is none, or another at that time."""
    near = {
        deed.number: deed
        for mention in plan
        for key in _acts(mention)
        for deed in by_act.get(key, ())[:MOST_DEEDS]
        if any(_is_deed_of(mention, deed, done) for done in deed.mentions)
    }
    first = sorted(near.values(), key=lambda deed: (deed.first, deed.number))[:2]
    is_one = len(first) == 1 or (len(first) == 2 and first[0].days.latest != first[1].days.latest)
    return first[0] if is_one else None


def _acts(mention: Mention) -> Iterator[Hashable]:
    """Yield what may be done by whom or to what, so that a plan is laid beside few deeds."""
    act = "vote" if is_voting(mention.kind) else mention.kind
    whom = mention.facts.actors | mention.facts.nouns
    yield from ((act, one) for one in sorted(whom))
    if mention.facts.chamber is not None or "lawmaker" in mention.facts.doers:
        yield act, "house"


def _is_deed_of(plan: Mention, deed: _Deed, done: Mention) -> bool:
    if not _in_time(plan, deed) or not _by_the_same(plan, done):
        return False
    little = says_little(plan.kind) or not plan.facts.dated
    return _to_the_same(plan, done) is True or (_to_the_same(plan, done) is None and not little)


def _in_time(plan: Mention, deed: _Deed) -> bool:
    days = plan.facts.days
    if days.earliest is None:
        return False
    if plan.facts.dated:
        return days.latest is not None and (days.latest - days.earliest).days <= SHORT and deed.days in days
    told = any(mention.article == plan.article for mention in deed.mentions)
    return not told and deed.days in Interval(days.earliest, days.earliest + timedelta(days=SHORT))


def _by_the_same(plan: Mention, done: Mention) -> bool:
    """Return whether the same act; lawmakers of whom no more is said may be of either house on the day of its vote."""
    one, other = plan.facts, done.facts
    if one.agents & other.agents or (one.chamber is not None and one.chamber == other.chamber) or _meet(one, other):
        return True
    if not one.dated:
        return False
    if is_voting(plan.kind) and one.days.earliest == one.days.latest:
        return "lawmaker" in one.doers | other.doers and (one.chamber or other.chamber) is not None
    return not one.doers and not other.doers and _to_the_same(plan, done) is True


def _meet(one: Facts, other: Facts) -> bool:
    """Return whether either tells it of the other's other side: "A will meet B", "B met A"."""
    return bool(one.agents & (other.actors - other.agents) and other.agents & (one.actors - one.agents))


def _to_the_same(plan: Mention, done: Mention) -> bool | None:
    """Return whether the same is done to, None when one of the two does not say to what.

    Things of one kind are two when each has words that tell it apart: "the tax bill", "the farm bill".
    """
    if _meet(plan.facts, done.facts):
        return True
    one, other = _things(plan.facts), _things(done.facts)
    if not one or not other:
        return None
    narrow, other_narrow = (_narrowing(mention) for mention in (plan, done))
    return bool(one & other) and (not narrow or not other_narrow or bool(narrow & other_narrow))


def _things(facts: Facts) -> frozenset[str]:
    """Return what is done to: who it is, and by the nouns that name it; else what is named besides: "voted on it"."""
    return facts.nouns | (facts.objects & facts.actors) or facts.besides


def _narrowing(mention: Mention) -> frozenset[str]:
    return mention.patients - mention.objects


def _kept_apart(plan: Iterable[Mention], deed: Sequence[Mention]) -> bool:
    reasons = (contradict(one.facts, other.facts) for one in plan for other in deed)
    return any(reason not in {None, PLANNED_AND_REAL} for reason in reasons)
