"""Which paragraphs are furniture whatever they look like: captions, buttons, inserted headlines, appeals to the reader."""

import re

from rashomon.languages.page_words import page_words
from rashomon.records import ParagraphKind
from rashomon.text import words

QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|„[^“]*“?|«[^»]*»?")
LAST_BRACKET = re.compile(r"[\[(]([^\[\]()]{2,80})[\])]\W?$")
SIGN_OFF = re.compile(r"^(?:additional )?(?:reporting|writing|editing|compiled|translated|written)\b", re.IGNORECASE)
LONGEST_CAPTION = 90
"""Words; a longer paragraph is no caption."""
SENTENCE_END = (".", "!", "?", "…", "”", '"', "’", "'", ":", ";", ",", "»", "“")
APPEAL = 2.5
"""Score from which a paragraph is an appeal; see ``appeal_score``."""
FILLED = 3
"""So many paragraphs between two appeals may belong to them."""
MOST_APPEALS = 0.4
"""Where more of the prose than this would be appeals, the author is speaking to the readers: then none is."""


def certain_kind(text: str) -> ParagraphKind | None:
    """Return the kind of a paragraph that is furniture by its own words alone, else None."""
    for kind, pattern in page_words().whole.items():
        if pattern.fullmatch(text):
            return kind
    return "caption" if is_caption(text) else None


def is_caption(text: str) -> bool:
    """Whether a paragraph opens or closes like the caption of a photograph."""
    if len(text.split()) > LONGEST_CAPTION:
        return False
    table = page_words()
    if table.caption_start.match(text) or table.photo_credit.search(text):
        return True
    bracket = LAST_BRACKET.search(text)
    return bracket is not None and not SIGN_OFF.match(bracket[1]) and table.credit_bracket.search(bracket[1]) is not None


def is_inserted_headline(text: str) -> bool:
    """Whether a paragraph is the headline of another article: six words or more, set in capitals, no sentence.

    Shorter ones may be subheads of the article itself.
    """
    if text.endswith(SENTENCE_END) or text[:1] in "“\"'‘•-–—" or text[:1].isdigit():
        return False
    parts = [part for part in text.split() if part[0].isalpha()]
    long = [part for part in parts if len(part) > 3]
    return len(parts) >= 6 and len(long) >= 4 and sum(part[0].isupper() for part in long) >= 0.85 * len(long) and not text.isupper()


def appeal_score(text: str) -> float:
    """Return how much a paragraph asks the reader for something in the name of the publisher.

    Counted outside quotation marks: 2 for words that only appeals use, 0.5 for each other word of appeals (at most 4),
    0.5 for each "we" or "you" (at most 3). Without any "we" or "you" it is 0, unless words that only appeals use are in it.
    """
    table = page_words()
    unquoted = QUOTED.sub(" ", text)
    strong = len(table.appeal_strong.findall(unquoted))
    address = len(table.address.findall(unquoted))
    if not strong and not address:
        return 0.0
    weak = len(table.appeal_weak.findall(unquoted))
    return 2.0 * min(2, strong) + 0.5 * min(4, weak) + 0.5 * min(3, address)


def appeals(paragraphs: list[str], body: list[bool]) -> list[bool]:
    """Return which paragraphs are prose that appeals to the reader, also where they stand between two that do."""
    scores = [appeal_score(paragraph) for paragraph in paragraphs]
    flagged = [score >= APPEAL for score in scores]
    places = [place for place, is_flagged in enumerate(flagged) if is_flagged]
    for first, second in zip(places, places[1:], strict=False):
        inner = range(first + 1, second)
        if 0 < len(inner) <= FILLED and any(scores[place] > 0 for place in inner):
            for place in inner:
                flagged[place] = True
    flagged = _grown(flagged, scores)
    prose = sum(len(words(paragraph)) for paragraph, is_body in zip(paragraphs, body, strict=True) if is_body)
    appealing = sum(
        len(words(paragraph))
        for paragraph, is_body, is_appeal in zip(paragraphs, body, flagged, strict=True)
        if is_body and is_appeal
    )
    return flagged if appealing <= MOST_APPEALS * max(1, prose) else [False] * len(paragraphs)


def _grown(flagged: list[bool], scores: list[float]) -> list[bool]:
    """Add the neighbours of appeals that speak to the reader too, if more faintly."""
    grown = list(flagged)
    order = list(range(len(grown)))
    for step, sequence in ((1, order), (-1, order[::-1])):
        for place in sequence:
            before = place - step
            if 0 <= before < len(grown) and grown[before] and scores[place] >= APPEAL - 1:
                grown[place] = True
    return grown
