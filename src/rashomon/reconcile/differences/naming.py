"""How things are named: words of one meaning whose choice a reader notices."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from rashomon.languages.event_words import is_event_noun
from rashomon.languages.wordings import (
    brings_in_the_other,
    hangs_on_a_noun,
    holds_between_parties,
    noticeable,
)
from rashomon.reconcile.differences.found import Found, said_by, side
from rashomon.reconcile.differences.story import Telling, Tellings, reports
from rashomon.records import Entity, Event
from rashomon.text import words

FARTHEST = 30
"""Characters between the noun of an act and the party that it is done to: "offensive against Drevany"."""


Known = tuple[str, tuple[str, ...]]
"""A word as sets have it, and the names of these sets."""
Choices = dict[str, list[Telling]]
"""The words by which a thing is named, each with the accounts that do."""


class Naming:
    """Finds the things of a story that accounts name by other words."""

    def __init__(self, entities: Iterable[Entity], tellings: Tellings) -> None:
        self.tellings = tellings
        self._named: dict[str, list[tuple[int, int, str]]] = {}
        for entity in entities:
            for span in entity.mentions:
                self._named.setdefault(span.article, []).append((span.start, span.end, entity.id))
        for mentions in self._named.values():
            mentions.sort()

    def of(self, told: Iterable[tuple[Event, Sequence[Telling]]]) -> Iterator[Found]:
        """Yield the things for which reports choose other words of one set, as ``wording``.

        Each choice once: that the treaty is a pact in the accounts of its signing shows in those of its vote too.
        """
        found: list[tuple[str, Found]] = []
        between: dict[tuple[str, str, str], tuple[Event, Choices]] = {}
        for event, tellings in told:
            found += [(name, one) for name, choices in _choices(tellings) for one in _found(event, choices)]
            for telling in tellings:
                for text, key in self._between(telling):
                    _, choices = between.setdefault(key, (event, {}))
                    choices.setdefault(text, []).append(telling)
        found += [(name, one) for (name, _, _), (event, choices) in between.items() for one in _found(event, choices)]
        shown: set[tuple[str, str]] = set()
        for name, one in sorted(found, key=lambda item: -item[1].reports):
            words_ = {(name, side.value) for side in one.sides}
            if not words_ <= shown:
                shown |= words_
                yield one

    def _between(self, telling: Telling) -> Iterator[tuple[str, tuple[str, str, str]]]:
        """Yield the word for what one party does to another, with its set and the two: "Drevany's war in Sorn"."""
        agents = [one.entity for one in telling.mention.actors if one.role == "agent" and one.entity is not None]
        other = self._other_party(telling)
        known = noticeable(words(telling.account.trigger.text), "nouns")
        if known is not None and other is not None and agents and is_plain(telling):
            for name in known[1]:
                if holds_between_parties(name):
                    yield known[0], (name, self.tellings.party(agents[0]), self.tellings.party(other))

    def _other_party(self, telling: Telling) -> str | None:
        """Return the entity that the noun of an act brings in by a preposition."""
        article, end = telling.article, telling.account.trigger.end
        mentions = self._named.get(article.id, [])
        place = bisect_left(mentions, (end,))
        if place == len(mentions) or mentions[place][0] > end + FARTHEST:
            return None
        start, _, entity = mentions[place]
        between = words(article.text[end:start])
        return entity if between[:1] and brings_in_the_other(between[0]) and len(between) <= 2 else None


def is_plain(telling: Telling) -> bool:
    """Return whether an account chooses its words itself, and does not quote them."""
    return telling.claim is None or not telling.claim.direct


def _choices(tellings: Iterable[Telling]) -> Iterator[tuple[str, Choices]]:
    """Yield the sets of which the accounts of an event choose words: for the act, and for who or what takes part."""
    found: dict[tuple[str, str], Choices] = {}
    for telling in tellings:
        if is_plain(telling):
            for part, known in _named_in(telling):
                for name in known[1]:
                    found.setdefault((part, name), {}).setdefault(known[0], []).append(telling)
    for (_, name), choices in found.items():
        yield name, choices


def _named_in(telling: Telling) -> Iterator[tuple[str, Known]]:
    """Yield the words of sets by which an account names the act, and those that are no entities, with their part."""
    trigger = words(telling.account.trigger.text)
    is_noun = any(is_event_noun(word) or is_event_noun(word.removesuffix("s")) for word in trigger[-1:])
    act = noticeable(trigger, "nouns") if is_noun else noticeable([telling.mention.kind], "verbs")
    if act is not None:
        yield "act" if is_noun else "verb", act
    for actor in telling.mention.actors:
        known = noticeable(_head(actor.span.text), "nouns") if actor.entity is None else None
        if known is not None:
            yield actor.role, known


def _head(phrase: str) -> list[str]:
    """Return the words of a noun phrase up to what hangs on its noun: "a pact with Drevany" without "with Drevany"."""
    said = words(phrase)
    end = next((place for place, word in enumerate(said) if place and hangs_on_a_noun(word)), len(said))
    return said[:end]


def _found(event: Event, choices: Choices) -> Iterator[Found]:
    """Yield the difference unless all reports use the same words."""
    users = [{one.report for one in tellings} for tellings in choices.values()]
    if len(users) < 2 or len(set.union(*users)) < 2 or all(each == users[0] for each in users):
        return
    ordered = sorted(choices.items(), key=lambda item: (-reports(item[1]), item[0]))
    yield Found(
        kind="wording",
        slot="how named",
        about=event.id,
        sides=tuple(side(text, (one.account.span for one in tellings)) for text, tellings in ordered),
        note=f"Named by other words: {said_by([(text, reports(tellings)) for text, tellings in ordered])}.",
        reports=len(set.union(*users)),
    )
