"""Tests of the boards of whole stories."""
