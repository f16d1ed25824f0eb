"""The provisions of the measures of a story: which account tells of which, beside the boards."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from rashomon.languages.provision_words import KINDS, MeasureKind, kind_through, measure_kind, words_of
from rashomon.reconcile.differences.story import Story
from rashomon.reconcile.provisions.clauses import Clause, clauses_of, clauses_of_it, is_bound_by_it
from rashomon.reconcile.provisions.measures import Measure, Mentions, known_words, names_measure
from rashomon.reconcile.provisions.parts import parted
from rashomon.reconcile.provisions.versions import related
from rashomon.reconcile.provisions.wording import wording
from rashomon.records import Article, Claim, Event, Procedure, Provision, Span
from rashomon.records.article import BODY_KINDS
from rashomon.text import Range, enclosing_sentence, sentences, words


@dataclass(frozen=True, slots=True)
class Board:
    """A procedure as provisions are looked for of its measure: the sentences that tell its stages."""

    measure: Measure
    evidence: Mapping[str, Sequence[Range]]
    """By article."""


def with_provisions(procedures: Sequence[Procedure], story: Story) -> tuple[Procedure, ...]:
    """Return the procedures with what accounts tell that their measures provide.

    Each provision stands at one procedure: the first of its measure. Where two measures of a kind go through
    procedures, an account's "the bill" is that whose stages it tells; where it tells those of several, nobody's.
    What someone says a measure does is no provision, unless the measure says it.
    """
    articles = {article.id: article for article in story.articles}
    boards = {place: _board(procedure, story, articles) for place, procedure in enumerate(procedures)}
    firsts = {place: board for place, board in boards.items() if board is not None and _is_first(place, procedures)}
    found: dict[int, list[Provision]] = {}
    claims: dict[str, list[Claim]] = {}
    for claim in story.claims:
        claims.setdefault(claim.article, []).append(claim)
    for article in story.articles:
        if not (article.related and article.annotated):
            continue
        for kind in KINDS:
            place = _of_article(article, {at: one for at, one in firsts.items() if one.measure.kind == kind})
            if place is not None:
                found.setdefault(place, []).extend(_told(article, firsts[place], claims.get(article.id, ())))
    return tuple(
        msgspec.structs.replace(procedure, provisions=related(found.get(place, ())))
        for place, procedure in enumerate(procedures)
    )


def _board(procedure: Procedure, story: Story, articles: Mapping[str, Article]) -> Board | None:
    """Return a procedure with the sentences that tell its stages; None when its measure is of no kind that is known."""
    kind = _kind(procedure)
    if kind is None:
        return None
    evidence: dict[str, dict[Range, None]] = {}
    for stage in procedure.stages:
        for span in stage.evidence:
            evidence.setdefault(span.article, {})[_sentence(articles[span.article], span)] = None
    for span in list(_also_told(evidence, story.events, kind)):
        evidence.setdefault(span.article, {})[_sentence(articles[span.article], span)] = None
    texts = [procedure.subject.name]
    texts += [one.of(articles[article].text) for article, ranges in evidence.items() for one in ranges]
    return Board(
        measure=Measure(kind=kind, known=known_words(texts)),
        evidence={article: tuple(ranges) for article, ranges in evidence.items()},
    )


def _also_told(evidence: Mapping[str, Iterable[Range]], events: Sequence[Event], kind: MeasureKind) -> Iterator[Span]:
    """Yield other tellings of the events that show the stages, plans too, where they name a measure."""
    nouns = words_of("measures", kind)
    for event in events:
        if any(_is_inside(account.trigger, evidence.get(account.article, ())) for account in event.accounts):
            yield from (one.span for one in event.accounts if not nouns.isdisjoint(words(one.span.text)))


def _is_inside(span: Span, ranges: Iterable[Range]) -> bool:
    return any(one.start <= span.start < one.end for one in ranges)


def _kind(procedure: Procedure) -> MeasureKind | None:
    """Return the kind of a procedure's measure: by the procedure, else by its name."""
    kinds = {measure_kind(word) for word in words(procedure.subject.name)}
    return kind_through(procedure.kind) or next((kind for kind in KINDS if kind in kinds), None)


def _sentence(article: Article, span: Span) -> Range:
    """Return the sentence of its paragraph in which evidence begins."""
    for paragraph in article.paragraphs:
        if paragraph.start <= span.start < paragraph.end:
            first = Range(span.start, span.start + 1)
            return enclosing_sentence(article.text, Range(paragraph.start, paragraph.end), first)
    return Range(span.start, span.end)


def _is_first(place: int, procedures: Sequence[Procedure]) -> bool:
    subject = procedures[place].subject
    return not any(_is_one(subject.entity, subject.name, earlier) for earlier in procedures[:place])


def _is_one(entity: str | None, name: str, other: Procedure) -> bool:
    if entity is not None and other.subject.entity is not None:
        return entity == other.subject.entity
    return name == other.subject.name


def _of_article(article: Article, boards: Mapping[int, Board]) -> int | None:
    """Return the procedure of whose measure an article tells: the only one, or the only one that it tells stages of."""
    if len(boards) <= 1:
        return next(iter(boards), None)
    told = [place for place, board in boards.items() if article.id in board.evidence]
    return told[0] if len(told) == 1 else None


def _told(article: Article, board: Board, claims: Sequence[Claim]) -> Iterator[Provision]:
    for clause in _clauses(article, board):
        if any(_says(claim, clause) for claim in claims):
            continue
        parts = parted(article.text, clause.range)
        if parts is None:
            continue
        condition = parts.condition or clause.condition
        yield Provision(
            article=article.id,
            obligation=article.span(parts.obligation.start, parts.obligation.end),
            condition=None if condition is None else article.span(condition.start, condition.end),
            basis=None if parts.basis is None else article.span(parts.basis.start, parts.basis.end),
            relation=None,
        )


def _says(claim: Claim, clause: Clause) -> bool:
    """Return whether a claim of someone tells a clause; what a treaty or an article of it says is no one's claim."""
    speaker = claim.speaker.span
    if claim.speaker.kind == "document" and speaker is not None and any(map(names_measure, words(speaker.text))):
        return False
    return any(span.start <= clause.verb < span.end for span in claim.content)


def _clauses(article: Article, board: Board) -> Iterator[Clause]:
    mentions = Mentions(board.measure)
    evidence = frozenset(board.evidence.get(article.id, ()))
    nouns = words_of("measures", board.measure.kind)
    for paragraph in article.paragraphs:
        if paragraph.kind not in BODY_KINDS:
            continue
        text = article.text[paragraph.start : paragraph.end]
        if not mentions.told and nouns.isdisjoint(words(text)) and not mentions.is_near:
            mentions.skip()
            continue
        for one in sentences(text):
            whole = Range(paragraph.start + one.start, paragraph.start + one.end)
            sentence = wording(article.text, paragraph.start, whole)
            if not sentence.words:
                continue
            is_evidence = whole in evidence
            told, by_subject = mentions.told, mentions.is_subject
            phrases = mentions.own(sentence, evidence=is_evidence)
            pronoun = list(clauses_of_it(sentence, certain=not by_subject)) if told else []
            yield from pronoun
            for phrase in phrases:
                yield from clauses_of(sentence, phrase)
            goes_on = bool(pronoun) or (told and is_bound_by_it(sentence))
            mentions.passed(
                sentence,
                told=bool(phrases) or goes_on,
                subject=bool(pronoun) or any(phrase.first == 0 for phrase in phrases),
            )
