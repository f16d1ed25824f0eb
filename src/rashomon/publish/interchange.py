"""The record as JSON, and the JSON Schema of its types."""

import msgspec

from rashomon.records import Record

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def record_json(record: Record) -> bytes:
    """Return the record as indented UTF-8 JSON: every key written, in the order of the types."""
    return msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"


def schema_json() -> bytes:
    """Return the JSON Schema of a record, generated from the types, as indented UTF-8 JSON.

    Every key is always written, so every key is required, also where the type has a default.
    """
    schema = {"$schema": SCHEMA_DIALECT, **msgspec.json.schema(Record)}
    for definition in schema["$defs"].values():
        if "properties" in definition:
            definition["required"] = list(definition["properties"])
    return msgspec.json.format(msgspec.json.encode(schema), indent=1) + b"\n"
