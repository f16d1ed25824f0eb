"""What linking needs to know of one telling of an event, taken from the language model's marks of an article."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from rashomon.languages.event_families import families, stem
from rashomon.languages.event_words import brings_to_nothing, verb_of
from rashomon.languages.number_words import number_words
from rashomon.languages.prose import function_words
from rashomon.link.events.constraints import UNKNOWN, Facts
from rashomon.model.language import COMPONENT

Vector = npt.NDArray[np.float32]

WILLING = frozenset({"will", "wo", "'ll", "’ll", "would", "shall", "should", "must", "can", "ca", "may", "might"})
"""Auxiliaries with which "not" does not say that nothing happened: "will not run", "cannot be ended"."""
NOT = frozenset({"not", "n't", "n’t", "never", "without"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
SO_FAR = frozenset({"yet", "before", "until", "previously", "again", "anymore", "longer", "only"})
"""Words with which "not" is of some time alone."""
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
NOMINAL = frozenset({"NOUN", "PROPN"})
PREDICATES = frozenset({"VERB", "AUX", "ADJ"})
SHARING = frozenset({"conj", "xcomp", "advcl", "ccomp", "parataxis"})
"""Relations through which a verb without a subject takes that of the verb it hangs on."""
PHRASE = frozenset({"compound", "amod", "flat", "nummod", "appos"})
INNER = frozenset({"compound", "flat"})
NEAR = 6
"""Words on either side of a trigger that count as near."""
CHAIN = 4
WIDTH = 384
LONGEST_WORD = 60
"""Letters above which a token is no word."""
NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One telling of an event. Words are lemmas in lower case; vectors have length 1, or 0 where nothing is known."""

    article: str
    place: int
    """Where the trigger stands in its article; orders the mentions of one article."""
    sentence: int
    kind: str
    """Lemma of the trigger, for a noun that of its verb where it is known."""
    words: tuple[str, ...]
    """Words of the trigger."""
    part_of_speech: str
    telling: str = ""
    """TimeML class as the language model has it, empty where it sees no event."""
    status: str = ""
    limited: bool = False
    """Whether it is not plainly told not to have happened: "will not run", "refused to run", "had not run yet"."""
    agents: frozenset[str] = NO_WORDS
    patients: frozenset[str] = NO_WORDS
    others: frozenset[str] = NO_WORDS
    objects: frozenset[str] = NO_WORDS
    """Nouns by which that is called to which it happens, without what narrows them; of "shells and guns" both."""
    around: frozenset[str] = NO_WORDS
    """Content words near the trigger."""
    beside: frozenset[str] = NO_WORDS
    """Content words of its sentence."""
    names: frozenset[str] = NO_WORDS
    places: frozenset[str] = NO_WORDS
    times: frozenset[str] = NO_WORDS
    """Words of the names, places and time expressions of its sentence."""
    numbers: frozenset[str] = NO_WORDS
    facts: Facts = UNKNOWN
    """What keeps it apart from others."""
    in_context: Vector
    """Embedding of the trigger where it stands, (384,)."""
    alone: Vector
    """Embedding of the words of the trigger by themselves, (384,)."""
    patient: Vector
    """Embedding of the words that name who or what it happens to, (384,)."""
    of_sentence: Vector
    """Embedding of its sentence, (384,)."""
    families: frozenset[str] = field(init=False)
    stems: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Look up the families and stems of its words."""
        object.__setattr__(self, "families", families((*self.words, self.kind)))
        object.__setattr__(self, "stems", frozenset(map(stem, (*self.words, self.kind))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An article as far as the linking of events goes."""

    article: str
    words: Mapping[str, int]
    """Its content words with their numbers."""
    names: Mapping[str, int]
    """Those of them that are parts of names."""
    meaning: Vector
    """Mean embedding, of length 1."""
    mentions: tuple[Mention, ...]


class MentionReader:
    """Makes the mentions of an article out of the language model's marks; keeps the embeddings of single triggers."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._alone: Callable[[str], Vector] = lru_cache(maxsize=20_000)(self._read_alone)

    def read(self, article: str, doc: Doc, triggers: Sequence[Sequence[int]]) -> Telling:
        """Return an article with its mentions, in the order given; a trigger is the places of its tokens."""
        marks = _Marks(doc)
        content = [token for token in doc if is_content(token) and not token.like_url]
        return Telling(
            article=article,
            words=Counter(token.lemma_.lower() for token in content),
            names=Counter(token.lemma_.lower() for token in content if token.ent_type_),
            meaning=_whole(doc),
            mentions=tuple(self._mention(article, marks, places) for places in triggers),
        )

    def _read_alone(self, words: str) -> Vector:
        found = self._nlp.get_pipe(COMPONENT).meanings(self._nlp.make_doc(words))
        return unit(found.mean(axis=0)) if len(found) else np.zeros(WIDTH, np.float32)

    def _mention(self, article: str, marks: "_Marks", places: Sequence[int]) -> Mention:
        doc, own = marks.doc, frozenset(places)
        tokens = [doc[place] for place in places]
        head = _head(tokens, own)
        lemma = head.lemma_.lower()
        words = tuple(token.lemma_.lower() for token in tokens if token.lower_ not in function_words())
        words = words or tuple(token.lower_ for token in tokens)
        sentence = marks.around(head.i)
        roles: dict[str, list[Token]] = {}
        for role, token in actors(head):
            if token.i not in own:
                roles.setdefault(role, []).append(token)
        telling, status = marks.told.get(head.i, ("", ""))
        patients = [token.i for token in roles.get("patient", ())]
        inside = {place: word for place, word in sentence.content.items() if place not in own}
        return Mention(
            article=article,
            place=head.i,
            sentence=marks.sentence[head.i],
            kind=lemma if head.pos_ == "VERB" else verb_of(lemma),
            words=words,
            part_of_speech=head.pos_,
            telling=telling,
            status=status,
            limited=_is_limited(head),
            agents=_named(roles.get("agent", ()), own),
            patients=_named(roles.get("patient", ()), own),
            others=_named(roles.get("other", ()), own),
            objects=frozenset(word for token in roles.get("patient", ()) for word in _nouns(token)),
            around=frozenset(word for place, word in inside.items() if abs(place - head.i) <= NEAR),
            beside=frozenset(inside.values()),
            names=sentence.names,
            places=sentence.places,
            times=sentence.times,
            numbers=sentence.numbers,
            in_context=_mean(doc, places),
            alone=self._alone(" ".join(words)[: 4 * LONGEST_WORD]),
            patient=_mean(doc, patients),
            of_sentence=sentence.meaning,
        )


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What the mentions of one sentence share."""

    content: Mapping[int, str]
    """Lemmas of its content words by their places."""
    names: frozenset[str]
    places: frozenset[str]
    times: frozenset[str]
    numbers: frozenset[str]
    meaning: Vector


class _Marks:
    """The marks of one article by token."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.told = {span.start: (span.label_, span._.status or "") for span in doc.spans.get("events", ())}
        self.sentence: list[int] = []
        self._times = {place for span in doc.spans.get("times", ()) for place in range(span.start, span.end)}
        self._extents: list[tuple[int, int]] = []
        self._read: dict[int, _Sentence] = {}
        for number, sentence in enumerate(_sentences(doc)):
            self.sentence += [number] * (sentence.end - sentence.start)
            self._extents.append((sentence.start, sentence.end))

    def around(self, place: int) -> _Sentence:
        """Return the sentence that a token stands in."""
        number = self.sentence[place]
        if number not in self._read:
            self._read[number] = self._sentence(*self._extents[number])
        return self._read[number]

    def _sentence(self, first: int, after: int) -> _Sentence:
        tokens = self.doc[first:after]
        content = {token.i: token.lemma_.lower() for token in tokens if is_content(token)}
        return _Sentence(
            content=content,
            names=frozenset(content[token.i] for token in tokens if token.ent_type_ and token.i in content),
            places=frozenset(content[token.i] for token in tokens if token.ent_type_ == "place" and token.i in content),
            times=frozenset(
                token.lower_
                for token in tokens
                if token.i in self._times and (token.i in content or token.pos_ == "ADV")
            ),
            numbers=frozenset(
                token.lower_[:LONGEST_WORD] for token in tokens if token.pos_ == "NUM" and token.i not in self._times
            ),
            meaning=_mean(self.doc, [token.i for token in tokens if not token.is_space]),
        )


def _sentences(doc: Doc) -> Iterator[Span]:
    if len(doc):
        yield from doc.sents


def unit(vector: Vector) -> Vector:
    """Return a vector at length 1; a vector of zeros stays one."""
    norm = np.linalg.norm(vector)
    return np.asarray(vector / norm if norm else vector, np.float32)


def _mean(doc: Doc, places: Sequence[int]) -> Vector:
    if not places or not len(doc.tensor):
        return np.zeros(WIDTH, np.float32)
    return unit(doc.tensor[list(places)].astype(np.float32).mean(axis=0))


def _whole(doc: Doc) -> Vector:
    return _mean(doc, [token.i for token in doc if not token.is_space])


def is_content(token: Token) -> bool:
    """Return whether a word says what a text is about."""
    return (
        token.pos_ in CONTENT
        and len(token) <= LONGEST_WORD
        and token.lemma_.lower() not in function_words()
        and any(character.isalnum() for character in token.text)
    )


def _head(tokens: Sequence[Token], own: frozenset[int]) -> Token:
    """Return the word of a trigger that the others hang on."""
    heads = [token for token in tokens if token.head.i not in own or token.head.i == token.i] or list(tokens)
    return next((token for token in heads if token.pos_ in PREDICATES | NOMINAL), heads[0])


def _named(tokens: Sequence[Token], own: frozenset[int]) -> frozenset[str]:
    """Return the content words by which participants are called: no pronouns, no clauses."""
    words: set[str] = set()
    for token in tokens:
        if token.pos_ in {"PRON", "DET"}:
            continue
        phrase = [token]
        for child in token.children:
            if child.dep_ in PHRASE or child.dep_.startswith("nmod"):
                phrase.append(child)
                phrase += [below for below in child.children if below.dep_ in INNER]
        words |= {one.lemma_.lower() for one in phrase if one.i not in own and is_content(one)}
    return frozenset(words)


def _nouns(token: Token) -> Iterator[str]:
    """Yield the nouns of a phrase and of those joined to it; of a number of things the things: "millions of shells"."""
    for one in (token, *(child for child in token.children if child.dep_ == "conj")):
        counted = [child for child in one.children if child.dep_ == "nmod" and "of" in _cases(child)]
        is_number = one.lemma_.lower() in number_words().starts
        for noun in counted if is_number else [one]:
            if noun.pos_ in NOMINAL:
                yield noun.lemma_.lower()


def _is_limited(head: Token) -> bool:
    """Return whether a verb is denied without being told as what did not happen at all.

    Its negation must be that of a finite verb, with neither a will nor a time nor a purpose: "did not come to stay".
    """
    below = {child.lower_ for child in head.children}
    times = {word for child in head.children for word in _cases(child)} | below
    is_finite = head.tag_ in FINITE or any(
        child.dep_.startswith("aux") and child.tag_ in FINITE for child in head.children
    )
    is_kept_back = head.dep_ == "xcomp" and brings_to_nothing(head.head.lemma_.lower())
    for_what = any(child.dep_ == "advcl" and child.i > head.i for child in head.children)
    is_loose = bool(below & NOT) and (for_what or not is_finite)
    return bool(below & WILLING or times & SO_FAR) or is_kept_back or is_loose


def actors(head: Token) -> Iterator[tuple[str, Token]]:
    """Yield who and what takes part in an event, with its role: agent, patient, other."""
    if head.pos_ in PREDICATES:
        found = list(_of_verb(head))
        yield from found
        if not any(role == "agent" for role, _ in found):
            yield from _shared(head, any(role == "patient" for role, _ in found))
        if head.dep_ in {"acl", "acl:relcl"}:
            yield "patient" if head.tag_ == "VBN" else "agent", head.head
    else:
        yield from _of_noun(head)


def _of_verb(head: Token) -> Iterator[tuple[str, Token]]:
    for child in head.children:
        relation = child.dep_
        if relation in {"nsubj", "csubj"}:
            yield "agent", child
        elif relation in {"nsubj:pass", "obj", "iobj"}:
            yield "patient", child
        elif relation == "obl:agent" or (relation == "obl" and head.tag_ == "VBN" and "by" in _cases(child)):
            yield "agent", child
        elif relation.startswith("obl"):
            yield "other", child


def _shared(head: Token, has_patient: bool) -> Iterator[tuple[str, Token]]:  # noqa: FBT001  one plain fact of the verb
    """Yield the subject of the verb that a verb without one hangs on."""
    above = head
    for _ in range(CHAIN):
        if above.dep_ not in SHARING or above.head.i == above.i:
            return
        above = above.head
        subjects = [child for child in above.children if child.dep_ in {"nsubj", "nsubj:pass"}]
        passive = head.tag_ == "VBN" and head.dep_ == "conj" and above.tag_ == "VBN" and not has_patient
        if subjects:
            yield from (("patient" if passive else "agent", child) for child in subjects)
            return


def _of_noun(head: Token) -> Iterator[tuple[str, Token]]:
    for child in head.children:
        if child.dep_ == "nmod:poss":
            yield "agent", child
        elif child.dep_.startswith("nmod"):
            cases = _cases(child)
            yield "agent" if "by" in cases else "patient" if "of" in cases else "other", child
        elif child.dep_ in {"compound", "amod"}:
            yield "patient" if child.dep_ == "compound" else "other", child
    above = head.head
    if above.i == head.i:
        return
    if head.dep_ == "compound":
        yield "other", above
    if above.pos_ == "VERB" and head.dep_ in {"obj", "nsubj", "obl", "nsubj:pass"}:
        for child in above.children:
            if child.i != head.i and child.dep_ in {"nsubj", "obj", "nsubj:pass", "obl"}:
                yield "agent" if child.dep_ == "nsubj" else "other", child


def _cases(token: Token) -> set[str]:
    return {child.lower_ for child in token.children if child.dep_ == "case"}
