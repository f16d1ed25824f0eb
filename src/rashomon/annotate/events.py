"""Event mentions of one article: what triggers them, who takes part and how, where and when, and how real they are."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.annotate.anaphora import taken_up
from rashomon.annotate.discourse import Discourse, Referent, antecedent, noun_phrase
from rashomon.annotate.document import Document
from rashomon.annotate.entities import Cluster
from rashomon.annotate.realities import is_denied, is_saying, status_of
from rashomon.annotate.speakers import conjuncts, subject_of
from rashomon.annotate.speech_acts import SpeechActs, completes, is_infinitive
from rashomon.annotate.statements import Statement
from rashomon.annotate.votes import votes
from rashomon.languages.event_words import (
    is_event_noun,
    is_measure,
    is_undergone,
    is_voting,
    makes_come_about,
    schedules,
    supports,
    verb_of,
)
from rashomon.records import Claim, Place
from rashomon.records.annotation import Actor, EventMention, Role
from rashomon.records.findings import Stance
from rashomon.records.quantities import Quantity
from rashomon.records.times import TimeExpression

T = TypeVar("T")

TOLD = frozenset({"OCCURRENCE", "I_ACTION", "ASPECTUAL"})
"""TimeML classes that are events of the story; mere saying is a claim, and states and feelings are none."""
REPORTING = "REPORTING"
"""The class of those verbs of saying of which some tell of an act."""
ROLES: dict[str, Role] = {
    "nsubj": "agent",
    "obl:agent": "agent",
    "obj": "patient",
    "nsubj:pass": "patient",
    "iobj": "recipient",
}
LIGHT = frozenset({"do", "have", "be", "get", "make", "go", "let", "try"})
"""Verbs that tell of nothing by themselves."""
PARTICIPLES: dict[str, Role] = {"VBN": "patient", "VBG": "agent"}
"""As what the noun before a participle takes part: "people trapped", "the man picking up"."""
WHOLE = frozenset({"nsubj", "nsubj:pass", "aux"})
"""What a participle has that is the verb of a whole clause: "claims that rebels have burned it"."""
WHEN = frozenset({"in", "at", "on", "during", "after", "before", "over"})
FIRST_PERSON = frozenset({"i", "me", "my", "myself"})
ACTS: frozenset[Stance] = frozenset({"assert", "promise", "demand", "praise", "criticise", "confirm"})
"""Stances whose verbs may tell of an act by itself; to ask is only to speak."""
CLAUSES = frozenset({"ccomp", "xcomp", "parataxis"})
STRETCHES = frozenset({"through", "from", "between", "till", "until"})
"""Before a time that is the beginning or the end of a stretch."""
DURING = frozenset({"during", "amid"})
APART = frozenset({"advcl", "parataxis", "ccomp", "csubj", "acl", "acl:relcl", "conj", "punct", "cc", "discourse"})
"""What hangs on a trigger and is told apart from it."""
WHERE = frozenset({"in", "at", "near", "outside", "inside", "across", "around", "within", "off"})
TOWARDS = frozenset({"to", "for", "with", "against"})
OWNED = frozenset({"nmod:poss", "nmod"})


class Events:
    """Makes the event mentions of one article."""

    def __init__(self, document: Document, discourse: Discourse, entities: Mapping[Cluster, str]) -> None:
        """Take who is meant where, and the ids of the article's entities."""
        self.document = document
        self.discourse = discourse
        self.entities = entities
        self.acts = SpeechActs(document)
        self.tellers = {
            word.i: frozenset(token.i for token in one.source)
            for one in document.doc._.attributions
            if one.source is not None
            for content in one.contents
            for word in content
        }
        """Those who only tell of an event, by each word of what they say."""
        self.speakers: dict[int, str | None] = {}
        """Who says the words of a claim, by each of them."""
        self.in_times = frozenset(token.i for span in document.doc.spans["times"] for token in span)

    def mentions(
        self,
        statements: Sequence[tuple[Statement, Claim]],
        times: Sequence[TimeExpression],
        quantities: Sequence[Quantity],
    ) -> Iterator[EventMention]:
        """Yield the events told in the body; statements with their claims, the others in text order."""
        cues = {token.i: statement for statement, _ in statements for token in statement.attribution.cue}
        told = [statement for statement, _ in statements]
        claims = self._told(told, [claim.id for _, claim in statements])
        self.speakers = self._told(told, [claim.speaker.entity for _, claim in statements])
        contents = {
            place: (start, end)
            for statement, _ in statements
            for start, end in statement.contents
            for place in range(start, end)
        }
        sayings = self._told(told, told)
        made: dict[int, EventMention] = {}
        spoken: set[int] = set()
        """Places of acts of speech, which only a noun of the same act takes up: no "declaration" what was announced."""
        results = votes(self.document, (trigger.root for trigger in self.document.doc.spans["events"]), quantities)
        for trigger in self.document.doc.spans["events"]:
            token = trigger.root
            if trigger.label_ not in TOLD | {REPORTING} or not self.document.in_body[token.i]:
                continue
            saying, own = sayings.get(token.i), cues.get(token.i)
            if saying is not None and saying.stance == "decline":
                continue
            is_told = trigger.label_ in TOLD and (own is None or _is_act(token, own.stance))
            if not is_told and not self.acts.tells(token, own):
                continue
            lemma = token.lemma_.lower()
            if lemma in LIGHT or token.pos_ not in {"VERB", "NOUN"} or (token.pos_ == "NOUN" and not _is_event(token)):
                continue
            clause = _inside(_clause(_told_by(token)), contents.get(token.i))
            above = made.get(token.head.i)
            comes_about = above is not None and _comes_about(token)
            through = list(made).index(token.head.i) if comes_about else None
            inherits = above is not None and (comes_about or _is_within(token))
            time = self._time(token, _clause(token.head) if _lends_time(token.head, token) else clause, times)
            kind = lemma if token.pos_ == "VERB" else verb_of(lemma)
            known = list(made.values())
            takes_up = taken_up(token, kind, through, known)
            if takes_up is not None and takes_up in spoken and known[takes_up].kind != kind:
                takes_up = None
            if not is_told:
                spoken.add(len(known))
            made[token.i] = EventMention(
                kind=kind,
                trigger=self.document.span(trigger.start, trigger.end),
                clause=self.document.span(*clause),
                status=above.status
                if above is not None and comes_about
                else status_of(token, trigger._.status, denied=saying is not None and _denies(saying, token)),
                actors=tuple(self._actors(token)),
                place=self._place(token),
                time=above.time if time is None and above is not None and inherits else time,
                claim=claims.get(token.i),
                through=through,
                takes_up=takes_up,
                vote=results.get(token.i),
            )
        yield from made.values()

    def _told(self, statements: Sequence[Statement], values: Sequence[T]) -> dict[int, T]:
        """Return by token the value of the statement that tells it, of several the innermost one's."""
        found: dict[int, T] = {}
        for statement, value in sorted(zip(statements, values, strict=True), key=lambda one: -_length(one[0])):
            for start, end in statement.contents:
                found.update(dict.fromkeys(range(start, end), value))
        return found

    def _actors(self, trigger: Token) -> Iterator[Actor]:
        """Yield who takes part; a verb without a subject shares that of the verb it hangs on."""
        apart = self.in_times | self.tellers.get(trigger.i, frozenset())
        beside = (child for child in trigger.children if child.i not in apart)
        roles = [(child, role) for child in beside if (role := _role(child, trigger))]
        reduced = trigger.dep_ == "acl" and not any(child.dep_ in WHOLE for child in trigger.children)
        if reduced and trigger.head.pos_ in {"NOUN", "PROPN"} and trigger.tag_ in PARTICIPLES:
            roles = [(trigger.head, PARTICIPLES[trigger.tag_]), *roles]
        roles = [*_before_body(trigger), *roles, *((one, "patient") for one in self.acts.called_on(trigger))]
        teller = trigger if trigger.pos_ == "VERB" and trigger.tag_ != "VBN" else None
        teller = trigger.head if trigger.pos_ == "NOUN" and _comes_about(trigger) else teller
        if teller is not None and not any(role == "agent" for _, role in roles):
            called = next(self.acts.called_on(teller.head), None) if is_infinitive(teller) else None
            subject = called or subject_of(teller) or _raised(teller)
            roles = [(subject, "agent"), *roles] if subject is not None and subject.i != trigger.i else roles
        elif trigger.tag_ == "VBN" and not any(role == "patient" for _, role in roles):
            raised = _raised(trigger)
            roles = [(raised, "patient"), *roles] if raised is not None else roles
        taken: set[int] = set()
        for mention, role in roles:
            head = antecedent(mention, trigger)
            for one in (head, *conjuncts(head)):
                extent = self._extent(one)
                if not taken & set(range(*extent)):
                    taken |= set(range(*extent))
                    yield Actor(role=role, entity=self._entity(one), span=self.document.span(*extent))

    def _extent(self, token: Token) -> tuple[int, int]:
        """Return the extent of a mention: a whole name, else the noun phrase."""
        start, end = noun_phrase(token)
        referent = self._referent(token)
        for first, after in () if referent is None else referent.extents:
            if first <= token.i < after or (referent is not self.discourse.of.get(token.i) and first == token.i + 1):
                start, end = min(start, first), max(end, after)
        return start, end

    def _place(self, trigger: Token) -> Place | None:
        for child in trigger.children:
            if child.dep_ in {"obl", "nmod"} and _cases(child) & WHERE:
                referent = self._referent(child)
                if referent is not None and referent.cluster is not None and referent.cluster.type == "place":
                    return Place(entity=self.entities[referent.cluster], span=self.document.span(*noun_phrase(child)))
        return None

    def _time(self, trigger: Token, clause: tuple[int, int], times: Sequence[TimeExpression]) -> int | None:
        """Return the date or time that hangs on the trigger, or on a word of when ("at the end of May") that does.

        An end of a stretch ("until May") is not when it happens.
        """
        doc = self.document.doc
        start, end = doc[clause[0]].idx, doc[clause[1] - 1].idx + len(doc[clause[1] - 1])
        low = bisect_left(times, start, key=lambda time: time.span.start)
        for number in range(low, bisect_left(times, end, key=lambda time: time.span.start)):
            time = times[number]
            if time.type not in {"DATE", "TIME"} or time.bound in {"until", "by", "before"}:
                continue
            tokens = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
            if tokens is None or trigger.i in range(tokens.start, tokens.end) or _is_end(tokens):
                continue
            if trigger.pos_ == "NOUN" and _stands_before(tokens, trigger):
                return number
            head = tokens.root.head
            if _lends_time(head, trigger) or _is_planned_for(tokens, head, trigger):
                return number
            if any(_is_planned_for(tokens, trigger, child) for child in trigger.children):
                continue
            if head.i == trigger.i or (head.head.i == trigger.i and head.dep_ == "obl" and _cases(head) & WHEN):
                return number
        return None

    def _referent(self, token: Token) -> Referent | None:
        """Return who is meant: by a role before a name, whoever is named."""
        known = self.discourse.of.get(token.i)
        if known is not None and known.cluster is not None:
            return known
        after = token.i + 1
        named = self.discourse.of.get(after)
        is_name = named is not None and named.cluster is not None and named.cluster.type == "person"
        begins = is_name and named is not None and any(first == after for first, _ in named.extents)
        return named if begins and token.pos_ == "NOUN" else known

    def _entity(self, token: Token) -> str | None:
        """Return who is meant; who says "I" in a quotation is its speaker."""
        if token.lower_ in FIRST_PERSON and self.document.quoted[token.i]:
            return self.speakers.get(token.i)
        referent = self._referent(token)
        return None if referent is None or referent.cluster is None else self.entities[referent.cluster]


def _denies(saying: Statement, trigger: Token) -> bool:
    """Return whether a statement denies an event; the words of a quotation say by themselves what is so."""
    cue = frozenset(token.i for token in saying.attribution.cue)
    return saying.stance == "deny" and not saying.direct and is_denied(trigger, cue)


def _is_act(cue: Token, stance: Stance) -> bool:
    """Return whether a verb of saying tells of an act, with what it does and no clause: "declared an emergency".

    To reject is an act where what is rejected is not what someone has said: "rejected the bill", not "the claims".
    """
    rejects = stance == "deny" and is_voting(cue.lemma_.lower())
    if stance not in ACTS and not rejects:
        return False
    if cue.pos_ != "VERB" or any(child.dep_ in CLAUSES for child in cue.children):
        return False
    objects = [
        child for child in cue.children if child.dep_ in {"obj", "nsubj:pass"} and child.pos_ in {"NOUN", "PROPN"}
    ]
    return any(not (rejects and is_saying(child)) for child in objects)


def _is_event(noun: Token) -> bool:
    """Return whether a noun tells of an event; in "the bill on ratification" it says what a measure is for."""
    names_measure = noun.dep_ in {"nmod", "compound"} and is_measure(noun.head.lemma_.lower())
    return is_event_noun(noun.lemma_.lower()) and not names_measure


def _is_end(time: Tokens) -> bool:
    """Return whether a time is one end of a stretch: "through Feb. 15", "between 1978 and 1995"."""
    cases = {child.lower_ for token in (time.root, time.root.head) for child in token.children if child.dep_ == "case"}
    joined = time.root.dep_ == "conj" and time.root.head.i < time.start
    return bool(cases & STRETCHES) and (joined or bool({c.lower_ for c in time.root.children} & STRETCHES))


def _told_by(trigger: Token) -> Token:
    """Return the word whose clause tells an event: of a noun the verb that says for when it is planned."""
    is_planned = trigger.pos_ == "NOUN" and trigger.dep_ in {"obj", "nsubj:pass"}
    return trigger.head if is_planned and schedules(trigger.head.lemma_.lower()) else trigger


def _lends_time(verb: Token, noun: Token) -> bool:
    """Return whether the time of a verb is that of its object: "made an arrest on Friday"."""
    is_object = noun.pos_ == "NOUN" and noun.dep_ == "obj" and noun.head.i == verb.i
    return is_object and (verb.lemma_.lower() in LIGHT or supports(verb.lemma_.lower()))


def _is_planned_for(time: Tokens, verb: Token, noun: Token) -> bool:
    """Return whether a verb says for when something is planned: "set the vote for Friday", "the vote is set for it"."""
    if noun.pos_ != "NOUN" or noun.head.i != verb.i or not schedules(verb.lemma_.lower()):
        return False
    said = noun.dep_ == "nsubj:pass" or (noun.dep_ == "obj" and "for" in _cases(time.root))
    return said and time.root.head.i == verb.i


def _stands_before(time: Tokens, noun: Token) -> bool:
    """Return whether a time stands before a noun and tells it apart: "an Oct. 3 missile strike", "Sunday's vote"."""
    if time.end > noun.i:
        return False
    place = noun.i - 1
    while place >= time.end and (noun.doc[place].dep_ in {"compound", "amod", "case"}):
        place -= 1
    possessive = noun.doc[time.end].tag_ == "POS"
    before = noun.doc[time.start - 1].pos_ if time.start else ""
    return place == time.end - 1 and (possessive or before == "DET")


def _comes_about(trigger: Token) -> bool:
    """Return whether an act is told as done by another: "voted to ratify", "launched an offensive"."""
    above = trigger.head.lemma_.lower()
    if trigger.pos_ == "NOUN":
        return trigger.dep_ == "obj" and supports(above)
    return trigger.dep_ in {"xcomp", "advcl"} and makes_come_about(above) and trigger.i > trigger.head.i


def _is_within(trigger: Token) -> bool:
    """Return whether a noun tells of what another event was a part of: "signed it during a visit"."""
    return trigger.pos_ == "NOUN" and trigger.dep_ == "obl" and bool(_cases(trigger) & DURING)


def _length(statement: Statement) -> int:
    return sum(end - start for start, end in statement.contents)


def _role(child: Token, trigger: Token) -> Role | None:
    """Return as what a dependent takes part in an event; None for all that is no participant."""
    if child.pos_ not in {"NOUN", "PROPN", "PRON", "NUM"}:
        return None
    cases = _cases(child)
    if "according" in cases:
        return None
    if child.dep_ == "nmod:poss" and is_undergone(verb_of(trigger.lemma_.lower())):
        return "patient"
    if trigger.pos_ == "NOUN" and child.dep_ in OWNED:
        return "agent" if child.dep_ == "nmod:poss" or "by" in cases else "patient" if "of" in cases else None
    if child.dep_ == "obl" or (child.dep_ == "obl:agent" and cases and "by" not in cases):
        passive = any(one.dep_ in {"aux:pass", "nsubj:pass"} for one in trigger.children)
        return "agent" if "by" in cases and passive else "other" if cases & TOWARDS else None
    return ROLES.get(child.dep_)


def _raised(verb: Token) -> Token | None:
    """Return of whom it is said in the passive that they do something: "the House is expected to vote"."""
    steps = (verb, verb.head) if verb.dep_ in {"advcl", "conj"} else (verb,)
    infinitive = next((step for step in steps if step.dep_ == "xcomp" and step.head.tag_ == "VBN"), None)
    if infinitive is None or not any(child.dep_ == "mark" and child.lower_ == "to" for child in infinitive.children):
        return None
    return next((child for child in infinitive.head.children if child.dep_ == "nsubj:pass"), None)


def _before_body(noun: Token) -> Iterator[tuple[Token, Role]]:
    """Yield who is to decide on what, of a decision for which that is brought: "sent to the Senate for approval"."""
    if noun.pos_ != "NOUN" or not is_voting(verb_of(noun.lemma_.lower())) or "for" not in _cases(noun):
        return
    verb = noun.head if noun.head.pos_ == "VERB" else noun.head.head
    body = next((child for child in verb.children if child.dep_.startswith("obl") and "to" in _cases(child)), None)
    if body is None or noun.head.i not in {verb.i, body.i} or body.i > noun.i:
        return
    yield body, "agent"
    brought = {child.dep_: child for child in verb.children}
    matter = next((brought[role] for role in ("nsubj:pass", "obj", "nsubj") if role in brought), None)
    if matter is not None:
        yield matter, "patient"


def _cases(token: Token) -> set[str]:
    return {one.lower_ for one in token.children if one.dep_ == "case"}


def _inside(clause: tuple[int, int], content: tuple[int, int] | None) -> tuple[int, int]:
    """Return a clause without the words of whoever tells it."""
    return clause if content is None else (max(clause[0], content[0]), min(clause[1], content[1]))


def _clause(trigger: Token) -> tuple[int, int]:
    """Return the extent of the trigger's clause: what hangs on it, without the clauses that do."""
    start, end = trigger.i, trigger.i + 1
    for child in trigger.children:
        is_content = child.i > trigger.i and (child.dep_ in {"ccomp", "xcomp"} or completes(child, trigger))
        if child.dep_ in APART and not is_content:
            continue
        start, end = min(start, child.left_edge.i), max(end, child.right_edge.i + 1)
    while start < trigger.i and trigger.doc[start].is_punct:
        start += 1
    return start, end
