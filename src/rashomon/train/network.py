"""The network: a MiniLM encoder (Wang et al. 2020) with a shape input, and heads over the first piece of each word."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from rashomon.model.labels import EVENTS, SEQUENCES, STATUSES, Inventory
from rashomon.model.pieces import SHAPE_COUNT

WIDTH = 384
LAYERS = 6
ATTENTION_HEADS = 12
INNER = 1536
LONGEST = 512
PIECES = 30522
ARC, RELATION, POINTER = 160, 128, 96
"""Widths of the vectors that arcs, relations and attribution pointers compare."""


class Projection(nn.Module):
    """A linear map that keeps its weight as (inputs, outputs), so that it keeps its name in the exported graph."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(inputs, outputs))
        self.bias = nn.Parameter(torch.zeros(outputs))
        nn.init.normal_(self.weight, std=inputs**-0.5)

    def forward(self, states: Tensor) -> Tensor:
        """Map the last axis."""
        mapped = torch.matmul(states, self.weight)
        # a sum of 16 and 32 bits has 32; without autocast the bias stays as it is and keeps its name in the graph
        return mapped + (self.bias.to(mapped.dtype) if torch.is_autocast_enabled("cpu") else self.bias)


class Dropout(nn.Module):
    """Dropout with one draw for all windows of a batch: on a processor, drawing is most of what dropout costs."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, states: Tensor) -> Tensor:
        """Drop a share of the values while training."""
        if not self.training or not self.share:
            return states
        kept = torch.rand(states.shape[1:]) >= self.share
        return states * (kept / (1 - self.share)).to(states.dtype)


class Layer(nn.Module):
    """One transformer layer, normalised after each sum (Vaswani et al. 2017)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query = Projection(WIDTH, WIDTH)
        self.key = Projection(WIDTH, WIDTH)
        self.value = Projection(WIDTH, WIDTH)
        self.mix = Projection(WIDTH, WIDTH)
        self.after_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = Projection(WIDTH, INNER)
        self.narrow = Projection(INNER, WIDTH)
        self.after_inner = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor | None) -> Tensor:
        """Map (batch, pieces, width); ``bias`` is added to the attention, without it the batch is one window."""
        batch = int(states.shape[0])  # a constant in the exported graph, which reads one window
        size = WIDTH // ATTENTION_HEADS

        def split(values: Tensor) -> Tensor:
            heads = values.view(batch, -1, ATTENTION_HEADS, size).transpose(1, 2)
            return heads.reshape(batch * ATTENTION_HEADS, -1, size)

        query, key = split(self.query(states) * size**-0.5), split(self.key(states)).transpose(1, 2)
        value = split(self.value(states))
        if bias is None:
            seen = torch.bmm(torch.bmm(query, key).softmax(dim=-1), value)
        else:
            with torch.autocast("cpu", enabled=False):  # which would make the softmax a slow one in 32 bits
                seen = torch.bmm(torch.baddbmm(bias, query, key).softmax(dim=-1), value)
        seen = seen.view(batch, ATTENTION_HEADS, -1, size).transpose(1, 2).reshape(batch, -1, WIDTH)
        states = self.after_attention(states + self.dropout(self.mix(seen)))
        return self.after_inner(states + self.dropout(self.narrow(functional.gelu(self.widen(states)))))


class Encoder(nn.Module):
    """Pieces and shapes in, one vector per piece out."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.places = nn.Embedding(LONGEST, WIDTH)
        self.shapes = nn.Embedding(SHAPE_COUNT, WIDTH)
        self.normal = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        nn.init.zeros_(self.shapes.weight)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return (batch, pieces, width); ``mask`` says which pieces are there, all without it."""
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.dropout(self.normal(self.pieces(ids) + self.places(places) + self.shapes(shapes)))
        bias = None if mask is None else _bias(mask)
        for layer in self.layers:
            states = layer(states, bias)
        return states

    def load_base(self, path: Path) -> None:
        """Take the weights of all-MiniLM-L6-v2 from its ``model.safetensors``."""
        base = load_file(path)
        names = {
            "attention.self.query": "query",
            "attention.self.key": "key",
            "attention.self.value": "value",
            "attention.output.dense": "mix",
            "attention.output.LayerNorm": "after_attention",
            "intermediate.dense": "widen",
            "output.dense": "narrow",
            "output.LayerNorm": "after_inner",
        }
        state = {
            "pieces.weight": base["embeddings.word_embeddings.weight"],
            "places.weight": base["embeddings.position_embeddings.weight"]
            + base["embeddings.token_type_embeddings.weight"][0],
            "shapes.weight": torch.zeros(SHAPE_COUNT, WIDTH),
            "normal.weight": base["embeddings.LayerNorm.weight"],
            "normal.bias": base["embeddings.LayerNorm.bias"],
        }
        for number in range(LAYERS):
            for theirs, ours in names.items():
                weight = base[f"encoder.layer.{number}.{theirs}.weight"]
                state[f"layers.{number}.{ours}.weight"] = weight.T.contiguous() if weight.dim() == 2 else weight
                state[f"layers.{number}.{ours}.bias"] = base[f"encoder.layer.{number}.{theirs}.bias"]
        self.load_state_dict(state)


def _bias(mask: Tensor) -> Tensor:
    """Return what to add to the attention of each head so that it leaves out the pieces that are not there."""
    batch, length = mask.shape
    kind = torch.bfloat16 if torch.is_autocast_enabled("cpu") else torch.float32
    bias = torch.zeros(mask.shape, device=mask.device, dtype=kind)
    bias = bias.masked_fill(~mask, -1e4)[:, None, None, :].expand(batch, ATTENTION_HEADS, length, length)
    return bias.reshape(batch * ATTENTION_HEADS, length, length)


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say of the words of each window: ``(batch, words, labels)`` or ``(batch, words, words)``."""

    words: Mapping[str, Tensor]
    """Scores of the labels of each word, by label name."""
    sentence: Tensor
    """Score of a sentence beginning with the word."""
    arcs: Tensor
    """``[b, i, j]``: score of word ``j - 1`` as head of word ``i``; ``j = 0`` is the root."""
    dependents: Tensor
    heads: Tensor
    """Vectors that a relation is read from: of words as dependents, and of the root and words as heads."""
    cues: Tensor
    """``[b, i, j]``: score of word ``j`` as the first of the cue that word ``i``, in a content, belongs to."""
    sources: Tensor
    """``[b, i, j]``: score of word ``j`` as the first of the source of the cue that word ``i`` begins."""
    meaning: Tensor
    states: Tensor
    """(batch, pieces, width): what the encoder gives."""


class Relations(nn.Module):
    """A biaffine score of relation labels, its bilinear part of low rank (after Dozat and Manning 2017)."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.out = Projection(3 * RELATION, count)

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Return the scores of the labels of each pair."""
        return self.out(torch.cat([dependents * heads, dependents, heads], dim=-1))


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, inventory: Inventory, dropout: float = 0.1, head_dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.word_heads = nn.ModuleDict(
            {
                "upos": Projection(WIDTH, len(inventory.upos)),
                "tag": Projection(WIDTH, len(inventory.tags)),
                "lemma": Projection(WIDTH, len(inventory.lemmas)),
                "event": Projection(WIDTH, len(EVENTS)),
                "status": Projection(WIDTH, len(STATUSES)),
                "sentence": Projection(WIDTH, 1),
            }
            | {name: Projection(WIDTH, len(tags)) for name, tags in SEQUENCES.items()}
        )
        self.pairs = Projection(WIDTH, 2 * ARC + 2 * RELATION + 4 * POINTER)
        self.bilinear = nn.Parameter(torch.eye(ARC) * ARC**-0.5)
        self.head_bias = nn.Parameter(torch.zeros(ARC, 1))
        self.relations = Relations(len(inventory.relations))
        self.meaning = Projection(WIDTH, WIDTH)
        self.steps = nn.ParameterDict(
            {name: nn.Parameter(torch.zeros(len(tags), len(tags))) for name, tags in SEQUENCES.items()}
        )
        """Scores of one tag after another (Lafferty et al. 2001); not part of the exported graph."""
        self.dropout = Dropout(head_dropout)
        nn.init.eye_(self.meaning.weight)

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor, mask: Tensor | None = None) -> Scores:
        """Score the words whose first pieces are at ``first`` (batch, words)."""
        states = self.encoder(ids, shapes, mask)
        words = torch.gather(states, 1, first.unsqueeze(-1).expand(-1, -1, WIDTH))
        dropped = self.dropout(words)
        root = self.dropout(states[:, :1])
        widths = [ARC, RELATION, ARC, RELATION, POINTER, POINTER, POINTER, POINTER]
        pairs = self.dropout(functional.gelu(self.pairs(torch.cat([root, dropped], dim=1))))
        arc, dependents, arc_heads, heads, content, cue, cue_of_source, source = pairs.split(widths, dim=-1)
        arcs = torch.matmul(torch.matmul(arc[:, 1:], self.bilinear), arc_heads.transpose(1, 2))
        return Scores(
            words={name: head(dropped) for name, head in self.word_heads.items() if name != "sentence"},
            sentence=self.word_heads["sentence"](dropped).squeeze(-1),
            arcs=arcs + torch.matmul(arc_heads, self.head_bias).transpose(1, 2),
            dependents=dependents[:, 1:],
            heads=heads,
            cues=torch.matmul(content[:, 1:], cue[:, 1:].transpose(1, 2)) * POINTER**-0.5,
            sources=torch.matmul(cue_of_source[:, 1:], source[:, 1:].transpose(1, 2)) * POINTER**-0.5,
            meaning=self.meaning(words),
            states=states,
        )
