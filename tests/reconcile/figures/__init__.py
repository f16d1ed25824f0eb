"""Tests of the figures ledger."""
