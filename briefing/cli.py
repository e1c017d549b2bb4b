"""The ``briefing`` command: the only code that prints.

Standard output carries the result and nothing else; progress and notices go to standard error.
Exit status: 0 done; 1 a check failed or nothing could be published; 2 something for the user to fix.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing import __version__
from briefing.errors import BriefingError, InputError, OutputError

if TYPE_CHECKING:
    from rich.progress import TaskID

    from briefing.data import Dropped
    from briefing.pipeline import Progress as Show

app = typer.Typer(
    help="Short multi-source news briefs, written by a model on this machine, every number proved by a source.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
models_app = typer.Typer(help="Show the models, or fetch one.", invoke_without_command=True)
app.add_typer(models_app, name="models")


class Format(StrEnum):
    """What an edition can be printed as."""

    MD = "md"
    HTML = "html"
    JSON = "json"
    TEXT = "text"


Paths = Annotated[list[str], typer.Argument(help="Files or folders of articles; - for standard input.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)
    ] = False,
) -> None:
    """Short multi-source news briefs, written by a model on this machine, every number proved by a source."""
    if version:
        typer.echo(f"briefing {__version__}")
        raise typer.Exit


@app.command()
def make(
    paths: Paths,
    model: Annotated[
        str,
        typer.Option(
            "--model", "-m", help="A name from `briefing models`, a hub id, a folder, a .gguf file."
        ),
    ] = "embedded",
    words: Annotated[
        int, typer.Option("--words", "-w", min=20, max=2000, help="Length of each brief.")
    ] = 100,
    format: Annotated[Format, typer.Option("--format", "-f", help="How to print it.")] = Format.MD,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write here instead of the screen.")
    ] = None,
    settings: Annotated[Path | None, typer.Option("--settings", help="A TOML file of thresholds.")] = None,
    now: Annotated[
        str | None, typer.Option("--now", help="The edition's time, as ISO 8601 (default: the present).")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no notices.")] = False,
) -> None:
    """Write a checked brief of each story found in PATHS."""
    from briefing.pipeline import make_edition, publish
    from briefing.read import read
    from briefing.settings import load_settings

    chosen = load_settings(settings)
    found = read(paths, settings=chosen.read)
    with _progress(quiet) as progress:
        edition = make_edition(
            found.articles,
            model=model,
            words=words,
            now=_time(now),
            settings=chosen,
            dropped=found.dropped,
            progress=progress,
        )
    _notices(len(found.articles), found.dropped, quiet)
    _deliver(publish(edition, format.value), output)
    if not edition.briefs:
        _say("nothing could be published: see what was dropped, and why, with --format json")
        raise typer.Exit(1)


@app.command()
def check(
    text: Annotated[str, typer.Argument(metavar="TEXTFILE", help="The text to check; - for standard input.")],
    paths: Paths,
    as_json: AsJson = False,
) -> None:
    """Prove every number, quotation and name of a text from its sources, or say what is not proved."""
    from briefing.check import check_text
    from briefing.read import read, read_text
    from briefing.render.report import report_as_json, report_as_text

    if text == "-" and "-" in paths:
        raise InputError(
            "-: standard input cannot be both the text and its sources; save one of them to a file"
        )
    found = read(paths)
    report = check_text(read_text(text), found.articles)
    typer.echo(
        report_as_json(report) if as_json else report_as_text(report, found.articles, colour=_colour())
    )
    if not report.ok:
        raise typer.Exit(1)


@app.command()
def group(
    paths: Paths,
    as_json: AsJson = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say why each article is where it is.")] = False,
    settings: Annotated[Path | None, typer.Option("--settings", help="A TOML file of thresholds.")] = None,
) -> None:
    """Find the stories in PATHS: which articles tell one event, which are copies, which story leads."""
    from briefing.pipeline import prepare
    from briefing.read import read
    from briefing.render.stories import stories_as_json, stories_as_text
    from briefing.settings import load_settings

    chosen = load_settings(settings)
    found = read(paths, settings=chosen.read)
    stories = prepare(found.articles, settings=chosen).stories
    _notices(len(found.articles), found.dropped, quiet=False)
    typer.echo(stories_as_json(stories) if as_json else stories_as_text(stories, explain=explain))


@models_app.callback()
def models(context: typer.Context) -> None:
    """Show the models, or fetch one."""
    if context.invoked_subcommand is not None:
        return
    from rich.console import Console
    from rich.table import Table

    from briefing.models import catalogue, present

    table = Table("name", "kind", "size", "memory", "licence", "here", box=None, pad_edge=False)
    table.add_row("verbatim", "—", "0 MB", "0 MB", "—", "yes")
    for entry in catalogue():
        table.add_row(
            entry.name,
            entry.kind,
            f"{entry.size_bytes / 1e6:,.0f} MB",
            f"{entry.memory_bytes / 1e6:,.0f} MB",
            entry.licence,
            "yes" if present(entry) else "no",
        )
    Console(width=None if sys.stdout.isatty() else 120).print(table)


@models_app.command("get")
def get(
    name: Annotated[str, typer.Argument(help="A name from `briefing models`.")],
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Fetch a model into the cache, unless it is there already."""
    from briefing.models import ensure

    with _progress(quiet) as progress:
        path = ensure(name, progress=progress)
    _say(f"{name} is here" + (f": {path}" if path else "; it needs no model"))


@app.command("eval")
def evaluate(
    clusters: Annotated[
        Path, typer.Argument(help="A .jsonl file: one cluster of articles with summaries a line.")
    ],
    model: Annotated[str, typer.Option("--model", "-m")] = "verbatim",
    words: Annotated[int, typer.Option("--words", "-w", min=20, max=2000)] = 200,
    limit: Annotated[int, typer.Option("--limit", min=0, help="Only the first N clusters; 0 for all.")] = 0,
    as_json: AsJson = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Measure briefs against human summaries, beside LEAD, LexRank and TextRank."""
    from briefing.evaluate import evaluate_file

    with _progress(quiet) as progress:
        report = evaluate_file(clusters, model=model, words=words, limit=limit, progress=progress)
    typer.echo(report.as_json() if as_json else report.as_text())


class _Interrupted(BaseException):
    """Ctrl-C. Not a KeyboardInterrupt, which the command-line library would turn into status 1."""


def _interrupt(signum: int, frame: object) -> None:
    raise _Interrupted


def main() -> None:
    """Run the command; turn what a user can mend into one line and exit status 2."""
    for stream in (sys.stdout, sys.stderr):  # a C locale must not turn a dash into a traceback
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    signal.signal(signal.SIGINT, _interrupt)
    try:
        app(standalone_mode=True)
    except BriefingError as error:
        _say(f"error: {error}")
        sys.exit(2)
    except _Interrupted:
        _say("stopped; whatever was already written is kept")
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _say(line: str) -> None:
    """One line on standard error."""
    typer.echo(f"briefing: {line}", err=True)


def _notices(read_count: int, dropped: tuple[Dropped, ...], quiet: bool) -> None:
    """Say what could not be read: an editor must not believe that everything was."""
    if quiet or not dropped:
        return
    for drop in dropped[:5]:
        _say(f"left out {drop.what}: {drop.reason}")
    if len(dropped) > 5:
        _say(f"… and {len(dropped) - 5} more left out; {read_count} articles were read")


def _deliver(rendered: str, output: Path | None) -> None:
    """Print, or write the whole file or nothing."""
    if output is None:
        typer.echo(rendered, nl=not rendered.endswith("\n"))
        return
    from briefing.files import write_atomically

    try:
        write_atomically(output, rendered.encode())
    except OSError as error:
        raise OutputError(
            f"{output}: cannot be written ({error.strerror}); choose another -o FILE"
        ) from error


def _time(text: str | None) -> datetime | None:
    """Read ``--now``; a time without a zone is UTC."""
    if text is None:
        return None
    try:
        time = datetime.fromisoformat(text)
    except ValueError as error:
        raise InputError(
            f"--now {text}: not an ISO 8601 time; write it like 2026-11-21T06:00+00:00"
        ) from error
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


@contextmanager
def _progress(quiet: bool) -> Iterator[Show]:
    """A progress bar on standard error where that is a terminal, else nothing."""
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
