"""Writing files so that a reader, a crash or a full disk never sees half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_atomically(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``: the old file stays until the new one is whole and on the disk.

    A link stays a link to what is then the new file; a device or pipe takes the bytes as they are.

    Raises:
        OSError: it could not be written; ``path`` is as it was.
    """
    if path.exists() and not (
        path.is_file() or path.is_dir()
    ):  # a file in the place of /dev/null breaks a system
        with path.open("wb") as stream:
            stream.write(content)
        return
    path = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
