"""Tests of ``rashomon.languages``."""
