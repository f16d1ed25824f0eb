"""Names of people and what they can tell of one another: given names, family names, those between, and endings."""

from dataclasses import dataclass
from functools import lru_cache

from rashomon.languages.name_words import name_words
from rashomon.languages.people import families_first, given_names, same_given
from rashomon.link.entities.words import CACHED, Words, letters, near, sound, words_of

ENDINGS = {"jr": "jr", "sr": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
Weighed = tuple[tuple[str, float], ...]
"""Reasons by name, each with its weight."""
SHORTEST_FULL = 2
FEMALE_ENDINGS = frozenset({"a", "e", "ia", "ina", "ine", "ette", "elle", "le"})
SHORTEST_STEM = 4
RARE_FROM = 5
"""Letters of a given name from which on it is rare when no table knows it."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name of a person, without titles."""

    words: Words
    ending: str | None
    """``"jr"``, ``"iii"`` ..."""

    @property
    def is_full(self) -> bool:
        """Whether it is more than one word, none of those that are known an initial alone."""
        return len(self.words) >= SHORTEST_FULL

    @property
    def family(self) -> str:
        """The word that the person is called by: the last, in East Asian names the first."""
        return self.words[0] if self.family_first else self.words[-1]

    @property
    def family_first(self) -> bool:
        """Whether the family name stands first, as far as the words tell: "Kim Jong Un", "Xi Jinping"."""
        if not self.is_full or self.words[0] not in families_first() or self.words[-1] in families_first():
            return False
        return self.words[0] not in given_names() or not (len(self.words) == 2 or self.words[1] in given_names())

    @property
    def starts_with_initial(self) -> bool:
        """Whether of the given name only the first letter is told."""
        return self.is_full and len(self.words[0]) == 1


@lru_cache(1)
def _titles() -> frozenset[str]:
    return frozenset(word.replace(".", "") for word in name_words("titles"))


@lru_cache(CACHED)
def person_name(text: str) -> PersonName | None:
    """Return the name of a person in a text; None when there is none beside titles."""
    words = words_of(text)
    while words and words[0] in _titles():
        words = words[1:]
    ending = None
    while len(words) > 1 and words[-1] in ENDINGS:
        ending, words = ENDINGS[words[-1]], words[:-1]
    return PersonName(words, ending) if words else None


def alike(one: PersonName, other: PersonName) -> Weighed | None:
    """Return why two full names can be one person's, each reason with its weight; None when they can't be.

    Empty when neither holds: another family name.
    """
    if one.ending and other.ending and one.ending != other.ending:
        return None
    whole = _alike_as_wholes(one.words, other.words)
    if whole is not None:
        return (whole,)
    if one.family_first or other.family_first:
        return _alike_eastern(one, other)
    family = _family(one, other)
    if family is None:
        return ()
    given = _given(one.words, other.words)
    if given is None or _middles_differ(one.words, other.words):
        return None if family[0] == "same family name" else ()
    rare = len(one.words[0]) >= RARE_FROM and one.words[0] == other.words[0] and one.words[0] not in given_names()
    return (family, given, ("rare given name", 0.1)) if rare else (family, given)


def _alike_as_wholes(one: Words, other: Words) -> tuple[str, float] | None:
    if letters(one) == letters(other):
        return "same name", 0.9
    short, long = sorted((one, other), key=len)
    if len(short) < len(long) and long[-len(short) :] == short:
        return "ends with the other name", 0.65
    return ("same words in another order", 0.7) if sorted(short) == sorted(long) else None


def _alike_eastern(one: PersonName, other: PersonName) -> Weighed | None:
    """Compare names of which the family name stands first: the same, and the given names spelled otherwise."""
    if one.words[0] != other.words[0]:
        return ()
    rest, others = letters(one.words[1:]), letters(other.words[1:])
    if sound(rest) == sound(others):
        return (("same family name", 0.45), ("given name spelled otherwise", 0.3))
    return None


def _family(one: PersonName, other: PersonName) -> tuple[str, float] | None:
    first, second = one.words[-1], other.words[-1]
    if first == second:
        return "same family name", 0.45
    if min(len(first), len(second)) > 1 and sound(first) == sound(second):
        return "family name spelled otherwise", 0.4
    return ("family names a letter apart", 0.2) if near(first, second) else None


def _given(one: Words, other: Words) -> tuple[str, float] | None:
    first, second = one[0], other[0]
    if first == second:
        return "same given name", 0.35
    if min(len(first), len(second)) == 1:
        return _given_by_initial(one, other)
    if _of_two_sexes(first, second):
        return None
    if sound(first) == sound(second):
        return "given name spelled otherwise", 0.3
    if same_given(first, second):
        return "short form of the given name", 0.3
    return ("given names a letter apart", 0.1) if near(first, second) else None


def _of_two_sexes(one: str, other: str) -> bool:
    """Return whether one given name is the other with an ending for women: "martin", "martina"."""
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORTEST_STEM and long.startswith(short) and long[len(short) :] in FEMALE_ENDINGS


def _given_by_initial(one: Words, other: Words) -> tuple[str, float] | None:
    """Compare "J. Smith" with "John Smith", and "J. Christopher Smith" with "Chris Smith"."""
    first, second = one[0], other[0]
    if first[0] == second[0]:
        return "initial of the given name", 0.2
    longer, called = (one, second) if len(first) == 1 else (other, first)
    second_given = any(len(word) > 1 and same_given(called, word) for word in longer[1:-1])
    return ("called by the second given name", 0.3) if second_given else None


def _middles_differ(one: Words, other: Words) -> bool:
    first, second = one[1:-1], other[1:-1]
    if not first or not second or len(one[0]) == 1 != len(other[0]):
        return False
    if len(first) != len(second):
        fewer, more = sorted((first, second), key=len)
        return not set(fewer) <= set(more) or all(len(word) == 1 for word in fewer)
    return any(
        mine != yours and not (mine[0] == yours[0] and 1 in {len(mine), len(yours)}) and sound(mine) != sound(yours)
        for mine, yours in zip(first, second, strict=True)
    )
