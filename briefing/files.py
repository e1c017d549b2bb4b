"""Files: written so that nobody ever sees half of one, and TOML read with one line for whatever is wrong with it."""

from __future__ import annotations

import os
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError


def read_toml(
    path: Path, error: type[BriefingError], *, missing: str = "check the path"
) -> tuple[dict[str, Any], str]:
    """Return the tables of the TOML file ``path``, and its text.

    Raises:
        BriefingError: of the kind ``error``: it is not there (``missing`` says what to do), not UTF-8, or not TOML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        return tomllib.loads(text), text
    except FileNotFoundError as cause:
        raise error(f"{path}: no such file; {missing}") from cause
    except OSError as cause:
        raise error(f"{path}: cannot be read ({cause.strerror})") from cause
    except UnicodeDecodeError as cause:
        raise error(f"{path}: is not UTF-8; save it in that encoding") from cause
    except tomllib.TOMLDecodeError as cause:
        raise error(f"{path}: is not valid TOML ({cause}); mend that place") from cause


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
