"""What the name of a body or place tells: whose it is, what kind of body, which chamber, seat, region or publisher."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rashomon.languages.bodies import body_kinds, company_endings
from rashomon.languages.chambers import Chamber, chambers
from rashomon.languages.offices import office_words
from rashomon.languages.publishers import agencies, outlets
from rashomon.languages.regions import Region, regions
from rashomon.languages.seats import Seat, seats
from rashomon.languages.states import State, states
from rashomon.link.entities.words import CACHED, LONGEST, Words, words_of

SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "national", "federal", "state"})
"""Words that tell nothing of what kind a body is."""
LINKS = frozenset({"of", "the", "and", "for", "de", "in", "on"})
LONGEST_STATE = 4
GENERIC = frozenset({"assembly", "chamber", "commons", "congress", "council", "diet", "house", "lords", "parliament"})
GENERIC_WORDS = GENERIC | {"national", "senate", "federal", "supreme", "first", "second"}
"""Words of which a name of a chamber may consist without telling the state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What is known of a body or place by its name alone."""

    words: Words
    """Its words, without the ending of a company."""
    rest: Words
    """Its words without those that name a state."""
    owner: str | None
    """Code of the state that the name tells beside other words: "South Korean Defense Ministry"."""
    state: State | None
    """The state, capital or people that it names as a whole."""
    region: Region | None
    seat: Seat | None
    chambers: tuple[Chamber, ...]
    """Chambers that it may be."""
    kind: str | None
    """What kind of body of a state it is, before it the field: ``"defence ministry"``."""
    publisher: str | None


@lru_cache(CACHED)
def body_of(text: str) -> Body:
    """Return what a name of a body or place tells."""
    text = " ".join(text[:LONGEST].split())
    text = text.removeprefix("the ").removeprefix("The ").strip("'\"“”‘’ ")
    words = words_of(text) or (text.casefold(),)
    while len(words) > 1 and words[-1] in company_endings():
        words = words[:-1]
    state = states().get(text) or states().get(text.removesuffix(".")) or _shouted(text)
    region = regions().get(text)
    owner, bare = _owned(text) if state is None and region is None else (None, text)
    rest = words_of(bare) if owner else words
    seat = seats().get(bare.lower()) or seats().get(text.lower())
    kind = _kind(rest)
    return Body(
        words=words,
        rest=rest or words,
        owner=owner,
        state=state,
        region=region,
        seat=seat if seat is not None and owner in {None, seat.state} else None,
        chambers=_chambers(text, bare, owner),
        kind=kind,
        publisher=_publisher(text),
    )


def says_its_state(body: Body) -> bool:
    """Return whether a chamber's name is that of one state only, and made of no words that many states use."""
    return len(body.chambers) == 1 and not set(body.words) <= GENERIC_WORDS


def _shouted(text: str) -> State | None:
    return states().get(text.title()) if text.isupper() and len(text) > LONGEST_STATE else None


def _owned(text: str) -> tuple[str | None, str]:
    """Return the state that a name tells beside other words, and the name without it."""
    words = text.split()
    for size in range(min(LONGEST_STATE, len(words) - 1), 0, -1):
        first = " ".join(words[:size]).removesuffix("'s").removesuffix("’s").rstrip("'’")
        if (state := states().get(first)) is not None and state.by != "capital":
            return state.code, " ".join(words[size:])
        last = " ".join(words[-size:])
        linked = len(words) > size + 1 and words[-size - 1].lower() in {"of", "in", "the", "for"}
        if linked and (state := states().get(last)) is not None and state.by == "name":
            left = words[:-size]
            while left and left[-1].lower() in LINKS:
                left.pop()
            return state.code, " ".join(left)
    return None, text


def _chambers(text: str, bare: str, owner: str | None) -> tuple[Chamber, ...]:
    known = chambers().get(text.lower()) or chambers().get(bare.lower()) or ()
    return tuple(chamber for chamber in known if owner in {None, chamber.state})


def _kind(words: Words) -> str | None:
    """Return the kind of a body whose words all tell of its kind and field."""
    kind = None
    fields: list[str] = []
    for meaning, is_kind in _meanings(words):
        if is_kind and kind is None:
            kind = meaning
        elif meaning and not is_kind:
            fields.append(meaning)
        else:
            return None
    if kind is None or (kind in {"ministry", "office", "committee"} and not fields):
        return None
    return " ".join([*sorted(set(fields)), kind])


def _meanings(words: Words) -> Iterator[tuple[str, bool]]:
    """Yield what the words of a body's name mean, and whether it is a kind; nothing for a word that is neither."""
    at = 0
    while at < len(words):
        for size in range(min(3, len(words) - at), 0, -1):
            gram = words[at : at + size]
            if gram in body_kinds():
                yield body_kinds()[gram], True
            elif gram in office_words("fields"):
                yield office_words("fields")[gram], False
            else:
                continue
            at += size
            break
        else:
            if words[at] not in SMALL:
                yield "", False
            at += 1


def _publisher(text: str) -> str | None:
    """Return the outlet or agency that a name is for certain: none that is an ordinary word too."""
    for known in (agencies(), outlets()):
        for form in (text, f"The {text}"):
            name = known.by_form.get(form.casefold())
            if name is not None and known.pattern.fullmatch(form):
                return name
    return None
