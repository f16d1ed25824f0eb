"""What the network is trained to make small: one loss per head, each a mean over the words that are labelled for it."""

import torch
from torch import Tensor
from torch.nn import functional

from rashomon.train.corpora.documents import CHOICES, SENTENCE, SETS
from rashomon.train.network import Network, Scores
from rashomon.train.windows import Batch

WEIGHTS = {
    "upos": 0.3,
    "tag": 0.3,
    "lemma": 0.3,
    "head": 1.0,
    "relation": 0.6,
    "sentence": 0.3,
    "entity": 1.0,
    "time": 0.7,
    "event": 0.7,
    "status": 0.3,
    "attribution": 1.0,
    "cue": 0.3,
    "source": 0.3,
}


def losses(network: Network, scores: Scores, batch: Batch) -> dict[str, Tensor]:
    """Return the loss of each head that some word of the batch is labelled for."""
    found: dict[str, Tensor] = {}
    for name in CHOICES:
        if name in {"relation", "attribution"}:
            continue
        labels = batch.labels[name]
        if (labels >= 0).any():
            found[name] = functional.cross_entropy(
                scores.words[name].float().flatten(0, 1), labels.flatten(), ignore_index=-1
            )
    for name in SETS:
        known = batch.labels[name] > 0
        if known.any():
            found[name] = one_of(scores.words[name][known].float(), batch.labels[name][known])
    found |= _trees(network, scores, batch)
    rows = (batch.labels["attribution"] >= 0).any(dim=1)
    if rows.any():
        found["attribution"] = chain(
            scores.words["attribution"][rows].float(),
            batch.labels["attribution"][rows].clamp(min=0),
            batch.present[rows],
            network.steps,
        )
    for name, pointers in (("cue", scores.cues), ("source", scores.sources)):
        known = batch.labels[name] >= 0
        if known.any():
            there = pointers.float().masked_fill(~batch.present[:, None, :], -1e4)
            found[name] = functional.cross_entropy(there[known], batch.labels[name][known])
    return found


def one_of(scores: Tensor, allowed: Tensor) -> Tensor:
    """Return the mean negative log probability that the label is one of a set, given as bits."""
    bits = (allowed[:, None] >> torch.arange(scores.shape[1], device=scores.device)) & 1
    right = scores.masked_fill(bits == 0, -torch.inf).logsumexp(dim=1)
    return (scores.logsumexp(dim=1) - right).mean()


def chain(scores: Tensor, tags: Tensor, present: Tensor, steps: Tensor) -> Tensor:
    """Return the negative log likelihood per word of tag sequences under a linear-chain random field."""
    batch, length, _ = scores.shape
    lengths = present.sum(dim=1)
    gold = scores.gather(2, tags[..., None]).squeeze(-1).masked_fill(~present, 0).sum(dim=1)
    between = steps[tags[:, :-1], tags[:, 1:]].masked_fill(~present[:, 1:], 0).sum(dim=1)
    forward = scores[:, 0]
    ends = [forward]
    for place in range(1, length):
        forward = (forward[:, :, None] + steps).logsumexp(dim=1) + scores[:, place]
        ends.append(forward)
    last = torch.stack(ends, dim=1)[torch.arange(batch, device=scores.device), lengths - 1]
    return (last.logsumexp(dim=1) - gold - between).sum() / lengths.sum()


def _trees(network: Network, scores: Scores, batch: Batch) -> dict[str, Tensor]:
    heads = batch.labels["head"]
    known = heads >= 0
    if not known.any():
        return {}
    own = torch.arange(heads.shape[1], device=heads.device)
    target = torch.where(heads == own, 0, heads + 1)
    sentence = batch.labels[SENTENCE]
    together = (sentence[:, :, None] == sentence[:, None, :]) & (sentence >= 0)[:, None, :]
    together = together & (own[:, None] != own[None, :])
    allowed = functional.pad(together, (1, 0), value=True)
    arcs = scores.arcs.float().masked_fill(~allowed, -1e4)
    found = {"head": functional.cross_entropy(arcs[known], target[known])}
    chosen = torch.gather(scores.heads, 1, target.clamp(min=0)[..., None].expand(-1, -1, scores.heads.shape[2]))
    labels = network.relations(scores.dependents[known], chosen[known]).float()
    found["relation"] = functional.cross_entropy(labels, batch.labels["relation"][known], ignore_index=-1)
    begins = functional.pad(sentence[:, 1:] != sentence[:, :-1], (1, 0), value=True)
    labelled = sentence >= 0
    found["sentence"] = functional.binary_cross_entropy_with_logits(
        scores.sentence.float()[labelled], begins[labelled].float()
    )
    return found
