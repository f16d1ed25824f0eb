"""Tests of ``rashomon.reconcile.timeline``."""
