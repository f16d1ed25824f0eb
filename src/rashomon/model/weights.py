"""The manifest of the weights, and opening them once their digest is checked."""

import hashlib
import tomllib
from functools import cache
from importlib.resources import files

from onnxruntime import InferenceSession, SessionOptions

from rashomon.errors import BrokenInstallation

MANIFEST = "manifest.toml"


def _bytes(name: str) -> bytes:
    return files("rashomon.model").joinpath(name).read_bytes()


@cache
def _manifest() -> bytes:
    try:
        return _bytes(MANIFEST)
    except OSError as error:
        raise BrokenInstallation(f"{MANIFEST!r} can't be read ({error}); install the package again") from error


@cache
def version() -> str:
    """Return the name of the weights in use: the first 12 hex digits of the manifest's SHA-256."""
    return hashlib.sha256(_manifest()).hexdigest()[:12]


def _expected(name: str) -> str:
    try:
        return str(tomllib.loads(_manifest().decode("utf-8"))["files"][name]["sha256"])
    except (ValueError, KeyError, TypeError) as error:
        message = f"{MANIFEST!r} is altered: it has no digest of {name!r} ({error}); install the package again"
        raise BrokenInstallation(message) from error


def verified(name: str) -> bytes:
    """Return the weight file ``name``.

    Raises ``BrokenInstallation`` naming the file and the digest it should have when it is missing or altered.
    """
    expected = _expected(name)
    try:
        content = _bytes(name)
    except OSError as error:
        message = f"the model file {name!r} (SHA-256 {expected}) can't be read ({error}); install the package again"
        raise BrokenInstallation(message) from error
    if hashlib.sha256(content).hexdigest() != expected:
        message = f"the model file {name!r} is altered: its SHA-256 should be {expected}; install the package again"
        raise BrokenInstallation(message)
    return content


def opened(graph: bytes) -> InferenceSession:
    """Open an ONNX graph on one thread of the CPU, so that the same input gives the same bytes."""
    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def session(name: str) -> InferenceSession:
    """Open the shipped graph ``name``; raises as ``verified`` does."""
    return opened(verified(name))
