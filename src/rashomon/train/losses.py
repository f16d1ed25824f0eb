"""What the network is trained to make small: one loss per head, each a mean over the words that are labelled for it."""

import torch
from torch import Tensor
from torch.nn import functional

from rashomon.model.labels import SEQUENCES
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
    "time": 1.0,
    "event": 0.7,
    "status": 0.3,
    "attribution": 1.0,
    "cue": 0.3,
    "source": 0.3,
}


NEVER = -1e4


def losses(network: Network, scores: Scores, batch: Batch) -> dict[str, Tensor]:
    """Return the loss of each head that some word of the batch is labelled for."""
    found: dict[str, Tensor] = {}
    for name in CHOICES:
        if name == "relation":
            continue
        labels = batch.labels[name]
        if (labels >= 0).any():
            found[name] = functional.cross_entropy(
                scores.words[name].float().flatten(0, 1), labels.flatten(), ignore_index=-1
            )
    for name in SETS:
        if name in SEQUENCES:
            continue
        known = batch.labels[name] > 0
        if known.any():
            found[name] = one_of(scores.words[name][known].float(), batch.labels[name][known])
    found |= _trees(network, scores, batch)
    found |= sequences(network, scores, batch)
    for name, pointers in (("cue", scores.cues), ("source", scores.sources)):
        known = batch.labels[name] >= 0
        if known.any():
            there = pointers.float().masked_fill(~batch.present[:, None, :], NEVER)
            found[name] = functional.cross_entropy(there[known], batch.labels[name][known])
    return found


def one_of(scores: Tensor, allowed: Tensor) -> Tensor:
    """Return the mean negative log probability that the label is one of a set, given as bits."""
    bits = (allowed[:, None] >> torch.arange(scores.shape[1], device=scores.device)) & 1
    right = scores.masked_fill(bits == 0, -torch.inf).logsumexp(dim=1)
    return (scores.logsumexp(dim=1) - right).mean()


def sequences(network: Network, scores: Scores, batch: Batch) -> dict[str, Tensor]:
    """Return the losses of the heads whose labels are spans, all in one pass over the words."""
    widest = max(map(len, SEQUENCES.values()))
    parts: dict[str, tuple[Tensor, Tensor, Tensor, Tensor]] = {}
    for name, tags in SEQUENCES.items():
        labels = batch.labels[name]
        rows = (labels > 0).any(dim=1)
        if rows.any():
            room = (0, widest - len(tags))
            steps = functional.pad(network.steps[name], room + room).expand(int(rows.sum()), -1, -1)
            padded = functional.pad(scores.words[name][rows].float(), room, value=NEVER)
            parts[name] = (padded, labels[rows], batch.present[rows], steps)
    if not parts:
        return {}
    padded, labels, present, steps = (torch.cat(column) for column in zip(*parts.values(), strict=True))
    lost = chain(padded, labels, present, steps)
    rows_lost = lost.split([len(part[0]) for part in parts.values()])
    return {name: rows.sum() / parts[name][2].sum() for name, rows in zip(parts, rows_lost, strict=True)}


def chain(scores: Tensor, allowed: Tensor, present: Tensor, steps: Tensor) -> Tensor:
    """Return for each row the negative log likelihood of its tags under a linear-chain random field.

    ``scores`` is (rows, words, tags), ``steps`` (rows, tags, tags); ``allowed`` (rows, words) are sets of tags as bits,
    0 where any may be right: what is made likely is all sequences within the sets (Tsuboi et al. 2008).
    """
    rows, length, count = scores.shape
    bits = (allowed[..., None] >> torch.arange(count, device=scores.device)) & 1
    wrong = (bits == 0) & (allowed > 0)[..., None]
    both = torch.cat([scores, scores.masked_fill(wrong, NEVER)])
    turned = torch.cat([steps, steps])
    forward = both[:, 0]
    ends = [forward]
    for place in range(1, length):
        forward = (forward[:, :, None] + turned).logsumexp(dim=1) + both[:, place]
        ends.append(forward)
    last = present.sum(dim=1).repeat(2) - 1
    total = torch.stack(ends, dim=1)[torch.arange(2 * rows, device=scores.device), last].logsumexp(dim=1)
    return total[:rows] - total[rows:]


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
    arcs = scores.arcs.float().masked_fill(~allowed, NEVER)
    found = {"head": functional.cross_entropy(arcs[known], target[known])}
    chosen = torch.gather(scores.heads, 1, target.clamp(min=0)[..., None].expand(-1, -1, scores.heads.shape[2]))
    labels = network.relations(scores.dependents[known], chosen[known]).float()
    found["relation"] = functional.cross_entropy(labels, batch.labels["relation"][known], ignore_index=-1)
    begins = functional.pad(sentence[:, 1:] != sentence[:, :-1], (1, 0), value=True)
    labelled = (sentence >= 0) & (own > 0)  # a window may begin inside a sentence
    if labelled.any():
        found["sentence"] = functional.binary_cross_entropy_with_logits(
            scores.sentence.float()[labelled], begins[labelled].float()
        )
    return found
