"""Trains the language model: ``python -m rashomon.train --corpora DIR --out DIR``.

One encoder and all heads are trained together, looked at on the dev splits as training goes, exported, put into
8 bits and measured again as they will ship. With ``--from`` training goes on from exported weights: those that ship, or
those in 32 bits that every look leaves in OUT/checkpoint; ``--steps 0`` only measures and exports.
"""

import dataclasses
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
import torch
from spacy.language import Language

from rashomon.model.labels import Inventory
from rashomon.model.pieces import SPACE, VOCABULARY, Ids, PieceReader, vocabulary_of, words_and_gaps
from rashomon.model.reader import OUTPUTS, READER, RELATIONS, OnnxReader, Reader
from rashomon.model.weights import opened
from rashomon.model.windows import inputs, windows
from rashomon.train import sources
from rashomon.train.card import CARD, card
from rashomon.train.corpora.documents import Document, rows
from rashomon.train.evaluate import evaluate, same_event_auc
from rashomon.train.export import CHOSEN, graphs, label_sets, quantised, relabelled, weights_of
from rashomon.train.fit import Material, Plan, fit
from rashomon.train.manifest import write
from rashomon.train.network import Network
from rashomon.train.outliers import split
from rashomon.train.reading import TorchReader, language_of
from rashomon.train.silver import add_silver
from rashomon.train.similarity import Teacher, window_of
from rashomon.train.windows import stacked

GLANCE = 6
"""While training goes on, every so-many-th document of a dev file is scored."""
SAME = 1e-4
"""How far the exported graph in 32 bits may be from the network, as a share of the largest score."""
CHECKPOINT = "checkpoint"
RATE, RATE_ON = 2e-4, 1.3e-4
"""Highest learning rate of the encoder: from the base model, and from weights that were trained before."""
LABELLER_STEPS = 450
SCORES = [name for name in OUTPUTS if name not in CHOSEN]
SAMPLES = 12
"""Articles over which the largest inputs of matrices are looked for."""
LOSS = 0.5
"""Points that a measure may lose by 8 bits."""


@click.command()
@click.option("--corpora", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True)
@click.option(
    "--from", "start", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Exported weights."
)
@click.option("--steps", type=click.IntRange(0), default=3400, show_default=True)
@click.option("--seed", type=int, default=0, show_default=True)
def main(*, corpora: Path, out: Path, start: Path | None, steps: int, seed: int) -> None:
    """Train the language model and write its weights, manifest and model card to OUT."""
    torch.manual_seed(seed)
    base, vocabulary = sources.base_weights()
    inventory = sources.inventory(corpora)
    material = Material(
        corpora=sources.training_data(corpora, inventory) if steps else {},
        topics=sources.topics(corpora),
        teacher=Teacher(base),
        pieces=PieceReader(vocabulary_of(vocabulary)),
    )
    network = Network(inventory)
    if start is None:
        network.encoder.load_base(base)
    else:
        exported = {name: (start / name).read_bytes() for name in (READER, RELATIONS)}
        network.load_state_dict(relabelled(weights_of(exported), label_sets(exported[READER]), inventory))
    if steps:
        labeller = network if start else trained_labeller(inventory, base, material, seed)
        exported = {name: quantised(content) for name, content in graphs(labeller, inventory).items()}
        documents_of_all = [document for documents in material.corpora.values() for document in documents]
        add_silver(documents_of_all, onnx_reader(exported), material.pieces)
        rate = RATE_ON if start else RATE
        plan = Plan(steps=steps, encoder_rate=rate, head_rate=5 * rate, seed=seed)
        fit(network, material, plan, Look(network, inventory, material.pieces, corpora, out), click.echo)
    export(network.eval(), inventory, vocabulary, material, corpora, out)


def trained_labeller(inventory: Inventory, base: Path, material: Material, seed: int) -> Network:
    """Return a network that has not seen the articles with attributions, to label them for all other heads."""
    network = Network(inventory)
    network.encoder.load_base(base)
    others = {name: documents for name, documents in material.corpora.items() if not name.startswith("polnear")}
    plan = Plan(steps=LABELLER_STEPS, encoder_rate=1.5 * RATE, head_rate=7.5 * RATE, seed=seed, evaluations=0)
    fit(network, dataclasses.replace(material, corpora=others), plan, lambda _: None, click.echo)
    network.eval()
    return network


@dataclass(frozen=True, slots=True)
class Look:
    """Keeps the weights as they are by now, and tells how well they do on a part of the dev files."""

    network: Network
    inventory: Inventory
    pieces: PieceReader
    corpora: Path
    out: Path

    def __call__(self, step: int) -> None:
        """Look at the network after a step."""
        folder = self.out / CHECKPOINT
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in graphs(self.network, self.inventory).items():
            (folder / name).write_bytes(content)
        nlp = language_of(TorchReader(self.network, self.inventory), self.pieces)
        for name, value in scores(nlp, self.corpora, every=GLANCE).items():
            click.echo(f"step {step}: {name} {value:.2f}")


def export(
    network: Network, inventory: Inventory, vocabulary: bytes, material: Material, corpora: Path, out: Path
) -> None:
    """Write the network to OUT as it ships, with its manifest and card, once it is compared and measured."""
    pieces = material.pieces
    whole = graphs(split(network, samples(corpora, pieces)), inventory)
    small = {name: quantised(content) for name, content in whole.items()}
    apart = compare(TorchReader(network, inventory), onnx_reader(whole), pieces)
    click.echo(f"the exported graph in 32 bits is within {apart:.1e} of the network")
    if apart > SAME:
        raise click.ClickException(f"the exported graph differs from the network by {apart}, more than {SAME}")
    before = scores(language_of(onnx_reader(whole), pieces), corpora)
    after = scores(language_of(onnx_reader(small), pieces), corpora)
    base_area = base_scores(material.teacher, pieces, corpora)
    for name, value in after.items():
        click.echo(f"{name} {value:.2f} (32 bits {before[name]:.2f})")
    write(out, entries(small, vocabulary, after, base_area))
    lost = {name: round(before[name] - value, 2) for name, value in after.items() if before[name] - value > LOSS}
    if lost:
        click.echo(f"8 bits lose more than {LOSS} points: {lost}", err=True)
    note = f"Same-event AUC of the base model's own sentence vectors on ECB+ dev, for comparison: {base_area:.2f}."
    (out / CARD).write_text(card(sources.DATA, before, after, note), encoding="utf-8")


def samples(corpora: Path, pieces: PieceReader) -> Iterator[tuple[Ids, Ids, Ids]]:
    """Yield windows of the first articles to train on."""
    tokenise = sources.tokeniser()
    for row in rows(corpora / sources.POLNEAR)[:SAMPLES]:
        words, gaps = words_and_gaps(row["text"], tokenise(row["text"]))
        read = pieces.read(words, gaps)
        yield from (inputs(window, read, pieces.vocabulary) for window in windows(words, read))


def scores(nlp: Language, corpora: Path, *, every: int = 1) -> dict[str, float]:
    """Return the scores of the dev files by ``file measure``."""
    return {f"{one.file} {one.measure}": one.value for one in evaluate(nlp, corpora, every=every)}


def onnx_reader(exported: dict[str, bytes]) -> OnnxReader:
    """Return the reader over exported graphs."""
    return OnnxReader(opened(exported[READER]), opened(exported[RELATIONS]))


def compare(reader: Reader, other: Reader, pieces: PieceReader) -> float:
    """Return how far apart the scores of two readers are at most, as a share of the largest, over windows of words."""
    words = ("The ministry said on Monday that “about 1,000 people” had left Kyiv , and didn't say why . " * 12).split()
    read = pieces.read(words, [SPACE] * len(words))
    apart = 0.0
    for window in windows(words, read):
        given = inputs(window, read, pieces.vocabulary)
        one, another = reader.marks(*given), other.marks(*given)
        for name in SCORES:
            scores_here = getattr(one, name)
            difference = np.abs(scores_here - getattr(another, name)).max()
            apart = max(apart, float(difference / max(1, np.abs(scores_here).max())))
    return apart


def base_scores(teacher: Teacher, pieces: PieceReader, corpora: Path) -> float:
    """Return how well the base model's own vectors tell sentences of one event: the floor for ours."""
    chance = random.Random(0)

    def vectors(documents: Sequence[Document]) -> np.ndarray:
        rows = [teacher.vectors(stacked([window_of(document, pieces)], pieces, chance)) for document in documents]
        found: np.ndarray = torch.cat(rows).numpy()
        return found

    return same_event_auc(corpora / "event_coref/ecbplus_dev.jsonl", vectors)[0]


def entries(
    small: dict[str, bytes], vocabulary: bytes, measured: dict[str, float], base_area: float
) -> dict[str, tuple[bytes, dict[str, object]]]:
    """Return the files to ship with their entries in the manifest."""
    kept = {"licence": "Apache-2.0", "data": [dict(row) for row in sources.DATA]}
    told = {"scores": measured | {"base model similarity.same_event_auc": base_area}}
    return {
        READER: (small[READER], {"about": "encoder and heads, 8 bits", **kept, **told}),
        RELATIONS: (small[RELATIONS], {"about": "labels of dependencies, 8 bits", **kept}),
        VOCABULARY: (vocabulary, {"about": "word pieces of the encoder", "licence": "Apache-2.0"}),
    }


if __name__ == "__main__":
    main()
