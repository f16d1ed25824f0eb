"""Which boards a story has: one for each measure and each state whose procedure accounts tell of."""

from collections.abc import Iterator, Sequence

from rashomon.languages.procedures import Definition
from rashomon.reconcile.differences.story import Story
from rashomon.reconcile.procedures.acts import Acts
from rashomon.reconcile.procedures.board import Board, Setting
from rashomon.reconcile.procedures.bodies import Bodies
from rashomon.reconcile.procedures.counts import counted
from rashomon.reconcile.procedures.measures import Measure, Measures
from rashomon.reconcile.procedures.told import Told
from rashomon.reconcile.support import Sources
from rashomon.records import Procedure


def boards(story: Story, definitions: Sequence[Definition]) -> tuple[Procedure, ...]:
    """Return how far the measures of a story have come, the most told first.

    A measure that goes through the procedure of one definition is none of a later one. Nothing is given for what is
    only mentioned: a stage must be told at the head of an article, as news.
    """
    bodies = Bodies(story)
    sources = Sources(story.articles, story.claims)
    found: list[tuple[int, int, Procedure]] = []
    taken: set[tuple[str, int]] = set()
    for definition in definitions:
        acts = Acts(story, bodies, _verbs(definition), frozenset((*definition.measures, *definition.laws)))
        free = [act for act in acts.all() if (act.article, act.start) not in taken]
        for measure in Measures(definition).of(free):
            made = list(_boards(measure, definition, story, bodies, sources))
            if made:
                taken |= {(act.article, act.start) for act in measure.acts}
            weight = len({act.article for act in measure.acts})
            found += [(-weight, len(found) + number, board) for number, board in enumerate(made)]
    return tuple(board for _, _, board in sorted(found, key=lambda one: one[:2]))


def _boards(
    measure: Measure, definition: Definition, story: Story, bodies: Bodies, sources: Sources
) -> Iterator[Procedure]:
    """Yield a board for each state whose procedure for a measure accounts tell of."""
    told = Told(measure, definition, bodies)
    if not told.is_news():
        return
    name = measure.name(frozenset(definition.measures))
    for party, own in told.by_party():
        setting = Setting(
            party=party,
            brought=told.brought(party),
            halfway=told.halfway(party),
            has_two=told.has_two(party, own),
            counted=counted(definition, story),
        )
        board = Board(definition, setting, own, bodies, sources)
        procedure = board.procedure(name, measure.entity())
        if procedure is not None:
            yield procedure


def _verbs(definition: Definition) -> frozenset[str]:
    marks = [mark for rule in definition.stage for mark in (*rule.done, *rule.failed)]
    marks += [mark for count in definition.count for mark in count.member]
    marks += [mark for ending in definition.ending for mark in ending.done]
    marks += [mark for reopening in definition.reopening for mark in reopening.done]
    return frozenset((*(verb for mark in marks for verb in mark.verbs), *definition.bringing, "vote"))
