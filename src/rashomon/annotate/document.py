"""An article as the language model reads it: its text without the furniture, offsets kept."""

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

from rashomon.annotate.headings import subheadings
from rashomon.model.pieces import PARAGRAPH_END
from rashomon.records import BODY_KINDS, Article, Paragraph, ParagraphKind, Span
from rashomon.text import blanked

READ: frozenset[ParagraphKind] = BODY_KINDS | {"headline", "caption", "dateline"}
"""Kinds of paragraphs that are read; those outside the body may name people and days, and tell nothing."""
LINE_ENDS = " \t\u00a0:-–—"
LOW, HIGH = "„", "“"
"""Marks of a quotation in the German and Slavic manner."""
SINGLE = frozenset({"'", "‘", "’"})
"""Marks that are apostrophes as well: the part of speech tells."""
OPENING, CLOSING, STRAIGHT = frozenset("“„«"), frozenset("”»"), '"'


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its marks. Lists go by token."""

    article: Article
    doc: Doc
    paragraph: list[int]
    """Number of the paragraph in ``article.paragraphs``."""
    in_body: list[bool]
    """Whether the token stands in the body, and not in a subheading, which tells nothing."""
    quoted: list[bool]
    """Whether the token stands between quotation marks, these included."""

    def span(self, first: int, after: int) -> Span:
        """Return the tokens ``first`` to ``after`` (exclusive) as evidence, without white space at the ends."""
        while after - 1 > first and self.doc[after - 1].is_space:
            after -= 1
        while first < after - 1 and self.doc[first].is_space:
            first += 1
        last = self.doc[after - 1]
        return self.article.span(self.doc[first].idx, last.idx + len(last))

    def places(self, span: Span) -> range:
        """Return the places of the tokens that evidence stands on, at least one."""
        tokens = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        return range(tokens.start, tokens.end)

    def is_body(self, span: Span) -> bool:
        """Return whether evidence stands in the body."""
        return any(extent.start <= span.start and span.end <= extent.end for extent in self.article.body)

    def same_paragraph(self, one: int, other: int) -> bool:
        """Return whether two tokens stand in one paragraph."""
        return self.paragraph[one] == self.paragraph[other]


def text_to_read(article: Article) -> str:
    """Return the text with everything blanked out that is not read, as long as the article's own."""
    parts: list[str] = []
    place = 0
    for paragraph in article.paragraphs:
        if paragraph.kind in READ:
            start = _after_dateline(article, paragraph)
            parts += [_between(article.text[place:start]), article.text[start : paragraph.end]]
            place = paragraph.end
    parts.append(_between(article.text[place:]))
    return "".join(parts)


def _between(text: str) -> str:
    """Return white space in place of what stands between two paragraphs, with a mark that the first one ends."""
    space = blanked(text)
    return space.replace("\n", PARAGRAPH_END, 1)


def _after_dateline(article: Article, paragraph: Paragraph) -> int:
    """Return where a paragraph's first sentence begins, behind a dateline and the dash or colon that ends it."""
    line = article.dateline
    if line is None or paragraph.kind not in BODY_KINDS or not paragraph.start <= line.start < line.end < paragraph.end:
        return paragraph.start
    rest = article.text[line.end : paragraph.end]
    return line.end + len(rest) - len(rest.lstrip(LINE_ENDS))


def document(article: Article, doc: Doc) -> Document:
    """Return an article with its marks, which ``doc`` holds."""
    starts = [paragraph.start for paragraph in article.paragraphs]
    numbers = [max(0, bisect_right(starts, token.idx) - 1) for token in doc]
    headings = subheadings(article)
    bodies = [
        paragraph.kind in BODY_KINDS and number not in headings for number, paragraph in enumerate(article.paragraphs)
    ]
    return Document(article, doc, numbers, [bodies[number] for number in numbers], _quoted(doc, numbers))


def _quoted(doc: Doc, paragraphs: list[int]) -> list[bool]:
    """Tell which tokens stand between quotation marks; a quote ends with its paragraph at the latest."""
    found = []
    opener, paragraph = "", -1
    for token, number in zip(doc, paragraphs, strict=True):
        if number != paragraph:
            opener, paragraph = "", number
        text = token.text
        single = text in SINGLE
        closes = bool(opener) and (text[-1] in CLOSING or text == STRAIGHT or (opener == LOW and text == HIGH))
        closes = closes or (single and opener in SINGLE and token.tag_ == "''")
        opens = text[0] in OPENING or text == STRAIGHT or (single and not opener and token.tag_ == "``")
        if not closes and opens:
            opener = text[0]
        found.append(bool(opener))
        opener = "" if closes else opener
    return found
