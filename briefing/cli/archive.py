"""The commands of the archive: list, show, search, export, prune."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from briefing.cli.options import HERE, ConfigPath
from briefing.cli.screen import counted, deliver, say
from briefing.errors import InputError

archive_app = typer.Typer(
    help="List, show, search, export or prune what was read and sent.", no_args_is_help=True
)


@archive_app.command("list")
def list_editions(config: ConfigPath = HERE) -> None:
    """List the editions, the latest first, with their headlines."""
    from briefing.archive import Archive

    with Archive(_archive_of(config)) as archive:
        editions = archive.editions()
        if not editions:
            say("no edition yet; briefing daily makes one")
        for edition in editions:
            typer.echo(f"{edition.id}  {edition.title}, made {edition.made_at:%Y-%m-%d %H:%M %Z}")
            for headline in edition.headlines:
                typer.echo(f"    {headline}")
            for delivery in archive.deliveries(edition.id):
                typer.echo(f"    → {delivery.recipient}: {delivery.state} {delivery.error}".rstrip())


@archive_app.command("show")
def show_edition(
    edition: Annotated[str, typer.Argument(help="An id from `briefing archive list`.")],
    format: Annotated[
        str, typer.Option("--format", "-f", help="One it was kept in: md, text, html, json, or more.")
    ] = "md",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write here instead.")] = None,
    config: ConfigPath = HERE,
) -> None:
    """Print an edition as it was sent, byte for byte."""
    from briefing.archive import Archive

    with Archive(_archive_of(config)) as archive:
        found = archive.edition(edition)
        if found is None:
            raise InputError(f"{edition}: no such edition; see briefing archive list")
        if format not in found.formats:
            raise InputError(f"--format {format}: it was kept as {', '.join(found.formats)}")
        deliver(archive.content(edition, format), output)


@archive_app.command("search")
def search(
    words: Annotated[list[str], typer.Argument(help='Words, or "a phrase".')],
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000)] = 20,
    config: ConfigPath = HERE,
) -> None:
    """Find words in articles and briefs, the best first."""
    from briefing.archive import Archive

    with Archive(_archive_of(config)) as archive:
        hits = archive.search(" ".join(words), limit=limit)
    for hit in hits:
        when = f"{hit.when:%Y-%m-%d}" if hit.when else "undated"
        typer.echo(f"{when}  {hit.kind}  {hit.publisher or hit.where}: {hit.title}")
        typer.echo(f"    {' '.join(hit.excerpt.split())}")
    if not hits:
        say("nothing found")
        raise typer.Exit(1)


@archive_app.command("export")
def export(
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write here instead.")] = None,
    config: ConfigPath = HERE,
) -> None:
    """Print the whole archive as JSON lines."""
    from briefing.archive import Archive

    with Archive(_archive_of(config)) as archive:
        if output is None:
            for line in archive.export():
                typer.echo(line)
        else:
            deliver("".join(f"{line}\n" for line in archive.export()).encode(), output)


@archive_app.command("prune")
def prune(
    days: Annotated[int | None, typer.Option("--days", min=1, help="Keep this many days.")] = None,
    config: ConfigPath = HERE,
) -> None:
    """Take out what is older, articles and editions; what was sent within memory stays known."""
    from briefing.archive import Archive
    from briefing.config_file import load_config

    chosen = load_config(config)
    kept = days or chosen.settings.archive.keep_days
    with Archive(_archive_of(config)) as archive:
        pruned = archive.prune(datetime.now(UTC) - timedelta(days=kept))
    typer.echo(f"kept the last {counted(kept, 'day')}; took out {pruned}")


def _archive_of(config: Path) -> Path:
    from briefing.config_file import load_config

    path = load_config(config).archive_path
    if not path.exists():
        raise InputError(f"{path}: no archive yet; briefing daily makes it")
    return path
