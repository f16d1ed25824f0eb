"""Tests of ``rashomon.link.entities``."""
