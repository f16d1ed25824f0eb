"""Whether two sayings are one statement, and why: reasons for it with their weights, or one reason against it."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rashomon.languages.event_families import stem
from rashomon.link.statements.sayings import Saying, Word, words_in
from rashomon.records import BODY_KINDS, Article, Entity

Why = Literal["one place", "one print", "same quotation", "same words", "same words in a row", "same numbers"]
Against = Literal["other speaker", "other manner", "other days", "other numbers", "one is negated"]

ENOUGH = 0.75
"""Weight of all reasons from which two sayings are one statement."""
ENOUGH_AT_HOME = 0.9
"""The same for two sayings of one article, which seldom tells a thing twice."""
LEAST_SHARED = 0.8
"""How much the shared words must tell: about two names or rare words."""
QUOTATION, TELLING_IN_QUOTATION = 8, 3
"""Words, and words among them that tell something, of a shared quotation that proves one saying by itself."""
SHORT_QUOTATION, TELLING_IN_SHORT = 5, 2
"""The same where half of what the shorter tells is shared too."""
HALF = 0.5
ROW, TELLING_IN_ROW = 6, 3
FEW = 12
"""A number up to this is met everywhere."""
WEIGHTS: Mapping[Why, float] = {
    "one place": 1.0,
    "one print": 1.0,
    "same quotation": 1.0,
    "same words in a row": 0.2,
    "same numbers": 0.25,
}
"""What a reason counts; ``same words`` counts their share of what the shorter saying tells."""
FEWEST_IN_PRINT = 3
"""Words of a saying that is known again in another print."""
NAMED = 2
"""Words that name a speaker who is no entity well enough."""
GENERATIONS = 6


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for two sayings being one, how much, and the words it rests on."""

    why: Why
    weight: float
    words: str


class Speakers:
    """Who is one with whom: an entity with itself and with what it is part of."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        whole = {entity.id: entity.part_of for entity in entities if entity.part_of is not None}
        self._wholes: dict[str, tuple[str, ...]] = {}
        for entity in whole:
            chain: list[str] = []
            at = whole.get(entity)
            while at is not None and at != entity and at not in chain and len(chain) < GENERATIONS:
                chain.append(at)
                at = whole.get(at)
            self._wholes[entity] = tuple(chain)

    def widest(self, speaker: str) -> str:
        """Return the entity that a speaker is part of in the end, or the speaker."""
        chain = self._wholes.get(speaker, ())
        return chain[-1] if chain else speaker

    def match(self, one: Saying, other: Saying) -> bool | None:
        """Return whether two sayings have the same speakers; None when that can't be told."""
        if one.speakers and other.speakers:
            return self._in(one.speakers, other.speakers) and self._in(other.speakers, one.speakers)
        if one.speakers or other.speakers:
            return None
        return True if len(one.voice) >= NAMED and one.voice == other.voice else None

    def _in(self, some: frozenset[str], others: frozenset[str]) -> bool:
        return all(any(self._akin(one, other) for other in others) for one in some)

    def _akin(self, one: str, other: str) -> bool:
        return one == other or one in self._wholes.get(other, ()) or other in self._wholes.get(one, ())


class Comparison:
    """Compares sayings of one story; a word that many of its paragraphs have tells less."""

    def __init__(self, articles: Iterable[Article], speakers: Speakers) -> None:
        self._speakers = speakers
        self._spread, self._paragraphs = _spread(articles)

    def telling(self, saying: Saying, word: str) -> float:
        """Return how much the stem ``word`` tells in a saying, 0 to 1."""
        met = self._spread.get(word, 1)
        here = math.log1p(self._paragraphs / met) / math.log1p(self._paragraphs) if self._paragraphs else 1.0
        return saying.weights[word] * min(1.0, here)

    def reasons(self, one: Saying, other: Saying) -> tuple[Reason, ...]:
        """Return what speaks for one statement; empty when it is not enough, or something speaks against it."""
        found = self._found(one, other)
        if self.against(one, other, found) is not None:
            return ()
        enough = ENOUGH_AT_HOME if one.article == other.article else ENOUGH
        return found if sum(reason.weight for reason in found) >= enough else ()

    def against(self, one: Saying, other: Saying, found: Sequence[Reason]) -> Against | None:
        """Return what forbids that two sayings are one, given the reasons for it.

        Words in quotation marks that both have outweigh a difference in numbers or a negation: of a quotation one
        account may give more. A speaker who is not known needs a long one, and not in the very same place: who tells
        words there is another than who said them.
        """
        same = self._speakers.match(one, other)
        reasons = {reason.why for reason in found}
        by_words = reasons & {"same quotation", "one place", "one print"}
        long = any(reason.why == "same quotation" and len(reason.words.split()) >= QUOTATION for reason in found)
        if same is False or (same is None and ("one place" in reasons or not (long or "one print" in reasons))):
            return "other speaker"
        if one.manner != other.manner:
            return "other manner"
        if not (one.days.meets(other.days) if by_words else one.recent.meets(other.recent)):
            return "other days"
        if by_words:
            return None
        if one.numbers and other.numbers and not one.numbers & other.numbers:
            return "other numbers"
        return "one is negated" if one.negated != other.negated else None

    def _found(self, one: Saying, other: Saying) -> tuple[Reason, ...]:
        shared = sorted(one.weights.keys() & other.weights.keys())
        tells = sum(min(self.telling(one, word), self.telling(other, word)) for word in shared)
        least = min(sum(self.telling(saying, word) for word in saying.weights) for saying in (one, other))
        part = min(1.0, tells / least) if least else 0.0
        found = []
        if one.article == other.article and _overlap(one.extents, other.extents):
            found.append(_reason("one place", ()))
        if one.report == other.report and one.article != other.article and _same_texts(one, other):
            found.append(_reason("one print", one.words))
        run, quoted = _runs(one, other)
        long = len(quoted) >= QUOTATION and _telling(quoted) >= TELLING_IN_QUOTATION
        short = len(quoted) >= SHORT_QUOTATION and _telling(quoted) >= TELLING_IN_SHORT and part >= HALF
        if long or short:
            found.append(_reason("same quotation", quoted))
        if tells >= LEAST_SHARED:
            found.append(Reason("same words", part, " ".join(shared)))
            if len(run) >= ROW and _telling(run) >= TELLING_IN_ROW:
                found.append(_reason("same words in a row", run))
            numbers = sorted(number for number in one.numbers & other.numbers if float(number) > FEW)
            if numbers:
                found.append(Reason("same numbers", WEIGHTS["same numbers"], " ".join(numbers)))
        return tuple(found)


def _spread(articles: Iterable[Article]) -> tuple[Counter[str], int]:
    """Return in how many paragraphs each stem stands, and how many paragraphs there are."""
    spread: Counter[str] = Counter()
    count = 0
    for article in articles:
        for paragraph in article.paragraphs:
            if paragraph.kind in BODY_KINDS:
                count += 1
                spread.update({stem(word) for _, word in words_in(article.text, paragraph.start, paragraph.end)})
    return spread, count


def _same_texts(one: Saying, other: Saying) -> bool:
    texts = [[word.text for word in saying.words] for saying in (one, other)]
    return texts[0] == texts[1] and len(texts[0]) >= FEWEST_IN_PRINT


def _runs(one: Saying, other: Saying) -> tuple[Sequence[Word], Sequence[Word]]:
    """Return the longest run of words that both have, and the longest of those that both quote."""
    texts = [[word.text for word in saying.words] for saying in (one, other)]
    quotes = [
        [word.text if word.quoted else f"{side} {place}" for place, word in enumerate(saying.words)]
        for side, saying in enumerate((one, other))
    ]
    found = []
    for left, right in (texts, quotes):
        match = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
        found.append(one.words[match.a : match.a + match.size])
    return found[0], found[1]


def _telling(words: Iterable[Word]) -> int:
    return sum(word.stem is not None for word in words)


def _reason(why: Why, words: Iterable[Word]) -> Reason:
    return Reason(why, WEIGHTS[why], " ".join(word.text for word in words))


def _overlap(some: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> bool:
    """Return whether most of the shorter of two contents stands in the other."""
    both = sum(max(0, min(end, other_end) - max(start, other)) for start, end in some for other, other_end in others)
    shorter = min(sum(end - start for start, end in extents) for extents in (some, others))
    return 2 * both > shorter
