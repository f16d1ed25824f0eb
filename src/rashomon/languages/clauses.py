"""Clauses that hang on others, told by the words with which they begin."""

from functools import cache

from rashomon.languages.event_words import is_event_noun
from rashomon.languages.tables import table

INFINITIVE = "to"


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(table("english/clauses.toml")["words"][kind].split())


def is_named(clause: str, word: str, place: int) -> bool:
    """Return whether ``word``, which begins at ``place`` of its clause, tells of an event as a noun: "the vote"."""
    before = clause[:place].split()[-1:]
    return is_event_noun(word.lower()) and not (before and before[0].lower() in _words("verbal"))


def hangs_on(clause: str, word: str, place: int) -> bool:
    """Return whether a clause is told as part of another: "who resigned", "before he left", "during a visit".

    So is one without a subject before its verb: "seized by the police", "citing sources". ``word`` tells the event and
    begins at ``place`` of the clause.
    """
    if is_named(clause, word, place):
        first = clause[:place].split(maxsplit=1)
        return bool(first) and first[0].lower() in _words("prepositions")
    first = clause.split(maxsplit=1)
    if place == 0 or not first or first[0] == INFINITIVE or first[0] in _words("relatives"):
        return True
    return first[0].lower() in _words("subordinators") and "," not in clause[:place]


def takes_up(clause: str) -> bool:
    """Return whether a clause begins by taking up what was named before: "he resigned", "this move came"."""
    first = clause.split(maxsplit=1)
    return bool(first) and first[0].lower() in _words("taking_up")
