"""Paths → records: files, folders of them, standard input. Every file is read once, in sorted order."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from briefing.data import Dropped
from briefing.errors import InputError
from briefing.read.found import Found, left_out, sayable, together
from briefing.read.kinds import COLLECTIONS, KNOWN, from_bytes
from briefing.read.story import NAME, described, load_story, unlisted
from briefing.read.warc import from_warc
from briefing.settings import ReadSettings

STANDARD_INPUT = "-"
_ARCHIVES = (".warc", ".warc.gz", ".arc", ".arc.gz")  # read as a stream: they are large
_MAILDIR = ("cur", "new")


@dataclass(frozen=True, slots=True)
class _File:
    """A file to read; ``place`` names it by its folder and name, whatever path led there."""

    path: Path
    named: bool
    table: Mapping[str, Any] = field(default_factory=dict)

    @property
    def place(self) -> str:
        full = self.path.absolute()
        return sayable(f"{full.parent.name}/{full.name}".lstrip("/"))


class Reading:
    """One run over some paths: remembers what it has seen, so that nothing is read twice."""

    def __init__(self, settings: ReadSettings) -> None:
        self._settings = settings
        self._seen: set[tuple[int, int]] = set()
        self._dropped: list[Dropped] = []
        self._paths: dict[str, str] = {}

    def read(self, path: str | Path) -> Found:
        """Return what one path holds.

        Raises:
            InputError: it doesn't exist, may not be read, or is a named file of broken JSON.

        """
        if str(path) == STANDARD_INPUT:
            raw = sys.stdin.buffer.read(self._settings.max_collection_bytes + 1)
            return self._parsed(raw, "standard input", "", named=True)
        start = Path(path)
        try:
            mode = start.stat().st_mode
        except (OSError, ValueError) as error:
            raise InputError(f"{path}: {_advised(error, str(path))}") from error
        self._dropped = []
        files = self._walk(start) if stat.S_ISDIR(mode) else iter([_File(start, named=True)])
        found = together([self._one(file) for file in files])
        return together([found, Found(dropped=tuple(self._dropped))])

    def _walk(self, folder: Path) -> Iterator[_File]:
        """Yield the files below ``folder``; a link that leads back to a folder already walked is not followed."""
        waiting = [folder]
        while waiting:
            here = waiting.pop()
            if self._is_repeated(here):
                continue
            try:
                entries = sorted(here.iterdir(), key=lambda entry: entry.name)
            except OSError as error:
                self._dropped.append(left_out(str(here), _why(error)))
                continue
            tables = load_story(here)
            if tables:
                self._dropped.extend(unlisted(here, tables))
            folders = [entry for entry in entries if entry.is_dir() and not entry.name.startswith(".")]
            waiting.extend(reversed(folders))
            for entry in entries:
                if not entry.name.startswith(".") and entry.name != NAME and not entry.is_dir():
                    yield from self._file(entry, tables)

    def _file(self, path: Path, tables: Mapping[str, Mapping[str, Any]] | None) -> Iterator[_File]:
        if path.exists() and not path.is_file():  # opening a pipe would wait for a writer
            self._dropped.append(left_out(str(path), "a pipe, socket or device, not a file"))
        elif tables is not None and path.name in tables:
            yield _File(path, named=False, table=tables[path.name])
        elif path.stem.upper() == "README":
            if tables is None:
                self._dropped.append(
                    left_out(str(path), "a README is not taken for an article; name it to read it")
                )
        elif path.suffix.lower() in KNOWN or path.parent.name in _MAILDIR:
            yield _File(path, named=False)
        else:
            kind = path.suffix.lower() or "no suffix"
            self._dropped.append(left_out(str(path), f"not a kind of file that is read ({kind})"))

    def _one(self, file: _File) -> Found:
        path, suffix = file.path, file.path.suffix.lower()
        limit = self._settings.max_collection_bytes if suffix in COLLECTIONS else self._settings.max_bytes
        try:
            if self._is_repeated(path):
                return Found(dropped=(left_out(str(path), "the same file given twice; read once"),))
            with path.open("rb") as stream:
                if path.name.lower().endswith(_ARCHIVES):
                    return from_warc(stream, file.place)
                raw = stream.read(limit + 1)
        except OSError as error:
            if file.named:
                raise InputError(f"{path}: {_why(error)}; check the path") from error
            return Found(dropped=(left_out(str(path), _why(error)),))
        if len(raw) > limit:
            reason = (
                f"larger than {limit / 1e6:,.0f} MB, so not an article; split it, or raise read.max_bytes"
            )
            return Found(dropped=(left_out(str(path), reason),))
        found = self._parsed(raw, file.place, suffix, named=file.named, path=str(path))
        return _with_table(found, file) if file.table else found

    def _parsed(self, raw: bytes, place: str, suffix: str, *, named: bool, path: str = "") -> Found:
        try:
            found = from_bytes(raw, place, suffix if suffix in KNOWN else "")
        except ValueError as error:
            if named:
                raise InputError(f"{path or place}: {error}") from error
            return Found(dropped=(left_out(path or place, str(error)),))
        self._paths[place] = path or place
        return Found(found.records, tuple(map(self.by_path, found.dropped)))

    def by_path(self, drop: Dropped) -> Dropped:
        """Return ``drop`` with the path the user gave in place of the short name."""
        place, mark, number = drop.what.partition("#")
        return replace(drop, what=sayable(self._paths.get(place, place)) + mark + number)

    def _is_repeated(self, path: Path) -> bool:
        status = path.stat()
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
            return False
        key = (status.st_dev, status.st_ino)
        repeated = key in self._seen
        self._seen.add(key)
        return repeated


def _with_table(found: Found, file: _File) -> Found:
    """Return ``found`` with what ``story.toml`` says, when the file is one article."""
    if len(found.records) != 1:
        return found
    record, dropped = described(found.records[0], file.table, str(file.path))
    return Found((record,), (*found.dropped, *dropped))


def _advised(error: OSError | ValueError, path: str) -> str:
    if path.startswith(("http://", "https://")):
        return "a web address; save the page to a file, or name it in briefing.toml as a [[page]] or [[feed]]"
    return f"{_why(error) if isinstance(error, OSError) else 'no path'}; check the path"


def _why(error: OSError) -> str:
    plain = {2: "no such file or folder", 13: "no permission to read it", 40: "a link that leads to itself"}
    return plain.get(error.errno or 0) or os.strerror(error.errno or 5).lower()
