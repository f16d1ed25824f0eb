"""Which names of one article name the same: people by family and given names, bodies by short forms and acronyms.

What is said of several at once is left apart: two families of one name are told apart by given names and titles, and a
family name alone belongs to whoever was named last. Spelling variants across articles are the task of linking.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from rashomon.annotate.document import Document
from rashomon.annotate.names import Name
from rashomon.languages.people import Gender, people_nouns, same_given
from rashomon.languages.regions import regions
from rashomon.records import Alias, Entity
from rashomon.records.findings import EntityType
from rashomon.records.ids import id_of

Words = tuple[str, ...]
MOST_COMPARED = 8
"""Names that share a key with one and are laid beside it."""
BODIES = frozenset({"organization", "group", "law", "event", "other"})
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
    """Return what the names of an article name, in the order of the first names.

    A name is laid beside the few that were mentioned last of those that share a word with it, or its initials.
    """
    found: list[Cluster] = []
    by_key: dict[str, dict[int, Cluster]] = defaultdict(dict)
    for name in names:
        near = {
            number: cluster
            for key in _asked(name)
            for number, cluster in islice(reversed(by_key[key].items()), MOST_COMPARED)
        }
        cluster = _known(name, list(near.values()))
        if cluster is None:
            cluster = Cluster(name.type, state=name.state.code if name.state else None)
            found.append(cluster)
        cluster.add(name)
        for key in _answered(name):
            by_key[key].pop(id(cluster), None)
            by_key[key][id(cluster)] = cluster
    return found


def _answered(name: Name) -> set[str]:
    """Return the keys by which a name is found."""
    if name.state is not None:
        return {f"state {name.state.code}"}
    words = _folded(name.words)
    if len(words) == 1:
        return {f"short {words[0]}", f"short {words[0].replace('.', '')}"}
    found = {f"first {words[0]}", f"last {words[-1]}"}
    return found if name.type == "person" else {*found, *(f"letters {letters}" for letters in _initials(words))}


def _asked(name: Name) -> set[str]:
    """Return the keys of the names that may be the same: of long names those that end alike, of short ones all."""
    if name.state is not None:
        return {f"state {name.state.code}"}
    words = _folded(name.words)
    if len(words) > 1:
        short = {f"short {words[0]}", f"short {words[-1]}"} if name.type == "person" else set()
        letters = () if name.type == "person" else _initials(words)
        alike = {f"last {words[-1]}"} if name.type == "person" else {f"first {words[0]}", f"last {words[-1]}"}
        return {*alike, *short, *(f"short {written}" for written in letters)}
    spelled = words[0].replace(".", "")
    return {f"short {words[0]}", f"first {words[0]}", f"last {words[0]}", f"letters {spelled}"}


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
    """Return what a name names: what was named just so, then whom the gender fits, then what was mentioned last."""
    alike = [cluster for cluster in found if _same(name, cluster)]
    words = _folded(name.words)
    return max(
        alike,
        key=lambda cluster: (
            words in cluster.forms,
            name.gender is not None and cluster.gender == name.gender,
            cluster.names[-1].start,
        ),
        default=None,
    )


def _same(name: Name, cluster: Cluster) -> bool:
    if name.state is not None or cluster.state is not None:
        by = {one.state.by for one in cluster.names if one.state}
        code = name.state.code if name.state else None
        return code == cluster.state and name.state is not None and name.state.by in by
    words = _folded(name.words)
    if name.type == cluster.type == "person":
        if name.gender and cluster.gender and name.gender != cluster.gender:
            return False
        if _other_generation(name, cluster):
            return False
        full = [form for form in cluster.forms if len(form) > 1]
        return any(_same_person(words, form) for form in full or cluster.forms)
    if name.type not in BODIES or cluster.type != name.type:
        return words in cluster.forms
    return words in cluster.forms or (name.type != "other" and any(_same_body(words, form) for form in cluster.forms))


def _other_generation(name: Name, cluster: Cluster) -> bool:
    """Tell whether "Jr." stands with one full name only, or with one that comes after "President X"."""
    if len(name.words) == 1:
        return False
    if _is_kin(name, cluster):
        return True
    endings = {one.ending for one in cluster.names if len(one.words) > 1}
    return name.ending not in endings if endings else name.ending is not None and bool(cluster.called)


def _is_kin(name: Name, cluster: Cluster) -> bool:
    """Tell whether one of two full names that differ is called a relative: "George B. ... his son, George W. B."."""
    if _folded(name.words) in cluster.forms or all(len(form) == 1 for form in cluster.forms):
        return False
    return bool((name.called | cluster.called) & people_nouns("kin"))


def _same_person(one: Words, other: Words) -> bool:
    """Tell whether two names can be one person's."""
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return short[0] in {long[-1], long[0]}
    if len(short) < len(long) and long[-len(short) :] == short:
        return True
    if one[-1] != other[-1]:
        return False
    if not same_given(one[0], other[0]):
        return False
    middle = ["".join(word[0] for word in form[1:-1]) for form in (one, other)]
    return not (middle[0] and middle[1]) or middle[0] == middle[1]


def _same_body(one: Words, other: Words) -> bool:
    """Tell whether one name is short for the other: its last words, its first ones, or its initials."""
    short, long = sorted((one, other), key=lambda words: len("".join(words)))
    if 1 < len(short) < len(long) and (long[: len(short)] == short or _ends_name(short, long)):
        return True
    letters = "".join(short).replace(".", "")
    return len(short) == 1 and len(letters) > 1 and letters in _initials(long)


def _ends_name(short: Words, long: Words) -> bool:
    """Tell whether a name ends a longer one, and is no other body than that of a region: "Texas Supreme Court"."""
    return long[-len(short) :] == short and " ".join(long[: -len(short)]) not in _regions()


@cache
def _regions() -> frozenset[str]:
    return frozenset(form.casefold() for form in regions())


def _initials(words: Words) -> set[str]:
    """Return the first letters of a name's words, with and without its small ones."""
    letters = [word[0] for word in words if word[0].isalnum()]
    large = [word[0] for word in words if word[0].isalnum() and word not in SMALL]
    return {"".join(letters), "".join(large)}


def _folded(words: Words) -> Words:
    return tuple(word.casefold() for word in words)
