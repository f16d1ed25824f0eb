"""What a claim says, as far as it is compared with what other claims say."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from rashomon.languages.event_families import stem
from rashomon.languages.number_words import number_words
from rashomon.link.rarity import rarity
from rashomon.link.shingles import QUOTED
from rashomon.records import BODY_KINDS, Article, Claim
from rashomon.records.findings import Stance
from rashomon.values.intervals import Interval

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
MOST_WORDS = 300
"""Words of a claim that are compared."""
LONGEST_WORD = 40
TELLING = 0.45
"""Rarity below which a word tells nothing of what is said: there, such, people, year."""
LATEST = timedelta(days=7)
"""A saying that no day is told of was not longer ago than this when the article came out."""
NEGATIVE: frozenset[Stance] = frozenset({"deny", "doubt"})
SILENT: frozenset[Stance] = frozenset({"decline"})
NOT = frozenset({"not", "never", "no", "none", "nobody", "nothing", "neither", "nor", "cannot", "without"})
LONGEST_NUMBER = 15
YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a content: lower case, its stem where it tells what is said, and whether it is quoted."""

    text: str
    stem: str | None
    quoted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """All claims of one article with one cue: who speaks, what is said, and when."""

    claims: tuple[int, ...]
    """The places of the claims in record order."""
    article: str
    report: str
    """The article, or the one that it is a print of."""
    statement: str
    speakers: frozenset[str]
    """Ids of entities; empty where none is known."""
    voice: tuple[str, ...]
    """The words that name a speaker who is no entity; empty where the article does not say who speaks."""
    manner: str
    """``says``, ``denies``, ``declines``: sayings of different manners are never one."""
    words: tuple[Word, ...]
    weights: Mapping[str, float]
    """By stem how much it tells, 0 to 1."""
    numbers: frozenset[str]
    negated: bool
    days: Interval
    """When it can have been said."""
    recent: Interval
    """When it will have been said, where no day is told."""
    extents: tuple[tuple[int, int], ...]
    """Where the contents stand."""


def words_in(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the words of a stretch of text with their places, in the form in which they are compared."""
    for match in WORD.finditer(text, start, end):
        word = unicodedata.normalize("NFKC", match.group()[:LONGEST_WORD]).lower().replace("’", "'")
        yield match.start(), word.removesuffix("'s")


class Sayings:
    """Makes the sayings of the claims of several articles; keeps what of an article stands in quotation marks."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = {article.id: article for article in articles}
        self._quoted: dict[str, list[tuple[int, int]]] = {}

    def of(self, claims: Sequence[tuple[int, Claim]]) -> Saying:
        """Return the saying of claims of one cue, each with its place."""
        first = claims[0][1]
        article = self._articles[first.article]
        words = tuple(self._words(article, first))
        days, recent = _days(first, article)
        return Saying(
            claims=tuple(place for place, _ in claims),
            article=first.article,
            report=article.report,
            statement=first.statement,
            speakers=frozenset(claim.speaker.entity for _, claim in claims if claim.speaker.entity is not None),
            voice=_voice(claims),
            manner=_manner(first.stance),
            words=words,
            weights={word.stem: rarity(word.text) ** 2 for word in words if word.stem is not None},
            numbers=frozenset(_numbers([word.text for word in words])),
            negated=any(word.text in NOT or word.text.endswith("n't") for word in words),
            days=days,
            recent=recent,
            extents=tuple((span.start, span.end) for span in first.content),
        )

    def _words(self, article: Article, claim: Claim) -> Iterator[Word]:
        left = MOST_WORDS
        for span in claim.content:
            for place, text in words_in(article.text, span.start, span.end):
                if left == 0:
                    return
                left -= 1
                tells = text[0].isdigit() or (len(text) > 1 and rarity(text) >= TELLING)
                yield Word(text, stem(text) if tells else None, self._is_quoted(article, place))

    def _is_quoted(self, article: Article, place: int) -> bool:
        quoted = self._quoted.get(article.id)
        if quoted is None:
            quoted = [
                (paragraph.start + match.start(), paragraph.start + match.end())
                for paragraph in article.paragraphs
                if paragraph.kind in BODY_KINDS
                for match in QUOTED.finditer(article.text[paragraph.start : paragraph.end])
            ]
            self._quoted[article.id] = quoted
        number = bisect_right(quoted, place, key=lambda extent: extent[0]) - 1
        return number >= 0 and place < quoted[number][1]


def _voice(claims: Sequence[tuple[int, Claim]]) -> tuple[str, ...]:
    speaker = claims[0][1].speaker
    if len(claims) > 1 or speaker.span is None or speaker.kind in {"unnamed", "unknown"}:
        return ()
    words = (match.group().lower() for match in WORD.finditer(speaker.span.text[: MOST_WORDS * LONGEST_WORD]))
    return tuple(word for word in words if rarity(word) >= TELLING)


def _manner(stance: Stance) -> str:
    return "denies" if stance in NEGATIVE else "declines" if stance in SILENT else "says"


def _numbers(words: Sequence[str]) -> Iterator[str]:
    """Yield the numbers of a text as they are written in digits, without years."""
    known = number_words()
    for place, word in enumerate(words):
        number = _number(word) if word[0].isdigit() else known.cardinals.get(word)
        if number is None or (number == 1 and not word[0].isdigit()):
            continue
        after = words[place + 1] if place + 1 < len(words) else ""
        scale = known.scales.get(after) or known.short_scales.get(after) or 1
        if not (scale == 1 and number in YEARS and word.isdigit()):
            yield f"{number * scale:.15g}"


def _number(written: str) -> float | None:
    digits = written.replace(",", "") if not re.search(r",\d{1,2}$", written) else written.replace(",", ".")
    try:
        return float(digits) if len(digits) <= LONGEST_NUMBER else None
    except ValueError:
        return None


def _days(claim: Claim, article: Article) -> tuple[Interval, Interval]:
    """Return when a claim can have been made, and when it will have been made if no day is told."""
    out = article.published
    if claim.said is not None and (claim.said.earliest is not None or claim.said.latest is not None):
        told = Interval(claim.said.earliest, claim.said.latest)
        return told, told
    since = None if out.earliest is None or out.earliest.toordinal() <= LATEST.days else out.earliest - LATEST
    return Interval(None, out.latest), Interval(since, out.latest)
