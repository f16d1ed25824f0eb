"""Nouns by which accounts call one and the same thing: troops and soldiers, a bill and legislation."""

from functools import cache

from rashomon.languages.tables import table


@cache
def _kinds() -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, nouns in table("english/things.toml")["kinds"].items():
        for noun in nouns.split():
            found.setdefault(noun, kind)
    return found


def kind_of_thing(noun: str) -> str:
    """Return the noun that stands for all that mean such a thing, the noun itself where none is known."""
    return _kinds().get(noun, noun)
