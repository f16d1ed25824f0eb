"""Definitions of procedures: the stages through which a measure goes, and by which words accounts tell of each.

The definitions of the package stand in ``procedures/``; users may give files of their own in the same form.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from rashomon.errors import BrokenInstallation, NoProcedure
from rashomon.languages.tables import table_bytes

SHIPPED = ("accession", "treaty-ratification", "bill")
"""In the order in which measures are looked for."""

By = Literal["lower", "upper", "single", "parliament", "committee", "members", "other", "nobody"]
"""Who acts: a house, members of a house that is left open, someone else, or no one who is named."""
Of = Literal["measure", "law"]
HEADER = re.compile(r"\s*\[\[?\s*([\w.\-]+)\s*\]\]?")
KEY = re.compile(r"""\s*["']?([\w\-]+)["']?\s*=""")
PLACE = re.compile(r"(?: - at `\$\.?(?P<path>[^`]*)`)?$")
STEP = re.compile(r"[\w\-]+|\[(?:\d+|\.\.\.)\]")


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of a part of a definition."""


class Mark(_Part, frozen=True, kw_only=True):
    """What an account says when it tells of a stage; what is left empty may be anything."""

    verbs: tuple[str, ...]
    """Lemmas; that of the verb where a noun tells of it."""
    by: tuple[By, ...] = ()
    of: tuple[Of, ...] = ()
    """Whether what is acted on, or what acts, is the measure or the law by which it is approved."""
    to: tuple[By, ...] = ()
    """To whom it is brought."""
    words: tuple[str, ...] = ()
    """Words of which the clause must have one."""
    without: tuple[str, ...] = ()
    """Words of which the clause may have none."""


class StageRule(_Part, frozen=True, kw_only=True):
    """One stage of a procedure."""

    id: str
    label: str
    actor: str
    """Who acts when it is next: "the upper house"."""
    offices: tuple[str, ...] = ()
    """Offices one of which the accounts may name instead: "president"."""
    house: Literal["lower", "upper", "single"] | None = None
    """The house that decides."""
    optional: bool = False
    """Whether it is left out when no account tells of it."""
    shared: bool = False
    """Whether it is one for all parties."""
    instead_of: tuple[str, ...] = ()
    """The stages in whose place it stands."""
    implies: tuple[str, ...] = ()
    """Earlier stages that must have been done when it is."""
    done: tuple[Mark, ...]
    failed: tuple[Mark, ...] = ()


class Ending(_Part, frozen=True, kw_only=True):
    """What ends a procedure at any stage."""

    id: str
    label: str
    done: tuple[Mark, ...]


class Reopening(_Part, frozen=True, kw_only=True):
    """What undoes the decision of a stage."""

    id: str
    stage: str | None = None
    """The stage that is undone; without one, that of the house to which the measure is brought."""
    state: Literal["done", "next", "unknown"]
    """What the stage is then."""
    label: str | None = None
    """What the stage is called then."""
    by_all: tuple[str, ...] = ()
    """Stages the houses of all of which must act."""
    done: tuple[Mark, ...]


class Count(_Part, frozen=True, kw_only=True):
    """A stage that is done when all of a number of members have acted: "29 of 31 members have ratified"."""

    stage: str
    words: tuple[str, ...]
    """How words begin of which a sentence that gives the number has one."""
    members: tuple[str, ...]
    """Lemmas of the nouns for those who are counted."""
    left: tuple[str, ...] = ()
    """Words beside a number that counts those who have not acted."""
    rule: str
    """What the board says, with ``{done}`` and ``{all}``."""
    rule_all: str
    """What it says when only the number of all is known."""
    member: tuple[Mark, ...]
    """What tells that one of them has acted."""


class Definition(_Part, frozen=True, kw_only=True):
    """A procedure: its stages in their order and what ends it or opens it again."""

    id: str
    label: str
    measures: tuple[str, ...]
    """Nouns for what goes through it."""
    laws: tuple[str, ...] = ()
    """Nouns for a law by which a measure of another form is approved."""
    topic: tuple[str, ...] = ()
    """Words of which a measure's accounts must have one beside its noun."""
    needs: tuple[str, ...] = ()
    """Stages one of which accounts must tell of, done or planned, before there is a board."""
    not_completed: tuple[str, ...] = ()
    """Words with which an act is no completion of a stage."""
    completed: tuple[str, ...] = ()
    """Words with which it is, whatever else is said."""
    stage: tuple[StageRule, ...]
    ending: tuple[Ending, ...] = ()
    reopening: tuple[Reopening, ...] = ()
    bringing: tuple[str, ...] = ()
    """Verbs that bring a measure to a house: "the bill moves on to the Senate"."""
    count: tuple[Count, ...] = ()

    def rule(self, stage: str) -> StageRule:
        """Return the stage of an id."""
        return next(rule for rule in self.stage if rule.id == stage)


@cache
def shipped() -> tuple[Definition, ...]:
    """Return the definitions that come with the package."""
    found = []
    for name in SHIPPED:
        try:
            found.append(definition_of(table_bytes(f"procedures/{name}.toml").decode(), name))
        except NoProcedure as error:
            raise BrokenInstallation(f"{error}; install the package again") from error
    return tuple(found)


def definition_from(path: Path) -> Definition:
    """Return the definition that a user's file holds.

    Raises ``NoProcedure`` when it holds none; the message names the file, the line and what is wrong.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, ValueError) as error:
        raise NoProcedure(f"{path}: can't be read ({error})") from error
    return definition_of(text, str(path))


def definition_of(text: str, name: str) -> Definition:
    """Return the definition that a text in TOML holds; ``name`` stands in messages.

    Raises ``NoProcedure`` as ``definition_from`` does.
    """
    try:
        found = msgspec.convert(tomllib.loads(text), Definition)
    except tomllib.TOMLDecodeError as error:
        raise NoProcedure(f"{name}: {error}") from error
    except msgspec.ValidationError as error:
        raise NoProcedure(f"{name}: {_with_line(str(error), text)}") from error
    wrong = next(_wrong(found), None)
    if wrong is not None:
        path, what = wrong
        raise NoProcedure(f"{name}: line {_line(text, path)}: {what}")
    return found


def _wrong(definition: Definition) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield what is wrong with a definition, with the place of it: keys and numbers."""
    ids = [rule.id for rule in definition.stage]
    if not definition.stage:
        yield (), "there is no stage"
    if not definition.measures:
        yield ("measures",), "there is no noun for what goes through the procedure"
    for number, rule in enumerate(definition.stage):
        place = ("stage", number)
        if rule.id in ids[:number]:
            yield (*place, "id"), f"the stage {rule.id!r} is there twice"
        for key, named in (("instead_of", rule.instead_of), ("implies", rule.implies)):
            yield from _unknown((*place, key), named, ids)
        yield from _empty((*place, "done"), rule.done)
        yield from _empty((*place, "failed"), rule.failed)
    yield from _circles(definition)
    yield from _unknown(("needs",), definition.needs, ids)
    for number, ending in enumerate(definition.ending):
        yield from _empty(("ending", number, "done"), ending.done)
    for number, reopening in enumerate(definition.reopening):
        yield from _empty(("reopening", number, "done"), reopening.done)
        yield from _unknown(("reopening", number, "stage"), [reopening.stage] if reopening.stage else [], ids)
        yield from _unknown(("reopening", number, "by_all"), reopening.by_all, ids)
    for number, count in enumerate(definition.count):
        yield from _unknown(("count", number, "stage"), [count.stage], ids)
        yield from _empty(("count", number, "member"), count.member)


def _unknown(
    place: tuple[str | int, ...], named: Iterable[str], ids: list[str]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for one in named:
        if one not in ids:
            yield place, f"{one!r} is no stage of the procedure; its stages are {', '.join(ids)}"


def _empty(place: tuple[str | int, ...], marks: Iterable[Mark]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for mark in marks:
        if not mark.verbs or not all(verb.strip() for verb in mark.verbs):
            yield place, "a mark of a stage has no verbs"


def _circles(definition: Definition) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield where a stage is implied by itself or by one that comes before it, or stands in the place of itself."""
    order = {rule.id: number for number, rule in enumerate(definition.stage)}
    for number, rule in enumerate(definition.stage):
        for implied in rule.implies:
            if order.get(implied, -1) >= number:
                yield ("stage", number, "implies"), f"{rule.id!r} implies {implied!r}, which does not come before it"
        for other in rule.instead_of:
            if other == rule.id or rule.id in _instead(definition, other):
                yield ("stage", number, "instead_of"), f"{rule.id!r} and {other!r} stand in place of one another"


def _instead(definition: Definition, stage: str) -> tuple[str, ...]:
    return next((rule.instead_of for rule in definition.stage if rule.id == stage), ())


def _with_line(message: str, text: str) -> str:
    """Return the message of a validation with the line instead of the path: "line 7: ..."."""
    match = PLACE.search(message)
    path = "" if match is None else match["path"] or ""
    steps = tuple(int(step[1:-1]) if step[1:-1].isdigit() else step for step in STEP.findall(path) if step != "[...]")
    said = message[: match.start()] if match is not None else message
    said = said.replace("Object contains unknown field", "unknown key").replace(
        "Object missing required field", "there is no"
    )
    unknown = re.search(r"unknown key `([^`]+)`", said)
    return f"line {_line(text, (*steps, unknown[1]) if unknown else steps)}: {said}"


def _line(text: str, path: tuple[str | int, ...]) -> int:
    """Return the line, from 1, at which a place of a file in TOML begins, as near as its tables and keys tell."""
    keys = [step for step in path if isinstance(step, str)]
    numbers = [step for step in path if isinstance(step, int)]
    lines = text.splitlines()
    start, end = 0, next((number for number, line in enumerate(lines) if HEADER.fullmatch(_bare(line))), len(lines))
    if len(keys) > 0 and numbers:
        headers = [n for n, line in enumerate(lines) if (m := HEADER.fullmatch(_bare(line))) and m[1] == keys[0]]
        if numbers[0] < len(headers):
            start = headers[numbers[0]]
            after = (n for n in range(start + 1, len(lines)) if HEADER.fullmatch(_bare(lines[n])))
            end, keys = next(after, len(lines)), keys[1:]
    found = start
    for key in keys:
        for number in range(found, end):
            if ((match := KEY.match(lines[number])) and match[1] == key) or f"{key} =" in lines[number]:
                found = number
                break
    return found + 1


def _bare(line: str) -> str:
    return line.split("#", maxsplit=1)[0].rstrip()
