"""Which paragraphs are furniture whatever they look like: captions, buttons, inserted headlines, appeals."""

import re
from itertools import pairwise

from rashomon.languages.page_words import page_words
from rashomon.records import ParagraphKind

QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|„[^“]*“?|«[^»]*»?")
LAST_BRACKET = re.compile(r"[\[(]([^\[\]()]{2,80})[\])]\W?$")
SIGN_OFF = re.compile(r"^(?:additional )?(?:reporting|writing|editing|compiled|translated|written)\b", re.IGNORECASE)
LONGEST_CAPTION = 90
"""Words; a longer paragraph is no caption."""
SENTENCE_END = (".", "!", "?", "…", "”", '"', "’", "'", ":", ";", ",", "»", "“")
APPEAL = 2.5
"""Score from which a paragraph is an appeal; see ``appeal_score``."""
FAINT_APPEAL = 1.5
"""Score from which one is that does not look like body, or stands next to an appeal."""
FILLED = 3
"""So many paragraphs between two appeals may belong to them."""
SHORT_APPEAL = 30
"""Words; a longer paragraph is not judged by its imperatives."""
LONGEST_APPEAL = 150
"""Words; a longer paragraph has lost its breaks, and what it asks for is not all it says."""
SHORT_LABEL = 12
"""Words; a longer paragraph without any "we" or "you" speaks to nobody."""
LABEL_WORDS = 8
MOST_SPOKEN = 0.3
"""Where more of the other paragraphs than this say "we" or "you", the author speaks to the readers all along."""


def certain_kind(text: str) -> ParagraphKind | None:
    """Return the kind of a paragraph that is furniture by its own words alone, else None."""
    if page_words().correction.fullmatch(text):
        return "notice"
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
    return (
        bracket is not None and not SIGN_OFF.match(bracket[1]) and table.credit_bracket.search(bracket[1]) is not None
    )


def is_inserted_headline(text: str) -> bool:
    """Whether a paragraph is the headline of another article: six words or more, set in capitals, no sentence.

    Shorter ones may be subheads of the article itself.
    """
    if text.count(",") > 1 or text.endswith(SENTENCE_END) or text[:1] in "“\"'‘•-–—" or text[:1].isdigit():
        return False
    parts = [part for part in text.split() if part[0].isalpha()]
    long = [part for part in parts if len(part) > 3]
    return (
        len(parts) >= 6
        and len(long) >= 4
        and sum(part[0].isupper() for part in long) >= 0.85 * len(long)
        and not text.isupper()
    )


def appeal_score(text: str) -> float:
    """Return how much a paragraph asks the reader for something in the name of the publisher.

    Counted outside quotation marks: 2 for words that only appeals use (at most twice), 0.5 for each other word of
    appeals (at most 4), 0.5 for each "we" or "you" (at most 3), in a short paragraph 1.5 for each sentence that tells
    the reader to do something (at most 2). Without any "we" or "you" it is 0, unless words that only appeals use are
    in it.
    """
    table = page_words()
    unquoted = QUOTED.sub(" ", text)
    strong = len(table.appeal_strong.findall(unquoted))
    address = len(table.address.findall(unquoted))
    count = len(text.split())
    if (not address and (not strong or count > SHORT_LABEL)) or count > LONGEST_APPEAL:
        return 0.0
    weak = len(table.appeal_weak.findall(unquoted))
    told = len(table.imperative.findall(unquoted)) if len(unquoted.split()) <= SHORT_APPEAL else 0
    return 2.0 * min(2, strong) + 0.5 * min(4, weak) + 0.5 * min(3, address) + 1.5 * min(2, told)


def appeals(paragraphs: list[str], body: list[bool], marked: list[bool]) -> list[bool]:
    """Return which paragraphs are prose that appeals to the reader, also where they stand between two that do.

    ``body`` says which look like body; ``marked`` which stand in an element of the page that is made for appeals, where
    the faintest one counts. Where the author speaks to the readers all along, there are none.
    """
    scores = [appeal_score(paragraph) for paragraph in paragraphs]
    prose = [place for place, is_body in enumerate(body) if is_body]
    spoken = sum(page_words().address.search(QUOTED.sub(" ", paragraphs[place])) is not None for place in prose)
    flagged = [
        score >= (APPEAL if is_body else FAINT_APPEAL) or (score > 0 and is_marked)
        for score, is_body, is_marked in zip(scores, body, marked, strict=True)
    ]
    places = [place for place, is_flagged in enumerate(flagged) if is_flagged]
    taken = sum(flagged[place] for place in prose)
    if spoken - taken > MOST_SPOKEN * (len(prose) - taken):
        return [False] * len(paragraphs)
    for first, second in pairwise(places):
        inner = range(first + 1, second)
        if 0 < len(inner) <= FILLED and all(scores[place] > 0 for place in inner):
            for place in inner:
                flagged[place] = True
    return _titled(_grown(flagged, scores), paragraphs, body)


def appeal_kind(text: str, otherwise: ParagraphKind) -> ParagraphKind:
    """Tell what an appeal asks for: money, an address, an opinion, help with the page; else ``otherwise``."""
    counts = {kind: len(pattern.findall(text)) for kind, pattern in page_words().asks.items()}
    best = max(counts, key=lambda kind: (counts[kind], kind == otherwise))
    return best if counts[best] else otherwise


def _titled(flagged: list[bool], paragraphs: list[str], body: list[bool]) -> list[bool]:
    """Add the title above an appeal in prose and the button below it, where they look like body or like an appeal."""
    titled = list(flagged)
    prose = [
        is_flagged and len(text.split()) > LABEL_WORDS for is_flagged, text in zip(flagged, paragraphs, strict=True)
    ]
    for place, text in enumerate(paragraphs):
        is_label = len(text.split()) <= LABEL_WORDS and not text.endswith(SENTENCE_END)
        beside = any(prose[other] for other in (place - 1, place + 1) if 0 <= other < len(prose))
        if is_label and beside and (body[place] or _has_appeal_words(text)):
            titled[place] = True
    return titled


def _has_appeal_words(text: str) -> bool:
    table = page_words()
    return any(pattern.search(text) for pattern in (table.appeal_strong, table.appeal_weak, table.address))


def _grown(flagged: list[bool], scores: list[float]) -> list[bool]:
    """Add the neighbours of appeals that speak to the reader too, if more faintly."""
    grown = list(flagged)
    order = list(range(len(grown)))
    for step, sequence in ((1, order), (-1, order[::-1])):
        for place in sequence:
            before = place - step
            if 0 <= before < len(grown) and grown[before] and scores[place] >= FAINT_APPEAL:
                grown[place] = True
    return grown
