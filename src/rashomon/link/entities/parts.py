"""What an entity is a part of: a chamber of its parliament, a body, capital, people or region of its state."""

import re
from collections.abc import Iterator, Mapping, Sequence

from rashomon.languages.bodies import body_kinds, state_heads
from rashomon.languages.regions import regions
from rashomon.languages.states import states
from rashomon.link.entities.groups import Group
from rashomon.link.entities.named import LOOKED_AT, Key, Named, identities
from rashomon.records import Article

AROUND = 60
"""Characters beside a mention that are read."""
AFTER = re.compile(r",\s+(?:the\s+)?((?:[A-Z][\w.]*)(?:\s(?:of\s)?[A-Z][\w.]*){0,3})")
OWNS = re.compile(r"((?:[A-Z][\w.]*\s){0,3}[A-Z][\w.]*)['’]s?(?:\s[a-z]+){0,2}\s+$")


def wholes(groups: Sequence[Group], articles: Mapping[str, Article]) -> dict[int, Group]:
    """Return, by the place of a group, the group that it is a part of, when the story names it."""
    by_key = {key: group for group in groups for one in group.members for key, _ in identities(one)}
    found: dict[int, Group] = {}
    for place, group in enumerate(groups):
        for key in _keys(group, articles):
            whole = by_key.get(key)
            if whole is not None and whole is not group:
                found[place] = whole
                break
    return found


def _keys(group: Group, articles: Mapping[str, Article]) -> Iterator[Key]:
    """Yield the keys of what a group may be a part of, the narrower first."""
    for one in group.members:
        if one.is_person:
            continue
        if one.chamber is not None:
            if one.chamber.house in {"lower", "upper"}:
                yield "chamber", one.chamber.state, "parliament"
            yield _state(one.chamber.state)
        elif one.state is not None:
            if one.state.by != "name":
                yield _state(one.state.code)
            return
        else:
            yield from _committee(one)
    owners = _owners(group) or _lies_in(group, articles)
    if len(owners) == 1:
        yield _state(min(owners))
    for one in group.members:
        yield from _people_of(one)


def _owners(group: Group) -> set[str]:
    """Return the states whose own a body is: one with a name of its own, or built on a noun for a body of a state."""
    return {
        one.owner
        for one in group.members
        for body in one.bodies
        if one.owner is not None
        and (body.seat is None or body.seat.stands_for != "party")
        and (
            body.kind
            or body.seat
            or body.region
            or body.chambers
            or set(body.rest[-1:] + body.rest[:1]) & state_heads()
        )
    }


def _people_of(one: Named) -> Iterator[Key]:
    """Yield the places whose people or body a name is, when the place is in no table: "Ormelian", of Ormelia."""
    people = one.bodies[0].words[0]
    is_whole = len(one.bodies[0].words) == 1
    if one.entity.type in {"event", "law"} or (
        not is_whole and one.bodies[0].kind is None and one.bodies[0].words[-1] not in state_heads()
    ):
        return
    if people.endswith("an"):
        yield "name", people[:-1]
        yield "name", f"{people}y"


def _state(code: str) -> Key:
    return "state", "name", code


def _committee(one: Named) -> Iterator[Key]:
    """Yield the chamber that a committee's name begins with."""
    words = one.bodies[0].words
    if len(words) > 1 and body_kinds().get(words[-1:]) == "committee" and one.owner is not None:
        for house in ("lower", "upper"):
            if words[0] == {"lower": "house", "upper": "senate"}[house]:
                yield "chamber", one.owner, house


def _lies_in(group: Group, articles: Mapping[str, Article]) -> set[str]:
    """Return the states in which accounts say that a place lies: "Kursk, Russia", "Russia's Kursk region"."""
    found: set[str] = set()
    for one in group.members:
        read = articles.get(one.article)
        if read is None or one.entity.type != "place":
            continue
        for mention in one.entity.mentions[:LOOKED_AT]:
            after = AFTER.match(read.text[mention.end : mention.end + AROUND])
            before = OWNS.search(read.text[max(0, mention.start - AROUND) : mention.start])
            behind = after[1].split() if after else []
            ahead = before[1].split() if before else []
            named = [behind[:size] for size in range(len(behind), 0, -1)]
            named += [ahead[place:] for place in range(len(ahead))]
            found |= {code for words in named if (code := _code(" ".join(words))) is not None}
    return found


def _code(named: str) -> str | None:
    for form in (named, named.rstrip(".")):
        state = states().get(form)
        if state is not None and state.by == "name":
            return state.code
        if form in regions():
            return regions()[form].state
    return None
