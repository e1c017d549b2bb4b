"""The commands that set a morning up and look whether all is well: init, check-config, doctor."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from briefing.cli.options import HERE, ConfigPath
from briefing.errors import InputError, OutputError


def init(
    feeds: Annotated[list[str] | None, typer.Argument(help="Addresses of feeds to begin with.")] = None,
    config: ConfigPath = HERE,
) -> None:
    """Make a first briefing.toml here, every key explained."""
    from briefing.config_file import is_web_address, load_config
    from briefing.files import write_atomically
    from briefing.starter import starter

    if config.exists():
        raise OutputError(f"{config}: is there already; edit it, or name another with --config")
    for feed in feeds or ():
        if not is_web_address(feed):
            raise InputError(f"{feed!r} is no web address; give feeds as https://… (nothing was made)")
    try:
        write_atomically(config, starter(feeds or ()).encode())
        (config.parent / "inbox").mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"{config}: cannot be written ({error.strerror})") from error
    load_config(config)
    typer.echo(f"{config} is made. Put articles into inbox/ or add feeds, then: briefing daily --dry-run")


def check_config(config: ConfigPath = HERE) -> None:
    """Check briefing.toml; every mistake is told with its line."""
    from briefing.config_file import load_config
    from briefing.models import resolve
    from briefing.render import require

    found = load_config(config)
    resolve(found.model)
    require(found.files.formats)
    ways = (
        ", ".join(f"{channel} {to}" for channel, to in found.recipients) or "nowhere: add [files] or [mail]"
    )
    typer.echo(
        f"{config} is sound: reads {found.sources}; "
        f"goes to {ways}; next {found.timetable.next(datetime.now(UTC)).astimezone(found.timetable.zone):%A %d %B %H:%M %Z}"
    )


def doctor(config: ConfigPath = HERE) -> None:
    """Look at configuration, model, archive, disk, feeds and mail server: each with ✓, or with what to do."""
    from briefing.config_file import load_config
    from briefing.doctor import examine

    well = True
    for finding in examine(load_config(config)):
        well = well and finding.well
        typer.echo(f"{'✓' if finding.well else '✗'} {finding.part:<8} {finding.said}")
    if not well:
        raise typer.Exit(1)
