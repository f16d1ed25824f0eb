"""Through whom a claim reached the article, and what its speaker rests on."""

from collections.abc import Iterator, Sequence
from typing import Literal

from spacy.tokens import Token

from rashomon.annotate.discourse import Referent, noun_phrase
from rashomon.annotate.document import Document
from rashomon.annotate.speakers import Voice
from rashomon.annotate.statements import Statement
from rashomon.languages.publishers import agencies, outlets
from rashomon.languages.stances import reporting_words
from rashomon.records import Span

Carrier = Literal["outlet", "agency", "channel"]
HEARD = frozenset({"obj", "iobj", "obl"})


def tellers(statements: Sequence[Statement]) -> dict[int, Statement]:
    """Return by word the closest statement that tells it: "X reported that the ministry had said ...".

    Who is quoted "as saying" is told by whoever quotes, wherever that one's content is marked.
    """
    found: dict[int, Statement] = {}
    for statement in sorted(statements, key=lambda one: one.attribution.cue.start):
        for start, end in statement.contents:
            found.update(dict.fromkeys(range(start, end), statement))
    for statement in statements:
        cue = statement.attribution.cue.root
        if cue.lemma_.lower() in reporting_words("quoting"):
            found.update((child.i, statement) for child in cue.children if child.tag_ == "VBG" and child.i > cue.i)
    return found


def channels(statement: Statement) -> Iterator[tuple[int, int]]:
    """Yield the media that a speaker spoke to or through: "told KBS", "said on Twitter", "told reporters"."""
    cue = statement.attribution.cue.root
    for child in cue.children:
        if child.dep_ not in HEARD or statement.tells(child.i) or _is_source(child, statement):
            continue
        prepositions = {one.lower_ for one in child.children if one.dep_ == "case"}
        if prepositions and not prepositions & reporting_words("through"):
            continue
        start, end = noun_phrase(child)
        while end < len(cue.doc) and cue.doc[end].ent_iob_ == "I":
            end += 1
        if _is_channel(child, (start, end)):
            yield start, end


def ground(statement: Statement, document: Document) -> Span | None:
    """Return what the speaker rests on: "citing intelligence reports", "based on talks with mayors"."""
    cue = statement.attribution.cue.root
    for word in cue.subtree:
        if word.lemma_.lower() in reporting_words("ground") and word.i != cue.i and not statement.tells(word.i):
            if word.tag_ not in {"VBG", "VBN"} or word.head.i not in {cue.i, cue.head.i}:
                continue
            for child in word.children:
                if child.dep_ in HEARD and child.i > word.i:
                    return document.span(*noun_phrase(child))
    return None


def carrier(voice: Voice, mention: str) -> Carrier:
    """Return the role in a chain of someone who tells what another said, by name or mention ("the news agency X")."""
    referent = voice.referent
    names = _names(referent) if referent is not None else set()
    if names & agencies().by_form.keys() or "news agency" in mention.lower():
        return "agency"
    return "outlet" if names & outlets().by_form.keys() else "channel"


def _names(referent: Referent) -> set[str]:
    return set() if referent.cluster is None else {" ".join(form) for form in referent.cluster.forms}


def _is_source(token: Token, statement: Statement) -> bool:
    source = statement.attribution.source
    return source is not None and source.start <= token.i < source.end


def _is_channel(noun: Token, extent: tuple[int, int]) -> bool:
    if noun.lemma_.lower() in reporting_words("channels"):
        return True
    name = noun.doc[extent[0] : extent[1]].text.casefold().removeprefix("the ")
    short = noun.text.casefold()
    known = outlets().by_form.keys() | agencies().by_form.keys()
    return name in known or (short in known and noun.pos_ == "PROPN")
