"""Who says what, over all accounts: the claims of a record by speaker, and what could not be placed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.languages.stances import reporting_words
from rashomon.publish.describe import named
from rashomon.records import Article, Claim, Record, Span
from rashomon.records.quantities import Quantity
from rashomon.text import cut
from rashomon.values.retellings import retelling

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
    "unnamed": "not named",
    "unknown": "",
}
NOT_PLACED = "Who says it, or what is counted, is not clear: left open rather than guessed."
"""What stands above the claims and numbers that could not be placed."""
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
    """The account that tells it, of several the one that told it first."""
    also: tuple[tuple[str, Claim], ...]
    """The other accounts of the same statement, with their claims."""
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
    """Return the speakers, those first who speak in most accounts, then those who say most.

    Speakers without a name are one where one article calls them alike, but for "his office", which may be another's
    each time.
    """
    names = {entity.id: entity.name for entity in record.entities}
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in record.claims:
        speaker = claim.speaker
        if speaker.entity is not None:
            groups.setdefault((speaker.entity,), []).append(claim)
        elif speaker.kind != "unknown" and speaker.span is not None:
            called = _folded(speaker.span)
            owned = claim.id if reporting_words("possessives") & set(called.split()) else ""
            groups.setdefault((speaker.kind, called, claim.article, owned), []).append(claim)
    told = _Told.of(record)
    found = [
        Voice(
            name=_line(claims[0].speaker.span) if claims[0].speaker.entity is None else names[claims[0].speaker.entity],
            kind=KINDS[claims[0].speaker.kind],
            sayings=tuple(_sayings(claims, told)),
            articles=len({claim.article for claim in claims}),
        )
        for claims in groups.values()
    ]
    return sorted(found, key=lambda voice: (-voice.articles, -len(voice.sayings), voice.name))


def unplaced(record: Record) -> Unplaced:
    """Return what could not be placed, in record order."""
    told = _Told.of(record)
    return Unplaced(
        sayings=tuple(_sayings([claim for claim in record.claims if claim.speaker.kind == "unknown"], told)),
        numbers=tuple(
            (quantity, named(told.articles[reading.article]))
            for reading in record.readings
            for quantity in reading.quantities
            if quantity.kind == "count" and quantity.counted is None
        ),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What the words of a list of claims rest on: the articles by id, and who speaks anywhere."""

    articles: dict[str, Article]
    speakers: frozenset[Span | None]

    @staticmethod
    def of(record: Record) -> "_Told":
        return _Told(
            {article.id: article for article in record.articles},
            frozenset(claim.speaker.span for claim in record.claims),
        )


def _sayings(claims: Iterable[Claim], told: _Told) -> Iterator[Saying]:
    """Yield the statements of one speaker, each once, by the account that told it first."""
    statements: dict[str, list[Claim]] = {}
    for claim in claims:
        statements.setdefault(claim.statement, []).append(claim)
    for members in statements.values():
        order = retelling(members, told.articles)
        first, *others = (*order.first, *order.repeated, *order.undated)
        yield _saying(first, others, told)


def _saying(claim: Claim, others: Iterable[Claim], told: _Told) -> Saying:
    text = cut(" … ".join(_line(span) for span in claim.content), LONGEST)
    return Saying(
        claim=claim,
        does="" if claim.stance == "assert" else SAYS[claim.stance],
        cue=_line(claim.cue),
        text=text,
        by=named(told.articles[claim.article]),
        also=tuple((named(told.articles[other.article]), other) for other in others),
        notes=tuple(_notes(claim, told)),
    )


def _notes(claim: Claim, told: _Told) -> Iterable[str]:
    if claim.said is not None and claim.said.evidence[0].start >= claim.cue.end:
        yield _line(claim.said.evidence[0])
    for link in claim.chain:
        if link.role == "channel":
            yield f"{_way(claim, link.span, told)} {_line(link.span)}"
    if claim.ground is not None:
        yield f"resting on {_line(claim.ground)}"


def _way(claim: Claim, channel: Span, told: _Told) -> str:
    """Return how a claim passed a channel: as it is written ("on Twitter"), else "to" whom it was told.

    One who tells in turn what was said has it passed "through" him.
    """
    if channel in told.speakers:
        return "through"
    before = told.articles[claim.article].text[: channel.start].rsplit(maxsplit=1)
    word = before[-1].casefold() if before else ""
    return word if word in reporting_words("through") else "to"


def _line(span: Span | None) -> str:
    return "" if span is None else " ".join(span.text.split())


def _folded(span: Span) -> str:
    return _line(span).casefold().removeprefix("the ")
