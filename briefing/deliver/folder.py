"""A folder: the edition as files, each there whole or not at all, under the same name each time."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from briefing.data import Outgoing
from briefing.errors import DeliveryError
from briefing.files import write_atomically

SUFFIX = {"text": "txt", "md": "md", "html": "html", "json": "json", "ninjs": "ninjs.json", "pdf": "pdf"}
_UNFIT = re.compile(r"[^\w.-]+")


class FolderSender:
    """Puts editions into folders; ``formats`` are those wanted of each."""

    def __init__(self, formats: Sequence[str]) -> None:
        self.formats = tuple(formats)

    def send(
        self, outgoing: Outgoing, content: Callable[[str], bytes], last_bytes: Callable[[], bool]
    ) -> None:
        """Put the edition into the folder that is its recipient, as ``briefing.deliver.Sender`` says."""
        folder = Path(outgoing.recipient).expanduser()
        name = _UNFIT.sub("-", outgoing.edition_id).lstrip(".") or "edition"
        files = {folder / f"{name}.{SUFFIX.get(format, format)}": content(format) for format in self.formats}
        if not last_bytes():
            raise DeliveryError("another run has taken it over")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for path, made in files.items():
                write_atomically(path, made)
            _sync(folder)
        except OSError as error:
            raise DeliveryError(f"{folder}: cannot be written ({error.strerror or error})") from error


def _sync(folder: Path) -> None:
    """Make the new names last through a power cut, where the system can (Windows does so by itself)."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
