"""Whether something was done: what one affirms and another denies."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from rashomon.reconcile.differences.deeds import Deed, Deeds, contradicts
from rashomon.reconcile.differences.found import Found, clause, listed, quoted, side
from rashomon.reconcile.differences.story import Telling, first_day, last_day, reports
from rashomon.reconcile.differences.voices import Voices
from rashomon.records import Event, Published
from rashomon.values.intervals import ALWAYS, Interval
from rashomon.values.timex import happening

MOST_DENIALS = 40
"""Denials of one event that are laid beside what they deny, so that the cost stays in proportion to its accounts."""


class Whether:
    """Finds what is disputed about the deeds of a story."""

    def __init__(self, voices: Voices) -> None:
        self.voices = voices
        self.tellings = voices.tellings
        self.deeds = Deeds(voices.tellings)

    def of(self, event: Event, tellings: Sequence[Telling]) -> Iterator[Found]:
        """Yield the difference between those who affirm an event and those who deny it, of one moment.

        ``status``: a denial that names no more than what is affirmed, by another voice, of what was then told already
        or is dated before. ``unclear``: someone denies what may have been done only after that. That others told
        before that it was not done yet is no difference.
        """
        denials = [deed for telling in tellings if (deed := self.deeds.denied(telling)) is not None][:MOST_DENIALS]
        if not denials:
            return
        deeds = [deed for telling in tellings if (deed := self.deeds.affirmed(telling)) is not None]
        disputed = [(deed, denial) for denial in denials for deed in deeds if self._disputed(deed, denial)]
        sure = {id(pair) for pair in disputed if self._is_before(pair[0].telling, pair[1])}
        pairs = [pair for pair in disputed if id(pair) in sure or pair[1].reach == "ever"]
        kind: Literal["status", "unclear"] = "status" if sure else "unclear"
        affirmed, denied = self._by_others(
            _tellings(deed for deed, _ in pairs), _tellings(denial for _, denial in pairs)
        )
        if not affirmed or not denied:
            return
        yield Found(
            kind=kind,
            slot="whether",
            about=event.id,
            sides=(
                side(clause(affirmed[0].account.span.text), (one.account.span for one in affirmed)),
                side(clause(_denying_words(denied[0])), (one.account.span for one in denied)),
            ),
            note=self._note(kind, affirmed, denied),
            reports=reports([*affirmed, *denied]),
        )

    def _disputed(self, deed: Deed, denial: Deed) -> bool:
        """Return whether another voice denies just this."""
        if not contradicts(denial, deed):
            return False
        return not self._keys([deed.telling]) & self._keys([denial.telling])

    def _by_others(self, affirmed: list[Telling], denied: list[Telling]) -> tuple[list[Telling], list[Telling]]:
        """Leave out, on the side where others stand too, the accounts of those who speak on both."""
        both = self._keys(affirmed) & self._keys(denied)
        deny = [one for one in denied if not self._keys([one]) & both]
        if deny:
            return affirmed, deny
        return [one for one in affirmed if not self._keys([one]) & both], denied

    def _keys(self, tellings: Iterable[Telling]) -> set[str]:
        return {voice.key for one in tellings for voice in self.voices.of(one.article, one.claim)}

    def _is_before(self, deed: Telling, denial: Deed) -> bool:
        """Return whether what is affirmed was done, or told as done, by the time of the denial.

        "Has not" speaks of the time up to its day, so what is affirmed must be older than that day; "did not" of a time
        that goes without saying, so that the other must say no other. Who denies allegations has heard the accusation.
        """
        if denial.rejects_a_report and deed.claim is not None and deed.claim.stance == "accuse":
            return True
        denied = self._published(denial.telling)
        told, done = last_day(self._published(deed)), _days(deed).latest or date.max
        if denial.reach == "until now":
            return min(told, done) < first_day(denied)
        of_one_time = denial.reach == "ever" or _days(deed) == _days(denial.telling)
        return of_one_time and min(told, done) <= last_day(denied)

    def _published(self, telling: Telling) -> Published:
        """Return when the report was published that an article is a print of."""
        return self.tellings.articles[telling.report].published

    def _note(self, kind: str, affirmed: Sequence[Telling], denied: Sequence[Telling]) -> str:
        closing = "" if kind == "status" else " It is not clear whether both speak of the same time."
        return (
            f"Affirmed by {self._named(affirmed)}, disputed by {self._named(denied)}: "
            f"{quoted(clause(affirmed[0].account.span.text))}.{closing}"
        )

    def _named(self, tellings: Iterable[Telling]) -> str:
        voices: dict[str, str] = {}
        for telling in tellings:
            for voice in self.voices.of(telling.article, telling.claim):
                voices.setdefault(voice.key, voice.name)
        return listed(list(dict.fromkeys(voices.values())))


def _tellings(deeds: Iterable[Deed]) -> list[Telling]:
    """Return each account once."""
    return list({(one.telling.article.id, one.telling.account.trigger.start): one.telling for one in deeds}.values())


def _days(telling: Telling) -> Interval:
    return ALWAYS if telling.time is None else happening(telling.time, telling.mention.trigger)


def _denying_words(telling: Telling) -> str:
    """Return the words of a denial, from the verb on by which the speaker denies."""
    span, claim = telling.account.span, telling.claim
    if claim is None or claim.stance != "deny" or not claim.cue.start < span.start:
        return span.text
    return telling.article.text[claim.cue.start : span.end]
