"""Writing the record where the user wants it."""

import contextlib
import errno
from pathlib import Path

from rashomon.errors import OutputError
from rashomon.publish.interchange import record_json
from rashomon.publish.markdown import record_markdown
from rashomon.publish.page import record_page
from rashomon.records import Record

OURS = b'<meta name="generator" content="Rashomon">'
"""How a page of ours says so, near its start."""
MARKED_WITHIN = 1000


def write(record: Record, folder: Path) -> Path:
    """Write ``record.json``, ``record.md`` and ``index.html`` into ``folder`` and return the page's path.

    All three are replaced whole or, when one can't be written, all left as they were. Raises ``OutputError`` when the
    folder can't be written to, or holds another page of that name.
    """
    contents = {
        "record.json": record_json(record),
        "record.md": record_markdown(record).encode("utf-8"),
        "index.html": record_page(record).encode("utf-8"),
    }
    partials = {name: folder / f".{name}.partial" for name in contents}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in contents:
            if (folder / name).is_dir():
                raise IsADirectoryError(errno.EISDIR, f"{name!r} is a folder there")
        page = folder / "index.html"
        if page.exists() and OURS not in page.read_bytes()[:MARKED_WITHIN]:
            raise FileExistsError(errno.EEXIST, "'index.html' there was not written by rashomon")
        for name, content in contents.items():
            partials[name].write_bytes(content)
        for name, partial in partials.items():
            partial.replace(folder / name)
    except OSError as error:
        for partial in partials.values():
            with contextlib.suppress(OSError):
                partial.unlink(missing_ok=True)
        raise OutputError(
            f"can't write to {str(folder)!r}: {error.strerror}; give another folder with --out"
        ) from error
    return folder / "index.html"
