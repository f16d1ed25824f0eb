"""The losses and the network, where torch is installed."""

from itertools import product

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is installed by rashomon[train] only")

from rashomon.model.labels import Inventory  # noqa: E402 - after the check for torch
from rashomon.train.export import graphs, label_sets, quantised, relabelled, weights_of  # noqa: E402
from rashomon.train.losses import chain, one_of  # noqa: E402
from rashomon.train.network import Network  # noqa: E402
from rashomon.train.outliers import split  # noqa: E402

KNOWN = Inventory(upos=("NOUN", "VERB"), tags=("NN", "VB"), lemmas=("k0:", "l0:"), relations=("nsubj", "root"))


def test_chain_is_the_share_of_the_allowed_sequences() -> None:
    chance = torch.Generator().manual_seed(0)
    scores, steps = torch.randn(1, 3, 3, generator=chance), torch.randn(1, 3, 3, generator=chance)
    allowed = torch.tensor([[0b011, 0b000, 0b100]])

    def weight(path: tuple[int, ...]) -> float:
        own = sum(float(scores[0, place, tag]) for place, tag in enumerate(path))
        return float(np.exp(own + float(steps[0, path[0], path[1]]) + float(steps[0, path[1], path[2]])))

    paths = list(product(range(3), repeat=3))
    right = sum(weight(path) for path in paths if path[0] in {0, 1} and path[2] == 2)
    expected = -np.log(right / sum(map(weight, paths)))
    lost = chain(scores, allowed, torch.ones(1, 3, dtype=torch.bool), steps)
    assert float(lost) == pytest.approx(expected, abs=1e-4)


def test_chain_does_not_look_beyond_the_end_of_a_row() -> None:
    scores, steps = torch.randn(2, 5, 3), torch.randn(1, 3, 3).expand(2, -1, -1)
    present = torch.tensor([[True] * 5, [True, True, False, False, False]])
    allowed = torch.tensor([[1, 2, 4, 1, 1], [2, 1, 0, 0, 0]])
    alone = chain(scores[1:, :2], allowed[1:, :2], present[1:, :2], steps[1:])
    assert float(chain(scores, allowed, present, steps)[1]) == pytest.approx(float(alone), abs=1e-5)


def test_one_of_is_nothing_where_all_is_allowed() -> None:
    assert float(one_of(torch.randn(4, 3), torch.full((4,), 0b111))) == pytest.approx(0, abs=1e-6)


@pytest.mark.filterwarnings("ignore")
def test_exported_weights_come_back() -> None:
    torch.manual_seed(0)
    network = Network(KNOWN).eval()
    with torch.no_grad():
        for weight in network.parameters():
            weight.normal_(std=0.02)  # no two alike: the exporter keeps one of them only
    exported = graphs(network, KNOWN)
    assert label_sets(exported["reader.onnx"]) == KNOWN
    again = Network(KNOWN)
    again.load_state_dict(weights_of(exported))
    for (name, one), other in zip(network.state_dict().items(), again.state_dict().values(), strict=True):
        assert torch.allclose(one, other, atol=1e-5), name
    fewer = Inventory(upos=("VERB", "X"), tags=KNOWN.tags, lemmas=KNOWN.lemmas, relations=KNOWN.relations)
    changed = relabelled(network.state_dict(), KNOWN, fewer)["word_heads.upos.bias"]
    assert changed.tolist() == [network.state_dict()["word_heads.upos.bias"][1].item(), 0]
    window = (np.arange(9), np.zeros(9, np.int64), np.arange(1, 8))
    apart = split(network, [window])
    given = [torch.from_numpy(one)[None] for one in window]
    assert torch.allclose(apart(*given).arcs, network(*given).arcs, atol=1e-4)
    exported = graphs(apart, KNOWN)
    small = Network(KNOWN)
    small.load_state_dict(weights_of({name: quantised(content) for name, content in exported.items()}))
    for (name, one), other in zip(network.state_dict().items(), small.state_dict().values(), strict=True):
        assert float((one - other).abs().max()) <= float(one.abs().max()) / 60, name
