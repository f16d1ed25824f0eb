"""The exceptions of the package, by what the caller can do about them.

::

    RashomonError
    ├── NothingToRead        give other inputs: none of those given is an article
    ├── NothingYet           give a later day: no article was published by the one given
    ├── NotARecord           give another file: this one holds no record that this release reads
    ├── NoProcedure          mend the file: it defines no procedure that can be followed
    ├── OutputError          give another place to write to
    └── BrokenInstallation   install the package again: a file that it ships is missing or altered

A bad *article* is no exception but data: a ``Rejection`` in the record, with its reason.
"""


class RashomonError(Exception):
    """The root of all exceptions that the package raises on purpose."""


class NothingToRead(RashomonError):
    """Not one article could be read from the inputs; nothing was written. Its message names the reasons."""


class NothingYet(RashomonError):
    """No article was published by the day that the record is asked for; nothing was written."""


class NotARecord(RashomonError):
    """A file that should hold a record can't be read, or holds something else. Its message names file and reason."""


class NoProcedure(RashomonError):
    """A file that should define a procedure does not. Its message names the file, the line and what is wrong."""


class OutputError(RashomonError):
    """The record is ready but can't be written where it was asked for."""


class BrokenInstallation(RashomonError):
    """A data file of the package is missing or is not the file that was released."""
