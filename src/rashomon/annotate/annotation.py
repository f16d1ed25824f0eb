"""Everything that one article tells by itself, in the order in which one part rests on another."""

from rashomon.annotate.claims import Claims
from rashomon.annotate.discourse import Discourse
from rashomon.annotate.document import Document
from rashomon.annotate.entities import clusters, entity
from rashomon.annotate.events import Events
from rashomon.annotate.names import names
from rashomon.annotate.speakers import said_at
from rashomon.annotate.statements import statements
from rashomon.records.annotation import Annotation, Reading


def annotate(document: Document) -> Annotation:
    """Return what an article tells."""
    known = clusters(names(document))
    entities = [entity(cluster, document) for cluster in known]
    discourse = Discourse(document, known, said_at(document.doc._.attributions))
    told = statements(document, discourse)
    ids = {cluster: one.id for cluster, one in zip(known, entities, strict=True)}
    makes = Claims(document, told, ids)
    claims = [(statement, list(makes.of(statement, None))) for statement in told]
    events = Events(document, discourse, ids).mentions([(statement, made[0].id) for statement, made in claims], ())
    return Annotation(
        reading=Reading(article=document.article.id, times=(), quantities=(), events=tuple(events)),
        entities=tuple(entities),
        claims=tuple(claim for _, made in claims for claim in made),
    )
