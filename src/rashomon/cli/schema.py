"""``rashomon schema``."""

import click

from rashomon.publish import schema_json


@click.command()
def schema() -> None:
    """Print the JSON Schema of record.json."""
    click.echo(schema_json(), nl=False)
