"""Saved pages: all visible text with its XPaths, and the body that an extractor finds laid onto it."""

import re
from collections import Counter
from collections.abc import Iterator

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from rapidfuzz.distance import LCSseq

from rashomon.model.paragraphs import body_scores
from rashomon.read import limits
from rashomon.read.draft import Block, Draft, Given, Unreadable, check_length
from rashomon.read.metadata import page_metadata
from rashomon.read.visible import visible_text
from rashomon.text import words

PAGE_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
ANY_TAG = re.compile(
    r"</?(?:html|head|body|div|p|span|a|article|section|table|br|h[1-6]|ul|li|meta|script)\b", re.IGNORECASE
)
GENERATOR = "Rashomon"
"""What pages that this program wrote say of themselves."""
PIECE = 12_000
"""Tokens of a page that are compared at a time."""
RUN = 4
"""Tokens in a row that must agree for a part of a paragraph to count as found by the extractor."""


def looks_like_page(text: str) -> bool:
    """Whether decoded text is HTML: by how it starts, or by many tags near its start."""
    return PAGE_START.match(text[:5000]) is not None or len(ANY_TAG.findall(text[:5000])) >= 10


def draft_page(text: str, given: Given) -> Draft:
    """Take a page apart. Raises ``Unreadable`` when it has too many elements, is too deep, or shows no text."""
    root = _parsed(text)
    seen, blocks = visible_text(root)
    if not blocks:
        raise Unreadable("a page without visible text")
    check_length(len(seen), len(blocks))
    metadata = page_metadata(root)
    if any(entry.field == "meta generator" and entry.text == GENERATOR for entry in metadata):
        raise Unreadable("a page that this program wrote")
    extracted = _extracted(root)
    if extracted:
        scores = _coverage(seen, blocks, extracted)
    else:
        scores = tuple(body_scores([seen[block.start : block.end] for block in blocks], [True] * len(blocks)))
    return Draft(text=seen, blocks=blocks, scores=scores, metadata=metadata, given=given)


def _parsed(text: str) -> HtmlElement:
    tags = text.count("<")
    if tags > 3 * limits.ELEMENTS:
        raise Unreadable(f"{tags:,} tags, the limit is {3 * limits.ELEMENTS:,}")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = document_fromstring(text.replace("\0", "\ufffd").encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable("a page without content") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise Unreadable("elements too deep inside one another")  # libxml2 stops at 256
    elements = sum(1 for _ in root.iter())
    if elements > limits.ELEMENTS:
        raise Unreadable(f"{elements:,} elements, the limit is {limits.ELEMENTS:,}")
    return root


def _extracted(root: HtmlElement) -> str:
    """Return the body that trafilatura (Barbaresi 2021) finds; the tree is left in pieces."""
    found = trafilatura.extract(root, include_comments=False, favor_precision=True)
    return found or ""


def _coverage(seen: str, blocks: tuple[Block, ...], extracted: str) -> tuple[float, ...]:
    """Lay the extracted body onto the blocks: the share of each block's tokens that stand in it, in order.

    Only runs of ``RUN`` tokens, or a block that is a whole line of it, count as found: a lone word is found anywhere.
    """
    lines = {tuple(words(line)) for line in extracted.splitlines()}
    block_words = [words(seen[block.start : block.end]) for block in blocks]
    owners = [number for number, found in enumerate(block_words) for _ in found]
    tokens = [word for found in block_words for word in found]
    covered: Counter[int] = Counter()
    for start, end in _common_runs(tokens, words(extracted)):
        for owner, size in Counter(owners[start:end]).items():
            if size >= RUN or tuple(block_words[owner]) in lines:
                covered[owner] += size
    return tuple(covered[number] / max(1, len(found)) for number, found in enumerate(block_words))


def _common_runs(tokens: list[str], extracted: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of ``tokens`` in the longest common subsequence with ``extracted``.

    Long texts are compared piece by piece, each from where the last one was found to end, so that memory stays bounded.
    """
    reached = 0
    for start in range(0, len(tokens), PIECE):
        piece = tokens[start : start + PIECE]
        ahead = extracted[reached : reached + 2 * PIECE]
        found = reached
        for part in LCSseq.opcodes(piece, ahead):
            if part.tag == "equal":
                yield start + part.src_start, start + part.src_end
                if part.src_end - part.src_start >= RUN:
                    found = reached + part.dest_end
        reached = found
