"""Reading back a record that was written."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from rashomon.errors import NotARecord
from rashomon.publish.shown import shown_line
from rashomon.records import SCHEMA, Record, Span

NAME = "record.json"
LONGEST = 80
"""Characters of a foreign value that a message shows."""


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """What JSON says of its own shape."""

    schema: str | None = None


def is_record(path: Path) -> bool:
    """Return whether a path names a record, not articles: a JSON file, or a folder that holds ``record.json``."""
    return path.suffix == Path(NAME).suffix or (path / NAME).is_file()


def read_record(path: Path) -> Record:
    """Return the record in a file, or in the ``record.json`` of a folder.

    Raises ``NotARecord`` when it can't be read, is no record of this release's schema, or cites what its articles do
    not say.
    """
    file = path / NAME if path.is_dir() else path
    try:
        content = file.read_bytes()
    except FileNotFoundError as error:
        raise NotARecord(_missing(path)) from error
    except OSError as error:
        raise NotARecord(f"can't open {str(file)!r}: {error.strerror}") from error
    try:
        schema = msgspec.json.decode(content, type=Named).schema
        if schema != SCHEMA:
            has = "has no schema" if schema is None else f"has the schema {shown_line(schema[:LONGEST])!r}"
            raise NotARecord(f"{str(file)!r} is no record: it {has}, this release reads {SCHEMA!r}")
        record = msgspec.json.decode(content, type=Record)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NotARecord(f"{str(file)!r} is no record that this release reads: {str(error)[: 4 * LONGEST]}") from error
    except RecursionError as error:
        raise NotARecord(f"{str(file)!r} is no record: nested too deep") from error
    fault = next(_faults(record), None)
    if fault is not None:
        raise NotARecord(f"{str(file)!r} is a broken record: {fault}")
    return record


def _missing(path: Path) -> str:
    if path.is_dir():
        return f"there is no {NAME} in {str(path)!r}; write one with rashomon build PATH... --out {str(path)!r}"
    return f"no such file: {str(path)!r}"


def _faults(record: Record) -> Iterator[str]:
    """Yield what is wrong between the parts of a record."""
    texts = {article.id: article.text for article in record.articles}
    if len(texts) != len(record.articles):
        yield "two articles have one id"
    for article in record.articles:
        if article.copy_of is not None and article.copy_of not in texts:
            yield f"article {article.id} is called a copy of one that is not there"
    if not all(event.accounts for event in record.events):
        yield "an event has no account"
    if not all(figure.points for figure in record.figures):
        yield "a figure has no point"
    if not all(procedure.stages for procedure in record.procedures):
        yield "a procedure has no stage"
    for part in _structs(record):
        named = getattr(part, "article", None)
        if named is not None and named not in texts:
            yield f"it cites the article {shown_line(named[:LONGEST])!r}, which it does not hold"
        elif isinstance(part, Span) and not _holds(part, texts[part.article]):
            yield f"article {part.article} does not say what is cited from characters {part.start} to {part.end}"


def _holds(span: Span, text: str) -> bool:
    return 0 <= span.start <= span.end <= len(text) and text[span.start : span.end] == span.text


def _structs(value: object) -> Iterator[msgspec.Struct]:
    if isinstance(value, msgspec.Struct):
        yield value
        for name in value.__struct_fields__:
            yield from _structs(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _structs(item)
