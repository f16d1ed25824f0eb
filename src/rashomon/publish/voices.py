"""Who says what, over all accounts: the claims of a record by speaker, and what could not be placed."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.publish.describe import named
from rashomon.records import Claim, Record, Span
from rashomon.records.quantities import Quantity

SAYS = {
    "assert": "says",
    "confirm": "confirms",
    "estimate": "estimates",
    "predict": "expects",
    "promise": "promises",
    "demand": "demands",
    "warn": "warns",
    "accuse": "accuses",
    "deny": "denies",
    "doubt": "doubts",
    "decline": "does not say",
    "praise": "praises",
    "criticise": "criticises",
    "ask": "asks",
    "think": "thinks",
}
"""What a speaker does, in a word of the page."""
KINDS = {
    "person": "",
    "organization": "",
    "group": "a group",
    "document": "a document",
    "media": "media",
    "unnamed": "name withheld",
    "unknown": "",
}
LONGEST = 320
"""Characters of what is said that are shown in lists."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim as it is listed."""

    claim: Claim
    does: str
    """What the speaker does, in a word of ours; empty for plain saying."""
    cue: str
    text: str
    by: str
    """The account that tells it."""
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker with all that it is told to say."""

    name: str
    kind: str
    sayings: tuple[Saying, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What the reading left open: claims of an unknown speaker, and numbers of which no thing is told."""

    sayings: tuple[Saying, ...]
    numbers: tuple[tuple[Quantity, str], ...]
    """With the account that gives the number."""


def voices(record: Record) -> list[Voice]:
    """Return the speakers, those first who speak in most accounts, then those who say most."""
    names = {entity.id: entity.name for entity in record.entities}
    accounts = {article.id: named(article) for article in record.articles}
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in record.claims:
        speaker = claim.speaker
        if speaker.entity is not None:
            groups.setdefault(("entity", speaker.entity), []).append(claim)
        elif speaker.kind != "unknown" and speaker.span is not None:
            groups.setdefault((speaker.kind, _folded(speaker.span)), []).append(claim)
    found = [
        Voice(
            name=names[key] if kind == "entity" else _line(claims[0].speaker.span),
            kind=KINDS[claims[0].speaker.kind],
            sayings=tuple(_saying(claim, accounts) for claim in claims),
            articles=len({claim.article for claim in claims}),
        )
        for (kind, key), claims in groups.items()
    ]
    return sorted(found, key=lambda voice: (-voice.articles, -len(voice.sayings), voice.name))


def unplaced(record: Record) -> Unplaced:
    """Return what could not be placed, in record order."""
    accounts = {article.id: named(article) for article in record.articles}
    return Unplaced(
        sayings=tuple(_saying(claim, accounts) for claim in record.claims if claim.speaker.kind == "unknown"),
        numbers=tuple(
            (quantity, accounts[reading.article])
            for reading in record.readings
            for quantity in reading.quantities
            if quantity.kind == "count" and quantity.counted is None
        ),
    )


def _saying(claim: Claim, accounts: dict[str, str]) -> Saying:
    text = " … ".join(_line(span) for span in claim.content)
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit(" ", 1)[0] + " …"
    return Saying(
        claim=claim,
        does="" if claim.stance == "assert" else SAYS[claim.stance],
        cue=_line(claim.cue),
        text=text,
        by=accounts[claim.article],
        notes=tuple(_notes(claim)),
    )


def _notes(claim: Claim) -> Iterable[str]:
    through = [link.span for link in claim.chain if link.role == "channel"]
    if claim.said is not None and claim.said.evidence[0].start >= claim.cue.end:
        yield _line(claim.said.evidence[0])
    if through:
        yield "through " + ", ".join(_line(span) for span in through)
    if claim.ground is not None:
        yield f"resting on {_line(claim.ground)}"


def _line(span: Span | None) -> str:
    return "" if span is None else " ".join(span.text.split())


def _folded(span: Span) -> str:
    return _line(span).casefold().removeprefix("the ")
