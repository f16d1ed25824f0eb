"""Scores the model on the evaluation files of the corpora; the definitions are those of the public scorers.

Needs no torch: ``benchmarks/model`` prints what stands here, and the training looks at it as it goes.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.model.labels import ROLES
from rashomon.model.language import words_of
from rashomon.model.pieces import BLANK, END_SHAPE, LINE, NONE, PieceReader
from rashomon.model.reader import OnnxReader
from rashomon.model.windows import ROOM
from rashomon.train.corpora import coreference, names, timeml, treebanks
from rashomon.train.corpora.documents import Document, guessed_gaps, rows

PEELED = frozenset("\"“”‘’'`,.;:«»")
"""Signs at the ends of a span that do not count (score_attribution.py)."""
CONLL = {"person": "person", "organization": "organization", "place": "place"}
CROSSNER = CONLL | {"event": "event"}
UNER = {"person": "PER", "organization": "ORG", "place": "LOC"}


@dataclass(frozen=True, slots=True)
class Measure:
    """One score: the file below the folder of the corpora, the measure's name, its value (percent), and of how many."""

    file: str
    measure: str
    value: float
    n: int


def f1(right: float, answers: float, gold: float) -> float:
    """Return the F1 in percent, 0 when there is nothing."""
    return round(200 * right / (answers + gold), 2) if answers + gold else 0.0


def document_of(nlp: Language, document: Document, *, sentences: bool) -> tuple[Doc, list[int]]:
    """Return the words as a spaCy document with their gaps, and the token of each word.

    With ``sentences`` the breaks of the document are given as its sentences.
    """
    tokens: list[str] = []
    spaces: list[bool] = []
    places: list[int] = []
    for word, gap in zip(document.words, document.gaps, strict=True):
        if tokens and gap != NONE:
            spaces[-1] = True
            if gap in {LINE, BLANK}:
                tokens.append("\n" if gap == LINE else "\n\n")
                spaces.append(False)
        places.append(len(tokens))
        tokens.append(word)
        spaces.append(False)
    starts = None
    if sentences:
        first = {places[start] for start in document.breaks}
        starts = [place in first for place in range(len(tokens))]
    return nlp(Doc(nlp.vocab, words=tokens, spaces=spaces, sent_starts=starts)), places


def evaluate(nlp: Language, data: Path, *, every: int = 1) -> Iterator[Measure]:
    """Score every evaluation file below ``data``; with ``every``, only each so-many-th document of it.

    Yields nothing for files that are not there.
    """
    for pattern, score in SCORERS:
        for path in sorted(data.glob(pattern)):
            if "train" not in path.name:
                for name, (value, n) in score(nlp, path, every).items():
                    yield Measure(path.relative_to(data).as_posix(), name, value, n)


Found = Mapping[str, tuple[float, int]]
Fragments = Iterable[Sequence[int]]
"""Start and end of each part of a span."""


def tagged_attribution(nlp: Language, path: Path, every: int) -> Found:
    """Exact spans per role, as in CofeNet (Wang et al. 2022): a paragraph a row, here read with those around it."""
    documents: dict[str, list[dict[str, Any]]] = {}
    for row in rows(path):
        documents.setdefault(row["doc"], []).append(row)
    counts: Counter[tuple[str, str]] = Counter()
    for name in list(documents)[::every]:
        paragraphs = [row["tokens"] for row in documents[name]]
        gaps = [
            gap if place else BLANK for tokens in paragraphs for place, gap in enumerate(guessed_gaps([tokens], name))
        ]
        words = [token for tokens in paragraphs for token in tokens]
        doc, places = document_of(nlp, Document(name, words, gaps, []), sentences=False)
        word_at = {token: word for word, token in enumerate(places)}
        answers = {(word_at[span.start], word_at[span.end - 1] + 1, span.label_) for span in doc.spans["attribution"]}
        start = 0
        gold = set()
        for row in documents[name]:
            gold |= {(start + first, start + after, role) for first, after, role in _tagged(row["labels"])}
            start += len(row["tokens"])
        for role in ROLES:
            ours, theirs = ({span for span in spans if span[2] == role} for spans in (answers, gold))
            counts[role, "right"] += len(ours & theirs)
            counts[role, "answers"] += len(ours)
            counts[role, "gold"] += len(theirs)
    return {
        f"attribution.exact_f1.{role}": (
            f1(counts[role, "right"], counts[role, "answers"], counts[role, "gold"]),
            counts[role, "gold"],
        )
        for role in ROLES
    }


def _tagged(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the spans of a tag sequence; an inside tag that continues nothing opens nothing."""
    current: tuple[int, str] | None = None
    for place, label in enumerate([*labels, "O"]):
        before, _, role = label.partition("-")
        if current and not (before == "I" and role == current[1]):
            yield current[0], place, current[1]
            current = None
        if before == "B":
            current = (place, role)


def linked_attribution(nlp: Language, path: Path, every: int) -> Found:
    """Attributions aligned by content, with the right cue and source."""
    chosen = rows(path)[::every]
    answers = [
        [
            {
                "source": [(found.source.start_char, found.source.end_char)] if found.source else [],
                "cue": [(found.cue.start_char, found.cue.end_char)],
                "content": [(span.start_char, span.end_char) for span in found.contents],
            }
            for found in nlp(row["text"])._.attributions
        ]
        for row in chosen
    ]
    return {"attribution.full_link_f1": full_link_f1(chosen, answers)}


def full_link_f1(
    gold_rows: Sequence[dict[str, Any]], answer_rows: Sequence[Sequence[Mapping[str, Fragments]]]
) -> tuple[float, int]:
    """Return ``link.full`` of score_attribution.py and the number of gold attributions.

    Answers are given for each row of the gold as attributions: the fragments of source, cue and content.
    """
    right = answered = wanted = 0
    for row, given in zip(gold_rows, answer_rows, strict=True):
        text = row["text"]
        gold = [{role: _characters(attribution[role], text) for role in ROLES} for attribution in row["attributions"]]
        answers = [{role: _characters(attribution[role], text) for role in ROLES} for attribution in given]
        answered += sum(bool(answer["content"]) for answer in answers)
        wanted += sum(bool(one["content"]) for one in gold)
        pairs = sorted(
            (
                (_jaccard(answer["content"], one["content"]), -abs(i - j), i, j)
                for i, answer in enumerate(answers)
                for j, one in enumerate(gold)
                if answer["content"] & one["content"]
            ),
            reverse=True,
        )
        used: tuple[set[int], set[int]] = set(), set()
        for alike, _, i, j in pairs:
            if alike >= 0.5 and i not in used[0] and j not in used[1]:
                used[0].add(i)
                used[1].add(j)
                cue = bool(answers[i]["cue"] & gold[j]["cue"]) or not (answers[i]["cue"] or gold[j]["cue"])
                right += cue and _jaccard(answers[i]["source"], gold[j]["source"]) >= 0.5
    return f1(right, answered, wanted), wanted


def _characters(fragments: Fragments, text: str) -> frozenset[int]:
    places = sorted(
        {place for start, end in fragments for place in range(start, min(end, len(text))) if not text[place].isspace()}
    )
    low, high = 0, len(places)
    while low < high and text[places[low]] in PEELED:
        low += 1
    while high > low and text[places[high - 1]] in PEELED:
        high -= 1
    return frozenset(places[low:high] or places)


def _jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


def trees(nlp: Language, path: Path, every: int) -> Found:
    """Parses of gold words and sentences; relations without their subtypes, punctuation counted."""
    counts: Counter[str] = Counter()
    known = next(part.reader.inventory for _, part in nlp.pipeline if hasattr(part, "reader"))
    for document in treebanks.read(path, known)[::every]:
        gold = document.labels
        doc, places = document_of(nlp, document, sentences=True)
        for place, token_place in enumerate(places):
            token = doc[token_place]
            head = places[gold["head"][place]] == token.head.i
            relation = document.texts["relation"][place].split(":")[0]
            ours = token.dep_.split(":")[0]
            counts["n"] += 1
            counts["uas"] += head
            counts["las"] += head and relation == ("root" if ours == "ROOT" else ours)
            counts["upos"] += token.pos_ == document.texts["upos"][place]
            counts["tag"] += token.tag_ == document.texts["tag"][place]
            counts["lemma"] += document.texts["lemma"][place] in {token.lemma_, "_"}
    n = counts["n"]
    return {f"ud.{name}": (round(100 * counts[name] / n, 2), n) for name in ("las", "uas", "upos", "tag", "lemma")}


def sentences(nlp: Language, path: Path, every: int) -> Found:
    """First words of sentences of gold words, no sentence given."""
    known = next(part.reader.inventory for _, part in nlp.pipeline if hasattr(part, "reader"))
    right = answered = wanted = 0
    for document in treebanks.read(path, known)[::every]:
        doc, places = document_of(nlp, document, sentences=False)
        answers = {place for place, token in enumerate(places) if doc[token].is_sent_start}
        right += len(answers & set(document.breaks))
        answered += len(answers)
        wanted += len(document.breaks)
    return {"ud.sentence_f1": (f1(right, answered, wanted), wanted)}


def entities(nlp: Language, path: Path, every: int) -> Found:
    """Strict F1 of names, by word spans and type, the types of each corpus mapped."""
    if path.suffix == ".iob2":
        documents, mapping, rest = names.read_iob2(path), UNER, None
    else:
        conll = path.parent.name.startswith("conll")
        documents = names.read_gold(path, together=60 if conll else 1)
        mapping, rest = (CONLL if conll else CROSSNER), names.MIXED
    right = answered = wanted = 0
    for document, gold in documents[::every]:
        doc, places = document_of(nlp, document, sentences=True)
        word_at = {token: word for word, token in enumerate(places)}
        answers = {
            (word_at[ent.start], word_at[ent.end - 1] + 1, mapping.get(ent.label_, rest))
            for ent in doc.ents
            if mapping.get(ent.label_, rest)
        }
        right += len(answers & gold)
        answered += len(answers)
        wanted += len(gold)
    return {"ner.f1": (f1(right, answered, wanted), wanted)}


def times_and_events(nlp: Language, path: Path, every: int) -> Found:
    """Time expressions and event triggers as in TempEval-3 tasks A and B; of ``tbaq_dev`` the fifth that is kept."""
    chosen = [row for row in rows(path) if path.name != "tbaq_dev.jsonl" or timeml.kept(row["id"])]
    counts: Counter[tuple[str, str]] = Counter()
    for row in chosen[::every]:
        doc = nlp(row["text"])
        for kind, group, label in (("timexes", "times", "type"), ("events", "events", "cls")):
            gold = [(*trimmed(one["start"], one["end"], row["text"]), one[label]) for one in row.get(kind) or []]
            answers = [(span.start_char, span.end_char, span.label_) for span in doc.spans[group]]
            for name, value in aligned(gold, answers).items():
                counts[kind, name] += value
    found = {}
    for kind, name, label in (("timexes", "timex", "type"), ("events", "events", "class")):
        n = counts[kind, "gold"]
        totals = (counts[kind, "answers"], n)
        if not n:
            continue
        if kind == "timexes":
            found["timex.strict_f1"] = (f1(counts[kind, "strict"], *totals), n)
            found["timex.relaxed_f1"] = (f1(counts[kind, "relaxed"], *totals), n)
        else:
            found["events.trigger_f1"] = (f1(counts[kind, "strict"], *totals), n)
        if kind == "events" or "wikiwars" not in path.name:
            found[f"{name}.{label}_f1"] = (f1(counts[kind, "label"], *totals), n)
    return found


def trimmed(start: int, end: int, text: str) -> tuple[int, int]:
    """Return the offsets without white space at either end."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def aligned(gold: list[tuple[int, int, str]], answers: list[tuple[int, int, str]]) -> dict[str, int]:
    """Align one to one, equal extents first, then overlapping ones in order (score_timex.py)."""
    left = sorted(answers)
    pairs = []
    open_gold = []
    for one in sorted(gold):
        same = next((answer for answer in left if answer[:2] == one[:2]), None)
        if same:
            left.remove(same)
            pairs.append((one, same))
        else:
            open_gold.append(one)
    for one in open_gold:
        near = next((answer for answer in left if answer[0] < one[1] and one[0] < answer[1]), None)
        if near:
            left.remove(near)
            pairs.append((one, near))
    return {
        "gold": len(gold),
        "answers": len(answers),
        "strict": sum(one[:2] == answer[:2] for one, answer in pairs),
        "relaxed": len(pairs),
        "label": sum(one[2] == answer[2] for one, answer in pairs),
    }


def same_event(nlp: Language, path: Path, every: int) -> Found:
    """How well the likeness of two sentences of a topic, in different documents, says that they tell of one event."""

    def vectors(documents: Sequence[Document]) -> np.ndarray:
        return np.stack([document_of(nlp, document, sentences=True)[0].vector for document in documents])

    return {"similarity.same_event_auc": same_event_auc(path, vectors, every)}


def same_event_auc(
    path: Path, vectors: Callable[[Sequence[Document]], np.ndarray], every: int = 1
) -> tuple[float, int]:
    """Return the area under the ROC curve in percent, and the number of pairs that tell of one event."""
    likeness, labels = [], []
    for _, documents in sorted(coreference.read_sentences(path).items()):
        chosen = documents[::every]
        found = vectors(chosen)
        found = found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
        cosines = found @ found.T
        for i, one in enumerate(chosen):
            for j, other in enumerate(chosen[:i]):
                if one.name.rsplit("-", 1)[0] != other.name.rsplit("-", 1)[0]:
                    likeness.append(cosines[i, j])
                    labels.append(bool(one.alike[0] & other.alike[0]))
    order = np.argsort(np.array(likeness), kind="stable")
    ranks = np.empty(len(order))
    ranks[order] = np.arange(1, len(order) + 1)
    right = np.array(labels)
    positive = int(right.sum())
    area = (ranks[right].sum() - positive * (positive + 1) / 2) / max(1, positive * (len(right) - positive))
    return round(100 * float(area), 2), positive


def bare_seconds(reader: OnnxReader, pieces: PieceReader, doc: Doc) -> tuple[int, float]:
    """Return the number of pieces of a document, and the seconds that the bare encoder takes to read them once."""
    _, words, gaps = words_of(doc)
    read = pieces.read(words, gaps)
    ends = pieces.vocabulary.ends
    spent = 0.0
    for start in range(0, len(read.ids), ROOM):
        window = np.concatenate([[ends[0]], read.ids[start : start + ROOM], [ends[1]]])
        forms = np.concatenate([[END_SHAPE], read.shapes[start : start + ROOM], [END_SHAPE]])
        began = time.perf_counter()
        reader.states(window, forms)
        spent += time.perf_counter() - began
    return len(read.ids), spent


SCORERS: tuple[tuple[str, Callable[[Language, Path, int], Found]], ...] = (
    ("attribution/cofenet_*.jsonl", tagged_attribution),
    ("attribution/polnear_*.jsonl", linked_attribution),
    ("ud/*.conllu", trees),
    ("ud/*.conllu", sentences),
    ("ner/**/*.txt", entities),
    ("ner/*.iob2", entities),
    ("timex/*.jsonl", times_and_events),
    ("event_coref/ecbplus_*.jsonl", same_event),
)
