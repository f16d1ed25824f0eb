"""Which house of a parliament acts: what tells the vote of one chamber from that of the other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal

from rashomon.languages.bodies import body_kinds
from rashomon.languages.chambers import chambers
from rashomon.languages.tables import table
from rashomon.records import Article, Entity, Span
from rashomon.text import alternatives, words

TABLE = "english/houses.toml"
KINDS = ("lower", "upper", "committee")
BESIDE = 60
"""Characters on either side of a name in which an apposition says what the body is."""


def _phrases(kind: str) -> str:
    return alternatives(" ".join(words) for words, known in body_kinds().items() if known == kind)


HOUSE = re.compile("|".join(rf"(?P<{kind}>\b(?:{_phrases(kind)})\b)" for kind in KINDS), re.IGNORECASE)
AFTER = re.compile(rf"\s?,\s(?:which is |that is )?the (?:[\w’']+ ){{0,3}}?(?:{HOUSE.pattern})", re.IGNORECASE)
BEFORE = re.compile(rf"(?:{HOUSE.pattern})(?: of [\w’' ]{{2,40}})?,\s(?:the )?$", re.IGNORECASE)


def house_in(text: str) -> str | None:
    """Return the house that a phrase names: lower, upper, committee; None for none and for several.

    A committee of a party is none: "the Central Committee".
    """
    found = {match.lastgroup for match in HOUSE.finditer(text)}
    house = found.pop() if len(found) == 1 else None
    return None if house == "committee" and set(words(text)) & house_words("partisan") else house


HouseWords = Literal["single", "all", "house", "committees", "partisan", "names", "others", "governed"]


@cache
def house_words(kind: HouseWords) -> frozenset[str]:
    """Return the words of one kind of the table, as they are written there."""
    return frozenset(word.replace("_", " ") for word in table(TABLE)[kind]["words"].split())


@cache
def members() -> dict[str, str]:
    """Return the house of those who are called by a noun: ``"lower"``, ``"upper"``, ``"open"``."""
    return {word: house for house, words in table(TABLE)["members"].items() for word in words.split()}


def houses(articles: Iterable[Article], entities: Sequence[Entity]) -> dict[str, str]:
    """Return which entities are a house of a parliament: by what an account calls them, else by their name.

    An apposition calls them so: "the Assembly of Deputies, the lower house of parliament".
    """
    texts = {article.id: article.text for article in articles}
    found = {}
    for entity in entities:
        if entity.type == "person":
            continue
        called = next(_called(entity.mentions, texts), None)
        named = {chamber.house for chamber in chambers().get(entity.name.lower(), ())}
        known = named.pop() if len(named) == 1 else house_in(entity.name)
        house = (called if called != "committee" else None) or known or called
        if house is not None:
            found[entity.id] = house
    return found


def _called(mentions: Iterable[Span], texts: dict[str, str]) -> Iterator[str]:
    for mention in mentions:
        text = texts[mention.article]
        after = AFTER.match(text, mention.end, mention.end + BESIDE)
        before = BEFORE.search(text, max(0, mention.start - BESIDE), mention.start)
        for match in (after, before):
            if match is not None and match.lastgroup is not None:
                yield match.lastgroup
