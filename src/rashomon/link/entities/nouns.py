"""Who is meant where an account names an office or a body by its nouns: "the US defence secretary", "Seoul"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import msgspec

from rashomon.languages.chambers import houses
from rashomon.languages.offices import holders, in_office
from rashomon.languages.seats import GOVERNMENT
from rashomon.link.entities.bodies import body_of
from rashomon.link.entities.groups import Group
from rashomon.link.entities.named import Key, Named, identities
from rashomon.link.entities.offices import LEADERS, Office, office_of
from rashomon.link.entities.people import alike, person_name
from rashomon.records import Article, Claim, Span
from rashomon.records.annotation import Annotation

NEXT = 500
"""Characters within which someone speaks who is named right after the office."""
LONGEST_NOUN = 60
"""Characters of a mention that may name an office or a body, and nothing else."""
INTELLIGENCE = "intelligence"


class Nouns:
    """What the nouns of a story mean."""

    def __init__(self, groups: Sequence[Group]) -> None:
        """Take all groups of the story."""
        self._by_office: dict[tuple[str, str | None], dict[int, Group]] = defaultdict(dict)
        self._by_key: dict[Key, Group] = {}
        self._intelligence: dict[str, dict[int, Group]] = defaultdict(dict)
        self._of = {one.entity.id: group for group in groups for one in group.members}
        for group in groups:
            for one in group.members:
                self._take(group, one)

    def _take(self, group: Group, one: Named) -> None:
        for office in one.offices if one.is_person else ():
            if office.held and office.state is not None:
                self._by_office[office.name, office.state][id(group)] = group
                if office.name in LEADERS:
                    self._by_office["leader", office.state][id(group)] = group
        for key, _ in identities(one):
            self._by_key[key] = group
        body = one.bodies[0]
        kinds = (body.kind or "", body.seat.stands_for if body.seat else "")
        if one.owner is not None and any(kind.endswith(INTELLIGENCE) for kind in kinds):
            self._intelligence[one.owner][id(group)] = group

    def meant(self, noun: str) -> Group | None:
        """Return whom or what nouns mean that say whose office or body it is; None when that is not clear."""
        if len(noun) > LONGEST_NOUN:
            return None
        office = office_of(noun)
        if office is not None:
            return self._holder(office)
        body = body_of(noun)
        if body.owner is None or body.kind is None:
            return None
        if body.kind == INTELLIGENCE:
            known = self._intelligence[body.owner]
            return next(iter(known.values())) if len(known) == 1 else None
        if body.kind == GOVERNMENT:
            return self._by_key.get(("state", "name", body.owner))
        house = "single" if body.kind == "parliament" and "single" in houses(body.owner) else body.kind
        chamber = ("chamber", body.owner, house)
        return self._by_key.get(chamber) or self._by_key.get(("body", body.kind, body.owner))

    def acting(self, entity: str) -> Group | None:
        """Return the state that a capital or a seat of government means when it acts or speaks, where it is named."""
        one = self._of[entity].first
        if one.is_person:
            return None
        if one.state is not None:
            return self._by_key.get(("state", "name", one.state.code)) if one.state.by == "capital" else None
        seat = one.bodies[0].seat
        stands = seat is not None and seat.stands_for == GOVERNMENT
        return self._by_key.get(("state", "name", seat.state)) if seat is not None and stands else None

    def _holder(self, office: Office) -> Group | None:
        if not office.known_throughout or not office.held or office.state is None:
            return None
        known = self._by_office.get((office.name, office.state), {})
        return next(iter(known.values())) if len(known) == 1 else None


def introduced(annotation: Annotation, by_id: Mapping[str, Named], article: Article | None) -> dict[str, Span]:
    """Return the roles, by entity, of those who are named right after them: "..., the minister said." "...," X said.

    The one named has no role of its own and was not named before; nobody else is known to have held the office then.
    """
    found: dict[str, Span] = {}
    claims = sorted((claim for claim in annotation.claims if claim.speaker.span), key=_speaks_at)
    for before, after in pairwise(claims):
        noun, name = before.speaker.span, after.speaker.span
        one = by_id.get(after.speaker.entity or "")
        if noun is None or name is None or one is None or before.speaker.entity is not None:
            continue
        office = office_of(noun.text)
        if office is None or not (office.known_throughout and office.held and office.state):
            continue
        first = one.entity.mentions[0]
        is_new = name.start <= first.start < name.end and one.is_person and bool(one.names) and not one.entity.roles
        if is_new and 0 <= name.start - noun.end <= NEXT and _could_hold(one, office, article):
            found[one.entity.id] = noun
    return found


def with_role(one: Named, noun: Span) -> Named:
    """Return what is told of someone, with one more role."""
    office = office_of(noun.text)
    entity = msgspec.structs.replace(one.entity, roles=(*one.entity.roles, noun))
    return replace(one, entity=entity, offices=one.offices | ({office} if office else set()))


def _speaks_at(claim: Claim) -> int:
    return claim.speaker.span.start if claim.speaker.span else 0


def _could_hold(one: Named, office: Office, article: Article | None) -> bool:
    """Return whether those who are known to have held an office at the time do not rule someone out."""
    day = article.published.earliest if article is not None else None
    if day is None or office.state is None:
        return True
    known = [name for name, terms in holders(office.state, office.name) if in_office(terms, day.year)]
    names = [person_name(name) for name in known]
    return not known or any(alike(name, another) for name in names if name is not None for another in one.names)
