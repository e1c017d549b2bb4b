"""The ``briefing`` command: the only code that prints.

Standard output carries the result and nothing else; progress and notices go to standard error.
Exit status: 0 done; 1 a check failed or nothing could be published; 2 something for the user to mend.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Annotated

import typer

from briefing import __version__
from briefing.cli import brief, edition
from briefing.cli.screen import say
from briefing.errors import BriefingError

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
app.command()(edition.init)
app.command("check-config")(edition.check_config)
app.command()(edition.daily)
app.command()(edition.send)
app.command()(edition.schedule)
app.add_typer(edition.archive_app, name="archive")
app.command()(edition.doctor)


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
        say(f"error: {error}")
        sys.exit(2)
    except _Interrupted:
        say("stopped; whatever was already written is kept")
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
