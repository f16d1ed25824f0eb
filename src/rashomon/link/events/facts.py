"""What is known of a telling of an event that likeness cannot outweigh: when, who, how real, in which house."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from rashomon.languages.event_families import families, stem
from rashomon.languages.event_words import adds_little, is_voting, says_little
from rashomon.languages.houses import house_in, houses
from rashomon.languages.number_words import number_words
from rashomon.languages.prose import function_words
from rashomon.languages.states import states
from rashomon.languages.thing_words import kind_of_thing
from rashomon.link.events.constraints import Facts
from rashomon.link.events.mentions import Mention, Telling
from rashomon.records import Article, Entity
from rashomon.records.annotation import Actor, EventMention, Reading
from rashomon.text import words
from rashomon.values.intervals import ALWAYS, Interval
from rashomon.values.timex import happening

PREPOSITION = re.compile(r"\s(?:of|on|for|with|between|in|to)\s")
KNOWN = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your"})
"""Words with which something is named that is known already."""
PAST = frozenset({"happened", "ongoing"})


class Actors:
    """What the entities of a story act as, and which are a house of a parliament."""

    def __init__(self, articles: Sequence[Article], entities: Sequence[Entity]) -> None:
        by_id = {entity.id: entity for entity in entities}
        self.houses = houses(articles, entities)
        self._keys = {entity.id: frozenset(_keys(entity, by_id)) for entity in entities}
        self._places: dict[str, list[tuple[int, int, Entity]]] = {article.id: [] for article in articles}
        for entity in entities:
            if entity.type == "place":
                for span in entity.mentions:
                    self._places[span.article].append((span.start, span.end, entity))
        for places in self._places.values():
            places.sort(key=lambda place: place[:2])

    def of(self, actor: Actor) -> frozenset[str]:
        """Return the keys of an actor: what it is, what it is a part of, and of its phrase the state that it names."""
        if actor.entity is not None:
            return self._keys[actor.entity]
        found = _states_in(actor.span.text)
        return found if len(found) == 1 else frozenset()

    def places(self, event: EventMention, mention: Mention) -> list[Entity]:
        """Return where an event was: what its account says it was in, of a noun also what its phrase names."""
        known = event.place.entity if event.place is not None else None
        span = event.clause
        return [
            entity
            for _, _, entity in self._within(span.article, span.start, span.end)
            if entity.id == known or mention.part_of_speech == "NOUN"
        ]

    def _within(self, article: str, start: int, end: int) -> Iterator[tuple[int, int, Entity]]:
        places = self._places[article]
        first = bisect_left(places, start, key=lambda place: place[0])
        for place in islice(places, first, None):
            if place[0] >= end:
                return
            yield place


def facts_of(
    telling: Telling, reading: Reading, article: Article, actors: Actors, speakers: Mapping[str, str | None]
) -> list[Facts]:
    """Return the facts of each mention of an article; ``speakers`` are the entities that speak by the ids of claims."""
    counts = _counts(reading)
    return [
        Facts(
            days=_days(event, reading, article),
            dated=_told(event, reading) != ALWAYS,
            status=event.status,
            to_come=_is_to_come(event, reading, article),
            limited=mention.limited,
            voice=article.id if event.claim is None else speakers.get(event.claim),
            towns=frozenset(place.id for place in places if _state(place) is None),
            states=frozenset(code for place in places if (code := _state(place)) is not None),
            agents=agents,
            actors=frozenset(key for one in event.actors for key in actors.of(one)),
            things=frozenset(_things(event, mention, actors)),
            chamber=_house(event, actors.houses),
            objects=frozenset(_objects(event, mention, actors)),
            doers=frozenset(_doers(event, mention, actors)),
            nouns=frozenset(map(kind_of_thing, mention.objects or _last_words(event))),
            besides=frozenset(_besides(event, mention, actors)) - agents,
            definite=_is_definite(event),
            verbs=frozenset({event.kind, stem(event.kind)}),
            meanings=_meanings(event, mention),
            several=_is_plural(event, mention) if mention.part_of_speech == "NOUN" else None,
            light=says_little(event.kind),
            tally=_tally(event),
            count=counts.get(event.trigger.start),
        )
        for event, mention in zip(reading.events, telling.mentions, strict=True)
        for places in [actors.places(event, mention)]
        for agents in [frozenset(key for one in event.actors if one.role == "agent" for key in actors.of(one))]
    ]


def _keys(entity: Entity, by_id: Mapping[str, Entity]) -> Iterator[str]:
    """Yield an entity and all that it is a part of; a state, its capital and its people are one."""
    seen: set[str] = set()
    whole: Entity | None = entity
    while whole is not None and whole.id not in seen:
        seen.add(whole.id)
        yield whole.id
        state = states().get(whole.name)
        if state is not None:
            yield state.code
        whole = by_id.get(whole.part_of or "")


def _state(place: Entity) -> str | None:
    """Return the code of a place that is a state; a capital is a town."""
    state = states().get(place.name)
    return state.code if state is not None and state.by == "name" else None


def _states_in(phrase: str) -> frozenset[str]:
    """Return the states that a phrase names by a word or two: "the North Korean troops"."""
    parts = phrase.split()
    forms = (*parts, *(" ".join(pair) for pair in pairwise(parts)))
    found = (states().get(form.strip(",.;:’'\"“”").removesuffix("’s").removesuffix("'s")) for form in forms)
    return frozenset(state.code for state in found if state is not None)


def _told(event: EventMention, reading: Reading) -> Interval:
    """Return when it was or will be by its own words; a plan told with "now" says no day."""
    time = None if event.time is None else reading.times[event.time]
    if time is None or (event.status == "planned" and time.time.timex == "PRESENT_REF"):
        return ALWAYS
    return happening(time, event.trigger)


def _is_to_come(event: EventMention, reading: Reading, article: Article) -> bool:
    last, told_on = _told(event, reading).latest, article.published.earliest
    return last is None or told_on is None or last >= told_on


def _days(event: EventMention, reading: Reading, article: Article) -> Interval:
    """Return when it was by its own words, else by the day of the article: what happened was before, a plan is not.

    Of the days of a plan those are meant that had not passed.
    """
    told = _told(event, reading)
    if told == ALWAYS and event.status in PAST:
        return Interval(None, article.published.latest)
    if event.status == "planned":
        return told.within(Interval(article.published.earliest, None)) or told
    return told


def _meanings(event: EventMention, mention: Mention) -> frozenset[str]:
    """Return the families of a verb, also of the verb with what stands beside it: "took into custody"."""
    beside = sorted(mention.others | mention.patients)
    found = families([event.kind, *words(event.trigger.text)])
    found |= {family for word in beside for family in families([event.kind, word]) - families([word])}
    return found | {"decide by vote"} if is_voting(event.kind) else found


def _things(event: EventMention, mention: Mention, actors: Actors) -> Iterator[str]:
    """Yield those who take part and what is done to; also what stands besides, and states that the clause names."""
    for one in event.actors:
        yield from actors.of(one)
    yield from map(kind_of_thing, mention.agents | mention.patients)
    yield from mention.others
    yield from _states_in(event.clause.text)


def _doers(event: EventMention, mention: Mention, actors: Actors) -> Iterator[str]:
    """Yield those who act: who they are, else the noun by which they are called."""
    for one in event.actors:
        if one.role == "agent":
            known = actors.of(one)
            yield from known or (
                _noun(word, mention.agents) for word in words(one.span.text)[-1:] if word not in function_words()
            )


def _noun(word: str, lemmas: frozenset[str]) -> str:
    """Return what stands for the things that a word names, given lemmas among which its own may be."""
    return kind_of_thing(next((lemma for lemma in sorted(lemmas) if word.startswith(lemma[:-1] or lemma)), word))


def _is_definite(event: EventMention) -> bool:
    """Return whether it happens to someone who is named, or to something known: "the gates", "her letter"."""
    patients = [one for one in event.actors if one.role == "patient"]
    return any(one.entity is not None or words(one.span.text)[:1][0] in KNOWN for one in patients if one.span.text)


def _last_words(event: EventMention) -> Iterator[str]:
    """Yield the last word of each phrase for what is done to, for a noun that does not have it beside it."""
    for one in event.actors:
        if one.role == "patient":
            yield from words(PREPOSITION.split(one.span.text)[0])[-1:]


def _besides(event: EventMention, mention: Mention, actors: Actors) -> Iterator[str]:
    """Yield what is named besides those who act and what is done to, but times: who it is, and in words."""
    for one in event.actors:
        if one.role in {"recipient", "other"}:
            yield from actors.of(one)
    for word in mention.others:
        if not adds_little(word) and word not in mention.times and word not in number_words().starts:
            yield kind_of_thing(word)


def _is_plural(event: EventMention, mention: Mention) -> bool:
    last = event.trigger.text.lower().split()[-1]
    return last.endswith("s") and last not in mention.words


def _objects(event: EventMention, mention: Mention, actors: Actors) -> Iterator[str]:
    """Yield what is done to; of a noun only what stands behind it, for "a state visit" is no visit of a state."""
    for one in event.actors:
        if one.role == "patient" and one.entity is not None:
            yield from actors.of(one)
    behind = " ".join(one.span.text.lower() for one in event.actors if one.role == "patient")
    for word in mention.patients:
        if adds_little(word):
            continue
        if mention.part_of_speech != "NOUN" or word in behind:
            yield kind_of_thing(word)


def _counts(reading: Reading) -> dict[int, int]:
    """Return the numbers of repeated acts ("the third test") by where their triggers begin."""
    ordinals = [
        (one.counted.span, int(one.value.number))
        for one in reading.quantities
        if one.kind == "ordinal" and one.counted is not None and one.value.number is not None
    ]
    triggers = {event.trigger.end: event.trigger.start for event in reading.events}
    return {triggers[span.end]: number for span, number in ordinals if span.end in triggers}


def _house(event: EventMention, houses_: Mapping[str, str]) -> str | None:
    """Return the house that acts; where nobody does ("the vote in the upper house") the clause may name it."""
    agents = [one for one in event.actors if one.role == "agent"]
    named = {houses_.get(one.entity or "") or house_in(one.span.text) for one in agents} - {None}
    if len(named) == 1:
        return named.pop()
    return None if agents else house_in(event.clause.text)


def _tally(event: EventMention) -> tuple[int, int] | None:
    vote = event.vote
    return None if vote is None or vote.for_ is None or vote.against is None else (vote.for_, vote.against)
