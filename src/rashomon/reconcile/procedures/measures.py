"""Which acts are of one measure: the same treaty or bill under all the names that accounts give it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rashomon.languages.procedures import Definition
from rashomon.reconcile.procedures.acts import Act
from rashomon.reconcile.procedures.things import Thing
from rashomon.records.ids import id_of

LONGEST_NAME = 90
"""Characters of a phrase that may stand for a name."""


@dataclass(slots=True)
class Measure:
    """What goes through a procedure, with the acts that accounts tell of it."""

    acts: list[Act] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)
    modifiers: set[str] = field(default_factory=set)
    apart: bool = False

    def add(self, act: Act, thing: Thing) -> None:
        """Take an act and the phrase by which it names the measure."""
        self.acts.append(act)
        self.things.append(thing)
        self.modifiers |= thing.modifiers
        self.apart = self.apart or thing.apart

    def join(self, other: "Measure") -> None:
        """Take all that is told of another name of the same measure."""
        self.acts += other.acts
        self.things += other.things
        self.modifiers |= other.modifiers

    def entity(self) -> str | None:
        """Return the entity by which most accounts name it."""
        named = Counter(thing.entity for thing in self.things if thing.entity is not None)
        return named.most_common(1)[0][0] if named else None

    def name(self, nouns: frozenset[str]) -> str:
        """Return its name, else the phrase that says most, of a noun in the set where there is one."""
        proper = [thing.name for thing in self.things if thing.entity is not None]
        told = [thing.name for thing in self.things if thing.noun in nouns and len(thing.name) <= LONGEST_NAME]
        titles = [name for name in told if name[:1].isupper() and name.split()[-1][:1].isupper()]
        plain = told or [thing.name for thing in self.things if thing.noun]
        counts = Counter(titles or proper or plain)
        return max(counts, key=lambda name: (len(name.split()) > 1, counts[name], len(name), name))


class Measures:
    """Finds the measures of one kind of procedure."""

    def __init__(self, definition: Definition) -> None:
        """Take the definition whose nouns name them."""
        self.main = frozenset(definition.measures)
        self.laws = frozenset(definition.laws)
        self.topic = frozenset(definition.topic)
        self.is_one = bool(definition.count)
        self.bringing = frozenset(definition.bringing)
        self.free = [mark for rule in definition.stage for mark in (*rule.done, *rule.failed) if not mark.of]

    def of(self, acts: Sequence[Act]) -> list[Measure]:
        """Return the measures that acts are of, in the order of their first act."""
        by_article: dict[str, list[Act]] = defaultdict(list)
        for act in acts:
            by_article[act.article].append(act)
        orphans: list[Act] = []
        found = [measure for told in by_article.values() for measure in self._of_article(told, orphans)]
        found = _joined(found)
        if self.is_one:
            found = self._as_one(found)
        found = self._with_nameless(found)
        known = [measure for measure in found if not measure.apart]
        if len(known) == 1:
            known[0].acts += orphans
        for measure in found:
            self._add_by_event(measure, acts)
        return [measure for measure in found if any(self.is_main(thing) for thing in measure.things)]

    def _as_one(self, found: Sequence[Measure]) -> list[Measure]:
        """Return the measures, those joined that are of the topic: a story tells of one accession."""
        main: Measure | None = None
        kept = []
        for measure in found:
            if measure.apart or not any(self.is_main(thing) for thing in measure.things):
                kept.append(measure)
            elif main is None:
                main = measure
                kept.append(measure)
            else:
                main.join(measure)
        return kept

    def is_main(self, thing: Thing) -> bool:
        """Return whether a phrase names the measure itself, not the law by which it is approved."""
        return thing.noun in self.main and (not self.topic or bool(self.topic & set(thing.name.lower().split())))

    def thing_of(self, act: Act) -> Thing | None:
        """Return the phrase by which an act names the measure."""
        return next((thing for thing in act.things if not thing.noun or thing.noun in self.main | self.laws), None)

    def _of_article(self, acts: Sequence[Act], orphans: list[Act]) -> list[Measure]:
        """Return the measures of an article; acts of one that it does not name are added to ``orphans``."""
        found: list[Measure] = []
        for act in sorted(acts, key=lambda one: one.start):
            thing = self.thing_of(act)
            if thing is None:
                if found and self._goes_on(act, found[-1]):
                    found[-1].acts.append(act)
                continue
            measure = self._known(thing, act, found)
            if measure is None:
                if not thing.noun:
                    orphans.append(act)
                    continue
                measure = Measure(apart=thing.fresh and bool(found))
                found.append(measure)
            else:
                found.remove(measure)
                found.append(measure)
            measure.add(act, thing)
        return found

    def _goes_on(self, act: Act, measure: Measure) -> bool:
        """Return whether an act that names no measure is of the one told last: "... and moves on to the Senate"."""
        if act.verbs & self.bringing and act.to is not None and act.sentence == measure.acts[-1].sentence:
            return True
        return any(act.verbs & set(mark.verbs) and any(word in act.words for word in mark.words) for mark in self.free)

    def _known(self, thing: Thing, act: Act, found: Sequence[Measure]) -> Measure | None:
        """Return the measure of the article that a phrase means, the latest that fits."""
        latest = list(reversed(found))
        if not thing.noun:
            return next((one for one in latest if not one.apart), None)
        if thing.apart or thing.fresh:
            return None
        same = [one for one in latest if not one.apart and self._is_law(one) == (thing.noun in self.laws)]
        named = next((one for one in same if thing.entity is not None and thing.entity == one.entity()), None)
        shared = next((one for one in same if thing.modifiers & one.modifiers), None)
        if named is not None or shared is not None:
            return named or shared
        if thing.definite or not thing.modifiers:
            open_ = next((one for one in same if not thing.modifiers or not one.modifiers), None)
            if open_ is not None and (thing.definite or not open_.modifiers):
                return open_
            if thing.definite and len(same) == 1 and self.laws and thing.noun not in self.laws:
                return same[0]
        return self._law_of(thing, act, latest)

    def _law_of(self, thing: Thing, act: Act, latest: Sequence[Measure]) -> Measure | None:
        """Return the measure that a law approves, or the law of which the measure is told."""
        if thing.noun in self.laws:
            general = thing.ratifies or (thing.definite and not thing.modifiers)
            return next((one for one in latest if general and not self._is_law(one) and not one.apart), None)
        for one in latest:
            last = one.acts[-1]
            near = last.sentence == act.sentence or one.things[-1].ratifies
            if self._is_law(one) and near and not thing.apart and "ratify" in act.verbs | last.verbs:
                return one
        return None

    def _is_law(self, measure: Measure) -> bool:
        return all(thing.noun in self.laws for thing in measure.things if thing.noun)

    def _with_nameless(self, found: list[Measure]) -> list[Measure]:
        """Return the measures, those that nothing tells from others joined to the one that is told most."""
        told = [measure for measure in found if measure.modifiers and not measure.apart]
        if not told:
            told = [measure for measure in found if not measure.apart]
        if not told:
            return found
        main = max(told, key=lambda one: (not self._is_law(one), len({act.article for act in one.acts}), len(one.acts)))
        kept = []
        for measure in found:
            if measure is not main and not measure.modifiers and not measure.apart:
                main.join(measure)
            else:
                kept.append(measure)
        return kept

    def _add_by_event(self, measure: Measure, acts: Sequence[Act]) -> None:
        """Add the acts that name no measure and tell of the same event as one of its acts."""
        events: dict[str, set[str]] = {}
        for act in measure.acts:
            if act.event is not None:
                events.setdefault(act.event.id, set()).update(act.doers)
        known = {(act.article, act.start) for act in measure.acts}
        measure.acts += [
            act
            for act in acts
            if act.event is not None
            and act.event.id in events
            and (act.article, act.start) not in known
            and (not act.doers or not events[act.event.id] or set(act.doers) & events[act.event.id])
            and self.thing_of(act) is None
        ]


def _joined(found: Sequence[Measure]) -> list[Measure]:
    """Return the measures of all articles, joined where they share an event, a name or a word that narrows."""
    roots = list(range(len(found)))

    def root(number: int) -> int:
        while roots[number] != number:
            number = roots[number]
        return number

    first: dict[tuple[str, str], int] = {}
    for number, measure in enumerate(found):
        for key in _keys(measure):
            other = first.setdefault(key, number)
            one, two = sorted((root(number), root(other)))
            roots[two] = one
    joined: dict[int, Measure] = {}
    for number, measure in enumerate(found):
        here = root(number)
        if here in joined:
            joined[here].join(measure)
        else:
            joined[here] = measure
    return list(joined.values())


def _keys(measure: Measure) -> Iterator[tuple[str, str]]:
    if measure.apart:
        yield "apart", id_of("measure", measure.things[0].span)
        return
    for act in measure.acts:
        if act.event is not None:
            yield "event", act.event.id
    for thing in measure.things:
        if thing.entity is not None:
            yield "entity", thing.entity
    for word in sorted(measure.modifiers):
        yield "word", word
