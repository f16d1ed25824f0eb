"""Which articles two records share, which are versions of one, and where the words of one stand in the other."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from rashomon.languages.prose import content_words
from rashomon.records import Article, Record, Span

WORD = re.compile(r"\d[\d.,]*\d|\w+|[^\w\s]")
MOST_PAIRS = 1_000_000_000
"""Pairs of words up to which two texts are laid beside each other (some 120 MB)."""
CORRECTION = 3
"""Words that one place of a text may gain and lose and still be the same place, corrected."""
ANCHOR = 5
"""Words that stand in both texts by more than chance, whatever stands beside them."""
ALIKE = 0.5
"""Share of the content words of the shorter text that two versions of one file have in common."""
ARTICLE_GONE = "article gone"
"""Why nothing of an article stands in the new record."""

Mark = tuple[str, str, int]
"""An end of a span: the article in the new record, ``start`` or ``end``, and the offset."""


class Alignment:
    """Where the words of an earlier version of an article stand in the later one, and what was changed."""

    def __init__(self, old: Article, new: Article) -> None:
        """Lay the words of two versions beside each other by their longest common subsequence."""
        self.old, self.new = old, new
        self.removed: list[Span] = []
        self.added: list[Span] = []
        self._starts: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        before, after = list(WORD.finditer(old.text)), list(WORD.finditer(new.text))
        for block in _blocks(_words(before), _words(after)):
            gone, come = before[block.first : block.last], after[block.new_first : block.new_last]
            if block.same or (len(gone) == len(come) <= CORRECTION):
                for one, other in zip(gone, come, strict=True):
                    self._join([one], [other])
            elif gone and come and max(len(gone), len(come)) <= CORRECTION:
                self._join(gone, come)
            if not block.same:
                self.removed += [old.span(gone[0].start(), gone[-1].end())] if gone else []
                self.added += [new.span(come[0].start(), come[-1].end())] if come else []
        self._old_starts = {new: old for old, new in self._starts.items()}
        self._old_ends = {new: old for old, new in self._ends.items()}

    def _join(self, gone: Sequence[re.Match[str]], come: Sequence[re.Match[str]]) -> None:
        self._starts[gone[0].start()] = come[0].start()
        self._ends[gone[-1].end()] = come[-1].end()

    def start(self, old: int) -> int | None:
        """Return where in the later version starts what starts here."""
        return self._starts.get(old)

    def end(self, old: int) -> int | None:
        """Return where in the later version ends what ends here."""
        return self._ends.get(old)

    def keeps(self, span: Span) -> bool:
        """Return whether words of the earlier version stand in the later one, at their place."""
        start, end = self._starts.get(span.start), self._ends.get(span.end)
        return start is not None and end is not None and self.new.text[start:end] == span.text

    def kept(self, span: Span) -> bool:
        """Return whether words of the later version stood in the earlier one, at their place."""
        start, end = self._old_starts.get(span.start), self._old_ends.get(span.end)
        return start is not None and end is not None and self.old.text[start:end] == span.text

    def changes(self, old: Sequence[Span], new: Sequence[Span]) -> bool:
        """Return whether the later version took something out of these words, or put something into them."""
        return any(_meet(span, removed) for span in old for removed in self.removed) or any(
            _meet(span, added) for span in new for added in self.added
        )


class Versions:
    """The articles of two records beside each other."""

    def __init__(self, old: Record, new: Record) -> None:
        """Find the articles that are gone, fresh, or another version of one with the same address or the same name."""
        self.old: Mapping[str, Article] = {article.id: article for article in old.articles}
        self.new: Mapping[str, Article] = {article.id: article for article in new.articles}
        gone = [article for article in old.articles if article.id not in self.new]
        fresh = [article for article in new.articles if article.id not in self.old]
        pairs = _versions(gone, fresh)
        self.changed: Mapping[str, Alignment] = {one.id: Alignment(one, other) for one, other in pairs}
        self.version_of: Mapping[str, Alignment] = {one.new.id: one for one in self.changed.values()}
        self.gone = tuple(article for article in gone if article.id not in self.changed)
        self.fresh = tuple(article for article in fresh if article.id not in self.version_of)

    def old_marks(self, span: Span) -> set[Mark]:
        """Return the ends of a span of the old record, where they stand in the new one."""
        alignment = self.changed.get(span.article)
        if alignment is None:
            return new_marks(span)
        ends = (("start", alignment.start(span.start)), ("end", alignment.end(span.end)))
        return {(alignment.new.id, which, place) for which, place in ends if place is not None}

    def is_gone(self, span: Span) -> bool:
        """Return whether the new record has no article any more that says these words of the old one."""
        alignment = self.changed.get(span.article)
        return span.article not in self.new and (alignment is None or not alignment.keeps(span))

    def why_gone(self, spans: Iterable[Span]) -> str:
        """Return why words of the old record stand in the new one no more."""
        return "its text was changed" if any(span.article in self.changed for span in spans) else ARTICLE_GONE

    def is_fresh(self, span: Span) -> bool:
        """Return whether no article of the old record said these words of the new one; a print says them again."""
        if span.article in self.old:
            return False
        article, alignment = self.new[span.article], self.version_of.get(span.article)
        if article.copy_of in self.old and any(one.start <= span.start < one.end for one in article.copied):
            return False
        return alignment is None or not alignment.kept(span)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def new_marks(span: Span) -> set[Mark]:
    """Return the ends of a span of the new record."""
    return {(span.article, "start", span.start), (span.article, "end", span.end)}


def _versions(gone: Sequence[Article], fresh: Sequence[Article]) -> list[tuple[Article, Article]]:
    """Return the articles that have one address, and those of one name that have most of their words in common."""
    found: dict[str, tuple[Article, Article]] = {}
    taken: set[str] = set()
    for name_of in (_address, _source):
        named: dict[str, list[Article]] = {}
        for article in fresh:
            named.setdefault(name_of(article), []).append(article)
        for one in gone:
            name = name_of(one)
            for other in named.get(name, ()) if name and one.id not in found else ():
                if other.id not in taken and (name_of is _address or _alike(one, other)):
                    found[one.id] = one, other
                    taken.add(other.id)
                    break
    return list(found.values())


def _address(article: Article) -> str:
    return article.url or ""


def _source(article: Article) -> str:
    return article.source


def _alike(one: Article, other: Article) -> bool:
    words, others = set(content_words(one.text)), set(content_words(other.text))
    return len(words & others) >= ALIKE * max(1, min(len(words), len(others)))


def _words(found: Iterable[re.Match[str]]) -> list[str]:
    return [match.group() for match in found]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of words that two texts share, or that one has instead of the other; ends exclusive."""

    same: bool
    first: int
    last: int
    new_first: int
    new_last: int

    def length(self) -> int:
        """Return the number of words of the longer side."""
        return max(self.last - self.first, self.new_last - self.new_first)


def _blocks(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Return the stretches of two texts in order; a few shared words amid others are taken for chance."""
    if len(old) * len(new) > MOST_PAIRS:
        return [Block(same=False, first=0, last=len(old), new_first=0, new_last=len(new))]
    steps = Indel.opcodes(old, new)
    found = _joined(
        Block(step.tag == "equal", step.src_start, step.src_end, step.dest_start, step.dest_end) for step in steps
    )
    return _joined(
        replace(block, same=False) if block.same and _by_chance(found, place) else block
        for place, block in enumerate(found)
    )


def _by_chance(blocks: Sequence[Block], place: int) -> bool:
    beside = (*blocks[max(place - 1, 0) : place], *blocks[place + 1 : place + 2])
    return blocks[place].length() < ANCHOR and any(block.length() > CORRECTION for block in beside)


def _joined(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks with those that are not shared, one after the other, as one."""
    joined: list[Block] = []
    for block in blocks:
        if joined and not block.same and not joined[-1].same:
            joined[-1] = replace(joined[-1], last=block.last, new_last=block.new_last)
        else:
            joined.append(block)
    return joined
