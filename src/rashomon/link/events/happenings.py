"""Which events the accounts of a story tell: mentions of one article and of several that are of one event."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.link.events.constraints import Facts, contradict
from rashomon.link.events.facts import Actors, facts_of
from rashomon.link.events.mentions import Mention, Telling
from rashomon.link.events.plans import with_plans
from rashomon.link.events.scorer import groups
from rashomon.link.events.ties import joined
from rashomon.records import Article, Claim, Entity
from rashomon.records.annotation import EventMention, Reading, Told
from rashomon.text import words


def happenings(
    tellings: Sequence[Telling],
    readings: Sequence[Reading],
    articles: Sequence[Article],
    entities: Sequence[Entity],
    claims: Sequence[Claim],
) -> list[tuple[Told, ...]]:
    """Return where each event is told, the places in record order; every mention is of one event.

    ``tellings`` and ``readings`` are of the same articles and have the same mentions in the same order. Mentions that
    their own article ties ("voted to ratify", "the vote") go as one, by the one that says most. ``claims`` are those of
    the articles.
    """
    order = {article.id: number for number, article in enumerate(articles)}
    known = {article.id: article for article in articles}
    names = {entity.id: frozenset(words(entity.name)) for entity in entities}
    actors = Actors(articles, entities)
    speakers = {claim.id: claim.speaker.entity for claim in claims}
    read = {reading.article: reading for reading in readings}
    tied: dict[int, tuple[Told, ...]] = {}
    heads: list[Telling] = []
    for telling in tellings:
        reading = read[telling.article]
        facts = facts_of(telling, reading, known[telling.article], actors, speakers)
        kept: list[Mention] = []
        for head, members in _chains(reading, facts):
            mention = _known(telling.mentions[head], reading.events[head], facts[head], names)
            tied[id(mention)] = tuple(Told(article=telling.article, event=place) for place in members)
            kept.append(mention)
        heads.append(replace(telling, mentions=tuple(kept)))
    told = [
        tuple(
            sorted(
                (place for mention in group for place in tied[id(mention)]),
                key=lambda one: (order[one.article], one.event),
            )
        )
        for group in with_plans(joined(groups(heads)))
    ]
    return sorted(told, key=lambda group: (order[group[0].article], group[0].event))


def _chains(reading: Reading, facts: list[Facts]) -> Iterator[tuple[int, list[int]]]:
    """Yield the mentions that an article ties to one another, with the one that says most; its facts are then theirs.

    Of an act and that by which it came about it is the act, of a noun and what it takes up the latter.
    """
    above: dict[int, int] = {}
    for number, event in enumerate(reading.events):
        for own, other in ((event.through, number), (number, event.takes_up)):
            if own is None or other is None:
                continue
            one, into = _head(above, own), _head(above, other)
            if one != into and contradict(facts[one], facts[into]) is None:
                above[one] = into
                facts[into] = facts[into].with_(facts[one])
    members: dict[int, list[int]] = {}
    for number in range(len(reading.events)):
        members.setdefault(_head(above, number), []).append(number)
    yield from members.items()


def _head(above: Mapping[int, int], number: int) -> int:
    while number in above:
        number = above[number]
    return number


def _known(mention: Mention, event: EventMention, facts: Facts, names: Mapping[str, frozenset[str]]) -> Mention:
    meant: dict[str, set[str]] = {"agent": set(), "patient": set(), "other": set()}
    for actor in event.actors:
        if actor.entity is not None:
            meant[actor.role if actor.role in meant else "other"] |= names.get(actor.entity, frozenset())
    return replace(
        mention,
        kind=event.kind,
        status=event.status,
        facts=facts,
        agents=mention.agents | meant["agent"],
        patients=mention.patients | meant["patient"],
        others=mention.others | meant["other"],
    )
