"""Scores of timelines: F1 of the days, and ROUGE-1 of the sentences aligned by day (Martschat and Markert 2017)."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date

Timeline = Mapping[date, Sequence[str]]
"""By day, the sentences that tell of it."""
TOKEN = re.compile(r"\w+")


def date_f1(gold: Collection[date], found: Collection[date]) -> float:
    """Return the F1 in percent of the days found."""
    shared = len(set(gold) & set(found))
    return 100 * _f1(shared / max(1, len(set(found))), shared / max(1, len(set(gold))))


def aligned_rouge_1(gold: Timeline, found: Timeline) -> float:
    """Return the alignment-based ROUGE-1 F1 ("align+ m:1") in percent.

    Each day found goes with the day of the gold whose sentences are likest and which is nearest; the tokens that they
    share count the less the further the days lie apart. Tokens are runs of letters and digits, in lower case.
    """
    golden = {day: _tokens(told) for day, told in gold.items()}
    answers = {day: _tokens(told) for day, told in found.items()}
    total = 0.0
    for day, tokens in answers.items():
        costs = [
            (_cost(day, tokens, other, others), abs((other - day).days), other) for other, others in golden.items()
        ]
        if costs:
            _, apart, aligned = min(costs, key=lambda one: one[:2])
            total += _shared(tokens, golden[aligned]) / (apart + 1)
    wanted, given = (sum(counts.total() for counts in side.values()) for side in (golden, answers))
    return 100 * _f1(total / max(1, given), min(1.0, total / max(1, wanted)))


def _cost(day: date, tokens: Counter[str], other: date, others: Counter[str]) -> float:
    total = tokens.total() + others.total()
    likeness = 2 * _shared(tokens, others) / total if total else 0.0
    return (1 - 1 / (abs((other - day).days) + 1)) * (1 - likeness)


def _tokens(sentences: Sequence[str]) -> Counter[str]:
    return Counter(token for sentence in sentences for token in TOKEN.findall(sentence.lower()))


def _shared(one: Counter[str], other: Counter[str]) -> int:
    return (one & other).total()


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
