"""Writing the record where the user wants it."""

from pathlib import Path

from rashomon.errors import OutputError
from rashomon.publish.interchange import record_json
from rashomon.publish.markdown import record_markdown
from rashomon.publish.page import record_page
from rashomon.records import Record


def write(record: Record, folder: Path) -> Path:
    """Write ``record.json``, ``record.md`` and ``index.html`` into ``folder`` and return the page's path.

    Each file is replaced whole or left as it was. Raises ``OutputError`` when the folder can't be written to.
    """
    contents = {
        "record.json": record_json(record),
        "record.md": record_markdown(record).encode("utf-8"),
        "index.html": record_page(record).encode("utf-8"),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            partial = folder / f".{name}.partial"
            partial.write_bytes(content)
            partial.replace(folder / name)
    except OSError as error:
        raise OutputError(
            f"can't write to {str(folder)!r}: {error.strerror}; give another folder with --out"
        ) from error
    return folder / "index.html"
