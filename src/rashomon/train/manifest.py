"""The manifest of the weights: for each file its digest, licence, what it does, what it learnt from and how well."""

import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli_w

from rashomon.model.weights import MANIFEST

HEAD = "# Written by the training (python -m rashomon.train, rashomon.train.paragraphs); not edited by hand.\n\n"
Entry = Mapping[str, Any]


def write(out: Path, files: Mapping[str, tuple[bytes, Entry]]) -> None:
    """Write weight files to ``out`` with their entries in its manifest; entries of other files stay."""
    out.mkdir(parents=True, exist_ok=True)
    path = out / MANIFEST
    known = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {"files": {}}
    for name, (content, entry) in files.items():
        (out / name).write_bytes(content)
        known["files"][name] = {"sha256": hashlib.sha256(content).hexdigest(), **entry}
    known["files"] = dict(sorted(known["files"].items()))
    path.write_text(HEAD + tomli_w.dumps(known), encoding="utf-8")
