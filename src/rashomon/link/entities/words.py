"""Names as words that can be compared: plain letters, one spelling, and how near two spellings are."""

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA

from rashomon.languages.bodies import shortened, spellings

Words = tuple[str, ...]

LONGEST = 200
"""Characters of a name that are looked at."""
CACHED = 50_000
NEAR_FROM = 4
"""Letters from which on two words that differ in one letter are near."""
WORD = re.compile(r"[a-z0-9&]+(?:\.[a-z0-9]+)*")
POSSESSIVE = re.compile(r"'s?(?=\s|$)")
SOUNDS = {
    "zh": "j",
    "dj": "j",
    "kh": "k",
    "dh": "d",
    "gh": "g",
    "ph": "f",
    "ck": "k",
    "sch": "sh",
    "tsch": "ch",
    "tch": "ch",
    "q": "k",
    "x": "ks",
    "w": "v",
    "ou": "u",
    "oo": "u",
    "ee": "i",
    "oe": "o",
    "ue": "u",
    "ae": "a",
    "iy": "i",
    "ij": "i",
    "ie": "i",
    "ye": "e",
    "y": "i",
}
"""Letters and groups of letters by which spellings and transliterations of one name differ."""
SPELLED = re.compile("|".join(sorted(SOUNDS, key=len, reverse=True)))
DOUBLED = re.compile(r"(.)\1+")
SILENT = re.compile(r"(?<=[aeiou])h|(?<=..)[eh]$")


@lru_cache(CACHED)
def words_of(text: str) -> Words:
    """Return the words of a name: Latin letters in lower case, hyphens open, without points, "the" and possessives."""
    plain = POSSESSIVE.sub("", anyascii(text[:LONGEST]).casefold()).replace("'", "")
    words = [word.replace(".", "") for word in WORD.findall(plain)]
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return _shortened([spellings().get(word, word) for word in words])


def _shortened(words: list[str]) -> Words:
    found: list[str] = []
    for word in words:
        short = shortened().get((found[-1], word)) if found else None
        found[-1:] = [short] if short is not None else [*found[-1:], word]
    return tuple(found)


def letters(words: Words) -> str:
    """Return the letters of a name without what stands between its words."""
    return "".join(words)


@lru_cache(CACHED)
def sound(word: str) -> str:
    """Return what spellings and transliterations of one name share: "zelensky" and "zelenskyy" give "zelenski"."""
    heard = SPELLED.sub(lambda match: SOUNDS[match[0]], word)
    return SILENT.sub("", DOUBLED.sub(r"\1", heard))


@lru_cache(CACHED)
def near(one: str, other: str) -> bool:
    """Return whether two words differ in one letter or in the order of two, the first of short words excepted."""
    if min(len(one), len(other)) < NEAR_FROM or one[-1].isdigit() or other[-1].isdigit():
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1 and (one[0] == other[0] or len(one) > NEAR_FROM + 1)


def initials(words: Words, small: frozenset[str]) -> frozenset[str]:
    """Return the first letters of a name's words, with and without its small ones."""
    return frozenset({"".join(word[0] for word in words), "".join(word[0] for word in words if word not in small)})
