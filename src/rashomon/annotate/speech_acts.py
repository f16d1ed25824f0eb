"""Acts of speech: verbs of saying that tell of something done, as to demand and to announce do."""

from collections.abc import Container, Iterator

from spacy.tokens import Token

from rashomon.annotate.document import Document
from rashomon.annotate.speakers import subject_of
from rashomon.annotate.statements import Statement
from rashomon.languages.event_words import schedules
from rashomon.languages.people import people_nouns
from rashomon.languages.speech_acts import Need, keeps_happening, needs
from rashomon.languages.stances import agentive
from rashomon.records.findings import SpeakerKind

CLAUSES, SOMEONE = frozenset({"ccomp", "xcomp"}), frozenset({"obj", "iobj"})
INFINITIVES = frozenset({"xcomp", "advcl", "acl"})
HAVE, BE = frozenset({"have", "has", "had", "'ve", "’ve"}), "be"
NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "nobody", "none"})
ASIDE = frozenset({"as", "like", "than", "if", "unless", "whether"})
"""Words with which an act is told beside the matter: "as he promised"."""
HOW_OFTEN = frozenset({"advmod", "obj", "obl", "obl:unmarked"})
DAYS = frozenset({"DATE", "TIME"})
UPON = frozenset({"on", "upon"})
TOWARDS = UPON | {"for", "against"}
WRITTEN: frozenset[SpeakerKind] = frozenset({"document", "media"})
"""Those who only tell by their words."""


class SpeechActs:
    """Knows the acts of speech of one article."""

    def __init__(self, document: Document) -> None:
        """Take the article with its marks."""
        self.document = document
        self.days = frozenset(token.i for span in document.doc.spans["times"] if span.label_ in DAYS for token in span)

    def tells(self, verb: Token, statement: Statement | None) -> bool:
        """Return whether a verb of saying tells of an act, given the claim that it brings in.

        It must be told as done, going on or planned, by words of nobody's quotation, and before what is said; not as
        what someone does again and again, and not aside ("as he promised").
        """
        need = needs(verb.lemma_.lower())
        if need is None or verb.pos_ != "VERB" or self.document.quoted[verb.i] or not _is_told(verb):
            return False
        if statement is not None:
            if statement.stance == "decline" or all(voice.kind in WRITTEN for voice in statement.voices):
                return False
            if self._only_quotes(verb, statement):
                return False
        subject = subject_of(verb)
        if subject is not None and (_is_thing(subject) or _is_also_object(subject, verb)):
            return False
        return self._has(verb, need)

    def called_on(self, verb: Token) -> Iterator[Token]:
        """Yield those on whom someone calls to do something, given the verb that does: "called on them to leave"."""
        if needs(verb.lemma_.lower()) == "towards":
            yield from (
                child
                for child in verb.children
                if child.dep_ == "obl" and _cases(child) & UPON and child.i not in self.days
            )

    def _only_quotes(self, verb: Token, statement: Statement) -> bool:
        """Return whether a verb does no more than bring in what someone says: "“He must go,” she demanded"."""
        first = min(start for start, _ in statement.contents)
        quotes = self.document.quoted[first] and not any(child.dep_ in SOMEONE for child in verb.children)
        return first < verb.i or quotes

    def _has(self, verb: Token, need: Need) -> bool:
        """Return whether what a verb of saying needs stands with it."""
        behind = [child for child in verb.children if child.i > verb.i and child.i not in self.days]
        relations = {child.dep_ for child in behind}
        to_do = any(map(is_infinitive, behind))
        has: dict[Need, bool] = {
            "anything": to_do or bool(relations & (CLAUSES | SOMEONE | {"obl"})),
            "infinitive": to_do and "xcomp" in relations,
            "order": to_do and bool(relations & SOMEONE),
            "someone": bool(relations & SOMEONE) or any("against" in _cases(child) for child in behind),
            "towards": any(_cases(child) & TOWARDS for child in behind) and not relations & {"compound:prt", "obj"},
            "clause": bool(relations & CLAUSES),
            "day": any(child.i in self.days for child in verb.children),
        }
        return has[need]


def completes(clause: Token, verb: Token) -> bool:
    """Return whether a clause tells what an act is of or for: "accused them of lying", "called on them to leave"."""
    need = needs(verb.lemma_.lower())
    marks = {child.lower_ for child in clause.children if child.dep_ == "mark"}
    return need is not None and clause.dep_ == "advcl" and ("of" in marks or (need == "towards" and "to" in marks))


def _is_told(verb: Token) -> bool:
    """Return whether a verb tells what someone did, is doing, or is to do as planned."""
    below = list(verb.children)
    words = {child.lower_ for child in below}
    aside = any(child.dep_ == "mark" and child.lower_ in ASIDE for child in below)
    how_often = (word for child in below if child.dep_ in HOW_OFTEN for word in (child, *child.children))
    often = any(keeps_happening(word.lower_) for word in how_often)
    adds = verb.dep_ == "acl:relcl" and "who" not in words
    return not (words & NOT or aside or often or adds) and _is_finite(verb, words)


def _is_finite(verb: Token, words: Container[str]) -> bool:
    """Return whether a verb is told in the past, the perfect or the progressive, or as scheduled."""
    helpers = {child.lemma_.lower() for child in verb.children if child.dep_ in {"aux", "aux:pass"}}
    match verb.tag_:
        case "VBN" if BE in helpers:
            return any(child.dep_ == "obl:agent" for child in verb.children)
        case "VBN":
            return any(word in words for word in HAVE)
        case "VBG":
            return BE in helpers
        case "VB":
            return verb.dep_ == "xcomp" and schedules(verb.head.lemma_.lower())
    return bool(verb.tag_ == "VBD")


def _is_also_object(subject: Token, verb: Token) -> bool:
    """Return whether who acts is named as the one acted on as well, and so is not who acts."""
    return any(child.dep_ in SOMEONE and child.lower_ == subject.lower_ for child in verb.children)


def _is_thing(noun: Token) -> bool:
    """Return whether a noun for one thing names nobody: "the plan", "one text"."""
    lemma = noun.lemma_.lower()
    if noun.tag_ != "NN" or noun.ent_type_:
        return False
    known = any(lemma in people_nouns(kind) for kind in ("persons", "bodies", "withheld"))
    return not known and not agentive(lemma)


def is_infinitive(clause: Token) -> bool:
    """Return whether a clause tells what is to be done: "urged them to leave"."""
    marked = any(child.dep_ == "mark" and child.lower_ == "to" for child in clause.children)
    return clause.dep_ in INFINITIVES and marked


def _cases(token: Token) -> set[str]:
    return {child.lower_ for child in token.children if child.dep_ == "case"}
