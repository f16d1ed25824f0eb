"""Reads the research corpora as labelled documents."""
