"""What a role says of its holder: rank, field, state or region of an office."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from rashomon.languages.chambers import chambers
from rashomon.languages.offices import office_words
from rashomon.languages.regions import regions
from rashomon.languages.seats import seats
from rashomon.languages.states import states
from rashomon.link.entities.words import CACHED, LONGEST

Meaning = TypeVar("Meaning")

TOKEN = re.compile(r"[^\W_][\w.&]*(?:['’-](?!s\b)[\w.]+)*")
MOST_TOKENS = 14
LONGEST_GRAM = 4
LEADERS = frozenset({"president", "prime minister", "chancellor", "king", "queen", "supreme leader", "emperor"})
"""Offices whose holder is called the leader of a state."""
SINGLE = LEADERS | {"vice president", "crown prince", "pope", "speaker", "attorney general"}
"""Offices that one person at a time holds; a minister's is one with its field."""
REGIONAL = frozenset({"governor", "senator", "representative", "mayor", "sheriff"})
"""Offices of a region, which are another's in another region."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office as one role tells it."""

    name: str
    """Rank, before it the field: ``"president"``, ``"defence minister"``."""
    state: str | None
    """ISO 3166 code."""
    region: str | None
    """A region or a chamber."""
    held: bool
    """False for former, elected and deputy holders."""
    known_throughout: bool
    """Whether there is no word in the role that means something else."""


@lru_cache(CACHED)
def office_of(role: str) -> Office | None:
    """Return the office that a role names ("the US defence secretary"); None when it names none that is known."""
    tokens = TOKEN.findall(role[:LONGEST])[:MOST_TOKENS]
    lower = tuple(token.lower() for token in tokens)
    state = region = rank = field = None
    held, throughout, started, at = True, len(tokens) < MOST_TOKENS, False, 0
    while at < len(tokens):
        taken = 1
        if (area := _area(tokens, at)) is not None:
            code, part, taken = area
            state, region = state or code, region or part
        elif (found := _gram(office_words("ranks"), lower, at)) is not None and rank is None:
            rank, taken = found
        elif (found := _gram(office_words("fields"), lower, at)) is not None:
            if rank is not None and field is not None:
                throughout = False
            field, taken = field or found[0], found[1]
        elif (found := _gram(office_words("before"), lower, at)) is not None:
            held, taken = False, found[1]
        elif _gram(office_words("empty"), lower, at) is None:
            throughout = False
            if started:
                break
            at += 1
            continue
        else:
            at += 1
            continue
        started = True
        at += taken
    if rank is None or (at < len(tokens) and rank not in SINGLE | REGIONAL):
        return None
    name = f"{field} {rank}" if field and rank in {"minister", "deputy minister"} else rank
    return Office(name=name, state=state, region=region, held=held, known_throughout=throughout)


def same_office(one: Office, other: Office) -> float:
    """Return how much it says that two roles name one office, 0 to 0.3."""
    if one.state and other.state and one.state != other.state:
        return 0.0
    if one.region and other.region and one.region != other.region:
        return 0.0
    both = one.state is not None and one.state == other.state
    if one.name == other.name:
        return 0.3 if both or (one.region is not None and one.region == other.region) else 0.15
    leads = {one.name, other.name} & {"leader"} and {one.name, other.name} & LEADERS
    return 0.15 if leads and both else 0.0


def other_office(one: Office, other: Office) -> bool:
    """Return whether two roles are of two people: one office in two states or regions, both held now."""
    if not (one.held and other.held):
        return False
    first, second = ("leader" if office.name in LEADERS else office.name for office in (one, other))
    of_states = first == second and (first in SINGLE | {"leader"} or first.endswith(" minister"))
    if of_states and one.state and other.state and one.state != other.state:
        return True
    regional = one.name == other.name and one.name in REGIONAL
    return bool(regional and one.region and other.region and one.region != other.region)


def _area(tokens: list[str], at: int) -> tuple[str | None, str | None, int] | None:
    """Return the state and the region or chamber that the words from a place on name, and how many words it takes."""
    for size in range(min(LONGEST_GRAM, len(tokens) - at), 0, -1):
        text = " ".join(tokens[at : at + size])
        for form in (text, text.rstrip(".")):
            if (state := states().get(form)) is not None:
                return state.code, None, size
            if (region := regions().get(form)) is not None:
                return region.state, region.name, size
        if (seat := seats().get(text.lower())) is not None and text[0].isupper():
            return seat.state, None, size
        if text[0].isupper() and text.lower() in chambers():
            return None, text.lower(), size
    return None


def _gram(table: Mapping[tuple[str, ...], Meaning], lower: tuple[str, ...], at: int) -> tuple[Meaning, int] | None:
    for size in range(min(LONGEST_GRAM, len(lower) - at), 0, -1):
        meaning = table.get(lower[at : at + size])
        if meaning is not None:
            return meaning, size
    return None
