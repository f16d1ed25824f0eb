"""The command line."""

import click

from rashomon.cli.build import build
from rashomon.cli.diff import diff
from rashomon.cli.procedures import procedures
from rashomon.cli.schema import schema

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=CONTEXT)
@click.version_option(package_name="rashomon", message="%(prog)s %(version)s")
def main() -> None:
    """Many accounts, one record: read every account of a news story and keep one cited record of it.

    Exit codes: 0 done (inputs that could not be read are listed); 1 nothing was written, the message says why; 2 the
    command was not understood.
    """


main.add_command(build)
main.add_command(diff)
main.add_command(procedures)
main.add_command(schema)
