"""From bytes to text."""

import codecs

import pytest

from rashomon.read.decode import decode
from rashomon.read.draft import Unreadable

TEXT = "The mayor of Velmara – Zoë Ångström – called the plan “brave”.\n" * 20
RUSSIAN = "Совет города Вельмара одобрил план восстановления старой гавани. "
JAPANESE = "ベルマラ市議会は火曜日、古い港を再建する計画を承認した。"


def meta_page(text: str, charset: str) -> bytes:
    return f'<html><head><meta charset="{charset}"></head><body><p>{text}</p></body></html>'.encode(charset)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_mark_tells_the_encoding_and_is_left_out(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding), is_page=False) == TEXT


def test_mark_of_an_empty_file_leaves_nothing() -> None:
    assert decode(codecs.BOM_UTF8, is_page=False) == ""


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark_is_recognised(encoding: str) -> None:
    text = "The mayor of Velmara called the plan brave. " * 5
    assert decode(text.encode(encoding), is_page=False) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark_is_recognised_by_letters_that_are_no_utf8(encoding: str) -> None:
    text = "Zoë called the café brave. " * 5
    assert decode(text.encode(encoding), is_page=False) == text


def test_utf8_is_the_first_guess() -> None:
    assert decode(TEXT.encode(), is_page=False) == TEXT


def test_utf8_wins_over_a_wrong_declaration() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{TEXT}</p></body></html>'
    assert decode(page.encode(), is_page=True) == page


def test_windows_1252_is_detected() -> None:
    assert decode(TEXT.encode("windows-1252"), is_page=False) == TEXT


@pytest.mark.parametrize(
    ("text", "charset"),
    [(JAPANESE, "shift_jis"), (JAPANESE, "euc-jp"), (RUSSIAN, "windows-1251"), (RUSSIAN, "koi8-r"), (TEXT, "cp1252")],
)
def test_page_declares_its_encoding(text: str, charset: str) -> None:
    assert text in decode(meta_page(text, charset), is_page=True)


def test_page_declares_its_encoding_as_a_content_type() -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>{RUSSIAN}</p>'
    assert RUSSIAN in decode(page.encode("koi8-r"), is_page=True)


def test_page_declares_its_encoding_as_xml() -> None:
    page = f'<?xml version="1.0" encoding="koi8-r"?><html><body><p>{RUSSIAN}</p></body></html>'
    assert RUSSIAN in decode(page.encode("koi8-r"), is_page=True)


def test_declared_latin_1_is_windows_1252_as_on_the_web() -> None:
    page = f'<html><head><meta charset="iso-8859-1"></head><body><p>{TEXT}</p></body></html>'
    assert decode(page.encode("windows-1252"), is_page=True) == page


def test_broken_byte_in_a_declared_encoding_becomes_a_replacement_character() -> None:
    page = f'<html><head><meta charset="utf-8"></head><body><p>{TEXT}'.encode() + b"\xff</p>"
    assert decode(page, is_page=True).endswith(f"{TEXT}\ufffd</p>")


def test_unknown_declared_encoding_is_ignored() -> None:
    page = b'<meta charset="velmara-7"><p>' + TEXT.encode("windows-1252")
    assert TEXT in decode(page, is_page=True)


def test_broken_byte_becomes_a_replacement_character() -> None:
    content = TEXT.encode() + b"\xff\xfe and so on"
    assert decode(content, is_page=False).startswith(TEXT)
    assert "\ufffd and so on" in decode(content, is_page=False)


def test_text_cut_off_within_a_character_keeps_the_rest() -> None:
    assert decode((TEXT + "Zoë").encode()[:-1], is_page=False) == TEXT + "Zo\ufffd"


def test_broken_bytes_after_a_mark_become_replacement_characters() -> None:
    assert decode(codecs.BOM_UTF8 + TEXT.encode() + b"\xff", is_page=False) == TEXT + "\ufffd"


def test_line_ends_stay_as_they_are() -> None:
    text = "one\r\ntwo\rthree\n\x0cfour\x85five"
    assert decode(text.encode(), is_page=False) == text


def test_emoji_and_joiners_are_text() -> None:
    text = "Fishermen cheered \U0001f468\u200d\U0001f469\u200d\U0001f467 \u202eolleh\u202c."
    assert decode(text.encode(), is_page=False) == text


@pytest.mark.parametrize("content", [bytes(range(256)) * 4, b"\0\1\2\3" * 100, b"\x7f\x03\x04word" * 50])
def test_binary_data_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable, match="binary data, not text"):
        decode(content, is_page=False)


def test_a_few_stray_control_characters_are_no_binary() -> None:
    text = TEXT + "\x00\x07" + TEXT
    assert decode(text.encode(), is_page=False) == text
