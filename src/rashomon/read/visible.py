"""The visible text of a page: what a reader would see, paragraph by paragraph, with the place of each in the page.

The walk follows the rendering rules that matter to prose (HTML Standard, section 15.3): block elements and line breaks
end a paragraph, white space collapses, what is never rendered is left out. It visits each node once, so that its cost
grows with the page alone.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from rashomon.read.draft import Block

NOT_RENDERED = frozenset(
    "applet area audio base basefont canvas datalist embed frame frameset head iframe input link map meta noembed"
    " noframes noscript object option optgroup param rp script select source style svg template textarea title track"
    " video".split()
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meter nobr output picture"
    " progress q rt ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LABELLED = ("class", "id", "role", "itemprop", "data-testid")
LABELS_KEPT = 4
"""How many elements around the text lend it their labels."""
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
PLAIN_NAME = re.compile(r"[a-z][a-z0-9]*\Z")
LABEL_BREAK = re.compile(r"(?<=[a-z])(?=[A-Z])")
LABEL_WORD = re.compile(r"[a-z]{2,}")
WHITE_SPACE = re.compile(r"[ \t\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")


@dataclass(slots=True)
class _Frame:
    """What the walk knows at one element."""

    xpath: str
    tags: tuple[str, ...]
    labels: tuple[frozenset[str], ...]
    linked: bool
    preformatted: bool
    counts: Counter[str] = field(default_factory=Counter)


class _Writer:
    """Gathers pieces of text into paragraphs, one empty line between them, and knows the offset of each."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.blocks: list[Block] = []
        self.length = 0
        self._run: list[str] = []
        self._linked = 0
        self._frame: _Frame | None = None

    def add(self, text: str, *, inside: _Frame, block: _Frame) -> None:
        """Add text that stands inside one element and belongs to the paragraph of ``block``."""
        if self._frame is None and text.strip():
            self._frame = block
        self._run.append(text)
        if inside.linked:
            self._linked += len(WHITE_SPACE.sub(" ", text).strip())

    def close(self) -> None:
        """End the paragraph."""
        text = WHITE_SPACE.sub(" ", "".join(self._run)).strip()
        if text and self._frame is not None:
            if self.blocks:
                self.parts.append("\n\n")
                self.length += 2
            self.blocks.append(
                Block(
                    start=self.length,
                    end=self.length + len(text),
                    xpath=self._frame.xpath,
                    tags=self._frame.tags,
                    labels=frozenset().union(*self._frame.labels),
                    linked=min(1.0, self._linked / len(text)),
                )
            )
            self.parts.append(text)
            self.length += len(text)
        self._run, self._linked, self._frame = [], 0, None


def visible_text(root: HtmlElement) -> tuple[str, tuple[Block, ...]]:
    """Return the text that a reader sees of the page under ``root``, and its paragraphs in order.

    Paragraphs are parted by one empty line; every one is non-empty and free of line breaks.
    """
    writer = _Writer()
    top = _Frame(xpath="", tags=(), labels=(), linked=False, preformatted=False)
    frames, blocks = [top], [top]
    skipped: HtmlElement | None = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start" and skipped is None:
            frame = _entered(element, frames[-1])
            if element.tag in NOT_RENDERED or _is_hidden(element):
                skipped = element
                continue
            frames.append(frame)
            _break(frame, writer)
            if element.tag not in INLINE and element.tag != "br":
                blocks.append(frame)
            _write(element.text, frame, blocks[-1], writer)
        elif event == "end" and (skipped is None or skipped is element):
            if skipped is None:
                _break(frames.pop(), writer)
                if element.tag not in INLINE and element.tag != "br":
                    blocks.pop()
            skipped = None
            _write(element.tail, frames[-1], blocks[-1], writer)
        elif event in ("comment", "pi") and skipped is None:
            _write(element.tail, frames[-1], blocks[-1], writer)
    writer.close()
    return "".join(writer.parts), tuple(writer.blocks)


def _entered(element: HtmlElement, parent: _Frame) -> _Frame:
    tag = str(element.tag)
    parent.counts[tag] += 1
    parent.counts["*"] += 1
    step = f"{tag}[{parent.counts[tag]}]" if PLAIN_NAME.match(tag) else f"*[{parent.counts['*']}]"
    return _Frame(
        xpath=f"{parent.xpath}/{step}",
        tags=(*parent.tags, tag),
        labels=(*parent.labels, _labels(element))[-LABELS_KEPT:],
        linked=parent.linked or tag in ("a", "button"),
        preformatted=parent.preformatted or tag == "pre",
    )


def _labels(element: HtmlElement) -> frozenset[str]:
    named = " ".join(LABEL_BREAK.sub(" ", element.get(name, "")[:200]) for name in LABELLED)
    return frozenset(LABEL_WORD.findall(named.lower()))


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and HIDDEN_STYLE.search(style) is not None)


def _break(frame: _Frame, writer: _Writer) -> None:
    """End the paragraph where the element of ``frame`` starts or ends, when it is no inline one."""
    tag = frame.tags[-1]
    if tag == "br" and HEADINGS.intersection(frame.tags):
        writer.add(" ", inside=frame, block=frame)
    elif tag not in INLINE:
        writer.close()


def _write(text: str | None, inside: _Frame, block: _Frame, writer: _Writer) -> None:
    if not text:
        return
    for number, line in enumerate(text.split("\n") if inside.preformatted else [text]):
        if number:
            writer.close()
        writer.add(line, inside=inside, block=block)
