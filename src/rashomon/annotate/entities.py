"""Which names of one article name the same: people by family and given names, bodies by short forms and acronyms.

What is said of several at once is left apart: two families of one name are told apart by given names and titles, and a
family name alone belongs to whoever was named last. Spelling variants across articles are the task of linking.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rashomon.annotate.document import Document
from rashomon.annotate.names import Name
from rashomon.languages.people import Gender
from rashomon.languages.states import state_name
from rashomon.records import Alias, Entity
from rashomon.records.findings import EntityType
from rashomon.records.ids import id_of

Words = tuple[str, ...]
SHARED_START = 2
"""Letters that two forms of a given name have in common: Mike, Michael."""
SMALL = frozenset({"of", "the", "and", "for", "&", "de", "in"})


@dataclass(slots=True, eq=False)
class Cluster:
    """What is known of one person, body, place or people in an article."""

    type: EntityType
    names: list[Name] = field(default_factory=list)
    forms: set[Words] = field(default_factory=set)
    """The words of its names, case folded."""
    gender: Gender | None = None
    called: set[str] = field(default_factory=set)
    """Nouns by which the text calls it."""
    state: str | None = None
    """Code of the state that it is, or that it is the capital or people of."""

    def add(self, name: Name) -> None:
        """Take one more name."""
        self.names.append(name)
        self.forms.add(_folded(name.words))
        self.gender = self.gender or name.gender
        self.called |= name.called

    def full(self) -> Name:
        """Return its longest name, of these the first."""
        return max(self.names, key=lambda name: (len(name.words), -name.start))


def clusters(names: Sequence[Name]) -> list[Cluster]:
    """Return what the names of an article name, in the order of the first names."""
    found: list[Cluster] = []
    by_key: dict[str, list[Cluster]] = defaultdict(list)
    for name in names:
        near = {id(cluster): cluster for key in _keys(name) for cluster in by_key[key]}
        cluster = _known(name, list(near.values()))
        if cluster is None:
            cluster = Cluster(name.type, state=name.state.code if name.state else None)
            found.append(cluster)
        cluster.add(name)
        for key in _keys(name):
            if cluster not in by_key[key]:
                by_key[key].append(cluster)
    return found


def _keys(name: Name) -> set[str]:
    """Return what two names of the same share at least one of: the state, the first or the last word, the initials."""
    if name.state is not None:
        return {f"state {name.state.code}"}
    words = _folded(name.words)
    keys = {words[0], words[-1]}
    if name.type != "person":
        keys |= {
            "".join(words).replace(".", ""),
            _initials(words),
            _initials(word for word in words if word not in SMALL),
        }
    return keys


def entity(cluster: Cluster, document: Document) -> Entity:
    """Return a cluster as an entity of the record, as far as one article tells."""
    spans = [document.span(name.start, name.end) for name in cluster.names]
    counts = Counter(span.text for span in spans)
    full = cluster.full()
    roles = dict.fromkeys(role for name in cluster.names for role in name.roles)
    return Entity(
        id=id_of("entity", spans[0]),
        type=cluster.type,
        name=" ".join(document.span(full.start, full.end).text.split()),
        aliases=tuple(Alias(text=text, count=count) for text, count in counts.items()),
        mentions=tuple(spans),
        roles=tuple(document.span(*role) for role in roles),
        part_of=None,
    )


def _known(name: Name, found: Sequence[Cluster]) -> Cluster | None:
    alike = [cluster for cluster in found if _same(name, cluster)]
    if not alike:
        return None
    exact = [cluster for cluster in alike if _folded(name.words) in cluster.forms]
    return max(exact or alike, key=lambda cluster: cluster.names[-1].start)


def _same(name: Name, cluster: Cluster) -> bool:
    if name.state is not None or cluster.state is not None:
        by = {one.state.by for one in cluster.names if one.state}
        code = name.state.code if name.state else None
        return code == cluster.state and name.state is not None and name.state.by in by
    words = _folded(name.words)
    if name.type == cluster.type == "person":
        if name.gender and cluster.gender and name.gender != cluster.gender:
            return False
        return any(_same_person(words, form) for form in cluster.forms)
    if words in cluster.forms:
        return True
    bodies = {"organization", "group", "law", "event", "other"}
    return name.type in bodies and cluster.type == name.type and any(_same_body(words, form) for form in cluster.forms)


def _same_person(one: Words, other: Words) -> bool:
    """Tell whether two names can be one person's."""
    if len(one) == 1 or len(other) == 1:
        short, long = sorted((one, other), key=len)
        return short[0] in {long[-1], long[0]} or short == long
    if one[-1] != other[-1]:
        return False
    first, second = one[0].rstrip("."), other[0].rstrip(".")
    letters = min(len(first), len(second), SHARED_START)
    if first[:letters] != second[:letters]:
        return False
    middle = [_initials(form[1:-1]) for form in (one, other)]
    return not (middle[0] and middle[1]) or middle[0] == middle[1]


def _same_body(one: Words, other: Words) -> bool:
    """Tell whether one name is short for the other: its last words, its first ones, or its initials."""
    short, long = sorted((one, other), key=lambda words: len("".join(words)))
    if len(short) > 1 and len(short) < len(long) and (long[-len(short) :] == short or long[: len(short)] == short):
        return True
    letters = "".join(short).replace(".", "")
    initials = "".join(word[0] for word in long if word not in SMALL)
    every = "".join(word[0] for word in long)
    return len(short) == 1 and len(letters) > 1 and letters in {initials, every}


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words)


def _folded(words: Words) -> Words:
    return tuple(word.casefold() for word in words)


def state_of(cluster: Cluster) -> str | None:
    """Return the name of the state that a cluster is, or is the capital of; None for peoples and all else."""
    if cluster.state is None or cluster.type != "place":
        return None
    return state_name(cluster.state)


def named_tokens(found: Iterable[Cluster]) -> Iterator[tuple[int, Cluster]]:
    """Yield every token of a name with what it names."""
    for cluster in found:
        for name in cluster.names:
            for place in range(name.start, name.end):
                yield place, cluster
