"""A lock between processes that the system lets go of when its holder dies, however it dies."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_POLL_SECONDS = 0.1


@contextmanager
def held(path: Path, *, wait_seconds: float = 0.0) -> Iterator[bool]:
    """Hold the lock file ``path``; yields whether it was got within ``wait_seconds``."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        until = time.monotonic() + wait_seconds
        got = _take(descriptor)
        while not got and time.monotonic() < until:
            time.sleep(_POLL_SECONDS)
            got = _take(descriptor)
        yield got
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
