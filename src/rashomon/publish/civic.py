"""Procedures in the form of Open Civic Data: bills, their actions, votes, and the bodies that act.

Types and fields are those of the proposals OCDEP 5 (organizations, from Popolo), 6 (bills) and 7 (votes), in the form
that its importer reads (``pupa/scrape/schemas``). What the accounts do not tell is left out: no session of a parliament
is made up. References between the types are their ids.
"""

import base64
import uuid
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from rashomon.publish.boards import IMPLIED, Board, Step, boards
from rashomon.publish.citing import LONGEST, Names, line
from rashomon.publish.describe import named
from rashomon.publish.excerpts import kept_sentences
from rashomon.publish.register import cited_articles
from rashomon.publish.shown import is_web_address
from rashomon.publish.times import calendar_date
from rashomon.records import Article, Entity, Record, Span, Vote
from rashomon.text import Range, cut

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://opencivicdata.org/rashomon")
"""Ids are name-based (RFC 9562, version 5): the same record gives the same ones."""
DASHES = "―—–- "
SCHEME = "rashomon"
BODIES = {"committee": "committee", "lower_house": "lower", "upper_house": "upper", "chamber": "legislature"}
"""By stage, what kind of an organization acts."""
HOUSES = frozenset({"lower_house", "upper_house", "chamber"})
DONE = {
    "introduced": "introduction",
    "submitted": "introduction",
    "committee": "committee-passage",
    "lower_house": "passage",
    "upper_house": "passage",
    "chamber": "passage",
    "assent": "executive-signature",
    "withdrawn": "withdrawal",
}
"""By stage, what kind of an action it is when it is done."""
FAILED = {
    "committee": "committee-failure",
    "lower_house": "failure",
    "upper_house": "failure",
    "chamber": "failure",
    "assent": "executive-veto",
    "withdrawn": "withdrawal",
}
"""By stage, what kind of an action it is when it failed."""
OVERRIDDEN = "veto overridden"
"""What the assent is called that was given against who refused it."""
BILL, PASSAGE, OVERRIDE, OVERRIDING = "bill", "bill-passage", "veto-override-passage", "veto-override"


class _Civic(msgspec.Struct, frozen=True, kw_only=True):
    """The base of everything of Open Civic Data."""


class Source(_Civic, frozen=True, kw_only=True):
    """Where something is told."""

    url: str
    note: str


class Organization(_Civic, frozen=True, kw_only=True):
    """A body that acts."""

    id: str
    name: str
    classification: str
    sources: tuple[Source, ...]
    extras: dict[str, str]


class Abstract(_Civic, frozen=True, kw_only=True):
    """What a measure provides, in the words of an account."""

    abstract: str
    note: str


class OtherTitle(_Civic, frozen=True, kw_only=True):
    """What else a measure is called."""

    title: str
    note: str


class OtherIdentifier(_Civic, frozen=True, kw_only=True):
    """The id of a measure in our record."""

    identifier: str
    scheme: str


class Action(_Civic, frozen=True, kw_only=True):
    """A stage that is done or failed."""

    description: str
    date: str
    """A day, a month or a year; empty where the accounts leave it open."""
    organization: str | None
    classification: tuple[str, ...]
    related_entities: tuple[str, ...] = ()


class Bill(_Civic, frozen=True, kw_only=True):
    """A measure that goes through a procedure."""

    id: str
    identifier: str
    title: str
    from_organization: str | None
    classification: tuple[str, ...]
    subject: tuple[str, ...] = ()
    abstracts: tuple[Abstract, ...]
    other_titles: tuple[OtherTitle, ...]
    other_identifiers: tuple[OtherIdentifier, ...]
    actions: tuple[Action, ...]
    sponsorships: tuple[str, ...] = ()
    related_bills: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    sources: tuple[Source, ...]
    extras: dict[str, str | None]


class VoteCount(_Civic, frozen=True, kw_only=True):
    """How many voted in one way."""

    option: str
    value: int


class VoteEvent(_Civic, frozen=True, kw_only=True):
    """A vote of which a result is told."""

    id: str
    identifier: str = ""
    motion_text: str
    motion_classification: tuple[str, ...]
    start_date: str
    end_date: str = ""
    result: str
    organization: str | None
    bill: str
    bill_action: str
    votes: tuple[str, ...] = ()
    counts: tuple[VoteCount, ...]
    sources: tuple[Source, ...]
    extras: dict[str, bool]


class Civic(_Civic, frozen=True, kw_only=True):
    """Everything that is told of the procedures of one or more records."""

    organizations: tuple[Organization, ...]
    bills: tuple[Bill, ...]
    vote_events: tuple[VoteEvent, ...]


def civic_json(records: Iterable[Record]) -> bytes:
    """Return the procedures of records as Open Civic Data, as indented UTF-8 JSON."""
    return msgspec.json.format(msgspec.json.encode(civic(records)), indent=1) + b"\n"


def civic(records: Iterable[Record]) -> Civic:
    """Return the procedures of records as Open Civic Data; a body that acts in several of them stands once."""
    organizations: dict[str, Organization] = {}
    bills: list[Bill] = []
    votes: list[VoteEvent] = []
    for record in records:
        articles = {article.id: article for article in record.articles}
        entities = {entity.id: entity for entity in record.entities}
        for board in boards(record, Names(record)):
            for step in _acted(board):
                body = _organization(step, board, articles)
                if body is not None:
                    organizations.setdefault(body.id, body)
            bills.append(_bill(board, record, articles, entities))
            votes += _votes(board, articles)
    return Civic(organizations=tuple(organizations.values()), bills=tuple(bills), vote_events=tuple(votes))


def _acted(board: Board) -> Iterator[Step]:
    """Yield the stages that are told as done or failed."""
    yield from (step for step in board.told if step.look != IMPLIED)


def _id(kind: str, *parts: str) -> str:
    return f"ocd-{kind}/{uuid.uuid5(NAMESPACE, ' / '.join((kind, *parts)))}"


def _body_id(step: Step, board: Board) -> str | None:
    """Return the id of the body that acts at a stage, none where it is not told or is no body."""
    if step.stage.stage not in BODIES or not step.stage.body:
        return None
    return _id("organization", board.party, step.stage.stage, line(step.stage.body).casefold())


def _organization(step: Step, board: Board, articles: Mapping[str, Article]) -> Organization | None:
    found = _body_id(step, board)
    if found is None:
        return None
    return Organization(
        id=found,
        name=line(step.stage.body or ""),
        classification=BODIES[step.stage.stage],
        sources=_of_step(step, articles),
        extras={"state": board.party} if board.party else {},
    )


def _bill(board: Board, record: Record, articles: Mapping[str, Article], entities: Mapping[str, Entity]) -> Bill:
    procedure = board.procedure
    subject = entities.get(procedure.subject.entity or "")
    aliases = () if subject is None else subject.aliases
    return Bill(
        id=_id("bill", procedure.id),
        identifier=board.subject,
        title=board.subject,
        from_organization=None,
        classification=(BILL,) if procedure.kind == BILL else (),
        abstracts=tuple(
            Abstract(abstract=line(one.obligation.text), note=f"as told by {named(articles[one.article])}")
            for one in procedure.provisions
        ),
        other_titles=tuple(
            OtherTitle(title=line(alias.text), note="so called by accounts")
            for alias in aliases
            if line(alias.text) != board.subject
        ),
        other_identifiers=(OtherIdentifier(identifier=procedure.id, scheme=SCHEME),),
        actions=tuple(_action(step, board) for step in _acted(board)),
        sources=tuple(_source(article) for article in cited_articles(record, (procedure,))),
        extras={
            "procedure": procedure.kind,
            "state": board.party or None,
            "next": procedure.next,
            "next_actor": procedure.next_actor,
            "rule": procedure.rule,
            "as_of": None if record.as_of is None else str(record.as_of),
        },
    )


def _action(step: Step, board: Board) -> Action:
    kinds = FAILED if step.stage.state == "failed" else DONE
    kind = OVERRIDE if step.outcome == OVERRIDDEN else kinds.get(step.stage.stage)
    return Action(
        description=step.outcome,
        date=calendar_date(step.stage.time),
        organization=_body_id(step, board),
        classification=() if kind is None else (kind,),
    )


def _votes(board: Board, articles: Mapping[str, Article]) -> Iterator[VoteEvent]:
    for step in _acted(board):
        vote = step.stage.vote
        if vote is None:
            continue
        yield VoteEvent(
            id=_id("vote", board.procedure.id, step.stage.stage),
            motion_text=f"{step.label}: {board.subject}",
            motion_classification=_motion(step),
            start_date=calendar_date(step.stage.time),
            result="fail" if step.stage.state == "failed" else "pass",
            organization=_body_id(step, board),
            bill=_id("bill", board.procedure.id),
            bill_action=step.outcome,
            counts=tuple(_counts(vote)),
            sources=_of_step(step, articles),
            extras={} if vote.unanimous is None else {"unanimous": vote.unanimous},
        )


def _motion(step: Step) -> tuple[str, ...]:
    if step.outcome == OVERRIDDEN:
        return (OVERRIDING,)
    return (PASSAGE,) if step.stage.stage in HOUSES else ()


def _counts(vote: Vote) -> Iterator[VoteCount]:
    sides = (("yes", vote.for_), ("no", vote.against), ("abstain", vote.abstain), ("absent", vote.absent))
    yield from (VoteCount(option=option, value=number) for option, number in sides if number is not None)


def _of_step(step: Step, articles: Mapping[str, Article]) -> tuple[Source, ...]:
    return tuple(_quoting(articles[telling.spans[0].article], telling.spans[0]) for telling in step.tellings)


def _quoting(article: Article, span: Span) -> Source:
    """Return an article as a source, with the sentence that holds a span."""
    source = _source(article)
    told = kept_sentences(article, [Range(span.start, span.end)])
    words = told[0].of(article.text) if told else span.text
    return msgspec.structs.replace(source, note=f"{source.note}: “{cut(line(words).lstrip(DASHES), LONGEST)}”")


def _source(article: Article) -> Source:
    """Return an article as a source: its address, else the name of its bytes (RFC 6920), whose hash is our id."""
    if article.url is not None and is_web_address(article.url):
        return Source(url=article.url, note=named(article))
    digest = base64.urlsafe_b64encode(bytes.fromhex(article.id)).decode().rstrip("=")
    return Source(url=f"ni:///sha-256-64;{digest}", note=named(article))
