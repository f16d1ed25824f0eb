"""Event coreference: ECB+ (Cybulska and Vossen 2014) for sentences that tell the same, MEANTIME for event status."""

from pathlib import Path
from typing import Any

from rashomon.model.labels import STATUSES
from rashomon.train.corpora.documents import Document, bits, guessed_gaps, numbering, rows

STATUS = numbering(STATUSES)


def statuses(mention: dict[str, Any]) -> tuple[str, ...]:
    """Return the statuses that MEANTIME's factuality allows: polarity, then time, then certainty."""
    if mention.get("polarity") == "NEG":
        return ("denied",)
    if mention.get("time") == "FUTURE":
        return ("planned",) if mention.get("certainty") == "CERTAIN" else ("possible", "planned")
    certainty = mention.get("certainty")
    if certainty == "CERTAIN":
        return ("happened", "ongoing")
    return ("possible",) if certainty in {"PROBABLE", "POSSIBLE"} else ()


def read_factuality(path: Path) -> list[Document]:
    """Return the articles of MEANTIME with the status of their events."""
    documents = []
    for row in rows(path):
        forms = [sentence["tokens"] for sentence in row["sents"]]
        breaks = [sum(map(len, forms[:number])) for number in range(len(forms))]
        document = Document(
            row["id"], [word for form in forms for word in form], guessed_gaps(forms, row["id"]), breaks
        )
        status = document.label("status")
        place_of = {sentence["n"]: start for sentence, start in zip(row["sents"], breaks, strict=True)}
        for mention in row["mentions"]:
            if mention["kind"] == "event" and mention["toks"]:
                names = statuses(mention)
                status[place_of[mention["sent"]] + mention["toks"][-1]] = bits([STATUS[name] for name in names])
        documents.append(document)
    return documents


def read_sentences(path: Path) -> dict[str, list[Document]]:
    """Return the annotated sentences of ECB+ by topic, each a document that knows which events it tells of."""
    topics: dict[str, list[Document]] = {}
    for row in rows(path):
        for sentence in row["sents"]:
            if not sentence["valid"]:
                continue
            told = frozenset(
                mention["cluster"]
                for mention in row["mentions"]
                if mention["kind"] == "event"
                and mention["sent"] == sentence["n"]
                and not mention["cluster"].startswith(("SINGLE", "INTRA"))
            )
            words = sentence["tokens"]
            name = f"{row['id']}-{sentence['n']}"
            document = Document(name, words, guessed_gaps([words], name), [0], alike=[told])
            topics.setdefault(str(row["topic"]), []).append(document)
    return topics
