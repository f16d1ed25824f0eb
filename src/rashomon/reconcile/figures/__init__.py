"""The figures ledger: which numbers measure the same thing, and how each relates to the one before it."""

from rashomon.reconcile.figures.ledger import Figures

__all__ = ["Figures"]
