"""Which articles are prints of another, or of one wire report.

Candidates come from MinHash (Broder 1997) over pieces of the bodies, so that a short print within a long article is
found too; each is then checked token by token. Reports that quote one speech, or print one document, are no copies: the
report's own words decide, and above all its opening, which a print keeps and an independent report does not.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

import msgspec
import numpy as np
from rensa.rensa import RMinHash, RMinHashLSH

from rashomon.link.shingles import Body, Mask, body_of, found_in
from rashomon.records import Article, Span
from rashomon.values.dates import precedence

PERMUTATIONS = 128
BANDS = 64
"""Two pieces that share a seventh of their runs become candidates three times out of four, a third of them always."""
SEED = 1
PIECE = 150
"""Runs in a piece."""
FEWEST_TOKENS = 30
"""A body shorter than this is compared with nothing."""
FOLDED = 0.5
"""Share of the shorter body, and of the words of its own, above which two articles are prints of one report."""
LEAST_PART = 0.33
"""Share of a print that must stand in the first print, at least."""
OPENING_TOKENS = 60
REWRITTEN = 0.8
"""Share of its own words that a print with another opening keeps."""
ALL = 0.95
SHOWN_RUN = 8
"""Tokens; a shorter run is not shown as copied."""
CHECKED = 12
"""Candidates that are checked for one article, the likeliest first."""


@dataclass(slots=True)
class _Index:
    """The articles that others may be prints of."""

    bodies: dict[int, Body] = field(default_factory=dict)
    pieces: list[int] = field(default_factory=list)
    lsh: RMinHashLSH = field(default_factory=lambda: RMinHashLSH(0.1, PERMUTATIONS, BANDS))

    def add(self, rank: int, body: Body, sketches: list[RMinHash]) -> None:
        """Make an article findable by its place in the order of publication."""
        self.bodies[rank] = body
        for sketch in sketches:
            self.lsh.insert(len(self.pieces), sketch)
            self.pieces.append(rank)

    def candidates(self, sketches: list[RMinHash]) -> list[int]:
        """Return the articles that share most pieces, the earlier first among equals."""
        counts: Counter[int] = Counter()
        for sketch in sketches:
            counts.update({self.pieces[key] for key in self.lsh.query(sketch)})
        return sorted(counts, key=lambda rank: (-counts[rank], rank))[:CHECKED]


def with_copies(articles: Sequence[Article]) -> list[Article]:
    """Return the articles with ``copy_of``, ``shared`` and ``copied`` filled in, in the same order.

    ``copy_of`` is the earliest print of the report, to the minute where zones tell it (then the smallest id); a print
    whose date is not known is not the earliest. The cost grows with the number of articles, not with its square: an
    article is compared with first prints only.
    """
    index = _Index()
    copies: dict[str, Article] = {}
    order = sorted(articles, key=_precedence)
    for rank, article in enumerate(order):
        body = body_of(article)
        if len(body.starts) < FEWEST_TOKENS:
            continue
        sketches = _sketches(body)
        first = next((other for other in index.candidates(sketches) if is_print(body, index.bodies[other])), None)
        if first is None:
            index.add(rank, body, sketches)
        else:
            copies[article.id] = _folded(article, body, order[first], index.bodies[first])
    return [copies.get(article.id, article) for article in articles]


def _precedence(article: Article) -> tuple[date, str, str]:
    return (*precedence(article.published.earliest, article.published.value), article.id)


def _sketches(body: Body) -> list[RMinHash]:
    """Return a MinHash of each piece of a body; the last piece takes what is left over."""
    count = max(1, len(body.shingles) // PIECE)
    sketches = []
    for piece in np.array_split(body.shingles, count):
        sketch = RMinHash(PERMUTATIONS, SEED)
        sketch.update([str(fingerprint) for fingerprint in piece.tolist()])
        sketches.append(sketch)
    return sketches


def is_print(body: Body, first: Body) -> bool:
    """Whether ``body`` is a print of the report that ``first`` is, whole or part.

    Above half of the shorter must stand in the other, and above half of its own words; and either its opening does too,
    or nearly all of its own words do. A long report that takes in a short one is no print of it: most of it is its own.
    Bodies with next to no words of their own are prints of one another when all of both is the same.
    """
    shorter, longer = (body, first) if len(body.starts) <= len(first.starts) else (first, body)
    common = found_in(shorter, longer)
    own = ~shorter.quoted
    part = found_in(body, first).mean()
    if common.mean() <= FOLDED or part < LEAST_PART:
        return False
    if own.sum() < FEWEST_TOKENS:
        return bool(common.mean() >= ALL and found_in(longer, shorter).mean() >= ALL)
    share = common[own].mean()
    opening = common[own][:OPENING_TOKENS].mean()
    return bool(share > FOLDED and (opening > FOLDED or share >= REWRITTEN))


def _folded(article: Article, body: Body, first: Article, first_body: Body) -> Article:
    common = found_in(body, first_body)
    return msgspec.structs.replace(
        article, copy_of=first.id, shared=round(float(common.mean()), 4), copied=_copied(article, body, common)
    )


def _copied(article: Article, body: Body, common: Mask) -> tuple[Span, ...]:
    """Return the runs of common tokens, each within one paragraph."""
    edges = np.flatnonzero(np.diff(common.astype(np.int8), prepend=0, append=0))
    spans = []
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        breaks = np.flatnonzero(np.diff(body.paragraphs[start:end])) + start + 1
        places = [start, *breaks.tolist(), end]
        for first, after in pairwise(places):
            if after - first >= SHOWN_RUN:
                spans.append(article.span(int(body.starts[first]), int(body.ends[after - 1])))
    return tuple(spans)
