"""Tests of ``rashomon.model``."""
