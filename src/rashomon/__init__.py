"""Rashomon: many accounts, one record."""

from importlib.metadata import version

__version__ = version("rashomon")
