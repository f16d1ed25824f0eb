"""Tests of ``rashomon.cli``, by its commands."""
