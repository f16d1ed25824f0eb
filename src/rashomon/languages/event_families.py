"""Which words may tell of one and the same happening: families of meaning, and the stems of words."""

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import combinations

from rashomon.languages.tables import table

TABLE = "english/event_families.toml"
SHORTEST_STEM = 4
VOWELS = "aeiou"
MOST_WORDS = 6
"""Words of a trigger whose pairs are looked up."""


@cache
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for family, words in table(TABLE)["families"].items():
        for word in words.split():
            found.setdefault(word, set()).add(family)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(table(TABLE)["stems"]["endings"].split(), key=lambda ending: (-len(ending), ending)))


def families(lemmas: Iterable[str]) -> frozenset[str]:
    """Return the families that the words of a trigger, or two of them together ("run away"), stand in."""
    words = list(dict.fromkeys(lemmas))[:MOST_WORDS]
    known = _families()
    keys = [*words, *(f"{one}_{other}" for one, other in combinations(words, 2))]
    return frozenset(name for key in keys for name in known.get(key, ()))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return a word, lower case, without its ending, so that words of one derivation are mostly alike."""
    word = word.lower()
    ending = next((one for one in _endings() if _ends(word, one)), "")
    word = word[: len(word) - len(ending)]
    return word[:-1] if len(word) > SHORTEST_STEM and word[-1] == word[-2] else word


def _ends(word: str, ending: str) -> bool:
    rest = len(word) - len(ending)
    return rest >= SHORTEST_STEM and word.endswith(ending) and not (ending == "y" and word[rest - 1] in VOWELS)
