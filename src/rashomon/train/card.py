"""The model card: what the weights are, what they learnt from, how well they do, and where they fail."""

from collections.abc import Mapping, Sequence

CARD = "MODEL_CARD.md"

TEXT = """\
# The language model of Rashomon

One transformer encoder of 6 layers and 384 units (22.7 million weights, from all-MiniLM-L6-v2) reads a text once;
light heads give parts of speech, lemmas, dependencies, names, attributions, time expressions, events and sentence
embeddings. Weights in 8 bits, run by ONNX Runtime. Written by `python -m rashomon.train`; `docs/model.md` says what
each mark means.

## Learnt from

| data | licence |
| --- | --- |
{data}

The weights are under the licence of the project (Apache-2.0). None of the texts is part of it.

## Scores

Measured at export, on the dev splits, in percent: with 32-bit weights and as shipped. `benchmarks/model/run.py`
measures the shipped ones again.

| file | measure | 32 bits | shipped |
| --- | --- | --- | --- |
{scores}

{base}

## Limits

- English only, edited prose above all: the names come from newswire of 1996, Wikipedia on politics and GUM, the
  attributions from US political news of 2016, the times and events from newswire of the 1980s to 2000s.
- Event status (happened, ongoing, planned, possible, denied) is derived from tense, aspect, modality and polarity of
  the training annotation; no corpus here marks it as such, and no score for it is given.
- Groups, laws and other names are told apart by the wording of names that the corpora call only "misc".
- What no corpus labels by hand was labelled by a first network trained on the others; its errors are in these weights.
- What a text says is marked, not whether it is true. Speakers are spans; who they are is decided elsewhere.
- Biases of the corpora (US politics, male speakers, Western names) are in the weights; names from elsewhere are missed
  more often.
"""


def card(data: Sequence[Mapping[str, str]], whole: Mapping[str, float], small: Mapping[str, float], base: str) -> str:
    """Return the card in Markdown; ``whole`` and ``small`` are scores by ``file measure``."""
    return TEXT.format(
        data="\n".join(f"| {row['name']} | {row['licence']} |" for row in data),
        scores="\n".join(
            f"| {name.split()[0]} | {name.split()[1]} | {value:.2f} | {small[name]:.2f} |"
            for name, value in whole.items()
        ),
        base=base,
    )
