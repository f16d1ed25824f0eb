"""How many voted: tallies of one vote that accounts tell differently, as the board of its procedure shows."""

from collections.abc import Iterator, Mapping

from rashomon.reconcile.differences.found import Found, counted, listed, side
from rashomon.reconcile.differences.story import Story
from rashomon.records import Procedure, Span, Stage, Vote

ALIKE = 0.1
"""Part of the larger vote by which two tallies of one vote are apart at most; others are of two votes."""
Tally = tuple[int, int]
"""For and against."""


def of_stages(story: Story) -> Iterator[Found]:
    """Yield the votes of a stage that one account counts otherwise than another: a ``conflict``, for the vote was over.

    Only a stage of one day is one vote, and only an account whose sentences on the stage give one tally counts.
    """
    prints = {article.id: article.report for article in story.articles}
    votes = _votes(story)
    for procedure in story.procedures:
        for stage in procedure.stages:
            told: dict[Tally, dict[str, Span]] = {}
            for article, (tally, span) in _tallies(stage, votes):
                told.setdefault(tally, {}).setdefault(prints[article], span)
            if _is_of_one_day(stage) and len(told) > 1 and _are_alike(list(told)):
                yield _found(procedure, stage, told)


def _votes(story: Story) -> Mapping[str, list[tuple[Tally, Span]]]:
    """Return the tallies that each article tells."""
    found: dict[str, list[tuple[Tally, Span]]] = {}
    for reading in story.readings:
        for mention in reading.events:
            tally = None if mention.vote is None else _tally(mention.vote)
            if mention.vote is not None and tally is not None and mention.status == "happened":
                found.setdefault(reading.article, []).append((tally, mention.vote.span))
    return found


def _tally(vote: Vote) -> Tally | None:
    return None if vote.for_ is None or vote.against is None else (vote.for_, vote.against)


def _tallies(stage: Stage, votes: Mapping[str, list[tuple[Tally, Span]]]) -> Iterator[tuple[str, tuple[Tally, Span]]]:
    """Yield for each article the one tally that stands in the sentences that tell of a stage."""
    for article in dict.fromkeys(span.article for span in stage.evidence):
        sentences = [span for span in stage.evidence if span.article == article]
        inside = {
            tally: span
            for tally, span in votes.get(article, ())
            if any(one.start <= span.start and span.end <= one.end for one in sentences)
        }
        if len(inside) == 1:
            yield article, next(iter(inside.items()))


def _is_of_one_day(stage: Stage) -> bool:
    time = stage.time
    return time is not None and time.earliest is not None and time.earliest == time.latest


def _are_alike(tallies: list[Tally]) -> bool:
    sizes = [for_ + against for for_, against in tallies]
    return max(sizes) - min(sizes) <= ALIKE * max(sizes)


def _found(procedure: Procedure, stage: Stage, told: Mapping[Tally, Mapping[str, Span]]) -> Found:
    words = {f"{for_}-{against}": spans for (for_, against), spans in told.items()}
    said = listed([f"{counted(len(spans))}: {tally}" for tally, spans in words.items()])
    return Found(
        kind="conflict",
        slot="how many",
        about=procedure.id,
        sides=tuple(side(tally, spans.values()) for tally, spans in words.items()),
        note=f"One vote is told with different results ({stage.label.lower()}): {said}.",
        reports=sum(len(spans) for spans in words.values()),
    )
