"""From the arguments of the command to the inputs that hold one article each."""

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rashomon.records import Rejection

TEXT_SUFFIXES = frozenset((".txt", ".text", ".html", ".htm", ".xhtml", ".pdf", ""))
LINE_SUFFIXES = frozenset((".jsonl", ".ndjson"))
SIDECAR = ".meta.toml"
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

    Both are sorted by name, so that the order of the arguments does not matter.
    """
    sources: list[Source] = []
    rejections: list[Rejection] = []
    for found in (found for argument in sorted(set(arguments)) for found in _of_argument(argument)):
        if isinstance(found, Source):
            sources.append(found)
        else:
            rejections.append(found)
    return sorted(set(sources), key=lambda source: (source.name, str(source.path), source.start or 0)), rejections


def _of_argument(argument: str) -> Iterator[Source | Rejection]:
    path = Path(argument)
    if path.is_dir():
        yield from _of_folder(path, path, {})
    elif path.exists() or not glob.has_magic(argument):
        yield from _of_file(path, path.name)
    else:
        root = _glob_root(path)
        matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - patterns may be absolute
        if not matches:
            yield Rejection(source=argument, reason="the pattern matches no file")
        for match in map(Path, matches):
            if match.is_file():
                yield from _of_member(match, root, {other.name for other in map(Path, matches)})


def _glob_root(pattern: Path) -> Path:
    parts: list[str] = []
    for part in pattern.parts:
        if glob.has_magic(part):
            break
        parts.append(part)
    return Path(*parts) if parts else Path()


def _of_folder(folder: Path, root: Path, above: dict[str, str]) -> Iterator[Source | Rejection]:
    """Walk a folder by name; ``above`` maps the real paths of the folders around it to their names."""
    name = folder.relative_to(root).as_posix()
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
    for member in members:
        if member.is_dir():
            reason = _skipped_folder(member, names)
            if reason:
                yield Rejection(source=member.relative_to(root).as_posix(), reason=reason)
            else:
                yield from _of_folder(member, root, {**above, real: name})
        else:
            yield from _of_member(member, root, names)


def _skipped_folder(folder: Path, siblings: set[str]) -> str | None:
    if folder.name.startswith("."):
        return "a hidden folder; not entered"
    for ending in ASSETS:
        page = folder.name.removesuffix(ending)
        if page != folder.name and siblings & {page + suffix for suffix in TEXT_SUFFIXES}:
            return "the pictures and scripts of a saved page; not entered"
    return None


def _of_member(path: Path, root: Path, siblings: set[str]) -> Iterator[Source | Rejection]:
    """Take a file of a folder or glob: an input, a sidecar of one, or something else."""
    name = path.relative_to(root).as_posix()
    if path.name.endswith(SIDECAR):
        stem = path.name.removesuffix(SIDECAR)
        if not siblings & {stem + suffix for suffix in TEXT_SUFFIXES}:
            yield Rejection(source=name, reason="describes no article: there is no file of that name beside it")
    elif path.name.startswith("."):
        yield Rejection(source=name, reason="a hidden file; not read")
    elif path.suffix.lower() in TEXT_SUFFIXES | LINE_SUFFIXES:
        yield from _of_file(path, name)
    else:
        yield Rejection(source=name, reason=f"a {path.suffix} file; text, HTML, PDF and JSONL are read")


def _of_file(path: Path, name: str) -> Iterator[Source | Rejection]:
    if path.suffix.lower() in LINE_SUFFIXES:
        yield from _lines(path, name)
        return
    sidecar = path.with_name(path.stem + SIDECAR)
    yield Source(name=name, path=path, sidecar=sidecar if sidecar.is_file() else None)


def _lines(path: Path, name: str) -> Iterator[Source | Rejection]:
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
