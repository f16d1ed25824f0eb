"""Groups of entities that are the same, each with the reasons, and what keeps two groups apart."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rashomon.languages.people import Gender
from rashomon.link.entities.named import Key, Named, identities
from rashomon.link.entities.offices import Office, other_office, same_office
from rashomon.link.entities.people import PersonName, alike
from rashomon.link.entities.words import sound

ENOUGH = 0.6
"""Score from which on two groups are one."""
CLEARLY = 0.15
"""How much better than with another group the score must be where both would do."""
MOST_NAMES = 12
"""Names of one group that are compared, the fullest first."""
MOST_ARTICLES = 12
"""Articles of one group that are laid beside those of another."""
SHARED = 2
"""Names in common by which two articles tell of the same; in short ones fewer do, if they are one in ``SHARE``."""
SHARE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason why two entities are the same."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two entities of articles that were found to be the same: their ids, and why."""

    one: str
    other: str
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """The sum of the weights."""
        return round(sum(reason.weight for reason in self.reasons), 2)


@dataclass(slots=True, eq=False)
class Group:
    """Entities of articles that are the same."""

    members: list[Named] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    names: dict[PersonName, None] = field(default_factory=dict)
    bare: set[str] = field(default_factory=set)
    genders: Counter[Gender] = field(default_factory=Counter)
    offices: set[Office] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    first: Named = field(init=False)
    """The member that stands first, in an order that does not depend on that of the articles."""

    def add(self, one: Named) -> None:
        """Take one more."""
        self.first = one if not self.members or one.order < self.first.order else self.first
        self.members.append(one)
        self.articles.add(one.article)
        self.names.update(dict.fromkeys(one.names))
        self.bare |= one.bare
        self.genders.update([one.gender] if one.gender else [])
        self.offices |= one.offices
        self.owners |= {one.owner} if one.owner else set()

    @property
    def is_person(self) -> bool:
        """Whether its members are people, or marked so for want of better."""
        return all(one.is_person for one in self.members)

    @property
    def gender(self) -> Gender | None:
        """Who is meant by "he" or "she" in most of its articles."""
        ranked = self.genders.most_common()
        return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None

    @property
    def lead(self) -> Named:
        """The first member that is not taken for a person, if there is one."""
        things = [one for one in self.members if not one.is_person]
        return min(things, key=lambda one: one.order) if things else self.first

    def full_names(self) -> list[PersonName]:
        """Return its names of two words or more that are compared."""
        return sorted(self.names, key=lambda name: (-len(name.words), name.words, name.ending or ""))[:MOST_NAMES]


class Groups:
    """All entities of a story in groups; at first those are together that are the same for certain."""

    def __init__(self, entities: Sequence[Named]) -> None:
        """Take the entities of the story, in any order."""
        self.merges: list[Merge] = []
        self._of: dict[str, Group] = {}
        self._company = _Company(entities)
        keyed: dict[Key, Named] = {}
        for one in sorted(entities, key=lambda one: one.order):
            self._of[one.entity.id] = Group()
            self._of[one.entity.id].add(one)
            for key, reason in identities(one):
                known = self.of(keyed.setdefault(key, one))
                if not (one.is_person and apart(self.of(one), known)):
                    self.join(known, self.of(one), [Reason(name=reason, weight=1.0)])

    def of(self, one: Named) -> Group:
        """Return the group of an entity."""
        return self._of[one.entity.id]

    def all(self) -> list[Group]:
        """Return the groups in an order that does not depend on that of the articles."""
        return sorted({id(group): group for group in self._of.values()}.values(), key=lambda group: group.first.order)

    def join(self, one: Group, other: Group, reasons: Iterable[Reason]) -> Group:
        """Make two groups one."""
        if one is other:
            return one
        self.merges.append(Merge(one=one.first.entity.id, other=other.first.entity.id, reasons=tuple(reasons)))
        larger, smaller = (one, other) if len(one.members) >= len(other.members) else (other, one)
        for member in smaller.members:
            larger.add(member)
            self._of[member.entity.id] = larger
        return larger

    def company(self, one: Group, other: Group) -> Iterator[Reason]:
        """Yield a reason when the articles of two groups tell of the same."""
        if self._company.shared(one, other):
            yield Reason(name="named in the same company", weight=0.15)


class _Company:
    """Which articles name the same beside what is compared."""

    def __init__(self, entities: Sequence[Named]) -> None:
        self._keys: dict[str, set[Key]] = {}
        for one in entities:
            self._keys.setdefault(one.article, set()).update(_called(one))

    def shared(self, one: Group, other: Group) -> bool:
        """Return whether an article of one group names what an article of the other does."""
        own = _called(one.first) | _called(other.first)
        return any(
            self._together(first, second, own)
            for first in sorted(one.articles)[:MOST_ARTICLES]
            for second in sorted(other.articles)[:MOST_ARTICLES]
        )

    def _together(self, first: str, second: str, own: set[Key]) -> bool:
        mine, yours = self._keys[first] - own, self._keys[second] - own
        shared = len(mine & yours)
        return shared >= SHARED or 0 < min(len(mine), len(yours)) <= shared * SHARE


def _called(one: Named) -> set[Key]:
    return {key for key, _ in identities(one)} or {("letters", *one.bodies[0].words)}


def apart(one: Group, other: Group) -> bool:
    """Return whether two groups of people can't be one: named apart in one article, other sexes, other given names."""
    if one is other:
        return False
    if _side_by_side(one, other) or (one.gender and other.gender and one.gender != other.gender):
        return True
    return any(alike(name, another) is None for name in one.full_names() for another in other.full_names())


def _side_by_side(one: Group, other: Group) -> bool:
    """Return whether one article names both, and not as two spellings that sound the same."""
    shared = one.articles & other.articles
    mine, yours = ([member for member in group.members if member.article in shared] for group in (one, other))
    return bool(shared) and len({heard for member in (*mine, *yours) for heard in _heard(member)}) > 1


def _heard(one: Named) -> list[str]:
    """Return how the names of someone sound; something of its own when there is none in full."""
    return ["".join(map(sound, name.words)) + (name.ending or "") for name in one.names] or [one.entity.id]


def offices_alike(one: Group, other: Group) -> float | None:
    """Return how much the offices of two groups of people speak for one person; None when they speak against it."""
    pairs = [(mine, yours) for mine in one.offices for yours in other.offices]
    if any(other_office(mine, yours) for mine, yours in pairs):
        return None
    return max((same_office(mine, yours) for mine, yours in pairs), default=0.0)
