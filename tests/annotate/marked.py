"""What the tests of one article share: an article that is read and annotated, and sentences parsed by hand.

A sentence parsed by hand tests our rules whatever the weights say. It is written as words ``form/TAG/relation/head``,
where the head is the number of a word in the sentence (from 1) and 0 for the root; ``/lemma`` may follow.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens
from spacy.vocab import Vocab

from rashomon.annotate.document import Document
from rashomon.model.language import Attribution
from rashomon.records import Article, Claim, Entity
from rashomon.records.annotation import Annotation, EventMention

Extent = tuple[int, int]
POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "MD": "AUX", "JJ": "ADJ", "RB": "ADV", "IN": "ADP",
    "TO": "PART", "POS": "PART", "DT": "DET", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WDT": "PRON", "CC": "CCONJ",
    "CD": "NUM", "UH": "INTJ", "RP": "ADP", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB",
    "VBZ": "VERB",
}  # fmt: skip
"""The part of speech that a tag stands for, all others being punctuation."""


@dataclass(frozen=True, slots=True)
class Told:
    """One article with its marks and what was read from it."""

    article: Article
    document: Document
    annotation: Annotation

    def named(self, entity: str | None) -> str | None:
        """Return the name of an entity by its id."""
        return next((one.name for one in self.annotation.entities if one.id == entity), None)

    def entity(self, name: str) -> Entity:
        """Return the only entity of this name."""
        (found,) = [one for one in self.annotation.entities if one.name == name]
        return found

    def claims(self, words: str) -> list[Claim]:
        """Return the claims in whose content the words stand."""
        return [claim for claim in self.annotation.claims if any(words in content.text for content in claim.content)]

    def claim(self, words: str) -> Claim:
        """Return the only claim in whose content the words stand."""
        (found,) = self.claims(words)
        return found

    def speaker(self, words: str) -> str | None:
        """Return the name of who says the words, None where nobody with a name does."""
        return self.named(self.claim(words).speaker.entity)

    def event(self, trigger: str) -> EventMention:
        """Return the only event that this word triggers."""
        (found,) = [one for one in self.annotation.reading.events if one.trigger.text == trigger]
        return found


def parsed(vocab: Vocab, *sentences: str) -> Doc:
    """Return sentences that are parsed by hand as a document without any other marks."""
    rows = [[word.split("/") for word in sentence.split()] for sentence in sentences]
    columns: dict[str, list[str]] = {name: [] for name in ("words", "tags", "pos", "deps", "lemmas")}
    heads: list[int] = []
    starts: list[bool] = []
    for row in rows:
        first = len(heads)
        for number, (form, tag, relation, head, *lemma) in enumerate(row):
            columns["words"].append(form)
            columns["tags"].append(tag)
            columns["pos"].append(_pos(tag, relation))
            columns["deps"].append("ROOT" if relation == "root" else relation)
            columns["lemmas"].append(lemma[0] if lemma else form if tag.startswith("NNP") else form.lower())
            heads.append(first + (int(head) - 1 if head != "0" else number))
            starts.append(number == 0)
    doc = Doc(vocab, spaces=list(_spaces(columns["words"])), heads=heads, **columns)
    doc.spans["times"], doc.spans["events"], doc.spans["attribution"] = [], [], []
    return doc


def attributed(doc: Doc, cue: Extent, content: Extent, source: Extent | None = None) -> Attribution:
    """Add an attribution to the marks of a document, after those that it has, and return it."""
    spans = list(doc.spans["attribution"])
    number = max((span.id for span in spans), default=0) + 1
    for label, extent in (("source", source), ("cue", cue), ("content", content)):
        if extent is not None:
            spans.append(Tokens(doc, *extent, label=label, span_id=number))
    doc.spans["attribution"] = spans
    return Attribution(doc[source[0] : source[1]] if source else None, doc[cue[0] : cue[1]], (doc[slice(*content)],))


def named(doc: Doc, *names: tuple[int, int, str]) -> Doc:
    """Mark names in a document and return it."""
    doc.set_ents([Tokens(doc, *name) for name in names])
    return doc


def _pos(tag: str, relation: str) -> str:
    if relation in {"aux", "aux:pass", "cop"}:
        return "AUX"
    return "SCONJ" if relation == "mark" and tag == "IN" else POS.get(tag, "PUNCT")


def _spaces(words: Sequence[str]) -> Iterator[bool]:
    """Yield for each word whether a space follows it."""
    for place, _ in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else ""
        yield (
            bool(after) and after not in {".", ",", ":", "”", "’s", "'s", "n't", ")"} and words[place] not in {"“", "("}
        )
