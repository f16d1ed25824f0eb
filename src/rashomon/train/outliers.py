"""Keeps the few inputs of a matrix that are far larger than the others out of its 8 bits (Dettmers et al. 2022).

In 8 bits all inputs of a matrix share one scale; one channel that is ten times as large as the rest leaves these a
tenth of the steps. In this encoder such channels stand before the two matrices of each layer that widen and narrow its
states.
"""

import copy
from collections.abc import Iterable

import numpy as np
import torch
from torch import Tensor, nn

from rashomon.model.pieces import Ids
from rashomon.train.network import Network, Projection

KEPT = {"widen": 8, "narrow": 16}
"""How many inputs of each of these matrices are kept in 32 bits."""


class SplitProjection(nn.Module):
    """A projection in two parts: the inputs at ``places``, and all others."""

    def __init__(self, whole: Projection, places: Tensor) -> None:
        super().__init__()
        few = torch.zeros(len(whole.weight), 1)
        few[places] = 1
        self.weight = nn.Parameter(whole.weight.detach() * (1 - few))
        self.few = nn.Parameter(whole.weight.detach()[places].clone())
        self.bias = whole.bias
        self.register_buffer("others", 1 - few[:, 0])
        self.register_buffer("places", places)

    def forward(self, states: Tensor) -> Tensor:
        """Map the last axis."""
        return (
            torch.matmul(states * self.others, self.weight)
            + torch.matmul(states[..., self.places], self.few)
            + self.bias
        )


@torch.no_grad()
def split(network: Network, samples: Iterable[tuple[Ids, Ids, Ids]]) -> Network:
    """Return a copy that gives the same and keeps apart the inputs that are largest over the sample windows."""
    highest: dict[tuple[int, str], Tensor] = {}
    whole: Network = copy.deepcopy(network).eval()
    watched = [
        getattr(layer, name).register_forward_pre_hook(
            lambda _, given, at=(number, name): highest.update(
                {at: torch.maximum(highest.get(at, torch.zeros(())), given[0].abs().flatten(0, -2).amax(dim=0))}
            )
        )
        for number, layer in enumerate(whole.encoder.layers)
        for name in KEPT
    ]
    for sample in samples:
        whole(*(torch.from_numpy(np.ascontiguousarray(given))[None] for given in sample))
    for hook in watched:
        hook.remove()
    for (number, name), values in highest.items():
        layer = whole.encoder.layers[number]
        places = values.topk(KEPT[name]).indices.sort().values
        setattr(layer, name, SplitProjection(getattr(layer, name), places))
    return whole


def joined(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the weights of a network from those of its split copy."""
    found = {name: values for name, values in weights.items() if not name.endswith((".few", ".others", ".places"))}
    for name, few in weights.items():
        if name.endswith(".few"):
            matrix = name.removesuffix("few") + "weight"
            found[matrix] = found[matrix].index_copy(0, weights[name.removesuffix("few") + "places"], few)
    return found
