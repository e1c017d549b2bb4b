"""Every error a user can be told of; each says what, where, and what to do.

    BriefingError
    ├── InputError          a path, file or feed that cannot be read
    ├── SettingsError       a key or value in the settings file
    ├── ModelError          a model that is missing, damaged, or of a kind we do not load
    │   └── FetchError      it could not be fetched
    └── OutputError         the result could not be written where it was asked for

Bad *content* is not an error: it is a ``Dropped`` record. The command line prints one of these
as a single line, without a traceback, and exits with status 2.
"""

from __future__ import annotations


class BriefingError(Exception):
    """Base of all errors; ``str(error)`` is one line: what, where, what to do."""


class InputError(BriefingError):
    """A path, file or stream that cannot be read."""


class SettingsError(BriefingError):
    """A key or value of the settings file that makes no sense."""


class ModelError(BriefingError):
    """A model that is missing, damaged, or of a kind that is not loaded."""


class FetchError(ModelError):
    """A model that could not be fetched."""


class OutputError(BriefingError):
    """A result that could not be written where it was asked for."""
