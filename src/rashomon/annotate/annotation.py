"""Everything that one article tells by itself, in the order in which one part rests on another."""

from collections.abc import Sequence

import msgspec
from spacy.language import Language

from rashomon.annotate.attributions import attributions
from rashomon.annotate.claims import Claims
from rashomon.annotate.discourse import Discourse
from rashomon.annotate.document import Document, document, text_to_read
from rashomon.annotate.entities import clusters, entity
from rashomon.annotate.events import Events
from rashomon.annotate.names import names
from rashomon.annotate.quantities import quantities
from rashomon.annotate.said import said
from rashomon.annotate.speakers import said_at
from rashomon.annotate.statements import statements
from rashomon.annotate.times import times
from rashomon.records import Article
from rashomon.records.annotation import Annotation, Reading
from rashomon.records.quantities import Quantity
from rashomon.values.timex import placed


def annotate(article: Article, nlp: Language) -> Annotation:
    """Return what an article tells; ``nlp`` is the language model's pipeline.

    Claims, quantities and events come from the body alone, names and times also from headline, dateline and captions.
    """
    return annotated(marked(article, nlp))


def marked(article: Article, nlp: Language) -> Document:
    """Return an article as the language model marks it."""
    return document(article, nlp(text_to_read(article)))


def in_body(found: Sequence[Quantity], read: Document) -> tuple[Quantity, ...]:
    """Return the quantities of the body; what one is a part of is numbered anew."""
    places = [number for number, one in enumerate(found) if read.is_body(one.span)]
    numbers = {place: number for number, place in enumerate(places)}
    return tuple(
        msgspec.structs.replace(
            found[place], part_of=None if (whole := found[place].part_of) is None else numbers.get(whole)
        )
        for place in places
    )


def annotated(read: Document) -> Annotation:
    """Return what an article tells that the model has marked."""
    known = clusters(names(read))
    entities = [entity(cluster, read) for cluster in known]
    ids = {cluster: one.id for cluster, one in zip(known, entities, strict=True)}
    said_by = attributions(read)
    discourse = Discourse(read, known, said_at(said_by))
    told = statements(read, said_by, discourse)
    mentions = placed(times(read.doc, read.article.span), read.article.published)
    makes = Claims(read, told, ids)
    claims = [(statement, list(makes.of(statement, said(statement, read, mentions)))) for statement in told]
    numbers = in_body(quantities(read.doc, read.article.span), read)
    events = Events(read, discourse, ids).mentions(
        [(statement, made[0]) for statement, made in claims], [mention.expression for mention in mentions], numbers
    )
    return Annotation(
        reading=Reading(
            article=read.article.id,
            times=mentions,
            quantities=numbers,
            events=tuple(events),
        ),
        entities=tuple(entities),
        claims=tuple(claim for _, made in claims for claim in made),
    )
