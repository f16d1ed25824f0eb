"""What a number counts or measures, read from the parse (Universal Dependencies)."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.annotate.quantities.phrases import HIGHEST, NOUNS, SUBJECTS, Noun, case_of, phrase, within_phrase
from rashomon.annotate.quantities.predicates import about, first_noun, is_time, noun_before, subject_of, thing_of
from rashomon.languages.calendar import weekdays
from rashomon.languages.number_words import number_words, words_near

REACH = 8
"""Tokens behind "of" in which the noun stands."""
LINKS = frozenset(("by", "to", "another", "a", "further", "from", "an", "additional", "as", "much", "the", "at"))


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
    end: int
    """Behind its last token, bound words included."""
    kind: str | None
    """What its unit measures (see ``Unit.kind``), "fraction", or None where it has no unit."""
    taken: frozenset[int]
    """Tokens of other amounts, which are no things."""


def noun_of(amount: Amounting) -> Noun | None:
    """Return what an amount counts or measures: the first candidate that is no other amount."""
    low, high = amount.tokens[0].i, max(amount.end, amount.tokens[-1].i + 1)
    top = top_of(amount.tokens)
    for head in _beside(amount, top, high):
        if head is not None and _is_thing(head, amount, low, high):
            moved = head.lower_ in number_words().moves and amount.kind is not None
            return phrase(
                (about(head, low, high) if moved else _last_of_run(head)) or head,
                min(amount.begin, low),
                high,
                counts=True,
            )
    for head in _elsewhere(amount, top):
        if head is not None and head.pos_ != "PRON" and not is_time(head) and _is_thing(head, amount, low, high):
            return phrase(
                head, min(amount.begin, low), high, counts=head.lemma_.lower() in words_near("words", "tallies")
            )
    return None


def _is_thing(head: Token, amount: Amounting, low: int, high: int) -> bool:
    if (
        head.lower_ in words_near("words", "days")
        or head.lower_ in words_near("words", "aged")
        or head.lower_ in weekdays()
    ):
        return False
    if not any(character.isalpha() for character in head.text):
        return False
    return not low <= head.i < high and head.i not in amount.taken


def _beside(amount: Amounting, top: Token, high: int) -> Iterator[Token | None]:
    """Yield the nouns that an amount stands with in one noun phrase, the surest first."""
    doc, free = top.doc, amount.kind in (None, "measure", "age")
    if amount.kind is None:
        yield _hyphened(doc, high)
    yield _complement(top, amount.tokens)
    yield _after_of(top, high)
    if amount.kind is not None:
        yield _content_of(doc, high, money=amount.kind == "money")
        yield _to_the_right(top, high)
        yield _before_of(doc, amount.begin)
        yield _behind_brackets(top, amount.begin, high)
    yield _to_the_right(top, high)
    yield _next_noun(top, amount.begin, high, free=free)


def _elsewhere(amount: Amounting, top: Token) -> Iterator[Token | None]:
    """Yield what the clause says the amount of: by a verb right before it, by the parse, by the order of words."""
    doc, unit = top.doc, amount.kind is not None
    verb = _verb_before(doc, amount.begin)
    if amount.kind == "age":
        noun = thing_of(top)
        aged = noun is not None and noun.lower_ in words_near("words", "aged")
        yield noun.head if noun is not None and aged and noun.dep_ in ("appos", "nmod", "conj") else noun
        if amount.begin > 1 and doc[amount.begin - 1].text in (",", "("):
            yield doc[amount.begin - 2] if doc[amount.begin - 2].pos_ in NOUNS else None
        return
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
    if place > 1 and doc[place].lower_ in ("up", "down") and doc[place - 1].pos_ == "VERB":
        return None if doc[place - 1].lower_ in words_near("moves", "particles") else doc[place - 1]
    if place < 1 or doc[place].pos_ not in ("VERB", "AUX", "NOUN"):
        return None
    known = doc[place].lower_ in number_words().moves or doc[place].lower_ in words_near("amounts", "copular")
    return doc[place] if known else None


def _behind_brackets(top: Token, begin: int, high: int) -> Token | None:
    """Return the noun of "its $4 billion (£3 billion) takeover"."""
    doc = top.doc
    if high >= len(doc) or doc[high].text != "(":
        return None
    close = next((token.i for token in doc[high : high + REACH] if token.text == ")"), None)
    return None if close is None else _next_noun(top, begin, close + 1, free=False)


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
        return first_noun(doc, high + 2)
    if words[1:3] == ["worth", "of"] and words[0] in ("'s", "’s", "'", "’"):
        return first_noun(doc, high + 3)
    if money and words[:1] == ["in"]:
        noun = first_noun(doc, high + 1)
        if noun is not None and noun.lower_ in words_near("words", "manners"):
            return None
        return noun if noun is not None and noun.tag_ in ("NN", "NNS") and not noun.ent_type_ else None
    return None


def _before_of(doc: Doc, begin: int) -> Token | None:
    """Return the noun of "a speed of 15 miles per hour"."""
    if begin < 2 or doc[begin - 1].lower_ != "of" or doc[begin - 2].pos_ not in NOUNS:
        return None
    noun = doc[begin - 2]
    if case_of(noun) == "from" and noun.head.pos_ in NOUNS and noun.head.i < noun.i:
        return noun.head
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


def _complement(top: Token, tokens: list[Token]) -> Token | None:
    """Return the noun of "of the soldiers" behind the amount."""
    for holder in (top, *(token for token in tokens if token != top)):
        for child in holder.children:
            if child.i > tokens[-1].i and child.dep_.startswith("nmod") and case_of(child) == "of":
                return _owned(child)
    return None


def _owned(noun: Token) -> Token:
    """Return the noun behind a possessor where the parse stops at it: "ten of the team's 16 games"."""
    doc, place = noun.doc, noun.i + 1
    if place >= len(doc) or doc[place].tag_ != "POS":
        return noun
    while place + 1 < len(doc) and doc[place + 1].pos_ in ("NUM", "ADJ"):
        place += 1
    return first_noun(doc, place + 1) or noun


def _after_of(top: Token, high: int) -> Token | None:
    """Return the head of the noun phrase behind "of", where the parse hangs it elsewhere."""
    doc = top.doc
    if high + 1 >= len(doc) or doc[high].lower_ != "of":
        return None
    found = None
    for token in doc[high + 1 : min(high + 1 + REACH, len(doc))]:
        if token.pos_ in NOUNS or (token.pos_ == "PRON" and token.i == high + 1 and token.tag_ == "PRP"):
            found = token
        elif token.tag_ == "POS" and found is not None:
            return _owned(found)
        elif (found is not None and token.tag_ not in ("HYPH", "POS")) or token.pos_ in ("VERB", "AUX", "ADP", "SCONJ"):
            break
    return found


def _to_the_right(top: Token, high: int) -> Token | None:
    """Return the noun that an amount stands before: "20 soldiers", "a 16-inch gun"."""
    head = top.head
    if head == top or head.i < high or head.pos_ not in NOUNS or top.dep_ in SUBJECTS or _says_when(top.doc, high):
        return None
    between = top.doc[high : head.i]
    return head if len(between) <= HIGHEST and all(within_phrase(token) for token in between) else None


def _says_when(doc: Doc, high: int) -> bool:
    """Tell whether the words behind an amount say when, and name no thing: "and 2.1 last year"."""
    return high + 1 < len(doc) and doc[high].lower_ in ("last", "this", "next") and is_time(doc[high + 1])


def _next_noun(top: Token, begin: int, high: int, *, free: bool) -> Token | None:
    """Return the head of the noun phrase that begins right behind the amount, where the parse has lost it.

    Where the amount is not ``free`` only within a noun phrase: "a 5 % stake", not "fell 5 % Monday".
    """
    doc, found = top.doc, None
    if _says_when(doc, high):
        return None
    counts = begin > 0 and doc[begin - 1].pos_ == "NUM"
    if not (free or counts) and not (
        begin and (doc[begin - 1].pos_ in ("DET", "PRON", "ADJ", "PART") or doc[begin - 1].tag_ == "DT")
    ):
        return None
    for token in doc[high : min(high + REACH, len(doc))]:
        if token.is_sent_start or token.lower_ in words_near("words", "among"):
            break
        if token.pos_ in NOUNS:
            found = token
        elif token.lower_ == "and" and _goes_on(token, found):
            continue
        elif found is not None or not (_modifies(token) or token.nbor(-1).tag_ == "HYPH"):
            break
    if found is None or found.lower_ in weekdays() or (counts and not free and found.tag_ != "NNS"):
        return None
    return found


def _modifies(token: Token) -> bool:
    return token.pos_ in ("ADJ", "NUM") or token.tag_ in ("HYPH", "VBN", "VBG")


def _goes_on(joint: Token, found: Token | None) -> bool:
    """Tell whether a noun phrase goes on behind "and": "seven current and former Army and Navy officers"."""
    before, after = joint.nbor(-1), joint.doc[min(joint.i + 1, len(joint.doc) - 1)]
    if found is None:
        return bool(before.pos_ == after.pos_ == "ADJ")
    return bool(found.pos_ == after.pos_ == "PROPN")


def level_of(top: Token, begin: int) -> Token | None:
    """Return whose level a bare number is: "the toll is 20", "the index fell to 13,176", "a group of six"."""
    head = top.head
    if any(child.dep_ == "cop" for child in top.children):
        return subject_of(top)
    if head == top or top.dep_ in SUBJECTS:
        return None
    if top.lower_ not in number_words().vague and (noun := _before_of(top.doc, begin)) is not None:
        return noun
    moved = head.lower_ in number_words().moves or head.lower_ in words_near("amounts", "copular")
    if moved and top.dep_ in ("obl", "obj", "xcomp", "advcl", "obl:unmarked"):
        return subject_of(head)
    return None
