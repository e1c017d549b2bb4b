"""Every error a user can be told of; each says what, where, and what to do.

    BriefingError
    ├── InputError          a path, file or feed that cannot be read
    │   └── OfflineError    nothing can be read, because there is no network; a later run may
    ├── SettingsError       a key or value in the settings file
    ├── ModelError          a model that is missing, damaged, or of a kind we do not load
    │   └── FetchError      it could not be fetched
    ├── ArchiveError        the archive that cannot be opened, read or written
    └── OutputError         the result could not be written where it was asked for
        └── DeliveryError   an edition that could not be handed over; it stays in the outbox

Bad *content* is not an error: it is a ``Dropped`` record. The command line prints one of these
as a single line, without a traceback, and exits with status 2 (1 where a later run may do better).
"""

from __future__ import annotations


class BriefingError(Exception):
    """Base of all errors; ``str(error)`` is one line: what, where, what to do."""


class InputError(BriefingError):
    """A path, file or stream that cannot be read."""


class OfflineError(InputError):
    """No source could be reached, as on a machine without a network; trying again later helps."""


class SettingsError(BriefingError):
    """A key or value of the settings file that makes no sense."""


class ModelError(BriefingError):
    """A model that is missing, damaged, or of a kind that is not loaded."""


class FetchError(ModelError):
    """A model that could not be fetched."""


class OutputError(BriefingError):
    """A result that could not be written where it was asked for."""


class ArchiveError(BriefingError):
    """An archive that cannot be opened, read or written."""


class DeliveryError(OutputError):
    """An edition that could not be handed over.

    ``lasting`` is whether trying again is of no use, such as an address that does not exist.
    """

    def __init__(self, message: str, *, lasting: bool = False) -> None:
        super().__init__(message)
        self.lasting = lasting
