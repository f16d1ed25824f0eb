"""How lines name their sources: accounts, speakers, and the characters that a line rests on."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.publish.describe import named, names_apart
from rashomon.records import Article, Record, Span, StatedBy, Support

LONGEST = 320
"""Characters of a sentence that are shown in lists."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Characters of an account, and what the account is called."""

    by: str
    span: Span


@dataclass(frozen=True, slots=True)
class Telling:
    """The characters in one account that a line rests on."""

    by: str
    spans: tuple[Span, ...]


class Names:
    """What the accounts and the speakers of a record are called."""

    def __init__(self, record: Record) -> None:
        """Take a record."""
        self.articles: dict[str, Article] = {article.id: article for article in record.articles}
        self.accounts = names_apart(record)
        self._claims = {claim.id: claim for claim in record.claims}
        self._entities = {entity.id: entity.name for entity in record.entities}

    def cite(self, span: Span) -> Citation:
        """Return a span with the name of its account."""
        return Citation(self.accounts[span.article], span)

    def tellings(self, spans: Iterable[Span]) -> tuple[Telling, ...]:
        """Return spans by account, each once, the accounts in the order in which they come."""
        told: dict[str, dict[Span, None]] = {}
        for span in spans:
            told.setdefault(span.article, {})[span] = None
        return tuple(Telling(self.accounts[article], tuple(found)) for article, found in told.items())

    def entity(self, entity: str | None) -> str:
        """Return what an entity is called in one line; empty when there is none."""
        return line(self._entities.get(entity or "", ""))

    def speaker(self, claim: str | None) -> str:
        """Return who speaks in a claim; empty when nobody does, or it is not known who."""
        told = self._claims.get(claim or "")
        if told is None or told.speaker.kind == "unknown":
            return ""
        words = "" if told.speaker.span is None else line(told.speaker.span.text)
        return self._entities.get(told.speaker.entity or "", words)

    def origin(self, stated: StatedBy) -> tuple[str, ...]:
        """Return what tells who states a value from all others: the entity, else the words in their report."""
        article, claim = self.articles[stated.article], self._claims.get(stated.claim or "")
        if claim is None:
            return ("outlet", named(article))
        words = "" if claim.speaker.span is None else line(claim.speaker.span.text).casefold()
        return (claim.speaker.entity,) if claim.speaker.entity else (article.report, words)

    def sentence(self, span: Span) -> str:
        """Return a sentence in one line, without the dateline that opens its article and the dash behind one."""
        dateline = self.articles[span.article].dateline
        opens = dateline is not None and span.start <= dateline.start and dateline.end < span.end
        text = span.text[dateline.end - span.start :].lstrip(":)., ") if dateline and opens else span.text
        return line(text).lstrip("―—–- ")


def line(text: str) -> str:
    """Return ``text`` in one line."""
    return " ".join(text.split())


def support_in_words(support: Support) -> str:
    """Return what stands behind a line that several articles tell."""
    if support.articles <= 1:
        return ""
    origins = "one origin" if support.origins == 1 else f"{support.origins} origins"
    return f"{support.articles} accounts · independent at most {support.independent} · {origins}"


def anchor(span: Span) -> str:
    """Return the id of the place of a span in the page."""
    return f"a{span.article}-{span.start}-{span.end}"
