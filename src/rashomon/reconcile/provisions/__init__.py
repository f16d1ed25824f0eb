"""What a treaty or a bill provides, as the accounts of a story tell it."""

from rashomon.reconcile.provisions.telling import with_provisions

__all__ = ["with_provisions"]
