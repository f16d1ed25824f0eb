"""The training run: which corpora how often, the schedule, and the loop."""

import random
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from rashomon.model.pieces import PieceReader
from rashomon.train.corpora.documents import Document
from rashomon.train.losses import WEIGHTS, losses
from rashomon.train.network import Network
from rashomon.train.similarity import Sentences, Teacher, similarity_loss
from rashomon.train.windows import Batch, Corpus, stacked

WINDOWS = 20
"""Windows of a step."""
SHARES = {
    "polnear": 4.2,
    "polnear_words": 0.8,
    "ewt": 3.0,
    "gum": 2.2,
    "conll": 1.6,
    "conll_words": 1.4,
    "crossner": 0.3,
    "tbaq": 2.4,
    "wikiwars": 0.8,
    "meantime": 0.4,
}
"""How many windows of a step come from each corpus, on average: the small ones more often than their size."""
SIMILARITY_EVERY = 3
TOLD_EVERY = 50
WARM_UP = 0.06
"""Share of the steps in which the learning rate rises; after them it falls in a straight line to nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How long and how fast to train; the same plan and seed give the same weights on the same machine."""

    steps: int
    evaluations: int = 3
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What to learn from: documents by the names of ``SHARES``, sentences by topic, and the base model."""

    corpora: Mapping[str, Sequence[Document]]
    topics: Mapping[str, Sequence[Document]]
    teacher: Teacher
    pieces: PieceReader


class Drawing:
    """Draws the windows of each step."""

    def __init__(self, material: Material, seed: int) -> None:
        self.chance = random.Random(seed)
        self.pieces = material.pieces
        self.corpora = {
            name: Corpus(documents, material.pieces, random.Random(f"{seed}-{name}"))
            for name, documents in material.corpora.items()
        }

    def draw(self) -> Batch:
        """Return the next batch."""
        shares = [SHARES[name] for name in self.corpora]
        names = self.chance.choices(list(self.corpora), shares, k=WINDOWS)
        return stacked([self.corpora[name].next() for name in names], self.pieces, self.chance)


class Progress:
    """Tells every so often how the losses stand."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.say = say
        self.began = time.monotonic()
        self.pieces = 0
        self.losses: dict[str, list[float]] = defaultdict(list)

    def add(self, step: int, batch: Batch, found: Mapping[str, Tensor]) -> None:
        """Take the losses of a step."""
        self.pieces += int(batch.mask.sum())
        for name, loss in found.items():
            self.losses[name].append(float(loss.detach()))
        if step % TOLD_EVERY == 0:
            spent = time.monotonic() - self.began
            means = (f"{name} {sum(values) / len(values):.3f}" for name, values in sorted(self.losses.items()))
            self.say(f"step {step} {spent:.0f} s {self.pieces / spent:.0f} pieces/s {' '.join(means)}")
            self.losses.clear()


def fit(
    network: Network, material: Material, plan: Plan, look: Callable[[int], None], say: Callable[[str], None]
) -> None:
    """Train ``network`` in place; ``look(step)`` runs ``plan.evaluations`` times, the last at the end."""
    torch.manual_seed(plan.seed)
    drawing, progress = Drawing(material, plan.seed), Progress(say)
    others = [*material.corpora["ewt"], *material.corpora["gum"]]
    sentences = Sentences(material.topics, others, material.pieces, plan.seed)
    optimiser = torch.optim.AdamW(
        _groups(network, plan), weight_decay=plan.decay, betas=(0.9, 0.98), eps=1e-6, fused=True
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step + 1, plan.steps))
    stops = {round(plan.steps * (number + 1) / plan.evaluations) for number in range(plan.evaluations)}
    for step in range(1, plan.steps + 1):
        network.train()
        optimiser.zero_grad(set_to_none=True)
        batch = drawing.draw()
        with torch.autocast("cpu", torch.bfloat16):
            found = losses(network, network(batch.ids, batch.shapes, batch.first, batch.mask), batch)
        sum((WEIGHTS[name] * loss for name, loss in found.items()), torch.zeros(())).backward()
        if step % SIMILARITY_EVERY == 0:
            with torch.autocast("cpu", torch.bfloat16):
                found["similarity"] = similarity_loss(network, material.teacher, *sentences.draw())
            found["similarity"].backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        progress.add(step, batch, found)
        if step in stops:
            network.eval()
            look(step)


def _rate(step: int, steps: int) -> float:
    """Return the share of the highest learning rate at a step: up in a straight line, then down to nothing."""
    return min(step / (WARM_UP * steps), max(0, steps - step + 1) / ((1 - WARM_UP) * steps))


def _groups(network: Network, plan: Plan) -> list[dict[str, object]]:
    encoder = dict(network.encoder.named_parameters())
    shapes = [encoder.pop("shapes.weight")]
    plain = [weight for weight in encoder.values() if weight.dim() < 2]
    heavy = [weight for weight in encoder.values() if weight.dim() >= 2]
    heads = [weight for name, weight in network.named_parameters() if not name.startswith("encoder.")]
    return [
        {"params": heavy, "lr": plan.encoder_rate},
        {"params": plain, "lr": plan.encoder_rate, "weight_decay": 0.0},
        {"params": [*shapes, *heads], "lr": plan.head_rate, "weight_decay": 0.0},
    ]
