"""Which claims report one statement: one speaker, one saying, told by one article or by several.

Sayings are taken in record order; each joins the statement with which it has the strongest reasons in common, or opens
one. Candidates share the speaker (or what the speaker is part of) and a word that tells much, or five quoted words, so
the work grows with the claims, not with their pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date

import msgspec

from rashomon.link.statements.pairs import SHORT_QUOTATION, Comparison, Speakers
from rashomon.link.statements.sayings import Saying, Sayings
from rashomon.records import Article, Claim, Entity

MOST_TELLING = 10
"""Words of a saying by which candidates are found."""
CROWDED = 60
"""Statements that share a key before it is of no use."""
COMPARED = 8
"""Statements that a saying is compared with, those first that share most keys."""
MEMBERS = 5
"""Sayings of a statement that one more is compared with."""


class _Statements:
    """The statements found so far."""

    def __init__(self, comparison: Comparison, speakers: Speakers) -> None:
        self._comparison = comparison
        self._speakers = speakers
        self._by_key: defaultdict[Hashable, list[int]] = defaultdict(list)
        self.members: list[list[Saying]] = []

    def add(self, saying: Saying) -> None:
        """Put a saying to the statement that it tells."""
        keys = list(self._keys(saying))
        place = self._told(saying, keys)
        if place is None:
            place = len(self.members)
            self.members.append([])
        self.members[place].append(saying)
        for key in keys:
            known = self._by_key[key]
            if len(known) < CROWDED and place not in known:
                known.append(place)

    def _told(self, saying: Saying, keys: Iterable[Hashable]) -> int | None:
        counts = Counter(place for key in keys for place in self._by_key.get(key, ()))
        best: tuple[float, int] | None = None
        for place in sorted(counts, key=lambda place: (-counts[place], place))[:COMPARED]:
            weight = self._weight(saying, self.members[place])
            if weight and (best is None or weight > best[0]):
                best = weight, place
        return None if best is None else best[1]

    def _weight(self, saying: Saying, members: Sequence[Saying]) -> float:
        """Return the weight of the strongest reasons; 0 when the speaker is another than that of any member."""
        if any(self._speakers.match(saying, member) is False for member in members):
            return 0.0
        return max(
            sum(reason.weight for reason in self._comparison.reasons(saying, member)) for member in members[:MEMBERS]
        )

    def _keys(self, saying: Saying) -> Iterator[Hashable]:
        """Yield what sayings of one statement have in common, each key once."""
        order = sorted(saying.weights, key=lambda word: (-self._comparison.telling(saying, word), word))
        voices = sorted({self._speakers.widest(speaker) for speaker in saying.speakers}) or [" ".join(saying.voice)]
        for voice in voices:
            if voice:
                yield from ((voice, word) for word in order[:MOST_TELLING])
        yield saying.report, tuple(word.text for word in saying.words)
        texts = [word.text if word.quoted else "" for word in saying.words]
        runs = zip(*(texts[start:] for start in range(SHORT_QUOTATION)), strict=False)
        yield from dict.fromkeys(run for run in runs if all(run))


def with_statements(
    claims: Iterable[Claim], entities: Iterable[Entity], articles: Sequence[Article]
) -> tuple[Claim, ...]:
    """Return the claims, in the order in which they come, with one ``statement`` for all that report the same.

    Claims name their speakers by the entities of the story. A statement has the id that its first claim in record order
    came with.
    """
    given = tuple(claims)
    order = {article.id: (article.published.earliest or date.max, article.id) for article in articles}
    places = sorted(
        range(len(given)), key=lambda place: (*order[given[place].article], given[place].cue.start, given[place].id)
    )
    told: dict[tuple[str, str], list[tuple[int, Claim]]] = {}
    for place in places:
        told.setdefault((given[place].article, given[place].statement), []).append((place, given[place]))
    speakers = Speakers(entities)
    found = _Statements(Comparison(articles, speakers), speakers)
    sayings = Sayings(articles)
    for cued in told.values():
        found.add(sayings.of(cued))
    ids = {place: members[0].statement for members in found.members for saying in members for place in saying.claims}
    return tuple(msgspec.structs.replace(claim, statement=ids[place]) for place, claim in enumerate(given))
