"""Tests of ``rashomon.reconcile.procedures``."""
