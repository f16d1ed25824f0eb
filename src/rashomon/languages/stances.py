"""Words that report what someone says, by what the speaker does with it (its stance)."""

from functools import cache
from typing import cast

from rashomon.languages.tables import table
from rashomon.records.findings import Stance

TABLE = "english/stances.toml"


@cache
def stances() -> dict[str, Stance]:
    """Return the stance by the lemma of the reporting word."""
    rows = table(TABLE)["stances"]
    return {lemma: cast("Stance", stance) for stance, lemmas in rows.items() for lemma in lemmas.split()}


@cache
def reporting_words(kind: str) -> frozenset[str]:
    """Return the lemmas of one kind: a key of ``[words]`` in the table, such as ``"silence"``."""
    return frozenset(table(TABLE)["words"][kind].split())


def agentive(lemma: str) -> bool:
    """Return whether a noun ends as those do that name who does something: activist, campaigner, resident."""
    return lemma.endswith(_agentive())


@cache
def _agentive() -> tuple[str, ...]:
    return tuple(table(TABLE)["words"]["agentive"].split())
