"""Tests of ``rashomon.model``: weights are those that were released, and the same lines always score the same."""

import hashlib
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import BrokenInstallation
from rashomon.languages.prose import CUES_TABLE
from rashomon.languages.tables import table_bytes
from rashomon.model import weights
from rashomon.model.paragraphs import WEIGHTS, body_scores, features

MANIFEST = files("rashomon.model").joinpath("manifest.toml").read_bytes()
EXPECTED = tomllib.loads(MANIFEST.decode("utf-8"))["files"][WEIGHTS]
LINES = (
    "Skip to main content",
    "Old weir of Ferrel to be pulled down",
    "The council of Ferrel said on Monday that the old weir would be pulled down before the summer floods.",
    "Engineers had found that two of its seven arches no longer stand on rock, the council wrote to the millers.",
    "Subscribe to our newsletter",
    "© 2031 Ferrel Gazette. All rights reserved.",
)
GAPS = (True, True, True, False, True, True)
LOADING = """
import sys
from rashomon.cli import main
from rashomon.model.paragraphs import body_scores
body_scores(["The weir was built in 1884."], [True])
print(sorted({"lightgbm", "onnxmltools", "skl2onnx", "sklearn", "torch"} & set(sys.modules)))
"""


def replaced(name: str, content: bytes) -> Callable[[str], bytes]:
    """Return a reader of the files of the model in which one has other content."""
    return lambda wanted: content if wanted == name else files("rashomon.model").joinpath(wanted).read_bytes()


def test_the_shipped_weights_are_those_of_the_manifest() -> None:
    assert hashlib.sha256(weights.verified(WEIGHTS)).hexdigest() == EXPECTED["sha256"]


@pytest.mark.parametrize("content", [b"", b"no graph at all"])
def test_altered_weights_are_refused_with_the_digest_they_should_have(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weights, "_bytes", replaced(WEIGHTS, content))
    with pytest.raises(BrokenInstallation) as raised:
        weights.session(WEIGHTS)
    assert repr(WEIGHTS) in str(raised.value)
    assert EXPECTED["sha256"] in str(raised.value)
    assert "install the package again" in str(raised.value)


def test_one_altered_byte_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    content = bytearray(weights.verified(WEIGHTS))
    content[len(content) // 2] ^= 1
    monkeypatch.setattr(weights, "_bytes", replaced(WEIGHTS, bytes(content)))
    with pytest.raises(BrokenInstallation, match=EXPECTED["sha256"]):
        weights.verified(WEIGHTS)


def test_missing_weights_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    empty = tmp_path_factory.mktemp("empty")
    (empty / "manifest.toml").write_bytes(MANIFEST)
    monkeypatch.setattr(weights, "files", lambda _package: empty)
    with pytest.raises(BrokenInstallation, match=rf"'{WEIGHTS}'.*install the package again"):
        weights.verified(WEIGHTS)


def test_missing_weights_are_named_with_the_digest_they_should_have(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    empty = tmp_path_factory.mktemp("empty")
    (empty / "manifest.toml").write_bytes(MANIFEST)
    monkeypatch.setattr(weights, "files", lambda _package: empty)
    with pytest.raises(BrokenInstallation, match=EXPECTED["sha256"]):
        weights.verified(WEIGHTS)


@pytest.fixture
def unread() -> Iterator[None]:
    """Forget the manifest, before a test that replaces it and after."""
    weights._manifest.cache_clear()
    yield
    weights._manifest.cache_clear()


@pytest.mark.usefixtures("unread")
def test_a_missing_manifest_is_a_broken_installation(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    empty = tmp_path_factory.mktemp("empty")
    monkeypatch.setattr(weights, "files", lambda _package: empty)
    with pytest.raises(BrokenInstallation, match=r"'manifest.toml' can't be read.*install the package again"):
        weights.verified(WEIGHTS)


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize("content", [b"[[[", b"", b"[files]\n", b"\xff\xfe"])
def test_an_altered_manifest_is_a_broken_installation(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "_bytes", replaced(weights.MANIFEST, content))
    with pytest.raises(BrokenInstallation):
        weights.verified(WEIGHTS)


def test_the_version_is_the_digest_of_the_manifest() -> None:
    assert weights.version() == hashlib.sha256(MANIFEST).hexdigest()[:12]


def test_the_manifest_says_licence_data_and_scores() -> None:
    assert EXPECTED["licence"]
    assert EXPECTED["scores"]
    assert all(data["name"] and data["licence"] for data in EXPECTED["data"])


def test_the_weights_were_trained_with_the_cue_table_that_ships() -> None:
    assert hashlib.sha256(table_bytes(CUES_TABLE)).hexdigest() == EXPECTED["cues_sha256"]


def test_the_same_lines_score_the_same_to_the_last_bit() -> None:
    assert body_scores(LINES, GAPS) == body_scores(LINES, GAPS)


def test_another_session_scores_the_same_to_the_last_bit() -> None:
    again = weights.session(WEIGHTS).run(["probabilities"], {"features": features(LINES, GAPS)})[0][:, 1]
    assert [float(value) for value in again] == body_scores(LINES, GAPS)


def test_a_session_runs_on_one_thread() -> None:
    options = weights.session(WEIGHTS).get_session_options()
    assert (options.intra_op_num_threads, options.inter_op_num_threads) == (1, 1)


def test_prose_scores_above_furniture() -> None:
    scores = body_scores(LINES, GAPS)
    assert min(scores[2:4]) > 0.5 > max(scores[0], *scores[4:])


def test_no_lines_have_no_scores() -> None:
    assert body_scores([], []) == []


@given(st.lists(st.tuples(st.text(max_size=80), st.booleans()), min_size=1, max_size=12))
@settings(max_examples=30)
def test_every_line_has_a_probability(lines: list[tuple[str, bool]]) -> None:
    scores = body_scores([line for line, _ in lines], [gap for _, gap in lines])
    assert len(scores) == len(lines)
    assert all(0.0 <= score <= 1.0 for score in scores)


def test_running_the_model_needs_nothing_of_its_training() -> None:
    done = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
