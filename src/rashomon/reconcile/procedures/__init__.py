"""How far measures have come: the events of a story laid along the stages of procedures."""

from rashomon.reconcile.procedures.finding import boards

__all__ = ["boards"]
