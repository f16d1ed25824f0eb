"""The language of an article."""

import py3langid

SAMPLE = 5000
"""Characters of the body that are looked at."""
FEWEST_WORDS = 8


def language_of(body: str) -> str | None:
    """Return the ISO 639-1 code of the language of ``body``, or None when it is too short to tell."""
    sample = body[:SAMPLE]
    if len(sample.split()) < FEWEST_WORDS:
        return None
    return str(py3langid.classify(sample)[0])
