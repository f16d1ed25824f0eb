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
def _group(name: str, words: str = "verbs") -> frozenset[str]:
    return frozenset(table("english/events.toml")[name][words].split())


def makes_come_about(lemma: str) -> bool:
    """Return whether what hangs on a verb is done when the verb is: "voted to ratify", "began to leave"."""
    return lemma in _group("making")


def supports(lemma: str) -> bool:
    """Return whether a verb only lends itself to the noun of an act: "launched an offensive", "held a vote"."""
    return lemma in _group("making", "nouns")


def brings_to_nothing(lemma: str) -> bool:
    """Return whether what hangs on a verb is not done when the verb is: "refused to say", "failed to pass"."""
    return lemma in _group("making", "nothing")


def takes_for_granted(lemma: str) -> bool:
    """Return whether a verb speaks of an act that was done already: "override the veto", "lift the ban"."""
    return lemma in _group("making", "granted")


def schedules(lemma: str) -> bool:
    """Return whether a verb says for when something is planned: "the vote is set for Tuesday"."""
    return lemma in _group("making", "scheduling")


def is_undergone(verb: str) -> bool:
    """Return whether who owns the noun of an act has undergone it: "Comey's firing", "the minister's arrest"."""
    return verb in _group("undergone")


def is_voting(verb: str) -> bool:
    """Return whether a verb tells of what a body decides by vote."""
    return verb in _group("voting")


def is_measure(noun: str) -> bool:
    """Return whether a noun names what a body decides on by vote."""
    return noun in _group("measures", "nouns")


def says_little(verb: str) -> bool:
    """Return whether a verb by itself does not say what happened."""
    return verb in _group("weak")


def adds_little(noun: str) -> bool:
    """Return whether a noun beside a verb that says little does not say what happened either: "took action"."""
    return noun in _group("weak", "nouns")
