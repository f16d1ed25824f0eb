"""Claims and events with the entities of the story in place of each article's own."""

from collections.abc import Mapping

import msgspec

from rashomon.link.entities.groups import Group
from rashomon.link.entities.nouns import Nouns
from rashomon.records import Claim, Span, Speaker
from rashomon.records.annotation import Actor, Annotation, EventMention
from rashomon.records.findings import SpeakerKind


class Renaming:
    """Which entity of the story each entity of an article is, and what nouns mean that name none."""

    def __init__(self, ids: Mapping[str, str], nouns: Nouns) -> None:
        """Take the id in the story by each id in an article, and the nouns of the story."""
        self._ids = ids
        self._nouns = nouns

    def annotation(self, annotation: Annotation) -> Annotation:
        """Return what an article tells, in terms of the story."""
        return msgspec.structs.replace(
            annotation,
            claims=tuple(self._claim(claim) for claim in annotation.claims),
            reading=msgspec.structs.replace(
                annotation.reading, events=tuple(self._event(event) for event in annotation.reading.events)
            ),
        )

    def _claim(self, claim: Claim) -> Claim:
        speaker = self._speaker(claim.speaker)
        return msgspec.structs.replace(
            claim,
            speaker=speaker,
            chain=tuple(
                msgspec.structs.replace(
                    link, entity=speaker.entity if link.role == "speaker" else self._known(link.entity)
                )
                for link in claim.chain
            ),
        )

    def _speaker(self, speaker: Speaker) -> Speaker:
        if speaker.entity is not None:
            return msgspec.structs.replace(speaker, entity=self._acting(speaker.entity))
        group = self._meant(speaker.span)
        if group is None:
            return speaker
        kind: SpeakerKind = "person" if group.is_person else "organization"
        return msgspec.structs.replace(speaker, entity=self._id(group), kind=kind)

    def _event(self, event: EventMention) -> EventMention:
        place = event.place
        return msgspec.structs.replace(
            event,
            actors=tuple(self._actor(actor) for actor in event.actors),
            place=None if place is None else msgspec.structs.replace(place, entity=self._known(place.entity)),
        )

    def _actor(self, actor: Actor) -> Actor:
        if actor.entity is None:
            group = self._meant(actor.span)
            return actor if group is None else msgspec.structs.replace(actor, entity=self._id(group))
        entity = self._acting(actor.entity) if actor.role == "agent" else self._known(actor.entity)
        return msgspec.structs.replace(actor, entity=entity)

    def _acting(self, entity: str) -> str:
        """Return who acts: the state, when a capital or a seat of government is named."""
        group = self._nouns.acting(entity)
        return self._ids[entity] if group is None else self._id(group)

    def _meant(self, span: Span | None) -> Group | None:
        return self._nouns.meant(span.text) if span is not None else None

    def _known(self, entity: str | None) -> str | None:
        return None if entity is None else self._ids[entity]

    def _id(self, group: Group) -> str:
        return self._ids[group.first.entity.id]
