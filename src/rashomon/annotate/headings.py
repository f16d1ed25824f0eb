"""Subheadings in the body: lines that stand by themselves between paragraphs of sentences and tell nothing."""

from collections.abc import Sequence

from rashomon.records import Article

WORDS = 12
"""A longer line is a sentence."""
STOPS = ".!?…:;,"
CLOSERS = " \t\u00a0\"'”’“‘»)]"


def subheadings(article: Article) -> frozenset[int]:
    """Return the numbers of the paragraphs that are subheadings.

    Such a line is short, has no stop, and stands between paragraphs that have one: of several lines without stops each
    is an item of a list. A line that goes on in small letters below is none.
    """
    bodies = [
        (number, article.text[paragraph.start : paragraph.end].strip())
        for number, paragraph in enumerate(article.paragraphs)
        if paragraph.kind == "body"
    ]
    is_line = [_is_line(text) for _, text in bodies]
    return frozenset(number for place, (number, _) in enumerate(bodies) if _stands_alone(place, bodies, is_line))


def _stands_alone(place: int, bodies: Sequence[tuple[int, str]], is_line: Sequence[bool]) -> bool:
    if not is_line[place] or place + 1 == len(bodies):
        return False
    goes_on = bodies[place + 1][1][:1].islower()
    return not goes_on and not is_line[place + 1] and not (place and is_line[place - 1])


def _is_line(text: str) -> bool:
    """Tell whether a paragraph is a short line without a stop; a question that is nobody's speech is one too."""
    said = text.rstrip(CLOSERS)
    if not said or not (said[-1].isalnum() or said[-1] in "%?"):
        return False
    if said[-1] == "?" and said != text:
        return False
    return not text[0].islower() and len(text.split(maxsplit=WORDS)) <= WORDS
