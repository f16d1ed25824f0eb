"""Who is meant by "he", "the senator", "the ministry": mentions resolved inside one article, in reading order.

A small salience model in the manner of Lappin and Leass (1994): those who were named before are weighed by how long ago
that was, whether as a subject, how often, and whether they spoke last; gender and number rule candidates out, and a
choice that is not clear is left open. A definite noun goes to whom the text called by it. Pronouns inside quotations
are left alone: they speak from another place.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Token

from rashomon.annotate.document import Document
from rashomon.annotate.entities import Cluster
from rashomon.annotate.names import Name, called_by
from rashomon.languages.people import Gender, gender_of_noun, offices, people_nouns
from rashomon.languages.stances import reporting_words

Form = Literal["name", "noun", "pronoun"]
Number = Literal["one", "many", "body"]

SINGULAR: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
}
PLURAL = frozenset({"they", "them", "their", "themselves"})
NEUTER = frozenset({"it", "its"})
"""Meant for so much that only one that speaks is looked into."""
WHO = "who"
PRONOUNS = frozenset({*SINGULAR, *PLURAL, WHO})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
NAMING = frozenset({"flat", "compound", "appos", "nmod:desc", "list"})
"""How a name hangs on the noun that says what it names, or the noun on the name."""
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
HOUSES = frozenset({"house", "chamber", "senate", "parliament", "legislature", "committee", "panel", "court", "jury"})
"""Bodies that an organization that spoke is hardly ever called."""
INDEFINITE = frozenset({"a", "an", "another", "one", "some", "several", "many", "other", "two", "three", "few"})

REACH = 12
"""Sentences back in which someone may have been mentioned last to be meant by a pronoun."""
PER_SENTENCE, AS_SUBJECT, SPOKE_LAST, OFTEN, SAME_GENDER, IN_QUOTE = 0.9, 1.2, 1.6, 0.6, 0.8, 1.5
NEAR = 2
"""Sentences after which "the agency" still means the body that spoke last."""
WHO_REACH = 3
"""Tokens before "who" in which the one who is meant stands, where the parse does not tell."""
CLEAR = 0.7
"""How much weightier than the next the one who is meant must be."""


@dataclass(slots=True, eq=False)
class Referent:
    """Someone or something that an article speaks of."""

    number: Number
    cluster: Cluster | None
    """Its names; None for someone who is never named."""
    gender: Gender | None
    lemma: str
    """Of the noun by which an unnamed one is called, else empty."""
    extents: list[tuple[int, int]] = field(default_factory=list)
    """All mentions, as first token and token after the last."""
    last: int = -1
    as_subject: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class _Moment:
    """One mention in reading order."""

    at: int
    start: int
    end: int
    form: Form
    cluster: Cluster | None = None


class Discourse:
    """Reads an article's mentions in order; ``of`` tells afterwards who is meant at a token."""

    def __init__(
        self, document: Document, clusters: Sequence[Cluster], said: Iterable[tuple[int, Sequence[tuple[int, int]]]]
    ) -> None:
        """Take the head of each source of an attribution with the extents of what it says."""
        self.document = document
        self.of: dict[int, Referent] = {}
        """Who is meant, by every token of a name and the head of other mentions."""
        self._named = {id(cluster): _referent(cluster) for cluster in clusters}
        self._people = sorted(
            (name for cluster in clusters if cluster.type == "person" for name in cluster.names),
            key=lambda name: name.start,
        )
        self._by_call = _by_call(self._named.values())
        self._by_noun: dict[str, list[Referent]] = defaultdict(list)
        self._recent: dict[int, Referent] = {}
        """Those mentioned so far, the one mentioned last at the end."""
        self._said = dict(said)
        self._spoke: Referent | None = None
        self._sentence = _sentence_numbers(document)
        for moment in sorted(self._moments(clusters), key=lambda moment: (moment.at, moment.end)):
            self._take(moment)

    def people_named(self, start: int, end: int) -> list[Name]:
        """Return the names of people that begin from one token up to another."""
        low, high = (bisect_left(self._people, place, key=lambda name: name.start) for place in (start, end))
        return self._people[low:high]

    def _moments(self, clusters: Sequence[Cluster]) -> Iterator[_Moment]:
        named = set()
        for cluster in clusters:
            for name in cluster.names:
                named |= _with_roles(name)
                yield _Moment(name.start, name.start, name.end, "name", cluster)
        for token in self.document.doc:
            if token.i in named:
                continue
            if token.lower_ in PRONOUNS or (token.lower_ in NEUTER and token.i in self._said):
                yield _Moment(token.i, token.i, token.i + 1, "pronoun")
            elif token.pos_ == "NOUN" and _is_someone(token):
                start, end = noun_phrase(token)
                yield _Moment(token.i, start, end, "noun")

    def _take(self, moment: _Moment) -> None:
        token = self.document.doc[moment.at]
        if moment.form == "name" and moment.cluster is not None:
            referent: Referent | None = self._named[id(moment.cluster)]
        elif moment.form == "pronoun":
            referent = None if self.document.quoted[moment.at] else self._meant(token)
        else:
            referent = self._called(token)
        if referent is None:
            return
        places = range(moment.start, moment.end) if moment.form == "name" else (moment.at,)
        for place in places:
            self.of[place] = referent
        referent.extents.append((moment.start, moment.end))
        head = self.document.doc[moment.start : moment.end].root if moment.form == "name" else token
        referent.last, referent.as_subject = moment.at, head.dep_ in SUBJECTS
        referent.quoted = self.document.quoted[moment.at]
        referent.gender = referent.gender or SINGULAR.get(token.lower_)
        self._recent.pop(id(referent), None)
        self._recent[id(referent)] = referent
        if self._speaks(head):
            self._spoke = referent

    def _speaks(self, head: Token) -> bool:
        """Tell whether a mention is the source of an attribution: by itself, or with the noun that it names."""
        beside = [child for child in head.children if child.dep_ in NAMING]
        beside += [head.head] if head.dep_ in NAMING else []
        return any(token.i in self._said for token in (head, *beside))

    def _called(self, token: Token) -> Referent | None:
        """Return who a noun means: one who was called so, else someone new when the text introduces someone."""
        lemma = token.lemma_.lower()
        number = _number(token)
        words = {child.lower_ for child in token.children if child.i < token.i}
        owned = any(child.dep_ == "nmod:poss" for child in token.children)
        if not owned and (words & DEFINITE or not words & INDEFINITE):
            before = self._called_before(number, token)
            if before is not None:
                return before
        if number != "many" and words & DEFINITE and not _told_apart(token):
            return None
        found = Referent(number, None, gender_of_noun(lemma), lemma)
        self._by_noun[lemma].append(found)
        return found

    def _called_before(self, number: Number, token: Token) -> Referent | None:
        """Return who was called by the noun: someone with a name, else the last one without who is not told apart."""
        call = called_by(token)[0]
        gender = gender_of_noun(token.lemma_.lower())
        named = {id(one): one for word in offices(call) for one in self._by_call.get((number, word), ())}
        fitting = sorted(
            (one for one in named.values() if not _other_gender(gender, one.gender)), key=lambda one: one.last
        )
        if fitting and (number == "one" or fitting[-1].last >= 0):
            return self._apart(fitting)
        spoke = self._spoke
        definite = any(child.lower_ in DEFINITE for child in token.children)
        if (
            definite
            and token.lemma_.lower() in people_nouns("bodies") - HOUSES
            and spoke is not None
            and _is_organization(spoke)
            and self._ago(spoke, token) <= NEAR
        ):
            return spoke
        unnamed = self._by_noun[token.lemma_.lower()]
        fits = unnamed and unnamed[-1].number == number and not _told_apart(token)
        return unnamed[-1] if fits else None

    def _apart(self, fitting: Sequence[Referent]) -> Referent | None:
        """Return the one mentioned last, unless another was mentioned in the same sentence."""
        if len(fitting) > 1 and self._sentence[fitting[-1].last] == self._sentence[fitting[-2].last]:
            return None
        return fitting[-1]

    def _meant(self, token: Token) -> Referent | None:
        """Return who a pronoun means, when that is clear."""
        if token.lower_ == WHO:
            return self.of.get(antecedent(token, token.head).i)
        gender = SINGULAR.get(token.lower_)
        number: Number = "one" if gender else "many" if token.lower_ in PLURAL else "body"
        contents = self._said.get(token.i, ())
        weights: list[tuple[float, int, Referent]] = []
        for referent in reversed(self._recent.values()):
            if self._ago(referent, token) > REACH:
                break
            if not _can_be(referent, number, gender):
                continue
            weight = self._weight(referent, gender, token)
            if any(start <= referent.last < end for start, end in contents):
                weight -= 2 * IN_QUOTE
            weights.append((weight, referent.last, referent))
        weights.sort(key=lambda one: (-one[0], -one[1]))
        if not weights or (len(weights) > 1 and weights[0][0] - weights[1][0] < CLEAR):
            return None
        return weights[0][2]

    def _ago(self, referent: Referent, token: Token) -> int:
        """Return how many sentences before a token someone was mentioned last."""
        ago: int = self._sentence[token.i] - self._sentence[referent.last]
        return ago

    def _weight(self, referent: Referent, gender: Gender | None, token: Token) -> float:
        weight = -PER_SENTENCE * self._ago(referent, token) + OFTEN * math.log(len(referent.extents) + 1)
        weight += AS_SUBJECT * referent.as_subject + SPOKE_LAST * (referent is self._spoke)
        weight += SAME_GENDER * (gender is not None and referent.gender == gender)
        return weight - IN_QUOTE * referent.quoted


def _referent(cluster: Cluster) -> Referent:
    number: Number = "one" if cluster.type == "person" else "many" if cluster.type == "group" else "body"
    return Referent(number, cluster, cluster.gender, "")


def _by_call(referents: Iterable[Referent]) -> dict[tuple[Number, str], list[Referent]]:
    """Return those with a name by the nouns that may stand for them: people by office, bodies by a word of the name."""
    found: dict[tuple[Number, str], list[Referent]] = defaultdict(list)
    for referent in referents:
        cluster = referent.cluster
        if cluster is not None and referent.number != "many":
            words = cluster.called if referent.number == "one" else {word for form in cluster.forms for word in form}
            for word in words:
                found[referent.number, word].append(referent)
    return found


def _is_organization(referent: Referent) -> bool:
    return referent.cluster is not None and referent.cluster.type == "organization"


def _can_be(referent: Referent, number: Number, gender: Gender | None) -> bool:
    """Tell whether number and gender let someone be meant."""
    if referent.number != number and not (number == "many" and referent.number == "body"):
        return False
    return not _other_gender(gender, referent.gender)


def _sentence_numbers(document: Document) -> list[int]:
    numbers, number = [], -1
    for token in document.doc:
        number += bool(token.is_sent_start)
        numbers.append(number)
    return numbers


def _with_roles(name: Name) -> set[int]:
    """Return the tokens of a name and of the roles beside it, which mention no one else."""
    found = set(range(name.start, name.end))
    for first, after in name.roles:
        found |= set(range(first, after))
    return found


def _is_someone(token: Token) -> bool:
    lemma = token.lemma_.lower()
    kinds = (people_nouns("persons"), people_nouns("bodies"), people_nouns("withheld"), reporting_words("documents"))
    return any(lemma in kind for kind in kinds)


def _number(token: Token) -> Number:
    if token.tag_ in {"NNS", "NNPS"} or token.lemma_.lower() == "people":
        return "many"
    lemma = token.lemma_.lower()
    return "body" if lemma in people_nouns("bodies") | reporting_words("documents") else "one"


def _told_apart(token: Token) -> bool:
    """Tell whether a noun says more closely who is meant ("the official who ...", "the lawyer for the family").

    A clause behind a comma only adds something to one who is known.
    """
    after = (child for child in token.children if child.i > token.i and child.dep_.startswith(("nmod", "acl")))
    return any(child.left_edge.lower_ != "," for child in after)


def _other_gender(one: Gender | None, other: Gender | None) -> bool:
    return one is not None and other is not None and one != other


def noun_phrase(token: Token) -> tuple[int, int]:
    """Return the extent of a noun with what stands before it and its complements, without clauses and appositions."""
    start, end = token.i, token.i + 1
    for child in token.children:
        if child.i < token.i and not child.is_punct and child.dep_ not in {"cc", "case", "mark", "advmod"}:
            start = min(start, child.left_edge.i)
        elif child.i > token.i and child.dep_.startswith(("nmod", "flat", "compound")):
            end = max(end, child.right_edge.i + 1)
    while start < token.i and (token.doc[start].is_punct or token.doc[start].pos_ == "ADP"):
        start += 1
    return start, end


def antecedent(token: Token, verb: Token) -> Token:
    """Return the noun that "who" and "which" stand for, else the token itself."""
    if token.tag_ not in {"WP", "WDT"}:
        return token
    if verb.dep_ == "acl:relcl":
        noun = verb.head
        return noun.head if noun.ent_type_ == "place" and noun.dep_ == "nmod" and token.lower_ == WHO else noun
    before = (token.nbor(-back) for back in range(1, min(token.i, WHO_REACH) + 1))
    return next((noun for noun in before if noun.pos_ in {"NOUN", "PROPN"}), token)
