"""Reading the hand-made tables that ship beside this module as TOML files."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from rashomon.errors import BrokenInstallation


@cache
def table_bytes(name: str) -> bytes:
    """Return the file ``name`` (a path below this folder, such as ``"world/zones.toml"``).

    Raises ``BrokenInstallation`` when it is missing.
    """
    try:
        return files("rashomon.languages").joinpath(name).read_bytes()
    except OSError as error:
        raise BrokenInstallation(f"the table {name!r} can't be read ({error}); install the package again") from error


@cache
def table(name: str) -> dict[str, Any]:
    """Return the parsed table ``name``; callers give its parts their types and never change it."""
    try:
        return tomllib.loads(table_bytes(name).decode("utf-8"))
    except ValueError as error:
        raise BrokenInstallation(f"the table {name!r} is altered ({error}); install the package again") from error
