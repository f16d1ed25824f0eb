"""Runs the trained weights that ship beside this module, after checking that they are the released ones."""
