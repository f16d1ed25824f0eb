"""Who speaks in an attribution."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.annotate.discourse import DEFINITE, NAMING, Discourse, Referent, antecedent, noun_phrase
from rashomon.languages.name_words import people_pattern
from rashomon.languages.people import people_nouns
from rashomon.languages.publishers import agencies, outlets
from rashomon.languages.stances import reporting_words
from rashomon.model.language import Attribution
from rashomon.records.findings import SpeakerKind

CONTROL = frozenset({"of", "for", "from"})
"""Before a verb form of whoever is accused of it, criticised for it, stopped from it."""
SHARING = frozenset({"conj", "xcomp", "advcl", "parataxis", "acl"})
"""How a verb without a subject hangs on one whose subject is its own."""
PARTITIVE = frozenset({"NUM", "DET", "PRON", "ADJ"})
BODY = "organization"
QUANTIFIERS = frozenset({"many", "others", "some", "most", "few", "several"})
STEPS = 4
"""Verbs up the tree in which a subject is looked for."""
DIRECTIONS = frozenset({"west", "east", "north", "south"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One speaker: the mention beside the cue (first token, token after the last), and who that is."""

    extent: tuple[int, int] | None
    referent: Referent | None
    kind: SpeakerKind


UNKNOWN = Voice(extent=None, referent=None, kind="unknown")


def source_of(attribution: Attribution) -> Tokens | None:
    """Return the marked source.

    One in what is said, or in another sentence, by a cue that has a subject of its own is a slip; so is the subject of
    a passive that is said of, unless it is quoted.
    """
    source, cue = attribution.source, attribution.cue.root
    if source is None or (source.root.dep_ == "nsubj:pass" and source.root.head == cue and cue.lemma_ != "quote"):
        return None
    told = any(content.start <= source.start < content.end for content in attribution.contents)
    if not told and source.sent == cue.sent:
        return source
    return None if subject_of(cue) is not None else source


def source_heads(attribution: Attribution) -> list[Token]:
    """Return the head words of those who speak: of the marked source, else of the subject of the cue."""
    source = source_of(attribution)
    if source is not None:
        first = _partitive(source.root, source)
        return [first, *(one for one in conjuncts(first) if source.start <= one.i < source.end)]
    subject = subject_of(attribution.cue.root) or _agent_of(attribution.cue.root)
    return [] if subject is None else [subject, *conjuncts(subject)]


def conjuncts(token: Token) -> Iterator[Token]:
    """Yield what is joined to a token by "and", in text order; Y of "X, Y and Z" may be parsed as an apposition."""
    for child in token.children:
        listed = child.dep_ == "appos" and child.ent_type_ and child.ent_type_ == token.ent_type_
        if child.dep_ == "conj" or (listed and any(one.dep_ == "conj" for one in child.children)):
            yield child
            yield from conjuncts(child)


def subject_of(token: Token) -> Token | None:
    """Return the subject of a verb, its own or that of the verb it shares it with; no subject of a passive."""
    for _ in range(STEPS):
        subjects = [child for child in token.children if child.dep_ == "nsubj"]
        if subjects:
            return antecedent(subjects[0], token)
        if any(child.dep_ in {"nsubj:pass", "expl", "csubj"} for child in token.children) or _passive(token):
            return None
        if token.dep_ == "acl:relcl":
            return token.head if token.head.pos_ in {"NOUN", "PROPN"} else None
        if token.dep_ not in SHARING:
            return None
        controller = _controller(token)
        if controller is not None:
            return controller
        token = token.head
    return None


def _controller(verb: Token) -> Token | None:
    """Return the object of the verb above that does what hangs on it: "made X go", "accused X of going"."""
    above = verb.head
    if verb.tag_ == "VBG" and any(child.dep_ == "mark" and child.lower_ in CONTROL for child in verb.children):
        return next((child for child in above.children if child.dep_ in {"obj", "nsubj:pass"}), None)
    if verb.dep_ == "xcomp" and above.lemma_.lower() not in reporting_words("own_act"):
        return next((child for child in above.children if child.dep_ == "obj" and child.i < verb.i), None)
    return None


def _agent_of(token: Token) -> Token | None:
    """Return by whom something is done: "was confirmed by X"."""
    return next((child for child in token.children if child.dep_ == "obl:agent"), None)


def _passive(token: Token) -> bool:
    """Tell whether a participle speaks of whom something is done to: "Asked about it, X said"."""
    return (
        token.tag_ == "VBN"
        and token.dep_ in {"advcl", "acl"}
        and not any(child.dep_ == "aux" for child in token.children)
    )


def voices(attribution: Attribution, discourse: Discourse) -> list[Voice]:
    """Return the speakers of an attribution, one that is unknown when nobody is told or clear."""
    found = [_voice(head, source_of(attribution), discourse) for head in source_heads(attribution)]
    return found or [UNKNOWN]


def _voice(head: Token, source: Tokens | None, discourse: Discourse) -> Voice:
    head = antecedent(head, head.head)
    shared = head.dep_ == "conj" or any(True for _ in conjuncts(head))
    referent = (None if source is None or shared else _named_in(source, discourse)) or discourse.of.get(head.i)
    referent = referent or _named_by(head, discourse)
    extent = noun_phrase(head)
    if source is not None and source.start <= head.i < source.end:
        extent = max(extent[0], source.start), min(extent[1], source.end)
        if not shared:
            extent = source.start, source.end
    if referent is None:
        return Voice(extent=extent, referent=None, kind=_kind_of_noun(head))
    return Voice(extent=extent, referent=referent, kind=_kind(referent, head))


def _partitive(token: Token, source: Tokens) -> Token:
    """Return whom "two of the officials" speaks of: the officials."""
    if token.pos_ in PARTITIVE:
        for child in token.children:
            if (
                child.dep_.startswith("nmod")
                and child.i < source.end
                and any(one.lower_ == "of" for one in child.children)
            ):
                return child
    return token


def _named_in(source: Tokens, discourse: Discourse) -> Referent | None:
    """Return the person whose name a source is about: it, or a role right before it, holds the head of the source.

    Behind a comma the name explains a noun for a person: "a lawyer for the family, X".
    """
    root = source.root
    for name in discourse.people_named(source.start, source.end):
        opens = min((first for first, after in name.roles if after == name.start), default=name.start)
        behind_comma = name.start > source.start and source.doc[name.start - 1].lower_ == ","
        alone = not any(token.dep_ == "cc" for token in source.doc[source.start : name.start])
        explains = behind_comma and alone and root.i < name.start and _kind_of_noun(root) == "unnamed"
        owns = name.end < len(source.doc) and source.doc[name.end].tag_ == "POS"
        if not owns and (opens <= root.i < name.end or explains):
            return discourse.of.get(name.start)
    return None


def _named_by(head: Token, discourse: Discourse) -> Referent | None:
    """Return whose name hangs on a noun ("Kremlin spokesman X", "Yonhap news agency"), or on whose name it hangs."""
    for child in head.children:
        if child.dep_ in NAMING:
            referent = discourse.of.get(child.i)
            if referent is None or referent.cluster is None:
                continue
            is_body = head.lemma_.lower() in people_nouns("bodies")
            if (referent.number == "one") != is_body and (referent.number == "one" or referent.cluster.type == BODY):
                return referent
    if head.dep_ in NAMING:
        referent = discourse.of.get(head.head.i)
        if referent is not None and referent.number == "one":
            return referent
    return None


def _kind(referent: Referent, head: Token) -> SpeakerKind:
    cluster = referent.cluster
    if cluster is None:
        return _kind_of_lemma(referent.lemma, plural=referent.number == "many")
    if cluster.type == "person":
        return "person"
    one_of_many = head.tag_ not in {"NNS", "NNPS"} and people_pattern().fullmatch(head.text)
    if cluster.type == "group" and one_of_many:
        return "unknown"
    if cluster.type == "group" or cluster.forms & {(word,) for word in DIRECTIONS}:
        return "group"
    if cluster.type in {"law", "other"}:
        return "document"
    names = {start + " ".join(form) for form in cluster.forms for start in ("", "the ")}
    return "media" if names & (outlets().by_form.keys() | agencies().by_form.keys()) else "organization"


def _kind_of_lemma(lemma: str, *, plural: bool) -> SpeakerKind:
    if lemma in people_nouns("withheld"):
        return "unnamed"
    if lemma in reporting_words("documents"):
        return "document"
    if lemma in reporting_words("media"):
        return "media"
    if lemma in people_nouns("bodies"):
        return "organization"
    if plural:
        return "group"
    return "unnamed" if lemma in people_nouns("persons") else "unknown"


def _kind_of_noun(head: Token) -> SpeakerKind:
    """Return what kind of speaker a noun means that nothing else in the text explains.

    A definite one ("the senator") stays unknown: it means someone whom the text names elsewhere.
    """
    if head.lower_ in QUANTIFIERS:
        return "group"
    plural = head.tag_ in {"NNS", "NNPS"} or head.lower_ == "people"
    lemma = head.lemma_.lower()
    if head.pos_ == "PROPN" and lemma in reporting_words("documents"):
        return "document"
    if head.pos_ != "NOUN" or lemma in reporting_words("utterances"):
        return "unknown"
    determiners = {child.lower_ for child in head.children if child.i < head.i and child.dep_ == "det"}
    if determiners & DEFINITE and not plural and lemma not in reporting_words("documents"):
        return "unknown"
    return _kind_of_lemma(lemma, plural=plural)


def said_at(attributions: Sequence[Attribution]) -> list[tuple[int, list[tuple[int, int]]]]:
    """Return the head of each speaker with the extents of what it says."""
    return [
        (head.i, [(content.start, content.end) for content in attribution.contents])
        for attribution in attributions
        for head in source_heads(attribution)
    ]
