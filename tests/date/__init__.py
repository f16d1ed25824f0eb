"""Tests of ``rashomon.date``."""
