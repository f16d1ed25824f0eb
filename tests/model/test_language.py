"""The language model at the door: a spaCy pipeline over the shipped weights."""

import hashlib
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.resources import files

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.errors import BrokenInstallation
from rashomon.model import load, weights
from rashomon.model.labels import ENTITIES, EVENTS, ROLES, STATUSES, TIMES
from rashomon.model.language import COMPONENT, words_of
from rashomon.model.pieces import VOCABULARY, Pieces
from rashomon.model.reader import READER, RELATIONS
from rashomon.model.windows import windows

REPORT = (
    "CORVENHOLT — Lawmakers in Kestravia ratified the Treaty of Halmey on Thursday, March 13, the country’s parliament "
    "said.\n\n“We will not wait for the river to dry up,” President Ivo Zhelnar told reporters in Port Halmey. “The "
    "dam holds,” he added.\n\nAbout 1,200 soldiers of Ormelia had crossed the border since January, according to "
    "Drevany’s Defence Ministry. It did not say where they were, and may publish pictures next week."
)
SHORT = "The Assembly of Deputies votes tomorrow."
LONG = "\n\n".join([REPORT] * 6)


def read_pieces(nlp: Language, doc: Doc) -> tuple[list[str], Pieces]:
    _, words, gaps = words_of(doc)
    return words, nlp.get_pipe(COMPONENT).pieces.read(words, gaps)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(REPORT)


def digest(doc: Doc) -> str:
    """Return a digest of everything that is marked, to the last bit."""
    marks = [(token.pos_, token.tag_, token.lemma_, token.dep_, token.head.i, token.is_sent_start) for token in doc]
    spans = [
        (span.start, span.end, span.label_, span.id, span._.status)
        for group in (doc.ents, *(doc.spans[name] for name in ("times", "events", "attribution")))
        for span in group
    ]
    return hashlib.sha256(repr((marks, spans)).encode() + doc.tensor.tobytes()).hexdigest()


@pytest.mark.parametrize("threads", [1, 2])
def test_marks_are_the_same_alone_among_others_and_in_any_order(nlp: Language, threads: int) -> None:
    texts = [REPORT, SHORT, LONG, "", "Rain.", REPORT[:200]]
    alone = {text: digest(nlp(text)) for text in texts if text}
    many = load(threads=threads)
    for order in (texts, texts[::-1], [*texts, *texts]):
        for text, marked in zip(order, many.pipe(order), strict=True):
            assert marked.text == text
            assert not text or digest(marked) == alone[text]


def test_long_texts_are_read_in_several_windows_and_short_parts_stay_the_same(nlp: Language) -> None:
    marked = nlp(LONG)
    assert len(marked._.attributions) >= 6
    assert len(windows(*read_pieces(nlp, marked))) > 3
    first = [(token.tag_, token.dep_, token.head.i) for token in marked[:20]]
    assert first == [(token.tag_, token.dep_, token.head.i) for token in nlp(REPORT)[:20]]


def test_names(doc: Doc) -> None:
    found = {(ent.text, ent.label_) for ent in doc.ents}
    assert {("Kestravia", "place"), ("Ivo Zhelnar", "person"), ("Port Halmey", "place")} <= found


def test_times(doc: Doc) -> None:
    found = {(span.text, span.label_) for span in doc.spans["times"]}
    assert ("January", "DATE") in found
    assert ("next week", "DATE") in found


def test_attributions(doc: Doc) -> None:
    found = {
        (one.source.text if one.source else None, one.cue.text): [part.text for part in one.contents]
        for one in doc._.attributions
    }
    assert "We will not wait for the river to dry up" in found["President Ivo Zhelnar", "told"][0]
    assert any(cue == "according to" for _, cue in found)


def test_events_and_their_status(doc: Doc) -> None:
    found = {span.text: span._.status for span in doc.spans["events"]}
    assert found["ratified"] == "happened"
    assert found["publish"] == "possible"


def test_trees_have_one_root_and_stay_inside_their_sentence(nlp: Language) -> None:
    for sentence in nlp(LONG).sents:
        assert sum(token.head.i == token.i for token in sentence) == 1
        assert all(token.head.sent == sentence for token in sentence)


def test_labels_are_those_of_the_documentation(doc: Doc) -> None:
    assert {ent.label_ for ent in doc.ents} <= set(ENTITIES)
    assert {span.label_ for span in doc.spans["times"]} <= set(TIMES)
    assert {span.label_ for span in doc.spans["attribution"]} <= set(ROLES)
    assert {span.label_ for span in doc.spans["events"]} <= set(EVENTS) - {"none"}
    assert {span._.status for span in doc.spans["events"]} <= set(STATUSES)


def test_sentences_alike_have_vectors_alike(nlp: Language) -> None:
    one, same, other = (
        nlp(text)
        for text in (
            "Parliament ratified the treaty on Thursday.",
            "Lawmakers approved the pact in a vote on Thursday.",
            "The recipe needs two eggs and some flour.",
        )
    )
    assert one[:].similarity(same[:]) > one[:].similarity(other[:]) + 0.2


def test_sentences_that_are_given_are_kept(nlp: Language) -> None:
    words = ["Mr.", "Brisko", "left", "Rain", "fell"]
    given = Doc(nlp.vocab, words=words, sent_starts=[True, False, False, True, False])
    assert [sentence.text.strip() for sentence in nlp(given).sents] == ["Mr. Brisko left", "Rain fell"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "\x00",
        "\ufffd\ufffd",
        "a" * 5000,
        "https://example.org/" + "x/" * 2000,
        "😀" * 300,
        "." * 1000,
        "\u202eesrever\u202c <script>alert(1)</script>",
        "“" * 50 + "said" + "”" * 50,
        "word " * 3000,
        "no sentence ends here and " * 200,
        "\n".join("x" * 3 for _ in range(400)),
    ],
)
def test_odd_texts_are_read(nlp: Language, text: str) -> None:
    marked = nlp(text)
    assert marked.text == text
    assert all(group in marked.spans for group in ("times", "events", "attribution"))
    assert sum(len(sentence) for sentence in marked.sents) == len(marked)
    for span in marked.spans["attribution"]:
        assert text[span.start_char : span.end_char] == span.text


def loaded(code: str) -> Sequence[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_loading_needs_neither_torch_nor_a_hub() -> None:
    code = (
        "import sys, rashomon.model\n"
        "rashomon.model.load()('Rain fell.')\n"
        "print(*sorted({'torch', 'transformers', 'huggingface_hub', 'onnx', 'pickle5'} & set(sys.modules)))"
    )
    assert loaded(code) == []


def test_reading_needs_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    assert load()(SHORT).ents is not None


def test_loading_takes_less_than_two_seconds() -> None:
    load()
    began = time.perf_counter()
    load()
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize("name", [READER, RELATIONS, VOCABULARY])
def test_altered_weights_are_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(wanted: str) -> bytes:
        return b"" if wanted == name else files("rashomon.model").joinpath(wanted).read_bytes()

    expected = hashlib.sha256(files("rashomon.model").joinpath(name).read_bytes()).hexdigest()
    monkeypatch.setattr(weights, "_bytes", read)
    with pytest.raises(BrokenInstallation, match=expected) as raised:
        load()
    assert repr(name) in str(raised.value)


def test_spacy_finds_the_component_by_its_name() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("rashomon")
    assert [ent.text for ent in nlp("Angela Merkel spoke in Berlin.").ents] == ["Angela Merkel", "Berlin"]


def test_embeddings_alone_are_those_of_the_marked_document(nlp: Language) -> None:
    text = "The parliament of Tamarel ratified the treaty. Ministers welcomed the vote."
    found = nlp.get_pipe(COMPONENT).meanings(nlp.make_doc(text))
    assert np.array_equal(found, nlp(text).tensor)
