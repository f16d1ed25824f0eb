"""Names of people, bodies, places and peoples in one article, cleaned of what is no part of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.annotate.document import Document
from rashomon.languages.name_words import name_words
from rashomon.languages.people import Gender, gender_of, gender_of_noun, offices, people_nouns
from rashomon.languages.states import State, states
from rashomon.records.findings import EntityType

ENDINGS = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
"""After a person's name, and no part of it by which the person is called."""
COURTESY = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir", "dr", "dr.", "lady", "lord"})
"""Titles that say nothing of what someone does."""
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
PARTY = re.compile(r"[RDI](?:-\s?[A-Z][\w.]*)?")
"""The party and state of a lawmaker: "(R-Ariz.)"."""
DOER = re.compile(r"\w{2,}(?:er|or|ist|ian|ant|man|woman|ess|eer|ee)")
"""How nouns for those who do something end."""
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
SHORTEST_SHOUT = 3
"""Letters above which a word in capitals is shouted, and no acronym."""
LONGEST_ROLE = 8
"""Words before a name that are looked at for a role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One mention of something by its name: the tokens ``start`` to ``end`` (exclusive)."""

    start: int
    end: int
    type: EntityType
    words: tuple[str, ...]
    """Its words, without titles and endings."""
    ending: str | None = None
    """"jr" or "iii", which tells a son from his father."""
    state: State | None
    gender: Gender | None
    roles: tuple[tuple[int, int], ...]
    """Where the text says what the person is, as first token and token after the last."""
    called: frozenset[str]
    """Lemmas of the nouns by which the text calls the person beside the name."""


def names(document: Document) -> list[Name]:
    """Return the names of an article in their order.

    A proper noun that no mark covers is a person's name when it is the family name of one who is named in full.
    """
    doc = document.doc
    found = [name for start, end, kind in _extents(doc) if (name := _name(doc, start, end, kind))]
    families = {name.words[-1] for name in found if name.type == "person" and len(name.words) > 1}
    missed = [token for token in doc if token.text in families and not token.ent_type_ and token.pos_ == "PROPN"]
    found += [name for token in missed if (name := _name(doc, token.i, token.i + 1, "person"))]
    return sorted(found, key=lambda name: name.start)


def _extents(doc: Doc) -> Iterator[tuple[int, int, EntityType]]:
    """Yield the extents of names; the parts of one person's name that stand side by side are one."""
    waiting: tuple[int, int, EntityType] | None = None
    for entity in doc.ents:
        start, end, kind = entity.start, entity.end, entity.label_
        if waiting and waiting[1] == start and waiting[2] == kind == "person" and not doc[start].is_punct:
            waiting = (waiting[0], end, "person")
            continue
        if waiting:
            yield waiting
        waiting = (start, end, kind)
    if waiting:
        yield waiting


def _name(doc: Doc, start: int, end: int, kind: EntityType) -> Name | None:
    while start < end and (doc[start].is_space or doc[start].is_punct or doc[start].lower_ == "the"):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in POSSESSIVE):
        end -= 1
    titled = start
    if kind == "person":
        while start < end and doc[start].lower_ in name_words("titles"):
            start += 1
    if start >= end or not any(character.isalpha() for character in doc[start].text):
        return None
    if PARTY.fullmatch(doc[start:end].text):
        return None
    text = " ".join(doc[start:end].text.split())
    state = states().get(text) or (
        states().get(text.title()) if text.isupper() and len(text) > SHORTEST_SHOUT else None
    )
    if state is not None:
        kind = "group" if state.by == "people" else "place"
        start = titled if titled < start and kind == "place" else start
    words = tuple(token.text for token in doc[start:end] if not token.is_space)
    if kind != "person":
        return Name(
            start=start, end=end, type=kind, words=words, state=state, gender=None, roles=(), called=frozenset()
        )
    ending = next((word.lower().rstrip(".") for word in words[1:] if word.lower() in ENDINGS), None)
    words = tuple(word for word in words if word.lower() not in ENDINGS and word != ",") or words
    roles = [role for role in _roles(doc, titled, start, end) if _is_role(doc[role[0]])]
    called = frozenset(noun for head, _, _ in roles for noun in called_by(doc[head]))
    titles = [token.text for token in doc[titled:start]]
    before = [doc[titled - 1].text] if titled and doc[titled - 1].lower_ in name_words("titles") else []
    gender = gender_of([*before, *titles, *words])
    gender = gender or next((found for noun in sorted(called) if (found := gender_of_noun(noun))), None)
    return Name(
        start=start,
        end=end,
        type=kind,
        words=words,
        ending=ending,
        state=None,
        gender=gender,
        roles=tuple((first, after) for _, first, after in roles),
        called=called,
    )


def _is_role(noun: Token) -> bool:
    """Tell whether a noun says what a person is."""
    lemma = noun.lemma_.lower()
    known = people_nouns("persons") | people_nouns("withheld") | name_words("titles")
    if lemma in known or offices(lemma) != {lemma}:
        return True
    return noun.tag_ == "NN" and DOER.fullmatch(lemma) is not None


def called_by(noun: Token) -> tuple[str, ...]:
    """Return what a noun calls someone: its lemma, and before it the lemma with the noun beside it, if there is one."""
    lemma = noun.lemma_.lower()
    before = noun.doc[noun.i - 1] if noun.i else noun
    compound = before.i < noun.i and before.pos_ in {"NOUN", "PROPN"} and before.head.i in {noun.i, noun.head.i}
    return (f"{before.lemma_.lower()} {lemma}", lemma) if compound else (lemma,)


def _roles(doc: Doc, titled: int, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield the head and the extent of a role: before the name, in apposition to it, or said of it by a copula."""
    first = titled
    while first and titled - first < LONGEST_ROLE and doc[first - 1].pos_ in NOMINAL:
        first -= 1
    while first < start and doc[first].ent_type_ == "person" and first < titled:
        first += 1
    if any(doc[place].lower_ not in COURTESY for place in range(first, start)):
        yield start - 1, first, start
    head = doc[start:end].root
    for child in head.children:
        if child.dep_ in {"appos", "nmod:desc"} and child.i >= end and child.pos_ == "NOUN":
            yield child.i, *_phrase(child)
    noun = head.head
    if head.dep_ == "appos" and noun.i < titled and noun.pos_ == "NOUN":
        yield noun.i, *_phrase(noun, before=titled)
    elif _in_commas(doc, titled, end):
        yield titled - 2, *_phrase(doc[titled - 2], before=titled)
    if head.dep_ == "nsubj" and noun.pos_ == "NOUN" and any(child.dep_ == "cop" for child in noun.children):
        yield noun.i, *_phrase(noun)


def _in_commas(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a name stands between commas after a noun for a person: "the inspector general, X,"."""
    if start < 2 or end + 1 >= len(doc) or doc[start - 1].text != "," or doc[end].text not in {",", "."}:
        return False
    noun = doc[start - 2]
    person = noun.tag_ == "NN" and noun.lemma_.lower() in people_nouns("persons")
    return person and doc[end + 1].lower_ not in {"and", "or"}


def _phrase(noun: Token, before: int | None = None) -> tuple[int, int]:
    """Return the extent of a noun with what stands before it and its complements, no clause."""
    first, after = noun.i, noun.i + 1
    for child in noun.children:
        if child.i < noun.i and child.dep_ in {"amod", "compound", "nmod:poss", "nummod"}:
            first = min(first, child.left_edge.i)
        elif child.i > noun.i and child.dep_.startswith("nmod"):
            after = max(after, child.right_edge.i + 1)
    return first, after if before is None else min(after, before)
