"""Accounts made by hand: what an article tells of those whom it names, without the language model."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from rashomon.link import with_entities
from rashomon.records import About, Alias, Article, Claim, Entity, Extent, Link, Paragraph, Span, Speaker
from rashomon.records.annotation import Actor, Annotation, EventMention, Reading
from rashomon.records.article import NOT_STATED
from rashomon.records.findings import EntityType
from rashomon.records.ids import id_of

COMPANY = ("organization: Lowland Institute", "organization: Tarrowby Board", "law: Ferry Act")
"""What articles of one story name beside those whom a test is about."""


@dataclass(frozen=True, slots=True)
class Account:
    """An article and what it tells."""

    article: Article
    annotation: Annotation

    def named(self, name: str) -> Entity:
        """Return the entity of the article that has a form."""
        return next(one for one in self.annotation.entities if name in {alias.text for alias in one.aliases})


def account(text: str, *named: str, said: Sequence[tuple[str, str | None]] = (), day: str | None = None) -> Account:
    """Return an account of a text.

    ``named``: "person: Anna Kessel | Kessel < president", a type, forms of one name, roles; each stands in the text.
    ``said``: who speaks, as it stands in the text, and the name of the entity.
    """
    text = f"{text} Also there: {', '.join(name.split(': ')[1] for name in COMPANY)}."
    article = _article(text, day)
    entities = tuple(_entity(article, one) for one in (*named, *COMPANY))
    by_form = {alias.text: entity.id for entity in entities for alias in entity.aliases}
    claims = tuple(_claim(article, speaker, by_form[name] if name else None) for speaker, name in said)
    reading = Reading(article=article.id, times=(), quantities=(), events=())
    return Account(article, Annotation(reading=reading, entities=entities, claims=claims))


def acting(one: Account, agent: str, patient: str) -> Account:
    """Return an account with an event more: its agent and patient as they stand in the text."""
    by_form = {alias.text: entity.id for entity in one.annotation.entities for alias in entity.aliases}
    spans = [_span(one.article, text) for text in (agent, patient)]
    actors = [
        Actor(role="agent", entity=by_form.get(agent), span=spans[0]),
        Actor(role="patient", entity=by_form.get(patient), span=spans[1]),
    ]
    unsaid: dict[str, object] = dict.fromkeys(EventMention.__struct_fields__)
    told = {"kind": "meet", "trigger": spans[0], "clause": spans[0], "status": "happened", "actors": actors}
    event = msgspec.convert(msgspec.to_builtins(unsaid | told), EventMention)
    reading = msgspec.structs.replace(one.annotation.reading, events=(event,))
    return Account(one.article, msgspec.structs.replace(one.annotation, reading=reading))


def story(*accounts: Account) -> tuple[list[Annotation], list[Entity]]:
    """Return the annotations and entities of a story."""
    return with_entities([one.annotation for one in accounts], [one.article for one in accounts])


def found(*accounts: Account) -> list[set[str]]:
    """Return the forms of each entity of a story, without the company."""
    forms = [{alias.text for alias in entity.aliases} for entity in story(*accounts)[1]]
    return [one for one in forms if not any(name.endswith(": " + form) for form in one for name in COMPANY)]


def entity_of(entities: Sequence[Entity], form: str) -> Entity:
    """Return the entity that has a form."""
    return next(one for one in entities if form in {alias.text for alias in one.aliases})


def _article(text: str, day: str | None) -> Article:
    return msgspec.convert(
        {
            "id": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
            "source": "account.txt",
            "url": None,
            "text": text,
            "language": "en",
            "outlet": None,
            "agency": None,
            "headline": None,
            "byline": None,
            "dateline": None,
            "stated": (),
            "published": msgspec.to_builtins(NOT_STATED) | {"value": day, "earliest": day, "latest": day},
            "metadata": (),
            "paragraphs": [msgspec.to_builtins(Paragraph(start=0, end=len(text), kind="body", xpath=None))],
            "body": [msgspec.to_builtins(Extent(start=0, end=len(text)))],
            "boilerplate": (),
            "copy_of": None,
            "shared": 0.0,
            "copied": (),
            "annotated": True,
            "related": True,
        },
        Article,
    )


def _entity(article: Article, named: str) -> Entity:
    kind, _, rest = named.partition(": ")
    names, _, roles = rest.partition(" < ")
    forms = names.split(" | ")
    mentions: list[Span] = []
    taken: list[range] = []
    for form in sorted(forms, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", article.text):
            if not any(match.start() in other for other in taken):
                taken.append(range(match.start(), match.end()))
                mentions.append(article.span(match.start(), match.end()))
    mentions.sort(key=lambda span: span.start)
    assert {span.text for span in mentions} == set(forms), (forms, article.text)
    counts = {form: sum(span.text == form for span in mentions) for form in forms}
    return Entity(
        id=id_of("entity", mentions[0]),
        type=msgspec.convert(kind, EntityType),
        name=max(forms, key=len),
        aliases=tuple(Alias(text=form, count=count) for form, count in counts.items()),
        mentions=tuple(mentions),
        roles=tuple(_span(article, role) for role in roles.split(" | ") if role),
        part_of=None,
    )


def _claim(article: Article, speaker: str, entity: str | None) -> Claim:
    span = _span(article, speaker)
    return Claim(
        id=id_of("claim", span),
        article=article.id,
        statement=id_of("statement", span),
        speaker=Speaker(entity=entity, span=span, kind="person" if entity else "unknown"),
        chain=(Link(role="speaker", entity=entity, span=span),),
        ground=None,
        cue=span,
        stance="assert",
        content=(span,),
        direct=False,
        said=None,
        about=About(events=(), figures=()),
    )


def _span(article: Article, text: str) -> Span:
    start = article.text.index(text)
    return article.span(start, start + len(text))
