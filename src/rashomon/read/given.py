"""What the user says of an article: ``NAME.meta.toml`` beside a file, or the fields of a JSONL line."""

import codecs
import json
import tomllib
from datetime import date
from pathlib import Path

import msgspec

from rashomon.read.draft import Given, Unreadable
from rashomon.text import whole

LARGEST_SIDECAR = 100_000


class Line(msgspec.Struct, kw_only=True, frozen=True):
    """The fields of a line of JSONL. One of ``text`` and ``html`` must be there; other fields are ignored."""

    text: str | None = None
    html: str | None = None
    url: str | None = None
    outlet: str | None = None
    date: str | None = None
    author: str | None = None
    title: str | None = None


def read_line(line: bytes) -> tuple[str, bool, Given]:
    """Return the text of a JSONL line, whether it is HTML, and what the line says of it.

    A title that the text does not start with is put above it. Raises ``Unreadable`` when the line is no article.
    """
    try:
        found = msgspec.convert(json.loads(line.removeprefix(codecs.BOM_UTF8)), type=Line)
    except (ValueError, msgspec.ValidationError) as error:
        raise Unreadable(f"not a line of JSON with the fields of an article: {error}") from error
    except RecursionError as error:
        raise Unreadable("not a line of JSON with the fields of an article: nested too deep") from error
    given = Given(
        url=_said(found.url),
        outlet=_said(found.outlet),
        date=_said(found.date),
        author=_said(found.author),
        title=_said(found.title),
    )
    if found.html is not None:
        return whole(found.html), True, given
    if found.text is None:
        raise Unreadable('a line without "text" or "html"')
    text, title = whole(found.text), given.title
    if title and title not in text[: 3 * len(title) + 200]:
        text = f"{title}\n\n{text}"
    return text, False, given


def _said(value: str | None) -> str | None:
    """Return what the user says, None when it says nothing."""
    return whole(value).strip() or None if value is not None else None


def read_sidecar(path: Path) -> Given:
    """Return what ``NAME.meta.toml`` says. Raises ``Unreadable`` with the reason when it can't be used."""
    try:
        if path.stat().st_size > LARGEST_SIDECAR:
            raise Unreadable(f"over the size limit of {LARGEST_SIDECAR:,} bytes")
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Unreadable(f"can't be opened: {error.strerror}") from error
    except ValueError as error:
        raise Unreadable(f"not TOML: {error}") from error
    except RecursionError as error:
        raise Unreadable("not TOML: nested too deep") from error
    kinds: dict[str, type | tuple[type, ...]] = {"url": str, "outlet": str, "author": str, "date": (str, date)}
    for key, value in table.items():
        if key not in kinds:
            raise Unreadable(f"unknown key {key!r}; known are {', '.join(kinds)}")
        if not isinstance(value, kinds[key]):
            raise Unreadable(f"{key} should be a {'date' if key == 'date' else 'string'}, not {value!r}")
    return Given(**{key: _said(value) if isinstance(value, str) else value for key, value in table.items()})
