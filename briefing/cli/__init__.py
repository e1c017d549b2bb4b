"""The ``briefing`` command: the only code that prints.

Standard output carries the result and nothing else; progress and notices go to standard error.
Exit status: 0 done; 1 a check failed or nothing could be published; 2 something for the user to mend.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated, TextIO

import typer

from briefing import __version__
from briefing.cli import archive, brief, edition, setup
from briefing.cli.screen import say
from briefing.errors import BriefingError, OfflineError

app = typer.Typer(
    help="Short multi-source news briefs, written by a model on this machine, every number proved by a source.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(brief.make)
app.command()(brief.check)
app.command()(brief.group)
app.add_typer(brief.models_app, name="models")
app.command("eval")(brief.evaluate)
app.command()(setup.init)
app.command("check-config")(setup.check_config)
app.command()(edition.daily)
app.command()(edition.send)
app.command()(edition.schedule)
app.add_typer(archive.archive_app, name="archive")
app.command()(setup.doctor)


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


_STOPPED = 130  # by Ctrl-C, as shells expect
_UsageError: type[Exception] = typer.BadParameter.__mro__[2]  # click's own base, wherever typer keeps click


def main() -> None:
    """Run the command; turn what a user can mend into one line and exit status 2."""
    _open_streams()
    for stream in (sys.stdout, sys.stderr):  # a C locale must not turn a dash into a traceback
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    status = _run(sys.argv[1:])
    try:
        _flush(sys.stdout, sys.stderr)
    except BrokenPipeError:
        _silence(sys.stdout, sys.stderr)
    except OSError as error:
        _silence(sys.stdout)
        say(
            f"error: standard output cannot be written ({_reason(error)}); write to another place with -o FILE"
        )
        status = 2
    if status == _STOPPED:  # Python would wait for the answer of every server that was asked
        os._exit(status)
    sys.exit(status)


def _open_streams() -> None:
    """Lead streams that a scheduler has closed to nowhere, before a file of ours is opened under their number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  (until the end)


def _run(words: Sequence[str]) -> int:
    """Do what ``words`` ask and return the exit status. Click's own ``main`` would frame errors over many lines."""
    command = typer.main.get_command(app)
    try:
        with command.make_context("briefing", list(words)) as context:
            command.invoke(context)
    except typer.Exit as done:
        return done.exit_code
    except _UsageError as error:
        return _misused(error)
    except BriefingError as error:
        say(f"error: {error}")
        return 1 if isinstance(error, OfflineError) else 2
    except KeyboardInterrupt:
        say("stopped; whatever was already written is kept")
        return _STOPPED
    except BrokenPipeError:  # the reader has seen enough
        return 0
    except OSError as error:
        what = error.filename if isinstance(error.filename, str) else "a file or the standard output"
        say(
            f"error: {what}: cannot be read or written ({_reason(error)}); make room, or choose another place"
        )
        return 2
    return 0


def _misused(error: Exception) -> int:
    """Say in one line what is wrong with the command line, and where its help is."""
    context = getattr(error, "ctx", None)
    message = str(getattr(error, "format_message", error.__str__)())
    if type(error).__name__ == "NoArgsIsHelpError":  # it holds the help, unless rich has printed it already
        typer.echo(message, nl=bool(message))
        return 2
    said = " ".join(message.replace("Value error, ", "").split()).rstrip(".")
    command = context.command_path if context is not None else "briefing"
    say(f"error: {said[:1].lower()}{said[1:]}; see {command} --help")
    return 2


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _flush(*streams: TextIO | None) -> None:
    for stream in streams:
        if stream is not None and not stream.closed:
            stream.flush()


def _silence(*streams: TextIO | None) -> None:
    """Lead streams that take no more to nowhere: Python flushes them once more at its end."""
    for stream in streams:
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
