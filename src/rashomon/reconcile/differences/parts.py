"""Where an event was and who took part, as a part or as the whole: the Duma beside the parliament."""

from collections.abc import Callable, Iterator, Sequence

from rashomon.languages.states import states
from rashomon.reconcile.differences.found import Found, said_by, side
from rashomon.reconcile.differences.story import Telling, Tellings, reports
from rashomon.records import Event, Span

Named = tuple[str, Span]
"""An entity, and the words that name it."""
PLACES = frozenset({"place", "group"})


class Parts:
    """Finds where one account names a part and another the whole."""

    def __init__(self, tellings: Tellings) -> None:
        self.tellings = tellings

    def of(self, event: Event, told: Sequence[Telling]) -> Iterator[Found]:
        """Yield, for the place and for those who act, one difference where reports name only a part or only the whole.

        Always ``finer``. Accounts that name others altogether are of other events, or what one leaves out; they show
        nothing. In which state a town lies, and that a state acts through its capital, goes without saying.
        """
        for slot, named_in in SLOTS.items():
            by_entity: dict[str, list[tuple[Telling, Span]]] = {}
            for telling in told:
                for entity, span in named_in(telling):
                    if entity in self.tellings.entities:
                        by_entity.setdefault(entity, []).append((telling, span))
            pair = next(self._nested(slot, by_entity), None)
            if pair is not None:
                yield _found(event, slot, [by_entity[entity] for entity in pair])

    def _nested(self, slot: str, by_entity: dict[str, list[tuple[Telling, Span]]]) -> Iterator[tuple[str, str]]:
        """Yield each whole and part that are named by different reports only."""
        for part, told in by_entity.items():
            for whole in self.tellings.wholes(part)[1:]:
                others = by_entity.get(whole, [])
                apart = {one.report for one, _ in told}.isdisjoint(one.report for one, _ in others)
                if others and apart and self._matters(slot, part, whole):
                    yield whole, part

    def _matters(self, slot: str, part: str, whole: str) -> bool:
        inner, outer = (self.tellings.entities[one] for one in (part, whole))
        if slot == "who":
            return not {inner.type, outer.type} & PLACES
        return inner.type == outer.type == "place" and outer.name not in states()


def _place(telling: Telling) -> list[Named]:
    place = telling.mention.place
    return [] if place is None or place.entity is None else [(place.entity, place.span)]


def _actors(telling: Telling) -> list[Named]:
    return [(one.entity, one.span) for one in telling.mention.actors if one.role == "agent" and one.entity is not None]


SLOTS: dict[str, Callable[[Telling], list[Named]]] = {"where": _place, "who": _actors}


def _found(event: Event, slot: str, sides: Sequence[Sequence[tuple[Telling, Span]]]) -> Found:
    words = [told[0][1].text for told in sides]
    counts = [reports(telling for telling, _ in told) for told in sides]
    return Found(
        kind="finer",
        slot=slot,
        about=event.id,
        sides=tuple(
            side(text, (telling.account.span for telling, _ in told)) for text, told in zip(words, sides, strict=True)
        ),
        note=f"One names the whole, one a part: {said_by(list(zip(words, counts, strict=True)))}.",
        reports=reports(telling for told in sides for telling, _ in told),
    )
