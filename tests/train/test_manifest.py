"""Writing the manifest."""

import hashlib
import tomllib
from pathlib import Path

from rashomon.model.weights import MANIFEST
from rashomon.train.manifest import write


def test_entries_of_other_files_stay(tmp_path: Path) -> None:
    write(tmp_path, {"b.onnx": (b"two", {"about": "b"})})
    write(tmp_path, {"a.onnx": (b"one", {"about": "a"})})
    files = tomllib.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))["files"]
    assert list(files) == ["a.onnx", "b.onnx"]
    assert files["a.onnx"]["sha256"] == hashlib.sha256(b"one").hexdigest()
    assert files["b.onnx"]["about"] == "b"
    assert (tmp_path / "a.onnx").read_bytes() == b"one"
