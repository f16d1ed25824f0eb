"""PDF files, built by hand."""

from collections.abc import Callable

import pytest

from rashomon.records import Article

LINES = (
    "The council of Velmara approved a plan on Tuesday to rebuild",
    "the old harbour, after a debate that went on until late in the",
    "night. Nine members voted for the plan and four against it, while",
    "two stayed away from the meeting in the town hall. The harbour was",
    "closed in the spring, when a storm broke the outer wall.",
)


def pdf(lines: tuple[str, ...]) -> bytes:
    """Return a PDF of one page with a table of references that fits."""
    shown = b"".join(f"({line}) Tj T*\n".encode() for line in lines)
    stream = b"BT /F1 11 Tf 14 TL 50 750 Td\n" + shown + b"ET"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<</Type/Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    content, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, len(content))
    )


def test_text_of_a_pdf(article: Callable[..., Article]) -> None:
    assert " ".join(article(pdf(LINES), "story.pdf").text.split()) == " ".join(LINES)


def test_lines_of_a_pdf_are_joined(article: Callable[..., Article]) -> None:
    found = article(pdf(LINES), "story.pdf")
    assert [(one.start, one.end, one.xpath) for one in found.paragraphs] == [(0, len(found.text), None)]


def test_pdf_is_known_by_its_start(article: Callable[..., Article]) -> None:
    assert article(pdf(LINES), "story.txt").text.startswith("The council")


def test_pdf_without_text_is_rejected(refused: Callable[..., str]) -> None:
    assert refused(pdf(()), "story.pdf") == "a PDF without text (a scan?)"


@pytest.mark.parametrize("content", [b"%PDF-", b"%PDF-1.4\nharbour", b"%PDF-1.7\n" + bytes(range(256)) * 50])
def test_broken_pdf_is_rejected(refused: Callable[..., str], content: bytes) -> None:
    assert refused(content, "story.pdf").startswith("a PDF that can't be read")


def test_pdf_cut_in_half_is_rejected_or_read(read_file: Callable[..., list[object]]) -> None:
    whole = pdf(LINES)
    assert len(read_file(whole[: len(whole) // 2], "story.pdf")) == 1


def test_empty_pdf_is_rejected(refused: Callable[..., str]) -> None:
    assert refused(b"", "story.pdf") == "an empty file"


def test_pdf_of_few_words_is_rejected(refused: Callable[..., str]) -> None:
    assert "no article found" in refused(pdf(LINES[:1]), "story.pdf")
