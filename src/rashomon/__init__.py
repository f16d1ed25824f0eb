"""Rashomon: many accounts, one record."""
