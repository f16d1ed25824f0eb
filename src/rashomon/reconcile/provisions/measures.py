"""Which noun phrases of a text mean the measure in hand, and which another one."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from rashomon.languages.provision_words import MeasureKind, measure_kind, words_of
from rashomon.reconcile.provisions.wording import Word, Wording
from rashomon.text import words

LONGEST = 9
"""Words of a noun phrase up to its noun."""
LOOKED_AT = 4
"""Words behind a measure that may say that it is another: "the treaty of 1974 with"."""
REACH = 2
"""Sentences over which "its third article" still means a part of the measure told of."""
STEM = 5
"""Letters that a country and its people share."""
YEAR = 4
"""Digits."""
POSSESSIVES = ("'s", "’s", "s'", "s’")
PhraseKind = MeasureKind | Literal["part", "text", "ordinal"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that may name a measure or a part of one, by the places of its first word, its noun and its end."""

    first: int
    head: int
    last: int
    kind: PhraseKind
    inner: "Phrase | None" = None
    """The measure that a part is of."""
    closed: bool = False
    """A part of something that is no measure: "Article 51 of the UN Charter"."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The measure that provisions are looked for of."""

    kind: MeasureKind
    known: Collection[str]
    """Words that accounts of its procedure use, lower case: others make it another measure."""


class Mentions:
    """Follows the mentions of a measure through one article."""

    def __init__(self, measure: Measure) -> None:
        """Start before the first sentence."""
        self.measure = measure
        self.told = False
        """Whether the sentence before tells of the measure, so that "it" may mean it."""
        self.is_subject = False
        """Whether the sentence before has the measure as its subject."""
        self.numbered = False
        """Whether its articles have been counted, so that "the third" may mean one."""
        self._since = REACH + 1
        self._begins = {word[:STEM] for word in measure.known if len(word) >= STEM}
        self._sentence = 0
        self._others: dict[str, int] = {}
        """The last sentence that another measure was called by a noun in."""
        self._own: set[str] = set()

    def own(self, sentence: Wording, *, evidence: bool) -> list[Phrase]:
        """Return the phrases of the next sentence that mean the measure or a part of it; ``evidence``: of a board."""
        found: list[Phrase] = []
        self._since += 1
        self._sentence += 1
        place = 0
        while place < len(sentence.words):
            phrase = phrase_at(sentence, place)
            if phrase is None:
                place += 1
                continue
            if self._is_own(sentence, phrase, evidence=evidence):
                found.append(phrase)
                self._since = 0
            elif phrase.kind == self.measure.kind:
                self._since = REACH + 1
            place = phrase.last + 1
        return found

    @property
    def is_near(self) -> bool:
        """Whether a part of the measure may still be meant by what does not name it."""
        return self._since <= REACH

    def skip(self) -> None:
        """Take note of a paragraph that does not tell of the measure."""
        self.told = self.is_subject = self.numbered = False
        self._since = REACH + 1

    def passed(self, sentence: Wording, *, told: bool, subject: bool) -> None:
        """Take note of how a sentence told of the measure."""
        self.told, self.is_subject = told, subject
        parts = {f"{part}s" for part in words_of("measures", "parts")}
        counted = any(word.lower in parts for word in sentence.words)
        self.numbered = told and (counted or self.numbered)

    def _is_own(self, sentence: Wording, phrase: Phrase, *, evidence: bool) -> bool:
        if phrase.inner is not None:
            return self._is_own(sentence, phrase.inner, evidence=evidence)
        if phrase.kind == "ordinal":
            return self.numbered
        if phrase.kind in {"part", "text"}:
            return self.is_near and not phrase.closed and not _owner(sentence, phrase)
        return phrase.kind == self.measure.kind and self._is_measure(sentence, phrase, evidence=evidence)

    def _is_measure(self, sentence: Wording, phrase: Phrase, *, evidence: bool) -> bool:
        """Return whether a noun phrase of the right kind means the measure in hand, and note whom its noun means."""
        noun, first = sentence.lower(phrase.head), sentence.lower(phrase.first)
        if self._is_another(sentence, phrase):
            self._others[noun] = self._sentence
            return False
        if not all(self._is_known(word.lower) for word in _inside(sentence, phrase)):
            return False
        if first == "that":
            return self.is_near
        bare = phrase.first == phrase.head
        if first in words_of("phrases", "indefinite") or (bare and phrase.first > 0):
            known = evidence
        else:
            other = self._others.get(noun)
            known = evidence or other is None or (noun in self._own and self._sentence - other > REACH)
        if known:
            self._own.add(noun)
        return known

    def _is_another(self, sentence: Wording, phrase: Phrase) -> bool:
        """Return whether a phrase has a year, a name that no account of the measure uses, or calls it another."""
        inside, behind = _inside(sentence, phrase), _behind(sentence, phrase)
        if any(word.lower.isdecimal() and len(word.lower) == YEAR for word in (*inside, *behind)):
            return True
        if any(word.lower in words_of("phrases", "others") for word in inside):
            return True
        return any(word.text[0].isupper() and not self._is_known(word.lower) for word in (*inside, *behind))

    def _is_known(self, word: str) -> bool:
        for ending in POSSESSIVES:
            word = word.removesuffix(ending)
        begins = word[:STEM] in self._begins and len(word) >= STEM
        return begins or word in self.measure.known or word in words_of("phrases", "plain") or word == "and"


def _inside(sentence: Wording, phrase: Phrase) -> list[Word]:
    """Return the words of a noun phrase before its noun, without an article."""
    return [word for word in sentence.words[phrase.first : phrase.head] if not _is_article(word.lower)]


def _behind(sentence: Wording, phrase: Phrase) -> list[Word]:
    """Return the words that say whose measure it is: "with Drevany", "of 1974"."""
    first = phrase.head + 1
    if not sentence.joined(first) or sentence.lower(first) not in words_of("phrases", "partners"):
        return []
    places = range(first + 1, min(first + LOOKED_AT, len(sentence.words)))
    return [sentence.words[place] for place in takewhile(sentence.joined, places)]


def phrase_at(sentence: Wording, place: int) -> Phrase | None:
    """Return the noun phrase that begins at a word and whose noun is a measure, a part or an ordinal."""
    first = sentence.lower(place)
    opened = first in words_of("phrases", "definite") or first in words_of("phrases", "indefinite")
    at = place + 1 if opened else place
    limit = place + LONGEST
    while at < min(limit, len(sentence.words)):
        if at > place and not sentence.joined(at):
            break
        word = sentence.lower(at)
        if at > place and _is_article(word):
            break
        kind = _kind(word)
        if kind is not None:
            return _whole(sentence, place, at, kind)
        if word in words_of("phrases", "ending") and not (opened and word == "and"):
            break
        if not (opened or word.endswith(POSSESSIVES) or sentence.words[at].text[0].isupper()):
            break
        opened = opened or word.endswith(POSSESSIVES)
        at += 1
    if first in words_of("phrases", "definite") and sentence.lower(place + 1) in words_of("phrases", "ordinals"):
        return Phrase(place, place + 1, place + 1, "ordinal")
    return None


def _whole(sentence: Wording, first: int, head: int, kind: PhraseKind) -> Phrase:
    while sentence.joined(head + 1) and (behind := _kind(sentence.lower(head + 1))) is not None:
        head, kind = head + 1, behind
    last = head
    if kind not in {"part", "text"}:
        return Phrase(first, head, last, kind)
    if sentence.joined(last + 1) and sentence.lower(last + 1)[:1].isdecimal():
        last += 1
    if not sentence.joined(last + 1) or sentence.lower(last + 1) not in words_of("phrases", "joining"):
        return Phrase(first, head, last, kind)
    inner = phrase_at(sentence, last + 2)
    if inner is None:
        return Phrase(first, head, last, kind, closed=sentence.lower(last + 1) in {"of", "from"})
    return Phrase(first, head, inner.last, kind, inner=inner, closed=inner.closed)


def names_measure(word: str) -> bool:
    """Return whether a word, lower case, is a noun for a measure, a part or the text of one."""
    return _kind(word) is not None


def _kind(word: str) -> PhraseKind | None:
    if word in words_of("measures", "parts"):
        return "part"
    return "text" if word in words_of("measures", "text") else measure_kind(word)


def _is_article(word: str) -> bool:
    return any(word in words_of("phrases", kind) for kind in ("definite", "indefinite"))


def _owner(sentence: Wording, phrase: Phrase) -> bool:
    """Return whether a part is called someone's own: "NATO's Article 5"."""
    return any(word.lower.endswith(POSSESSIVES) for word in sentence.words[phrase.first : phrase.head])


def known_words(texts: Collection[str]) -> frozenset[str]:
    """Return the words of texts, lower case, those with a possessive ending without it."""
    found = {word for text in texts for word in words(text)}
    return frozenset(found | {word[:-2] for word in found if word.endswith(POSSESSIVES[:2])})
