"""Reading the corpora: small files of the same formats, written for these tests."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from rashomon.model.labels import ENTITIES, EVENTS, ROLES, STATUSES, TIMES, sequence_tags
from rashomon.model.pieces import BLANK, LINE, NONE, SPACE, gap_of
from rashomon.train.corpora import attribution, coreference, names, timeml, treebanks
from rashomon.train.corpora.documents import Document, guessed_gaps

ROLE_TAGS, NAME_TAGS, TIME_TAGS = sequence_tags(ROLES), sequence_tags(ENTITIES), sequence_tags(TIMES)


def words_of(text: str) -> list[tuple[int, int]]:
    """Cut at spaces."""
    places, start = [], 0
    for word in text.replace("\n", " ").split(" "):
        if word:
            places.append((start, start + len(word)))
        start += len(word) + 1
    return places


def in_bits(number: int, tags: tuple[str, ...]) -> set[str]:
    """Return the tags that a set, given as bits, holds."""
    return {tag for place, tag in enumerate(tags) if number >> place & 1}


def jsonl(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_attribution_with_content_on_both_sides(tmp_path: Path) -> None:
    text = "The dam holds , Brisko said , for now ."
    row = {
        "id": "a",
        "text": text,
        "sents": None,
        "attributions": [{"source": [[16, 22]], "cue": [[23, 27]], "content": [[0, 13], [30, 37]]}],
    }
    (document,) = attribution.read(jsonl(tmp_path / "x.jsonl", row), words_of)
    tags = [in_bits(int(number), ROLE_TAGS) for number in document.labels["attribution"]]
    assert [tag for (tag,) in tags] == [
        "B-content", "I-content", "I-content", "O", "B-source", "B-cue", "O", "B-content", "I-content", "O",
    ]  # fmt: skip
    assert document.labels["cue"].tolist() == [5, 5, 5, -1, -1, -1, -1, 5, 5, -1]
    assert document.labels["source"].tolist() == [-1, -1, -1, -1, -1, 4, -1, -1, -1, -1]


def test_attribution_without_a_source_points_to_itself(tmp_path: Path) -> None:
    row = {
        "id": "a",
        "text": "Reportedly it rained",
        "sents": [[[0, 10], [11, 13], [14, 20]]],
        "attributions": [{"source": [], "cue": [[0, 10]], "content": [[11, 20]]}],
    }
    (document,) = attribution.read(jsonl(tmp_path / "x.jsonl", row), words_of, given_words=True)
    assert document.labels["source"].tolist() == [0, -1, -1]


CONLLU = """\
# newdoc id = GUM_news_dam
# meta::genre = news
# newpar
# sent_id = 1
1 The the DET DT _ 3 det _ Entity=(1-organization-new-nnnnn-cf1-2-coref-Ordrun_Council
2 Ordrun Ordrun PROPN NNP _ 3 compound _ _
3 Council Council PROPN NNP _ 6 nsubj _ Entity=1)
4-5 cannot _ _ _ _ _ _ _ _
4 can can AUX MD _ 6 aux _ _
5 not not PART RB _ 6 advmod _ _
6 meet meet VERB VB _ 0 root _ _
7 President President PROPN NNP _ 6 obj _ Entity=(2-person-new-nnnnn-cf1-2-coref
8 Zhelnar Zhelnar PROPN NNP _ 7 flat _ Entity=2)|SpaceAfter=No
9 . . PUNCT . _ 6 punct _ _

# newdoc id = GUM_fiction_x
# meta::genre = fiction
1 Rain rain NOUN NN _ 0 root _ _

"""
"""Columns apart by spaces here, by tabs in the file."""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "en_x-ud-train.conllu.gz"
    lines = (line if line.startswith("#") else line.replace(" ", "\t") for line in CONLLU.split("\n"))
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    return path


def test_treebank_gives_heads_gaps_and_sentences(treebank: Path) -> None:
    known = treebanks.inventory([treebank])
    document = treebanks.read(treebank, known)[0]
    assert document.words == ["The", "Ordrun", "Council", "can", "not", "meet", "President", "Zhelnar", "."]
    assert document.labels["head"].tolist() == [2, 2, 5, 5, 5, 5, 5, 6, 5]
    assert document.gaps == [BLANK, SPACE, SPACE, SPACE, NONE, SPACE, SPACE, SPACE, NONE]
    assert [known.relations[number] for number in document.labels["relation"]][5] == "root"
    assert document.texts["lemma"][0] == "the"


def test_names_of_a_treebank_leave_articles_and_titles_out(treebank: Path) -> None:
    document = treebanks.read(treebank, treebanks.inventory([treebank]))[0]
    found = [in_bits(int(number), NAME_TAGS) for number in document.labels["entity"]]
    assert found[0] == {"O"}
    assert found[1] == {"B-organization"}
    assert found[2] == {"I-organization"}
    assert found[6] == set(), "a proper noun outside every name that was found is left open"
    assert found[7] == {"B-person"}


def test_texts_that_may_not_be_used_are_left_out_of_what_ships(treebank: Path) -> None:
    known = treebanks.inventory([treebank])
    assert [document.name for document in treebanks.read(treebank, known, shipped=True)] == ["GUM_news_dam"]
    assert len(treebanks.read(treebank, known)) == 2


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Russian", "group"),
        ("South Koreans", "group"),
        ("Clean Air Act", "law"),
        ("Gulf War", "event"),
        ("Democratic Convention", "event"),
        ("Windows 95", "other"),
    ],
)
def test_names_that_a_corpus_calls_misc(words: str, kind: str) -> None:
    assert names.kinds_of("misc", words.split()) == (kind,)


def test_names_are_read_sentence_by_sentence(tmp_path: Path) -> None:
    path = tmp_path / "train.txt"
    path.write_text(
        "Quell\tB-politician\nleft\tO\nPort\tB-location\nHalmey\tI-location\n\nRain\tO\n\n", encoding="utf-8"
    )
    (document,) = names.read(path, together=2)
    found = [in_bits(int(number), NAME_TAGS) for number in document.labels["entity"]]
    assert found == [{"B-person"}, {"O"}, {"B-place"}, {"I-place"}, {"O"}]
    assert document.breaks == [0, 4]
    (gold,) = (spans for _, spans in names.read_gold(path, together=2))
    assert gold == {(0, 1, "person"), (2, 4, "place")}


def test_names_cut_again_go_on_in_all_their_parts(tmp_path: Path) -> None:
    path = tmp_path / "train.txt"
    path.write_text("Ordrun-Sorn\tB-organization\nwell-known\tO\n\n", encoding="utf-8")
    (document,) = names.read(path, together=1)
    again = names.cut_again(document, lambda word: [(0, word.index("-")), (word.index("-"), len(word))])
    assert again.words == ["Ordrun", "-Sorn", "well", "-known"]
    found = [in_bits(int(number), NAME_TAGS) for number in again.labels["entity"]]
    assert found == [{"B-organization"}, {"I-organization"}, {"O"}, {"O"}]
    assert again.gaps == [BLANK, NONE, SPACE, NONE]


def test_iob2_gaps_come_from_the_text(tmp_path: Path) -> None:
    path = tmp_path / "x.iob2"
    path.write_text(
        "# newdoc id = d\n# text = In Sorn, rain.\n1\tIn\tO\t-\t-\n2\tSorn\tB-LOC\t-\tx\n3\t,\tO\t-\t-\n"
        "4\train\tO\t-\t-\n5\t.\tO\t-\t-\n\n",
        encoding="utf-8",
    )
    ((document, gold),) = names.read_iob2(path)
    assert document.gaps == [BLANK, SPACE, NONE, SPACE, NONE]
    assert gold == {(1, 2, "LOC")}


EVENT = {"id": "e1", "start": 0, "end": 4, "cls": "OCCURRENCE", "tense": "PAST", "aspect": "NONE", "polarity": "POS"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("happened",)),
        ({"polarity": "NEG"}, ("denied",)),
        ({"modality": "may"}, ("possible",)),
        ({"tense": "FUTURE"}, ("planned",)),
        ({"tense": "INFINITIVE"}, ("planned", "possible")),
        ({"tense": "INFINITIVE", "cls": "REPORTING"}, ("planned", "possible")),
        ({"tense": "PRESENT"}, ("ongoing",)),
        ({"tense": "PRESENT", "cls": "REPORTING"}, ("happened",)),
        ({"tense": "PRESENT", "aspect": "PERFECTIVE"}, ("happened",)),
        ({"tense": "NONE"}, ()),
    ],
)
def test_status_follows_from_timeml(changes: dict[str, str], expected: tuple[str, ...]) -> None:
    assert timeml.statuses(EVENT | changes) == expected


def test_times_and_events_are_marked(tmp_path: Path) -> None:
    row = {
        "id": next(f"d{number}" for number in range(99) if not timeml.kept(f"d{number}")),
        "text": "Fled in early May",
        "timexes": [{"start": 8, "end": 17, "type": "DATE", "value": "2031-05"}],
        "events": [EVENT],
    }
    (document,) = timeml.read(jsonl(tmp_path / "tbaq_dev.jsonl", row), words_of)
    assert [in_bits(int(number), TIME_TAGS) for number in document.labels["time"]] == [
        {"O"}, {"O"}, {"B-DATE"}, {"I-DATE"},
    ]  # fmt: skip
    assert EVENTS[document.labels["event"][0]] == "OCCURRENCE"
    assert in_bits(int(document.labels["status"][0]), STATUSES) == {"happened"}


def test_documents_kept_for_scoring_are_not_trained_on(tmp_path: Path) -> None:
    name = next(f"d{number}" for number in range(99) if timeml.kept(f"d{number}"))
    row = {"id": name, "text": "Rain", "timexes": [], "events": []}
    assert timeml.read(jsonl(tmp_path / "tbaq_dev.jsonl", row), words_of) == []


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("1939-09", "DATE"),
        ("P3D", "DURATION"),
        ("1939-09-01T12:00", "TIME"),
        ("PAST_REF", "DATE"),
        ("PTXM", "DURATION"),
    ],
)
def test_types_of_a_corpus_with_one_type_come_from_the_value(value: str, kind: str) -> None:
    assert timeml.time_types({"type": "DATE", "value": value}, typed=False) == kind


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ({"polarity": "NEG", "time": "FUTURE"}, ("denied",)),
        ({"polarity": "POS", "time": "FUTURE", "certainty": "CERTAIN"}, ("planned",)),
        ({"polarity": "POS", "time": "NON_FUTURE", "certainty": "CERTAIN"}, ("happened", "ongoing")),
        ({"polarity": "POS", "time": "NON_FUTURE", "certainty": "POSSIBLE"}, ("possible",)),
        ({}, ()),
    ],
)
def test_status_follows_from_factuality(mention: dict[str, str], expected: tuple[str, ...]) -> None:
    assert coreference.statuses(mention) == expected


def test_sentences_know_which_events_they_tell_of(tmp_path: Path) -> None:
    mention = {"kind": "event", "sent": 1, "toks": [0], "cluster": "ACT1"}
    row = {
        "id": "1_1ecb",
        "topic": 1,
        "sents": [{"n": 0, "valid": False, "tokens": ["http"]}, {"n": 1, "valid": True, "tokens": ["Rain", "fell"]}],
        "mentions": [mention, mention | {"cluster": "SINGLE_x"}, mention | {"kind": "entity", "cluster": "HUM"}],
    }
    topics = coreference.read_sentences(jsonl(tmp_path / "x.jsonl", row))
    assert [document.alike for document in topics["1"]] == [[frozenset({"ACT1"})]]


@pytest.mark.parametrize(
    ("between", "gap"), [("", NONE), (" ", SPACE), (" \n", LINE), ("\n\n", BLANK), ("\n \n", BLANK)]
)
def test_gap(between: str, gap: int) -> None:
    assert gap_of(between) == gap


def test_lost_spacing_is_guessed() -> None:
    words = ["He", "said", ",", '"', "No", "(", "not", "now", ")", '"', "."]
    assert guessed_gaps([words], "x") == [
        BLANK, SPACE, NONE, SPACE, NONE, SPACE, NONE, SPACE, NONE, NONE, NONE,
    ]  # fmt: skip


def test_labels_are_silent_until_set() -> None:
    document = Document("x", ["a", "b"], [BLANK, SPACE], [0])
    assert document.label("upos").tolist() == [-1, -1]
    assert document.label("entity").tolist() == [0, 0]
