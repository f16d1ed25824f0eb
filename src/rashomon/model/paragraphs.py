"""How likely each paragraph of a bare text is body, and not furniture of the page around it.

Gradient-boosted trees over the shape of a paragraph (length, punctuation, capitals, function words, cue words), its
place in the text, its neighbours, and how much of its vocabulary the rest of the prose shares: the boilerplate features
of Kohlschuetter, Fankhauser and Nejdl (2010) without the markup. ``train/paragraphs.py`` makes the weights.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
from onnxruntime import InferenceSession

from rashomon.languages.prose import content_words, cue_patterns, cue_words, function_words
from rashomon.model.weights import session
from rashomon.text import words

WEIGHTS = "paragraphs.onnx"
PROSE_WORDS = 12
"""A line of at least so many words, ended like a sentence, counts as prose in the features of its neighbours."""
FAR = 60
SEEN = 4000
"""Characters of a line that are looked at."""

QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
SENTENCE_BREAK = re.compile(r"[.!?][”\"’')]*\s")
BULLET = re.compile(r"\s*(?:[•*·▪◦–—»>-]|\d+[.)])\s")
ADDRESS_ON_THE_WEB = re.compile(r"https?:|www\.|\.com\b|\.org\b")
SLASHED_BRACKET = re.compile(r"[\[(][^\[\]()/|]*[/|][^\[\]()]*[\])]")
STAMP = re.compile(
    r"\b(?:\d+|an?) (?:minutes?|mins?|hours?|hrs?|days?|months?|years?|weeks?) ago\b|\d{1,2}:\d\d|\breply\b",
    re.IGNORECASE,
)
SHAPE = 27
"""Number of features of a line's own shape, before the cue words."""
NEIGHBOUR_SHAPE = (0, 1, 3, 4, 6, 9, 10, 13, 20)
"""Which of them a line also sees of its neighbours, beside their cue words."""

Features = npt.NDArray[np.float32]


def _line(line: str) -> list[float]:
    """Return the features of one line by itself: its shape, then its cue words."""
    all_words = words(line)
    count = max(1, len(all_words))
    letters = [word for word in line.split() if word[:1].isalpha()]
    capitals = sum(word[0].isupper() for word in letters)
    upper = sum(len(word) > 1 and word.isupper() for word in letters)
    last = line.rstrip()[-1:]
    unquoted = words(QUOTED.sub(" ", line))
    address = sum(word in cue_words("address") for word in unquoted)
    shape = [
        math.log1p(len(line)),
        math.log1p(len(all_words)),
        sum(map(len, all_words)) / count,
        last in ".!?…" and last != "",
        last in "”\"’')" and last != "",
        last == ":",
        last in ",;-–|>»" and last != "",
        len(SENTENCE_BREAK.findall(line)),
        line.count(",") / count,
        BULLET.match(line) is not None,
        capitals / max(1, len(letters)),
        upper / max(1, len(letters)),
        sum(character.isdigit() for character in line) / max(1, len(line)),
        sum(word in function_words() for word in all_words) / count,
        "“" in line or '"' in line or "„" in line or "«" in line,
        "|" in line,
        "©" in line,
        ADDRESS_ON_THE_WEB.search(line) is not None,
        "@" in line,
        "#" in line,
        address / max(1, len(unquoted)),
        address,
        "?" in line,
        "!" in line,
        SLASHED_BRACKET.search(line) is not None,
        line.count("…") + line.count("..."),
        sum(word in cue_words("saying") for word in all_words),
    ]
    cues = [len(pattern.findall(line)) / math.sqrt(count) for pattern in cue_patterns("words").values()]
    return [float(value) for value in (*shape, *cues)]


def _since(mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """Return for each line how many lines ago the mask last held, at most ``FAR``."""
    places = np.where(mask, np.arange(len(mask)), -FAR)
    before = np.concatenate([[-FAR], np.maximum.accumulate(places)[:-1]])
    since: npt.NDArray[np.float64] = np.minimum(FAR, np.arange(len(mask)) - before).astype(float)
    return since


def _around(values: npt.NDArray[np.float64], low: int, high: int) -> npt.NDArray[np.float64]:
    """Return for each line the sum of ``values`` from ``low`` lines after it up to, not including, ``high``."""
    total = np.concatenate([[0.0], np.cumsum(values)])
    place = np.arange(len(values))
    first = np.clip(place + low, 0, len(values))
    after = np.clip(place + high, 0, len(values))
    summed: npt.NDArray[np.float64] = total[after] - total[first]
    return summed


def _shifted(values: npt.NDArray[np.float64], by: int) -> npt.NDArray[np.float64]:
    moved = np.zeros_like(values)
    if by > 0:
        moved[by:] = values[:-by]
    else:
        moved[:by] = values[-by:]
    return moved


def _coherence(vocabularies: list[set[str]], prose: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """Return for each line how often, on average, the other prose uses its content words, each at most 5 times."""
    use: Counter[str] = Counter()
    for vocabulary, is_prose in zip(vocabularies, prose, strict=True):
        if is_prose:
            use.update(vocabulary)
    return np.array(
        [
            sum(min(use[word] - int(is_prose), 5) for word in vocabulary) / max(1, len(vocabulary))
            for vocabulary, is_prose in zip(vocabularies, prose, strict=True)
        ],
        dtype=float,
    )


def features(lines: Sequence[str], gaps: Sequence[bool]) -> Features:
    """Return one row of features per line; ``gaps`` says which lines stand after an empty one."""
    own = np.array([_line(line[:SEEN]) for line in lines], dtype=float)
    count = len(lines)
    place = np.arange(count, dtype=float)
    length = np.round(np.expm1(own[:, 1]))
    prose = (length >= PROSE_WORDS) & (own[:, 13] > 0.2) & ((own[:, 3] > 0) | (own[:, 4] > 0))
    mass = np.where(prose, length, 0.0)
    total = max(1.0, mass.sum())
    told = np.cumsum(mass) / total
    vocabularies = [set(content_words(line[:SEEN])) for line in lines]
    repeats = Counter(line.strip().lower() for line in lines)
    gap = np.array(gaps, dtype=float)
    short = length < 10
    stamps = np.array([STAMP.search(line) is not None for line in lines], dtype=float)
    columns = [
        place / count,
        place,
        count - place,
        told,
        mass / total,
        _coherence(vocabularies, prose),
        np.array([min(5, repeats[line.strip().lower()]) for line in lines], dtype=float),
        _since(prose),
        _since(prose[::-1])[::-1],
        _around(mass, -3, 0) / 100,
        _around(mass, 1, 4) / 100,
        _around(mass, -8, 0) / 100,
        _around(mass, 1, 9) / 100,
        gap,
        np.append(gap[1:], 1.0),
        np.full(count, math.log1p(total)),
        np.full(count, float(max(1, prose.sum()))),
        _around(stamps, -6, 7),
        _around(short.astype(float), -4, 5) / 9,
    ]
    for name, pattern in cue_patterns("openers").items():
        opens = short & np.array([pattern.search(line) is not None for line in lines])
        since = _since(opens)
        opened_at = np.maximum.accumulate(np.where(opens, told, -1.0))
        columns += [since, np.where(opened_at >= 0, told - opened_at, -1.0)]
        if name == "comments":
            columns.append(np.maximum.accumulate((opens & (told > 0.15)).astype(float)))
    seen = own[:, [*NEIGHBOUR_SHAPE, *range(SHAPE, own.shape[1])]]
    neighbours = [_shifted(seen, by) for by in (1, -1, 2, -2)] if count > 2 else [np.zeros_like(seen)] * 4
    return np.concatenate([own, np.stack(columns, axis=1), *neighbours], axis=1).astype(np.float32)


@cache
def _trees() -> InferenceSession:
    return session(WEIGHTS)


def body_scores(lines: Sequence[str], gaps: Sequence[bool]) -> list[float]:
    """Return for each line of a text the probability, 0 to 1, that it is body.

    ``lines`` are its non-empty lines in order; ``gaps[i]`` says whether an empty line stands before ``lines[i]``.
    """
    if not lines:
        return []
    outputs = _trees().run(["probabilities"], {"features": features(lines, gaps)})
    return [float(value) for value in outputs[0][:, 1]]
