"""How the accounts of one obligation relate: the same, one with more, or the same in other words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from rashomon.languages.provision_words import (
    into_force,
    is_duty,
    meaning_of,
    measure_kind,
    numbered_part,
    verb_forms,
    words_of,
)
from rashomon.reconcile.differences.stems import keys, numbers
from rashomon.records import Provision, Span
from rashomon.records.findings import Relation
from rashomon.text import words

SHARED = 3
"""Words that two tellings of one obligation have in common, at least, where the shorter has more than they share."""
FEWEST = 2
HALF = 0.5
"""Share of the shorter one's words that both have."""
MARKS = "“”\"'‘’,.;:()"
AT_ONCE = re.compile(r"\bat once\b")
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Version:
    """One account of a provision, and what its words say."""

    provision: Provision
    duty: Words
    condition: Words
    numbers: Words
    of_force: bool
    forbids: bool

    @property
    def more(self) -> Words:
        """What it tells besides the duty."""
        told = {"condition": self.provision.condition, "basis": self.provision.basis}
        return frozenset(name for name, span in told.items() if span is not None)

    @property
    def fullness(self) -> tuple[int, int]:
        """How much it tells."""
        return len(self.more), len(self.duty | self.condition)


def version(provision: Provision) -> Version:
    """Return a provision with what its words say; names are left out, for every duty of a treaty has its parties."""
    duty = _said(provision.obligation)
    condition = _said(provision.condition) if provision.condition is not None else frozenset()
    spans = [span for span in (provision.obligation, provision.condition) if span is not None]
    whole = numbered_part().sub("", " ".join(span.text for span in spans))
    return Version(
        provision=provision,
        duty=duty,
        condition=condition,
        numbers=numbers(_counts(whole)),
        of_force=into_force().search(whole) is not None,
        forbids=_forbids(provision.obligation),
    )


def related(found: Iterable[Provision]) -> tuple[Provision, ...]:
    """Return provisions by obligation, that of the first account first, each with its relation to that one.

    ``found`` is in record order. Of what one article tells of an obligation the fullest account is kept.
    """
    families: list[list[Version]] = []
    by_word: dict[str, list[int]] = {}
    for one in map(version, found):
        places = dict.fromkeys(place for word in _indexed(one) for place in by_word.get(word, ()))
        place = next((place for place in sorted(places) if _is_one(families[place][0], one)), None)
        if place is None:
            place = len(families)
            families.append([])
            for word in _indexed(one):
                by_word.setdefault(word, []).append(place)
        _add(families[place], one)
    return tuple(provision for family in families for provision in _told(family))


def _indexed(one: Version) -> Words:
    return frozenset({"into force"}) if one.of_force else one.duty


def _add(family: list[Version], one: Version) -> None:
    """Put a version into its family, in the place of a poorer one of its article."""
    for place, other in enumerate(family):
        if other.provision.article == one.provision.article:
            if one.fullness > other.fullness:
                family[place] = one
            return
    family.append(one)


def _told(family: Sequence[Version]) -> list[Provision]:
    first, *others = family
    related_ones = (msgspec.structs.replace(one.provision, relation=_relation(first, one)) for one in others)
    return [first.provision, *related_ones]


def _is_one(first: Version, other: Version) -> bool:
    """Return whether two accounts tell one obligation: they share its words, and give no other numbers."""
    if first.of_force or other.of_force:
        return first.of_force and other.of_force
    if first.numbers and other.numbers and first.numbers != other.numbers:
        return False
    if first.forbids != other.forbids:
        return False
    duty = first.duty & other.duty
    shared = (first.duty | first.condition) & (other.duty | other.condition)
    shorter = min(len(first.duty | first.condition), len(other.duty | other.condition))
    fewest = FEWEST if any(map(is_duty, duty)) else max(FEWEST, min(SHARED, shorter))
    return bool(duty) and len(shared) >= max(fewest, HALF * shorter)


def _relation(first: Version, other: Version) -> Relation:
    """Return how an account relates to the first of the same obligation."""
    if first.more != other.more and not first.of_force:
        return "finer" if first.more < other.more or other.more < first.more else "wording"
    mine, others = first.duty | first.condition, other.duty | other.condition
    if mine == others:
        return "same"
    return "finer" if mine < others or others < mine else "wording"


def _said(span: Span) -> Words:
    """Return what the words of a span mean, without names, parties, measures and the verbs by which these oblige."""
    text = AT_ONCE.sub("immediately", numbered_part().sub("", span.text))
    lower = (_bare(word) for word in text.replace("-", " ").split())
    found: set[str] = set()
    for word in lower:
        if not word[:1].isupper() and _says(word.lower()):
            meaning = meaning_of(word)
            found |= {meaning} if is_duty(meaning) or meaning != word else keys([word])
    return frozenset(found)


def _bare(word: str) -> str:
    return word.strip(MARKS).removesuffix("’s").removesuffix("'s")


def _forbids(obligation: Span) -> bool:
    """Return whether something may not be done: "bans", "shall not"."""
    said = words(obligation.text)
    lemmas = {lemma for word in said for lemma, _ in verb_forms().get(word, ())}
    negated = any(one in words_of("verbs", "modal") and other == "not" for one, other in pairwise(said))
    forbidding = words_of("verbs", "forbidding") | words_of("verbs", "keeping")
    return negated or "cannot" in said or not lemmas.isdisjoint(forbidding)


def _counts(text: str) -> Iterator[str]:
    """Yield the words of a text but those of a name, a date or the parties: "Sept. 11", "9/11", "one of the two"."""
    said = text.split()
    for before, word, behind in zip(["", *said], said, [*said[1:], ""], strict=False):
        of_name = word[:1].isdecimal() and before[:1].isupper()
        of_parties = behind.strip(MARKS) in words_of("parties", "words") or behind == "of"
        if "/" not in word and not of_name and not of_parties:
            yield word


def _says(word: str) -> bool:
    return (
        measure_kind(word.removesuffix("s")) is None
        and not word.isdecimal()
        and word not in verb_forms()
        and word not in words_of("parties", "words")
        and word not in words_of("parties", "empty")
        and word not in words_of("phrases", "ordinals")
        and not any(word in words_of("measures", kind) for kind in ("parts", "text"))
    )
