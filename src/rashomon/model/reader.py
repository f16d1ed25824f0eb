"""What the network says of one window, and running it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt
from onnxruntime import InferenceSession, RunOptions

from rashomon.model.labels import Inventory, inventory_of
from rashomon.model.pieces import Ids
from rashomon.model.weights import session

READER = "reader.onnx"
RELATIONS = "relations.onnx"
INPUTS = ("ids", "shapes", "first")
OUTPUTS = (
    "upos", "tag", "lemma", "event", "status",
    "entity", "time", "attribution", "sentence", "arcs", "dependents", "heads", "cues", "sources", "meaning",
)  # fmt: skip
STATES = "states"
"""The encoder's own output: one vector per piece."""

Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What the heads say of the ``n`` words of a window. Labels are places in the label sets, scores are logits."""

    upos: Ids
    tag: Ids
    lemma: Ids
    event: Ids
    status: Ids
    entity: Scores
    time: Scores
    attribution: Scores
    """(n, tags)."""
    sentence: Scores
    """(n,): that a sentence begins with the word."""
    arcs: Scores
    """(n, n + 1): head ``j - 1`` of word ``i``, or the root where ``j`` is 0."""
    dependents: Scores
    """(n, width): vectors of the words as dependents, for ``Reader.relations``."""
    heads: Scores
    """(n + 1, width): vectors of the root and of the words as heads."""
    cues: Scores
    """(n, n): that word ``j`` begins the cue that the content of word ``i`` belongs to."""
    sources: Scores
    """(n, n): that word ``j`` begins the source of the cue that word ``i`` begins; ``i`` itself where it has none."""
    meaning: Scores
    """(n, width): vectors whose mean is the embedding of a span."""


class Reader(Protocol):
    """Runs the network."""

    inventory: Inventory

    @property
    def steps(self) -> Mapping[str, Scores]:
        """For each of ``SEQUENCES`` (tags, tags): scores of one tag after another."""

    def marks(self, ids: Ids, shapes: Ids, first: Ids) -> Marks:
        """Read one window: its pieces, their shapes, and where each word begins."""

    def meaning(self, ids: Ids, shapes: Ids, first: Ids) -> Scores:
        """Read one window for the embeddings of its words alone."""

    def relations(self, dependents: Scores, heads: Scores) -> Ids:
        """Return the relation of each pair of dependent and head."""


class OnnxReader:
    """The network in ONNX Runtime, one window a call on one thread, so that nothing else can change a result."""

    def __init__(self, reader: InferenceSession, relations: InferenceSession) -> None:
        self._reader = reader
        self._relations = relations
        told = self._reader.get_modelmeta().custom_metadata_map
        self.inventory = inventory_of(told["inventory"])
        self._steps = {name: np.array(steps, np.float32) for name, steps in json.loads(told["steps"]).items()}

    @property
    def steps(self) -> Mapping[str, Scores]:
        """Scores of one tag after another."""
        return self._steps

    def marks(self, ids: Ids, shapes: Ids, first: Ids) -> Marks:
        """Read one window."""
        outputs = self._reader.run(OUTPUTS, dict(zip(INPUTS, (ids, shapes, first), strict=True)))
        return Marks(**dict(zip(OUTPUTS, outputs, strict=True)))

    def meaning(self, ids: Ids, shapes: Ids, first: Ids) -> Scores:
        """Read one window for the embeddings of its words alone: the same as ``Marks.meaning``, in less time."""
        return self._alone("meaning", (ids, shapes, first))

    def states(self, ids: Ids, shapes: Ids) -> Scores:
        """Run the encoder alone, without the heads, on one window of any pieces."""
        return self._alone(STATES, (ids, shapes, np.zeros(1, np.int64)))

    def _alone(self, output: str, inputs: tuple[Ids, Ids, Ids]) -> Scores:
        options = RunOptions()
        options.only_execute_path_to_fetches = True
        found: Scores = self._reader.run([output], dict(zip(INPUTS, inputs, strict=True)), options)[0]
        return found

    def relations(self, dependents: Scores, heads: Scores) -> Ids:
        """Return the relation of each pair."""
        found: Ids = self._relations.run(["relation"], {"dependents": dependents, "heads": heads})[0]
        return found


def shipped_reader() -> OnnxReader:
    """Return the reader over the weights that ship; raises ``BrokenInstallation`` when they are missing or altered."""
    return OnnxReader(session(READER), session(RELATIONS))
