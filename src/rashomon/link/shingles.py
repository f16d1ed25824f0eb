"""The tokens of a body, which of them are quoted, and the fingerprints of their runs."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from rashomon.records import Article

SIZE = 6
"""Tokens in a shingle: long enough that two reports share few by chance, short enough to survive an editor's hand."""
TOKEN = re.compile(r"\w+")
QUOTED = re.compile(
    r"“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|(?<!\w)«[^»]*(?:»|$)|(?<!\w)»[^«]*(?:«|$)|(?<!\w)\"[^\"]*(?:\"|$)"
    r"|(?<!\w)‘(?![\d ])(?:[^’]|’(?=\w)){0,900}’(?!\w)|(?<!\w)'(?![\d ])(?:[^']|'(?=\w)){0,900}'(?!\w)"
)
"""Somebody's words. A double mark that is not closed quotes to the end of the paragraph; an inch is no mark."""
HEADING_WORDS = 8
PROVISION = re.compile(
    r"(?:article|section|paragraph|clause|chapter|annex|artikel|§)\s*(?:\d+|[ivxlc]+)\b\s*(?:[.:)—–-]|$)"
    r"|\(\d+\)\s|\d+\.\s+(?:the part|each|either|if )",
    re.IGNORECASE,
)
"""How a paragraph of a printed document opens."""
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)

Fingerprints = npt.NDArray[np.uint64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Body:
    """The tokens of the body of one article, in order."""

    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    """Offsets of the tokens in the article's text."""
    quoted: Mask
    """Which tokens are somebody's words or a document's, not the report's own."""
    paragraphs: npt.NDArray[np.int64]
    """The place of each token's paragraph."""
    shingles: Fingerprints
    """The fingerprint of the run that starts at each token; the last ``SIZE - 1`` tokens start none."""


@cache
def _fingerprint(token: str) -> int:
    return int.from_bytes(hashlib.blake2b(token.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def body_of(article: Article) -> Body:
    """Return the tokens of the body of ``article``, case and forms of characters folded."""
    starts: list[int] = []
    ends: list[int] = []
    quoted: list[bool] = []
    paragraphs: list[int] = []
    prints: list[int] = []
    under_heading = False
    for place, paragraph in enumerate(article.paragraphs):
        if paragraph.kind != "body":
            continue
        text = article.text[paragraph.start : paragraph.end]
        is_provision = PROVISION.match(text) is not None
        is_document = is_provision or under_heading
        under_heading = is_provision and len(text.split()) <= HEADING_WORDS
        inside = [match.span() for match in QUOTED.finditer(text)]
        passed = 0
        for match in TOKEN.finditer(text):
            while passed < len(inside) and inside[passed][1] <= match.start():
                passed += 1
            starts.append(paragraph.start + match.start())
            ends.append(paragraph.start + match.end())
            quoted.append(is_document or (passed < len(inside) and inside[passed][0] <= match.start()))
            paragraphs.append(place)
            prints.append(_fingerprint(unicodedata.normalize("NFKC", match.group()).casefold()))
    return Body(
        starts=np.array(starts, dtype=np.int64),
        ends=np.array(ends, dtype=np.int64),
        quoted=np.array(quoted, dtype=bool),
        paragraphs=np.array(paragraphs, dtype=np.int64),
        shingles=_runs(np.array(prints, dtype=np.uint64)),
    )


def _runs(prints: Fingerprints) -> Fingerprints:
    """Return a polynomial hash, modulo 2^64, of every run of ``SIZE`` tokens."""
    count = max(0, len(prints) - SIZE + 1)
    runs = np.zeros(count, dtype=np.uint64)
    for offset in range(SIZE):
        runs = runs * MULTIPLIER + prints[offset : offset + count]
    return runs


def found_in(body: Body, other: Body) -> Mask:
    """Return which tokens of ``body`` stand in a run of ``SIZE`` tokens that ``other`` has too."""
    hits = np.isin(body.shingles, other.shingles)
    covered = np.zeros(len(body.starts), dtype=bool)
    for offset in range(SIZE):
        covered[offset : offset + len(hits)] |= hits
    return covered
