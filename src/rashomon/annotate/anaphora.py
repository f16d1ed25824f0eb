"""Which earlier telling of an event a definite noun takes up: "the vote", "this attack"."""

from collections.abc import Sequence

from spacy.tokens import Token

from rashomon.languages.event_families import families
from rashomon.languages.event_words import is_measure, is_voting
from rashomon.records.annotation import EventMention

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
TELLS_APART = frozenset({"nmod", "acl", "acl:relcl", "nmod:poss", "nummod"})
"""What hangs on a noun that says which one is meant; a place does not count, for it may be said again."""
OTHER = frozenset(
    {"other", "another", "new", "next", "latest", "last", "previous", "earlier", "first", "second", "third"}
)
REAL = frozenset({"happened", "ongoing"})
BALLOTS = frozenset({"vote", "ratify"})
"""Verbs that tell of a decision by vote whatever stands beside them."""
REACH = 24
"""Earlier tellings that are looked at."""


def taken_up(trigger: Token, kind: str, through: int | None, before: Sequence[EventMention]) -> int | None:
    """Return the place of the telling that an event takes up: the last one of its kind, else of its family.

    A noun does that is definite and says by itself no more of which event is meant; and a verb of what a body decides
    by vote, where what is decided on is definite: "ratified a pact ... voted to endorse the pact". All such decisions
    are of one family. ``through`` is the act by which this one comes about, and takes up itself what it does.
    """
    if not _is_bare(trigger) if trigger.pos_ == "NOUN" else not (is_voting(kind) and _decides_on_known(trigger)):
        return None
    near = range(len(before) - 1, max(-1, len(before) - 1 - REACH), -1)
    told = [place for place in near if before[place].status in REAL and place != through]
    if trigger.pos_ != "NOUN":
        return next((place for place in told if _decides(before[place])), None)
    same = next((place for place in told if before[place].kind == kind), None)
    if same is not None:
        return same
    own = families([trigger.lemma_.lower(), kind])
    return next((place for place in told if _is_akin(kind, own, before[place].kind)), None)


def _decides(event: EventMention) -> bool:
    """Return whether an event is a decision by vote, and not something else that the same verb tells."""
    if event.kind in BALLOTS:
        return True
    words = (word for actor in event.actors if actor.role == "patient" for word in actor.span.text.lower().split())
    return is_voting(event.kind) and any(map(is_measure, words))


def _decides_on_known(verb: Token) -> bool:
    """Return whether a verb has a definite measure beside it: "passed the bill", "voted for the treaty"."""
    return any(
        is_measure(child.lemma_.lower()) and any(below.lower_ in DEFINITE for below in child.children)
        for child in verb.children
        if child.dep_ in {"obj", "obl", "nsubj:pass"}
    )


def _is_bare(noun: Token) -> bool:
    """Return whether a noun is definite and nothing tells it apart but where it was."""
    before = {child.lower_ for child in noun.children if child.i < noun.i}
    apart = [
        child
        for child in noun.children
        if (child.i < noun.i and child.ent_type_) or (child.dep_ in TELLS_APART and child.ent_type_ != "place")
    ]
    return bool(before & DEFINITE) and not before & OTHER and not apart


def _is_akin(kind: str, own: frozenset[str], other: str) -> bool:
    return (is_voting(kind) and is_voting(other)) or bool(own & families([other]))
