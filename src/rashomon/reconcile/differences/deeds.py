"""What one account says was done, or was not, in a form in which a denial can be laid beside what it denies."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rashomon.languages.denials import denial_words
from rashomon.languages.event_families import families, stem
from rashomon.languages.event_words import is_event_noun, says_little
from rashomon.languages.prose import content_words
from rashomon.languages.stances import reporting_words, stances
from rashomon.reconcile.differences.stems import Words, keys, numbers, placed, without
from rashomon.reconcile.differences.story import Telling, Tellings
from rashomon.records import Span
from rashomon.records.findings import Stance
from rashomon.text import words

NEAR = 6
"""Words before a verb among which its negation stands."""
AFFIRMING: frozenset[Stance] = frozenset({"assert", "confirm", "accuse", "praise", "criticise"})
DONE = frozenset({"happened", "ongoing", "claimed"})
HANGING = frozenset({"that", "whether", "if", "because", "as", "how", "why"})
"""Words with which a clause begins that an outlet does not say in its own voice, whoever it is that does."""


Reach = Literal["ever", "once", "until now"]
"""Of which time a denial speaks: who denies, and "never voted", of any; "did not vote" of one that goes without saying;
"has not voted" of that up to its own day, after which it may be done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Who did what to whom, by ids of entities and by stems of words."""

    telling: Telling
    verbs: Words
    agents: Words
    entities: Words
    patients: Words
    """Words of the phrases of what it is done to."""
    numbers: Words
    """Numbers in these phrases."""
    beside: Words
    """All other words that say something, with the prepositions that they hang on."""
    around: Words
    """All words of the clause, with and without their prepositions, and the names of those who take part."""
    light: bool
    """Whether the verb by itself does not say what is done."""
    reach: Reach
    rejects_a_report: bool
    """Whether it is a denial of what others are said to have said by then: "denied allegations that she left"."""


class Deeds:
    """Reads what the accounts of a story affirm and deny."""

    def __init__(self, tellings: Tellings) -> None:
        self.tellings = tellings

    def affirmed(self, telling: Telling) -> Deed | None:
        """Return what an account affirms as done, None when it does not."""
        claim = telling.claim
        if telling.account.status not in DONE or (claim is not None and claim.stance not in AFFIRMING):
            return None
        before = set(_before(telling))
        if before & (denial_words("modal") | denial_words("negations")) or _is_asked(telling) or _is_reported(telling):
            return None
        if claim is None and _begins(telling.account.span) in HANGING:
            return None
        return self._deed(telling)

    def denied(self, telling: Telling) -> Deed | None:
        """Return what an account says was not done; None when it does not, or leaves a part of it open.

        Someone denies it, or the clause itself says so of what is over. That one did not reply denies nothing.
        """
        if telling.account.status != "denied" or _is_asked(telling) or _is_noun(telling):
            return None
        if stem(telling.mention.kind) in _silence() or set(words(telling.account.span.text)) & denial_words("partly"):
            return None
        is_denied = _is_rejected(telling) if _is_contradicted(telling) else _is_negated(telling)
        return self._deed(telling) if is_denied else None

    def _deed(self, telling: Telling) -> Deed:
        mention = telling.mention
        named = [actor for actor in mention.actors if actor.entity is not None]
        patients = _things(telling)
        parts = [*(actor.span for actor in named), *patients, mention.trigger]
        names = [name for actor in named for name in self._names(actor.entity or "")]
        around = [mention.clause.text, *(actor.span.text for actor in mention.actors)]
        return Deed(
            telling=telling,
            verbs=frozenset({mention.kind, stem(mention.kind)}) | families([mention.kind]),
            agents=frozenset(self._parties(actor.entity for actor in mention.actors if actor.role == "agent")),
            entities=frozenset(self._parties(actor.entity for actor in named)),
            patients=keys(span.text for span in patients),
            numbers=numbers(span.text for span in patients),
            beside=placed(without(mention.clause, parts)),
            around=keys([*around, *names]) | placed(around),
            light=says_little(mention.kind),
            reach=_reach(telling),
            rejects_a_report=_rejects_a_report(telling),
        )

    def _parties(self, entities: Iterable[str | None]) -> Iterator[str]:
        return (self.tellings.party(entity) for entity in entities if entity is not None)

    def _names(self, entity: str) -> Iterator[str]:
        """Yield the names of those whom an entity stands for, and what they are."""
        for one in self.tellings.wholes(entity):
            known = self.tellings.entities[one]
            yield from (known.name, *(alias.text for alias in known.aliases), *(role.text for role in known.roles))


def contradicts(denial: Deed, deed: Deed) -> bool:
    """Return whether a denial denies a deed that another account affirms, whatever else may be so.

    It must deny no more than what is affirmed: all that it names, the other names too; who did not serve abroad may
    have served. What is done to may be told in other words where one thing of it is the same, if someone denies it.
    """
    if not denial.verbs & deed.verbs or (denial.agents and not denial.agents & deed.agents):
        return False
    if not denial.entities <= deed.entities or not denial.beside <= deed.around:
        return False
    if denial.light and not denial.patients & deed.around:
        return False
    if denial.patients <= deed.around:
        return True
    alike = bool(denial.patients & deed.patients) and denial.numbers <= deed.numbers
    return alike and _is_contradicted(denial.telling)


def _before(telling: Telling) -> list[str]:
    """Return the words of the clause that stand right before its trigger."""
    span, trigger = telling.account.span, telling.account.trigger
    return words(span.text[: max(0, trigger.start - span.start)])[-NEAR:]


def _is_contradicted(telling: Telling) -> bool:
    return telling.claim is not None and telling.claim.stance == "deny"


def _is_negated(telling: Telling) -> bool:
    """Return whether a clause itself says of someone or something known that it was not done."""
    before = set(_before(telling))
    if before & (denial_words("modal") | denial_words("present")):
        return False
    if not before & (denial_words("past") | denial_words("until_now")):
        return False
    claim = telling.claim
    if _begins(telling.account.span) in HANGING if claim is None else claim.stance not in AFFIRMING:
        return False
    named = any(actor.entity is not None and content_words(actor.span.text) for actor in telling.mention.actors)
    return named or any(_is_definite(span) for span in _things(telling))


def _is_rejected(telling: Telling) -> bool:
    """Return whether a speaker denies that something was done: "denied that she left", "rejected reports that she did".

    Of what else is rejected ("the bill that she wrote") nothing is denied, nor that something was not done.
    """
    clause, claim = telling.account.span, telling.claim
    if claim is None or set(_before(telling)) & (denial_words("negations") | denial_words("modal")):
        return False
    content = next((span for span in claim.content if span.start <= clause.start < span.end), None)
    if content is None or any(span.start < clause.start for span in _things(telling)):
        return False
    return content.start == clause.start or _rejects_a_report(telling)


def _rejects_a_report(telling: Telling) -> bool:
    """Return whether words of saying stand before what is rejected: "allegations that", "assertions by them that"."""
    clause, claim = telling.account.span, telling.claim
    if claim is None or claim.stance != "deny":
        return False
    content = [span for span in claim.content if span.start <= clause.start < span.end]
    between = [word for span in content for word in words(span.text[: clause.start - span.start])]
    return any(stem(word) in _affirming_words() for word in (*words(claim.cue.text)[1:], *between))


def _reach(telling: Telling) -> Reach:
    before = set(_before(telling))
    if _is_contradicted(telling) or "never" in before:
        return "ever"
    return "until now" if before & denial_words("until_now") else "once"


def _is_asked(telling: Telling) -> bool:
    end = telling.account.span.end
    return "?" in telling.article.text[end : end + 2]


def _is_noun(telling: Telling) -> bool:
    last = words(telling.account.trigger.text)[-1:]
    return any(is_event_noun(word) or is_event_noun(word.removesuffix("s")) for word in last)


def _is_reported(telling: Telling) -> bool:
    """Return whether a speaker only says that others say so: "media reports say that she left"."""
    if telling.claim is None:
        return False
    clause = telling.account.span
    held = (span for span in telling.claim.content if span.start < clause.start < span.end)
    before = (word for span in held for word in words(span.text[: clause.start - span.start]))
    return any(stem(word) in _telling_words() for word in before)


def _begins(clause: Span) -> str:
    return next(iter(words(clause.text)), "")


def _things(telling: Telling) -> list[Span]:
    """Return the phrases of what is done to, where it is no entity."""
    return [actor.span for actor in telling.mention.actors if actor.role == "patient" and actor.entity is None]


def _is_definite(phrase: Span) -> bool:
    return _begins(phrase) in denial_words("definite") or any(word[0].isupper() for word in phrase.text.split()[1:])


@cache
def _telling_words() -> Words:
    return frozenset(stem(word) for word in stances()) | denial_words("told")


@cache
def _affirming_words() -> Words:
    return frozenset(stem(word) for word, stance in stances().items() if stance in AFFIRMING) | denial_words("told")


@cache
def _silence() -> Words:
    """Return the stems of the verbs of telling: who did not say denies nothing."""
    return frozenset(stem(word) for word in reporting_words("silence"))
