"""Where the reading runs: in this process, or on several cores."""

from rashomon.run.cores import on_cores

__all__ = ["on_cores"]
