"""How large an input may be before it is rejected."""

BYTES = 20_000_000
"""Of a file, or of one line of a JSONL file."""
CHARACTERS = 1_000_000
"""Of visible text; a book is no article."""
PARAGRAPHS = 10_000
"""Of visible text."""
ELEMENTS = 100_000
"""Of a page."""
PDF_SECONDS = 30
"""Of processor time to read one PDF."""
PDF_MEMORY = 2_000_000_000
"""Bytes of memory to read one PDF."""
BODY_WORDS = 20
"""Fewer words of body than this are no article."""
