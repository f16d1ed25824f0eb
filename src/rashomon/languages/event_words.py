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


@cache
def _makers() -> frozenset[str]:
    return frozenset(table("english/events.toml")["making"]["verbs"].split())


def makes_come_about(lemma: str) -> bool:
    """Return whether what hangs on a verb is done when the verb is: "voted to ratify", "began to leave"."""
    return lemma in _makers()


@cache
def _supporting() -> frozenset[str]:
    return frozenset(table("english/events.toml")["making"]["nouns"].split())


def supports(lemma: str) -> bool:
    """Return whether a verb only lends itself to the noun of an act: "launched an offensive", "held a vote"."""
    return lemma in _supporting()


@cache
def _voting() -> frozenset[str]:
    return frozenset(table("english/events.toml")["voting"]["verbs"].split())


def is_voting(verb: str) -> bool:
    """Return whether a verb tells of what a body decides by vote."""
    return verb in _voting()


@cache
def _measures() -> frozenset[str]:
    return frozenset(table("english/events.toml")["measures"]["nouns"].split())


def is_measure(noun: str) -> bool:
    """Return whether a noun names what a body decides on by vote."""
    return noun in _measures()


@cache
def _weak() -> frozenset[str]:
    return frozenset(table("english/events.toml")["weak"]["verbs"].split())


def says_little(verb: str) -> bool:
    """Return whether a verb by itself does not say what happened."""
    return verb in _weak()
