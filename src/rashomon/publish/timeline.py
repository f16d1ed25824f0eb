"""What happened, as it is listed: the events that a reader needs in the order of time, all others apart."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.publish.citing import LONGEST, Citation, Names, Telling, line, support_in_words
from rashomon.publish.differences import GRAVE, KINDS, by_line
from rashomon.publish.times import in_time, time_in_words
from rashomon.records import Difference, Event, Record, Span
from rashomon.records.findings import Status
from rashomon.values.realities import bears_out

IS = {
    "happened": "",
    "ongoing": "going on",
    "planned": "planned",
    "possible": "possible",
    "denied": "denied",
    "claimed": "claimed",
}
"""How real an event is told to be, in a word of the page."""
OPEN: frozenset[Status] = frozenset({"planned", "possible"})
AS_DONE, AS_OPEN, DENIED = "as done in", "as planned or possible in", "denied in"
HOW: dict[Status, str] = {
    "happened": AS_DONE,
    "ongoing": AS_DONE,
    "claimed": AS_DONE,
    "planned": AS_OPEN,
    "possible": AS_OPEN,
    "denied": DENIED,
}
"""How an account tells an event, before the name of the account."""


@dataclass(frozen=True, slots=True)
class Aside:
    """What differs at an event: how, in a sentence, and the id of the difference."""

    id: str
    kind: str
    is_grave: bool
    note: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as it is listed."""

    event: Event
    when: str
    is_: str
    speaker: str
    """Who claims it, where no account tells it in its own voice and the best sentence has a known speaker."""
    text: str
    best: Citation
    tellings: tuple[Telling, ...]
    """Those that tell it as it is told to be, which its support counts."""
    apart: tuple[tuple[str, tuple[Telling, ...]], ...]
    """The others: how they tell it, and which they are."""
    support: str
    asides: tuple[Aside, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """Events in record order: what several accounts tell, what they tell as to come or possible, what one tells."""

    several: tuple[Entry, ...]
    open_: tuple[Entry, ...]
    single: tuple[Entry, ...]

    def __len__(self) -> int:
        return len(self.several) + len(self.open_) + len(self.single)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The ranked events in the order of time, and the rest."""

    news: tuple[Entry, ...]
    open_: tuple[Entry, ...]
    """What is planned or possible."""
    background: tuple[Entry, ...]
    rest: Rest

    @property
    def is_ranked(self) -> bool:
        """Whether any event is on the timeline; if none is, the rest is all there is to show."""
        return bool(self.news or self.open_ or self.background)


def timeline(record: Record, names: Names) -> Timeline:
    """Return the events of a record as they are listed."""
    differing = by_line(record.differences)
    ranked = sorted(
        (event for event in record.events if event.rank is not None),
        key=lambda event: (*in_time(event.time), event.rank or 0),
    )
    told = list(_told_once(ranked, differing, names))
    others = [_entry(event, event.label, differing, names) for event in record.events if event.rank is None]
    several = [one for one in others if one.event.support.articles > 1]
    return Timeline(
        news=tuple(one for one in told if not one.event.background and one.event.status not in OPEN),
        open_=tuple(one for one in told if not one.event.background and one.event.status in OPEN),
        background=tuple(one for one in told if one.event.background),
        rest=Rest(
            several=tuple(one for one in several if one.event.status not in OPEN),
            open_=tuple(one for one in several if one.event.status in OPEN),
            single=tuple(one for one in others if one.event.support.articles <= 1),
        ),
    )


def _told_once(events: Iterable[Event], differing: Mapping[str, list[Difference]], names: Names) -> Iterator[Entry]:
    """Yield events by their best sentences; one whose sentence stands there already, or is too long, by its clause."""
    seen: set[str] = set()
    for event in events:
        sentence = names.sentence(event.best)
        fits = sentence not in seen and len(sentence) <= LONGEST
        seen.add(sentence)
        yield _entry(event, sentence if fits else event.label, differing, names)


def _entry(event: Event, text: str, differing: Mapping[str, list[Difference]], names: Names) -> Entry:
    best = event.best
    claims = (
        account.claim
        for account in event.accounts
        if account.article == best.article and best.start <= account.trigger.start < best.end
    )
    return Entry(
        event=event,
        when="" if event.time is None else time_in_words(event.time),
        is_=IS[event.status],
        speaker=names.speaker(next(claims, None)) if event.status == "claimed" else "",
        text=line(text),
        best=names.cite(best),
        tellings=names.tellings(one.trigger for one in event.accounts if bears_out(one.status, event.status)),
        apart=tuple(_apart(event, names)),
        support=support_in_words(event.support),
        asides=tuple(
            Aside(one.id, KINDS[one.kind], one.kind in GRAVE, line(one.note)) for one in differing.get(event.id, ())
        ),
    )


def _apart(event: Event, names: Names) -> Iterator[tuple[str, tuple[Telling, ...]]]:
    others: dict[str, list[Span]] = {}
    for account in event.accounts:
        if not bears_out(account.status, event.status):
            others.setdefault(HOW[account.status], []).append(account.trigger)
    for how, spans in others.items():
        yield how, names.tellings(spans)
