"""Tests of ``rashomon.reconcile.provisions``."""
