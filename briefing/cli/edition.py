"""The commands of the morning: init, check-config, daily, send, schedule, archive, doctor."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.screen import deliver, progress, say, time
from briefing.errors import InputError, OutputError

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.daily import Made
    from briefing.deliver import Drained

archive_app = typer.Typer(
    help="List, show, search, export or prune what was read and sent.", no_args_is_help=True
)

ConfigPath = Annotated[Path, typer.Option("--config", "-c", help="The configuration, or its folder.")]
HERE = Path("briefing.toml")


def init(
    feeds: Annotated[list[str] | None, typer.Argument(help="Addresses of feeds to begin with.")] = None,
    config: ConfigPath = HERE,
) -> None:
    """Make a first briefing.toml here, every key explained."""
    from briefing.config import load_config, starter
    from briefing.files import write_atomically

    if config.exists():
        raise OutputError(f"{config}: is there already; edit it, or name another with --config")
    try:
        write_atomically(config, starter(feeds or ()).encode())
        (config.parent / "inbox").mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"{config}: cannot be written ({error.strerror})") from error
    load_config(config)
    typer.echo(f"{config} is made. Put articles into inbox/ or add feeds, then: briefing daily --dry-run")


def check_config(config: ConfigPath = HERE) -> None:
    """Check briefing.toml; every mistake is told with its line."""
    from briefing.config import load_config

    found = load_config(config)
    ways = (
        ", ".join(f"{channel} {to}" for channel, to in found.recipients) or "nowhere: add [files] or [mail]"
    )
    typer.echo(
        f"{config} is sound: reads {found.sources}; "
        f"goes to {ways}; next {found.timetable.next(datetime.now(UTC)).astimezone(found.timetable.zone):%A %d %B %H:%M %Z}"
    )


def daily(
    config: ConfigPath = HERE,
    day: Annotated[
        str | None, typer.Option("--date", help="The edition of this day (2026-11-21), not today's.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print it; keep nothing, send nothing.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress; only what went wrong.")] = False,
    log_json: Annotated[
        bool, typer.Option("--log-json", help="Say what was done as a JSON line on stderr.")
    ] = False,
) -> None:
    """Make the day's edition and deliver it: fetch, brief, archive, render, send. Once, however often it is run."""
    from briefing.config import load_config

    chosen = load_config(config)
    now = _due(chosen, day)
    with progress(quiet) as show:
        if dry_run:
            from briefing.daily import preview
            from briefing.pipeline import publish

            edition = preview(chosen, now=now, progress=show)
            deliver(publish(edition, "md"), None)
            _end(bool(edition.briefs or edition.corrections), True)
            return
        from briefing.daily import daily as make_daily

        made = make_daily(chosen, now=now, progress=show)
    _report(made, quiet=quiet, log_json=log_json)
    _end(made.edition is None or bool(made.edition.briefs or made.edition.corrections), made.drained.complete)


def send(
    test_to: Annotated[
        str | None, typer.Option("--test-to", help="Send the last edition to this address only.")
    ] = None,
    config: ConfigPath = HERE,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only what went wrong.")] = False,
) -> None:
    """Deliver what waits in the outbox; or send the last edition to one address, as a test."""
    from briefing.archive import Archive
    from briefing.config import load_config
    from briefing.daily import deliver as empty_outbox

    chosen = load_config(config)
    with Archive(chosen.archive_path) as archive:
        if test_to is None:
            drained = empty_outbox(chosen, archive)
            _said(drained, quiet)
            if not (
                quiet or drained.busy or drained.sent or drained.waiting or drained.failed or drained.unsure
            ):
                say("nothing waits to be sent")
            _end(True, drained.complete)
            return
        from briefing.deliver.smtp import SmtpSender, unpack
        from briefing.render import load, render_email

        editions = archive.editions()
        if not editions:
            raise InputError(f"{chosen.archive_path}: no edition yet; run briefing daily first")
        last = editions[0]
        if "email" in last.formats:
            email = unpack(archive.content(last.id, "email"))
        else:
            email = render_email(load(archive.content(last.id, "json").decode()))
        with SmtpSender(chosen.settings.smtp) as sender:
            sender.send_mail(email, f"{last.id}-test", test_to)
        typer.echo(f"edition {last.id} was sent to {test_to}")


def schedule(
    config: ConfigPath = HERE,
    show: Annotated[
        str | None, typer.Option("--print", help="Print units for systemd or cron, and stop.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only what went wrong.")] = False,
) -> None:
    """Make every edition when it is due, in the foreground; a missed one is caught up once."""
    from briefing.config import load_config
    from briefing.daily import daily as make_daily
    from briefing.daily import last_made
    from briefing.deliver.schedule import run
    from briefing.deliver.units import cron, systemd

    chosen = load_config(config)
    if show is not None:
        units = {"systemd": systemd, "cron": cron}
        if show not in units:
            raise InputError(f"--print {show}: choose systemd or cron")
        command = [sys.executable, "-m", "briefing", "daily", "--quiet", "--config", str(config.resolve())]
        typer.echo(units[show](chosen.timetable, command))
        return

    def job(due: datetime) -> None:
        with progress(quiet) as bar:
            made = make_daily(load_config(config), now=due, progress=bar)
        _report(made, quiet=quiet, log_json=False)

    zone = chosen.timetable.zone
    if not quiet:
        say(
            f"next edition: {chosen.timetable.next(datetime.now(UTC)).astimezone(zone):%A %d %B %H:%M %Z}; Ctrl-C ends"
        )
    run(chosen.timetable, job, last=last_made(chosen), failed=lambda error: say(f"error: {error}"))


def doctor(config: ConfigPath = HERE) -> None:
    """Look at configuration, model, archive, disk, feeds and mail server: each with ✓, or with what to do."""
    from briefing.config import load_config
    from briefing.doctor import examine

    well = True
    for finding in examine(load_config(config)):
        well = well and finding.well
        typer.echo(f"{'✓' if finding.well else '✗'} {finding.part:<8} {finding.said}")
    if not well:
        raise typer.Exit(1)


# ---------------------------------------------------------------- the archive


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
    from briefing.config import load_config

    chosen = load_config(config)
    kept = days or chosen.settings.archive.keep_days
    with Archive(_archive_of(config)) as archive:
        pruned = archive.prune(datetime.now(UTC) - timedelta(days=kept))
    typer.echo(f"kept the last {_count(kept, 'day')}; took out {pruned}")


# ---------------------------------------------------------------- what they share


def _archive_of(config: Path) -> Path:
    from briefing.config import load_config

    path = load_config(config).archive_path
    if not path.exists():
        raise InputError(f"{path}: no archive yet; briefing daily makes it")
    return path


def _due(config: Config, day: str | None) -> datetime:
    """Return the present, or the last time that an edition was due on ``day``."""
    if day is None:
        return datetime.now(UTC)
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        return time(day, "--date") or datetime.now(UTC)
    zone = config.timetable.zone
    clock = max(config.timetable.times)
    if wanted > datetime.now(zone).date():
        raise InputError(f"--date {day}: lies ahead; an edition can be made of today or an earlier day")
    return datetime.combine(wanted, clock, zone).astimezone(UTC)


def _report(made: Made, *, quiet: bool, log_json: bool) -> None:
    """Say what a run did, for a person or for a log."""
    edition = made.edition
    if log_json:
        import json

        record = {
            "edition": made.edition_id,
            "made": edition is not None,
            "stories": len(edition.briefs) if edition else 0,
            "corrections": len(edition.corrections) if edition else 0,
            "dropped": len(edition.dropped) if edition else 0,
            "missing": list(edition.missing) if edition else [],
            "sent": len(made.drained.sent),
            "waiting": [[o.recipient, reason] for o, reason in made.drained.waiting],
            "failed": [[o.recipient, reason] for o, reason in made.drained.failed],
            "unsure": [[o.recipient, reason] for o, reason in made.drained.unsure],
        }
        typer.echo(json.dumps(record, ensure_ascii=False), err=True)
        return
    if edition is not None and not (edition.briefs or edition.corrections):
        say(f"edition {made.edition_id}: no story could be published; it says what was left out and why")
        quiet = False  # what could not be read may be the cause
    elif edition is not None and not quiet:
        corrections = f", {_count(len(edition.corrections), 'correction')}" if edition.corrections else ""
        say(f"edition {made.edition_id}: {_count(len(edition.briefs), 'story', 'stories')}{corrections}")
    elif not quiet:
        say(f"edition {made.edition_id} was made before; nothing is made twice")
    for line in edition.missing if edition is not None and not quiet else ():
        say(f"could not be read: {line}")
    _said(made.drained, quiet)


def _count(number: int, singular: str, plural: str = "") -> str:
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def _said(drained: Drained, quiet: bool) -> None:
    """Say what went out, and what did not even when ``quiet``: a log must hold more than an exit status."""
    if drained.busy and not quiet:
        say("another run is delivering")
    for outgoing in drained.sent if not quiet else ():
        say(f"sent {outgoing.edition_id} to {outgoing.recipient}")
    for ends, what in (
        (drained.waiting, "will be tried again"),
        (drained.failed, "failed"),
        (drained.unsure, "unsure"),
    ):
        for outgoing, reason in ends:
            say(f"{outgoing.edition_id} to {outgoing.recipient}: {what}: {reason}")


def _end(published: bool, complete: bool) -> None:
    """Exit 1 where nothing was published or something did not arrive: a scheduler's log then shows it."""
    if not (published and complete):
        raise typer.Exit(1)
