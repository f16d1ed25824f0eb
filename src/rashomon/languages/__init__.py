"""Hand-made tables of languages and of the world, and the small typed views through which stages use them.

Tables are data: each says what it holds and where its facts come from. What is not known is left out.
"""

READ: frozenset[str] = frozenset(("en",))
"""Languages whose articles are annotated (ISO 639-1)."""
