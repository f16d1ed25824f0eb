"""Tests of ``rashomon.link.events``."""
