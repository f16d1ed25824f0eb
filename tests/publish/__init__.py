"""Tests of ``rashomon.publish``."""
