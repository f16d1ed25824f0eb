"""What an act tells of a procedure: which stage it is, done or failed, by the marks of its definition."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rashomon.languages.procedures import Definition, Mark, StageRule
from rashomon.reconcile.procedures.acts import Act
from rashomon.records import Time, Vote

Kind = Literal["done", "failed", "ending", "reopening", "open", "member"]
OPEN = "open"
"""What is told of lawmakers of whom the house is left open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An act that is told of a stage."""

    stage: str
    """Id of the stage, the ending or the reopening; ``OPEN`` where it is not known which house has decided."""
    kind: Kind
    act: Act
    house: str | None
    time: Time | None
    """When it was: by its own words, else by those of the other accounts of its event."""
    vote: Vote | None
    """How the vote ended: by its own words, else by those of the other accounts of its event."""

    @property
    def day(self) -> tuple[date, date, int, int]:
        """Its place in time: when it was, as far as is known, and where it is told."""
        time = self.time
        earliest = time.earliest if time is not None else None
        latest = time.latest if time is not None else None
        return (latest or earliest or date.max, earliest or date.min, self.act.order, self.act.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an act by all accounts together."""

    house: str | None
    """The house that decides."""
    of: str
    """What is decided on: the measure or a law."""
    time: Time | None
    vote: Vote | None


def steps(definition: Definition, act: Act, known: Known) -> list[Step]:
    """Return the stages that an act tells of."""
    house, of = known.house, known.of

    def step(stage: str, kind: Kind) -> Step:
        return Step(stage=stage, kind=kind, act=act, house=house, time=known.time, vote=known.vote)

    halfway = is_halfway(definition, act.words)
    found = [
        step(rule.id, kind)
        for rule in definition.stage
        if (kind := _kind(rule, act, house, of)) is not None and not (halfway and rule.house is not None)
    ]
    if house == "members" and not halfway and _is_of_a_house(definition, act, of):
        found.append(step(OPEN, "open"))
    found += [step(count.stage, "member") for count in definition.count if _fits(count.member, act, house, of)]
    found += [step(ending.id, "ending") for ending in definition.ending if _fits(ending.done, act, house, of)]
    found += [step(one.id, "reopening") for one in definition.reopening if _fits(one.done, act, house, of)]
    again = [one for one in found if one.kind == "reopening"]
    return again or found


def _kind(rule: StageRule, act: Act, house: str | None, of: str | None) -> Literal["done", "failed"] | None:
    """Return what an act makes of a stage; who refuses to do it has decided against it."""
    if _fits(rule.failed, act, house, of):
        return "failed"
    if not _fits(rule.done, act, house, of):
        return None
    return "failed" if act.status == "refused" and rule.house is not None else "done"


def _is_of_a_house(definition: Definition, act: Act, of: str | None) -> bool:
    """Return whether an act would be a stage if it were known which house has acted."""
    return any(_fits(rule.done, act, rule.house, of) for rule in definition.stage if rule.house is not None)


def _fits(marks: Sequence[Mark], act: Act, house: str | None, of: str | None) -> bool:
    return any(_is(mark, act, house, of) for mark in marks)


def _is(mark: Mark, act: Act, house: str | None, of: str | None) -> bool:
    """Return whether an act is what a mark says."""
    if not act.verbs & set(mark.verbs):
        return False
    by = house or ("other" if act.has_doer or act.doers else "nobody")
    if mark.by and by not in mark.by:
        return False
    if mark.of and (of is None or of not in mark.of):
        return False
    if mark.to and (act.to is None or act.to.house not in mark.to):
        return False
    if mark.words and not any(word in act.words for word in mark.words):
        return False
    return not any(word in act.words for word in mark.without)


def is_halfway(definition: Definition, text: str) -> bool:
    """Return whether what is told is not yet the completion of a stage: "in first reading"."""
    return any(word in text for word in definition.not_completed) and not any(
        word in text for word in definition.completed
    )
