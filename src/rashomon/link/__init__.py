"""Which parts of different articles are the same: prints, people and bodies, statements, events; and what fits not."""

from rashomon.link.copies import with_copies
from rashomon.link.entities import with_entities
from rashomon.link.events import MentionReader, Telling, happenings
from rashomon.link.fit import with_fit
from rashomon.link.statements import with_statements

__all__ = [
    "MentionReader",
    "Telling",
    "happenings",
    "with_copies",
    "with_entities",
    "with_fit",
    "with_statements",
]
