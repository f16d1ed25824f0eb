"""Nouns that tell of events, and the verbs that tell of the same."""

from functools import cache

from rashomon.languages.tables import table


@cache
def _verbs() -> dict[str, str]:
    found: dict[str, str] = {}
    for verb, nouns in table("english/events.toml")["verbs"].items():
        for noun in nouns.split():
            found.setdefault(noun, verb)
    return found


def is_event_noun(lemma: str) -> bool:
    """Return whether a noun is known to tell of an event."""
    return lemma in _verbs()


def verb_of(lemma: str) -> str:
    """Return the verb that tells of the same event as a noun, the noun itself where none is known."""
    return _verbs().get(lemma, lemma)
