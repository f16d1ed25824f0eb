"""How the accounts of a story differ, slot by slot, and whether they agree."""

from collections.abc import Iterator

from rashomon.reconcile.differences.found import Found
from rashomon.reconcile.differences.how_many import of_figure, of_vote
from rashomon.reconcile.differences.naming import Naming
from rashomon.reconcile.differences.parts import Parts
from rashomon.reconcile.differences.plans import planned_then_done
from rashomon.reconcile.differences.ranking import agreed, ranked
from rashomon.reconcile.differences.spelling import other_names, spellings
from rashomon.reconcile.differences.story import Story, Tellings
from rashomon.reconcile.differences.tallies import of_stages
from rashomon.reconcile.differences.voices import Voices
from rashomon.reconcile.differences.when import when
from rashomon.reconcile.differences.whether import Whether
from rashomon.records import Difference

__all__ = ["Story", "agreed", "differences"]


def differences(story: Story) -> tuple[Difference, ...]:
    """Return the differences between the accounts of a story, the most serious first; ``wording`` is last."""
    return ranked(_found(story), story.events, story.figures)


def _found(story: Story) -> Iterator[Found]:
    tellings = Tellings(story)
    voices = Voices(tellings)
    whether, parts, naming = Whether(voices), Parts(tellings), Naming(story.entities, tellings)
    told_events = [(event, tellings.of(event)) for event in story.events]
    for event, told in told_events:
        yield from when(event, told)
        yield from whether.of(event, told)
        if event.rank is not None:
            yield from planned_then_done(event, told)
        yield from parts.of(event, told)
        yield from of_vote(event, told)
    yield from of_stages(story)
    yield from naming.of(told_events)
    yield from spellings(story.entities, tellings)
    yield from other_names(story.entities, tellings)
    for figure in story.figures:
        yield from of_figure(figure, voices)
