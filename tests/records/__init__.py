"""Tests of ``rashomon.records``."""
