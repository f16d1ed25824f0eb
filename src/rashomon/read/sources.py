"""From the arguments of the command to the inputs that hold one article each."""

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rashomon.records import SCHEMA, Rejection

TEXT_SUFFIXES = frozenset((".txt", ".text", ".html", ".htm", ".xhtml", ".pdf", ""))
LINE_SUFFIXES = frozenset((".jsonl", ".ndjson"))
SIDECAR = ".meta.toml"
WRITTEN: frozenset[str] = frozenset(("index.html", "record.json", "record.md"))
ASSETS = ("_files", ".files", "-Dateien", "_fichiers", "_archivos")
"""Endings of the folders in which browsers put what belongs to a saved page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """One input that should hold one article: a file, or one line of a JSONL file."""

    name: str
    """What the record calls it: the path below the folder or glob root, else the file name; a line: ``NAME#number``."""
    path: Path
    sidecar: Path | None = None
    start: int | None = None
    """Offset in bytes of the line within its file; null for a whole file."""
    length: int = 0


def find_sources(arguments: Iterable[str]) -> tuple[list[Source], list[Rejection]]:
    """Return the inputs that files, folders and glob patterns name, and what is there but is no input.

    Both are sorted by name, the lines of a file in their order, so that the order of the arguments does not matter.
    """
    sources: set[Source] = set()
    rejections: set[Rejection] = set()
    for found in (found for argument in set(arguments) for found in _of_argument(argument)):
        if isinstance(found, Source):
            sources.add(found)
        else:
            rejections.add(found)
    return (
        sorted(sources, key=_place),
        sorted(rejections, key=lambda rejection: (rejection.source, rejection.reason)),
    )


def _place(source: Source) -> tuple[str, int, str]:
    name = source.name if source.start is None else source.name.rpartition("#")[0]
    return name, source.start or 0, str(source.path)


def _of_argument(argument: str) -> Iterator[Source | Rejection]:
    path = Path(argument)
    try:
        if path.is_dir():
            yield from _of_folder(path, path, {})
        elif path.exists() or not glob.has_magic(argument):
            yield from _of_member(path, path.parent, _siblings(path), is_named=True)
        else:
            yield from _of_pattern(argument)
    except OSError as error:
        yield Rejection(source=_name(argument), reason=f"can't be opened: {error.strerror}")


def _of_pattern(argument: str) -> Iterator[Source | Rejection]:
    root = _glob_root(Path(argument))
    matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - patterns may be absolute
    if not matches:
        yield Rejection(source=_name(argument), reason="the pattern matches no file")
    for match in map(Path, matches):
        if match.is_file():
            yield from _of_member(match, root, _siblings(match))


def _siblings(path: Path) -> set[str]:
    """Return the names of the files beside ``path``, itself among them."""
    return {member.name for member in path.parent.iterdir()} if path.parent.is_dir() else set()


def _name(path: str) -> str:
    """Return a path as the record can hold it: bytes that are no UTF-8 become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _glob_root(pattern: Path) -> Path:
    parts: list[str] = []
    for part in pattern.parts:
        if glob.has_magic(part):
            break
        parts.append(part)
    return Path(*parts) if parts else Path()


def _of_folder(folder: Path, root: Path, above: dict[str, str]) -> Iterator[Source | Rejection]:
    """Walk a folder by name; ``above`` maps the real paths of the folders around it to their names."""
    name = _name(folder.relative_to(root).as_posix())
    real = os.path.realpath(folder)
    if real in above:
        yield Rejection(source=name, reason=f"a folder that leads back to {above[real]!r}; not entered again")
        return
    try:
        members = sorted(folder.iterdir())
    except OSError as error:
        yield Rejection(source=name, reason=f"the folder can't be opened: {error.strerror}")
        return
    names = {member.name for member in members}
    written = WRITTEN if names >= WRITTEN and _is_record(folder / "record.json") else frozenset()
    for member in members:
        if member.name in written:
            continue
        if member.is_dir():
            reason = _skipped_folder(member, names)
            if reason:
                yield Rejection(source=_name(member.relative_to(root).as_posix()), reason=reason)
            else:
                yield from _of_folder(member, root, {**above, real: name})
        else:
            yield from _of_member(member, root, names)


def _is_record(path: Path) -> bool:
    """Whether a file starts like a record that this program wrote; what was written into a folder is no input of it."""
    try:
        with path.open("rb") as file:
            return SCHEMA.encode() in file.read(100)
    except OSError:
        return False


def _skipped_folder(folder: Path, siblings: set[str]) -> str | None:
    if folder.name.startswith("."):
        return "a hidden folder; not entered"
    for ending in ASSETS:
        page = folder.name.removesuffix(ending)
        if page != folder.name and _has_article(page, siblings):
            return "the pictures and scripts of a saved page; not entered"
    return None


def _has_article(stem: str, siblings: set[str]) -> bool:
    """Whether there is a file that a sidecar or a folder of assets of that name belongs to."""
    return any(Path(name).stem == stem and Path(name).suffix.lower() in TEXT_SUFFIXES for name in siblings)


def _of_member(path: Path, root: Path, siblings: set[str], *, is_named: bool = False) -> Iterator[Source | Rejection]:
    """Take a file: an input, a sidecar of one, or something else; a file that the user names is an input by that."""
    name = _name(path.relative_to(root).as_posix())
    suffix = path.suffix.lower()
    if path.name.endswith(SIDECAR):
        if not _has_article(path.name.removesuffix(SIDECAR), siblings):
            yield Rejection(source=name, reason="describes no article: there is no file of that name beside it")
    elif suffix in LINE_SUFFIXES:
        yield from _lines(path, name)
    elif (suffix in TEXT_SUFFIXES and not path.name.startswith(".")) or is_named:
        sidecar = path.with_name(path.stem + SIDECAR)
        yield Source(name=name, path=path, sidecar=sidecar if sidecar.is_file() else None)
    elif path.name.startswith("."):
        yield Rejection(source=name, reason="a hidden file; not read")
    else:
        yield Rejection(source=name, reason=f"a {suffix} file; text, HTML, PDF and JSONL are read")


def _lines(path: Path, name: str) -> Iterator[Source | Rejection]:
    if not path.is_file():
        yield Rejection(source=name, reason="no such file" if not path.exists() else "not a regular file")
        return
    start = 0
    empty = True
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    empty = False
                    yield Source(name=f"{name}#{number}", path=path, start=start, length=len(line))
                start += len(line)
    except OSError as error:
        yield Rejection(source=name, reason=f"can't be opened: {error.strerror}")
        return
    if empty:
        yield Rejection(source=name, reason="an empty file")
