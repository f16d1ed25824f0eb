"""What changed of the statements."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec.structs import replace

from rashomon.reconcile.changes.matching import matching
from rashomon.reconcile.changes.speaking import Speakers
from rashomon.reconcile.changes.versions import Versions, new_marks
from rashomon.reconcile.support import Sources
from rashomon.records import Claim, Record
from rashomon.records.changes import Change


class StatementChanges:
    """Compares the statements of two records: the claims that report one thing said."""

    def __init__(self, old: Record, new: Record, versions: Versions) -> None:
        """Match the statements by the cues of their claims."""
        self.versions = versions
        self.old, self.new = _statements(old), _statements(new)
        self.old_speakers, self.new_speakers = Speakers(old), Speakers(new)
        self.old_sources, self.new_sources = Sources(old.articles, old.claims), Sources(new.articles, new.claims)
        self.matching = matching(
            [{mark for claim in claims for mark in versions.old_marks(claim.cue)} for claims in self.old],
            [{mark for claim in claims for mark in new_marks(claim.cue)} for claims in self.new],
        )

    def found(self) -> Iterator[Change]:
        """Yield the changes, new statements by how many accounts tell them, those of named speakers first."""
        unknown = [claims for place, claims in enumerate(self.new) if place not in self.matching.known]
        fresh = [claims for claims in unknown if any(self._is_fresh(claim) for claim in claims)]
        new = [self._line("new", claims, self.new_sources, self.new_speakers) for claims in fresh]
        yield from sorted(new, key=lambda line: (-line.support.articles if line.support else 0, line.by is None))
        for one, other in self.matching.pairs:
            yield from self._corrected(self.old[one], self.new[other])
        for place, claims in enumerate(self.old):
            if place not in self.matching.left and all(self._is_gone(claim) for claim in claims):
                yield self._line("withdrawn", claims, self.old_sources, self.old_speakers)

    def _is_fresh(self, claim: Claim) -> bool:
        return any(self.versions.is_fresh(span) for span in (claim.cue, *claim.content))

    def _is_gone(self, claim: Claim) -> bool:
        return any(self.versions.is_gone(span) for span in (claim.cue, *claim.content))

    def _corrected(self, old: Sequence[Claim], new: Sequence[Claim]) -> Iterator[Change]:
        """Yield what an article that was changed now lets its speaker say at the same place."""
        at = {mark: claim for claim in new for mark in new_marks(claim.cue)}
        for claim in old:
            alignment = self.versions.changed.get(claim.article)
            others = (at[mark] for mark in sorted(self.versions.old_marks(claim.cue)) if mark in at)
            other = next(others, None) if alignment is not None else None
            if other is None or alignment is None or not alignment.changes(claim.content, other.content):
                continue
            was, now = _words(claim), _words(other)
            if was and now and was != now:
                yield Change(
                    kind="updated",
                    subject="statement",
                    slot="words",
                    label=now,
                    by=self.new_speakers.of(other.id),
                    was=was,
                    now=now,
                    time=other.said,
                    old=claim.statement,
                    new=other.statement,
                    before=claim.content,
                    after=other.content,
                )

    def _line(
        self, kind: Literal["new", "withdrawn"], claims: Sequence[Claim], sources: Sources, speakers: Speakers
    ) -> Change:
        told = [claim for claim in claims if kind == "withdrawn" or self._is_fresh(claim)]
        spans = tuple(span for claim in told for span in (*claim.content, claim.cue))
        line = Change(
            kind=kind,
            subject="statement",
            label=_words(told[0]) or told[0].cue.text,
            by=speakers.of(told[0].id),
            time=told[0].said,
            support=sources.support((claim.article, claim.id) for claim in claims),
        )
        if kind == "new":
            return replace(line, now=told[0].stance, new=told[0].statement, after=spans)
        why = self.versions.why_gone(claim.cue for claim in told)
        return replace(line, was=told[0].stance, why=why, old=told[0].statement, before=spans)


def _statements(record: Record) -> list[list[Claim]]:
    """Return the claims of a record by what they report, in record order."""
    found: dict[str, list[Claim]] = {}
    for claim in record.claims:
        found.setdefault(claim.statement, []).append(claim)
    return list(found.values())


def _words(claim: Claim) -> str:
    return " … ".join(" ".join(span.text.split()) for span in claim.content)
