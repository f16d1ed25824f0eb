"""The text of a PDF, read by pypdfium2 in a process of its own with limits on time and memory.

``python -m rashomon.read.pdf`` is that process: a PDF on standard input, its text in UTF-8 on standard output.
"""

import resource
import subprocess
import sys

import pypdfium2

from rashomon.read import limits
from rashomon.read.draft import Unreadable

PDF_MARK = b"%PDF-"


def pdf_text(content: bytes) -> str:
    """Return the text of a PDF, an empty line between pages. Raises ``Unreadable`` when there is none to be had."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "rashomon.read.pdf"],
            input=content,
            capture_output=True,
            timeout=4 * limits.PDF_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable("a PDF that takes too long to read") from error
    if done.returncode < 0:
        raise Unreadable(f"a PDF that takes more than {limits.PDF_SECONDS} s or {limits.PDF_MEMORY:,} bytes to read")
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise Unreadable(f"a PDF that can't be read: {reason[-1] if reason else 'no reason given'}")
    text = done.stdout.decode("utf-8", "replace")
    if not text.strip():
        raise Unreadable("a PDF without text (a scan?)")
    return text


def main() -> int:
    """Read a PDF from standard input, write its text to standard output."""
    resource.setrlimit(resource.RLIMIT_CPU, (limits.PDF_SECONDS, limits.PDF_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (limits.PDF_MEMORY, limits.PDF_MEMORY))
    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
        pages = [page.get_textpage().get_text_range() for page in document]
    except (pypdfium2.PdfiumError, MemoryError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    text = "\n\n".join(page.replace("\r\n", "\n") for page in pages)
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
