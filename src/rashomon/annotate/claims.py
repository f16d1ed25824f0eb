"""Claims of the record: who says what in one article, through whom, on what ground."""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.annotate.chains import carrier, channels, ground, tellers
from rashomon.annotate.discourse import Referent
from rashomon.annotate.document import Document
from rashomon.annotate.entities import Cluster
from rashomon.annotate.speakers import Voice
from rashomon.annotate.statements import Statement
from rashomon.records import About, Claim, Link, Span, Speaker, Time
from rashomon.records.ids import id_of


class Claims:
    """Makes the claims of one article."""

    def __init__(self, document: Document, statements: Sequence[Statement], entities: Mapping[Cluster, str]) -> None:
        """Take the ids of the article's entities."""
        self.document = document
        self._tellers = tellers(statements)
        self.entities = entities
        self._states = {
            cluster.state: entity
            for cluster, entity in entities.items()
            if cluster.type == "place" and any(name.state and name.state.by == "name" for name in cluster.names)
        }

    def of(self, statement: Statement, said: Time | None) -> Iterator[Claim]:
        """Yield the claims of a statement, one for each speaker."""
        cue = self.document.span(statement.attribution.cue.start, statement.attribution.cue.end)
        told_by = self._tellers.get(statement.attribution.cue.root.i)
        told_by = None if told_by is statement else told_by
        for number, voice in enumerate(statement.voices):
            span = self._span(voice)
            yield Claim(
                id=id_of("claim", span if number and span is not None else cue),
                article=self.document.article.id,
                statement=id_of("statement", cue),
                speaker=Speaker(entity=self._entity(voice.referent), span=span, kind=voice.kind),
                chain=tuple(self._chain(statement, told_by, voice)),
                ground=ground(statement, self.document),
                cue=cue,
                stance=statement.stance,
                content=tuple(self.document.span(*content) for content in statement.contents),
                direct=statement.direct,
                said=said,
                about=About(events=(), figures=()),
            )

    def _span(self, voice: Voice) -> Span | None:
        return None if voice.extent is None else self.document.span(*voice.extent)

    def _entity(self, referent: Referent | None) -> str | None:
        """Return the id of who is meant; a capital that speaks is its state, where the article names that."""
        if referent is None or referent.cluster is None:
            return None
        state = self._states.get(referent.cluster.state) if referent.cluster.type == "place" else None
        return state or self.entities[referent.cluster]

    def _chain(self, statement: Statement, told_by: Statement | None, voice: Voice) -> Iterator[Link]:
        """Yield the mouths that the claim passed through, from the outlet to the speaker."""
        article = self.document.article
        if article.outlet is not None and article.outlet.evidence:
            yield Link(role="outlet", entity=None, span=article.outlet.evidence[0])
        if article.agency is not None and article.agency.evidence:
            yield Link(role="agency", entity=None, span=article.agency.evidence[0])
        if told_by is not None:
            for teller in told_by.voices:
                span = self._span(teller)
                if span is not None:
                    yield Link(role=carrier(teller, span.text), entity=self._entity(teller.referent), span=span)
        for extent in channels(statement):
            yield Link(role="channel", entity=None, span=self.document.span(*extent))
        span = self._span(voice)
        if span is not None:
            yield Link(role="speaker", entity=self._entity(voice.referent), span=span)
