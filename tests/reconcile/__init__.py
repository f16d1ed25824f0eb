"""Tests of ``rashomon.reconcile``."""
