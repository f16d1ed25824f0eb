"""Which articles tell the story, and which belong to another.

Articles are compared by the words of their bodies, names among them, weighed by how rare they are in English (the
cosine of Salton and Buckley 1988). Those that are alike are joined; the group that more than half of the articles are
in is the story. What is like nothing in it, nor like a wide story as a whole, belongs elsewhere. Where there is no such
group, all stay.
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
import numpy.typing as npt

from rashomon.languages.event_families import stem
from rashomon.languages.prose import function_words
from rashomon.link.rarity import rarity
from rashomon.records import Article, Entity

ALIKE = 0.16
"""Likeness from which two articles are joined; on the stories that it was chosen on, no article of a story has less."""
WIDE = 10
"""Articles of a story whose words together show what it is about."""
ALIKE_TO_ALL = 0.2
"""Likeness to all words of a wide story together."""
SHARPNESS = 3
"""Power of the rarity that a word is weighed by."""
FEWEST_WORDS = 25
"""Different words by which an article can be judged."""
FEWEST_ELSEWHERE = 60
"""The same for an article in another language."""
SHORTEST_WORD = 3
LONGEST_WORD = 40
SHORTEST_NAME = 4
SAME_LETTERS = 5
"""Letters that the forms of a name in two languages begin with alike."""
SHORTEST_NUMBER = 3
"""Digits of a number by which an article in another language is known to tell of the same; a year is none."""
YEAR = re.compile(r"(?:19|20)\d\d")
WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
SEPARATORS = str.maketrans("", "", ".,")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")

Floats = npt.NDArray[np.float32]
Outline = Mapping[str, float]
"""How much each word of an article tells; as a vector of length 1."""


@dataclass(frozen=True, slots=True)
class _Signs:
    """By what an article in another language shows that it tells of the story: names and numbers, as they are cut."""

    found: frozenset[str]

    def in_(self, article: Article) -> bool:
        """Return whether an article has any, or can't be judged: it is short, or not in Latin letters."""
        words = list(_words(article))
        judged = len(set(words)) >= FEWEST_ELSEWHERE and all(LATIN.fullmatch(word) for word in words if word.isalpha())
        return not judged or not self.found.isdisjoint(map(_cut, words))


def with_fit(articles: Sequence[Article], entities: Iterable[Entity]) -> list[Article]:
    """Return the articles with ``related`` settled, in the same order.

    Where the articles are counted, copies of a report don't help: the story has more than half of the articles and more
    than half of the reports. An article whose language is not read belongs elsewhere when it is written in Latin
    letters and has no name and no number of the story. Time and room grow with the articles, but for one product of
    matrices.
    """
    read = sorted((article for article in articles if article.annotated), key=lambda article: article.id)
    outlines = [_outline(article) for article in read]
    judged = {place for place, outline in enumerate(outlines) if len(outline) >= FEWEST_WORDS}
    rows = _rows(outlines)
    story = _story(read, _groups(rows), judged)
    if story is None:
        return list(articles)
    story |= _like_all(rows, story)
    strangers = {read[place].id for place in judged - story}
    signs = _signs([read[place] for place in sorted(story)], entities)
    strangers |= {article.id for article in articles if not article.annotated and not signs.in_(article)}
    return [
        msgspec.structs.replace(article, related=False) if article.id in strangers else article for article in articles
    ]


def _outline(article: Article) -> Outline:
    counts: Counter[str] = Counter()
    rare: dict[str, float] = {}
    for word in _words(article):
        term = stem(word)
        counts[term] += 1
        rare[term] = min(rare.get(term, 1.0), rarity(word))
    weights = {term: (1 + math.log(count)) * rare[term] ** SHARPNESS for term, count in counts.items()}
    norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / norm for term, weight in weights.items()}


def _words(article: Article) -> Iterator[str]:
    """Yield the words of the body that tell something, and its numbers."""
    for extent in article.body:
        for match in WORD.finditer(article.text, extent.start, extent.end):
            word = match.group()[:LONGEST_WORD].lower()
            if word[0].isdigit() or (len(word) >= SHORTEST_WORD and word not in function_words()):
                yield word


def _story(articles: Sequence[Article], groups: Iterable[set[int]], judged: set[int]) -> set[int] | None:
    """Return the places of the articles in the group that is the story; None where no group has more than half."""
    reports = {place for place in judged if articles[place].copy_of is None}
    for group in groups:
        if 2 * len(group & judged) > len(judged) and 2 * len(group & reports) > len(reports):
            return group
    return None


def _groups(rows: Floats) -> list[set[int]]:
    """Return the articles that are alike, or alike to others that are, by their places."""
    unseen = np.ones(len(rows), bool)
    groups = []
    for place in range(len(rows)):
        group: list[int] = []
        joined = np.flatnonzero(unseen[place : place + 1]) + place
        while len(joined):
            group += joined.tolist()
            unseen[joined] = False
            joined = np.flatnonzero((rows @ rows[joined].T >= ALIKE).any(axis=1) & unseen)
        if group:
            groups.append(set(group))
    return groups


def _like_all(rows: Floats, story: set[int]) -> set[int]:
    """Return the articles that are like a wide story as a whole, though like no single account of it."""
    if len(story) < WIDE:
        return set()
    whole = rows[sorted(story)].sum(axis=0)
    return set(np.flatnonzero(rows @ whole >= ALIKE_TO_ALL * np.linalg.norm(whole)).tolist())


def _rows(outlines: Sequence[Outline]) -> Floats:
    """Return the outlines as rows, of the words alone that several have."""
    spread = Counter(term for outline in outlines for term in outline)
    numbers = {term: number for number, term in enumerate(sorted(term for term, count in spread.items() if count > 1))}
    rows = np.zeros((len(outlines), max(1, len(numbers))), np.float32)
    for row, outline in enumerate(outlines):
        for term, weight in outline.items():
            if term in numbers:
                rows[row, numbers[term]] = weight
    return rows


def _signs(story: Sequence[Article], entities: Iterable[Entity]) -> _Signs:
    """Return the names and the larger numbers of the bodies of a story."""
    bodies = {article.id: article for article in story}
    found = {word for article in story for word in _words(article) if word[0].isdigit()}
    for entity in entities:
        for mention in entity.mentions:
            article = bodies.get(mention.article)
            if article is not None and _in_body(article, mention.start):
                found.update(name.lower() for name in LATIN.findall(mention.text) if len(name) >= SHORTEST_NAME)
    return _Signs(frozenset(sign for word in found if (sign := _cut(word)) is not None))


def _in_body(article: Article, start: int) -> bool:
    place = bisect_right(article.body, start, key=lambda extent: extent.start) - 1
    return place >= 0 and start < article.body[place].end


def _cut(word: str) -> str | None:
    """Return a name by its first letters, a number of some length by its digits; None of what tells nothing."""
    if word[0].isdigit():
        digits = word.translate(SEPARATORS)
        return digits if len(digits) >= SHORTEST_NUMBER and YEAR.fullmatch(word) is None else None
    return word[:SAME_LETTERS] if len(word) >= SHORTEST_NAME and word not in function_words() else None
