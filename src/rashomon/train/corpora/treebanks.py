"""Universal Dependencies: English Web Treebank and GUM, whose entity mentions give names as well."""

from collections.abc import Sequence
from pathlib import Path

from rashomon.model.labels import Inventory
from rashomon.model.lemmas import rule_of
from rashomon.model.pieces import BLANK, LINE, NONE, SPACE
from rashomon.train.corpora.conllu import Sentence, sentences
from rashomon.train.corpora.documents import SENTENCE, Document, numbering
from rashomon.train.corpora.treebank_names import add_names

NON_COMMERCIAL = frozenset({"essay", "fiction", "letter", "podcast", "whow"})
"""Genres of GUM whose texts may not be used for weights that ship."""
RARE = 3
"""Lemma rules met less often are not learnt."""


def inventory(paths: Sequence[Path]) -> Inventory:
    """Return the label sets of what may be trained on, lemma rules from the commonest to the rarest."""
    counts: dict[str, dict[str, int]] = {"upos": {}, "tag": {}, "lemma": {}, "relation": {}}
    for path in paths:
        for sentence in sentences(path):
            if sentence.genre in NON_COMMERCIAL:
                continue
            for word in sentence.words:
                rule = rule_of(word.form, word.lemma)
                for name, label in (
                    ("upos", word.upos),
                    ("tag", word.tag),
                    ("lemma", rule),
                    ("relation", word.relation),
                ):
                    counts[name][label] = counts[name].get(label, 0) + 1
    return Inventory(
        upos=tuple(sorted(counts["upos"])),
        tags=tuple(sorted(counts["tag"])),
        lemmas=tuple(
            sorted(
                (rule for rule, count in counts["lemma"].items() if count >= RARE),
                key=lambda rule: (-counts["lemma"][rule], rule),
            )
        ),
        relations=tuple(sorted(counts["relation"])),
    )


def read(path: Path, known: Inventory, *, shipped: bool = False) -> list[Document]:
    """Return the documents of ``path``; with ``shipped``, without those that weights may not be made of."""
    documents: list[Document] = []
    group: list[Sentence] = []
    for sentence in sentences(path):
        if shipped and sentence.genre in NON_COMMERCIAL:
            continue
        if group and sentence.document != group[0].document:
            documents.append(_document(group, known))
            group = []
        group.append(sentence)
    if group:
        documents.append(_document(group, known))
    return documents


def _document(group: Sequence[Sentence], known: Inventory) -> Document:
    flat = [word for sentence in group for word in sentence.words]
    gaps: list[int] = []
    breaks: list[int] = []
    spaced = True
    for sentence in group:
        breaks.append(len(gaps))
        for place, word in enumerate(sentence.words):
            gap = SPACE if spaced else NONE
            if place == 0 and (sentence.paragraph or not gaps):
                gap = BLANK if len(breaks) % 3 or len(gaps) == 0 else LINE
            gaps.append(gap)
            spaced = word.space
    document = Document(group[0].document, [word.form for word in flat], gaps, breaks)
    document.texts = {
        "upos": [word.upos for word in flat],
        "tag": [word.tag for word in flat],
        "lemma": [word.lemma for word in flat],
        "relation": [word.relation for word in flat],
    }
    upos, tags = numbering(known.upos), numbering(known.tags)
    lemmas, relations = numbering(known.lemmas), numbering(known.relations)
    document.label("upos")[:] = [upos.get(word.upos, -1) for word in flat]
    document.label("tag")[:] = [tags.get(word.tag, -1) for word in flat]
    document.label("lemma")[:] = [lemmas.get(rule_of(word.form, word.lemma), -1) for word in flat]
    document.label("relation")[:] = [relations.get(word.relation, -1) for word in flat]
    heads, numbers = document.label("head"), document.label(SENTENCE)
    place = 0
    for number, sentence in enumerate(group):
        for inside, word in enumerate(sentence.words):
            heads[place + inside] = place + word.head - 1 if word.head else place + inside
        numbers[place : place + len(sentence.words)] = number
        place += len(sentence.words)
    add_names(document, flat)
    return document
