"""Measures as accounts name them: treaties, bills, laws."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.languages.act_words import act_words
from rashomon.languages.event_families import stem
from rashomon.languages.prose import content_words
from rashomon.records import Entity, Span
from rashomon.text import alternatives, words

PREPOSITION = re.compile(
    r",|\s(?:of|on|for|with|between|in|to|from|that|which|who|by|against|under|envisioning|allowing|letting|(?<!\sthe\s)(?<!\sa\s)(?<!^the\s)\w+ing)\s",
    re.IGNORECASE,
)
PHRASE = r"\b(?:a|an|the|this|its)\s(?:[\w’'\-]+\s){{0,4}}?({})\b"
VETO = re.compile(r"\b(?:veto|rejection)\b(?: of )?", re.IGNORECASE)
"""What was decided of a measure, and is acted on in its place."""
RELATIVE = re.compile(
    r",|\s(?:that|which|who|whose|where|as|after|before|when|(?<!\sthe\s)(?<!\sa\s)\w+ing)\s|\s[–—-]\s", re.IGNORECASE
)
OLD = re.compile(rf"\b(?:1[5-9]\d\d|20\d\d|{alternatives(act_words('other'))})\b")
LEADING = act_words("definite") | act_words("articles") | act_words("empty")
OWNER = re.compile(r"^(?:the )?([A-Z][\w\-]+(?: [A-Z][\w\-]+)?)[’']s?\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A measure as one phrase names it."""

    noun: str
    """Lemma of its noun, "" for a pronoun."""
    span: Span
    modifiers: frozenset[str]
    """Stems of the words that tell it from others."""
    entity: str | None
    name: str
    """Its name or the phrase without an article."""
    definite: bool
    apart: bool
    """Whether it is said to be another than the one in hand: "the 1999 treaty", "an earlier version"."""
    fresh: bool
    """Whether it is told as one that was not there before: "a new bill"."""
    ratifies: bool
    """Whether the phrase says that it ratifies something."""
    owner: str
    """Whose it is called: "Kestravia’s treaty"."""


def thing_in(span: Span, nouns: frozenset[str], named: Sequence[Entity], *, anywhere: bool = False) -> Thing | None:
    """Return the measure that a phrase names; ``named`` are the entities inside it.

    With ``anywhere`` the phrase is a whole clause, and the measure any of its nouns.
    """
    text = " ".join(span.text.split())
    if text.lower() in act_words("pronouns") and not anywhere:
        return _thing(span, "", text, None)
    cut = PREPOSITION.search(text)
    core = text if cut is None else text[: cut.start()]
    noun = _last(core, nouns) or (_last(text, nouns) if text.split()[-1][:1].isupper() else None)
    if "into law" in core.lower():
        return None
    entity = next((one for one in named if one.type != "person" and set(words(one.name)) & nouns), None)
    if noun is None and VETO.search(text) and not anywhere:
        inner = VETO.split(text, maxsplit=1)[-1]
        noun = _last(PREPOSITION.split(inner)[0], nouns)
        if noun is None:
            return _thing(span, "", "it", None)
        text = inner
    if noun is None and anywhere:
        found = re.search(PHRASE.format("|".join(sorted(nouns))), text, re.IGNORECASE)
        if found is not None:
            noun, text = found[1].lower(), found.group()
    if noun is None and entity is not None and entity.name in text and len(text) < len(entity.name) + 8:
        noun = next(word for word in words(entity.name) if word in nouns)
    return None if noun is None else _thing(span, noun, text, entity)


def _last(core: str, nouns: frozenset[str]) -> str | None:
    """Return the last word of a phrase where it is one of the nouns."""
    found = words(core.rstrip(" ’'\"”"))
    last = found[-1] if found else ""
    return last if last in nouns else last.removesuffix("s") if last.removesuffix("s") in nouns else None


def _thing(span: Span, noun: str, text: str, entity: Entity | None) -> Thing:
    first = text.split(maxsplit=1)[0].lower() if text else ""
    owner = OWNER.match(text)
    core = RELATIVE.split(text)[0]
    kept = [word for word in content_words(core) if word != noun and word not in act_words("empty")]
    known = content_words(entity.name) if entity is not None else []
    return Thing(
        noun=noun,
        span=span,
        modifiers=frozenset(stem(word) for word in (*kept, *known)) - {stem(noun)} - {"ratif", "ratific", "ratify"},
        entity=None if entity is None else entity.id,
        name=_plain(core) if entity is None else entity.name,
        definite=first in act_words("definite") or owner is not None or entity is not None,
        apart=OLD.search(core) is not None or (first == "that" and bool(noun)),
        fresh=first in act_words("articles") and "new" in words(core),
        ratifies="ratif" in text.lower() or "accession" in text.lower(),
        owner="" if owner is None else owner[1],
    )


def _plain(core: str) -> str:
    """Return a phrase without its article and what praises it."""
    rest = core.split()
    while len(rest) > 1 and rest[0].lower() in LEADING:
        rest = rest[1:]
    return " ".join(rest).strip(" ,;:")
