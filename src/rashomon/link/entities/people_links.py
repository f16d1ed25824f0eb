"""Which groups of people are one: names spelled otherwise, shortened, turned round, and family names alone."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from rashomon.languages.offices import Terms, held, in_office
from rashomon.languages.people import given_names
from rashomon.link.entities.groups import CLEARLY, ENOUGH, Group, Groups, Reason, apart, offices_alike
from rashomon.link.entities.named import Key
from rashomon.link.entities.offices import LEADERS
from rashomon.link.entities.people import PersonName, alike, person_name
from rashomon.link.entities.words import letters, sound

MOST_IN_BLOCK = 40
"""Groups that share a key; of more none is compared by it."""
LONG = 7
"""Letters of a family name from which on another spelling of it is seldom another name."""
SHORTEST_BARE = 3
"""Letters of a name of one word by which two articles name the same person."""
RANKED = LEADERS | {"governor", "senator", "representative", "sheriff", "justice", "vice president", "general"}
"""Ranks by which a family name alone is told from another."""

Found = tuple[Reason, ...]
Pair = tuple[int, int]


def link_people(groups: Groups) -> None:
    """Join the groups of people that are one, full names first, then family names alone."""
    _link_full(groups, [group for group in groups.all() if group.is_person and group.names])
    full = [group for group in groups.all() if group.is_person and group.names]
    called = _called(full)
    alone = [group for group in groups.all() if group.is_person and not group.names]
    choices = [(group, _choice(groups, group, called)) for group in alone]
    for group, choice in choices:
        if choice is not None and not apart(group, choice[0]):
            groups.join(choice[0], group, choice[1])
    _link_bare(groups, called)


def families(groups: Groups) -> dict[str, list[Group]]:
    """Return the people of the story by how their family names sound: who is named in full or has an office."""
    people = [group for group in groups.all() if group.is_person and (group.names or group.offices)]
    found = _called(people)
    for group in people:
        for word in group.bare if not group.names else ():
            found.setdefault(sound(word), []).append(group)
    return found


def _link_full(groups: Groups, full: Sequence[Group]) -> None:
    scored: dict[Pair, Found] = {}
    shared = _shared_families(groups)
    for one, other in _near(full):
        reasons = _compared(full[one], full[other], shared)
        if reasons and _score(reasons) >= ENOUGH:
            scored[one, other] = reasons
    doubted = _doubted(full, scored)
    for pair in sorted(scored, key=lambda pair: (-_score(scored[pair]), pair)):
        left, right = (groups.of(full[place].first) for place in pair)
        if pair not in doubted and not apart(left, right):
            groups.join(left, right, scored[pair])


def _shared_families(groups: Groups) -> frozenset[str]:
    """Return how the family names sound that one article gives to several people."""
    seen: set[tuple[str, str]] = set()
    shared: set[str] = set()
    for group in groups.all():
        for one in group.members if group.is_person else ():
            for word in {sound(name.family) for name in one.names} | set(map(sound, one.bare)):
                if (one.article, word) in seen:
                    shared.add(word)
                seen.add((one.article, word))
    return frozenset(shared)


def _near(full: Sequence[Group]) -> list[Pair]:
    """Return the places of groups that share a key and are laid beside one another."""
    blocks: dict[Key, dict[int, None]] = defaultdict(dict)
    for place, group in enumerate(full):
        for name in group.full_names():
            for key in _keys(name):
                blocks[key][place] = None
    pairs = {
        pair for places in blocks.values() if len(places) <= MOST_IN_BLOCK for pair in combinations(sorted(places), 2)
    }
    return sorted(pairs)


def _keys(name: PersonName) -> Iterator[Key]:
    words = name.words
    yield "family", sound(words[-1])
    yield "given", words[0], words[-1][0]
    yield "words", *sorted(words)
    yield "last", *words[-2:]
    if name.family_first:
        yield "first", words[0], sound(letters(words[1:]))


def _compared(one: Group, other: Group, shared: frozenset[str]) -> Found:
    """Return why two people named in full can be one; nothing when they can't."""
    if apart(one, other):
        return ()
    office = offices_alike(one, other)
    if office is None:
        return ()
    found = [alike(name, another) or () for name in one.full_names() for another in other.full_names()]
    best = max(found, key=lambda reasons: sum(weight for _, weight in reasons), default=())
    if not best:
        return ()
    found_reasons = tuple(Reason(name=name, weight=weight) for name, weight in best) + _by_office(office)
    mine, yours = ({name.ending for name in group.names} for group in (one, other))
    if mine == yours:
        return found_reasons
    several = any(sound(name.family) in shared for name in (*one.names, *other.names))
    return (*found_reasons, Reason(name="junior or third of the name in one only", weight=-0.35 if several else -0.1))


def _by_office(weight: float) -> Found:
    return (Reason(name="same office", weight=weight),) if weight else ()


def _score(reasons: Found) -> float:
    return round(sum(reason.weight for reason in reasons), 2)


def _doubted(full: Sequence[Group], scored: dict[Pair, Found]) -> set[Pair]:
    """Return the pairs of a group with one of two people who are not one another, when neither fits clearly better."""
    partners: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (one, other), reasons in scored.items():
        partners[one].append((_score(reasons), other))
        partners[other].append((_score(reasons), one))
    doubted: set[Pair] = set()
    for place, found in partners.items():
        for (score, one), (lower, other) in combinations(sorted(found, reverse=True), 2):
            if apart(full[one], full[other]):
                doubted.add((min(place, other), max(place, other)))
                if round(score - lower, 2) < CLEARLY:
                    doubted.add((min(place, one), max(place, one)))
    return doubted


def _called(full: Sequence[Group]) -> dict[str, list[Group]]:
    """Return the groups by the sound of the family names that they may be called by alone."""
    found: dict[str, dict[int, Group]] = defaultdict(dict)
    for group in full:
        for name in group.names:
            found[sound(name.family)][id(group)] = group
            found[sound(name.words[-1])][id(group)] = group
    return {word: list(known.values()) for word, known in found.items()}


def _choice(groups: Groups, group: Group, called: dict[str, list[Group]]) -> tuple[Group, Found] | None:
    """Return whom a family name alone means: the one of the story who is called so, else whom the office fits."""
    fitting = {id(one): one for word in sorted(group.bare) for one in called.get(sound(word), ())}
    ranked = []
    for one in sorted(fitting.values(), key=lambda one: one.first.order):
        reasons = _reasons_alone(groups, group, one)
        if reasons:
            ranked.append((_score(reasons), one, reasons))
    ranked.sort(key=lambda found: -found[0])
    if not ranked or ranked[0][0] < ENOUGH:
        return None
    if len(fitting) > 1:
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        by_office = any(reason.name in {"same office", "known holder of the office"} for reason in ranked[0][2])
        if not by_office or round(ranked[0][0] - second, 2) < CLEARLY:
            return None
    return ranked[0][1], ranked[0][2]


def _reasons_alone(groups: Groups, alone: Group, full: Group) -> Found:
    if apart(alone, full):
        return ()
    office = offices_alike(alone, full)
    if office is None:
        return ()
    exact = any(word in {name.family, name.words[-1]} for word in alone.bare for name in full.names)
    long = all(len(word) >= LONG and word not in given_names() for word in alone.bare)
    name = Reason(name="family name alone", weight=0.5 if exact else 0.45 if long else 0.3)
    ranks = ({one.name for one in group.offices} & RANKED for group in (alone, full))
    mine, yours = ranks
    other = (Reason(name="other office", weight=-0.2),) if mine and yours and not mine & yours else ()
    known = () if office or other else _known_holder(alone, full)
    return (name, *_by_office(office), *known, *other, *groups.company(alone, full))


def _known_holder(alone: Group, full: Group) -> Found:
    """Return a reason when someone of the full name is known to have held the office that goes with the family name."""
    offices = {(office.state, office.name) for office in alone.offices if office.held}
    years = {one.year for one in alone.members if one.year is not None}
    for name in full.full_names():
        for state, office, terms in _held().get(name, ()):
            if {(state, office), (None, office)} & offices and any(in_office(terms, year) for year in years):
                return (Reason(name="known holder of the office", weight=0.15),)
    return ()


@cache
def _held() -> dict[PersonName, tuple[tuple[str, str, Terms], ...]]:
    names = ((person_name(text), offices) for text, offices in held().items())
    return {name: offices for name, offices in names if name is not None}


def _link_bare(groups: Groups, called: dict[str, list[Group]]) -> None:
    """Join family names alone that nobody bears who is named in full."""
    known: dict[str, list[Group]] = defaultdict(list)
    for group in groups.all():
        if not group.is_person or group.names:
            continue
        for word in sorted(group.bare):
            if sound(word) in called or len(word) < SHORTEST_BARE:
                continue
            weight = 0.3 if word in given_names() else 0.5
            pairs = ((groups.of(one.first), groups.of(group.first)) for one in known[word][:MOST_IN_BLOCK])
            for one, other in pairs:
                reasons = _reasons_bare(groups, one, other, weight)
                if one is not other and reasons and _score(reasons) >= ENOUGH:
                    groups.join(one, other, reasons)
                    break
            else:
                known[word].append(group)


def _reasons_bare(groups: Groups, one: Group, other: Group, weight: float) -> Found:
    office = None if apart(one, other) else offices_alike(one, other)
    if office is None:
        return ()
    mine, yours = ({office.name for office in group.offices} & RANKED for group in (one, other))
    against = (Reason(name="other office", weight=-0.2),) if mine and yours and not mine & yours else ()
    found = Reason(name="same name of one word", weight=weight)
    return (found, *_by_office(office), *against, *groups.company(one, other))
