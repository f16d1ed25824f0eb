"""From bytes to text, whatever encoding the web gave them."""

import codecs
import re

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from rashomon.read.draft import Unreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 100_000
"""Bytes looked at to guess an encoding."""
MOST_BROKEN = 0.02
"""Share of characters that may be undecodable or control characters before the input counts as binary."""
BROKEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffd]")
"""What text does not hold: undecodable bytes, and control characters other than those that part lines."""


def decode(content: bytes, *, is_page: bool) -> str:
    """Return the text of ``content`` without a byte-order mark; undecodable bytes become U+FFFD.

    The encoding is, in this order: that of the byte-order mark, UTF-16 where every second byte is NUL, UTF-8 where the
    bytes are valid, the one that a page declares, the one detected. Raises ``Unreadable`` when the bytes are no text.
    """
    text = _decoded(content, is_page=is_page)
    sample = text[:SAMPLE]
    if len(BROKEN.findall(sample)) > MOST_BROKEN * len(sample) + 1:
        raise Unreadable("binary data, not text")
    return text


def _decoded(content: bytes, *, is_page: bool) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    wide = _wide_encoding(content)
    if wide is not None:
        return content.decode(wide, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    detected = detect_encoding(content[:SAMPLE], from_html_meta=is_page) or "windows-1252"
    if detected.startswith("utf-8"):
        return content.decode("utf-8", "replace")
    try:
        return content.decode(map_encoding_to_html5(detected) or "windows-1252", "replace")
    except LookupError:
        return content.decode("windows-1252", "replace")


def _wide_encoding(content: bytes) -> str | None:
    """Return the UTF-16 of bytes without a mark in which every second one is NUL, as in Western text."""
    sample = content[:1000]
    if len(sample) < 8:
        return None
    if sample[1::2].count(0) > 0.6 * len(sample[1::2]) and sample[::2].count(0) == 0:
        return "utf-16-le"
    if sample[::2].count(0) > 0.6 * len(sample[::2]) and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return None
