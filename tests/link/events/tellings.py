"""Articles made by hand for the tests of linking."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from functools import cache

import numpy as np

from rashomon.link.events.constraints import UNKNOWN, Facts
from rashomon.link.events.mentions import WIDTH, Mention, Telling, Vector, unit


@cache
def vector(words: str) -> Vector:
    """Return an embedding of some words, the same for the same words."""
    seed = int.from_bytes(hashlib.sha256(words.encode()).digest()[:8], "big")
    return unit(np.random.default_rng(seed).standard_normal(WIDTH).astype(np.float32))


def mention(article: str, place: int, clause: str, *, facts: Facts = UNKNOWN) -> Mention:
    """Return a mention told by a clause "agent verb patient more words"."""
    agent, verb, patient, *more = clause.split()
    around = frozenset({agent, patient, *more})
    return Mention(
        article=article,
        place=place,
        sentence=place // 20,
        kind=verb,
        words=(verb,),
        part_of_speech="VERB",
        telling="OCCURRENCE",
        status=facts.status,
        agents=frozenset({agent}),
        patients=frozenset({patient}),
        others=frozenset(more),
        around=around,
        beside=around,
        names=frozenset({agent}),
        facts=facts,
        in_context=unit(vector(verb) + vector(agent) + vector(patient)),
        alone=vector(verb),
        patient=vector(patient),
        of_sentence=unit(vector(agent) + vector(patient) + sum((vector(one) for one in more), vector(verb))),
    )


def telling(article: str, mentions: Sequence[Mention], topic: str = "") -> Telling:
    """Return an article with these mentions; ``topic`` are more words that it is about."""
    words = Counter(topic.split())
    for one in mentions:
        words.update([*one.words, *one.beside])
    names = Counter({name: 1 for one in mentions for name in one.names})
    return Telling(
        article=article,
        words=words,
        names=names,
        meaning=unit(sum((vector(word) for word in words), np.zeros(WIDTH, np.float32))),
        mentions=tuple(mentions),
    )
