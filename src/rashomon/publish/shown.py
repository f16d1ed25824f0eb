"""Scraped text made safe to look at: characters that would hide, reorder or break it become visible."""

import re
import unicodedata

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Control characters, direction marks and overrides, tags: none of them has a place in a paragraph that is shown."""
CONTROL_PICTURES = 0x2400


def shown(text: str) -> str:
    """Return ``text`` with its hidden characters written out: U+202E as ``[U+202E]``, a control as its picture."""
    return HIDDEN.sub(lambda match: _picture(match.group()), text)


def shown_line(text: str) -> str:
    """Return ``text`` as ``shown`` does, and in one line: line breaks and tabs are written out too."""
    return shown(text).translate({ord(character): _picture(character) for character in "\t\n\r\x1d\x1e\x85"})


def _picture(character: str) -> str:
    if ord(character) < 0x20:
        return chr(CONTROL_PICTURES + ord(character))
    return f"[U+{ord(character):04X}]"


def is_web_address(url: str) -> bool:
    """Whether ``url`` may be linked: http or https, and nothing in it that hides."""
    return re.match(r"https?://[^\s\"'<>\\]+\Z", url, re.IGNORECASE) is not None and all(
        unicodedata.category(character) not in ("Cc", "Cf") for character in url
    )
