"""How the names of people are spelled, and which of two names a place or body is given."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein

from rashomon.languages.wordings import names_one_thing
from rashomon.reconcile.differences.found import Found, said_by, side
from rashomon.reconcile.differences.story import Tellings
from rashomon.records import Entity, Span
from rashomon.text import WORD, words

SHORTEST = 4
"""Letters of a word of a name whose spelling can be told from another word."""
MOST_EDITS = 2
ALIKE = 0.7
"""How alike two spellings are at least, from 0 to 1."""

Forms = dict[str, list[Span]]
"""The mentions in each of two forms."""


def spellings(entities: Iterable[Entity], tellings: Tellings) -> Iterator[Found]:
    """Yield the people whose names reports spell in two ways, as ``wording``: Zelensky, Zelenskyy.

    Capitals, accents and hyphens are no other spelling, nor is a word that one mention has beside the other.
    """
    for entity in entities:
        if entity.type == "person" and len(entity.aliases) > 1:
            forms = next((forms for forms in _spelled(entity, tellings) if _by_others(forms, tellings)), None)
            if forms is not None:
                yield _found(entity, forms, tellings, "{} is spelled in two ways: {}.")


def other_names(entities: Iterable[Entity], tellings: Tellings) -> Iterator[Found]:
    """Yield what reports call by two names whose choice a reader notices, as ``wording``: Kyiv, Kiev."""
    for entity in entities:
        for pair in combinations([alias.text for alias in entity.aliases], 2):
            if names_one_thing(*pair):
                told = [span for span in entity.mentions if span.article in tellings.articles]
                forms = {name: [span for span in told if span.text == name] for name in pair}
                if _by_others(forms, tellings):
                    yield _found(entity, forms, tellings, "{} is called by two names: {}.")


def _spelled(entity: Entity, tellings: Tellings) -> Iterator[Forms]:
    """Yield each two spellings of one word of a name, as they are first written."""
    mentions: dict[str, list[Span]] = {}
    written: dict[str, str] = {}
    for span in entity.mentions:
        if span.article in tellings.articles:
            for match in WORD.finditer(span.text):
                form = match.group().removesuffix("'s").removesuffix("’s")
                word = anyascii(form).lower()
                if len(word) >= SHORTEST:
                    written.setdefault(word, form)
                    mentions.setdefault(word, []).append(span)
    for one, other in combinations(sorted(mentions), 2):
        is_plural = one + "s" == other or other + "s" == one
        are_apart = not set(mentions[one]) & set(mentions[other])
        if not is_plural and are_apart and _are_alike(one, other) and not _is_joined(one, other, mentions):
            yield {written[word]: mentions[word] for word in (one, other)}


def _are_alike(one: str, other: str) -> bool:
    edits = DamerauLevenshtein.distance(one, other, score_cutoff=MOST_EDITS)
    return 0 < edits <= MOST_EDITS and 1 - edits / max(len(one), len(other)) >= ALIKE


def _is_joined(one: str, other: str, mentions: Forms) -> bool:
    """Return whether the longer word is the shorter with what stands before it: ElBaradei, El-Baradei."""
    short, long = sorted((one, other), key=len)
    return any(long in "".join(words(anyascii(span.text).replace("-", ""))) for span in mentions[short])


def _by_others(forms: Forms, tellings: Tellings) -> bool:
    """Return whether each form is found, and not all in the same reports."""
    one, other = ({tellings.report(span.article) for span in spans} for spans in forms.values())
    return bool(one and other) and one != other


def _found(entity: Entity, forms: Forms, tellings: Tellings, sentence: str) -> Found:
    counts = {form: len({tellings.report(span.article) for span in spans}) for form, spans in forms.items()}
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return Found(
        kind="wording",
        slot="how named",
        about=entity.id,
        sides=tuple(side(form, _first_of_each(forms[form])) for form, _ in ordered),
        note=sentence.format(entity.name, said_by(ordered, "write")),
        reports=0,
    )


def _first_of_each(spans: Iterable[Span]) -> list[Span]:
    """Return the first mention of each article."""
    first: dict[str, Span] = {}
    for span in spans:
        first.setdefault(span.article, span)
    return list(first.values())
