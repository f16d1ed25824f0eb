"""Which entities of several articles are the same, as far as their names say so outright.

People must have the same name of two words or more, states the same state, all others the same name. What is spelled
otherwise, and a family name by itself, stays apart.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from rashomon.languages.states import states
from rashomon.records import Alias, Claim, Entity
from rashomon.records.annotation import Annotation, EventMention

Key = tuple[str, str]


def with_entities(annotations: Sequence[Annotation]) -> tuple[list[Annotation], list[Entity]]:
    """Return the annotations with the entities of the story in place of each article's own, and these entities.

    Annotations come in record order; an entity keeps the id of the first article that names it.
    """
    ids: dict[str, str] = {}
    groups: dict[Key, list[Entity]] = {}
    for annotation in annotations:
        for entity in annotation.entities:
            group = groups.setdefault(_key(entity), [])
            group.append(entity)
            ids[entity.id] = group[0].id
    renamed = [
        msgspec.structs.replace(
            annotation,
            claims=tuple(_of_claim(claim, ids) for claim in annotation.claims),
            reading=msgspec.structs.replace(
                annotation.reading, events=tuple(_of_event(event, ids) for event in annotation.reading.events)
            ),
        )
        for annotation in annotations
    ]
    return renamed, [_merged(group) for group in groups.values()]


def _key(entity: Entity) -> Key:
    """Return what entities share that are the same; a name that says too little is shared with none."""
    name = entity.name.casefold()
    state = states().get(entity.name) if entity.type == "place" else None
    if state is not None and state.by == "name":
        return "state", state.code
    return entity.type, entity.id if entity.type == "person" and len(name.split()) == 1 else name


def _merged(group: Sequence[Entity]) -> Entity:
    counts: Counter[str] = Counter()
    for entity in group:
        counts.update({alias.text: alias.count for alias in entity.aliases})
    return msgspec.structs.replace(
        group[0],
        name=max((entity.name for entity in group), key=len),
        aliases=tuple(Alias(text=text, count=count) for text, count in counts.items()),
        mentions=tuple(span for entity in group for span in entity.mentions),
        roles=tuple(span for entity in group for span in entity.roles),
    )


def _of_claim(claim: Claim, ids: Mapping[str, str]) -> Claim:
    return msgspec.structs.replace(
        claim,
        speaker=msgspec.structs.replace(claim.speaker, entity=_known(claim.speaker.entity, ids)),
        chain=tuple(msgspec.structs.replace(link, entity=_known(link.entity, ids)) for link in claim.chain),
    )


def _of_event(event: EventMention, ids: Mapping[str, str]) -> EventMention:
    place = event.place
    return msgspec.structs.replace(
        event,
        actors=tuple(msgspec.structs.replace(actor, entity=_known(actor.entity, ids)) for actor in event.actors),
        place=None if place is None else msgspec.structs.replace(place, entity=_known(place.entity, ids)),
    )


def _known(entity: str | None, ids: Mapping[str, str]) -> str | None:
    return None if entity is None else ids[entity]
