"""Tests of ``rashomon.values``."""
