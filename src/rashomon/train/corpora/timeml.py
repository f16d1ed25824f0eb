"""TimeML: time expressions and events of TimeBank, AQUAINT and WikiWars (Pustejovsky et al. 2003; Mazur and Dale 2010).

How an event's status is read from its tense, aspect, modality and polarity stands in ``docs/model.md``. Some of
AQUAINT's files say NEG of nearly every event; the status of files that say so of half of them is not used.
"""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rashomon.model.labels import EVENTS, STATUSES
from rashomon.train.corpora.attribution import Tokenise
from rashomon.train.corpora.documents import Document, bits, document_of_text, mark_span, numbering, rows, words_at

CLASSES = numbering(EVENTS)
STATUS = numbering(STATUSES)
LENGTH = re.compile(r"P[\dXT]")
CLOCK = re.compile(r"\dT[\dMANE]")
NO_MODALITY = frozenset({"none", "delete", "to", "until", "close"})
OF_TENSE = {
    "FUTURE": ("planned",),
    "INFINITIVE": ("planned", "possible"),
    "PAST": ("happened",),
    "PASTPART": ("happened",),
    "PRESENT": ("ongoing",),
    "PRESPART": ("happened", "ongoing"),
}


def kept(name: str) -> bool:
    """Return whether a document of ``tbaq_dev`` is kept for scoring: a fifth of them, by the digest of its name."""
    return int(hashlib.sha1(name.encode()).hexdigest(), 16) % 5 == 0


def statuses(event: dict[str, Any]) -> tuple[str, ...]:
    """Return the statuses that an event of TimeML may have; none when the annotation does not tell."""
    tense, aspect = event.get("tense") or "NONE", event.get("aspect") or ""
    if event.get("polarity") == "NEG":
        return ("denied",)
    if str(event.get("modality") or "none").lower() not in NO_MODALITY:
        return ("possible",)
    told_as_done = aspect.startswith("PERFECTIVE") or event.get("cls") == "REPORTING"
    if told_as_done and tense not in {"NONE", "FUTURE", "INFINITIVE"}:
        return ("happened",)
    return OF_TENSE.get(tense, ())


def time_types(time: dict[str, Any], *, typed: bool) -> str:
    """Return the TIMEX3 type; where the corpus has one type for all, the value's form tells."""
    if typed:
        return str(time["type"])
    value = str(time.get("value") or "")
    return "DURATION" if LENGTH.match(value) else "TIME" if CLOCK.search(value) else "DATE"


def read(path: Path, tokenise: Tokenise) -> list[Document]:
    """Return the documents of ``path`` that may be trained on; WikiWars has times only."""
    documents = []
    for row in rows(path):
        if path.name == "tbaq_dev.jsonl" and kept(row["id"]):
            continue
        documents.append(_document(row, tokenise(row["text"])))
    return documents


def _document(row: dict[str, Any], spans: Sequence[tuple[int, int]]) -> Document:
    document = document_of_text(row["id"], row["text"], spans)
    places = words_at(spans)
    times = document.label("time")
    times[:] = bits([0])
    events = row.get("events") or []
    for time in row["timexes"]:
        kind = time_types(time, typed=bool(events))
        mark_span(times, "time", places(time["start"], time["end"]), [kind])
    if events:
        denied = sum(event.get("polarity") == "NEG" for event in events)
        classes, status = document.label("event"), document.label("status")
        classes[:] = 0
        for event in events:
            for place in list(places(event["start"], event["end"]))[-1:]:
                classes[place] = CLASSES[event["cls"]]
                if 2 * denied < len(events):
                    status[place] = bits([STATUS[name] for name in statuses(event)])
    return document
