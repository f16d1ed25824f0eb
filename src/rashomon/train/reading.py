"""Runs the network where the shipped weights run, so that one pipeline reads with either."""

from collections.abc import Mapping

import numpy as np
import spacy
import torch
from spacy.language import Language

from rashomon.model.labels import Inventory
from rashomon.model.language import COMPONENT
from rashomon.model.pieces import Ids, PieceReader
from rashomon.model.reader import OUTPUTS, Marks, Reader, Scores
from rashomon.train.export import Graph
from rashomon.train.network import Network


class TorchReader:
    """The network in torch, one window a call."""

    def __init__(self, network: Network, inventory: Inventory) -> None:
        self.network = network
        self.inventory = inventory
        self._graph = Graph(network)

    @property
    def steps(self) -> Mapping[str, Scores]:
        """Scores of one tag after another, as they are by now."""
        return {name: steps.detach().numpy() for name, steps in self.network.steps.items()}

    @torch.no_grad()
    def marks(self, ids: Ids, shapes: Ids, first: Ids) -> Marks:
        """Read one window."""
        outputs = self._graph(*(torch.from_numpy(np.ascontiguousarray(given)) for given in (ids, shapes, first)))
        return Marks(**{name: output.numpy() for name, output in zip(OUTPUTS, outputs, strict=False)})

    def meaning(self, ids: Ids, shapes: Ids, first: Ids) -> Scores:
        """Read one window for the embeddings of its words."""
        found: Scores = self.marks(ids, shapes, first).meaning
        return found

    @torch.no_grad()
    def relations(self, dependents: Scores, heads: Scores) -> Ids:
        """Return the relation of each pair."""
        found: Ids = self.network.relations(torch.from_numpy(dependents), torch.from_numpy(heads)).argmax(-1).numpy()
        return found


def language_of(reader: Reader, pieces: PieceReader) -> Language:
    """Return the pipeline over this reader."""
    spacy.registry.misc("rashomon.trained_reader.v1", func=lambda: reader)
    spacy.registry.misc("rashomon.trained_pieces.v1", func=lambda: pieces)
    nlp = spacy.blank("en")
    given = {"@misc": "rashomon.trained_reader.v1"}
    nlp.add_pipe(COMPONENT, config={"reader": given, "pieces": {"@misc": "rashomon.trained_pieces.v1"}})
    return nlp
