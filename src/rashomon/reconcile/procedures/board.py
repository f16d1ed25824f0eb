"""The board of one measure and one state: what is done, what comes next."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from rashomon.languages.procedures import Definition, StageRule
from rashomon.reconcile.procedures.bodies import Bodies
from rashomon.reconcile.procedures.counts import Counted
from rashomon.reconcile.procedures.telling import Step
from rashomon.reconcile.support import Sources
from rashomon.records import Procedure, Span, Stage, Subject, Time, Vote
from rashomon.records.ids import id_of

ONE = frozenset({"single", "parliament"})
"""Houses that decide alone."""
State = Literal["done", "next", "pending", "failed", "unknown"]


@dataclass(slots=True)
class _Row:
    """A stage with what stands behind it."""

    rule: StageRule
    state: State = "pending"
    steps: list[Step] = field(default_factory=list)
    implied: bool = False
    label: str | None = None
    """What it is called where it came about in another way."""
    spoken: tuple[Span, ...] = ()
    """Sentences that tell of it beside its steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Whose procedure a board shows, and what accounts say of it beside what is done."""

    party: str | None
    has_two: bool
    """Whether two houses decide."""
    brought: frozenset[str]
    """Houses to which the measure goes next, or that are to vote on it."""
    halfway: Span | None
    """The sentence that tells of a vote of a house that was not yet the completion of its stage."""
    counted: Counted | None


class Board:
    """Lays the steps that accounts tell of a measure along the stages of its procedure."""

    def __init__(
        self, definition: Definition, setting: Setting, steps: Sequence[Step], bodies: Bodies, sources: Sources
    ) -> None:
        """Take what is told of the measure by accounts of one state, whatever its status."""
        self.definition = definition
        self.setting = setting
        self.bodies = bodies
        self.sources = sources
        self.party = setting.party
        self.returned: _Row | None = None
        """The stage that a house has sent the measure back to."""
        self._has_one = any(step.house in ONE for step in steps) or bodies.has_one(setting.party)
        self.all = list(steps)
        self.steps = [self._placed(step) for step in steps if step.act.status in {"done", "refused"}]
        self.denied = [step for step in steps if step.act.status == "denied"]

    def procedure(self, name: str, entity: str | None) -> Procedure | None:
        """Return the board, None when no account tells of a stage as done."""
        rows = self._rows()
        for row in rows:
            self._settle(row)
            if self.setting.counted is not None and self.setting.counted.stage == row.rule.id:
                row.state = "done" if self.setting.counted.done == self.setting.counted.all else row.state
                row.spoken = (self.setting.counted.sentence,)
        ended = self._reopened(rows) or self._ended(rows)
        if not any(row.steps or row.spoken for row in rows) and self.setting.halfway is None:
            return None
        open_ = self._imply(rows)
        endings = list(self._endings(rows))
        following = None if ended or endings or open_ else self._next(rows)
        if following is not None:
            following.state = "next"
        spans = [span for row in rows for span in (*(step.act.sentence for step in row.steps), *row.spoken)]
        if self.setting.halfway is not None:
            spans.append(self.setting.halfway)
        first = spans[0]
        own = next((s.act.sentence for row in rows if not row.rule.shared for s in row.steps), first)
        return Procedure(
            id=id_of(f"procedure {self.definition.id} {self.party}", own),
            kind=self.definition.id,
            subject=Subject(name=name, entity=entity),
            party=self.party if self.party in self.bodies.entities else None,
            next=None if following is None else following.rule.id,
            next_actor=None if following is None else self._actor(following.rule),
            rule=None if self.setting.counted is None else self.setting.counted.rule,
            stages=tuple(self._stage(row) for row in rows) + tuple(endings),
            provisions=(),
        )

    def _rows(self) -> list[_Row]:
        """Return the stages that this state's procedure has: one chamber or two, and what is optional if it is told."""
        told = {step.stage for step in self.steps}
        rules = self.definition.stage
        instead = {one for rule in rules for one in rule.instead_of}
        kept = [
            rule
            for rule in rules
            if not (rule.instead_of and self.setting.has_two)
            and not (rule.id in instead and not self.setting.has_two)
            and not (rule.optional and rule.id not in told)
        ]
        return [_Row(rule, steps=[step for step in self.steps if step.stage == rule.id]) for rule in kept]

    def _placed(self, step: Step) -> Step:
        """Return a step of lawmakers as one of the only chamber, where the state is known to have one."""
        if step.kind != "open" or self.setting.has_two or not self._has_one:
            return step
        chamber = next((rule.id for rule in self.definition.stage if rule.instead_of), step.stage)
        return replace(step, stage=chamber, kind="failed" if step.act.status == "refused" else "done")

    def _settle(self, row: _Row) -> None:
        """Say what became of a stage: as the latest account of it has it; unknown where two are of one time."""
        decided = [step for step in row.steps if step.kind in {"done", "failed"}]
        if not decided:
            return
        kinds = {step.kind for step in decided}
        if len(kinds) > 1:
            last = {kind: max(step.day[0] for step in decided if step.kind == kind) for kind in kinds}
            if last["done"] == last["failed"]:
                row.state = "unknown"
                return
            kinds = {max(kinds, key=lambda kind: last[kind])}
        row.state = "done" if kinds == {"done"} else "failed"
        row.steps = [step for step in decided if step.kind in kinds]
        if row.state == "done" and self._is_denied(row):
            row.state, row.steps = "unknown", row.steps

    def _is_denied(self, row: _Row) -> bool:
        events = {step.act.event.id for step in row.steps if step.act.event is not None}
        return any(
            step.stage == row.rule.id and step.act.event is not None and step.act.event.id in events
            for step in self.denied
        )

    def _reopened(self, rows: list[_Row]) -> bool:
        """Open the stages again that were undone; return whether it is not known what comes next."""
        by_id = {row.rule.id: row for row in rows}
        unsure = False
        for rule in self.definition.reopening:
            told = [step for step in self.steps if step.stage == rule.id and step.kind == "reopening"]
            if not told:
                continue
            if rule.stage is not None and rule.state != "next":
                row = by_id.get(rule.stage)
                needed = [by_id[one].rule.house for one in rule.by_all if one in by_id]
                acted = {step.house for step in told}
                if row is not None and (acted >= set(needed) or acted & ONE):
                    row.state, row.steps, row.label = rule.state, told, rule.label
                else:
                    unsure = True
                continue
            target = self._returned_to(told, rows)
            if target is None:
                unsure = True
                continue
            last = max(step.day for step in told)
            if target.steps and max(step.day for step in target.steps) > last:
                target.steps = [step for step in target.steps if step.day > last]
                self._again(target, rows)
                continue
            for row in rows[rows.index(target) :]:
                if not row.steps or max(step.day for step in row.steps) <= last:
                    row.state, row.steps = "pending", []
            target.steps = told
            self.returned = target
        return unsure

    def _again(self, target: _Row, rows: Sequence[_Row]) -> None:
        """Leave open what the other house has to say to what was sent back and then decided again."""
        for row in rows[rows.index(target) + 1 :]:
            if row.rule.house is not None and not row.steps:
                row.state = "unknown"

    def _returned_to(self, told: Iterable[Step], rows: Sequence[_Row]) -> _Row | None:
        to = {step.act.to.house for step in told if step.act.to is not None}
        houses = [row for row in rows if row.rule.house is not None]
        if len(houses) == 1 and to:
            return houses[0]
        found = [row for row in houses if row.rule.house in to]
        return found[0] if len(found) == 1 else None

    def _ended(self, rows: Sequence[_Row]) -> bool:
        return any(row.state == "failed" for row in rows)

    def _endings(self, rows: Sequence[_Row]) -> Iterator[Stage]:
        """Yield what ended the procedure, as a last stage; what was over before it went on is none."""
        last = max((step.day[0] for row in rows for step in row.steps if step.day[0] != date.max), default=date.min)
        for ending in self.definition.ending:
            told = [step for step in self.steps if step.stage == ending.id and step.day[0] >= last]
            if told:
                rule = StageRule(id=ending.id, label=ending.label, actor="", done=ending.done)
                yield self._stage(_Row(rule, state="done", steps=told))

    def _imply(self, rows: list[_Row]) -> bool:
        """Fill what later stages say of earlier ones; return whether it is open which house has decided."""
        done = [number for number, row in enumerate(rows) if row.state == "done"]
        by_id = {row.rule.id: row for row in rows}
        for number in reversed(done):
            for implied in rows[number].rule.implies:
                row = by_id.get(implied)
                if row is not None and row.state == "pending":
                    row.state, row.implied = "done", True
        last = max((number for number, row in enumerate(rows) if row.state != "pending"), default=-1)
        if self.returned is not None and self.returned.state == "pending":
            last = max(last, rows.index(self.returned))
        if self.setting.halfway is not None and last < 0:
            last = next(number for number, row in enumerate(rows) if row.rule.house is not None)
        for row in rows[: max(last, 0)]:
            if row.state == "pending" and not row.steps:
                row.state = "unknown"
        houses = [row for row in rows if row.rule.house is not None]
        if any(step.kind == "open" for step in self.steps) and any(row.state == "pending" for row in houses):
            for row in houses:
                row.state = "unknown" if row.state == "pending" else row.state
            return True
        return False

    def _next(self, rows: Sequence[_Row]) -> _Row | None:
        """Return what comes after the last that is done; of two houses the one that is left, if accounts say so."""
        if self.returned is not None and self.returned.state == "pending":
            return self.returned
        houses = [row for row in rows if row.rule.house is not None]
        left = [row for row in houses if row.state in {"pending", "unknown"} and not row.steps]
        last = max((number for number, row in enumerate(rows) if row.state != "pending"), default=-1)
        if any(row.state == "done" for row in houses) and left and rows.index(left[0]) < last:
            brought = [row for row in left if row.rule.house in self.setting.brought]
            return brought[0] if len(brought) == 1 and rows[last].rule.house is not None else None
        if any(row.state == "unknown" and row.rule.house is not None for row in rows[last:]):
            return self._planned(rows[last + 1 :])
        if self.setting.halfway is not None and len(houses) == 1 and houses[0].state == "pending":
            return houses[0]
        return next((row for row in rows[last + 1 :] if not row.rule.optional), None)

    def _planned(self, rows: Sequence[_Row]) -> _Row | None:
        """Return the stage that the last article which tells of one as done plans."""
        last = max((step.act.order for step in self.steps), default=-1)
        planned = {step.stage for step in self.all if step.act.status == "planned" and step.act.order >= last}
        found = [row for row in rows if row.rule.id in planned]
        return found[0] if found else None

    def _actor(self, rule: StageRule) -> str:
        """Return who acts: the office that the accounts name for the state, else as the definition says."""
        for office in rule.offices:
            if self.bodies.parties.has_office(self.party, office):
                return f"the {office}"
        return rule.actor

    def _stage(self, row: _Row) -> Stage:
        steps = row.steps if row.state in {"done", "failed", "next", "unknown"} else []
        told = {(step.act.article, step.act.claim): step for step in reversed(steps)}
        decided = row.state in {"done", "failed"}
        return Stage(
            stage=row.rule.id,
            label=row.label or row.rule.label,
            state=row.state,
            implied=row.implied,
            time=_time(steps) if decided else None,
            body=self._body(row, steps) if decided else None,
            vote=_vote(steps, row.state) if decided and (row.rule.house is not None or row.rule.optional) else None,
            evidence=tuple(dict.fromkeys((*_evidence(steps), *row.spoken))),
            support=self.sources.support(
                sorted({*told, *((span.article, None) for span in row.spoken)}, key=lambda one: (one[0], one[1] or ""))
            ),
        )

    def _body(self, row: _Row, steps: Sequence[Step]) -> str | None:
        bodies = [step.act.body for step in steps if step.act.body is not None and step.act.body.house != "members"]
        named = dict.fromkeys(self.bodies.entities[body.entity].name for body in bodies if body.entity is not None)
        if row.rule.house is None:
            doers = max((step.act.doers for step in steps), key=len, default=())
            people = dict.fromkeys(self.bodies.entities[doer].name for doer in doers)
            return " and ".join(named or people) or None
        if named:
            return next(iter(named))
        house = row.rule.house
        usual = self.bodies.name(self.party, house) if steps else None
        return usual or (self.bodies.name(self.party, "parliament") if steps and house == "single" else None)


def _time(steps: Sequence[Step]) -> Time | None:
    """Return when a stage was: the days of the account that tells them most exactly, the last where they are apart."""
    times = [step.time for step in steps if step.time is not None]
    exact = [time for time in times if time.earliest is not None and time.latest is not None]
    if not exact:
        return max(times, key=lambda time: (time.earliest or date.min, time.latest or date.max), default=None)
    shared = [time for time in exact if all(_holds(other, time) for other in exact)]
    return shared[0] if shared else max(exact, key=lambda time: (time.latest or date.max, -_length(time)))


def _holds(one: Time, other: Time) -> bool:
    """Return whether the days of a time hold those of another."""
    return (one.earliest or date.min) <= (other.earliest or date.min) and (other.latest or date.max) <= (
        one.latest or date.max
    )


def _length(time: Time) -> int:
    return 0 if time.earliest is None or time.latest is None else (time.latest - time.earliest).days


def _vote(steps: Sequence[Step], state: State) -> Vote | None:
    """Return the result of the vote where its accounts agree on it and it fits what was decided."""
    own = [step.act.vote for step in steps if step.act.vote is not None]
    told = own or [step.vote for step in steps if step.vote is not None]
    counted = [vote for vote in told if vote.for_ is not None and vote.against is not None]
    if len({(vote.for_, vote.against) for vote in counted}) > 1:
        return None
    if not counted:
        return next((vote for vote in told if vote.unanimous and state == "done"), None)
    won = (counted[0].for_ or 0) > (counted[0].against or 0)
    return counted[0] if won == (state == "done") else None


def _evidence(steps: Sequence[Step]) -> Iterator[Span]:
    """Yield the sentences that tell of a stage, once each, in record order."""
    seen: set[Span] = set()
    for step in sorted(steps, key=lambda one: (one.act.order, one.act.start)):
        if step.act.sentence not in seen:
            seen.add(step.act.sentence)
            yield step.act.sentence
