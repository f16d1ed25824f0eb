"""Which groups of bodies, places and peoples are one: acronyms, short forms, other spellings, states left unsaid."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from rashomon.languages.bodies import narrowing, shortened, state_heads
from rashomon.languages.name_words import people_pattern
from rashomon.languages.offices import office_words
from rashomon.languages.people import people_nouns
from rashomon.languages.regions import regions
from rashomon.languages.states import states
from rashomon.link.entities.bodies import SMALL, Body
from rashomon.link.entities.groups import CLEARLY, ENOUGH, Group, Groups, Reason
from rashomon.link.entities.named import Key, Named, identities
from rashomon.link.entities.people_links import families
from rashomon.link.entities.words import Words, initials, letters, sound, words_of

SHORTEST_SPELLED = 5
"""Letters of a name from which on another spelling of it is looked for."""
SHORTEST = 3
"""Letters of a name by which what is marked a person's here and a body's there is the same."""
MOST_ASKED = 20
"""Groups that share a key with one and are laid beside it."""
LONGEST_SHORT = 6
"""Words of a name that may be short for a longer one."""
GATHERED = frozenset({"organization", "group"})
DIRECTIONS = frozenset({"north", "south"})

Found = tuple[Reason, ...]
Index = Mapping[Key, list[Group]]


def link_bodies(groups: Groups) -> None:
    """Join the groups of bodies, places and peoples that are one, and names marked as a person's here and there."""
    _link_doubtful(groups)
    _link_people_as_bodies(groups)
    _link_alone_in_article(groups)
    _link_stateless(groups)
    things = [group for group in groups.all() if not group.is_person]
    index = _index(things)
    choices = [(group, _choice(groups, group, index)) for group in things]
    for group, choice in choices:
        if choice is not None:
            one, other = groups.of(group.first), groups.of(choice[0].first)
            if one is not other and not _apart(one, other):
                groups.join(other, one, choice[1])


def _link_doubtful(groups: Groups) -> None:
    """Join what is marked as a person here and as a body or place there, when no one is called so in full."""
    people = families(groups)
    known: dict[str, Group] = {}
    for group in groups.all():
        if not group.is_person:
            known.setdefault(letters(group.lead.bodies[0].words), group)
    for group in groups.all():
        if not group.is_person or not all(one.is_doubtful for one in group.members):
            continue
        words = group.first.bodies[0].words
        other = known.get(letters(words))
        is_name = len(letters(words)) >= SHORTEST and not (len(words) == 1 and sound(words[0]) in people)
        if other is not None and is_name:
            reason = Reason(name="same name, taken for a person's", weight=0.5)
            found = (reason, *groups.company(group, groups.of(other.first)))
            if _score(found) >= ENOUGH:
                groups.join(groups.of(other.first), group, found)


def _link_people_as_bodies(groups: Groups) -> None:
    """Join a family name marked as a body's or place's ("the Obama White House") with the one person of that name."""
    called = families(groups)
    for group in groups.all():
        full = group.lead.bodies[0]
        if group.is_person or not _may_be_family_name(group.lead):
            continue
        known = called.get(sound(full.words[0]), [])
        if len(known) != 1 or full.words[0] not in _family_names(known[0]):
            continue
        reason = _reason_as_person(group, known[0], full.words[0])
        found = (reason, *groups.company(group, known[0])) if reason is not None else ()
        if found and _score(found) >= ENOUGH:
            groups.join(groups.of(known[0].first), group, found)


def _reason_as_person(group: Group, person: Group, word: str) -> Reason | None:
    """Return why a name that is marked as a body's or place's may be a person's family name.

    A company is called after its founder, and a town like a statesman: accounts must call the person so at least as
    often, or the person hold an office now.
    """
    is_place = any(one.entity.type == "place" for one in group.members)
    if is_place and not group.articles & person.articles:
        return None
    times = sum(len(one.entity.mentions) for one in group.members)
    alone = sum(
        alias.count for one in person.members for alias in one.entity.aliases if words_of(alias.text) == (word,)
    )
    if alone >= times:
        return Reason(name="family name alone, as in other accounts, taken for a body's", weight=0.6)
    if any(office.held for office in person.offices) and not is_place:
        return Reason(name="family name alone, taken for a body's", weight=0.5)
    return None


def _may_be_family_name(one: Named) -> bool:
    full = one.bodies[0]
    known = one.state or one.chamber or full.publisher or full.seat or full.kind or full.region
    return not known and len(full.words) == 1 and one.entity.name[:1].isupper()


def _family_names(group: Group) -> set[str]:
    return {name.family for name in group.names} or group.bare


def _link_alone_in_article(groups: Groups) -> None:
    """Join "the Council" with the one body of its article whose name is built on that word."""
    by_article: dict[str, list[Named]] = defaultdict(list)
    for group in groups.all():
        for one in group.members:
            if not one.is_person:
                by_article[one.article].append(one)
    for found in by_article.values():
        for one in sorted(found, key=lambda other: other.order):
            word = _noun_alone(one)
            heads = {id(groups.of(other)): other for other in found if word is not None and _head(other) == word}
            if not heads and one.state is None and len(one.bodies[0].words) == 1:
                word = one.bodies[0].words[0]
                heads = {id(groups.of(other)): other for other in found if _is_called(other, word)}
            if len(heads) == 1 and word is not None:
                (whole,) = heads.values()
                reason = Reason(name="the only body of the article that is one", weight=0.6)
                groups.join(groups.of(whole), groups.of(one), [reason])


def _link_stateless(groups: Groups) -> None:
    """Join bodies of one kind whose state is left unsaid, with one another and with the one whose state is said."""
    unsaid: dict[str, list[Group]] = defaultdict(list)
    owners: dict[str, dict[str, Group]] = defaultdict(dict)
    for group in groups.all():
        one = group.lead
        kind = one.bodies[0].kind
        if group.is_person or kind is None or one.state is not None or one.chamber is not None:
            continue
        if one.owner is None and not identities(one):
            unsaid[kind].append(group)
        elif one.owner is not None:
            owners[kind][one.owner] = group
    for kind, several in unsaid.items():
        known = owners.get(kind, {})
        if len(known) > 1:
            continue
        first = next(iter(known.values()), several[0])
        for group in several:
            if not first.owners <= group.lead.around:
                continue
            name = "same kind of body, its state left unsaid"
            found = (Reason(name=name, weight=0.5), *groups.company(first, group))
            if groups.of(first.first) is not groups.of(group.first) and _score(found) >= ENOUGH:
                groups.join(groups.of(first.first), groups.of(group.first), found)


def _noun_alone(one: Named) -> str | None:
    """Return the noun for a body that a name consists of."""
    words = one.bodies[0].words
    alone = len(one.bodies) == 1 and len(words) == 1 and one.chamber is None and one.bodies[0].seat is None
    return words[0] if alone and words[0] in people_nouns("bodies") | {"assembly"} else None


def _is_called(one: Named, word: str) -> bool:
    """Return whether a body is called by one word of its name: a paper by the last, a ministry by its field."""
    full = one.bodies[0]
    if len(full.words) > 1 and full.publisher is not None:
        return word == full.words[-1] or full.words == (word, "news")
    return full.kind is not None and full.kind == f"{office_words('fields').get((word,))} ministry"


def _head(one: Named) -> str | None:
    """Return the noun that the name of a body is built on: the last one, or that before "of" and "for"."""
    words = one.bodies[0].words
    if len(words) == 1 or one.entity.type not in {"organization", "group"}:
        return None
    return next((before for before, after in pairwise(words) if after in {"of", "for"}), words[-1])


def _index(things: Sequence[Group]) -> Index:
    """Return the groups by what others may call them by."""
    found: dict[Key, dict[int, Group]] = defaultdict(dict)
    places = {one.bodies[0].words for group in things for one in group.members if one.entity.type == "place"}
    for group in things:
        for one in group.members:
            words = one.bodies[0].words
            team = [("team", words[-1])] if words[:-1] in places and one.entity.type in GATHERED else []
            for key in (*_answered(one), *team):
                found[key][id(group)] = group
    return {key: list(known.values()) for key, known in found.items()}


def _answered(one: Named) -> Iterator[Key]:
    full = one.bodies[0]
    for body in one.bodies:
        yield "letters", letters(body.words)
        if body.owner is not None:
            yield "rest", letters(body.rest)
        if len(body.words) > 1:
            yield from (("initials", found) for found in initials(body.words, SMALL))
            if body.words[0] in shortened().values():
                yield from (("initials", body.words[0] + found) for found in initials(body.words[1:], SMALL))
            if body.words[-1] == "department":
                yield from (
                    ("initials", found) for found in initials(("department", "of", *body.words[:-1]), frozenset())
                )
            if body.words != body.rest:
                yield from (("initials", found) for found in initials(body.rest, SMALL))
    for size in range(2, min(len(full.words), LONGEST_SHORT)):
        yield "begins", *full.words[:size]
        yield "ends", *full.words[-size:]
    if one.state is None and len(letters(full.words)) >= SHORTEST_SPELLED:
        yield "sound", *map(sound, full.words)
    if one.chamber is not None:
        yield "chamber", one.chamber.state, one.chamber.house
    if full.kind is not None and one.owner is not None:
        yield "kind", full.kind
    if one.state is not None and one.state.by == "name" and full.words[0] in DIRECTIONS:
        yield "direction", full.words[0]


def _choice(groups: Groups, group: Group, index: Index) -> tuple[Group, Found] | None:
    """Return the group that a name means best, when it is clearly better than all others."""
    best: dict[int, tuple[float, Group, Found]] = {}
    one = group.lead
    for key, reason in _asked(one, index):
        for other in index.get(key, ())[:MOST_ASKED]:
            if other is group or _apart(group, other) or not _fits(one, other, key):
                continue
            found = (reason, *groups.company(group, other))
            if id(other) not in best or _score(found) > best[id(other)][0]:
                best[id(other)] = (_score(found), other, found)
    ranked = sorted(best.values(), key=lambda found: (-found[0], found[1].first.order))
    if not ranked or ranked[0][0] < ENOUGH or (len(ranked) > 1 and round(ranked[0][0] - ranked[1][0], 2) < CLEARLY):
        return None
    return ranked[0][1], ranked[0][2]


def _asked(one: Named, index: Index) -> Iterator[tuple[Key, Reason]]:
    """Yield the keys by which what a name may mean is found, and the reason that each is."""
    full = one.bodies[0]
    written = letters(full.words)
    if one.state is not None or full.region is not None:
        return
    if full.kind is not None and one.owner is None and ("kind", full.kind) in index:
        return
    for body in one.bodies:
        short = body.words
        if (len(short) > 1 or short[:1] != (_noun_alone(one),)) and (
            body is full or full.words[-len(short) :] != short
        ):
            yield ("letters", letters(short)), Reason(name="another account calls it so", weight=0.6)
    yield from _asked_as_short(one)
    if one.owner is None and _says_enough(one):
        yield ("rest", written), Reason(name="same name, its state left unsaid", weight=0.5)
    if one.owner is None:
        for chamber in full.chambers:
            yield ("chamber", chamber.state, chamber.house), Reason(name="a chamber called so", weight=0.5)
    if len(written) >= SHORTEST_SPELLED:
        yield ("sound", *map(sound, full.words)), Reason(name="spelled otherwise", weight=0.5)


def _asked_as_short(one: Named) -> Iterator[tuple[Key, Reason]]:
    """Yield the keys by which the full names are found that a name may be short for."""
    full = one.bodies[0]
    written = letters(full.words)
    if len(full.words) == 1 and SHORTEST <= len(written) <= len(one.entity.name) and one.entity.name.isupper():
        yield ("initials", written), Reason(name="its initials", weight=0.5)
    if len(full.words) == 1 and full.words[0] in DIRECTIONS and one.entity.type == "place":
        yield ("direction", full.words[0]), Reason(name="the only state called so", weight=0.6)
    if len(full.words) > 1 and one.entity.type not in {"place", "other"} and full.kind is None:
        yield ("begins", *full.words), Reason(name="begins the full name", weight=0.5)
        yield ("ends", *full.words), Reason(name="ends the full name", weight=0.45)
    elif _may_be_team(one):
        yield ("team", written), Reason(name="the team of a place", weight=0.5)


def _says_enough(one: Named) -> bool:
    """Return whether a name says what it is without its state: "Consulate", "Fish and Wildlife Service"."""
    words = one.bodies[0].words
    return len(words) > 1 or one.entity.type == "place" or words[0] in state_heads()


def _may_be_team(one: Named) -> bool:
    """Return whether a word may be what the team of a place is called: a plural that is no people's or party's."""
    full = one.bodies[0]
    plural = len(full.words) == 1 and full.words[0].endswith("s") and one.entity.type in GATHERED
    return plural and full.kind is None and full.publisher is None and people_pattern().fullmatch(full.words[0]) is None


def _fits(one: Named, other: Group, key: Key) -> bool:
    """Return whether what a key says of two groups holds in their other words and articles."""
    full = other.lead.bodies[0]
    by = key[0]
    if by == "letters":
        return key[1] in {letters(one.bodies[0].words), letters(full.words)}
    if by in {"begins", "ends"}:
        short = len(key) - 1
        said = full.words[:-short] if by == "ends" else full.words[short:]
        return other.lead.entity.type == one.entity.type and full.region is None and not _narrows(said, full)
    if by == "direction":
        return any(member.article == one.article for member in other.members)
    if by == "sound":
        return one.article not in other.articles and other.lead.state is None
    return True


def _narrows(said: Words, full: Body) -> bool:
    """Return whether words beside a name make it that of a part: a region's party, a society's branch in a state."""
    return not (_words_of_places() | narrowing()).isdisjoint(said) or full.owner is not None


@cache
def _words_of_places() -> frozenset[str]:
    of_states = {word for form in states() if " " not in form for word in words_of(form)}
    return frozenset(of_states | {word for form in regions() for word in words_of(form)})


def _apart(one: Group, other: Group) -> bool:
    """Return whether two groups are bodies of different states."""
    return bool(one.owners and other.owners and not one.owners & other.owners)


def _score(reasons: Found) -> float:
    return round(sum(reason.weight for reason in reasons), 2)
