"""Joining windows and sections: with a reader that sees only the words themselves, cuts must not show."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from rashomon.model import annotation
from rashomon.model.annotation import LONGEST_SENTENCE, Annotation, annotate, meanings
from rashomon.model.labels import SEQUENCES, Inventory
from rashomon.model.pieces import GAPS, Ids, PieceReader, vocabulary_of
from rashomon.model.reader import Marks, Scores

VOCABULARY = ("[UNK]", "[CLS]", "[SEP]", "start", "word", "sorn", "may", "he", "said", "that")
START, SORN, MAY, HE, SAID, THAT = (VOCABULARY.index(word) for word in ("start", "sorn", "may", "he", "said", "that"))
BLANK, SPACE = GAPS.index("blank"), GAPS.index("space")


class WordByWord:
    """A network whose every answer follows from a word and, for pointers, from the distance to the other."""

    inventory = Inventory(upos=("NOUN", "VERB"), tags=("NN", "VB"), lemmas=("k0:",), relations=("dep", "obj", "root"))

    @property
    def steps(self) -> Mapping[str, Scores]:
        """Any tag may follow any other."""
        return {name: np.zeros((len(tags), len(tags)), np.float32) for name, tags in SEQUENCES.items()}

    def marks(self, ids: Ids, shapes: Ids, first: Ids) -> Marks:
        """Read one window."""
        del shapes
        words = ids[first]
        count = len(words)
        distance = np.abs(np.arange(count)[:, None] - np.arange(count)[None, :]).astype(np.float32)
        arcs = np.zeros((count, count + 1), np.float32)
        arcs[np.arange(count), np.arange(count)] = 5  # the word before
        arcs[words == START, 0] = 9

        def tagged(name: str, marked: Mapping[int, str]) -> Scores:
            scores = np.zeros((count, len(SEQUENCES[name])), np.float32)
            scores[:, 0] = 1
            for word, tag in marked.items():
                scores[words == word, SEQUENCES[name].index(tag)] = 5
            return scores

        def pointing(target: int) -> Scores:
            scores: Scores = -distance
            scores[:, words != target] -= 100
            return scores

        return Marks(
            upos=words % 2,
            tag=words % 2,
            lemma=np.zeros(count, np.int64),
            event=(words == SAID).astype(np.int64),
            status=np.zeros(count, np.int64),
            entity=tagged("entity", {SORN: "B-place"}),
            time=tagged("time", {MAY: "B-DATE"}),
            attribution=tagged("attribution", {HE: "B-source", SAID: "B-cue", THAT: "B-content"}),
            sentence=np.where(words == START, 1, -1).astype(np.float32),
            arcs=arcs,
            dependents=np.repeat(words[:, None], 2, axis=1).astype(np.float32),
            heads=np.concatenate([[[-1.0, -1.0]], np.repeat(words[:, None], 2, axis=1)]).astype(np.float32),
            cues=pointing(SAID),
            sources=pointing(HE),
            meaning=np.repeat(words[:, None], 3, axis=1).astype(np.float32),
        )

    def meaning(self, ids: Ids, shapes: Ids, first: Ids) -> Scores:
        """Read one window for its embeddings."""
        return self.marks(ids, shapes, first).meaning

    def relations(self, dependents: Scores, heads: Scores) -> Ids:
        """Say obj after "said", root of what hangs on nothing, else dep; a vector of another word would show."""
        assert dependents.shape == heads.shape
        return np.where(heads[:, 0] == SAID, 1, np.where(heads[:, 0] < 0, 2, 0))


def read(words: Sequence[str], gaps: Sequence[int] | None = None, starts: Sequence[int] | None = None) -> Annotation:
    return annotate(
        words,
        gaps or [SPACE] * len(words),
        reader=WordByWord(),
        piece_reader=PieceReader(vocabulary_of("\n".join(VOCABULARY).encode())),
        starts=starts,
    )


SENTENCE = ["start", "sorn", "he", "said", "that", "word", "may"]
COUNT = 200
TEXT = SENTENCE * COUNT
SIZE = len(SENTENCE)


def test_embeddings_alone_are_those_of_the_annotation() -> None:
    words = TEXT[:700]
    found = meanings(
        words,
        [SPACE] * len(words),
        reader=WordByWord(),
        piece_reader=PieceReader(vocabulary_of("\n".join(VOCABULARY).encode())),
    )
    assert np.array_equal(found, read(words).meaning)


@pytest.mark.parametrize("section", [10_000, 300, 150])
def test_cuts_between_windows_and_sections_do_not_show(section: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotation, "SECTION", section)
    gaps = [BLANK if place % SIZE == 0 else SPACE for place in range(len(TEXT))]
    found = read(TEXT, gaps)
    starts = [SIZE * number for number in range(COUNT)]
    assert found.sentences.tolist() == starts
    assert found.heads.tolist() == [place if place in set(starts) else place - 1 for place in range(len(TEXT))]
    relations = ["root", "dep", "dep", "dep", "obj", "dep", "dep"]
    assert [WordByWord.inventory.relations[label] for label in found.relations] == relations * COUNT
    assert found.entities == [(start + 1, start + 2, "place") for start in starts]
    assert found.times == [(start + 6, start + 7, "DATE") for start in starts]
    assert np.flatnonzero(found.events).tolist() == [start + 3 for start in starts]
    assert [role for _, _, role in found.roles] == ["source", "cue", "content"] * COUNT
    assert found.belongs == tuple((number,) for number in range(1, COUNT + 1) for _ in range(3))
    assert found.meaning[:, 0].tolist() == [VOCABULARY.index(word) for word in TEXT]


def test_sentences_that_are_given_are_kept_across_sections(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotation, "SECTION", 100)
    starts = list(range(0, 400, 20))
    assert read(["word"] * 400, starts=starts).sentences.tolist() == starts


@pytest.mark.parametrize("count", [LONGEST_SENTENCE + 1, 5000])
def test_text_without_sentences_is_cut_into_trees_of_bearable_size(count: int) -> None:
    found = read(["word"] * count)
    lengths = np.diff([*found.sentences.tolist(), count])
    assert lengths.max() <= LONGEST_SENTENCE
    assert sum(found.heads == np.arange(count)) == len(found.sentences)


def test_only_roots_are_called_so() -> None:
    found = read(["word"] * 30)
    root = WordByWord.inventory.relations.index("root")
    assert np.flatnonzero(found.relations == root).tolist() == [0]
