"""Draws one sentence of the example story with the marks of the language model: ``python docs/pictures/sentence.py``.

Arcs of the dependencies above the words, and below them a row of bars for each kind of span. Writes ``sentence.svg``
beside this file.
"""

from html import escape
from itertools import pairwise
from pathlib import Path

from spacy.tokens import Span, Token

from rashomon.model import load

SENTENCE = (
    "Its military intelligence service estimated on Wednesday that about 1,200 Ormelian troops had entered Kestravia "
    "since January, some 700 of them in the border province of Sorn alone."
)
LETTER, GAP, STEP, BAR = 7.4, 14, 15, 22
ROWS = ("names", "times", "events", "attribution")
COLOURS = {"names": "#2b6cb0", "times": "#2f855a", "events": "#b7791f", "attribution": "#9b2c2c"}
STYLE = (
    "text{font-family:Georgia,'Times New Roman',serif;font-size:15px;fill:#1a202c}"
    ".small{font-size:10px;font-family:Helvetica,Arial,sans-serif;fill:#4a5568}"
    ".row{font-size:11px;font-family:Helvetica,Arial,sans-serif;font-weight:bold}"
    "path{fill:none;stroke:#718096;stroke-width:1}"
)


def levels(arcs: list[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """Return the height of each arc: one above the highest of those that it spans or crosses."""
    found: dict[tuple[int, int], int] = {}
    for low, high in sorted(arcs, key=lambda arc: (arc[1] - arc[0], arc)):
        under = [level for (one, other), level in found.items() if one < high and low < other]
        found[low, high] = max(under, default=0) + 1
    return found


def spans_of(words: list[Token]) -> dict[str, list[tuple[Span, str]]]:
    """Return the spans of each row with what is written on them."""
    doc = words[0].doc
    return {
        "names": [(ent, ent.label_) for ent in doc.ents],
        "times": [(span, span.label_) for span in doc.spans["times"]],
        "events": [(span, f"{span.label_.lower()}, {span._.status}") for span in doc.spans["events"]],
        "attribution": [(span, span.label_) for span in doc.spans["attribution"]],
    }


def draw(words: list[Token]) -> str:
    """Return the picture as SVG."""
    widths = [max(len(word.text) * LETTER, len(word.pos_) * 6.2) + GAP for word in words]
    left = [100.0]
    for width in widths:
        left.append(left[-1] + width)
    middle = [(one + other) / 2 for one, other in pairwise(left)]
    arcs = levels([(min(word.i, word.head.i), max(word.i, word.head.i)) for word in words if word.head.i != word.i])
    base = 24 + STEP * max(arcs.values())
    parts = []
    for word in words:
        if word.head.i == word.i:
            parts.append(
                f'<text class="small" x="{middle[word.i]:.0f}" y="{base - 8}" text-anchor="middle">root</text>'
            )
            continue
        low, high = min(word.i, word.head.i), max(word.i, word.head.i)
        top = base - STEP * arcs[low, high]
        from_, to = middle[word.head.i] + (4 if word.head.i < word.i else -4), middle[word.i]
        bend = 6 if to > from_ else -6
        parts.append(
            f'<path d="M{from_:.0f} {base}L{from_:.0f} {top + 6}Q{from_:.0f} {top} {from_ + bend:.0f} {top}'
            f'L{to - bend:.0f} {top}Q{to:.0f} {top} {to:.0f} {top + 6}L{to:.0f} {base}m-3 -6l3 6l3 -6"/>'
            f'<text class="small" x="{(from_ + to) / 2:.0f}" y="{top - 2}" text-anchor="middle">{word.dep_}</text>'
        )
    parts.extend(
        f'<text x="{middle[word.i]:.0f}" y="{base + 20}" text-anchor="middle">{escape(word.text)}</text>'
        f'<text class="small" x="{middle[word.i]:.0f}" y="{base + 34}" text-anchor="middle">{word.pos_}</text>'
        for word in words
    )
    height = base + 46
    for row in ROWS:
        parts.append(f'<text class="row" x="8" y="{height + 15}" fill="{COLOURS[row]}">{row}</text>')
        for span, label in spans_of(words)[row]:
            start, end = left[span.start] + 3, left[span.end] - 3
            parts.append(
                f'<rect x="{start:.0f}" y="{height}" width="{end - start:.0f}" height="{BAR}" rx="3"'
                f' fill="{COLOURS[row]}" fill-opacity="0.15" stroke="{COLOURS[row]}"/>'
                f'<text class="small" x="{(start + end) / 2:.0f}" y="{height + 14}" text-anchor="middle">{label}</text>'
            )
        height += BAR + 8
    title = f"<title>{escape(SENTENCE)}</title>"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left[-1] + 8:.0f} {height + 4}" role="img">{title}'
        f'<style>{STYLE}</style><rect width="100%" height="100%" fill="#fff"/>{"".join(parts)}</svg>\n'
    )


if __name__ == "__main__":
    Path(__file__).with_name("sentence.svg").write_text(draw(list(load()(SENTENCE))), encoding="utf-8")
