"""What the commands share: one line to say, a bar while something takes long, a result on its way out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from briefing.errors import InputError, OutputError

if TYPE_CHECKING:
    from rich.progress import TaskID

    from briefing.data import Dropped
    from briefing.progress import Progress as Show


def say(line: str) -> None:
    """One line on standard error, where there is one."""
    with suppress(OSError, ValueError):  # closed or full: the exit status still tells
        typer.echo(f"briefing: {' '.join(line.split())}", err=True)


def notices(read_count: int, dropped: tuple[Dropped, ...], quiet: bool) -> None:
    """Say what could not be read, or only in part: an editor must not believe that everything was."""
    if quiet or not dropped:
        return
    for drop in dropped[:5]:
        say(f"{drop.what}: {drop.reason}")
    if len(dropped) > 5:
        count = f"{read_count} article{'s were' if read_count != 1 else ' was'}"
        say(f"… and {len(dropped) - 5} more such notices; {count} read")


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return ``3 stories``."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def deliver(rendered: bytes, output: Path | None) -> None:
    """Print, or write the whole file or nothing; what is no text is never printed on a terminal."""
    if output is None:
        if rendered.startswith(b"%PDF") and sys.stdout.isatty():
            raise OutputError("a PDF is no text for the screen: name a file with -o FILE")
        typer.echo(rendered, nl=not rendered.endswith(b"\n"))
        return
    from briefing.files import write_atomically

    try:
        write_atomically(output, rendered)
    except OSError as error:
        raise OutputError(
            f"{output}: cannot be written ({error.strerror}); choose another -o FILE"
        ) from error


def make_sure_of(output: Path | None) -> None:
    """Refuse a place that nothing can be written to before the work of minutes is done for it."""
    if output is not None and (output.is_dir() or not output.absolute().parent.is_dir()):
        reason = "a folder" if output.is_dir() else "its folder is not there"
        raise OutputError(f"{output}: cannot be written ({reason}); choose another -o FILE")


def time(text: str | None, option: str = "--now") -> datetime | None:
    """Read the time given with ``option``; one without a zone is UTC."""
    if text is None:
        return None
    try:
        time = datetime.fromisoformat(text)
    except ValueError as error:
        raise InputError(
            f"{option} {text}: not an ISO 8601 date or time; write it like 2026-11-21 or 2026-11-21T06:00+00:00"
        ) from error
    if not 1900 <= time.year <= 2200:
        raise InputError(f"{option} {text}: the year {time.year} is out of range; give one of 1900 to 2200")
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def colour() -> bool:
    """Whether the screen takes colour: a terminal does, unless NO_COLOR is set."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


@contextmanager
def progress(quiet: bool) -> Iterator[Show]:
    """Show a progress bar on standard error where that is a terminal, else nothing."""
    if quiet or not sys.stderr.isatty():
        yield lambda step, done, of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<9}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def show(step: str, done: int, of: int) -> None:
            if step not in tasks:
                for earlier in tasks.values():
                    bar.remove_task(earlier)
                tasks.clear()
                tasks[step] = bar.add_task(step, total=of or None)
            bar.update(tasks[step], completed=done, total=of or None)

        yield show
