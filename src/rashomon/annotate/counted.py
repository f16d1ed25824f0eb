"""What a number counts or measures, read from the parse (Universal Dependencies)."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.annotate.phrases import HIGHEST, LONGEST_MODIFIER, NOUNS, SUBJECTS, Noun, case_of, phrase, within_phrase
from rashomon.languages.calendar import weekdays
from rashomon.languages.number_words import number_words, words_near

RELATIVES = frozenset(("who", "which", "that", "whom"))
REACH = 8
"""Tokens behind "of" in which the noun stands."""
LINKS = frozenset(("by", "to", "another", "a", "further", "from", "an", "additional", "as", "much", "the", "at"))
ABOUT = frozenset(("of", "in", "for", "on", "to"))


def top_of(tokens: list[Token]) -> Token:
    """Return the token that holds an amount in the sentence: the last whose head stands outside of it."""
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in inside or token.head == token]
    return tops[-1] if tops else tokens[-1]


@dataclass(frozen=True, slots=True)
class Amounting:
    """The tokens of an amount as the parse sees them."""

    tokens: list[Token]
    begin: int
    """Where its bound words begin."""
    kind: str | None
    """What its unit measures (see ``Unit.kind``), "fraction", or None where it has no unit."""
    taken: frozenset[int]
    """Tokens of other amounts, which are no things."""


def noun_of(amount: Amounting) -> Noun | None:
    """Return what an amount counts or measures: the first candidate that is no other amount."""
    low, high = amount.tokens[0].i, amount.tokens[-1].i + 1
    top = top_of(amount.tokens)
    for head in _beside(amount, top, high):
        if head is not None and _is_thing(head, amount, low, high):
            moved = head.lower_ in number_words().moves
            return phrase(
                (about(head) if moved else _last_of_run(head)) or head, min(amount.begin, low), high, counts=True
            )
    for head in _elsewhere(amount, top):
        if head is not None and _is_thing(head, amount, low, high):
            return phrase(
                head, min(amount.begin, low), high, counts=head.lemma_.lower() in words_near("words", "tallies")
            )
    return None


def _is_thing(head: Token, amount: Amounting, low: int, high: int) -> bool:
    return not low <= head.i < high and head.i not in amount.taken


def _beside(amount: Amounting, top: Token, high: int) -> Iterator[Token | None]:
    """Yield the nouns that an amount stands with in one noun phrase, the surest first."""
    doc, free = top.doc, amount.kind in (None, "measure")
    if amount.kind is None:
        yield _hyphened(doc, high)
    yield _complement(top, amount.tokens)
    yield _after_of(top, high)
    if amount.kind is not None:
        yield _content_of(doc, high, money=amount.kind == "money")
        yield _before_of(doc, amount.begin)
    yield _to_the_right(top, high)
    yield _next_noun(top, amount.begin, high, free=free)


def _elsewhere(amount: Amounting, top: Token) -> Iterator[Token | None]:
    """Yield what the clause says the amount of: by a verb right before it, by the parse, by the order of words."""
    doc, unit = top.doc, amount.kind is not None
    verb = _verb_before(doc, amount.begin)
    if amount.kind == "duration":
        yield _lasting(verb, top)
        return
    if verb is not None and verb.i and _last_word_before(verb).pos_ in NOUNS:
        yield noun_before(verb)
    yield thing_of(top) if unit else level_of(top, amount.begin)
    yield _by_order(doc, amount.begin, adjacent=amount.kind in ("measure", "percentage"))


def _lasting(verb: Token | None, top: Token) -> Token | None:
    """Return what lasts: durations mostly say when, and are of nothing."""
    if any(child.dep_ == "cop" for child in top.children):
        return subject_of(top)
    return subject_of(verb) if verb is not None and verb.pos_ == "VERB" else None


def _last_of_run(noun: Token) -> Token:
    """Return the last plural of a run of nouns, where the parse stops before it: "North Korean troops"."""
    found, named = noun, noun.pos_ == "PROPN"
    for token in noun.doc[noun.i + 1 : noun.i + HIGHEST]:
        if token.tag_ == "NNS" and token.text.islower():
            found = token
        elif not (named and found == noun and token.pos_ in ("ADJ", "PROPN")):
            break
    return found


def _hyphened(doc: Doc, high: int) -> Token | None:
    """Return the noun of "a five-member panel"."""
    if high + 1 < len(doc) and doc[high].tag_ == "HYPH" and doc[high + 1].pos_ in NOUNS:
        return doc[high + 1]
    return None


def _verb_before(doc: Doc, begin: int) -> Token | None:
    """Return the verb of movement or amount that the amount follows."""
    place = begin - 1
    while place > 0 and doc[place].lower_ in LINKS:
        place -= 1
    if place < 1 or doc[place].pos_ not in ("VERB", "AUX", "NOUN"):
        return None
    known = doc[place].lower_ in number_words().moves or doc[place].lower_ in words_near("amounts", "copular")
    return doc[place] if known else None


def _last_word_before(token: Token) -> Token:
    """Return the last word before a verb that is no auxiliary and no adverb."""
    place = token.i - 1
    while place > 0 and token.doc[place].pos_ in ("AUX", "ADV", "PART"):
        place -= 1
    return token.doc[place]


def _content_of(doc: Doc, high: int, *, money: bool) -> Token | None:
    """Return the noun of "$5 million in damages", "$5 million worth of arms"."""
    words = [token.lower_ for token in doc[high : high + 3]]
    if words[:2] == ["worth", "of"]:
        return _first_noun(doc, high + 2)
    if words[1:3] == ["worth", "of"] and words[0] in ("'s", "’s", "'", "’"):
        return _first_noun(doc, high + 3)
    if money and words[:1] == ["in"]:
        noun = _first_noun(doc, high + 1)
        return noun if noun is not None and noun.tag_ in ("NN", "NNS") and not noun.ent_type_ else None
    return None


def _first_noun(doc: Doc, place: int) -> Token | None:
    """Return the head of the noun phrase that begins at ``place``."""
    found = None
    for token in doc[place : place + REACH]:
        if token.pos_ in NOUNS:
            found = token
        elif found is not None or (
            token.pos_ not in ("ADJ", "DET", "PRON", "NUM") and token.tag_ not in ("VBN", "HYPH", "PRP$")
        ):
            break
    return found


def _before_of(doc: Doc, begin: int) -> Token | None:
    """Return the noun of "a speed of 15 miles per hour"."""
    if begin < 2 or doc[begin - 1].lower_ != "of" or doc[begin - 2].pos_ not in NOUNS:
        return None
    noun = doc[begin - 2]
    if noun.lower_ in number_words().moves or noun.lemma_.lower() in words_near("words", "extents"):
        return about(noun) or noun
    return noun


def _by_order(doc: Doc, begin: int, *, adjacent: bool) -> Token | None:
    """Return the subject of the verb before the amount by the order of words, where the parse gives none."""
    place, verb = begin - 1, None
    while place >= 0 and begin - place <= REACH:
        token = doc[place]
        if token.is_sent_start or (token.is_punct and token.tag_ != "HYPH"):
            break
        if token.pos_ in ("VERB", "AUX") or token.lower_ in ("up", "down"):
            verb = token
            break
        if token.pos_ in NOUNS:
            return token if adjacent and place == begin - 1 else None
        place -= 1
    if verb is None:
        return None
    known = verb.pos_ == "AUX" or verb.lower_ in number_words().moves or verb.lower_ in words_near("amounts", "copular")
    return noun_before(verb) if known else None


def noun_before(verb: Token) -> Token | None:
    """Return the head of the noun phrase right before ``verb``, over its prepositional phrases."""
    doc, found = verb.doc, None
    comma = verb.i > 1 and doc[verb.i - 1].text == "," and verb.lower_ in ("up", "down")
    for place in range(verb.i - 1 - comma, max(verb.i - LONGEST_MODIFIER, -1), -1):
        token = doc[place]
        if token.pos_ in NOUNS:
            found = found or token
        elif token.pos_ == "ADP" and found is not None:
            found = None
        elif (found is not None and token.pos_ in ("DET", "PUNCT", "CCONJ", "SCONJ", "VERB", "PRON")) or token.pos_ in (
            "VERB",
            "PUNCT",
            "CCONJ",
        ):
            return found
        if token.is_sent_start:
            return found
    return found


def _complement(top: Token, tokens: list[Token]) -> Token | None:
    """Return the noun of "of the soldiers" behind the amount."""
    for holder in (top, *(token for token in tokens if token != top)):
        for child in holder.children:
            if child.i > tokens[-1].i and child.dep_.startswith("nmod") and case_of(child) == "of":
                return child
    return None


def _after_of(top: Token, high: int) -> Token | None:
    """Return the head of the noun phrase behind "of", where the parse hangs it elsewhere."""
    doc = top.doc
    if high + 1 >= len(doc) or doc[high].lower_ != "of":
        return None
    found = None
    for token in doc[high + 1 : min(high + 1 + REACH, len(doc))]:
        if token.pos_ in NOUNS or (token.pos_ == "PRON" and token.i == high + 1 and token.tag_ == "PRP"):
            found = token
        elif (found is not None and token.tag_ not in ("HYPH", "POS")) or token.pos_ in ("VERB", "AUX", "ADP", "SCONJ"):
            break
    return found


def _to_the_right(top: Token, high: int) -> Token | None:
    """Return the noun that an amount stands before: "20 soldiers", "a 16-inch gun"."""
    head = top.head
    if head == top or head.i < high or head.pos_ not in NOUNS or top.dep_ in SUBJECTS:
        return None
    between = top.doc[high : head.i]
    return head if len(between) <= HIGHEST and all(within_phrase(token) for token in between) else None


def _next_noun(top: Token, begin: int, high: int, *, free: bool) -> Token | None:
    """Return the head of the noun phrase that begins right behind the amount, where the parse has lost it.

    Where the amount is not ``free`` only within a noun phrase: "a 5 % stake", not "fell 5 % Monday".
    """
    doc, found = top.doc, None
    if not free and not (
        begin and (doc[begin - 1].pos_ in ("DET", "PRON", "ADJ", "PART") or doc[begin - 1].tag_ == "DT")
    ):
        return None
    for token in doc[high : min(high + HIGHEST, len(doc))]:
        if token.is_sent_start:
            break
        if token.pos_ in NOUNS:
            found = token
        elif found is not None or (token.pos_ not in ("ADJ", "NUM") and token.tag_ not in ("HYPH", "VBN", "VBG")):
            break
    return None if found is None or found.lower_ in weekdays() else found


def about(noun: Token) -> Token | None:
    """Return what a noun of movement or amount is about: "usage" for "an increase in usage"."""
    doc = noun.doc
    if noun.i + 1 < len(doc) and doc[noun.i + 1].lower_ in ABOUT:
        found = _first_noun(doc, noun.i + 2)
        if found is not None and not any(token.pos_ in ("NUM", "SYM") for token in doc[noun.i + 2 : found.i + 1]):
            return found
    named = [child for child in noun.children if child.dep_ in ("nmod:poss", "compound") and child.pos_ in NOUNS]
    return next((child for child in reversed(named) if not any(part.dep_ == "nummod" for part in child.children)), None)


def level_of(top: Token, begin: int) -> Token | None:
    """Return whose level a bare number is: "the toll is 20", "the index fell to 13,176", "a group of six"."""
    head = top.head
    if any(child.dep_ == "cop" for child in top.children):
        return subject_of(top)
    if head == top or top.dep_ in SUBJECTS:
        return None
    if (noun := _before_of(top.doc, begin)) is not None:
        return noun
    moved = head.lower_ in number_words().moves or head.lower_ in words_near("amounts", "copular")
    if moved and top.dep_ in ("obl", "obj", "xcomp", "advcl", "obl:unmarked"):
        return subject_of(head)
    return None


def thing_of(top: Token) -> Token | None:
    """Return whose amount it is by the place of the amount in the clause."""
    head, relation = top.head, top.dep_
    if relation == "conj" and head != top and head.dep_ != "conj":
        return thing_of(head)
    found: Token | None = None
    if relation in SUBJECTS or relation == "conj":
        pass
    elif head == top or any(child.dep_ == "cop" for child in top.children):
        found = subject_of(top)
    elif head.pos_ in NOUNS and (relation == "appos" or head.i < top.i):
        found = (about(head) or head) if head.lower_ in number_words().moves else head
    elif head.pos_ in ("ADJ", "ADV"):
        found = head.head if head.dep_ == "amod" and head.head.pos_ in NOUNS else subject_of(head)
    elif head.pos_ in ("VERB", "AUX"):
        found = _by_verb(top, head)
    return found


def _by_verb(top: Token, verb: Token) -> Token | None:
    subject = subject_of(verb)
    given = next((child for child in verb.children if child.dep_ == "obj" and child != top), None)
    if verb.lower_ in words_near("amounts", "copular") and subject is not None:
        return subject
    if given is not None and given.pos_ in NOUNS and top.dep_ != "obj":
        return given
    if top.dep_ == "obj" and verb.lower_ not in number_words().moves:
        priced = (child for child in verb.children if child.dep_ == "obl" and child.i > top.i and child.pos_ in NOUNS)
        return next((child for child in priced if case_of(child) == "for"), None)
    return subject


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a predicate, through relative clauses, coordination and control."""
    for _ in range(HIGHEST):
        subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if subject is not None and subject.lower_ not in RELATIVES:
            return subject
        if subject is not None and not verb.dep_.startswith("acl"):
            before = subject.nbor(-1) if subject.i else subject
            return before if before.pos_ in NOUNS else None
        if verb.dep_.startswith("acl"):
            return verb.head
        if verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp", "parataxis") or verb.head == verb:
            return None
        verb = verb.head
    return None
