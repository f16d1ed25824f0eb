"""Tests of ``rashomon.train``."""
