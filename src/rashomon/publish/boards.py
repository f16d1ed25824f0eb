"""How far the measures of a story have come, as it is shown: a row of stages, what comes next, what is provided."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.publish.citing import LONGEST, Names, Telling, line, support_in_words
from rashomon.publish.differences import KINDS
from rashomon.publish.times import time_in_words
from rashomon.records import Procedure, Provision, Record, Span, Stage, Time, Vote
from rashomon.text import cut

RATIFICATION = "treaty-ratification"
KIND_NAMES = {RATIFICATION: "Ratification", "bill": "Bill", "accession": "Accession"}
"""What a procedure of a kind is called; any other by its own name."""
STATES = {"done": "done", "next": "next", "pending": "to come", "failed": "failed", "unknown": "not told"}
"""The state of a stage in a word of the page."""
IMPLIED = "implied"
"""The state of a stage that no account tells, but that a later one cannot do without."""
SIGNS = {"done": "✓", "next": "→", "pending": "", "failed": "✕", "unknown": "?", IMPLIED: "✓"}
"""The same as a sign."""
PASSED, REJECTED = "passed by {}", "rejected by {}"
DECIDING = {
    "committee": "the committee",
    "lower_house": "the lower house",
    "upper_house": "the upper house",
    "chamber": "parliament",
}
"""Who decides at a stage, as it is called in a sentence."""
VETOED = "vetoed"
ARTICLE = "the "
VERSIONS = {**KINDS, "finer": "one says more"}
"""How two versions of a provision relate, in a word of the page."""
TOLD = ("done", "failed")
TO_COME = ("next", "pending")
NOT_REACHED = "not reached"
"""The word for what was to come of a procedure that has stopped or ended."""
STOPPED, ENDED, COMPLETE, OPEN = "stopped.", "ended.", "complete.", "next: not told."
ENDINGS = frozenset({"withdrawn", "lapsed", "denounced"})
"""Stages at which a procedure ends without its last one; of any other definition, one behind others still to come."""


@dataclass(frozen=True, slots=True)
class Step:
    """One stage as it is shown."""

    stage: Stage
    look: str
    """Its state, or ``implied``; ``failed`` for what ends a procedure."""
    is_: str
    sign: str
    label: str
    outcome: str
    """What was done or failed, as a sentence tells it: "passed by the lower house"."""
    body: str
    when: str
    vote: str
    tellings: tuple[Telling, ...]
    support: str


@dataclass(frozen=True, slots=True)
class Version:
    """What one account says that a measure provides."""

    relation: str
    """How it relates to the version before which it stands; empty for the first."""
    obligation: str
    condition: str
    basis: str
    telling: Telling


@dataclass(frozen=True, slots=True)
class Board:
    """How far one measure has come, in one state where several have a say."""

    procedure: Procedure
    kind: str
    party: str
    subject: str
    rule: str
    steps: tuple[Step, ...]
    next: Step | None
    actor: str
    """Who acts next, where the stage itself does not say so."""
    next_: str
    """What comes next and who acts, as a sentence ends: "next: upper house."."""
    provisions: tuple[tuple[Version, ...], ...]
    """What it provides, each with the versions of the accounts, that of the first account first."""

    @property
    def title(self) -> str:
        """What the board is called: its kind, and the state that ratifies, else the measure and its state."""
        if self.is_of_party:
            return f"{self.kind}: {self.party}"
        return f"{self.kind}: {self.subject}, {self.party}" if self.party else f"{self.kind}: {self.subject}"

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands below the title: the measure where the title does not name it, and the rule."""
        return tuple(note for note in (self.subject if self.is_of_party else "", self.rule) if note)

    @property
    def is_of_party(self) -> bool:
        """Whether the board is called by the state that acts: several may ratify one treaty."""
        return bool(self.party) and self.procedure.kind == RATIFICATION

    @property
    def coming(self) -> str:
        """What comes next, as a sentence of its own."""
        return _titled(self.next_)

    @property
    def told(self) -> tuple[Step, ...]:
        """The stages that accounts tell of as done or failed."""
        return tuple(step for step in self.steps if step.stage.state in TOLD and step.tellings)


def boards(record: Record, names: Names) -> tuple[Board, ...]:
    """Return the procedures of a record as they are shown."""
    return tuple(_board(procedure, names) for procedure in record.procedures)


def _board(procedure: Procedure, names: Names) -> Board:
    steps = tuple(_step(stage, procedure, names) for stage in procedure.stages)
    following = next((step for step in steps if step.stage.stage == procedure.next), None)
    return Board(
        procedure=procedure,
        kind=KIND_NAMES.get(procedure.kind, procedure.kind.replace("-", " ").replace("_", " ").capitalize()),
        party=names.entity(procedure.party),
        subject=line(procedure.subject.name),
        rule=line(procedure.rule or ""),
        steps=steps,
        next=following,
        actor=_actor(procedure, following),
        next_=_next(procedure, following),
        provisions=tuple(_provisions(procedure.provisions, names)),
    )


def _step(stage: Stage, procedure: Procedure, names: Names) -> Step:
    look, word = (IMPLIED, IMPLIED) if stage.implied else (stage.state, STATES[stage.state])
    if _is_ending(stage, procedure):
        look, word = "failed", "ended"
    elif stage.state == "pending" and procedure.next is None and _standing(procedure) in {STOPPED, ENDED}:
        word = NOT_REACHED
    when = "" if stage.time is None else time_in_words(stage.time)
    return Step(
        stage=stage,
        look=look,
        is_=word,
        sign=SIGNS[look],
        label=_titled(line(stage.label)),
        outcome=_outcome(stage),
        body=_body(stage),
        when=f"planned: {when}" if when and stage.state in TO_COME else when,
        vote="" if stage.vote is None else vote_in_words(stage.vote),
        tellings=names.tellings(stage.evidence),
        support=support_in_words(stage.support),
    )


def _titled(label: str) -> str:
    return label[:1].upper() + label[1:]


def _outcome(stage: Stage) -> str:
    has_failed = stage.state == "failed"
    if stage.stage in DECIDING:
        return (REJECTED if has_failed else PASSED).format(DECIDING[stage.stage])
    if stage.stage == "assent" and has_failed:
        return VETOED
    return f"{line(stage.label)}: failed" if has_failed else line(stage.label)


def _body(stage: Stage) -> str:
    """Return the body that acts in a stage, nothing where the label names it."""
    body = line(stage.body or "")
    return "" if body.casefold() in stage.label.casefold() else body


def _actor(procedure: Procedure, following: Step | None) -> str:
    """Return who acts next, nothing where the stage itself says so."""
    actor = line(procedure.next_actor or "")
    named = "" if following is None else following.label.casefold()
    return "" if actor.removeprefix(ARTICLE).casefold() == named else actor


def _next(procedure: Procedure, following: Step | None) -> str:
    if following is None:
        return _standing(procedure)
    actor = _actor(procedure, following)
    return f"next: {line(following.stage.label)}{f' ({actor})' if actor else ''}."


def _standing(procedure: Procedure) -> str:
    """Return how a procedure stands in which nothing is known to come next."""
    if any(_is_ending(stage, procedure) for stage in procedure.stages):
        return ENDED
    if any(stage.state == "failed" for stage in procedure.stages):
        return STOPPED
    return COMPLETE if procedure.stages[-1].state == "done" else OPEN


def _is_ending(stage: Stage, procedure: Procedure) -> bool:
    """Return whether a stage ends a procedure before its time, or undoes it."""
    is_last = stage is procedure.stages[-1]
    leaves_open = is_last and any(other.state == "pending" for other in procedure.stages)
    return stage.state == "done" and (stage.stage in ENDINGS or leaves_open)


def _provisions(provisions: Iterable[Provision], names: Names) -> Iterator[tuple[Version, ...]]:
    """Yield what is provided; versions that relate to an earlier one stand behind it."""
    group: list[Version] = []
    for provision in provisions:
        if group and provision.relation is None:
            yield tuple(group)
            group = []
        group.append(_version(provision, names))
    if group:
        yield tuple(group)


def _version(provision: Provision, names: Names) -> Version:
    def words(span: Span | None) -> str:
        return "" if span is None else cut(line(span.text), LONGEST)

    return Version(
        relation="" if provision.relation is None else VERSIONS[provision.relation],
        obligation=words(provision.obligation),
        condition=words(provision.condition),
        basis=words(provision.basis),
        telling=names.tellings((provision.obligation,))[0],
    )


def vote_in_words(vote: Vote) -> str:
    """Return the result of a vote as it is read: "397–0", "212–3, 4 abstaining", "unanimous"."""
    parts = []
    if vote.for_ is not None and vote.against is not None:
        parts.append(f"{vote.for_:,}–{vote.against:,}")
    else:
        sides = ((vote.for_, "for"), (vote.against, "against"))
        parts += [f"{number:,} {side}" for number, side in sides if number is not None]
    further = ((vote.abstain, "abstaining"), (vote.absent, "absent"))
    parts += [f"{number:,} {side}" for number, side in further if number]
    return ", ".join((*parts, "unanimous") if vote.unanimous else parts)


def on_day(time: Time | None) -> str:
    """Return when it was, as a sentence goes on: " on 24 October 2024", " in June 2024", ", 13 to 19 May 2030"."""
    when = "" if time is None else time_in_words(time)
    if time is None or not when:
        return ""
    if time.earliest == time.latest:
        return f" on {when}"
    if time.earliest is not None and when in {f"{time.earliest:%B %Y}", f"{time.earliest:%Y}"}:
        return f" in {when}"
    return f" {when}" if when.startswith(("by ", "since ", "not before ")) else f", {when}"
