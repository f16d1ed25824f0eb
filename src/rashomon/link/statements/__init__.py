"""Which claims report one statement."""

from rashomon.link.statements.joining import with_statements

__all__ = ["with_statements"]
