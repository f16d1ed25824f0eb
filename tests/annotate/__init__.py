"""Tests of ``rashomon.annotate``."""
