"""The articles of event coreference corpora (ECB+, MEANTIME), read by the language model and laid out for linking."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.link.events.mentions import MentionReader, Telling
from rashomon.train.corpora.documents import Document, guessed_gaps, rows
from rashomon.train.evaluate import document_of

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Account:
    """An article with the model's marks. ``places``: the token of each word; ``starts``: sentence's first word."""

    row: Row
    doc: Doc
    places: list[int]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article laid out for linking, and of each mention, in the same order, its id and its cluster."""

    telling: Telling
    topic: str
    subtopic: str
    ids: list[str]
    clusters: list[str]


def accounts(nlp: Language, path: Path) -> Iterator[Account]:
    """Yield the articles of a file, with the sentences and words that it gives."""
    for row in rows(path):
        forms = [sentence["tokens"] for sentence in row["sents"]]
        breaks = [sum(map(len, forms[:number])) for number in range(len(forms))]
        words = [word for form in forms for word in form]
        document = Document(row["id"], words, guessed_gaps(forms, row["id"]), breaks)
        doc, places = document_of(nlp, document, sentences=True)
        starts = {sentence["n"]: start for sentence, start in zip(row["sents"], breaks, strict=True)}
        yield Account(row, doc, places, starts)


def gold_mentions(row: Row) -> list[Row]:
    """Return the mentions of events in the validated sentences."""
    return [
        mention
        for mention in row["mentions"]
        if mention["kind"] == "event" and mention.get("valid") is not False and mention["toks"]
    ]


def labelled(reader: MentionReader, account: Account, *, others: bool = False) -> Labelled:
    """Return an article with its gold mentions.

    With ``others`` also with the triggers beside them that the language model marks in the validated sentences: they
    tell of no event of the gold's, and have the empty cluster.
    """
    row = account.row
    gold = gold_mentions(row)
    triggers = [[account.places[account.starts[one["sent"]] + word] for word in one["toks"]] for one in gold]
    ids, clusters = [one["id"] for one in gold], [one["cluster"] for one in gold]
    if others:
        taken = {
            account.places[account.starts[one["sent"]] + word]
            for one in row["mentions"]
            if one["kind"] == "event"
            for word in one["toks"]
        }
        for trigger, place in _own(account):
            if taken.isdisjoint(trigger):
                triggers.append(trigger)
                ids.append(f"{row['id']}#{place}")
                clusters.append("")
    return Labelled(
        reader.read(row["id"], account.doc, triggers), str(row["topic"]), str(row["subtopic"]), ids, clusters
    )


def own(reader: MentionReader, account: Account) -> Labelled:
    """Return an article with the triggers that the language model marks in the validated sentences.

    Ids are those of the gold mentions of the same words, else made of the place; clusters are empty.
    """
    row = account.row
    gold = {(one["sent"], tuple(one["toks"])): one["id"] for one in gold_mentions(row)}
    found = list(_own(account))
    ids = [gold.get(place, f"{row['id']}#{place}") for _, place in found]
    telling = reader.read(row["id"], account.doc, [trigger for trigger, _ in found])
    return Labelled(telling, str(row["topic"]), str(row["subtopic"]), ids, [""] * len(ids))


def _own(account: Account) -> Iterator[tuple[list[int], tuple[int, tuple[int, ...]]]]:
    """Yield the tokens of each trigger that the language model marks, and its sentence and words there."""
    words = {
        account.places[account.starts[sentence["n"]] + word]: (sentence["n"], word)
        for sentence in account.row["sents"]
        if sentence.get("valid") is not False
        for word in range(len(sentence["tokens"]))
    }
    for span in account.doc.spans["events"]:
        inside = [words[token.i] for token in span if token.i in words]
        if inside and len(inside) == len(span):
            yield [token.i for token in span], (inside[0][0], tuple(word for _, word in inside))
