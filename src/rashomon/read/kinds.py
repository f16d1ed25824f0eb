"""What each paragraph of an article is: body, or which kind of furniture.

The scores of the draft say what is body. Words that can't be body overrule them; the order of a news page (furniture,
headline, standfirst, byline, date, body, furniture) and the elements of the page name the rest.
"""

import re
from collections import Counter
from dataclasses import dataclass

from rapidfuzz import fuzz

from rashomon.languages.page_words import page_words
from rashomon.languages.prose import content_words
from rashomon.read.byline import bare_name, led_names
from rashomon.read.dateline import find_dateline
from rashomon.read.draft import BODY, Block, Draft
from rashomon.read.furniture import appeal_kind, appeals, certain_kind, is_inserted_headline
from rashomon.read.stamps import has_date_line, is_date_line
from rashomon.records import ParagraphKind
from rashomon.text import words

HEADLINE_WORDS = range(2, 36)
FEWEST_UNTITLED = 3
"""Words of a headline that neither its element nor the page's title tells of."""
HEADLINE_SHARE = 0.3
"""Share of its content words that a headline has in common with the body, at least."""
SAME_TITLE = 0.85
"""Likeness (Levenshtein ratio) from which a line is what the page's title names."""
NEARLY = 0.6
"""A candidate with this share of the best one's words, standing before it, is the headline."""
SITE_SUFFIX = re.compile(r"\s[|–—-]\s[^|–—]{2,40}$")
LARGEST_INSERTS = 3
"""More lines in capitals than this within the body are its own subheads."""
SPOKEN = re.compile(r"[“\"‘„«].{1,200}[.!?…][”\"’“»]")
"""A paragraph that is nothing but somebody's words; below body it is body, however short."""
SHORT_LINE = 8
NEAR_HEADLINE = 6
"""Paragraphs from the headline within which a line of authors belongs to this article."""
AUTHOR_LABELS = frozenset(("byline", "author", "authors"))
STANDFIRSTS = 2
"""Paragraphs that a standfirst has at most."""


@dataclass(slots=True)
class _Lines:
    """The paragraphs of one article while their kinds are settled; ``kinds[i]`` is None until it is."""

    texts: list[str]
    blocks: tuple[Block, ...]
    kinds: list[ParagraphKind | None]

    def open(self, start: int, end: int) -> list[int]:
        """Return the places from ``start`` to ``end`` whose kind is not settled."""
        return [place for place in range(start, end) if self.kinds[place] is None]


def paragraph_kinds(draft: Draft) -> list[ParagraphKind]:
    """Return the kind of each block of ``draft``."""
    texts = [" ".join(draft.words_of(block).splitlines()) for block in draft.blocks]
    lines = _Lines(texts, draft.blocks, [None] * len(texts))
    is_body = [score >= BODY for score in draft.scores]
    for place, text in enumerate(texts):
        lines.kinds[place] = _certain(text, draft.blocks[place])
        if place and is_body[place - 1] and lines.kinds[place] is None and SPOKEN.fullmatch(text):
            is_body[place] = True
    _settle_appeals(lines, is_body)
    _settle_inserts(lines, is_body)
    body = [place for place in lines.open(0, len(texts)) if is_body[place]]
    if body:
        _settle_head(lines, body, draft)
        for place in body:
            lines.kinds[place] = lines.kinds[place] or "body"
    _settle_rest(lines, body)
    return [kind or "other" for kind in lines.kinds]


def _certain(text: str, block: Block) -> ParagraphKind | None:
    if "figcaption" in block.tags:
        return "caption"
    if led_names(text) is not None:
        return "byline"
    if is_date_line(text):
        return "header"
    dateline = find_dateline(text, 0, len(text))
    return "dateline" if dateline is not None and dateline.is_alone else certain_kind(text)


def _settle_appeals(lines: _Lines, is_body: list[bool]) -> None:
    marks = [_by_place(block) for block in lines.blocks]
    found = appeals(lines.texts, is_body, [mark in OPENING for mark in marks])
    kind: ParagraphKind = "donation"
    for place in reversed(range(len(found))):
        if not found[place]:
            kind = "donation"
            continue
        mark = marks[place]
        kind = mark if mark is not None and mark in OPENING else appeal_kind(lines.texts[place], kind)
        if lines.kinds[place] is None:
            lines.kinds[place] = kind


def _settle_inserts(lines: _Lines, is_body: list[bool]) -> None:
    """Find headlines of other articles within the body."""
    found = [
        place
        for place in lines.open(0, len(lines.texts))
        if is_body[place] and not _is_heading(lines.blocks[place]) and is_inserted_headline(lines.texts[place])
    ]
    first = next(
        (place for place in lines.open(0, len(lines.texts)) if is_body[place] and place not in found), len(is_body)
    )
    inside = [place for place in found if place > first]
    if len(inside) <= LARGEST_INSERTS:
        for place in inside:
            lines.kinds[place] = "related"


def _is_heading(block: Block) -> bool:
    return not {"h1", "h2", "h3", "h4"}.isdisjoint(block.tags)


def _settle_head(lines: _Lines, body: list[int], draft: Draft) -> None:
    """Find headline, standfirst, byline and date lines above the body, and a byline or date right below it."""
    top = _headline(lines, body, draft)
    if top is not None:
        lines.kinds[top] = "headline"
    first = body[0]
    near = [*range(first), *range(body[-1] + 1, min(len(lines.texts), body[-1] + 4))]
    stamped = {place for place in near if has_date_line(lines.texts[place])}
    for place in near:
        if lines.kinds[place] is None:
            lines.kinds[place] = _credit_kind(lines, place, stamped, range(top if top is not None else first, first))
    if top is None:
        return
    named = [place for place in range(top + 1, len(lines.texts)) if lines.kinds[place] in ("byline", "header")]
    below = max((place for place in named if place <= first + STANDFIRSTS), default=first)
    _settle_standfirst(lines, body, range(top + 1, max(first, below)), draft)


def _settle_standfirst(lines: _Lines, body: list[int], places: range, draft: Draft) -> None:
    """Find the sentences under the headline that sum the article up; other furniture ends them."""
    described = {_bare(entry.text) for entry in draft.metadata if entry.field in DESCRIPTION_FIELDS}
    found = 0
    for place in places:
        kind = lines.kinds[place]
        if kind is None and found < STANDFIRSTS and _is_standfirst(lines, place, body, described):
            lines.kinds[place] = "standfirst"
            found += 1
        elif kind not in ("byline", "header", "caption", "share", "comments"):
            return


def _credit_kind(lines: _Lines, place: int, stamped: set[int], head: range) -> ParagraphKind | None:
    """Tell author and date lines.

    A bare name is an author's in an element for authors; in bare text, between headline and body and beside a date.
    """
    text, block = lines.texts[place], lines.blocks[place]
    if block.xpath is None:
        is_credit = place in head and not stamped.isdisjoint(range(place - 2, place + 3))
    else:
        is_credit = bool(head) and abs(place - head[0]) <= NEAR_HEADLINE and not AUTHOR_LABELS.isdisjoint(block.labels)
    if is_credit and bare_name(text):
        return "byline"
    return "header" if place in stamped else None


def _headline(lines: _Lines, body: list[int], draft: Draft) -> int | None:
    """Return the place of the headline: the line that the page's title names, else the one that the body bears out."""
    shaped = [
        place
        for place in lines.open(0, len(lines.texts))
        if len(lines.texts[place].split()) in HEADLINE_WORDS and not lines.texts[place].endswith((".", ":", ","))
    ]
    titles = [_bare(entry.text) for entry in draft.metadata if entry.field in TITLE_FIELDS]
    alike = {place: max((_alike(lines.texts[place], title) for title in titles), default=0.0) for place in shaped}
    named = max(alike.values(), default=0.0)
    if named >= SAME_TITLE:
        return min(
            (place for place, value in alike.items() if value == named),
            key=lambda place: ("h1" not in lines.blocks[place].tags, place),
        )
    first = lines.blocks[body[0]], lines.texts[body[0]]
    may_be_first = _is_heading(first[0]) or is_inserted_headline(first[1])
    above = [place for place in shaped if place < body[0] or (place == body[0] and may_be_first)]
    return _borne_out(lines, [place for place in above if not _is_cue(lines.texts[place])], body)


def _alike(text: str, title: str) -> float:
    """Return how alike a line and a title are, 0 to 1; a title may have the name of the site behind it."""
    bare = _bare(text)
    if not bare or not title:
        return 0.0
    is_start = title.startswith(bare + " ") and len(bare) >= 0.5 * len(title)
    return 1.0 if is_start else float(fuzz.ratio(bare, title)) / 100


def _borne_out(lines: _Lines, candidates: list[int], body: list[int]) -> int | None:
    """Return the first candidate that has about as much of its words in the body as the best one."""
    told = Counter(word for place in body for word in set(content_words(lines.texts[place])))
    shares: dict[int, float] = {}
    for place in candidates:
        if len(lines.texts[place].split()) < FEWEST_UNTITLED and "h1" not in lines.blocks[place].tags:
            continue
        content = content_words(lines.texts[place])
        share = sum(word in told for word in content) / max(1, len(content))
        followed = not {"byline", "header"}.isdisjoint(lines.kinds[place + 1 : place + 3])
        if share >= HEADLINE_SHARE and "h1" in lines.blocks[place].tags:
            share += 1.0
        if share >= HEADLINE_SHARE or followed:
            shares[place] = share
    best = max(shares.values(), default=0.0)
    return next((place for place, share in shares.items() if share >= NEARLY * best), None)


DESCRIPTION_FIELDS = frozenset(("meta description", "meta og:description"))
TITLE_FIELDS = frozenset(("title", "meta og:title", "meta twitter:title", "json-ld headline"))


def _bare(title: str) -> str:
    return " ".join(words(SITE_SUFFIX.sub("", title)))


def _is_cue(text: str) -> bool:
    table = page_words()
    return len(text.split()) <= SHORT_LINE and any(
        table.short[kind].search(text) for kind in ("comments", "subscription", "notice", "related", "header")
    )


def _is_standfirst(lines: _Lines, place: int, body: list[int], described: set[str]) -> bool:
    text, block = lines.texts[place], lines.blocks[place]
    if len(text.split()) < 6 or is_inserted_headline(text) or _is_cue(text) or block.linked > 0.5:
        return False
    if _bare(text) in described or not page_words().standfirst.isdisjoint(block.labels):
        return True
    told = {word for other in body if other != place for word in content_words(lines.texts[other])}
    content = content_words(text)
    return sum(word in told for word in content) >= HEADLINE_SHARE * max(1, len(content))


def _settle_rest(lines: _Lines, body: list[int]) -> None:
    """Name the furniture that is left: by its elements, its words, and the block that it stands in."""
    first = body[0] if body else len(lines.texts)
    section: ParagraphKind | None = None
    for place, text in enumerate(lines.texts):
        kind = lines.kinds[place]
        if kind in ("body", "standfirst", "headline"):
            section = None
        elif kind is not None:
            section = kind if kind in OPENING and place > first else section
        else:
            kind = _by_place(lines.blocks[place]) or _by_words(text)
            if kind is None and section is not None and lines.blocks[place].linked < 0.9:
                kind = section
            elif kind in OPENING and (place > first or kind == "related"):
                section = kind
            lines.kinds[place] = kind or section or _by_shape(text, lines.blocks[place], above=place < first)


OPENING: frozenset[ParagraphKind] = frozenset(("comments", "related", "subscription", "donation"))
"""Kinds that come in blocks: a line without words of its own belongs to the block it stands in."""


def _by_place(block: Block) -> ParagraphKind | None:
    """Tell the kind from the elements around a paragraph."""
    if "nav" in block.tags or "footer" in block.tags:
        return "navigation"
    labels = page_words().labels
    kinds: Counter[ParagraphKind] = Counter(labels[label] for label in block.labels if label in labels)
    if not kinds:
        return None
    best: ParagraphKind = min(kinds, key=lambda kind: (-kinds[kind], kind))
    return best


def _by_words(text: str) -> ParagraphKind | None:
    table = page_words()
    if len(text.split()) > table.short_words:
        return None
    return next((kind for kind, pattern in table.short.items() if pattern.search(text)), None)


def _by_shape(text: str, block: Block, *, above: bool) -> ParagraphKind:
    """Tell links and labels of the site from text that says nothing of itself."""
    count = len(text.split())
    if above and count <= 5 and page_words().masthead.search(text) and text == text.title():
        return "header"
    if count <= 4 and not text.endswith("."):
        return "navigation"
    if block.linked > 0.8 or is_inserted_headline(text):
        return "related"
    return "header" if above and count <= SHORT_LINE else "other"
