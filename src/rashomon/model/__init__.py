"""Runs the trained weights that ship beside this module, after checking that they are the released ones."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def load(*, threads: int = 1) -> "Language":
    """Return the language model as a spaCy pipeline; see ``rashomon.model.language`` for what it marks.

    ``threads`` documents of ``nlp.pipe`` are read at a time; their number changes no result.
    Raises ``BrokenInstallation`` naming a weight file that is missing or altered, and its expected digest.
    """
    from rashomon.model.language import language  # noqa: PLC0415  spaCy takes its time; the reading of pages needs none

    return language(threads)
