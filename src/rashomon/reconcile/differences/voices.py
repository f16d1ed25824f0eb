"""Who says what an account tells: speakers, or the outlet in its own voice."""

from dataclasses import dataclass

from rashomon.reconcile.differences.found import plain
from rashomon.reconcile.differences.story import Tellings
from rashomon.records import Article, Claim

ARTICLES = frozenset({"The", "A", "An"})
"""Capitals of a sentence, which a name has not."""
NOT_NAMED = "a speaker who is not named"
NO_OUTLET = "an account in its own voice"


@dataclass(frozen=True, slots=True)
class Voice:
    """Someone who says something: who it is, whatever the name, and the name."""

    key: str
    name: str


class Voices:
    """Finds who says something."""

    def __init__(self, tellings: Tellings) -> None:
        self.tellings = tellings
        self._together: dict[tuple[str, int, int], list[Claim]] = {}
        for claim in tellings.claims.values():
            self._together.setdefault(_place(claim), []).append(claim)

    def of(self, article: Article, claim: Claim | None) -> list[Voice]:
        """Return who says what an article tells, by a claim or in its own voice; several may say it together.

        A country speaks through its capital, and all prints of a report with one voice.
        """
        if claim is None:
            name = NO_OUTLET if article.outlet is None else article.outlet.name
            return [Voice(article.report, name)]
        return [self._speaker(one) for one in self._together[_place(claim)]]

    def _speaker(self, claim: Claim) -> Voice:
        speaker = claim.speaker
        known = self.tellings.entities.get(speaker.entity or "")
        written = "" if speaker.span is None else plain(speaker.span.text)
        if known is not None:
            name = f"the {known.name}" if written.lower() == f"the {known.name}".lower() else known.name
            return Voice(self.tellings.party(known.id), name)
        if not written:
            return Voice(claim.id, NOT_NAMED)
        article, _, rest = written.partition(" ")
        return Voice(written.lower(), f"{article.lower()} {rest}" if article in ARTICLES else written)


def _place(claim: Claim) -> tuple[str, int, int]:
    """Return where a claim stands; claims of several speakers together share their cue and content."""
    return claim.article, claim.cue.start, claim.content[0].start if claim.content else -1
