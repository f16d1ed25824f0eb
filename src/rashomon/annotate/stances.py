"""What a speaker does in an attribution: asserts, denies, warns, declines to say; None when no such act is told."""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.languages.stances import reporting_words, stances
from rashomon.model.language import Attribution
from rashomon.records.findings import Stance

NOT = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})
NOBODY = frozenset({"nobody", "none", "neither", "noone", "nothing"})
LATER = frozenset({"will", "would", "may", "might", "should", "shall", "could", "can", "'ll", "’ll", "must", "to"})
"""Before a reporting verb: what is said is still to be said."""
IF = frozenset({"if", "unless", "whether"})
OWN_VOICE = frozenset({"we", "i", "you"})
CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "ROOT", "parataxis"})
OPEN: frozenset[Stance] = frozenset({"assert", "confirm", "deny", "estimate", "predict", "accuse"})
"""What the text leaves open when it says that someone did not do it."""


def stance(attribution: Attribution, *, direct: bool) -> Stance | None:
    """Return the stance of an attribution.

    A cue that is no reporting word makes none, unless it brings in a direct quotation; nor does what nobody is said to
    ask or to expect. Not to deny, and to refuse to
    comment, are ``decline``; not to think is ``doubt``; what is only going to be said, or said on a condition, is none.
    """
    word = reporting_word(attribution.cue)
    if word is not None and word.tag_ == "VBG" and word.lemma_.lower() in reporting_words("ground"):
        return None
    if word is None:
        return "assert" if direct else None
    lemma = word.lemma_.lower()
    found: Stance | None = stances()[lemma]
    if _is_no_saying(word, attribution, direct=direct):
        return None
    governor = word.head if word.dep_ == "xcomp" else None
    if found == "decline":
        found = "decline" if _silent(word, attribution) else "deny"
    elif governor is not None and stances().get(governor.lemma_.lower()) == "decline":
        found = "decline"
    elif _negated(word) or (governor is not None and _negated(governor)):
        found = _not(found, lemma)
    elif _still_to_be_said(word) or (attribution.source is None and found in {"ask", "predict"} and _passive(word)):
        found = None
    elif lemma in reporting_words("request") and (_infinitive(attribution) or _calls_for(attribution.cue)):
        found = "demand"
    return found


def _not(found: Stance | None, lemma: str) -> Stance | None:
    """Return what not doing something is: not to think is to doubt, not to say or to deny leaves open what is so."""
    if found == "think":
        return "doubt"
    return "decline" if found in OPEN or lemma in reporting_words("silence") else None


def reporting_word(cue: Tokens) -> Token | None:
    """Return the word of a cue that tells the stance: its head, or, where that is a light verb, the first one known."""
    known = stances()
    root = cue.root
    if root.lemma_.lower() in reporting_words("light"):
        nouns = (token for token in cue if token.i != root.i and token.pos_ in {"NOUN", "ADJ"})
        noun = next((token for token in nouns if token.lemma_.lower() in known), None)
        if noun is not None:
            return noun
    if root.lemma_.lower() in known or (root.pos_ == "VERB" and root.lemma_.lower() not in reporting_words("light")):
        return root if root.lemma_.lower() in known else None
    words = [*(token for token in cue if token.pos_ == "VERB"), *cue]
    return next((word for word in words if word.lemma_.lower() in known), None)


def _silent(word: Token, attribution: Attribution) -> bool:
    """Tell whether "refuse" and the like mean keeping silent: to refuse to leave is an act of its own."""
    after = [child for child in word.children if child.i > word.i]
    verbs = [child for child in after if child.pos_ == "VERB"] + [one for one in attribution.cue if one.i > word.i]
    first = attribution.contents[0]
    verbs += [token for token in first[: min(3, len(first))] if token.pos_ == "VERB"]
    if any(verb.lemma_.lower() in reporting_words("silence") for verb in verbs):
        return True
    return not any(verb.pos_ == "VERB" for verb in verbs)


def _negated(word: Token) -> bool:
    """Tell whether a word is denied, by itself or by a subject that is nobody."""
    for child in word.children:
        if child.lower_ in NOT and child.dep_ in {"advmod", "det", "neg", "cc:preconj", "cc"}:
            return True
        if child.dep_ == "nsubj" and (child.lower_ in NOBODY or any(one.lower_ in NOT for one in child.children)):
            return True
    return False


def _still_to_be_said(word: Token) -> bool:
    if word.pos_ != "VERB":
        return False
    words = {child.lower_ for child in word.children if child.dep_ in {"aux", "mark"} and child.i < word.i}
    return bool(words & IF) or ("have" not in words and bool(words & LATER - {"to"}))


def _passive(word: Token) -> bool:
    return word.tag_ == "VBN" and not any(child.lower_ in {"have", "has", "had"} for child in word.children)


def _calls_for(cue: Tokens) -> bool:
    return cue.root.lemma_.lower() in {"call", "ask"} and any(token.lower_ in {"for", "on", "upon"} for token in cue)


def _is_no_saying(word: Token, attribution: Attribution, *, direct: bool) -> bool:
    """Tell whether a reporting word stands for another act: to offer help, to be named as, considering that.

    Some words only say something with a clause; "we know" is the outlet's own voice.
    """
    lemma, source = word.lemma_.lower(), attribution.source
    if source is not None and source.root.lower_ in OWN_VOICE and not word.doc[source.start].is_quote and not direct:
        return not any(token.is_quote for token in word.sent)
    if word.tag_ == "VBG" and lemma in reporting_words("conjunctions") and source is None:
        return True
    if _passive(word) and lemma in reporting_words("appointing") and attribution.contents[0][0].lower_ == "as":
        return True
    return lemma in reporting_words("clausal") and not direct and not _says_clause(attribution)


def _says_clause(attribution: Attribution) -> bool:
    first = attribution.contents[0]
    opens = first[0].lower_ in {"that", "to", "whether", "if"} or first[0].is_quote
    return opens or any(token.pos_ in {"VERB", "AUX"} and token.dep_ in CLAUSES for token in (first.root,))


def _infinitive(attribution: Attribution) -> bool:
    first = attribution.contents[0]
    verb = first.root
    return first[0].lower_ == "to" or any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children)


def words_of(attribution: Attribution) -> Iterator[Token]:
    """Yield the words of what is said, without punctuation and white space."""
    for content in attribution.contents:
        for token in content:
            if not token.is_punct and not token.is_space:
                yield token
