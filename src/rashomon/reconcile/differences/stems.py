"""The words of a clause that say something, by their stems, so that two clauses can be laid side by side."""

from collections.abc import Iterable
from functools import cache

from rashomon.languages.denials import denial_words
from rashomon.languages.event_families import stem
from rashomon.languages.number_words import number_words
from rashomon.languages.prose import content_words
from rashomon.languages.states import states
from rashomon.languages.thing_words import kind_of_thing
from rashomon.records import Span
from rashomon.text import words

Words = frozenset[str]


def without(clause: Span, parts: Iterable[Span]) -> list[str]:
    """Return the stretches of a clause that lie in none of its parts, nor are set off by commas between two of them."""
    found: list[str] = []
    at = clause.start
    for part in sorted(parts, key=lambda part: part.start):
        stretch = clause.text[max(0, at - clause.start) : max(0, part.start - clause.start)]
        if not (found and stretch.lstrip().startswith(",")):
            found.append(stretch)
        at = max(at, part.end)
    return [*found, clause.text[max(0, at - clause.start) :]]


def keys(texts: Iterable[str]) -> Words:
    """Return the stems of the words that say something, of one kind of things one stem; numbers as they are."""
    said = [word for text in texts for word in (*content_words(text), *filter(_is_number, words(text)))]
    return frozenset(_key(word) for word in said if word not in _saying_nothing())


def placed(texts: Iterable[str]) -> Words:
    """Return the stems of the words that say something, each behind the preposition that it hangs on: "in january"."""
    found: set[str] = set()
    for text in texts:
        preposition = ""
        for word in words(text):
            preposition = word if word in denial_words("placing") else preposition
            found.update(f"{preposition} {key}".lstrip() for key in keys([word]))
    return frozenset(found)


def _key(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("’s")
    single = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    state = states().get(single.capitalize())
    return state.code if state is not None else stem(kind_of_thing(single))


def numbers(texts: Iterable[str]) -> Words:
    """Return the numbers of phrases, in digits or in words; "thousands" is none."""
    return frozenset(word for text in texts for word in words(text) if _is_number(word))


def _is_number(word: str) -> bool:
    return word.isdecimal() or word in number_words().cardinals


@cache
def _saying_nothing() -> Words:
    """Return the words with which a clause is built: negations, auxiliaries, ever."""
    kinds = ("negations", "modal", "past", "until_now", "present", "empty")
    return frozenset().union(*(denial_words(kind) for kind in kinds))
