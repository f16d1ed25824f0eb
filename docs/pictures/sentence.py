"""Draws one sentence of the example story with the marks of the language model: ``python docs/pictures/sentence.py``.

Arcs of the dependencies above the words, and below them a row of bars for each kind of span. Writes ``sentence.svg``
beside this file.
"""

from html import escape
from itertools import pairwise
from pathlib import Path

from spacy.tokens import Span

from rashomon.model import load

ACCOUNT = Path(__file__).parents[2] / "examples" / "tamarel" / "accounts" / "pact-clears-assembly.txt"
BEGINS = "Its military intelligence service"
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


def spans_of(sentence: Span) -> dict[str, list[tuple[int, int, str]]]:
    """Return the spans of each row: first word, word after the last, counted from the sentence's first, and label."""
    doc = sentence.doc
    found = {
        "names": [(ent, ent.label_) for ent in doc.ents],
        "times": [(span, span.label_) for span in doc.spans["times"]],
        "events": [(span, span._.status) for span in doc.spans["events"]],
        "attribution": [(span, span.label_) for span in doc.spans["attribution"]],
    }
    return {
        row: [
            (span.start - sentence.start, span.end - sentence.start, label)
            for span, label in spans
            if sentence.start <= span.start and span.end <= sentence.end
        ]
        for row, spans in found.items()
    }


def draw(sentence: Span) -> str:
    """Return the picture as SVG."""
    words = [word for word in sentence if not word.is_space]
    first = sentence.start
    widths = [max(len(word.text) * LETTER, len(word.pos_) * 6.2) + GAP for word in words]
    left = [100.0]
    for width in widths:
        left.append(left[-1] + width)
    middle = [(one + other) / 2 for one, other in pairwise(left)]
    heads = [word.head.i - first for word in words]
    arcs = levels([(min(place, head), max(place, head)) for place, head in enumerate(heads) if place != head])
    base = 24 + STEP * max(arcs.values())
    parts = []
    for place, (word, head) in enumerate(zip(words, heads, strict=True)):
        if place == head:
            parts.append(
                f'<text class="small" x="{middle[place] - 8:.0f}" y="{base - 4}" text-anchor="end">root</text>'
            )
            continue
        top = base - STEP * arcs[min(place, head), max(place, head)]
        from_, to = middle[head] + (4 if head < place else -4), middle[place]
        bend = 6 if to > from_ else -6
        parts.append(
            f'<path d="M{from_:.0f} {base}L{from_:.0f} {top + 6}Q{from_:.0f} {top} {from_ + bend:.0f} {top}'
            f'L{to - bend:.0f} {top}Q{to:.0f} {top} {to:.0f} {top + 6}L{to:.0f} {base}m-3 -6l3 6l3 -6"/>'
            f'<text class="small" x="{(from_ + to) / 2:.0f}" y="{top - 2}" text-anchor="middle">{word.dep_}</text>'
        )
    parts.extend(
        f'<text x="{at:.0f}" y="{base + 20}" text-anchor="middle">{escape(word.text)}</text>'
        f'<text class="small" x="{at:.0f}" y="{base + 34}" text-anchor="middle">{word.pos_}</text>'
        for word, at in zip(words, middle, strict=True)
    )
    height = base + 46
    for row in ROWS:
        parts.append(f'<text class="row" x="8" y="{height + 15}" fill="{COLOURS[row]}">{row}</text>')
        for begin, after, label in spans_of(sentence)[row]:
            start, end = left[begin] + 3, left[after] - 3
            parts.append(
                f'<rect x="{start:.0f}" y="{height}" width="{end - start:.0f}" height="{BAR}" rx="3"'
                f' fill="{COLOURS[row]}" fill-opacity="0.15" stroke="{COLOURS[row]}"/>'
                f'<text class="small" x="{(start + end) / 2:.0f}" y="{height + 14}" text-anchor="middle">{label}</text>'
            )
        height += BAR + 8
    title = f"<title>{escape(sentence.text.strip())}</title>"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left[-1] + 8:.0f} {height + 4}" role="img">{title}'
        f'<style>{STYLE}</style><rect width="100%" height="100%" fill="#fff"/>{"".join(parts)}</svg>\n'
    )


if __name__ == "__main__":
    sentences = load()(ACCOUNT.read_text(encoding="utf-8")).sents
    picture = draw(next(sentence for sentence in sentences if sentence.text.startswith(BEGINS)))
    Path(__file__).with_name("sentence.svg").write_text(picture, encoding="utf-8")
