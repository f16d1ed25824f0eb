"""Who wrote the article: the line that names its authors."""

import re

from rashomon.text import Range

PARTICLE = r"(?:de|del|della|di|da|dos|du|la|le|van|von|der|den|ter|bin|bint|ibn|al|el|y|ap|O')"
NAME_PART = r"(?:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]*)"
NAME = rf"{NAME_PART}(?:[ \u00a0](?:{PARTICLE}[ \u00a0])*{NAME_PART}){{1,4}}"
NAMES = rf"{NAME}(?:(?:,[ \u00a0]{NAME})*,?[ \u00a0](?:and|&|und|et|y)[ \u00a0]{NAME})?"
LEAD = r"(?:written by|story by|reporting by|report by|words by|by|von|par|por|di|door|af|av|text:)"
ROLE = (
    r"(?:[,|/–—•-].{0,80}|[ \u00a0]in[ \u00a0].{0,40}|[ \u00a0]for[ \u00a0].{0,40}|"
    r"[ \u00a0](?:correspondent|editor|reporter|staff writer).{0,40})"
)
LED = re.compile(rf"(?i:{LEAD}):?[ \u00a0]+(?P<names>{NAMES})\W*(?:{ROLE})?")
ONE_WORD = re.compile(r"(?i:by|von)[ \u00a0]+(?P<names>[A-Z][\w’'-]{2,})")
BARE = re.compile(rf"(?P<names>{NAME})")
NOT_A_NAME = re.compile(
    r"\b(?:The|News|Home|World|Sign|Log|Read|More|Most|Top|About|Contact|Privacy|Terms|Breaking|Latest|Live|Menu|Search|"
    r"Subscribe|Share|Comments?|Posts?|Stories|Story|Week|Today|Photos?|Videos?|Sports?|Business|Politics|Opinion|Culture|"
    r"Letters?|Weather|Popular|Articles?|Account|Editorial|Advertisement|Newsletter|Edition|Main|Skip|Join|Follow|Your|My|"
    r"War|International|National|Local|Health|Science|Life|Style|Arts?|Money|Travel|Food|Fact|Check)\b"
)


def led_names(text: str) -> Range | None:
    """Return where the names stand in a line such as "By NAME and NAME, ROLE"; None when it is no such line."""
    for pattern in (LED, ONE_WORD):
        match = pattern.fullmatch(text)
        if match is not None:
            start, end = match.span("names")
            return Range(start, end)
    return None


def bare_name(text: str) -> bool:
    """Whether a line could be nothing but a name: two to five words in capitals, none of them a word of pages."""
    return BARE.fullmatch(text) is not None and NOT_A_NAME.search(text) is None and not text.isupper()
