"""Tests of ``rashomon.link``."""
