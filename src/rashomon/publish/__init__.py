"""From the record to files: JSON, Markdown, and a page that needs no network and no script."""

from rashomon.publish.excerpts import excerpted
from rashomon.publish.files import write
from rashomon.publish.interchange import record_json, schema_json

__all__ = ["excerpted", "record_json", "schema_json", "write"]
