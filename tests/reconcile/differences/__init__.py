"""Tests of ``rashomon.reconcile.differences``."""
