"""Tests of ``rashomon.reconcile.changes``."""
