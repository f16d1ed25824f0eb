"""What a careful reader expects of the boards of a story, as ``stories/NAME.toml`` says it."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec

from rashomon.records import Procedure, Record, Stage


class Votes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"for_": "for"}):
    """A vote; what is null is not looked at."""

    for_: int | None = None
    against: int | None = None
    abstain: int | None = None
    unanimous: bool | None = None


class ExpectedStage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stage; what is null is not looked at. Several words where a careful reader may say either."""

    stage: str
    state: str | tuple[str, ...]
    day: date | None = None
    first: date | None = None
    last: date | None = None
    vote: Votes | None = None
    no_vote: bool = False
    evidence: tuple[str, ...] = ()
    """Words that stand in a sentence of the evidence."""
    never: tuple[str, ...] = ()
    """Words that stand in none."""

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day, null where not looked at."""
        return self.first or self.day, self.last or self.day


class ExpectedBoard(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The board of a measure on a day; empty words are null in the record, what is null is not looked at."""

    as_of: date
    kind: str
    subject: tuple[str, ...]
    """Words that occur in its name."""
    party: str | None = None
    next: str | tuple[str, ...] | None = None
    next_actor: str | tuple[str, ...] | None = None
    rule: tuple[str, ...] = ()
    """Words that occur in the rule."""
    stage: tuple[ExpectedStage, ...] = ()
    short: tuple[str, ...] = ()
    """The tests that the program does not pass: what it leaves out or gets wrong."""


class Expected(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that is expected of a story."""

    none: tuple[date, ...] = ()
    """Days on which there is no board."""
    others: tuple[str, ...] = ()
    """States of which the story tells a little: a board of theirs is neither asked for nor wrong."""
    short: tuple[date, ...] = ()
    """Days on which the program shows a board too many, or too few."""
    board: tuple[ExpectedBoard, ...] = ()

    @property
    def days(self) -> list[date]:
        """The days on which the boards are known."""
        return sorted({*self.none, *(board.as_of for board in self.board)})


def expected(path: Path) -> Expected:
    """Read what is expected of a story."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Expected, strict=False)


def party_of(record: Record, procedure: Procedure) -> str:
    """Return the name of the state whose board it is, empty where there is none."""
    names = {entity.id: entity.name for entity in record.entities}
    return "" if procedure.party is None else names[procedure.party]


def board_of(record: Record, wanted: ExpectedBoard) -> Procedure:
    """Return the one board of a kind; that of the state where there are several."""
    found = [procedure for procedure in record.procedures if procedure.kind == wanted.kind]
    if len(found) > 1 and wanted.party is not None:
        found = [procedure for procedure in found if says(wanted.party, party_of(record, procedure))]
    assert len(found) == 1, told(record)
    return found[0]


def stage_of(procedure: Procedure, name: str) -> Stage:
    """Return a stage by its id."""
    stages: Mapping[str, Stage] = {stage.stage: stage for stage in procedure.stages}
    assert name in stages, list(stages)
    return stages[name]


def told(record: Record) -> list[tuple[str, str, str]]:
    """Return kind, state and name of every board."""
    return [(one.kind, party_of(record, one), one.subject.name) for one in record.procedures]


def says(wanted: str, text: str | None) -> bool:
    """Return whether words occur in a text; no words, whether there is no text."""
    return wanted.casefold() in text.casefold() if wanted and text else not wanted and not text


def any_of(wanted: str | Sequence[str]) -> Iterable[str]:
    """Return the words that a careful reader may say."""
    return (wanted,) if isinstance(wanted, str) else wanted
