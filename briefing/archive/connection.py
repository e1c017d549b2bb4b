"""One connection to the archive's file: durable, guarded, and with SQLite's errors said in one line."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.archive.migrations import migrate
from briefing.errors import ArchiveError

BUSY_SECONDS = 30.0  # how long one process waits for another's transaction; ours take well under one
_NEXT_TRY_SECONDS = 0.01


def connect(path: Path) -> sqlite3.Connection:
    """Open the archive at ``path``, making it where there is none, with its tables up to date."""
    with translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        # It holds addresses of readers: for its owner's eyes only.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            _write_ahead(connection)
            # FULL: a commit is on the disk before it returns, also when the power goes; NORMAL could lose it.
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            migrate(connection, str(path))
        except BaseException:
            connection.close()
            raise
        return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Keep a write-ahead log. SQLite doesn't wait for others at this one step: two first runs at once would fail."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
        time.sleep(_NEXT_TRY_SECONDS)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Say SQLite's and the system's errors in one line that names the file and what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        told = str(error)
        if "locked" in told:
            raise ArchiveError(
                f"{path}: another run has held it for {BUSY_SECONDS:.0f} s: try again"
            ) from error
        if "full" in told:
            raise ArchiveError(
                f"{path}: the disk is full: make room and run again; nothing is lost"
            ) from error
        raise ArchiveError(f"{path}: cannot be read or written ({told})") from error
    except sqlite3.DatabaseError as error:
        raise ArchiveError(
            f"{path}: is damaged or no archive ({error}): put it aside or restore a copy"
        ) from error
    except OSError as error:
        raise ArchiveError(
            f"{path}: {error.strerror or error}: choose a place that can be written"
        ) from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Do all of it or nothing, one process at a time."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk ends it by itself
            connection.execute("ROLLBACK")
        raise


@contextmanager
def relaxed(connection: sqlite3.Connection) -> Iterator[None]:
    """Don't wait for the disk: for what may be forgotten in a power cut, though not when a process dies."""
    connection.execute("PRAGMA synchronous = NORMAL")
    try:
        yield
    finally:
        connection.execute("PRAGMA synchronous = FULL")
