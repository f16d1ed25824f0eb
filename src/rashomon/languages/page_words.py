"""The words of page furniture as compiled patterns."""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.languages.tables import table
from rashomon.records import ParagraphKind

Patterns = dict[ParagraphKind, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class PageWords:
    """What the table ``furniture.toml`` holds, compiled."""

    whole: Patterns
    """A paragraph that one of these matches from end to end is furniture of that kind."""
    correction: re.Pattern[str]
    """A paragraph that this matches from end to end tells of a mistake of the article."""
    short: Patterns
    """A short furniture paragraph in which one of these is found is of that kind."""
    short_words: int
    appeal_strong: re.Pattern[str]
    appeal_weak: re.Pattern[str]
    address: re.Pattern[str]
    imperative: re.Pattern[str]
    """A sentence that opens by telling the reader to do something."""
    asks: dict[ParagraphKind, re.Pattern[str]]
    """What an appeal asks for: money, an address, an opinion, help with the page."""
    masthead: re.Pattern[str]
    labels: dict[str, ParagraphKind]
    """The kind that a word of a class, id or role attribute tells of."""
    standfirst: frozenset[str]
    """Words of those attributes that tell of a standfirst."""
    caption_start: re.Pattern[str]
    photo_credit: re.Pattern[str]
    credit_bracket: re.Pattern[str]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


@cache
def page_words() -> PageWords:
    """Return the compiled table."""
    rows = table("furniture.toml")
    whole = {
        kind: re.compile("|".join(f"(?:{row})" for row in kinds), re.IGNORECASE)
        for kind, kinds in rows["whole"].items()
    }
    short = {kind: _words(words) for kind, words in rows["short"].items() if kind != "words"}
    return PageWords(
        whole=whole,
        correction=re.compile(rows["correction"]["whole"], re.IGNORECASE),
        short=short,
        short_words=rows["short"]["words"],
        appeal_strong=_words(rows["appeal"]["strong"]),
        appeal_weak=_words(rows["appeal"]["weak"]),
        address=_words(rows["appeal"]["address"]),
        imperative=re.compile(
            rf"(?:^|[.!?]\s+)(?:{rows['appeal']['imperative']})\s+(?!(?:is|was|said|says|had|has)\b)", re.IGNORECASE
        ),
        asks={
            "donation": _words(rows["appeal"]["money"]),
            "subscription": _words(rows["appeal"]["mail"]),
            "comments": _words(rows["appeal"]["opinion"]),
            "notice": _words(rows["appeal"]["technical"]),
        },
        masthead=_words(rows["masthead"]["words"]),
        labels={label: kind for kind, labels in rows["labels"].items() for label in labels},
        standfirst=frozenset(rows["standfirst"]["labels"]),
        caption_start=re.compile(rows["caption"]["start"] + r"(?!\w)", re.IGNORECASE),
        photo_credit=re.compile(rf"(?:^|[\s(\[|/.])(?:{rows['caption']['credit']})[)\]]?$", re.IGNORECASE),
        credit_bracket=re.compile(rows["caption"]["bracket"]),
    )
