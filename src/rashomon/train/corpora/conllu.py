"""CoNLL-U, the format of Universal Dependencies (de Marneffe et al. 2021)."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Word:
    """One line of CoNLL-U."""

    form: str
    lemma: str
    upos: str
    tag: str
    head: int
    relation: str
    space: bool
    entity: str


@dataclass(slots=True)
class Sentence:
    """The words of a sentence; ``paragraph`` when one begins with it."""

    words: list[Word] = field(default_factory=list)
    document: str = ""
    genre: str = ""
    paragraph: bool = False


def sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file, gzipped or not; words of multi-word tokens count, the tokens do not."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    name = genre = ""
    current = Sentence()
    glued_until = 0
    glued_space = True
    for line in content.decode("utf-8").split("\n"):
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            if key.strip() == "newdoc id":
                name, genre = value.strip(), ""
            elif key.strip() == "meta::genre":
                genre = value.strip()
            elif key.strip().split()[0] == "newpar":
                current.paragraph = True
        elif not line:
            if current.words:
                current.document, current.genre = name, genre
                yield current
            current, glued_until = Sentence(), 0
        else:
            columns = line.split("\t")
            space = "SpaceAfter=No" not in columns[9]
            if "-" in columns[0]:
                glued_until, glued_space = int(columns[0].split("-")[1]), space
            elif "." not in columns[0]:
                number = int(columns[0])
                if number <= glued_until:
                    space = glued_space and number == glued_until
                entity = next((part[7:] for part in columns[9].split("|") if part.startswith("Entity=")), "")
                current.words.append(
                    Word(columns[1], columns[2], columns[3], columns[4], int(columns[6]), columns[7], space, entity)
                )
