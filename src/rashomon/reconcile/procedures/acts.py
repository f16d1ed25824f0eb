"""What accounts tell of the stages of procedures, act by act, before it is known of which measure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.languages.act_words import act_words, any_of
from rashomon.reconcile.differences.story import Story
from rashomon.reconcile.procedures.bodies import Bodies, Body
from rashomon.reconcile.procedures.things import Thing, thing_in
from rashomon.records import Article, Claim, Event, Span, Time, Vote
from rashomon.records.annotation import Actor, EventMention, Reading
from rashomon.text import Range, alternatives, enclosing_sentence
from rashomon.values.intervals import ALWAYS
from rashomon.values.timex import happening

Status = Literal["done", "planned", "denied", "refused", "other"]

TOLD = frozenset({"assert", "confirm", "praise", "criticise"})
"""Stances of claims that tell something as done."""
BEYOND = 40
"""Characters after a clause in which its sentence may say how far it goes: "in first reading"."""
OPENING = re.compile(
    rf"(?:[^—–\n]{{0,60}}[—–]\s)?(?P<who>[^,;—–\n]{{3,80}}?)(?:\s(?:{alternatives(act_words('between'))}))?"
    r"(?:\son \w+)?(?:\s\w+ly)?\s$"
)
"""How a sentence begins whose first words are who acts."""
PERFECT = re.compile(r"\bhad(?: \w+){0,2} $")
NEAR = 25
"""Characters before a verb in which what belongs to it stands."""
PART = re.compile(rf"[,;:—–]|\s(?:{alternatives(act_words('joining'))})\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What one clause tells, with what it came about by: "voted to ratify" is one act."""

    article: str
    order: int
    """Place of the article in the record."""
    start: int
    verbs: frozenset[str]
    status: Status
    words: str
    """The clause and what of its sentence goes with it, lower case."""
    body: Body | None
    doers: tuple[str, ...]
    """Ids of those who act and are no house."""
    has_doer: bool
    party: str | None
    owned: bool
    """Whether who acts is named as another's: "its parliament"."""
    things: tuple[Thing, ...]
    to: Body | None
    event: Event | None
    sentence: Span
    claim: str | None
    time: Time | None
    """When it was by its own words."""
    vote: Vote | None
    lead: bool
    """Whether it stands at the head of its article, and not as what was before."""


class Acts:
    """Reads the acts of a story that may be stages of procedures."""

    def __init__(self, story: Story, bodies: Bodies, verbs: frozenset[str], nouns: frozenset[str]) -> None:
        """Take the verbs of the marks of all stages, and the nouns of all measures and laws."""
        self.story = story
        self.bodies = bodies
        self.verbs = verbs
        self.nouns = nouns
        self._articles = {article.id: (number, article) for number, article in enumerate(story.articles)}
        self._times = {reading.article: reading.times for reading in story.readings}
        self._claims = {claim.id: claim for claim in story.claims}
        self._events = {
            (account.article, account.trigger.start): event for event in story.events for account in event.accounts
        }

    def all(self) -> list[Act]:
        """Return the acts in record order."""
        return [act for reading in self.story.readings for act in self._of(reading)]

    def _of(self, reading: Reading) -> Iterator[Act]:
        order, article = self._articles[reading.article]
        chains: dict[int, list[int]] = {}
        for number in range(len(reading.events)):
            root = number
            while (above := reading.events[root].through) is not None:
                root = above
            chains.setdefault(root, []).append(number)
        for chain in chains.values():
            mentions = [reading.events[number] for number in chain]
            if any(mention.kind in self.verbs for mention in mentions):
                yield from self._acts(mentions, article, order)

    def _acts(self, mentions: Sequence[EventMention], article: Article, order: int) -> Iterator[Act]:
        last = mentions[-1]
        actors = [actor for mention in mentions for actor in mention.actors]
        agents = list({actor.span: actor for actor in actors if actor.role == "agent"}.values())
        clause = _around(mentions, article)
        things = tuple(self._things(actors, mentions))
        found = self._bodies(mentions, agents, actors, article)
        doers = tuple(
            actor.entity for actor in agents if actor.entity is not None and not self._is_house(actor) and not found
        )
        vote = next((mention.vote for mention in mentions if mention.vote is not None), None)
        event = next((known for one in mentions if (known := self._events.get((article.id, one.trigger.start)))), None)
        to = next(
            (body for one in actors if one.role in {"other", "recipient", "patient"} and (body := self._one(one))), None
        )
        to = to or self._receiving(last.clause, article)
        owned = any(any_of("owned").search(actor.span.text) for actor in agents)
        each: list[Body | None] = [*found] or [None]
        for body in each:
            receiver = to.party if to is not None and body is None else None
            party = body.party if body is not None and not owned else receiver
            party = party or self._party(agents, things, article)
            yield Act(
                article=article.id,
                order=order,
                start=mentions[0].trigger.start,
                verbs=_verbs(mentions, clause, vote),
                status=self._status(mentions),
                words=clause.lower(),
                body=body,
                doers=doers,
                has_doer=any(not self._is_thing(actor) for actor in agents),
                party=party,
                owned=owned,
                things=things,
                to=to,
                event=event,
                sentence=_sentence(article, last.clause),
                claim=last.claim,
                time=self._time(mentions),
                vote=vote,
                lead=_is_lead(article, mentions[0].clause.start) and not _is_before(mentions[0], article),
            )

    def _time(self, mentions: Sequence[EventMention]) -> Time | None:
        times = self._times[mentions[0].clause.article]
        for mention in mentions:
            if mention.time is not None:
                time = times[mention.time]
                days = happening(time, mention.trigger)
                if days != ALWAYS:
                    return Time(
                        timex=time.time.timex,
                        earliest=days.earliest,
                        latest=days.latest,
                        evidence=time.time.evidence,
                    )
        return None

    def _status(self, mentions: Sequence[EventMention]) -> Status:
        """Return how real an act is; one that a speaker foresees, asks for or doubts is not done."""
        told = {mention.status for mention in mentions}
        if "denied" in told:
            return "refused" if _is_refused(mentions, self._articles[mentions[0].clause.article][1]) else "denied"
        if told <= {"happened", "claimed"}:
            claims = [self._claims[one.claim] for one in mentions if one.claim is not None]
            return "done" if all(_tells(claim) for claim in claims) else "other"
        return "planned" if told & {"planned"} else "other"

    def _things(self, actors: Sequence[Actor], mentions: Sequence[EventMention]) -> Iterator[Thing]:
        """Yield the measures that take part: what is acted on before what acts."""
        seen: set[int] = set()
        for actor in sorted(actors, key=lambda one: (one.role == "agent", one.role == "other")):
            thing = thing_in(actor.span, self.nouns, self.bodies.parties.inside(actor.span))
            if thing is not None and actor.span.start not in seen:
                seen.add(actor.span.start)
                yield thing
        if not seen and not any(actor.role == "patient" and actor.span.text[:1].isalpha() for actor in actors):
            for mention in mentions:
                found = thing_in(mention.clause, self.nouns, (), anywhere=True)
                if found is not None:
                    yield found
                    return

    def _bodies(
        self, mentions: Sequence[EventMention], agents: Sequence[Actor], actors: Sequence[Actor], article: Article
    ) -> list[Body]:
        """Return the houses that act: the subject, else by, in or through which it is said to be done."""
        found = [body for actor in agents for body in self.bodies.acting(actor.span, actor.entity)]
        people = [actor for actor in agents if not self._is_thing(actor)]
        if found:
            return found if len(found) >= len(people) else []
        if people:
            return []
        if any(mention.kind in act_words("passing") for mention in mentions):
            found = [
                body
                for actor in actors
                if actor.role == "patient"
                for body in self.bodies.acting(actor.span, actor.entity)
            ]
        if not found:
            found = [body for mention in mentions for body in self._beside(mention, article)][:1]
        return found

    def _beside(self, mention: EventMention, article: Article) -> Iterator[Body]:
        """Yield the house by or in which something is done: "a vote in the Senate"; or that stands before it."""
        clause = mention.clause
        sentence = _sentence(article, clause)
        opening = OPENING.match(article.text, sentence.start, mention.trigger.start)
        if opening is not None and mention.trigger.text.lower() != clause.text.lower():
            body = self.bodies.in_phrase(article.span(opening.start("who"), opening.end("who")))
            if body is not None:
                yield body
        for match in re.finditer(r"\b(?:in|by|through|from|of) ((?:the |both )?[\w’'\- ]+)", clause.text):
            start = clause.start + match.start(1)
            body = self.bodies.in_phrase(article.span(start, clause.start + match.end(1)))
            if body is not None and start > mention.trigger.start:
                yield body

    def _receiving(self, clause: Span, article: Article) -> Body | None:
        """Return the house to or in which something is brought: "introduced the bill in the Senate"."""
        for match in re.finditer(r"\b(?:to|in|before) (the [\w’'\- ]+)", clause.text):
            body = self.bodies.in_phrase(article.span(clause.start + match.start(1), clause.start + match.end(1)))
            if body is not None:
                return body
        return None

    def _party(self, agents: Sequence[Actor], things: Sequence[Thing], article: Article) -> str | None:
        """Return the state that acts: who acts is its own, or what it acts on is called its."""
        for actor in agents:
            party = self.bodies.parties.party_in(actor.span.text)
            if self.bodies.parties.is_regional(actor.span.text, actor.entity):
                return None
            if party is None and any_of("owned").search(actor.span.text):
                return self.bodies.parties.party_before(article.id, actor.span.start)
            if party is None and actor.entity is not None:
                party = self.bodies.parties.party_of(actor.entity)
            if party is not None:
                return party
        owned = (self.bodies.parties.party_in(thing.owner) for thing in things if thing.owner)
        return next((party for party in owned if party is not None), None)

    def _one(self, actor: Actor) -> Body | None:
        found = self.bodies.acting(actor.span, actor.entity)
        return found[0] if len(found) == 1 else None

    def _is_house(self, actor: Actor) -> bool:
        return bool(self.bodies.acting(actor.span, actor.entity))

    def _is_thing(self, actor: Actor) -> bool:
        return thing_in(actor.span, self.nouns, self.bodies.parties.inside(actor.span)) is not None


def _verbs(mentions: Sequence[EventMention], clause: str, vote: Vote | None) -> frozenset[str]:
    """Return what is done; who votes approves or rejects, as the vote's result or the words beside it say."""
    verbs = {mention.kind for mention in mentions}
    if "vote" not in verbs:
        return frozenset(verbs)
    verbs -= {"vote"}
    if verbs:
        return frozenset(verbs)
    counted = vote is not None and vote.for_ is not None and vote.against is not None
    is_tally = counted and any_of("favour").search(clause) is not None
    if any_of("against").search(clause) and not is_tally:
        return frozenset({"reject"})
    if counted and vote is not None and (vote.for_ or 0) <= (vote.against or 0):
        return frozenset({"reject"})
    if any_of("favour").search(clause) or counted or (vote is not None and vote.unanimous):
        return frozenset({"approve"})
    return frozenset({"vote"})


def _around(mentions: Sequence[EventMention], article: Article) -> str:
    """Return the words of the clauses, and what follows up to the next part of the sentence."""
    start = min(mention.clause.start for mention in mentions)
    end = max(mention.clause.end for mention in mentions)
    rest = article.text[end : end + BEYOND]
    stop = min((match.start() for match in (PART.search(rest), re.search(r"[.!?\n]", rest)) if match), default=BEYOND)
    return " ".join(article.text[start : end + stop].split())


def _is_refused(mentions: Sequence[EventMention], article: Article) -> bool:
    """Return whether who was to act decided not to: "refused to ratify", "voted not to approve"."""
    first = min(mention.trigger.start for mention in mentions)
    return article.text[max(0, first - NEAR) : first].lower().rstrip().endswith(tuple(act_words("refused")))


def _is_before(mention: EventMention, article: Article) -> bool:
    """Return whether a clause tells of what was before: "had passed", "which the Senate passed"."""
    clause, trigger = mention.clause, mention.trigger
    before = article.text[max(0, trigger.start - NEAR) : trigger.start]
    return PERFECT.search(before) is not None or any_of("before").match(clause.text) is not None


def _tells(claim: Claim) -> bool:
    return claim.stance in TOLD and not claim.direct


def _sentence(article: Article, inside: Span) -> Span:
    """Return the sentence of its paragraph in which a span stands."""
    paragraph = next(one for one in article.paragraphs if one.start <= inside.start < one.end)
    found = enclosing_sentence(
        article.text, Range(paragraph.start, paragraph.end), Range(inside.start, min(inside.end, paragraph.end))
    )
    return article.span(found.start, found.end)


LEAD = 450
"""Characters of the body in which an article says what it is about."""


def _is_lead(article: Article, start: int) -> bool:
    """Return whether a place stands among the first characters of the body."""
    left = LEAD
    for part in article.body:
        if start < part.end:
            return start - part.start < left
        left -= part.end - part.start
    return False
