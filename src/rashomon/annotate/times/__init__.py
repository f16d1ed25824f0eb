"""Time expressions: words typed, their sequence read, and what each hangs on."""

from rashomon.annotate.times.expressions import times

__all__ = ["times"]
