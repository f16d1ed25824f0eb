"""Writes the network as ONNX: in 32 bits, and with its matrices in 8 bits as it ships."""

import io
import json
import tempfile
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from rashomon.model.labels import Inventory, inventory_of
from rashomon.model.reader import INPUTS, OUTPUTS, READER, RELATIONS, STATES
from rashomon.train.network import RELATION, Network
from rashomon.train.outliers import joined

OPSET = 17
CHOSEN = ("upos", "tag", "lemma", "event", "status")
"""Heads of which the graph gives the best label only."""
SCORED = ("entity", "time", "attribution")
LABELLED = {
    "word_heads.upos": "upos",
    "word_heads.tag": "tags",
    "word_heads.lemma": "lemmas",
    "relations.out": "relations",
}
"""Heads whose labels come from the training data, and their label sets."""
EIGHT_BITS, SCALE = "_quantized", "_scale"
"""What ONNX Runtime's quantisation adds to the name of a weight, and to that of its scale."""


class Graph(nn.Module):
    """What ``Marks`` holds, of one window."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Return the marks of one window in the order of ``OUTPUTS``, then the encoder's states."""
        scores = self.network(ids[None], shapes[None], first[None])
        return (
            *(scores.words[name][0].argmax(dim=-1) for name in CHOSEN),
            *(scores.words[name][0] for name in SCORED),
            *(getattr(scores, name)[0] for name in OUTPUTS[len(CHOSEN) + len(SCORED) :]),
            scores.states[0],
        )


class RelationGraph(nn.Module):
    """The relation of each pair of dependent and head."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.relations = network.relations

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Return the best label of each pair."""
        return self.relations(dependents, heads).argmax(dim=-1)


def graphs(network: Network, inventory: Inventory) -> dict[str, bytes]:
    """Return the 32-bit graphs by file name; the reader's carries label sets and attribution steps as metadata."""
    network.eval()
    ids, first = torch.arange(12), torch.arange(1, 9)
    sizes = {"ids": {0: "pieces"}, "shapes": {0: "pieces"}, "first": {0: "words"}}
    reader = _exported(Graph(network), (ids, torch.zeros_like(ids), first), INPUTS, (*OUTPUTS, STATES), sizes)
    told = {
        "inventory": json.dumps({field.name: getattr(inventory, field.name) for field in fields(inventory)}),
        "steps": json.dumps({name: steps.detach().numpy().round(5).tolist() for name, steps in network.steps.items()}),
    }
    onnx.helper.set_model_props(reader, told)
    pairs = torch.zeros(3, RELATION)
    names = ("dependents", "heads")
    relations = _exported(
        RelationGraph(network), (pairs, pairs), names, ("relation",), {name: {0: "words"} for name in names}
    )
    return {READER: reader.SerializeToString(), RELATIONS: relations.SerializeToString()}


def _exported(
    module: nn.Module,
    example: tuple[Tensor, ...],
    inputs: tuple[str, ...],
    outputs: tuple[str, ...],
    sizes: dict[str, dict[int, str]],
) -> onnx.ModelProto:
    written = io.BytesIO()
    torch.onnx.export(
        module.eval(), example, written, input_names=list(inputs), output_names=list(outputs), dynamic_axes=sizes,
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip
    return onnx.load_from_string(written.getvalue())


def quantised(graph: bytes) -> bytes:
    """Return the graph with its weights in 8 bits.

    Matrices have one scale per column and 7 bits of range, which no processor's 8-bit sums overflow; their inputs are
    scaled as they come, window by window. The word pieces have one scale per row.
    """
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder) / "before.onnx", Path(folder) / "after.onnx"
        before.write_bytes(graph)
        quantize_dynamic(
            before,
            after,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=_kept_whole(onnx.load_from_string(graph)),
        )
        model = onnx.load(after)
    _shrink_rows(model.graph, "network.encoder.pieces.weight")
    content: bytes = model.SerializeToString()
    return content


def _kept_whole(model: onnx.ModelProto) -> list[str]:
    """Return the names of the matrix products that stay in 32 bits: those of the inputs that are kept apart."""
    return [node.name for node in model.graph.node if any(name.endswith(".few") for name in node.input)]


def _shrink_rows(graph: onnx.GraphProto, name: str) -> None:
    """Put a table whose rows are looked up into 8 bits, each row with a scale of its own."""
    table = next((tensor for tensor in graph.initializer if tensor.name == name), None)
    if table is None:
        return
    lookup = next(node for node in graph.node if name in node.input)
    rows = numpy_helper.to_array(table)
    scale = np.maximum(np.abs(rows).max(axis=1, keepdims=True), 1e-8).astype(np.float32) / 127
    graph.initializer.remove(table)
    graph.initializer.append(numpy_helper.from_array(np.round(rows / scale).astype(np.int8), f"{name}{EIGHT_BITS}"))
    graph.initializer.append(numpy_helper.from_array(scale, f"{name}{SCALE}"))
    places, found = lookup.input[1], lookup.output[0]
    nodes = [
        onnx.helper.make_node("Gather", [f"{name}{EIGHT_BITS}", places], [f"{name}_row"]),
        onnx.helper.make_node("Gather", [f"{name}{SCALE}", places], [f"{name}_row_scale"]),
        onnx.helper.make_node("Cast", [f"{name}_row"], [f"{name}_row_cast"], to=TensorProto.FLOAT),
        onnx.helper.make_node("Mul", [f"{name}_row_cast", f"{name}_row_scale"], [found]),
    ]
    at = list(graph.node).index(lookup)
    graph.node.remove(lookup)
    for node in reversed(nodes):
        graph.node.insert(at, node)


def label_sets(reader: bytes) -> Inventory:
    """Return the label sets of an exported reader."""
    told = {prop.key: prop.value for prop in onnx.load_from_string(reader).metadata_props}
    return inventory_of(told["inventory"])


def relabelled(weights: Mapping[str, Tensor], old: Inventory, new: Inventory) -> dict[str, Tensor]:
    """Return weights whose heads have the labels of ``new``; those that ``old`` lacks begin with nothing."""
    found = dict(weights)
    for head, name in LABELLED.items():
        before = {label: place for place, label in enumerate(getattr(old, name))}
        for part in ("weight", "bias"):
            values = weights[f"{head}.{part}"]
            nothing = torch.zeros(values.shape[:-1])
            columns = [values[..., before[label]] if label in before else nothing for label in getattr(new, name)]
            found[f"{head}.{part}"] = torch.stack(columns, dim=-1)
    return found


def weights_of(exported: Mapping[str, bytes]) -> dict[str, Tensor]:
    """Return the weights of exported graphs by their names in the network, those in 8 bits scaled back."""
    weights = {}
    for content in exported.values():
        model = onnx.load_from_string(content)
        found = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
        for name, values in found.items():
            base = name.removesuffix(EIGHT_BITS)
            if base != name:
                zero = found.get(f"{base}_zero_point", np.zeros(1, np.int8)).astype(np.float32)
                scaled = (values.astype(np.float32) - zero) * found[f"{base}{SCALE}"]
                weights[base.removeprefix("network.")] = torch.from_numpy(scaled)
            elif values.dtype == np.float32 or name.endswith(".places"):
                weights[name.removeprefix("network.")] = torch.from_numpy(values.copy())
        told = {prop.key: prop.value for prop in model.metadata_props}
        for name, steps in json.loads(told.get("steps", "{}")).items():
            weights[f"steps.{name}"] = torch.tensor(steps)
    return joined({name: values for name, values in weights.items() if not name.endswith(SCALE) and "::" not in name})
