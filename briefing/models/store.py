"""The cache of models on disk: where it is, what is whole in it, and room for more.

Everything is written beside its place and renamed into it, so a file that is there is whole.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import FetchError, ModelError
from briefing.progress import Progress, silent

_BLOCK_BYTES = 1 << 20
_SPARE_BYTES = 50_000_000  # a disk filled to the last byte breaks more than this program


def cache_dir() -> Path:
    """Return the user's cache folder of ours; the variable ``BRIEFING_CACHE`` puts it elsewhere."""
    if chosen := os.environ.get("BRIEFING_CACHE"):
        return Path(chosen).expanduser()
    from platformdirs import user_cache_path

    return user_cache_path("briefing", appauthor=False)


def sha256_of(path: Path, *, progress: Progress = silent) -> str:
    """Return the SHA-256 of a file as hexadecimal digits."""
    digest = hashlib.sha256()
    size = path.stat().st_size
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK_BYTES):
            digest.update(block)
            progress("verify", stream.tell(), size)
    return digest.hexdigest()


def set_aside(path: Path) -> Path:
    """Rename a damaged file or folder so that it is in nobody's way; what it replaces is deleted."""
    aside = path.with_name(path.name + ".damaged")
    if aside.is_dir():
        shutil.rmtree(aside)
    path.replace(aside)
    return aside


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold ``folder`` for one process at a time: two that fetch one model wait for each other.

    Raises:
        ModelError: the folder cannot be made or written to.
    """
    from filelock import FileLock

    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / ".lock")
        lock.acquire()
    except OSError as error:
        raise ModelError(
            f"{folder}: the cache cannot be written ({error.strerror or error}); "
            "set BRIEFING_CACHE to a folder that can"
        ) from error
    try:
        yield
    finally:
        lock.release()


def need_room(folder: Path, size_bytes: int, what: str) -> None:
    """Refuse early where ``size_bytes`` do not fit.

    Raises:
        FetchError: the disk has less room than that.
    """
    free = shutil.disk_usage(folder).free
    if free < size_bytes + _SPARE_BYTES:
        raise FetchError(
            f"{folder}: {what} needs {size_bytes / 1e6:,.0f} MB and {free / 1e6:,.0f} MB are free; "
            "free some room, or set BRIEFING_CACHE to a larger disk"
        )


@contextmanager
def full_disk_told(folder: Path, what: str) -> Iterator[None]:
    """Turn a full disk into one clear line; what was fetched so far stays and is gone on with."""
    try:
        yield
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise FetchError(
            f"{folder}: the disk is full while fetching {what}; free some room, or set BRIEFING_CACHE to a "
            "larger disk, and run it again: what is fetched already is kept"
        ) from error
